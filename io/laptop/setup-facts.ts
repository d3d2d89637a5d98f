import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { CONFIG_FILE } from '../../core/config/parse.ts';
import { recordOf } from '../../core/safeguards/view/resource.ts';
import { SERVICE_FILES, type Service } from '../../core/service/definition.ts';
import type { OwnParameters } from '../../core/setup/unmet-parameters.ts';
import { WORKFLOWS } from '../../core/setup/workflow-texts.ts';
import { readYaml } from '../../core/yaml/read.ts';
import { runGit } from '../git/run-git.ts';
import { type Checkout, readCheckoutFile } from './checkout.ts';

/** Branches that are called so are the default one in most repositories. */
const USUAL = ['main', 'master', 'develop', 'trunk'];
const PRODUCTION = ['prod', 'production', 'release', 'live'];

/** The branches of a clone. */
export interface Branches {
  readonly defaultBranch: string;
  /** The branch of production, or the name that it is to get. */
  readonly production: string;
  /** Those that the remote has, as this clone last saw it. */
  readonly published: readonly string[];
}

/** Says which branches a clone has, and which of them is the default one, as far as git knows. */
export async function readBranches({ root, branch }: Checkout): Promise<Branches> {
  const refs = (await runGit(root, ['for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/remotes/origin'])) ?? '';
  const namesIn = (place: string) =>
    refs.split('\n').flatMap((ref) => (ref.startsWith(place) ? [ref.slice(place.length)] : []));
  const published = namesIn('refs/remotes/origin/');
  const known = [...published, ...namesIn('refs/heads/')];
  const remoteHead = (await runGit(root, ['symbolic-ref', '-q', '--short', 'refs/remotes/origin/HEAD']))?.trim();
  const defaultBranch =
    remoteHead?.replace(/^origin\//, '') ?? USUAL.find((name) => known.includes(name)) ?? branch ?? 'main';
  const others = [...PRODUCTION, ...(defaultBranch === 'develop' ? ['main', 'master'] : [])];
  const production = others.find((name) => name !== defaultBranch && known.includes(name));
  return { defaultBranch, production: production ?? 'prod', published };
}

/** What a service's own file says to whoever sets its repository up. */
export interface ServiceFacts {
  readonly path: string;
  /** Its file, from the repository's root. */
  readonly file: string;
  readonly app?: string;
  /** Its organisation of the Serverless Dashboard. */
  readonly org?: string;
  readonly region?: string;
  /** Names of the parameters that it gives itself, by stage; `default` is all stages. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** Whether it publishes or reads outputs as the Serverless Dashboard had it, and does not name our plugin. */
  readonly lacksPlugin: boolean;
  readonly hasManifest: boolean;
  readonly hasLockfile: boolean;
}

const LOCKFILES = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

/** What services give themselves, by their keys. */
export function ownParametersOf(
  services: readonly Pick<Service, 'key' | 'path'>[],
  facts: readonly ServiceFacts[],
): OwnParameters {
  return new Map(
    services.map(({ key, path }) => [key, facts.find((one) => one.path === path)?.parameters ?? {}] as const),
  );
}

/** Looks at the folder of a service. */
export async function readServiceFacts({ root, folder }: Checkout, path: string): Promise<ServiceFacts> {
  const place = posix.join(folder, path);
  const found = await Promise.all(
    SERVICE_FILES.map(async (name) => ({ name, text: await readCheckoutFile(root, posix.join(place, name)) })),
  );
  const { name = 'serverless.yml', text = '' } = found.find((one) => one.text !== undefined) ?? {};
  const value = /\.(ya?ml|json)$/.test(name) ? recordOf({ value: undefined, ...readYaml(text) }.value) : {};
  const region = recordOf(value['provider'])['region'];
  const manifest = await readCheckoutFile(root, posix.join(place, 'package.json'));
  const locks = await Promise.all(
    upwards(place).flatMap((at) => LOCKFILES.map((lock) => readCheckoutFile(root, posix.join(at, lock)))),
  );
  return {
    path,
    file: posix.join(place, name),
    ...plain('app', value['app']),
    ...plain('org', value['org']),
    ...plain('region', region),
    parameters: parametersOf(value),
    lacksPlugin: lacksPlugin(value, text),
    hasManifest: manifest !== undefined,
    hasLockfile: locks.some((lock) => lock !== undefined),
  };
}

const PLUGIN = 'serverless-stages/plugin';

function lacksPlugin({ outputs, plugins }: Readonly<Record<string, unknown>>, text: string): boolean {
  const named = Array.isArray(plugins) ? plugins : recordOf(plugins)['modules'];
  const isNamed = Array.isArray(named) && named.includes(PLUGIN);
  return !isNamed && (outputs !== undefined || /\$\{output:/.test(text));
}

/** `params` of a serverless.yml, and `stages.<s>.params` of serverless 4. */
function parametersOf(value: Readonly<Record<string, unknown>>): Record<string, string[]> {
  const byStage = [
    ...Object.entries(recordOf(value['params'])),
    ...Object.entries(recordOf(value['stages'])).map(([stage, one]) => [stage, recordOf(one)['params']] as const),
  ];
  const names: Record<string, string[]> = {};
  for (const [stage, given] of byStage) {
    names[stage] = [...(names[stage] ?? []), ...Object.keys(recordOf(given))];
  }
  return names;
}

/** A value that is a text without a variable. */
function plain<Key extends string>(key: Key, value: unknown): { [key in Key]?: string } {
  return (typeof value === 'string' && !value.includes('${') ? { [key]: value } : {}) as { [key in Key]?: string };
}

/** A folder and all above it, to the repository's root. */
function upwards(folder: string): string[] {
  const above = posix.dirname(folder);
  return folder === above ? [folder] : [folder, ...upwards(above)];
}

/** serverless 3 asks for a login where a file names an organisation; osls has no Dashboard. */
export async function isDeployedByServerless3(
  { root, folder }: Checkout,
  services: readonly ServiceFacts[],
): Promise<boolean> {
  const folders = new Set(['.', folder, ...services.map(({ path }) => posix.join(folder, path))]);
  const manifests = await Promise.all([...folders].map((at) => readCheckoutFile(root, posix.join(at, 'package.json'))));
  return !manifests.some((text) => /"(osls|@osls\/[a-z-]+)"\s*:|"serverless"\s*:\s*"[^"]*\b4\./.test(text ?? ''));
}

/** Folders of a clone, other than one, that have a serverless-stages.yml: those of other applications. */
export async function readNeighbours({ root, folder }: Checkout): Promise<string[]> {
  const listed = await runGit(root, [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    `:(glob)**/${CONFIG_FILE}`,
  ]);
  const folders = (listed ?? '').split('\0').flatMap((path) => (path === '' ? [] : [posix.dirname(path)]));
  return folders.filter((other) => other !== folder);
}

/** The texts of a clone's workflows, by their paths. */
export async function readWorkflowTexts(root: string): Promise<Map<string, string>> {
  const names = await readdir(join(root, WORKFLOWS)).catch(() => [] as string[]);
  const paths = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => posix.join(WORKFLOWS, name));
  const texts = await Promise.all(
    paths.sort().map(async (path) => [path, await readCheckoutFile(root, path)] as const),
  );
  return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

/** Paths of the workflows that branches of the remote have, as this clone last saw them; a branch that it did not see is left out. */
export async function publishedWorkflows(
  root: string,
  branches: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const found = await Promise.all(
    branches.map(async (branch) => {
      const ref = `refs/remotes/origin/${branch}`;
      const known = await runGit(root, ['rev-parse', '--verify', '-q', ref]);
      const list =
        known === undefined ? undefined : await runGit(root, ['ls-tree', '--name-only', ref, `${WORKFLOWS}/`]);
      return [branch, list === undefined ? undefined : new Set(list.split('\n'))] as const;
    }),
  );
  return new Map(found.flatMap(([branch, paths]) => (paths === undefined ? [] : [[branch, paths] as const])));
}
