import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Returns the SHA-256 (hex) of a folder: each file's path, kind, mode and content, links by where they lead. */
export async function hashFolder(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesBelow(folder)) {
    const { mode } = await lstat(path);
    hash.update(`${relative(folder, path).split(sep).join('/')}\0${mode}\0${await hashFile(path)}\0`);
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    }),
  );
  return found.flat().sort();
}

/** Returns the SHA-256 of a file, or of where a link leads. */
export async function hashFile(path: string, encoding: 'hex' | 'base64' = 'hex'): Promise<string> {
  const hash = createHash('sha256');
  if ((await lstat(path)).isSymbolicLink()) {
    return hash.update(`link:${await readlink(path)}`).digest(encoding);
  }
  await pipeline(createReadStream(path), hash);
  return hash.digest(encoding);
}
