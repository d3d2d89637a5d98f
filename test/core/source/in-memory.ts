import { createHash } from 'node:crypto';
import { type ServiceSource, type SourcedService, sourcesOf } from '../../../core/source/service-source.ts';
import { type SourceReader, sourceTree } from '../../../core/source/tree.ts';
import { findReferences } from '../service/found-references.ts';

/** A text, a symbolic link by where it leads, or a submodule by its commit. */
export type Entry = string | { readonly link: string } | { readonly commit: string };
export type Entries = Readonly<Record<string, Entry>>;

const sha = (text: string) => createHash('sha1').update(text).digest('hex');
const idOf = (entry: Entry) =>
  typeof entry === 'string'
    ? `100644 ${sha(entry)}`
    : 'link' in entry
      ? `120000 ${sha(entry.link)}`
      : `160000 ${sha(entry.commit)}`;
const textOf = (entry: Entry | undefined) =>
  typeof entry === 'string' || entry === undefined ? entry : 'link' in entry ? entry.link : undefined;

/** A tree that is not in git at all. */
export function inMemory(entries: Entries): SourceReader {
  const all = new Map(Object.entries(entries));
  const read = (paths: readonly string[]) =>
    Promise.resolve(
      new Map(
        paths.flatMap((path) => {
          const text = textOf(all.get(path));
          return text === undefined ? [] : [[path, text] as const];
        }),
      ),
    );
  return { tree: sourceTree(new Map([...all].map(([path, entry]) => [path, idOf(entry)]))), read };
}

/** A service in the folder of its key. */
export const service = (key: string, rest: Partial<SourcedService> = {}): SourcedService => ({
  key,
  path: key,
  triggers: [],
  hasCode: true,
  includes: [],
  reads: findReferences({}),
  ...rest,
});

export const SERVICES = [service('api'), service('tasks')];
/** The files of two services that have nothing in common. */
export const PLAIN: Entries = {
  'api/serverless.yml': 'service: shop-api',
  'api/handler.ts': 'export const main = 1;',
  'tasks/serverless.yml': 'service: shop-tasks',
  'tasks/handler.ts': 'export const main = 1;',
};

export interface Setting {
  readonly services?: readonly SourcedService[];
  /** The application's folder. */
  readonly root?: string;
}

export const sources = (
  entries: Entries,
  { services = SERVICES, root = '' }: Setting = {},
): Promise<Map<string, ServiceSource>> => sourcesOf(inMemory({ ...PLAIN, ...entries }), services, root);

/** Why not all of a service is known. */
export const doubtOf = async (entries: Entries, key = 'api', setting: Setting = {}) =>
  (await sources(entries, setting)).get(key)?.doubt;

/** Keys of the services that differ when some entries are changed, added or (with null) removed. */
export async function changedBy(
  entries: Entries,
  change: Readonly<Record<string, Entry | null>>,
  setting: Setting = {},
): Promise<string[]> {
  const next = Object.entries({ ...PLAIN, ...entries, ...change }).filter(
    (entry): entry is [string, Entry] => entry[1] !== null,
  );
  const before = await sources(entries, setting);
  const after = await sourcesOf(inMemory(Object.fromEntries(next)), setting.services ?? SERVICES, setting.root ?? '');
  return [...before].flatMap(([key, { hash }]) => (after.get(key)?.hash === hash ? [] : [key]));
}

/** Keys of the services that differ when one file gets another line. */
export function touchedBy(entries: Entries, path: string, setting: Setting = {}): Promise<string[]> {
  const entry = { ...PLAIN, ...entries }[path];
  if (entry !== undefined && typeof entry !== 'string') throw new Error(`${path} is no file`);
  return changedBy(entries, { [path]: `${entry ?? ''}\n` }, setting);
}
