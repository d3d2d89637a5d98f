import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runGit } from '../git/run-git.ts';
import { readCheckoutFile } from './checkout.ts';
import type { Style, Terminal } from './terminal.ts';

/** Files that a set-up wants, by their paths in the repository. */
export interface WantedFiles {
  readonly own: Readonly<Record<string, string>>;
  /** Copies of the product's own, which are told and not shown. */
  readonly copied: Readonly<Record<string, string>>;
}

/** A file that a set-up wants, and how it stands to what is there. */
export interface FileChange {
  readonly path: string;
  readonly text: string;
  readonly status: 'new' | 'same' | 'differs';
  /** The change for a person: a unified diff. */
  shown(terminal: Pick<Terminal, 'style' | 'verbose'>): readonly string[];
}

/** Compares the files that are wanted with those that are there. */
export async function changedFiles(root: string, { own, copied }: WantedFiles): Promise<FileChange[]> {
  const folder = await mkdtemp(join(tmpdir(), 'serverless-stages-'));
  try {
    const all = [...Object.entries(own), ...Object.entries(copied)];
    const changes: FileChange[] = [];
    for (const [path, text] of all) {
      const before = await readCheckoutFile(root, path);
      const status = before === undefined ? 'new' : before === text ? 'same' : 'differs';
      const diff = status === 'same' ? [] : await difference(folder, path, before, text);
      changes.push({ path, text, status, shown: shower(path, status, diff, path in copied) });
    }
    return changes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function difference(folder: string, path: string, before: string | undefined, after: string): Promise<string[]> {
  const [old, now] = [join(folder, 'before'), join(folder, 'after')];
  await Promise.all([writeFile(old, before ?? ''), writeFile(now, after)]);
  const sides = [before === undefined ? '/dev/null' : old, now];
  const text = (await runGit(folder, ['diff', '--no-index', '--no-color', '--', ...sides], { okCodes: [0, 1] })) ?? '';
  const [, ...hunks] = text.split(/^(?=@@ )/m);
  return [
    before === undefined ? '--- /dev/null' : `--- a/${path}`,
    `+++ b/${path}`,
    ...hunks.join('').trimEnd().split('\n'),
  ];
}

const STYLES: Readonly<Record<string, Style>> = { '+': 'green', '-': 'red', '@': 'cyan' };

function shower(
  path: string,
  status: FileChange['status'],
  diff: readonly string[],
  isCopy: boolean,
): FileChange['shown'] {
  return ({ style, verbose }) => {
    if (status === 'same') {
      return [style('dim', `${path} is up to date`)];
    }
    if (status === 'new' && isCopy && !verbose) {
      return [
        style('bold', `+++ b/${path}`),
        `new: a copy of the product's template, ${diff.length - 3} lines (--verbose shows them)`,
      ];
    }
    return diff.map((line) => {
      const own = STYLES[line.slice(0, 1)];
      return /^(---|\+\+\+) /.test(line) ? style('bold', line) : own === undefined ? line : style(own, line);
    });
  };
}

/** Writes files, each whole or not at all. */
export async function writeFiles(root: string, changes: readonly FileChange[]): Promise<void> {
  for (const { path, text } of changes) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}.tmp`;
    try {
      await writeFile(beside, text, { flag: 'wx' });
      await rename(beside, file);
    } finally {
      await rm(beside, { force: true });
    }
  }
}
