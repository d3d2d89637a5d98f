import type { Actor } from './tokens.ts';

/** The app that GITHUB_TOKEN is of. */
const ACTIONS = 'github-actions';

/**
 * The slugs of apps that may pass by a rule; throws for what GitHub takes on no such list. GitHub offers the apps that
 * are installed in the repository; the app of GitHub Actions is none of these, so that GITHUB_TOKEN never passes.
 */
export function readBypass(slugs: readonly string[]): readonly string[] {
  for (const slug of slugs) {
    if (slug.replace(/\[bot\]$/, '') === ACTIONS) throw new Error('GITHUB_TOKEN is on no bypass list');
    if (!/^[a-z0-9-]+$/.test(slug)) throw new Error(`${slug} is no slug of an app`);
  }
  return slugs;
}

/** True where an actor may pass: apps alone, for a person nothing is said here. */
export function maySkip(bypass: readonly string[], { app }: Actor): boolean {
  return app !== undefined && app !== ACTIONS && bypass.includes(app);
}
