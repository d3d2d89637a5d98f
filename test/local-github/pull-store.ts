import type { MergeMethod } from './merge.ts';
import type { OpenOptions, Pull } from './pull.ts';
import type { User } from './repositories.ts';

export interface MergeDetails {
  readonly title?: string;
  readonly message?: string;
  /** Default `octocat`. */
  readonly by?: User;
}

/** What people do with pull requests of one repository, and what the API reads of them. */
export interface Pulls {
  /** Throws when a branch is missing or has an open pull request into this base already. */
  open(options: OpenOptions): Promise<Pull>;
  /** Changes what is given of the texts. */
  edit(number: number, texts: { readonly title?: string; readonly body?: string | null }): Promise<Pull>;
  close(number: number): Promise<Pull>;
  reopen(number: number): Promise<Pull>;
  /** An approving review; whether it counts, `people` says. Nobody approves their own pull request: throws. */
  approve(number: number, login: string): Promise<Pull>;
  /**
   * Merges (or squashes, or rebases) into the base branch of the bare repository, as an administrator whom no rule holds
   * up; throws on a conflict.
   */
  merge(number: number, method?: MergeMethod, details?: MergeDetails): Promise<Pull>;
  /**
   * Closes those as merged whose head a push brought into their base: GitHub calls it an indirect merge. `before` is what
   * the base was.
   */
  absorb(base: string, before: string, by: User): Promise<void>;
  setDraft(number: number, draft: boolean): Promise<Pull>;
  /** Adds a label; `remove` takes it away. */
  label(number: number, name: string, remove?: boolean): Promise<Pull>;
  find(number: number): Promise<Pull | undefined>;
  /** True for an open or closed pull request; asks git nothing. */
  has(number: number): boolean;
  /** Newest first. */
  list(): Promise<readonly Pull[]>;
}
