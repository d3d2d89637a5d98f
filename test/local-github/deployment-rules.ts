import { ApiError } from './api-error.ts';
import { guardBranch } from './branch-guard.ts';
import { isAncestor, listRefs } from './commits.ts';
import { git } from './git.ts';
import type { Repository } from './hub.ts';
import { mergeCommits } from './merge.ts';
import { afterPush } from './pushes.ts';
import type { Call } from './route.ts';
import { guardMerge } from './workflow-files.ts';

/**
 * Merges the default branch into the branch to be deployed when that is behind, and returns what GitHub says then (202:
 * no deployment is made); undefined when there is nothing to merge. Throws 409 on a conflict, and, as GitHub does, where
 * the ref is no plain branch name: nothing can be merged into a commit, a tag or `refs/heads/x`.
 */
export async function bringUpToDate(
  { repository, token }: Pick<Call, 'repository' | 'token'>,
  ref: string,
  sha: string,
): Promise<string | undefined> {
  const { bare, defaultBranch } = repository;
  const branches = new Map((await listRefs(bare)).map((one) => [one.ref, one.sha]));
  const base = branches.get(`refs/heads/${defaultBranch}`);
  if (base === undefined || (await isAncestor(bare, base, sha))) return undefined;
  const isBranch = branches.get(`refs/heads/${ref}`) === sha;
  const merged = isBranch ? await mergeCommits(bare, sha, base, `Merge ${defaultBranch} into ${ref}`) : undefined;
  if (merged === undefined) throw new ApiError(409, `Conflict merging ${defaultBranch} into ${ref}.`);
  const move = { ref: `refs/heads/${ref}`, before: sha, after: merged };
  await guardMerge({ repository, token }, sha, merged);
  await guardBranch({ repository, token }, { ...move, branch: ref }, 409);
  await git(bare, 'update-ref', move.ref, merged, sha);
  await afterPush(repository, move, token.actor);
  return `Auto-merged ${defaultBranch} into ${ref} on deployment.`;
}

/**
 * Throws 409 unless these contexts are `success` at a commit: statuses and check runs are contexts alike. Without a list
 * all that the commit has must be, with an empty one none.
 */
export function requireContexts(
  repository: Repository,
  ref: string,
  sha: string,
  required: readonly string[] | undefined,
): void {
  const has = [
    ...repository.statuses.latest(sha).map(({ context, state }) => ({ context, state })),
    ...repository.checks.latest(sha).map((run) => ({ context: run.name, state: run.conclusion ?? 'pending' })),
  ];
  const wanted = required ?? has.map(({ context }) => context);
  const isGreen = (name: string) => has.some(({ context, state }) => context === name && state === 'success');
  const isRed = (name: string) => has.some(({ context, state }) => context === name && state !== 'success');
  if (wanted.every((name) => isGreen(name) && !isRed(name))) return;
  const contexts = required === undefined ? has : has.filter(({ context }) => required.includes(context));
  throw new ApiError(409, `Conflict: Commit status checks failed for ${ref}.`, [
    { contexts, resource: 'Deployment', field: 'required_contexts', code: 'invalid' },
  ]);
}
