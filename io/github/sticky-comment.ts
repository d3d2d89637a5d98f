import type { GitHubClient } from './client.ts';

/** The one comment of ours on a pull request, edited in place. */
export interface Sticky {
  /** Login of whoever our token speaks as: a comment of anyone else is not ours, whatever stands in it. */
  readonly author: string;
  readonly isOurs: (body: string) => boolean;
  /** What it is to say; `before` is what it says now. Undefined: it is left alone. */
  readonly render: (before: string | undefined) => string | undefined;
}

interface Issue {
  readonly owner: string;
  readonly repo: string;
  readonly issue_number: number;
}

/**
 * Writes the comment: the oldest one of ours is edited, later ones (an answer that got lost, two runs at once) are removed.
 * May be asked for again after any failure. Returns the comment's address, undefined where it is left alone.
 */
export async function writeSticky(
  { rest, paginate }: GitHubClient,
  { owner, repo, issue_number }: Issue,
  { author, isOurs, render }: Sticky,
): Promise<string | undefined> {
  const all = await paginate(rest.issues.listComments, { owner, repo, issue_number, per_page: 100 });
  const [first, ...doubles] = all.filter(({ user, body }) => user?.login === author && isOurs(body ?? ''));
  const body = render(first?.body ?? undefined);
  if (body === undefined) {
    return undefined;
  }
  for (const { id } of doubles) {
    await rest.issues.deleteComment({ owner, repo, comment_id: id });
  }
  if (first === undefined) {
    return (await rest.issues.createComment({ owner, repo, issue_number, body })).data.html_url;
  }
  if (first.body !== body) {
    await rest.issues.updateComment({ owner, repo, comment_id: first.id, body });
  }
  return first.html_url;
}
