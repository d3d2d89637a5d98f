import { resolveCommit } from './commits.ts';
import { askGit, git } from './git.ts';
import { apiOf } from './present-commit.ts';
import { ApiError, type Call, type Route } from './route.ts';

interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number;
  readonly path: string;
}

/** Files and folders at a commit. */
export const contentRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/contents', handle: readContents },
  { method: 'GET', pattern: '/contents/*path', handle: readContents },
];

async function readContents(call: Call) {
  const { repository, params, request } = call;
  const ref = request.query.get('ref') ?? repository.defaultBranch;
  const commit = await resolveCommit(repository.bare, ref);
  if (commit === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`);
  const path = (params['path'] ?? '').replace(/\/$/, '');
  if (path === '') return listFolder(call, commit, '');
  const [entry] = await listTree(repository.bare, commit, path);
  if (entry === undefined) throw new ApiError(404, 'Not Found');
  if (entry.type === 'tree') return listFolder(call, commit, `${path}/`);
  const { stdout } = await askGit(repository.bare, ['cat-file', 'blob', entry.sha]);
  const accept = request.headers['accept'] ?? '';
  if (/application\/vnd\.github\.(?:v3\.)?raw/.test(accept)) return { body: stdout.toString() };
  const content = stdout.toString('base64').replace(/.{60}/g, '$&\n');
  return { body: { ...presentEntry(entry, call), encoding: 'base64', content: `${content}\n` } };
}

async function listFolder(call: Call, commit: string, folder: string) {
  const entries = await listTree(call.repository.bare, commit, folder);
  return { body: entries.map((entry) => presentEntry(entry, call)) };
}

/** The entry of a path, or what is in a folder when the path ends with a slash or is empty. */
async function listTree(bare: string, commit: string, path: string): Promise<readonly Entry[]> {
  const only = path === '' ? [] : ['--', path];
  const text = await git(bare, 'ls-tree', '-l', '-z', '--full-tree', commit, ...only);
  return text.split('\0').flatMap((line) => {
    const [, mode, type, sha, size, name] = /^(\d+) (\w+) (\w+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || type === undefined || sha === undefined || name === undefined) return [];
    return [{ mode, type, sha, size: Number(size) || 0, path: name }];
  });
}

const TYPES: Readonly<Record<string, string>> = { tree: 'dir', commit: 'submodule', blob: 'file' };

function presentEntry(entry: Entry, { hub, repository }: Call) {
  return {
    type: entry.mode === '120000' ? 'symlink' : TYPES[entry.type],
    size: entry.size,
    name: entry.path.split('/').at(-1),
    path: entry.path,
    sha: entry.sha,
    url: `${apiOf(repository, hub)}/contents/${entry.path}`,
  };
}
