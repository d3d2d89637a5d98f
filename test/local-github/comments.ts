import { createIds, type User } from './repositories.ts';
import { type Actor, actorOf } from './tokens.ts';

export interface Comment {
  readonly id: number;
  /** Number of the pull request. */
  readonly issue: number;
  readonly author: Actor;
  readonly body: string;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface SeedOptions {
  readonly body: string;
  /** Default `octocat`. A bot's comment is by its app; `app` says which, where that is another than its login's. */
  readonly author?: User & { readonly app?: string };
  /** Milliseconds; default now. */
  readonly createdAt?: number;
}

/** The comments of one repository's issues, as the API keeps them. */
export interface Comments {
  /** Of one issue, or of all; oldest first. */
  list(issue?: number): readonly Comment[];
  find(id: number): Comment | undefined;
  /** Writes a comment as somebody else; throws when there is no such pull request. */
  seed(issue: number, options: SeedOptions): Comment;
  /** What the author or any maintainer may do: the comment stays its author's. Throws for an unknown comment. */
  edit(id: number, body: string): Comment;
  /** True when there was one. */
  remove(id: number): boolean;
}

/** No comments yet; `isIssue` tells the numbers that can be commented on, `now` is in milliseconds. */
export function createComments(
  repositoryId: number,
  isIssue: (number: number) => boolean,
  now: () => number,
): Comments {
  const comments = new Map<number, Comment>();
  const nextId = createIds(repositoryId);
  return {
    list: (issue) => [...comments.values()].filter((comment) => issue === undefined || comment.issue === issue),
    find: (id) => comments.get(id),
    seed(issue, { author = { login: 'octocat', type: 'User' }, body, createdAt = now() }) {
      if (!isIssue(issue)) throw new Error(`nothing to comment on has the number ${issue}`);
      const id = nextId();
      const actor: Actor = { ...actorOf(author.login), ...author };
      const comment: Comment = { id, issue, author: actor, body, createdAt, updatedAt: createdAt };
      comments.set(id, comment);
      return comment;
    },
    edit(id, body) {
      const comment = comments.get(id);
      if (comment === undefined) throw new Error(`there is no comment ${id}`);
      const edited = { ...comment, body, updatedAt: now() };
      comments.set(id, edited);
      return edited;
    },
    remove: (id) => comments.delete(id),
  };
}
