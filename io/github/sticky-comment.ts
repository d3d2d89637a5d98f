import { commentAnswer, read, readNothing, readPages } from './answers.ts';
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
 * May be asked for again after any failure. Returns the comment's address, none where it is left alone.
 */
export async function writeSticky(
  { rest }: GitHubClient,
  { owner, repo, issue_number }: Issue,
  { author, isOurs, render }: Sticky,
): Promise<{ readonly url?: string }> {
  const all = await readPages(commentAnswer, (page) =>
    rest.issues.listComments({ owner, repo, issue_number, ...page }),
  );
  const [first, ...doubles] = all.filter(({ user, body }) => user?.login === author && isOurs(body ?? ''));
  const body = render(first?.body ?? undefined);
  if (body === undefined) {
    return {};
  }
  for (const { id } of doubles) {
    await unlessGone(async () => readNothing(await rest.issues.deleteComment({ owner, repo, comment_id: id })));
  }
  if (first?.body === body) {
    return { url: first.html_url };
  }
  const edited =
    first && (await unlessGone(() => rest.issues.updateComment({ owner, repo, comment_id: first.id, body })));
  const written = edited ?? (await rest.issues.createComment({ owner, repo, issue_number, body }));
  return { url: read(commentAnswer, written).html_url };
}

/** Undefined where somebody removed the comment in the meantime. */
async function unlessGone<Answer>(request: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request();
  } catch (error) {
    if ((error as { status?: number }).status === 404) {
      return undefined;
    }
    throw error;
  }
}
