import { posix } from 'node:path';
import { parseJsonFile } from '../json-file.ts';

/** Files that hold a version of Node.js and nothing else. */
const VERSION_FILES = ['.nvmrc', '.node-version'] as const;

/** What actions/setup-node takes: a version, a range, or a name such as `lts/*`. */
const VERSION = /^(v?\d[\w.*+-]*|lts\/[\w*-]+|node|latest|current|[<>=~^\d][\w.*<>=~^| -]*)$/;

interface Manifest {
  readonly volta?: { readonly node?: unknown };
  readonly devEngines?: { readonly runtime?: unknown };
  readonly engines?: { readonly node?: unknown };
}

/**
 * Returns the version of Node.js that an application asks for: `.nvmrc`, `.node-version` or package.json (`volta`,
 * `devEngines`, `engines`), in its folder (`prefix` from the repository's root) or the nearest one above that has any;
 * undefined for none. `read` takes paths relative to the application's folder.
 */
export async function wantedNodeVersion(
  read: (path: string) => Promise<string | undefined>,
  prefix: string,
): Promise<string | undefined> {
  const depth = prefix.split('/').filter((step) => step !== '' && step !== '.').length;
  for (let up = 0; up <= depth; up += 1) {
    const at = (name: string) => posix.join('../'.repeat(up), name);
    for (const file of VERSION_FILES) {
      const version = usable(firstLine((await read(at(file))) ?? ''));
      if (version !== undefined) {
        return version;
      }
    }
    const version = versionOfManifest((await read(at('package.json'))) ?? '{}');
    if (version !== undefined) {
      return version;
    }
  }
  return undefined;
}

function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return lines.find((line) => line !== '') ?? '';
}

function versionOfManifest(text: string): string | undefined {
  try {
    const { volta, devEngines, engines } = parseJsonFile(text) as Manifest;
    const runtimes = [devEngines?.runtime ?? []].flat() as { readonly name?: unknown; readonly version?: unknown }[];
    const runtime = runtimes.find(({ name }) => name === 'node');
    return usable(volta?.node) ?? usable(runtime?.version) ?? usable(engines?.node);
  } catch {
    return undefined;
  }
}

function usable(version: unknown): string | undefined {
  return typeof version === 'string' && VERSION.test(version) ? version.replace(/^v(?=\d)/, '') : undefined;
}
