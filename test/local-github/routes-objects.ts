import { ApiError, notFound } from './api-error.ts';
import { authorshipOf } from './authorship.ts';
import { writeCommit } from './commits.ts';
import { fieldsIn, fieldsOf } from './fields.ts';
import { askGit } from './git.ts';
import { presentGitCommit, requireCommit } from './present-commit.ts';
import { apiOf } from './present-repository.ts';
import { nodeId } from './repositories.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import { writeBlob } from './trees.ts';

const READ = [{ contents: 'read' }] as const;
const WRITE = [{ contents: 'write' }] as const;

/** Git's commits and blobs. */
export const objectRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/git/commits/:sha',
    permissions: READ,
    async handle({ hub, repository, params }) {
      const sha = requireSha(params['sha'] ?? '');
      return { body: presentGitCommit(await requireCommit(repository, sha), repository, hub) };
    },
  },
  { method: 'POST', pattern: '/git/commits', permissions: WRITE, handle: createCommit },
  { method: 'GET', pattern: '/git/blobs/:sha', permissions: READ, handle: readBlob },
  {
    method: 'POST',
    pattern: '/git/blobs',
    permissions: WRITE,
    async handle(call) {
      const fields = fieldsOf(call);
      const encoding = fields.text('encoding') === 'base64' ? 'base64' : 'utf8';
      const sha = await writeBlob(call.repository.bare, Buffer.from(fields.requiredText('content'), encoding));
      const url = `${apiOf(call.repository, call.hub)}/git/blobs/${sha}`;
      return { status: 201, headers: { location: url }, body: { sha, url } };
    },
  },
];

function requireSha(sha: string): string {
  if (/^[0-9a-f]{40}$/.test(sha)) return sha;
  throw new ApiError(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
}

async function createCommit(call: Call): Promise<ApiAnswer> {
  const { repository, hub, token } = call;
  const fields = fieldsOf(call);
  const message = fields.requiredText('message');
  const tree = requireSha(fields.requiredText('tree'));
  const parents = (fields.list('parents') ?? []).map((parent) => requireSha(String(parent)));
  await requireType(call, tree, 'tree', 'Tree SHA does not exist');
  for (const parent of parents)
    await requireType(call, parent, 'commit', 'Parent SHA does not exist or is not a commit object');
  const given = { author: readPerson(call, 'author'), committer: readPerson(call, 'committer') };
  const { author, committer, isSigned } = authorshipOf(token.actor, given, hub);
  const sha = await writeCommit(repository.bare, { tree, parents, message, author, committer }, hub.now());
  if (isSigned && fields.text('signature') === undefined) repository.signatures.add(sha);
  const body = presentGitCommit(await requireCommit(repository, sha), repository, hub);
  return { status: 201, headers: { location: body.url }, body };
}

function readPerson(call: Call, name: 'author' | 'committer') {
  const given = fieldsOf(call).record(name);
  if (given === undefined) return undefined;
  const fields = fieldsIn(given);
  return { name: fields.requiredText('name'), email: fields.requiredText('email'), date: fields.text('date') };
}

async function requireType({ repository }: Call, sha: string, type: string, refusal: string): Promise<void> {
  const { code, stdout } = await askGit(repository.bare, ['cat-file', '-t', sha]);
  if (code !== 0 || stdout.toString().trim() !== type) throw new ApiError(422, refusal);
}

async function readBlob({ hub, repository, params, request }: Call): Promise<ApiAnswer> {
  const sha = requireSha(params['sha'] ?? '');
  const { code, stdout } = await askGit(repository.bare, ['cat-file', 'blob', sha]);
  if (code !== 0) throw notFound();
  if (/application\/vnd\.github\.(?:v3\.)?raw/.test(request.headers['accept'] ?? ''))
    return { body: stdout.toString() };
  return {
    body: {
      sha,
      node_id: nodeId('Blob', sha),
      size: stdout.length,
      url: `${apiOf(repository, hub)}/git/blobs/${sha}`,
      content: `${stdout.toString('base64').replace(/.{60}/g, '$&\n')}\n`,
      encoding: 'base64',
    },
  };
}
