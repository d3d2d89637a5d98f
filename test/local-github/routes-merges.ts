import { ApiError, notFound } from './api-error.ts';
import { guardBranch } from './branch-guard.ts';
import { isAncestor, listRefs, resolveCommit } from './commits.ts';
import { fieldsOf } from './fields.ts';
import { askGit } from './git.ts';
import { type MergeMethod, mergeCommits } from './merge.ts';
import { guardPull } from './merge-guard.ts';
import { presentCommit, requireCommit } from './present-commit.ts';
import { presentFiles } from './present-files.ts';
import { afterPush } from './pushes.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import { guardMerge } from './workflow-files.ts';

const READ = [{ contents: 'read' }] as const;
const WRITE = [{ contents: 'write' }, { contents: 'write', workflows: 'write' }] as const;

/** Merges of branches and of pull requests, made by git. */
export const mergeRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/merges', permissions: WRITE, handle: mergeBranches },
  { method: 'PUT', pattern: '/pulls/:number/merge', permissions: WRITE, handle: mergePull },
  {
    method: 'GET',
    pattern: '/pulls/:number/merge',
    permissions: READ,
    async handle({ repository, params }) {
      const pull = await repository.pulls.find(Number(params['number']));
      if (pull?.mergedAt === undefined) throw notFound();
      return { status: 204, body: undefined };
    },
  },
];

async function mergeBranches(call: Call): Promise<ApiAnswer> {
  const { repository, hub } = call;
  const { bare } = repository;
  const fields = fieldsOf(call);
  const base = fields.requiredText('base');
  const head = fields.requiredText('head');
  const into = (await listRefs(bare)).find(({ ref }) => ref === `refs/heads/${base}`);
  if (into === undefined) throw new ApiError(404, 'Base does not exist');
  const sha = await resolveCommit(bare, head);
  if (sha === undefined) throw new ApiError(404, 'Head does not exist');
  if (await isAncestor(bare, sha, into.sha)) return { status: 204, body: undefined };
  const message = fields.text('commit_message') ?? `Merge ${head} into ${base}`;
  const merged = await mergeCommits(bare, into.sha, sha, message);
  if (merged === undefined) throw new ApiError(409, 'Merge conflict');
  await guardMerge(call, into.sha, merged);
  const move = { ref: into.ref, before: into.sha, after: merged };
  await guardBranch(call, { ...move, branch: base }, 409);
  const { code } = await askGit(bare, ['update-ref', into.ref, merged, into.sha]);
  if (code !== 0) throw new ApiError(409, 'Base branch was modified. Review and try the merge again.');
  await afterPush(repository, move, call.token.actor);
  const files = await presentFiles(repository, hub, into.sha, merged);
  return { status: 201, body: { ...presentCommit(await requireCommit(repository, merged), repository, hub), files } };
}

const METHODS: readonly MergeMethod[] = ['merge', 'squash', 'rebase'];

async function mergePull(call: Call): Promise<ApiAnswer> {
  const { repository, params, token } = call;
  const fields = fieldsOf(call);
  const given = fields.text('merge_method') ?? 'merge';
  const method = METHODS.find((known) => known === given);
  if (method === undefined)
    throw new ApiError(422, `Invalid request.\n\n${given} is not a member of ${JSON.stringify(METHODS)}.`);
  const pull = await repository.pulls.find(Number(params['number']));
  if (pull === undefined) throw notFound();
  if (pull.draft && pull.state === 'open') throw new ApiError(405, 'Pull Request is still a draft');
  if (pull.state === 'closed' || pull.mergeSha === undefined) throw new ApiError(405, 'Pull Request is not mergeable');
  const sha = fields.text('sha');
  if (sha !== undefined && sha !== pull.headSha)
    throw new ApiError(409, 'Head branch was modified. Review and try the merge again.');
  // The test merge has the files that every way of merging brings.
  await guardMerge(call, pull.baseSha, pull.mergeSha);
  await guardPull(repository, pull, method, token.actor);
  const [title, message] = [fields.text('commit_title'), fields.text('commit_message')];
  const merged = await repository.pulls.merge(pull.number, method, {
    by: token.actor,
    ...(title === undefined ? {} : { title }),
    ...(message === undefined ? {} : { message }),
  });
  const move = { ref: `refs/heads/${pull.base}`, before: pull.baseSha, after: merged.mergeSha };
  await afterPush(repository, move, token.actor);
  return { body: { sha: merged.mergeSha, merged: true, message: 'Pull Request successfully merged' } };
}
