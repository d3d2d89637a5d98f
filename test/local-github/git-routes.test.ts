import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalGithub, startLocalGithub } from './server.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

let tree: WorkTree;
let github: LocalGithub;
let first: string;
let onMain: string;
let onFeature: string;

beforeAll(async () => {
  tree = makeBareRepository();
  first = tree.git('rev-parse', 'refs/heads/main');
  onFeature = tree.commit('feature/a#b', { 'api/handler.ts': 'export {};\n', 'README.md': null });
  onMain = tree.commit('main', { 'ui/index.html': '<p>' });
  tree.git('tag', 'v1', first);
  const repository = { owner: 'acme', name: 'shop', id: 1001, ownerId: 2001, defaultBranch: 'main', bare: tree.bare };
  github = await startLocalGithub({ repositories: [{ ...repository, private: true, formerNames: ['acme/old'] }] });
});
afterAll(async () => {
  await github.close();
  tree.remove();
});

const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${github.url}${path}`, { ...init, headers: { authorization: `Bearer ${github.token}`, ...headers } });
async function read(path: string) {
  const answer = await ask(path);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}

describe('a repository', () => {
  it('is found by name, by id, and by the name it had', async () => {
    const shape = {
      id: 1001,
      full_name: 'acme/shop',
      default_branch: 'main',
      owner: { login: 'acme', id: 2001 },
      private: true,
    };
    expect((await read('/repos/acme/shop')).body).toMatchObject(shape);
    expect((await read('/repositories/1001')).body).toMatchObject(shape);
    expect((await read('/repos/ACME/Shop')).body).toMatchObject(shape);
    const moved = await ask('/repos/acme/old/branches/main?a=b', {}, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      `${github.url}/repositories/1001/branches/main?a=b`,
    ]);
    expect((await read('/repos/acme/none')).status).toBe(404);
  });

  it.each([
    [{}, 'Requires authentication'],
    [{ authorization: 'Bearer wrong' }, 'Bad credentials'],
  ])('is not shown to %j', async (headers, message) => {
    const answer = await fetch(`${github.url}/repos/acme/shop`, { headers });
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ message })]);
  });

  it('takes `token` for `Bearer`', async () => {
    expect((await ask('/repos/acme/shop', { authorization: `token ${github.token}` })).status).toBe(200);
  });
});

describe('refs and branches', () => {
  it.each(['/branches/feature/a%23b', '/branches/feature%2Fa%23b'])('reads %s', async (path) => {
    const { body } = await read(`/repos/acme/shop${path}`);
    expect(body).toMatchObject({ name: 'feature/a#b', commit: { sha: onFeature } });
  });

  it('reads one ref and those that begin alike', async () => {
    expect((await read('/repos/acme/shop/git/ref/heads/main')).body).toMatchObject({
      ref: 'refs/heads/main',
      object: { type: 'commit', sha: onMain },
    });
    expect((await read('/repos/acme/shop/git/ref/heads/ma')).status).toBe(404);
    const { body } = await read('/repos/acme/shop/git/matching-refs/heads/');
    expect((body as unknown as { ref: string }[]).map(({ ref }) => ref)).toEqual([
      'refs/heads/feature/a#b',
      'refs/heads/main',
    ]);
  });

  it('takes what a matching ref begins with to the letter', async () => {
    const count = async (prefix: string) =>
      ((await read(`/repos/acme/shop/git/matching-refs/${prefix}`)).body as unknown as unknown[]).length;
    expect(await count('heads/feature')).toBe(1);
    expect(await count('heads/featu/')).toBe(0);
    expect(await count('')).toBe(3);
  });

  it('sees a push at once: nothing is kept', async () => {
    const sha = tree.commit('later', { 'x.txt': '1' });
    expect((await read('/repos/acme/shop/branches/later')).body).toMatchObject({ commit: { sha } });
    tree.git('update-ref', '-d', 'refs/heads/later');
    expect(await read('/repos/acme/shop/branches/later')).toMatchObject({
      status: 404,
      body: { message: 'Branch not found' },
    });
  });
});

describe('commits', () => {
  it.each(['main', 'heads/main', 'refs/heads/main'])('are found by %s', async (name) => {
    expect((await read(`/repos/acme/shop/commits/${name}`)).body).toMatchObject({
      sha: onMain,
      parents: [{ sha: first }],
      commit: { message: 'main: ui/index.html', author: { name: 'T', date: expect.stringMatching(/^\d{4}-.*\dZ$/) } },
      files: [{ filename: 'ui/index.html', status: 'added' }],
    });
  });

  it('are found by tag, full and short id, and are text when asked so', async () => {
    for (const name of ['v1', first, first.slice(0, 8)]) {
      const answer = await ask(`/repos/acme/shop/commits/${name}`, { accept: 'application/vnd.github.sha' });
      expect(await answer.text()).toBe(first);
    }
    expect((await read(`/repos/acme/shop/commits/${'0'.repeat(40)}`)).status).toBe(422);
    expect((await read('/repos/acme/shop/commits/--all')).status).toBe(422);
  });

  it('have their git side', async () => {
    const { body } = await read(`/repos/acme/shop/git/commits/${onMain}`);
    expect(body).toMatchObject({
      sha: onMain,
      tree: { sha: tree.git('rev-parse', `${onMain}^{tree}`) },
      parents: [{ sha: first }],
    });
    expect((await read(`/repos/acme/shop/git/commits/${'1'.repeat(40)}`)).status).toBe(404);
  });
});

describe('a comparison', () => {
  const compare = async (base: string, head: string) => (await read(`/repos/acme/shop/compare/${base}...${head}`)).body;

  it('tells identical, ahead, behind and diverged', async () => {
    expect(await compare('main', onMain)).toMatchObject({ status: 'identical', ahead_by: 0, behind_by: 0 });
    expect(await compare(first, 'main')).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
      commits: [{ sha: onMain }],
    });
    expect(await compare('main', first)).toMatchObject({ status: 'behind', ahead_by: 0, behind_by: 1, commits: [] });
    expect(await compare('main', 'feature%2Fa%23b')).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      merge_base_commit: { sha: first },
      files: [
        { filename: 'README.md', status: 'removed' },
        { filename: 'api/handler.ts', status: 'added' },
      ],
    });
  });

  it('names the commit that both come from: the base itself where head is ahead of it', async () => {
    expect(await compare(first, 'main')).toMatchObject({ merge_base_commit: { sha: first } });
    expect(await compare('main', first)).toMatchObject({ merge_base_commit: { sha: first } });
    expect(await compare(onMain, onFeature)).toMatchObject({ merge_base_commit: { sha: first } });
  });

  it('is not found for commits without a common ancestor', async () => {
    const alone = tree.git('commit-tree', `${first}^{tree}`, '-m', 'alone');
    expect(await read(`/repos/acme/shop/compare/main...${alone}`)).toMatchObject({
      status: 404,
      body: { message: `No common ancestor between main and ${alone}.` },
    });
  });

  it('is not found for a commit that is not there', async () => {
    expect((await read(`/repos/acme/shop/compare/main...${'0'.repeat(40)}`)).status).toBe(404);
    expect((await read('/repos/acme/shop/compare/main...')).status).toBe(404);
  });
});

describe('contents', () => {
  it('are files, raw files and folders, at any commit', async () => {
    const { body } = await read('/repos/acme/shop/contents/api/serverless.yml');
    expect(Buffer.from(String(body['content']), 'base64').toString()).toBe('service: api\n');
    expect(body).toMatchObject({ type: 'file', encoding: 'base64', path: 'api/serverless.yml', size: 13 });
    const raw = await ask('/repos/acme/shop/contents/README.md?ref=v1', { accept: 'application/vnd.github.raw+json' });
    expect(await raw.text()).toBe('hello\n');
    const folder = await read('/repos/acme/shop/contents?ref=main');
    expect(folder.body).toMatchObject([
      { path: 'README.md', type: 'file' },
      { path: 'api', type: 'dir' },
      { path: 'ui' },
    ]);
    expect((await read('/repos/acme/shop/contents/README.md?ref=feature/a%23b')).status).toBe(404);
    expect((await read('/repos/acme/shop/contents/README.md?ref=none')).status).toBe(404);
  });
});
