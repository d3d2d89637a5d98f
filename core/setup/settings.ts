/** What GitHub says a repository is. */
export interface RepositorySettings {
  readonly id: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
}

/** An environment of GitHub's. */
export interface EnvironmentSettings {
  /** How many people and teams have to approve in it. */
  readonly reviewers: number;
  /** Which branches may use it: all, those that are protected, or those that are named. */
  readonly limit: 'none' | 'protected' | 'named';
  /** Patterns of the branches that are named. */
  readonly branches: readonly string[];
}

/** What rules a branch has. */
export interface RuleSettings {
  readonly exists: boolean;
  /** Types of the rules (REST API, "Get rules for a branch"). */
  readonly types: readonly string[];
  /** Checks that have to be green. */
  readonly checks: readonly string[];
  /** Whether it has an older kind of protection, which only an administrator's token can read. */
  readonly hasClassicProtection: boolean;
}

/** Which actions a repository may run. */
export interface ActionsSettings {
  readonly isEnabled: boolean;
  readonly allowed: 'all' | 'local_only' | 'selected';
  /** Where they are selected: whether GitHub's own are, those of verified creators, and the patterns of others. */
  readonly takesGitHubs: boolean;
  readonly takesVerified: boolean;
  readonly patterns: readonly string[];
}
