import { meansBranch } from './branch-patterns.ts';
import { readBypass } from './bypass.ts';
import { createIds, type RepositoryOptions } from './repositories.ts';

/** One rule of a ruleset for branches, by the name that GitHub's API has for it. */
export type Rule =
  | { readonly type: 'pull_request'; readonly required_approving_review_count?: number }
  | { readonly type: 'required_status_checks'; readonly contexts: readonly string[] }
  | { readonly type: PlainRule };
export type PlainRule =
  | 'creation'
  | 'deletion'
  | 'non_fast_forward'
  | 'required_linear_history'
  | 'required_signatures'
  | 'update';

export interface RulesetInput {
  /** Makes the ruleset, or changes the one that has this name. */
  readonly name: string;
  /** Names, or patterns as in rulesets: `release/*`, `~ALL`, `~DEFAULT_BRANCH`. */
  readonly branches: readonly string[];
  readonly rules: readonly Rule[];
  /** Slugs of the apps that its rules do not hold for; never `github-actions`. */
  readonly bypass?: readonly string[];
  /** Default `active`; the others enforce nothing and are shown by no question about a branch. */
  readonly enforcement?: 'active' | 'evaluate' | 'disabled';
  /** Who made it; default the repository. */
  readonly source?: 'Repository' | 'Organization';
}

export interface Ruleset extends Required<RulesetInput> {
  readonly id: number;
}

/** The rulesets for branches of one repository, as its administrators write them. */
export interface Rulesets {
  list(): readonly Ruleset[];
  /** Throws for GITHUB_TOKEN's app among those that may pass. */
  put(ruleset: RulesetInput): Ruleset;
  /** True when there was one. */
  remove(name: string): boolean;
  /** Those that hold for a branch of this name, be there one or not; what is not active holds for none. */
  of(branch: string): readonly Ruleset[];
}

/** No rulesets yet. */
export function createRulesets({ id, defaultBranch }: RepositoryOptions): Rulesets {
  const rulesets = new Map<string, Ruleset>();
  const nextId = createIds(id);
  return {
    list: () => [...rulesets.values()],
    put({ bypass = [], enforcement = 'active', source = 'Repository', ...rest }) {
      const known = rulesets.get(rest.name)?.id;
      const ruleset = { ...rest, bypass: readBypass(bypass), enforcement, source, id: known ?? nextId() };
      rulesets.set(ruleset.name, ruleset);
      return ruleset;
    },
    remove: (name) => rulesets.delete(name),
    of: (branch) =>
      [...rulesets.values()].filter(
        ({ enforcement, branches }) =>
          enforcement === 'active' && branches.some((pattern) => meansBranch(pattern, branch, defaultBranch)),
      ),
  };
}
