import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Returns the first program of a name in the folders of a PATH; undefined for none. */
export async function findOnPath(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter((part) => part !== '')) {
    const candidate = join(folder, name);
    const found = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) {
      return candidate;
    }
  }
  return undefined;
}
