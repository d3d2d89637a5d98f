import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseRemote } from '../../core/laptop/remote.ts';
import { TEMPLATES, type TemplateName } from '../../core/setup/workflow-texts.ts';
import { runGit } from '../git/run-git.ts';

/** The product's own folder on this machine, and what of it is copied into repositories. */
export interface Product {
  /** `owner/name` of the repository that it was installed from; undefined if nothing says so. */
  readonly repository: string | undefined;
  readonly workflows: Readonly<Record<TemplateName, string>>;
  /** The text of a role template of `aws`. */
  roleTemplate(name: string): Promise<string>;
}

/** Opens the product that the running program is of; `program` is the file that was started. */
export async function openProduct(program: string = process.argv[1] ?? ''): Promise<Product> {
  const folder = resolve(dirname(await realpath(program)), '../..');
  const texts = await Promise.all(
    TEMPLATES.map(async (name) => [name, await readFile(join(folder, 'workflows-templates', name), 'utf8')] as const),
  );
  return {
    repository: await installedFrom(folder),
    workflows: Object.fromEntries(texts) as Record<TemplateName, string>,
    roleTemplate: (name) => readFile(join(folder, 'aws', name), 'utf8'),
  };
}

/** npm notes beside what it has installed where that is from; a clone has its remote. */
async function installedFrom(folder: string): Promise<string | undefined> {
  const modules = dirname(folder);
  const address =
    (await resolvedAddress(join(modules, '.package-lock.json'), folder.slice(modules.length + 1))) ??
    (await ownAddress(join(folder, 'package.json'))) ??
    (existsSync(join(folder, '.git')) ? (await runGit(folder, ['remote', 'get-url', 'origin']))?.trim() : undefined);
  const repository = address === undefined ? undefined : parseRemote(address.replace(/^git\+/, '').replace(/#.*$/, ''));
  return repository === undefined ? undefined : `${repository.owner}/${repository.name}`;
}

async function resolvedAddress(lockfile: string, name: string): Promise<string | undefined> {
  const lock = await readJson<{ packages?: Record<string, { resolved?: string } | undefined> }>(lockfile);
  const resolved = lock?.packages?.[`node_modules/${name}`]?.resolved;
  return resolved?.startsWith('git') ? resolved : undefined;
}

async function ownAddress(manifest: string): Promise<string | undefined> {
  const repository = (await readJson<{ repository?: string | { url?: string } }>(manifest))?.repository;
  const url = typeof repository === 'string' ? repository : repository?.url;
  return url === undefined || /^[\w.+-]+:/.test(url) ? url : `https://github.com/${url}`;
}

async function readJson<Value>(file: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Value;
  } catch {
    return undefined;
  }
}
