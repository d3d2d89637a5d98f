import { ApiError, notFound } from './api-error.ts';
import { guardBranch } from './branch-guard.ts';
import { isAncestor, listRefs, type Ref, readCommit } from './commits.ts';
import { fieldsOf } from './fields.ts';
import { askGit, git } from './git.ts';
import type { Repository, Site } from './hub.ts';
import { paginate } from './paging.ts';
import { apiOf } from './present-repository.ts';
import { afterPush, type Move } from './pushes.ts';
import { branchOf } from './ref-update.ts';
import { nodeId } from './repositories.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import { guardWorkflowFiles } from './workflow-files.ts';

const READ = [{ contents: 'read' }] as const;
const WRITE = [{ contents: 'write' }] as const;
/** Where workflow files are another's, `contents` is not enough: which of the two it takes GitHub finds out then. */
const MOVE = [{ contents: 'write' }, { contents: 'write', workflows: 'write' }] as const;

/** Branches, tags and all other refs. */
export const refRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/git/ref/*ref',
    permissions: READ,
    async handle({ hub, repository, params }) {
      const found = await findRef(repository, `refs/${params['ref']}`);
      if (found === undefined) throw notFound();
      return { body: presentRef(found, repository, hub) };
    },
  },
  {
    method: 'GET',
    pattern: '/git/matching-refs/*ref',
    permissions: READ,
    async handle(call) {
      const { hub, repository, params } = call;
      const refs = await listRefs(repository.bare);
      const found = refs.filter(({ ref }) => ref.startsWith(`refs/${params['ref']}`));
      const { page, headers } = hub.pagedRefs ? paginate(found, call) : { page: found, headers: {} };
      return { headers, body: page.map((ref) => presentRef(ref, repository, hub)) };
    },
  },
  { method: 'POST', pattern: '/git/refs', permissions: MOVE, handle: createRef },
  { method: 'PATCH', pattern: '/git/refs/*ref', permissions: MOVE, handle: updateRef },
  { method: 'DELETE', pattern: '/git/refs/*ref', permissions: WRITE, handle: deleteRef },
];

async function findRef(repository: Repository, name: string): Promise<Ref | undefined> {
  return (await listRefs(repository.bare)).find(({ ref }) => ref === name);
}

function presentRef({ ref, sha, type }: Ref, repository: Repository, site: Site) {
  const api = apiOf(repository, site);
  const path = ref.split('/').map(encodeURIComponent).join('/');
  return {
    ref,
    node_id: nodeId('Ref', `${repository.id}:${ref}`),
    url: `${api}/git/${path}`,
    object: { type, sha, url: `${api}/git/${type}s/${sha}` },
  };
}

async function createRef(call: Call): Promise<ApiAnswer> {
  const { repository, hub } = call;
  const fields = fieldsOf(call);
  const ref = fields.requiredText('ref');
  const sha = fields.requiredText('sha');
  const parts = ref.split('/');
  if (parts[0] !== 'refs' || parts.length < 3 || (await askGit(repository.bare, ['check-ref-format', ref])).code !== 0)
    throw new ApiError(422, `${ref} is not a valid ref name.`);
  await requireObject(repository, sha);
  if ((await findRef(repository, ref)) !== undefined) throw new ApiError(422, 'Reference already exists');
  const move = { ref, before: undefined, after: sha };
  await guardWorkflowFiles(call, move);
  await guard(call, move);
  await moveRef(repository, ref, sha, '0'.repeat(40));
  await afterPush(repository, move, call.token.actor);
  const body = presentRef((await findRef(repository, ref)) ?? { ref, sha, type: 'commit' }, repository, hub);
  return { status: 201, headers: { location: body.url }, body };
}

async function updateRef(call: Call): Promise<ApiAnswer> {
  const { repository, hub } = call;
  const fields = fieldsOf(call);
  const sha = fields.requiredText('sha');
  const known = await requireRef(call);
  await requireObject(repository, sha);
  const move = { ref: known.ref, before: known.sha, after: sha };
  await guardWorkflowFiles(call, move);
  if (fields.flag('force') !== true && !(await isAncestor(repository.bare, known.sha, sha)))
    throw new ApiError(422, 'Update is not a fast forward');
  await guard(call, move);
  await moveRef(repository, known.ref, sha, known.sha);
  await afterPush(repository, move, call.token.actor);
  return { body: presentRef({ ...known, sha }, repository, hub) };
}

async function deleteRef(call: Call): Promise<ApiAnswer> {
  const known = await requireRef(call);
  const move = { ref: known.ref, before: known.sha, after: undefined };
  await guard(call, move);
  await git(call.repository.bare, 'update-ref', '-d', known.ref, known.sha);
  await afterPush(call.repository, move, call.token.actor);
  return { status: 204, body: undefined };
}

/** Rules are those of branches; what is no commit git itself makes no branch of. */
async function guard(call: Call, { ref, before, after }: Move): Promise<void> {
  const branch = branchOf(ref);
  if (branch === undefined) return;
  if (after !== undefined && (await readCommit(call.repository.bare, after)) === undefined) return;
  await guardBranch(call, { branch, before, after });
}

async function requireRef({ repository, params }: Call): Promise<Ref> {
  const known = await findRef(repository, `refs/${params['ref']}`);
  if (known === undefined) throw new ApiError(422, 'Reference does not exist');
  return known;
}

async function requireObject(repository: Repository, sha: string): Promise<void> {
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw new ApiError(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
  if ((await askGit(repository.bare, ['cat-file', '-e', sha])).code !== 0)
    throw new ApiError(422, 'Object does not exist');
}

/** Moves a ref that is where it was a moment ago; git refuses `a/b` beside `a`. */
async function moveRef({ bare }: Repository, ref: string, sha: string, before: string): Promise<void> {
  const { code } = await askGit(bare, ['update-ref', ref, sha, before]);
  if (code !== 0) throw new ApiError(422, 'Reference update failed');
}
