import { describe, expect, it } from 'vitest';
import { type SourcedService, sourcesOf } from '../../../core/source/service-source.ts';
import { type SourceReader, sourceTree } from '../../../core/source/tree.ts';
import { findReferences } from '../service/found-references.ts';

/** How often a path of the tree was looked at, and a text was read. */
interface Work {
  looks: number;
  readonly read: string[];
}

class CountedMap extends Map<string, string> {
  readonly #work: Work;

  constructor(entries: ReadonlyMap<string, string>, work: Work) {
    super();
    this.#work = work;
    for (const [path, id] of entries) super.set(path, id);
  }

  override get(path: string) {
    this.#work.looks++;
    return super.get(path);
  }

  override has(path: string) {
    this.#work.looks++;
    return super.has(path);
  }

  override *entries() {
    for (const entry of super.entries()) {
      this.#work.looks++;
      yield entry;
    }
    return undefined;
  }

  override *keys() {
    for (const [path] of this.entries()) yield path;
    return undefined;
  }

  override *values() {
    for (const [, id] of this.entries()) yield id;
    return undefined;
  }

  override [Symbol.iterator]() {
    return this.entries();
  }

  override forEach(callback: (id: string, path: string, map: Map<string, string>) => void) {
    for (const [path, id] of this.entries()) callback(id, path, this);
  }
}

const countedArray = (paths: readonly string[], work: Work) =>
  new Proxy(paths, {
    get(target, property, receiver) {
      if (typeof property === 'string' && /^\d+$/.test(property)) work.looks++;
      return Reflect.get(target, property, receiver);
    },
  });

function counted(files: Readonly<Record<string, string>>): { reader: SourceReader; work: Work } {
  const work: Work = { looks: 0, read: [] };
  const tree = sourceTree(new Map(Object.keys(files).map((path) => [path, `100644 ${path}`])));
  const read = (paths: readonly string[]) => {
    work.read.push(...paths);
    return Promise.resolve(new Map(paths.flatMap((path) => (path in files ? [[path, files[path] ?? '']] : []))));
  };
  const countedTree = {
    files: new CountedMap(tree.files, work),
    paths: countedArray(tree.paths, work),
    links: tree.links,
  };
  return { reader: { tree: countedTree, read }, work };
}

/** An application, and what it adds to ten files in each service's folder. */
interface Application {
  readonly files: Readonly<Record<string, string>>;
  readonly services: readonly SourcedService[];
}

const service = (key: string, rest: Partial<SourcedService> = {}): SourcedService => ({
  key,
  path: `services/${key}`,
  triggers: [],
  hasCode: true,
  includes: [],
  reads: findReferences({}),
  ...rest,
});
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const ofAll = <T = string>(count: number, made: (index: number) => Readonly<Record<string, T>>): Record<string, T> =>
  Object.assign({}, ...range(count).map(made));
const tenFiles = (folder: string) =>
  ofAll(10, (index) => ({ [`${folder}/${index < 5 ? '' : 'src/deep/'}${index}.ts`]: '' }));
const folders = (count: number) => ofAll(count, (index) => tenFiles(`services/s${index}`));
const services = (count: number, rest: (index: number) => Partial<SourcedService> = () => ({})) =>
  range(count).map((index) => service(`s${index}`, rest(index)));

const packages = (count: number) => ({
  'package.json': JSON.stringify({ workspaces: ['packages/*', 'services/*'], dependencies: { d0: '*' } }),
  'tsconfig.json': '{}',
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: ofAll(count, (index) => ({
      [`node_modules/d${index}`]: { version: '1.0.0', integrity: `sha512-${index}` },
    })),
  }),
  ...ofAll(count / 10, (index) => ({
    [`packages/p${index}/package.json`]: JSON.stringify({ name: `p${index}`, dependencies: { [`d${index}`]: '*' } }),
    [`packages/p${index}/index.ts`]: '',
  })),
  ...ofAll(count, (index) => ({
    [`services/s${index}/package.json`]: JSON.stringify({
      name: `s${index}`,
      dependencies: { [`d${index}`]: '*', [`p${index % (count / 10)}`]: '*' },
    }),
  })),
});

const APPLICATIONS: readonly (readonly [string, (count: number) => Application])[] = [
  ['folders of their own', (count) => ({ files: folders(count), services: services(count) })],
  [
    'most of the files in no service',
    (count) => ({ files: ofAll(count, (index) => tenFiles(`docs/${index}`)), services: services(count) }),
  ],
  [
    'workspace packages and a lockfile',
    (count) => ({ files: { ...folders(count), ...packages(count) }, services: services(count) }),
  ],
  [
    'triggers of their own',
    (count) => ({
      files: { ...folders(count), ...ofAll(count, (index) => ({ [`configs/s${index}/a.json`]: '' })) },
      services: services(count, (index) => ({ triggers: [`configs/s${index}/*.json`] })),
    }),
  ],
  [
    'one trigger of a folder for all',
    (count) => ({
      files: { ...folders(count), 'shared/a.ts': '', 'shared/b.ts': '' },
      services: services(count, () => ({ triggers: ['shared/**'] })),
    }),
  ],
  [
    'one trigger of all folders for all',
    (count) => ({
      files: { ...folders(count), 'shared/a.graphql': '', 'b.graphql': '' },
      services: services(count, () => ({ triggers: ['**/*.graphql', '*.json'] })),
    }),
  ],
  [
    'files that they read and handlers outside',
    (count) => ({
      files: { ...folders(count), 'shared/common.yml': '', 'lib/a.ts': '', 'lib/b.ts': '' },
      services: services(count, (index) => ({
        includes: ['shared/common.yml', `services/s${index}/0.ts`],
        reads: { ...findReferences({}), outside: ['../../lib/a.main'] },
      })),
    }),
  ],
  [
    'folders within each other, and one at the root',
    (count) => ({
      files: { ...folders(count), 'README.md': '' },
      services: [
        service('root', { path: '.' }),
        service('all', { path: 'services' }),
        ...services(count),
        ...range(count).map((index) => service(`deep${index}`, { path: `services/s${index}/src` })),
      ],
    }),
  ],
];

async function measured({ files, services: all }: Application) {
  const { reader, work } = counted(files);
  const hashes = await sourcesOf(reader, all, '');
  expect(hashes.size).toBe(all.length);
  return { ...work, size: Object.keys(files).length + all.length };
}

describe.each(APPLICATIONS)('the work on %s', (_, made) => {
  it('is a small multiple of 1,000 services and 10,000 files', async () => {
    const { looks, size } = await measured(made(1000));
    expect(size).toBeGreaterThan(10_000);
    expect(looks).toBeGreaterThan(0);
    expect(looks / size).toBeLessThan(30);
  });

  it('doubles with both', async () => {
    const [half, whole] = [await measured(made(500)), await measured(made(1000))];
    expect(whole.looks / half.looks).toBeGreaterThan(1.5);
    expect(whole.looks / half.looks).toBeLessThan(2.5);
  });

  it('reads no file twice, and of those that are no code the manifests, lockfiles and settings alone', async () => {
    const application = made(200);
    const { read } = await measured(application);
    expect(read.length).toBe(new Set(read).size);
    expect(read.filter((path) => !/(^|\/)(package(-lock)?|tsconfig)\.json$|\.ts$/.test(path))).toEqual([]);
  });
});
