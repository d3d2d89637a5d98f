import { createHash } from 'node:crypto';
import { lstat, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { runGit } from './run-git.ts';

/**
 * Returns what a work tree has that a commit has not: entries as `git ls-tree` prints them (`<mode> <type> <id>`) by path, undefined for a file that is gone. Files that
 * git ignores do not count. Undefined where git cannot tell.
 */
export async function changedEntries(
  top: string,
  commit: string,
): Promise<Map<string, string | undefined> | undefined> {
  const [changed, added] = await Promise.all([
    runGit(top, ['diff-index', '-z', '--name-only', '--no-renames', commit, '--']),
    runGit(top, ['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  if (changed === undefined || added === undefined) {
    return undefined;
  }
  const paths = `${changed}${added}`.split('\0').filter((path) => path !== '');
  const modes = new Map(await Promise.all(paths.map(async (path) => [path, await modeOf(join(top, path))] as const)));
  const plain = paths.filter((path) => modes.get(path)?.startsWith('100') && !path.includes('\n'));
  const ids = await idsOf(top, plain);
  const entries = paths.map(async (path): Promise<[string, string | undefined]> => {
    const mode = modes.get(path);
    const id = mode === undefined ? undefined : (ids.get(path) ?? (await otherId(join(top, path), mode)));
    return [path, mode === undefined || id === undefined ? undefined : entryOf(mode, id)];
  });
  return new Map(await Promise.all(entries));
}

/** What stands at a path as `git ls-tree` prints it: `<mode> <type> <id>`. */
export function entryOf(mode: string, id: string): string {
  return `${mode} ${mode === '160000' ? 'commit' : 'blob'} ${id}`;
}

/** git's mode of what stands at a path: a link, a submodule, a program, a plain file. */
async function modeOf(path: string): Promise<string | undefined> {
  const stat = await lstat(path).catch(() => undefined);
  if (stat === undefined) {
    return undefined;
  }
  if (stat.isSymbolicLink()) {
    return '120000';
  }
  if (stat.isDirectory()) {
    // A folder that is no repository has its files by themselves.
    return (await lstat(join(path, '.git')).catch(() => undefined)) === undefined ? undefined : '160000';
  }
  return (stat.mode & 0o100) === 0 ? '100644' : '100755';
}

/** The ids that a commit of some files would give them, line ends and clean filters counted. */
async function idsOf(top: string, paths: readonly string[]): Promise<Map<string, string>> {
  const listed =
    paths.length === 0 ? '' : await runGit(top, ['hash-object', '--stdin-paths'], { input: `${paths.join('\n')}\n` });
  const ids = (listed ?? '').split('\n');
  return new Map(listed === undefined ? [] : paths.map((path, index) => [path, ids[index] ?? '']));
}

/** A stand-in for the id of what git does not hash by path: it changes with what is there. */
async function otherId(path: string, mode: string): Promise<string | undefined> {
  if (mode === '120000') {
    return hash('blob', Buffer.from(await readlink(path)));
  }
  if (mode !== '160000') {
    return runGit(join(path, '..'), ['hash-object', '--', path]).then((id) => id?.trim());
  }
  const head = (await runGit(path, ['rev-parse', 'HEAD']))?.trim();
  const changes = (await runGit(path, ['diff', '--no-ext-diff', '--no-textconv', '--binary', 'HEAD'])) ?? '';
  const added = (await runGit(path, ['ls-files', '--others', '--exclude-standard'])) ?? '';
  return changes + added === '' ? head : hash('changed', Buffer.from(`${head}\n${changes}${added}`));
}

function hash(kind: string, content: Buffer): string {
  return createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
}
