import { createIds } from './repositories.ts';

export type BranchPolicyKind = 'branch' | 'tag';

export interface BranchPolicy {
  readonly id: number;
  /** A name, or a pattern with `*`. */
  readonly name: string;
  readonly type: BranchPolicyKind;
}

/** A person, by login, by id or by both: what is not given is made of the other. */
export type UserReviewer = { readonly type: 'User' } & (
  | { readonly id: number; readonly login?: string }
  | { readonly id?: number; readonly login: string }
);
export interface TeamReviewer {
  readonly type: 'Team';
  readonly slug: string;
  readonly id?: number;
}
export type Reviewer = UserReviewer | TeamReviewer;

export interface Rules {
  /** Minutes. */
  readonly waitTimer: number;
  readonly preventSelfReview: boolean;
  readonly reviewers: readonly Reviewer[];
  /** Null: any branch may deploy. */
  readonly branches: 'protected' | 'custom' | null;
  /** Whether administrators may deploy past the rules; the API shows it and does not change it. */
  readonly canAdminsBypass: boolean;
}

export interface Environment extends Rules {
  readonly id: number;
  readonly name: string;
  readonly policies: readonly BranchPolicy[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The environments of one repository; names are the same in any case. */
export interface Environments {
  /** By name. */
  list(): readonly Environment[];
  find(name: string): Environment | undefined;
  /** Makes the environment where there is none; what is not given keeps, or gets, no protection. */
  put(name: string, rules?: Partial<Rules>): Environment;
  addPolicy(name: string, policy: { readonly name: string; readonly type?: BranchPolicyKind }): BranchPolicy;
  renamePolicy(name: string, id: number, to: string): BranchPolicy;
  removePolicy(name: string, id: number): void;
  /** True when there was one. */
  remove(name: string): boolean;
}

const OPEN: Rules = { waitTimer: 0, preventSelfReview: false, reviewers: [], branches: null, canAdminsBypass: true };

/** No environments yet; `now` in milliseconds. */
export function createEnvironments(repositoryId: number, now: () => number): Environments {
  const environments = new Map<string, Environment>();
  const nextId = createIds(repositoryId);
  const keyOf = (name: string) => name.toLowerCase();

  function change(name: string, changes: Partial<Environment>): Environment {
    const known = environments.get(keyOf(name));
    const at = now();
    const fresh = () => ({ ...OPEN, id: nextId(), name, policies: [], createdAt: at });
    const environment = { ...(known ?? fresh()), ...changes, updatedAt: at };
    environments.set(keyOf(name), environment);
    return environment;
  }
  const policiesOf = (name: string) => environments.get(keyOf(name))?.policies ?? [];

  return {
    list: () => [...environments.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    find: (name) => environments.get(keyOf(name)),
    put: change,
    addPolicy(name, { name: pattern, type = 'branch' }) {
      const policy: BranchPolicy = { id: nextId(), name: pattern, type };
      change(name, { policies: [...policiesOf(name), policy] });
      return policy;
    },
    renamePolicy(name, id, to) {
      const policy = policiesOf(name).find((one) => one.id === id);
      if (policy === undefined) throw new Error(`${name} has no branch policy ${id}`);
      const renamed = { ...policy, name: to };
      change(name, { policies: policiesOf(name).map((one) => (one.id === id ? renamed : one)) });
      return renamed;
    },
    removePolicy(name, id) {
      change(name, { policies: policiesOf(name).filter((one) => one.id !== id) });
    },
    remove: (name) => environments.delete(keyOf(name)),
  };
}
