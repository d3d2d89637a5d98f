import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, runGit } from './git.ts';

export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  /** Bytes of a blob. */
  readonly size: number | undefined;
  /** From the top of the tree that was read. */
  readonly path: string;
}

/** What is in a tree or at a path of a commit; an empty path, or one with a slash at the end, is what is in the folder. */
export async function readTree(
  bare: string,
  tree: string,
  options: { readonly path?: string; readonly recursive?: boolean } = {},
): Promise<readonly TreeEntry[]> {
  const { path = '', recursive = false } = options;
  const args = ['ls-tree', '-l', '-z', '--full-tree', ...(recursive ? ['-r', '-t'] : []), tree];
  const text = await git(bare, ...args, ...(path === '' ? [] : ['--', path]));
  return text.split('\0').flatMap((line) => {
    const [, mode, type, sha, size, name] = /^(\d+) (\w+) (\w+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || type === undefined || sha === undefined || name === undefined) return [];
    return [{ mode, type, sha, size: size === '-' ? undefined : Number(size), path: name }];
  });
}

/** Keeps these bytes as a blob; returns its id. */
export function writeBlob(bare: string, content: Buffer): Promise<string> {
  return runGit(bare, ['hash-object', '-w', '--stdin'], { input: content });
}

export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  /** Null takes the path away. */
  readonly sha: string | null;
}

/** Makes a tree of another one (or of none) and changes; returns its id. Throws with git's own words. */
export async function writeTree(
  bare: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'local-github-index-'));
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  try {
    await runGit(bare, base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], { env });
    for (const { path, mode, sha } of changes) {
      await removePath(bare, path, env);
      if (sha === null) continue;
      await putInIndex(bare, mode === '040000' ? await linesOf(bare, sha, path) : `${mode} ${sha}\t${path}\0`, env);
    }
    return await runGit(bare, ['write-tree'], { env });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes a file or a whole folder out of the index. */
async function removePath(bare: string, path: string, env: Readonly<Record<string, string>>): Promise<void> {
  const files = (await runGit(bare, ['ls-files', '-z', '--', `:(literal)${path}`], { env })).split('\0');
  const lines = files.filter((file) => file !== '').map((file) => `0 ${'0'.repeat(40)}\t${file}\0`);
  if (lines.length > 0) await putInIndex(bare, lines.join(''), env);
}

/** What is in a tree, below a path. (`read-tree --prefix` would want files to work on.) */
async function linesOf(bare: string, tree: string, path: string): Promise<string> {
  const entries = await readTree(bare, tree, { recursive: true });
  const files = entries.filter(({ type }) => type !== 'tree');
  return files.map(({ mode, sha, path: name }) => `${mode} ${sha}\t${path}/${name}\0`).join('');
}

async function putInIndex(bare: string, input: string, env: Readonly<Record<string, string>>): Promise<void> {
  await runGit(bare, ['update-index', '-z', '--replace', '--index-info'], { env, input });
}
