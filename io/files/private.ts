import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { onDisk } from './disk.ts';
import { readLimited } from './limited.ts';

/** Makes a folder of its own (0700) in a temp folder; throws E_INPUT with the system's reason where that fails. */
export async function makePrivateFolder(tempFolder: string, name: string): Promise<string> {
  try {
    await mkdir(tempFolder, { recursive: true });
    const folder = await mkdtemp(join(tempFolder, `${name}-`));
    await chmod(folder, 0o700);
    return folder;
  } catch (cause) {
    throw new UserError('E_INPUT', {
      what: `no folder can be made in the runner's temp folder "${tempFolder}": ${(cause as Error).message}`,
      fix: 'check RUNNER_TEMP, its rights and the free space',
      cause,
    });
  }
}

/** Writes a value as JSON to a new file that only its owner can read (0600); throws E_INPUT where the disk fails. */
export async function writePrivateJson(path: string, value: unknown): Promise<void> {
  await onDisk(() => writeFile(path, JSON.stringify(value), { mode: 0o600, flag: 'wx' }));
}

/** Writes a file that only its owner can read (0600), over one that is there; returns its path. Throws E_INPUT where the disk fails. */
export async function keepFile(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await onDisk(() => writeFile(path, text, { mode: 0o600 }));
  return path;
}

/** Reads a JSON file of ours; throws E_INPUT, with the name of the input that holds its path, if it cannot; `fix` says where it comes from. */
export async function readPrivateJson(
  path: string,
  input: string,
  fix = `pass load-profile's output "${input}" on, in the same job`,
): Promise<unknown> {
  try {
    return JSON.parse((await readLimited(path, path, "a file of the action's")).toString());
  } catch (cause) {
    throw new UserError('E_INPUT', {
      what: `the file of the input "${input}" cannot be read: "${path}"`,
      fix,
      cause,
    });
  }
}

/** Removes a file or a folder with all in it; it may be gone already. */
export async function removeAll(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}
