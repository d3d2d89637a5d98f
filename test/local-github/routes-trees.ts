import { ApiError, notFound } from './api-error.ts';
import { type Fields, fieldsIn, fieldsOf, isRecord } from './fields.ts';
import { askGit } from './git.ts';
import type { Repository } from './hub.ts';
import { apiOf } from './present-repository.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import { readTree, type TreeChange, writeBlob, writeTree } from './trees.ts';
import { guardTree } from './workflow-files.ts';

/** Git's trees. */
export const treeRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/git/trees/*tree',
    permissions: [{ contents: 'read' }],
    async handle(call) {
      const sha = await findTree(call.repository, call.params['tree'] ?? '');
      if (sha === undefined) throw notFound();
      const recursive = call.request.query.get('recursive');
      return { body: await presentTree(call, sha, recursive !== null && recursive !== '') };
    },
  },
  {
    method: 'POST',
    pattern: '/git/trees',
    permissions: [{ contents: 'write' }, { contents: 'write', workflows: 'write' }],
    handle: createTree,
  },
];

/** The tree of a tree's, commit's or branch's name. */
async function findTree({ bare }: Repository, name: string): Promise<string | undefined> {
  for (const spec of [name, `refs/heads/${name}`, `refs/tags/${name}`]) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${spec}^{tree}`];
    const { code, stdout } = await askGit(bare, args);
    if (code === 0) return stdout.toString().trim().split('\n').at(-1);
  }
  return undefined;
}

async function presentTree({ repository, hub }: Call, sha: string, recursive: boolean) {
  const api = apiOf(repository, hub);
  const tree = (await readTree(repository.bare, sha, { recursive })).map((entry) => ({
    path: entry.path,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...(entry.size === undefined ? {} : { size: entry.size }),
    // A submodule's commit is in another repository.
    ...(entry.type === 'commit' ? {} : { url: `${api}/git/${entry.type}s/${entry.sha}` }),
  }));
  return { sha, url: `${api}/git/trees/${sha}`, tree, truncated: false };
}

async function createTree(call: Call): Promise<ApiAnswer> {
  const { repository } = call;
  const fields = fieldsOf(call);
  const entries = fields.list('tree');
  if (entries === undefined) throw new ApiError(422, 'Invalid request.\n\n"tree" wasn\'t supplied.');
  const base = fields.text('base_tree');
  const baseTree = base === undefined ? undefined : await findTree(repository, base);
  if (base !== undefined && baseTree === undefined) throw notFound();
  const changes: TreeChange[] = [];
  for (const entry of entries.filter(isRecord)) changes.push(await readChange(repository, fieldsIn(entry), entry));
  const sha = await writeTree(repository.bare, baseTree, changes);
  await guardTree(call, baseTree, sha);
  const body = await presentTree(call, sha, false);
  return { status: 201, headers: { location: body.url }, body };
}

const MODES = ['100644', '100755', '040000', '160000', '120000'];

async function readChange(
  { bare }: Repository,
  fields: Fields,
  entry: Readonly<Record<string, unknown>>,
): Promise<TreeChange> {
  const path = fields.text('path') ?? '';
  const mode = fields.text('mode') ?? '';
  if (path === '' || path.split('/').some((part) => ['', '.', '..', '.git'].includes(part)))
    throw new ApiError(422, 'tree.path contains a malformed path component');
  if (!MODES.includes(mode)) throw new ApiError(422, `Must supply a valid tree.mode`);
  if (entry['sha'] === null) return { path, mode, sha: null };
  const content = fields.text('content');
  if (content !== undefined) return { path, mode, sha: await writeBlob(bare, Buffer.from(content)) };
  const sha = fields.text('sha');
  if (sha === undefined) throw new ApiError(422, 'Must supply either tree.sha or tree.content');
  const isThere = mode === '160000' || (await askGit(bare, ['cat-file', '-e', sha])).code === 0;
  if (!/^[0-9a-f]{40}$/.test(sha) || !isThere) throw new ApiError(422, `tree.sha ${sha} is not a valid object`);
  return { path, mode, sha };
}
