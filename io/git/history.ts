import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ancestry } from '../../core/promote/anchor.ts';
import type { HistoryCommit, MergedTree } from '../../core/promote/history.ts';
import { removeAll } from '../files/private.ts';
import { gitEnvironment, runGit } from './run-git.ts';

/** What a clone with its whole history knows; each answer is undefined if git cannot tell (a shallow clone, an old git). */
export interface History {
  /** Whether older commits were left out when it was cloned: then what is not there may be all the same. */
  readonly isShallow: boolean;
  /** One commit. */
  commit(id: string): Promise<HistoryCommit | undefined>;
  /** The line of first parents from a commit, newest first. */
  line(commit: string): Promise<HistoryCommit[] | undefined>;
  /** A commit and all its ancestors with their trees, none before all of its children. */
  ancestry(commit: string): Promise<Ancestry | undefined>;
  /** Where the histories of two commits part. */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  /** Ids of the commits that `to` has and `from` lacks. */
  ids(from: string, to: string): Promise<string[] | undefined>;
  /** The same with what they say, newest first, at most `most`. */
  between(from: string, to: string, most: number): Promise<HistoryCommit[] | undefined>;
  /** Files below a folder in which two commits differ. */
  changed(from: string, to: string, folder: string): Promise<string[] | undefined>;
  /** Merges two trees over a third one; nothing is written into the clone. */
  merge(base: string, ours: string, theirs: string): Promise<MergedTree | undefined>;
}

/** Four fields that end with a zero byte, which no message has. */
const FORMAT = ['-z', '--format=%H%x00%T%x00%P%x00%B'];

/** Opens the history of the clone that a folder is in; undefined if it is in none. */
export async function openHistory(folder: string): Promise<History | undefined> {
  const top = (await runGit(folder, ['rev-parse', '--show-toplevel']))?.trimEnd();
  if (top === undefined || top === '') {
    return undefined;
  }
  const git = (...args: string[]) => runGit(top, args);
  const isShallow = (await git('rev-parse', '--is-shallow-repository'))?.trim() !== 'false';
  const log = async (...args: string[]) => {
    const text = await git('log', ...FORMAT, ...args, '--');
    return text === undefined ? undefined : parseLog(text);
  };
  return {
    isShallow,
    commit: async (id) => (await log('--max-count=1', id))?.[0],
    line: (commit) => log('--first-parent', commit),
    async ancestry(commit) {
      const text = await git('log', '--topo-order', '--format=%H %T', commit, '--');
      return text === undefined ? undefined : new Map(text.split('\n').flatMap(parsePair));
    },
    mergeBase: async (a, b) => (await git('merge-base', a, b))?.trim(),
    ids: async (from, to) => (await git('rev-list', to, `^${from}`, '--'))?.split('\n').filter((id) => id !== ''),
    between: (from, to, most) => log(`--max-count=${most}`, to, `^${from}`),
    async changed(from, to, folder) {
      const text = await git('diff-tree', '-r', '-z', '--name-only', from, to, '--', folder);
      return text?.split('\0').filter((path) => path !== '');
    },
    merge: (base, ours, theirs) => mergeTrees(top, { base, ours, theirs }),
  };
}

function parseLog(text: string): HistoryCommit[] {
  const fields = text.split('\0');
  const commits: HistoryCommit[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [id = '', tree = '', parents = '', message = ''] = fields.slice(at, at + 4);
    commits.push({ id, tree, parents: parents === '' ? [] : parents.split(' '), message: message.trimEnd() });
  }
  return commits;
}

function parsePair(line: string): [string, string][] {
  const [commit = '', tree = ''] = line.split(' ');
  return tree === '' ? [] : [[commit, tree]];
}

interface Trees {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merges trees as git merges commits: two commits on top of one that has the base's tree (git 2.38 has no --merge-base). The
 * objects go into a folder that is removed.
 */
async function mergeTrees(top: string, { base, ours, theirs }: Trees): Promise<MergedTree | undefined> {
  const objects = (await runGit(top, ['rev-parse', '--path-format=absolute', '--git-path', 'objects']))?.trim();
  if (objects === undefined) {
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'merge-'));
  const environment = { ...gitEnvironment(), ...IDENTITY, ...objectFolders(folder, objects) };
  const git = (...args: string[]) => runGit(top, args, { environment });
  const commit = async (tree: string, ...parents: string[]) =>
    (await git('commit-tree', `${tree}^{tree}`, ...parents.flatMap((parent) => ['-p', parent]), '-m', 'merge'))?.trim();
  try {
    const root = await commit(base);
    const sides = root === undefined ? [] : await Promise.all([commit(ours, root), commit(theirs, root)]);
    const [one, other] = sides;
    if (one === undefined || other === undefined) {
      return undefined;
    }
    const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', one, other];
    const merged = await runGit(top, args, { environment, okCodes: [0, 1] });
    const [tree, ...conflicts] = merged?.split('\0') ?? [];
    const differing = tree === undefined ? undefined : await git('diff-tree', '-r', '-z', '--name-only', tree, theirs);
    if (tree === undefined || differing === undefined) {
      return undefined;
    }
    const files = [...conflicts, ...differing.split('\0')].filter((path) => path !== '');
    return { differing: [...new Set(files)].sort() };
  } finally {
    await removeAll(folder);
  }
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'merge',
  GIT_AUTHOR_EMAIL: 'merge@localhost',
  GIT_COMMITTER_NAME: 'merge',
  GIT_COMMITTER_EMAIL: 'merge@localhost',
};

const objectFolders = (folder: string, objects: string) => ({
  GIT_OBJECT_DIRECTORY: folder,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
});
