import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { readLimited } from './limited.ts';

/**
 * Reads a file of the workspace; undefined where there is none. Throws E_CONFIG_FILE where it is a directory, cannot
 * be read, or is a link that leads out of the workspace.
 */
export async function readWorkspaceFile(workspace: string, path: string): Promise<Uint8Array | undefined> {
  const full = resolve(workspace, path);
  const refuse = (what: string, fix: string, cause?: unknown) =>
    new UserError('E_CONFIG_FILE', { what: `${path} ${what}`, fix, cause });
  try {
    await lstat(full);
  } catch {
    return undefined;
  }
  try {
    const real = await realpath(full);
    if (!isInside(await realpath(workspace), real)) {
      throw refuse(`is a link out of the workspace, to ${real}`, 'commit a plain file there');
    }
    return await readLimited(real, path);
  } catch (cause) {
    if (cause instanceof UserError) {
      throw cause;
    }
    const { code } = cause as NodeJS.ErrnoException;
    throw code === 'EISDIR'
      ? refuse('is a directory', 'put a file of that name there', cause)
      : refuse(`cannot be read (${code})`, 'check the file and its rights', cause);
  }
}

/** Whether a path is a folder or something below it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** Returns the absolute path of a folder of the workspace; throws E_INPUT where it leads out of it. */
export async function workspaceFolder(workspace: string, folder: string, input: string): Promise<string> {
  const full = resolve(workspace, folder);
  const real = await realpath(full).catch(() => undefined);
  if (real === undefined || !isInside(await realpath(workspace), real)) {
    throw new UserError('E_INPUT', {
      what: `the folder "${folder}" of "${input}" is not in the workspace`,
      fix: 'write a path relative to the repository, and check the repository out before this step',
    });
  }
  return real;
}
