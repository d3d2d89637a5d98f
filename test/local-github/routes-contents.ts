import { ApiError, notFound } from './api-error.ts';
import { resolveCommit } from './commits.ts';
import { askGit } from './git.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import type { Call, Route } from './route.ts';
import { readTree, type TreeEntry } from './trees.ts';

const READ = [{ contents: 'read' }] as const;

/** Files and folders at a commit. */
export const contentRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/contents', permissions: READ, handle: readContents },
  { method: 'GET', pattern: '/contents/*path', permissions: READ, handle: readContents },
];

async function readContents(call: Call) {
  const { repository, params, request } = call;
  const { bare } = repository;
  const ref = request.query.get('ref') ?? repository.defaultBranch;
  const commit = await resolveCommit(bare, ref);
  if (commit === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`);
  const path = (params['path'] ?? '').replace(/\/$/, '');
  if (path === '') return listFolder(call, commit, ref, '');
  const [entry] = await readTree(bare, commit, { path });
  if (entry === undefined) throw notFound();
  if (entry.type === 'tree') return listFolder(call, commit, ref, `${path}/`);
  const { stdout } = await askGit(bare, ['cat-file', 'blob', entry.sha]);
  const accept = request.headers['accept'] ?? '';
  if (/application\/vnd\.github\.(?:v3\.)?raw/.test(accept)) return { body: stdout.toString() };
  const content = stdout.toString('base64').replace(/.{60}/g, '$&\n');
  return { body: { ...presentEntry(entry, ref, call), encoding: 'base64', content: `${content}\n` } };
}

async function listFolder(call: Call, commit: string, ref: string, path: string) {
  const entries = await readTree(call.repository.bare, commit, { path });
  return { body: entries.map((entry) => presentEntry(entry, ref, call)) };
}

const TYPES: Readonly<Record<string, string>> = { tree: 'dir', commit: 'submodule', blob: 'file' };

function presentEntry(entry: TreeEntry, ref: string, { hub, repository }: Call) {
  const isFile = entry.type === 'blob';
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const self = `${apiOf(repository, hub)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const gitUrl = `${apiOf(repository, hub)}/git/${isFile ? 'blobs' : 'trees'}/${entry.sha}`;
  const page = `${htmlOf(repository, hub)}/${isFile ? 'blob' : 'tree'}/${encodeURIComponent(ref)}/${path}`;
  return {
    name: entry.path.split('/').at(-1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: page,
    git_url: gitUrl,
    download_url: isFile ? `${htmlOf(repository, hub)}/raw/${encodeURIComponent(ref)}/${path}` : null,
    type: entry.mode === '120000' ? 'symlink' : TYPES[entry.type],
    _links: { self, git: gitUrl, html: page },
  };
}
