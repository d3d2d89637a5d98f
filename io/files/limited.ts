import { readFile, stat } from 'node:fs/promises';
import { type FileKind, sizeError } from '../../core/file-size.ts';

/**
 * Reads a file of at most the size that its kind may have; `name` is how errors call it. Rejects as `readFile` does where it is
 * not there, and where it is no plain file (a device or a pipe would never end); E_CONFIG_FILE where it is too large.
 */
export async function readLimited(path: string, name: string, kind?: FileKind): Promise<Buffer> {
  const found = await stat(path);
  if (!found.isFile()) {
    throw Object.assign(new Error(`${name} is no plain file`), { code: found.isDirectory() ? 'EISDIR' : 'ENOTFILE' });
  }
  const error = sizeError(name, found.size, kind);
  if (error !== undefined) {
    throw error;
  }
  return readFile(path);
}
