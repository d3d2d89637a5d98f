import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns the version of the package that the running program is of; `program` is the file that was started. */
export function readVersion(program: string = process.argv[1] ?? ''): string {
  const manifest = join(dirname(realpathSync(program)), '../../package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
