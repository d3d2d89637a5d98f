import { meansBranch } from './branch-patterns.ts';
import { readBypass } from './bypass.ts';
import type { RepositoryOptions } from './repositories.ts';

/** A branch protection as it was before rulesets: who changes the branch opens a pull request. */
export interface Protection {
  /** Slugs of the apps that may push without a pull request; never `github-actions`. */
  readonly bypass: readonly string[];
  /** Status checks that have to be green, for those who pass too. */
  readonly contexts: readonly string[];
  readonly approvals: number;
}

/** The classic branch protections of one repository; only an administrator's token reads more than that there is one. */
export interface Protections {
  /** `branch` may be a pattern. Throws for GITHUB_TOKEN's app among those that may pass. */
  put(branch: string, protection?: Partial<Protection>): void;
  /** True when there was one. */
  remove(branch: string): boolean;
  /** That of a branch: an exact name goes before a pattern. */
  of(branch: string): Protection | undefined;
}

/** No branch is protected yet. */
export function createProtections({ defaultBranch }: RepositoryOptions): Protections {
  const protections = new Map<string, Protection>();
  return {
    put: (branch, { bypass = [], contexts = [], approvals = 0 } = {}) =>
      void protections.set(branch, { bypass: readBypass(bypass), contexts, approvals }),
    remove: (branch) => protections.delete(branch),
    of(branch) {
      const pattern = [...protections.keys()].find((one) => meansBranch(one, branch, defaultBranch));
      return protections.get(branch) ?? (pattern === undefined ? undefined : protections.get(pattern));
    },
  };
}
