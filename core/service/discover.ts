import { posix } from 'node:path';
import type { EffectiveService } from '../configuration/effective-services.ts';
import { UserError } from '../errors.ts';
import { memoise } from '../memoise.ts';
import { onlyDefined } from '../only-defined.ts';
import type { VariableLookup } from '../serverless/variables.ts';
import { COMPOSE_FILES, COMPOSE_PROGRAMS, parseCompose } from './compose.ts';
import { type ConfigurationFiles, openConfigurationFiles } from './configuration-files.ts';
import {
  isServiceKey,
  plainEntry,
  SERVICE_FILES,
  type Service,
  type ServiceDefinition,
  type ServiceEntry,
} from './definition.ts';
import { readServiceDefinition } from './read-definition.ts';
import { reasonToLeaveOut } from './signs.ts';

/** The files of an application, in a work tree or at a commit; paths are relative to the folder of serverless-stages.yml. */
export interface ApplicationFiles {
  /** Where they are, for errors. */
  readonly place: string;
  /** Names of the files in a folder (`.` is the application's); undefined where there is no such folder. */
  names(folder: string): Promise<readonly string[] | undefined>;
  /** Undefined where there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Folders with a file of one of these names, down to a depth, those that are no sources left out; sorted. */
  foldersWith(names: readonly string[], depth: number): Promise<readonly string[]>;
}

/** Services by key, as the configuration lists them; undefined where it lists none. */
export type ConfiguredServices = Readonly<Record<string, EffectiveService>> | undefined;

/** How deep below the application's folder services are looked for. */
const MAX_DEPTH = 4;

/** Is told of a folder with a configuration that is no service, and why. */
export type TellLeftOut = (folder: string, reason: string) => void;

/**
 * Finds the services of an application: those that serverless-stages.yml lists, else those of serverless-compose.yml, else
 * every folder with a Serverless configuration that is deployed, its key then the folder's name (at the top, the service's own), or its path if
 * several have the name. `lookup` knows the variables that come from outside. Throws E_SERVICE_CONFIG.
 */
export async function discoverServices(
  files: ApplicationFiles,
  configured: ConfiguredServices,
  lookup: VariableLookup,
  tell: TellLeftOut = () => undefined,
): Promise<Service[]> {
  // A configuration is looked at for a sign first, and then read.
  const once = { ...files, read: memoise(files.read), names: memoise(files.names) };
  const entries = await listServices(once, configured, tell);
  const read = openConfigurationFiles(once.read);
  const services = await Promise.all(
    entries.map(async (entry): Promise<Service> => {
      const definition = await readDefinition(once, read, entry, lookup);
      // A service at the top has no folder that is called the same in every clone.
      const key = entry.key === '' ? (definition.name ?? 'root') : entry.key;
      return { ...entry, ...definition, key };
    }),
  );
  checkKeys(services);
  return services;
}

function checkKeys(services: readonly Service[]): void {
  const odd = services.find(({ key }) => !isServiceKey(key));
  if (odd !== undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `"${odd.key}" (${odd.path}) cannot be the key of a service`,
      why: 'a key has letters, digits, - and _, begins with a letter, and is not "all"',
      fix: 'list the services with other keys under `services:` in serverless-stages.yml',
    });
  }
  const keys = services.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    const folders = services.flatMap(({ key, path }) => (key === twice ? [path] : []));
    throw new UserError('E_SERVICE_CONFIG', {
      what: `the folders ${folders.join(' and ')} would both be the service "${twice}"`,
      fix: 'list the services with their keys under `services:` in serverless-stages.yml',
    });
  }
}

async function listServices(
  files: ApplicationFiles,
  configured: ConfiguredServices,
  tell: TellLeftOut,
): Promise<ServiceEntry[]> {
  if (configured !== undefined) {
    return Object.entries(configured).map(([key, service]) => ({ ...plainEntry(key, service.path), ...service }));
  }
  const known: readonly string[] = [...COMPOSE_FILES, ...COMPOSE_PROGRAMS];
  const compose = (await files.names('.'))?.filter((name) => known.includes(name)) ?? [];
  if (compose.length > 1) {
    throw new UserError('E_SERVICE_CONFIG', { what: `there are ${compose.join(' and ')}`, fix: 'keep one of them' });
  }
  const [file] = compose;
  if (file !== undefined && (COMPOSE_PROGRAMS as readonly string[]).includes(file)) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `${file} is a program`,
      why: 'what it lists is known only to who runs it',
      fix: 'list its services under `services:` in serverless-stages.yml (path, depends-on), or write it as serverless-compose.yml',
    });
  }
  if (file !== undefined) {
    const services = parseCompose((await files.read(file)) ?? '', file);
    return Object.entries(services).map(([key, { path, config, dependsOn, params }]) => ({
      ...plainEntry(key, path),
      ...onlyDefined({ config }),
      dependsOn,
      composeParams: params,
    }));
  }
  return findServices(files, tell);
}

/** The folders that have a configuration and a sign that it is deployed. */
async function findServices(files: ApplicationFiles, tell: TellLeftOut): Promise<ServiceEntry[]> {
  const all = await files.foldersWith(SERVICE_FILES, MAX_DEPTH);
  const judged = await Promise.all(all.map(async (folder) => ({ folder, reason: await reasonIn(folder, files) })));
  const leftOut = judged.flatMap(({ folder, reason }) => (reason === undefined ? [] : [{ folder, reason }]));
  const folders = judged.flatMap(({ folder, reason }) => (reason === undefined ? [folder] : []));
  if (folders.length === 0) {
    const why = leftOut.map(({ folder, reason }) => `${folder}: ${reason}`).join('; ');
    throw new UserError('E_SERVICE_CONFIG', {
      what: `there is no service below ${files.place}`,
      ...(why === '' ? {} : { why: `left out were ${why}` }),
      fix: 'check the repository out before this step, or list the services in serverless-stages.yml',
    });
  }
  for (const { folder, reason } of leftOut) {
    tell(folder, reason);
  }
  const names = folders.map((folder) => posix.basename(folder));
  return folders.map((folder, index) => {
    const name = names[index] ?? '';
    const isShared = names.indexOf(name) !== names.lastIndexOf(name);
    return plainEntry(folder === '.' ? '' : keyOf(isShared ? folder.replaceAll('/', '-') : name), folder);
  });
}

/** A folder's name as a key: one that cannot be a key (`01-orders`) gets a letter in front. */
function keyOf(name: string): string {
  return isServiceKey(name) ? name : `s-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

/** Why the configuration in a folder is no service; a folder with several is refused later. */
async function reasonIn(folder: string, files: ApplicationFiles): Promise<string | undefined> {
  const names = (await files.names(folder)) ?? [];
  const [file, ...more] = SERVICE_FILES.filter((name) => names.includes(name));
  return file === undefined || more.length > 0
    ? undefined
    : reasonToLeaveOut(folder, file, (await files.read(posix.join(folder, file))) ?? '');
}

async function readDefinition(
  files: ApplicationFiles,
  read: ConfigurationFiles,
  entry: ServiceEntry,
  lookup: VariableLookup,
): Promise<ServiceDefinition> {
  const { key, path } = entry;
  if (posix.normalize(path).startsWith('..')) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `the service "${key}" is at "${path}", out of the repository`,
      fix: 'correct its path',
    });
  }
  const names = await files.names(path);
  if (names === undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `the folder "${path}" of the service "${key}" is not there`,
      fix: 'correct its path',
    });
  }
  const wanted = entry.config === undefined ? SERVICE_FILES : [entry.config];
  const found = wanted.filter((name) => names.includes(name));
  const [file] = found;
  if (file === undefined || found.length > 1) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: file === undefined ? `"${path}" has no ${wanted[0]}` : `"${path}" has ${found.join(' and ')}`,
      fix:
        file === undefined
          ? 'add one, or correct the path'
          : 'keep one of them, or list the services with `config:` under `services:` in serverless-stages.yml',
    });
  }
  const text = (await files.read(posix.join(path, file))) ?? '';
  return readServiceDefinition({ folder: path, file, text }, read, lookup);
}
