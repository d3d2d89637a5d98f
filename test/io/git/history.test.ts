import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type History, openHistory } from '../../../io/git/history.ts';
import { makeUserRepository, type UserRepository } from '../../world/repository.ts';

let repository: UserRepository;
let history: History;
let folder: string;
const commits = {} as Record<'root' | 'left' | 'right' | 'odd' | 'merge', string>;
beforeAll(async () => {
  repository = makeUserRepository({ 'a.txt': '1\n2\n3\n4\n5\n' });
  commits.root = repository.head('master');
  commits.left = repository.commit('left', { 'a.txt': 'one\n2\n3\n4\n5\n' });
  commits.right = repository.commit('right', { 'a.txt': '1\n2\n3\n4\nfive\n', 'b ü.txt': 'b' });
  commits.odd = repository.commit(
    'odd',
    { 'a.txt': 'eins\n2\n3\n4\n5\n' },
    { message: 'Odd\u001e\u0001 \n\nBody: x\n' },
  );
  commits.merge = repository.merge('right', 'left');
  folder = repository.checkout(commits.merge);
  history = (await openHistory(folder)) as History;
});
afterAll(() => repository.remove());

describe('the history of a clone', () => {
  it('has the line of first parents, newest first, with whole messages', async () => {
    const line = await history.line(commits.merge);
    expect(line?.map(({ id }) => id)).toEqual([commits.merge, commits.left, commits.root]);
    expect(line?.[0]?.parents).toEqual([commits.left, commits.right]);
    const [odd] = (await history.line(commits.odd)) ?? [];
    expect(odd?.message).toBe('Odd\u001e\u0001 \n\nBody: x');
  });

  it('has the ancestors of a commit with their trees, none before its children', async () => {
    const ancestry = await history.ancestry(commits.merge);
    expect([...(ancestry?.keys() ?? [])].at(-1)).toBe(commits.root);
    expect(ancestry?.get(commits.root)).toBe(repository.git('rev-parse', `${commits.root}^{tree}`));
    expect(ancestry?.size).toBe(4);
  });

  it('tells what one commit has and another lacks', async () => {
    expect(new Set(await history.ids(commits.left, commits.merge))).toEqual(new Set([commits.merge, commits.right]));
    expect(await history.between(commits.left, commits.merge, 1)).toHaveLength(1);
    expect(await history.changed(commits.root, commits.right, '.')).toEqual(['a.txt', 'b ü.txt']);
    expect(await history.mergeBase(commits.left, commits.right)).toBe(commits.root);
  });

  it('merges as git does, and leaves nothing in the clone', async () => {
    const objects = () => readdirSync(join(folder, '.git/objects'), { recursive: true }).length;
    const before = objects();
    const merged = await history.merge(commits.root, commits.left, commits.right);
    expect(merged?.differing).toEqual(['a.txt']);
    expect((await history.merge(commits.root, commits.root, commits.right))?.differing).toEqual([]);
    expect((await history.merge(commits.left, commits.left, commits.merge))?.differing).toEqual([]);
    expect(objects()).toBe(before);
  });

  it('names the files of a conflict', async () => {
    expect((await history.merge(commits.root, commits.left, commits.odd))?.differing).toEqual(['a.txt']);
  });

  it('says that it cannot tell of what it does not have', async () => {
    const stranger = '0'.repeat(39).concat('1');
    expect(await history.line(stranger)).toBeUndefined();
    expect(await history.ancestry(stranger)).toBeUndefined();
    expect(await history.merge(stranger, commits.left, commits.right)).toBeUndefined();
    expect(await history.commit(stranger)).toBeUndefined();
  });

  it('knows of itself whether older commits were left out', async () => {
    expect(history.isShallow).toBe(false);
    const shallow = mkdtempSync(join(tmpdir(), 'shallow-'));
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.bare}`, shallow]);
    expect((await openHistory(shallow))?.isShallow).toBe(true);
    rmSync(shallow, { recursive: true });
  });

  it('is not there outside of a clone', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-clone-'));
    expect(await openHistory(empty)).toBeUndefined();
    rmSync(empty, { recursive: true });
  });
});
