/** What administrators switch on and off for a repository; a test may change it at any time. */
export interface Settings {
  /**
   * "Allow GitHub Actions to create and approve pull requests": off in a new repository, and nobody's GITHUB_TOKEN opens
   * one while it is.
   */
  actionsMayCreatePulls: boolean;
}

/** As GitHub sets up a new repository. */
export function createSettings(): Settings {
  return { actionsMayCreatePulls: false };
}
