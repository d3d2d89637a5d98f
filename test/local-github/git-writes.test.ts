import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
let main: string;
beforeEach(async () => {
  shop = await openShop({ now: () => Date.UTC(2026, 10, 2, 10) });
  main = shop.tree.git('rev-parse', 'main');
});
afterEach(() => shop.close());

const git = () => shop.octokit().rest.git;
const refuses = (message: string) => ({ status: 422, message: expect.stringContaining(message) });

describe('a tree', () => {
  const create = async (tree: object[], base: string | undefined = 'main') =>
    (await git().createTree({ ...SHOP, tree, ...(base === '' ? {} : { base_tree: base }) })).data;
  const files = (sha: string) => shop.tree.git('ls-tree', '-r', '--name-only', sha).split('\n');

  it('is made of another and of texts, blobs and trees', async () => {
    const { data: blob } = await git().createBlob({ ...SHOP, content: 'aGk=', encoding: 'base64' });
    const folder = shop.tree.git('rev-parse', 'main:api');
    const { sha } = await create([
      { path: 'docs/deep/a.md', mode: '100644', type: 'blob', content: '# A' },
      { path: 'run.sh', mode: '100755', type: 'blob', sha: blob.sha },
      { path: 'ui', mode: '040000', type: 'tree', sha: folder },
    ]);
    expect(files(sha)).toEqual(['README.md', 'api/serverless.yml', 'docs/deep/a.md', 'run.sh', 'ui/serverless.yml']);
    expect(shop.tree.git('show', `${sha}:run.sh`)).toBe('hi');
    expect(shop.tree.git('ls-tree', sha, 'run.sh')).toContain('100755 blob');
  });

  it('loses files and folders, and a file gives way to a folder', async () => {
    const { sha } = await create([
      { path: 'api', mode: '040000', type: 'tree', sha: null },
      { path: 'README.md/x', mode: '100644', type: 'blob', content: 'x' },
    ]);
    expect(files(sha)).toEqual(['README.md/x']);
    const alone = await create([{ path: 'a', mode: '100644', type: 'blob', content: 'x' }], '');
    expect(files(alone.sha)).toEqual(['a']);
  });

  it('is read by its id, a commit or a branch, one level or all', async () => {
    const sha = shop.tree.git('rev-parse', 'main^{tree}');
    for (const name of [sha, main, 'main']) {
      const { data } = await git().getTree({ ...SHOP, tree_sha: name });
      expect([data.sha, data.tree.map(({ path, type }) => [path, type])]).toEqual([
        sha,
        [
          ['README.md', 'blob'],
          ['api', 'tree'],
        ],
      ]);
    }
    const { data } = await git().getTree({ ...SHOP, tree_sha: 'main', recursive: '1' });
    expect(data.tree.map(({ path, size }) => [path, size])).toEqual([
      ['README.md', 6],
      ['api', undefined],
      ['api/serverless.yml', 13],
    ]);
    await expect(git().getTree({ ...SHOP, tree_sha: 'none' })).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    [{ path: '../a', mode: '100644', content: 'x' }, 'malformed path'],
    [{ path: '.git/config', mode: '100644', content: 'x' }, 'malformed path'],
    [{ path: 'a', mode: '100600', content: 'x' }, 'valid tree.mode'],
    [{ path: 'a', mode: '100644' }, 'tree.sha or tree.content'],
    [{ path: 'a', mode: '100644', sha: '1'.repeat(40) }, 'not a valid object'],
  ])('is not made of %j', async (entry, message) => {
    await expect(create([entry])).rejects.toMatchObject(refuses(message));
  });
});

describe('a commit', () => {
  it('is made of a tree and parents, by whom it says, and moves no branch', async () => {
    const tree = shop.tree.git('rev-parse', 'main^{tree}');
    const author = { name: 'octocat', email: 'octocat@users.noreply.github.com', date: '2026-10-01T12:00:00Z' };
    const { data } = await git().createCommit({ ...SHOP, message: 'Say it\n\nagain', tree, parents: [main], author });
    expect(data).toMatchObject({ message: 'Say it\n\nagain', author, committer: author, parents: [{ sha: main }] });
    expect(shop.tree.git('cat-file', '-t', data.sha)).toBe('commit');
    expect(shop.tree.git('rev-parse', 'main')).toBe(main);
    const { data: plain } = await git().createCommit({ ...SHOP, message: 'x', tree });
    expect(plain).toMatchObject({ parents: [], committer: { name: 'GitHub', date: '2026-11-02T10:00:00Z' } });
    expect((await git().getCommit({ ...SHOP, commit_sha: plain.sha })).data).toEqual(plain);
  });

  it('needs a tree and parents that are there', async () => {
    const tree = shop.tree.git('rev-parse', 'main^{tree}');
    const create = (more: object) => git().createCommit({ ...SHOP, message: 'x', tree, ...more });
    await expect(create({ tree: main })).rejects.toMatchObject(refuses('Tree SHA does not exist'));
    await expect(create({ parents: [tree] })).rejects.toMatchObject(refuses('Parent SHA does not exist'));
  });
});

describe('a ref', () => {
  it('is made, moved and deleted in the bare repository', async () => {
    const next = shop.tree.commit('main', { 'a.txt': '1' });
    const { status } = await git().createRef({ ...SHOP, ref: 'refs/heads/feature/x', sha: main });
    expect(status).toBe(201);
    const ref = { ...SHOP, ref: 'heads/feature/x' };
    expect((await git().updateRef({ ...ref, sha: next })).data.object.sha).toBe(next);
    expect(shop.tree.git('rev-parse', 'feature/x')).toBe(next);
    expect((await git().deleteRef(ref)).status).toBe(204);
    await expect(git().getRef(ref)).rejects.toMatchObject({ status: 404 });
    await expect(git().deleteRef(ref)).rejects.toMatchObject(refuses('Reference does not exist'));
    await expect(git().updateRef({ ...ref, sha: next })).rejects.toMatchObject(refuses('Reference does not exist'));
  });

  it('goes back by force alone', async () => {
    const next = shop.tree.commit('main', { 'a.txt': '1' });
    const back = { ...SHOP, ref: 'heads/main', sha: main };
    await expect(git().updateRef(back)).rejects.toMatchObject(refuses('Update is not a fast forward'));
    expect(shop.tree.git('rev-parse', 'main')).toBe(next);
    await git().updateRef({ ...back, force: true });
    expect(shop.tree.git('rev-parse', 'main')).toBe(main);
  });

  it.each([
    [{ ref: 'refs/heads/main' }, 'Reference already exists'],
    [{ ref: 'refs/heads/main/x' }, 'Reference update failed'],
    [{ ref: 'heads/x' }, 'not a valid ref name'],
    [{ ref: 'refs/heads/a..b' }, 'not a valid ref name'],
    [{ sha: '1'.repeat(40) }, 'Object does not exist'],
    [{ sha: 'main' }, 'exactly 40 characters'],
  ])('is not made of %j', async (given, message) => {
    const made = git().createRef({ ...SHOP, ref: 'refs/heads/x', sha: main, ...given });
    await expect(made).rejects.toMatchObject(refuses(message));
  });
});
