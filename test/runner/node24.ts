import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The Node binary that runs the built actions: this process's own when it is 24 or newer, else the one of the npm package `node-<platform>-<arch>`; throws when neither is there. */
export function node24(): string {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 24 ? process.execPath : binaryFromNpm();
}

function binaryFromNpm(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const manifest = resolveManifest(name);
  const binary = manifest && join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (binary && existsSync(binary)) return binary;
  throw new Error(
    `The built actions run on Node 24, this is ${process.version} and the package ${name} is not installed: use Node 24`,
  );
}

function resolveManifest(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}
