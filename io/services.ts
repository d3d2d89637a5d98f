import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import { readServiceDefinition, SERVICE_FILES, type Service } from '../core/service/definition.ts';
import { isInside } from './files/workspace.ts';

type Configured = Readonly<Record<string, { readonly path: string }>> | undefined;

/** Folders that no service of the user's own is in. */
const IGNORED = new Set(['node_modules', 'dist', 'vendor']);
/** How deep below the application's folder services are looked for. */
const MAX_DEPTH = 4;

/**
 * Finds the services of an application in `root`: those that are configured, else every folder with a Serverless
 * configuration, its key then the folder's name. Throws E_SERVICE_CONFIG.
 */
export async function findServices(root: string, configured: Configured): Promise<Service[]> {
  const places: [string, string][] =
    configured === undefined
      ? (await foldersWithService(root)).map((path): [string, string] => [keyOfFolder(root, path), path])
      : Object.entries(configured).map(([key, service]) => [key, service.path]);
  if (places.length === 0) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `there is no service below ${root}`,
      fix: 'check the repository out before this step, or list the services in serverless-stages.yml',
    });
  }
  const keys = places.map(([key]) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `the folders ${places.flatMap(([key, path]) => (key === twice ? [path] : [])).join(' and ')} would both be the service "${twice}"`,
      fix: 'list the services with their keys under `services:` in serverless-stages.yml',
    });
  }
  return Promise.all(places.map(([key, path]) => readService(root, key, path)));
}

function keyOfFolder(root: string, path: string): string {
  return path === '.' ? basename(root) : basename(path);
}

async function foldersWithService(root: string, folder = root, depth = 0): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const isService = entries.some(
    (entry) => entry.isFile() && (SERVICE_FILES as readonly string[]).includes(entry.name),
  );
  const own = isService ? [relative(root, folder).split(sep).join('/') || '.'] : [];
  const below = entries.filter(
    (entry) => entry.isDirectory() && !IGNORED.has(entry.name) && !entry.name.startsWith('.') && depth < MAX_DEPTH,
  );
  const found = await Promise.all(below.map((entry) => foldersWithService(root, join(folder, entry.name), depth + 1)));
  return [...own, ...found.flat()].sort();
}

async function readService(root: string, key: string, path: string): Promise<Service> {
  const folder = join(root, path);
  if (!isInside(root, folder)) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `the service "${key}" is at "${path}", out of the repository`,
      fix: 'correct its path',
    });
  }
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `the folder "${path}" of the service "${key}" is not there`,
      fix: 'correct its path',
    });
  }
  const files = SERVICE_FILES.filter((name) => names.includes(name));
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: file === undefined ? `"${path}" has no serverless.yml` : `"${path}" has ${files.join(' and ')}`,
      fix: file === undefined ? 'add one, or correct the path' : 'keep one of them',
    });
  }
  return readServiceDefinition(key, path, file, await readFile(join(folder, file), 'utf8'));
}
