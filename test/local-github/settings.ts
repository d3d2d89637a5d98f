/** What administrators switch on and off for a repository; a test may change it at any time. */
export interface Settings {
  /**
   * "Allow GitHub Actions to create and approve pull requests": off in a new repository, and nobody's GITHUB_TOKEN opens
   * one while it is.
   */
  actionsMayCreatePulls: boolean;
  /** Which actions may run. */
  actions: {
    enabled: boolean;
    allowed: 'all' | 'local_only' | 'selected';
    /** Of selected ones: whether GitHub's own are among them, and patterns of others. */
    gitHubs: boolean;
    patterns: readonly string[];
  };
  /** Names of the repository's secrets for actions. */
  secrets: readonly string[];
}

/** As GitHub sets up a new repository. */
export function createSettings(): Settings {
  return {
    actionsMayCreatePulls: false,
    actions: { enabled: true, allowed: 'all', gitHubs: true, patterns: [] },
    secrets: [],
  };
}
