import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { openLockfile } from '../../../core/source/lockfile.ts';

const SEED = 20261125;
type Ranges = Readonly<Record<string, string>>;
const lines = (name: string, text: string, folder: string, dependencies: Ranges) =>
  openLockfile({ name, text })({ folder, dependencies });
const stored = (file: string) => readFileSync(new URL(`lockfiles/${file}`, import.meta.url), 'utf8');

/** What a lockfile's entries look like: their text taken apart, and put together in another order. */
interface Form {
  readonly format: string;
  readonly name: string;
  readonly file: string;
  /** Each package's integrity by `name@version`. */
  readonly integrities: (text: string) => Map<string, string>;
  readonly reordered: (text: string, random: () => number) => string;
  /** The range of a package of the same repository. */
  readonly local: string;
  /** Packages of which nothing is said, by folder. */
  readonly unsaid: Readonly<Record<string, readonly string[]>>;
}

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

function shuffledKeys(value: unknown, random: () => number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffledKeys(inner, random)] as const);
  return Object.fromEntries(shuffled(entries, random));
}

const matches = (text: string, pattern: RegExp) =>
  new Map([...text.matchAll(pattern)].map(([, name, version, hash]) => [`${name}@${version}`, hash ?? ''] as const));

interface NpmLock {
  readonly packages: Record<string, { version?: string; integrity?: string; link?: boolean }>;
}

/** What the package of the same repository leads to. */
const SHARED = ['ms@2.0.0', 'once@1.4.0', 'wrappy@1.0.2'];

const npm = (version: 2 | 3): Form => ({
  format: `npm v${version}`,
  name: 'package-lock.json',
  file: `npm-${version}.json`,
  integrities: (text) => {
    const entries = Object.entries((JSON.parse(text) as NpmLock).packages).filter(([, { integrity }]) => integrity);
    return new Map(
      entries.map(([path, entry]) => [`${path.split('node_modules/').at(-1)}@${entry.version}`, entry.integrity ?? '']),
    );
  },
  reordered: (text, random) => JSON.stringify(shuffledKeys(JSON.parse(text), random)),
  local: '^1.0.0',
  // Its peer is found at the root by npm's tree, and in its own folder by pnpm's and yarn's.
  unsaid: { 'packages/other': ['react@17.0.2', 'object-assign@4.1.1'] },
});

const pnpm = (version: 6 | 9): Form => ({
  format: `pnpm ${version}`,
  name: 'pnpm-lock.yaml',
  file: `pnpm-${version}.yaml`,
  integrities: (text) =>
    matches(text, /^ {2}'?\/?(@?[^@'\s]+)@([^:'(]+)(?:\(.*\))?'?:\n {4}resolution: \{integrity: (\S+)\}/gm),
  reordered: (text, random) => stringify(shuffledKeys(parse(text), random)),
  local: 'workspace:*',
  // A link leads to a folder that has an importer, and so an answer, of its own.
  unsaid: { 'packages/api': SHARED },
});

const yarn = (version: 1 | 4): Form => ({
  format: version === 1 ? 'yarn v1' : 'yarn berry',
  name: 'yarn.lock',
  file: `yarn-${version}.lock`,
  integrities: (text) =>
    version === 1
      ? matches(text, /^"?(@?[^@"\s]+)@.*:\n {2}version "(.*)"\n {2}integrity (\S+)/gm)
      : matches(text, /^"(@?[^@"\s]+)@npm:.*:\n {2}version: (.*)\n(?: {2}.*\n)*? {2}checksum: (\S+)/gm),
  reordered: (text, random) => {
    const [head = '', ...blocks] = text.trimEnd().split(/\n{2,3}(?=\S)/);
    return `${[head, ...shuffled(blocks, random)].join('\n\n')}\n`;
  },
  local: version === 1 ? '^1.0.0' : 'workspace:*',
  // Yarn v1 writes nothing down of the packages of the same repository.
  unsaid: version === 1 ? { 'packages/api': SHARED } : {},
});

const FORMS = [npm(2), npm(3), pnpm(6), pnpm(9), yarn(1), yarn(4)];

/** The repository whose lockfiles are stored: each folder's dependencies and what they lead to. */
const REPOSITORY: Readonly<
  Record<string, { readonly needs: (local: string) => Ranges; readonly closure: readonly string[] }>
> = {
  '': { needs: () => ({ kleur: '^4.1.5' }), closure: ['kleur@4.1.5'] },
  'packages/api': {
    needs: (local) => ({
      '@sindresorhus/is': '^4.6.0',
      debug: '^4.3.4',
      'es6-symbol': '^3.1.3',
      react: '^17.0.2',
      shared: local,
      'use-sync-external-store': '1.2.0',
    }),
    closure: [
      '@sindresorhus/is@4.6.0',
      'd@1.0.2',
      'debug@4.4.3',
      'es5-ext@0.10.64',
      'es6-iterator@2.0.3',
      'es6-symbol@3.1.4',
      'esniff@2.0.1',
      'event-emitter@0.3.7',
      'ext@1.7.0',
      'js-tokens@4.0.0',
      'loose-envify@1.4.0',
      'ms@2.0.0',
      'ms@2.1.3',
      'next-tick@1.1.0',
      'object-assign@4.1.1',
      'once@1.4.0',
      'react@17.0.2',
      'type@2.7.3',
      'use-sync-external-store@1.2.0',
      'wrappy@1.0.2',
    ],
  },
  'packages/other': {
    needs: () => ({
      '@sindresorhus/is': '^5.0.0',
      debug: '^2.6.9',
      inflight: '^1.0.6',
      'left-pad': '^1.3.0',
      react: '^18.2.0',
      'use-sync-external-store': '1.2.0',
    }),
    closure: [
      '@sindresorhus/is@5.6.0',
      'debug@2.6.9',
      'inflight@1.0.6',
      'js-tokens@4.0.0',
      'left-pad@1.3.0',
      'loose-envify@1.4.0',
      'ms@2.0.0',
      'once@1.4.0',
      'react@18.3.1',
      'use-sync-external-store@1.2.0',
      'wrappy@1.0.2',
    ],
  },
  'packages/shared': {
    needs: () => ({ ms: '2.0.0', once: '^1.4.0' }),
    closure: SHARED,
  },
};

const FOLDERS = Object.entries(REPOSITORY).map(([folder, { needs, closure }]) => ({ folder, needs, closure }));

describe.each(FORMS)('openLockfile of a real lockfile of $format', (form) => {
  const text = stored(form.file);
  const integrities = form.integrities(text);
  const unsaid = (folder: string) => form.unsaid[folder] ?? [];

  it('has the packages of the repository', () => {
    expect(integrities.size).toBe(26);
    expect([...integrities.keys()]).toEqual(expect.arrayContaining(FOLDERS.flatMap(({ closure }) => closure)));
  });

  it.each(FOLDERS)('has a line for all that $folder leads to, and nothing else', ({ folder, needs, closure }) => {
    const found = lines(form.name, text, folder, needs(form.local)) ?? [];
    expect(found).toEqual([...found].sort());
    const plain = new Set(found.map((line) => line.replace(/\(\S*\)/, '')));
    const wanted = closure.filter((id) => !unsaid(folder).includes(id));
    expect([...plain]).toEqual(expect.arrayContaining(wanted.map((id) => `${id} ${integrities.get(id)}`)));
    const others = [...integrities.keys()].filter((id) => !closure.includes(id) && !unsaid(folder).includes(id));
    expect(others.filter((id) => [...plain].some((line) => line.startsWith(`${id} `)))).toEqual([]);
  });

  it.each(FOLDERS)('changes for $folder with the integrity of what it leads to, and no other', (of) => {
    const needs = of.needs(form.local);
    const before = lines(form.name, text, of.folder, needs);
    expect(before).toBeDefined();
    const changing = [...integrities].filter(([, hash]) => {
      const changed = text.replaceAll(hash, hash.replace(/.{6}$/, 'AAAAAA'));
      expect(changed).not.toBe(text);
      return JSON.stringify(lines(form.name, changed, of.folder, needs)) !== JSON.stringify(before);
    });
    const said = (id: string) => !unsaid(of.folder).includes(id);
    expect(
      changing
        .map(([id]) => id)
        .filter(said)
        .sort(),
    ).toEqual([...of.closure].filter(said).sort());
  });

  it('is the same in any order of the entries', () => {
    const before = FOLDERS.map(({ folder, needs }) => lines(form.name, text, folder, needs(form.local)));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (random) => {
        const mixed = form.reordered(text, () => random.next().value ?? 0);
        const after = FOLDERS.map(({ folder, needs }) => lines(form.name, mixed, folder, needs(form.local)));
        expect(after).toEqual(before);
      }),
      { numRuns: 25, seed: SEED },
    );
  });

  it('is the same in any order of the dependencies', () => {
    const needs = REPOSITORY['packages/api']?.needs(form.local) ?? {};
    const turned = Object.fromEntries(Object.entries(needs).reverse());
    expect(lines(form.name, text, 'packages/api', turned)).toEqual(lines(form.name, text, 'packages/api', needs));
  });

  it('is the same with the line ends of Windows', () => {
    for (const { folder, needs } of FOLDERS) {
      const found = lines(form.name, text.replaceAll('\n', '\r\n'), folder, needs(form.local));
      expect(found).toEqual(lines(form.name, text, folder, needs(form.local)));
    }
  });

  it('lets a peer be missing that nobody installed', () => {
    const needs = { once: '^1.4.0', 'supports-color': '*' };
    expect(() => lines(form.name, text, 'packages/shared', needs)).not.toThrow();
  });
});

/** Packages by name, each of one version, and what the package folder itself needs. */
interface Packages {
  readonly needs: readonly string[];
  readonly all: Readonly<Record<string, Package>>;
}
interface Package {
  readonly version: string;
  readonly hash: string;
  readonly needs: readonly string[];
  /** Optional dependencies. */
  readonly may: readonly string[];
}

const RANGE = '^1.0.0';
const ranges = (names: readonly string[], range = RANGE) => Object.fromEntries(names.map((name) => [name, range]));
const section = (title: string, names: readonly string[], line: (name: string) => string) =>
  names.length === 0 ? '' : `  ${title}:\n${names.map((name) => `    ${line(name)}\n`).join('')}`;
const quoted = (name: string) => (name.startsWith('@') ? `"${name}"` : name);

function npmText({ needs, all }: Packages): string {
  const entries = Object.entries(all).map(([name, { version, hash, needs: hard, may }]) => [
    `node_modules/${name}`,
    { version, integrity: hash, dependencies: ranges(hard), optionalDependencies: ranges(may) },
  ]);
  const packages = { '': { name: 'root', dependencies: ranges(needs) }, ...Object.fromEntries(entries) };
  return JSON.stringify({ name: 'root', lockfileVersion: 3, requires: true, packages });
}

function pnpmText({ needs, all }: Packages, version: 6 | 9): string {
  const versions = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, all[name]?.version ?? '']));
  const direct = Object.fromEntries(
    needs.map((name) => [name, { specifier: RANGE, version: all[name]?.version ?? '' }]),
  );
  const each = (prefix: string, made: (one: Package) => object) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [`${prefix}${name}@${one.version}`, made(one)]));
  const about = ({ hash }: Package) => ({ resolution: { integrity: hash } });
  const leads = (one: Package) => ({ dependencies: versions(one.needs), optionalDependencies: versions(one.may) });
  const importers = { '.': { dependencies: direct } };
  return version === 6
    ? stringify({
        lockfileVersion: '6.0',
        importers,
        packages: each('/', (one) => ({ ...about(one), ...leads(one), dev: false })),
      })
    : stringify({ lockfileVersion: '9.0', importers, packages: each('', about), snapshots: each('', leads) });
}

function yarnText({ all }: Packages): string {
  const blocks = Object.entries(all).map(
    ([name, { version, hash, needs, may }]) =>
      `${name.startsWith('@') ? `"${name}@${RANGE}"` : `${name}@${RANGE}`}:\n  version "${version}"\n  integrity ${hash}\n` +
      section('dependencies', needs, (other) => `${quoted(other)} "${RANGE}"`) +
      section('optionalDependencies', may, (other) => `${quoted(other)} "${RANGE}"`),
  );
  return `# yarn lockfile v1\n\n\n${blocks.join('\n')}`;
}

function berryText({ needs, all }: Packages): string {
  const line = (name: string) => `${quoted(name)}: "npm:${RANGE}"`;
  const root = `"root@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "root@workspace:."\n`;
  const blocks = Object.entries(all).map(
    ([name, { version, hash, needs: hard, may }]) =>
      `"${name}@npm:${RANGE}":\n  version: ${version}\n  resolution: "${name}@npm:${version}"\n` +
      section('dependencies', [...hard, ...may], line) +
      section('dependenciesMeta', may, (other) => `${quoted(other)}:\n      optional: true`) +
      `  checksum: ${hash}\n  languageName: node\n  linkType: hard\n`,
  );
  const local = `${root}${section('dependencies', needs, line)}  languageName: unknown\n  linkType: soft\n`;
  return `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n${[...blocks, local].join('\n')}`;
}

const WRITERS = [
  { format: 'npm', name: 'package-lock.json', write: npmText },
  { format: 'npm-shrinkwrap', name: 'npm-shrinkwrap.json', write: npmText },
  { format: 'pnpm 6', name: 'pnpm-lock.yaml', write: (of: Packages) => pnpmText(of, 6) },
  { format: 'pnpm 9', name: 'pnpm-lock.yaml', write: (of: Packages) => pnpmText(of, 9) },
  { format: 'yarn v1', name: 'yarn.lock', write: yarnText },
  { format: 'yarn berry', name: 'yarn.lock', write: berryText },
];

/** The lines of all that can be reached. */
function expected({ needs, all }: Packages): string[] {
  const reached = new Set<string>();
  const open = [...needs];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(all[name]?.needs ?? []), ...(all[name]?.may ?? []));
  }
  return [...reached].map((name) => `${name}@${all[name]?.version} ${all[name]?.hash}`).sort();
}

const NAMES = ['a', 'b', '@scope/a', '@scope/b', 'c-d', 'e.f', 'g_h', 'node_modules-x'];
const hash = (name: string, salt: string) =>
  `sha512-${Buffer.from(`${name} ${salt}`.padEnd(30, '.')).toString('base64')}`;
const packages: fc.Arbitrary<Packages> = fc
  .array(
    fc.record({
      patch: fc.nat(20),
      needs: fc.subarray(NAMES, { maxLength: 3 }),
      may: fc.subarray(NAMES, { maxLength: 1 }),
      salt: fc.nat(9),
    }),
    { minLength: NAMES.length, maxLength: NAMES.length },
  )
  .chain((made) =>
    fc.subarray(NAMES, { maxLength: 3 }).map((needs) => ({
      needs,
      all: Object.fromEntries(
        NAMES.map((name, index) => {
          const { patch = 0, needs: hard = [], may = [], salt = 0 } = made[index] ?? {};
          const soft = may.filter((other) => !hard.includes(other));
          return [name, { version: `1.${patch}.0`, hash: hash(name, String(salt)), needs: hard, may: soft }];
        }),
      ),
    })),
  );

describe.each(WRITERS)('openLockfile of any packages locked by $format', ({ name, write }) => {
  const read = (of: Packages) => lines(name, write(of), '', ranges(of.needs));

  it('are the lines of all that the folder leads to, in circles too', () => {
    fc.assert(
      fc.property(packages, (of) => {
        expect(read(of)).toEqual(expected(of));
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  const one = (name: string, needs: readonly string[] = [], may: readonly string[] = []): Package => ({
    version: '1.0.0',
    hash: hash(name, ''),
    needs,
    may,
  });
  /** top → middle → deep → top, and apart → lonely. */
  const sample: Packages = {
    needs: ['top'],
    all: {
      top: one('top', ['middle']),
      middle: one('middle', ['deep']),
      deep: one('deep', ['top']),
      apart: one('apart', ['lonely']),
      lonely: one('lonely'),
    },
  };
  const changed = (of: string, change: Partial<Package>): Packages => ({
    ...sample,
    all: { ...sample.all, [of]: { ...one(of), ...sample.all[of], ...change } },
  });

  it('are none for a folder without dependencies', () => {
    expect(read({ ...sample, needs: [] })).toEqual([]);
  });

  it.each(['top', 'middle', 'deep'])('change with the version, integrity or dependencies of %s inside', (inside) => {
    const before = read(sample);
    expect(before).toHaveLength(3);
    const needs = sample.all[inside]?.needs ?? [];
    expect(read(changed(inside, { version: '1.0.1' }))).not.toEqual(before);
    expect(read(changed(inside, { hash: hash(inside, 'new') }))).not.toEqual(before);
    expect(read(changed(inside, { needs: [...needs, 'lonely'] }))).not.toEqual(before);
    expect(read(changed(inside, { may: ['lonely'] }))).not.toEqual(before);
  });

  it('change with a dependency that is gone', () => {
    expect(read(changed('top', { needs: [] }))).not.toEqual(read(sample));
  });

  it.each(['apart', 'lonely'])('stay with the version, integrity or dependencies of %s outside', (outside) => {
    const before = read(sample);
    expect(read(changed(outside, { version: '1.0.1' }))).toEqual(before);
    expect(read(changed(outside, { hash: hash(outside, 'new') }))).toEqual(before);
    expect(read(changed(outside, { needs: ['top', 'deep'] }))).toEqual(before);
    expect(read(changed(outside, { needs: [] }))).toEqual(before);
  });

  it('stay when a package comes that nothing inside leads to', () => {
    expect(read(changed('more', { needs: ['top'] }))).toEqual(read(sample));
  });
});

describe('openLockfile of a form that is not known', () => {
  it.each([
    ['npm v1', 'package-lock.json', '{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0"}}}'],
    ['npm v1', 'npm-shrinkwrap.json', '{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0"}}}'],
    ['npm without a version', 'package-lock.json', '{"dependencies":{"a":{"version":"1.0.0"}}}'],
    ['npm, no JSON', 'package-lock.json', '<<<<<<< HEAD'],
    ['npm, empty', 'package-lock.json', ''],
    ['npm, a list', 'package-lock.json', '[]'],
    ['pnpm 5', 'pnpm-lock.yaml', 'lockfileVersion: 5.4\ndependencies:\n  a: 1.0.0\npackages:\n  /a/1.0.0: {}\n'],
    ['pnpm without a version', 'pnpm-lock.yaml', 'packages: {}\n'],
    ['pnpm, no YAML', 'pnpm-lock.yaml', '{ a: [\n'],
    ['bun', 'bun.lock', '{ "lockfileVersion": 1, "packages": { "a": ["a@1.0.0", "", {}, "sha512-x"], }, }'],
    ['nobody we know', 'deno.lock', '{"version":"4"}'],
  ])('are undefined for %s (%s)', (_, name, text) => {
    expect(lines(name, text, '', { a: '^1.0.0' })).toBeUndefined();
  });
});

describe('openLockfile of npm', () => {
  const at = (version: string, dependencies: Ranges = {}) => ({
    version,
    integrity: `sha512-${version}`,
    dependencies,
  });
  const found = (tree: Record<string, unknown>, folder: string, needs: readonly string[]) =>
    lines('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: tree }), folder, ranges(needs, '*'))?.map(
      (line) => line.split(' ')[0],
    );

  it('look in the folder first, then upwards', () => {
    const tree = {
      'node_modules/x': at('1.0.0'),
      'packages/node_modules/x': at('2.0.0'),
      'packages/api/node_modules/x': at('3.0.0'),
    };
    expect(found(tree, 'packages/api', ['x'])).toEqual(['x@3.0.0']);
    expect(found(tree, 'packages/other', ['x'])).toEqual(['x@2.0.0']);
    expect(found(tree, 'services', ['x'])).toEqual(['x@1.0.0']);
    expect(found(tree, '', ['x'])).toEqual(['x@1.0.0']);
  });

  it('go on from where a package lies', () => {
    const tree = {
      'node_modules/a': at('1.0.0', { b: '*' }),
      'node_modules/b': at('1.0.0'),
      'packages/api/node_modules/b': at('2.0.0'),
      'packages/api/node_modules/c': at('1.0.0', { b: '*' }),
      'packages/api/node_modules/d': at('1.0.0', { b: '*' }),
      'packages/api/node_modules/d/node_modules/b': at('3.0.0'),
    };
    expect(found(tree, 'packages/api', ['a'])).toEqual(['a@1.0.0', 'b@1.0.0']);
    expect(found(tree, 'packages/api', ['c'])).toEqual(['b@2.0.0', 'c@1.0.0']);
    expect(found(tree, 'packages/api', ['d'])).toEqual(['b@3.0.0', 'd@1.0.0']);
  });

  it('go upwards through nested and scoped packages', () => {
    const tree = {
      'node_modules/@s/a': at('1.0.0', { '@s/b': '*' }),
      'node_modules/@s/a/node_modules/@s/b': at('2.0.0', { '@s/c': '*', d: '*' }),
      'node_modules/@s/a/node_modules/@s/c': at('2.0.0'),
      'node_modules/@s/b': at('1.0.0'),
      'node_modules/@s/c': at('1.0.0'),
      'node_modules/d': at('1.0.0', { '@s/c': '*' }),
    };
    expect(found(tree, '', ['@s/a'])).toEqual(['@s/a@1.0.0', '@s/b@2.0.0', '@s/c@1.0.0', '@s/c@2.0.0', 'd@1.0.0']);
  });

  it('follow links to folders, whose dependencies are looked for from there, in circles too', () => {
    const tree = {
      'node_modules/shared': { resolved: 'packages/shared', link: true },
      'node_modules/api': { resolved: 'packages/api', link: true },
      'packages/api': { version: '1.0.0', dependencies: { shared: '*' } },
      'packages/shared': { version: '1.0.0', dependencies: { api: '*', x: '*', y: '*' } },
      'packages/shared/node_modules/x': at('2.0.0'),
      'packages/api/node_modules/x': at('3.0.0'),
      'node_modules/x': at('1.0.0'),
      'node_modules/y': at('1.0.0'),
    };
    const registry = found(tree, 'packages/api', ['shared'])?.filter((id) => /^[xy]@/.test(id ?? ''));
    expect(registry).toEqual(['x@2.0.0', 'y@1.0.0']);
  });

  it('follow optional and peer dependencies where they are installed', () => {
    const tree = {
      'node_modules/a': {
        ...at('1.0.0'),
        optionalDependencies: { b: '*', gone: '*' },
        peerDependencies: { c: '*', no: '*' },
      },
      'node_modules/b': at('1.0.0'),
      'node_modules/c': at('1.0.0'),
    };
    expect(found(tree, '', ['a'])).toEqual(['a@1.0.0', 'b@1.0.0', 'c@1.0.0']);
  });

  it('notice another commit of a package of git, which has no integrity', () => {
    const read = (commit: string) => {
      const tree = { 'node_modules/g': { version: '1.0.0', resolved: `git+ssh://git@git.example/g.git#${commit}` } };
      const text = JSON.stringify({ lockfileVersion: 3, packages: tree });
      return lines('package-lock.json', text, '', { g: 'git@git.example:g.git' });
    };
    expect(read('aaaa')).toHaveLength(1);
    expect(read('aaaa')).not.toEqual(read('bbbb'));
  });

  it('read a package under another name', () => {
    const tree = (integrity: string) => ({ 'node_modules/is': { name: '@s/is', version: '4.6.0', integrity } });
    const text = (integrity: string) => JSON.stringify({ lockfileVersion: 3, packages: tree(integrity) });
    const read = (integrity: string) => lines('package-lock.json', text(integrity), '', { is: 'npm:@s/is@^4.6.0' });
    expect(read('sha512-one')).toHaveLength(1);
    expect(read('sha512-one')).not.toEqual(read('sha512-two'));
  });
});

describe('openLockfile of pnpm', () => {
  const read = (text: string, folder: string, needs: Ranges) => lines('pnpm-lock.yaml', text, folder, needs);
  const direct = (versions: Ranges) =>
    Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, { specifier: '*', version }]));
  const about = (integrity: string) => ({ resolution: { integrity } });

  it('read version 6 of one project, which has no importers', () => {
    const text = (integrity: string) =>
      stringify({
        lockfileVersion: '6.0',
        dependencies: direct({ is: '/@s/is@4.6.0', once: '1.4.0' }),
        devDependencies: direct({ dev: '1.0.0' }),
        packages: {
          '/@s/is@4.6.0': about('sha512-is'),
          '/once@1.4.0': { ...about('sha512-once'), dependencies: { wrappy: '1.0.2' } },
          '/wrappy@1.0.2': about(integrity),
          '/dev@1.0.0': about('sha512-dev'),
          '/other@1.0.0': about('sha512-other'),
        },
      });
    const needs = { once: '*', dev: '*', is: 'npm:@s/is@*' };
    const before = read(text('sha512-wrappy'), '', needs);
    expect(before).toHaveLength(4);
    expect(before).toEqual(
      expect.arrayContaining(['once@1.4.0 sha512-once', 'wrappy@1.0.2 sha512-wrappy', 'dev@1.0.0 sha512-dev']),
    );
    expect(before?.some((line) => line.includes('sha512-is'))).toBe(true);
    expect(read(text('sha512-new'), '', needs)).not.toEqual(before);
  });

  it('read a package under another name in version 9', () => {
    const text = stringify({
      lockfileVersion: '9.0',
      importers: { '.': { dependencies: direct({ is: '@s/is@4.6.0', a: '1.0.0' }) } },
      packages: { '@s/is@4.6.0': about('sha512-is'), '@s/b@2.0.0': about('sha512-b'), 'a@1.0.0': about('sha512-a') },
      snapshots: { '@s/is@4.6.0': {}, '@s/b@2.0.0': {}, 'a@1.0.0': { dependencies: { b: '@s/b@2.0.0' } } },
    });
    const found = read(text, '', { is: 'npm:@s/is@*', a: '*' })?.map((line) => line.split(' ')[1]);
    expect(found?.sort()).toEqual(['sha512-a', 'sha512-b', 'sha512-is']);
  });

  const peers = (version: 6 | 9, hashes: Ranges = {}) => {
    const slash = version === 6 ? '/' : '';
    const leads: Record<string, Ranges> = {
      'ui@1.0.0(dom@17.0.0(react@17.0.0))(@s/x@1.0.0)': { dom: '17.0.0(react@17.0.0)', '@s/x': '1.0.0' },
      'ui@1.0.0(dom@18.0.0(react@18.0.0))(@s/x@1.0.0)': { dom: '18.0.0(react@18.0.0)', '@s/x': '1.0.0' },
      'dom@17.0.0(react@17.0.0)': { react: '17.0.0' },
      'dom@18.0.0(react@18.0.0)': { react: '18.0.0' },
      'react@17.0.0': {},
      'react@18.0.0': {},
      '@s/x@1.0.0': {},
    };
    const plain = (key: string) => key.replace(/\(.*$/, '');
    const packageOf = (key: string) => about(hashes[plain(key)] ?? `sha512-${plain(key)}`);
    const ui = (major: number) => direct({ ui: `1.0.0(dom@${major}.0.0(react@${major}.0.0))(@s/x@1.0.0)` });
    const keys = Object.keys(leads);
    return stringify({
      lockfileVersion: `${version}.0`,
      importers: { old: { dependencies: ui(17) }, new: { devDependencies: ui(18) } },
      packages: Object.fromEntries(
        keys.map((key) =>
          version === 6
            ? [`${slash}${key}`, { ...packageOf(key), dependencies: leads[key] }]
            : [plain(key), packageOf(key)],
        ),
      ),
      ...(version === 9 && {
        snapshots: Object.fromEntries(keys.map((key) => [key, { dependencies: leads[key] }])),
      }),
    });
  };

  it.each([6, 9] as const)('tell the peers that a package of version %i was installed with', (version) => {
    const ids = (folder: string) =>
      read(peers(version), folder, { ui: '*' })
        ?.map((line) => line.split(' ')[1])
        .sort();
    const common = ['sha512-@s/x@1.0.0'];
    expect(ids('old')).toEqual([...common, 'sha512-dom@17.0.0', 'sha512-react@17.0.0', 'sha512-ui@1.0.0']);
    expect(ids('new')).toEqual([...common, 'sha512-dom@18.0.0', 'sha512-react@18.0.0', 'sha512-ui@1.0.0']);
    const other = peers(version, { 'react@18.0.0': 'sha512-changed' });
    expect(read(other, 'old', { ui: '*' })).toEqual(read(peers(version), 'old', { ui: '*' }));
    expect(read(other, 'new', { ui: '*' })).not.toEqual(read(peers(version), 'new', { ui: '*' }));
  });

  it.each([6, 9] as const)('come to an end where folders of version %i are linked in circles', (version) => {
    const slash = version === 6 ? '/' : '';
    const text = stringify({
      lockfileVersion: `${version}.0`,
      importers: {
        '.': { dependencies: direct({ z: '1.0.0' }) },
        'packages/api': { dependencies: direct({ shared: 'link:../shared' }) },
        'packages/shared': { dependencies: direct({ api: 'link:../api', x: '1.0.0', far: 'link:../../libs/far' }) },
        'libs/far': { optionalDependencies: direct({ y: '1.0.0' }) },
      },
      packages: Object.fromEntries(['x', 'y', 'z'].map((name) => [`${slash}${name}@1.0.0`, about(`sha512-${name}`)])),
      ...(version === 9 && { snapshots: Object.fromEntries(['x', 'y', 'z'].map((name) => [`${name}@1.0.0`, {}])) }),
    });
    const api = read(text, 'packages/api', { shared: 'workspace:*' });
    expect(api?.filter((line) => line.includes('sha512-z'))).toEqual([]);
    const shared = read(text, 'packages/shared', { api: 'workspace:*', x: '*', far: 'workspace:*' });
    expect(shared).toContain('x@1.0.0 sha512-x');
    expect(shared?.filter((line) => line.includes('sha512-z'))).toEqual([]);
    expect(read(text, 'libs/far', { y: '*' })).toEqual(['y@1.0.0 sha512-y']);
  });
});

describe('openLockfile of yarn', () => {
  const read = (text: string, needs: Ranges, folder = '') => lines('yarn.lock', text, folder, needs);
  const head = '# THIS IS AN AUTOGENERATED FILE. DO NOT EDIT THIS FILE DIRECTLY.\n# yarn lockfile v1\n\n\n';

  it('v1 finds the version by the range that was asked for, of several in one key', () => {
    const text = `${head}"@s/a@1 || 2", "@s/a@^1.0.0", "@s/a@^1.1.0":
  version "1.2.0"
  integrity sha512-a1
  dependencies:
    b ">= 1 < 3"

"@s/a@^2.0.0":
  version "2.0.0"
  integrity sha512-a2

"b@>= 1 < 3", b@^2.0.0:
  version "2.9.0"
  integrity sha512-b2

b@^1.0.0:
  version "1.0.0"
  integrity sha512-b1
`;
    for (const range of ['^1.0.0', '^1.1.0', '1 || 2']) {
      expect(read(text, { '@s/a': range })).toEqual(['@s/a@1.2.0 sha512-a1', 'b@2.9.0 sha512-b2']);
    }
    expect(read(text, { '@s/a': '^2.0.0', b: '^1.0.0' })).toEqual(['@s/a@2.0.0 sha512-a2', 'b@1.0.0 sha512-b1']);
  });

  it('v1 reads a package under another name', () => {
    const text = `${head}"is@npm:@s/is@^4.6.0":\n  version "4.6.0"\n  integrity sha512-is\n`;
    const found = read(text, { is: 'npm:@s/is@^4.6.0' });
    expect(found?.map((line) => line.split(' ')[1])).toEqual(['sha512-is']);
  });

  it('v1 notices another commit of a package of git, which has no integrity', () => {
    const asked = 'git+https://git.example/g.git';
    const text = (commit: string) => `${head}"g@${asked}":\n  version "1.0.0"\n  resolved "${asked}#${commit}"\n`;
    expect(read(text('aaaa'), { g: asked })).toHaveLength(1);
    expect(read(text('aaaa'), { g: asked })).not.toEqual(read(text('bbbb'), { g: asked }));
  });

  const berry = (blocks: string, version = 8) => `__metadata:\n  version: ${version}\n  cacheKey: 10c0\n\n${blocks}`;

  it('berry reads a package under another name', () => {
    const text = berry(`"is@npm:@s/is@^4.6.0":
  version: 4.6.0
  resolution: "@s/is@npm:4.6.0"
  checksum: 10c0/abc
  languageName: node
  linkType: hard
`);
    const found = read(text, { is: 'npm:@s/is@^4.6.0' });
    expect(found?.map((line) => line.split(' ')[1])).toEqual(['10c0/abc']);
  });

  it('berry reads what yarn 2 and 3 wrote, ranges without a protocol and like numbers', () => {
    const text = stored('yarn-4.lock').replace(/^( {4}\S+): "npm:(.*)"$/gm, '$1: $2');
    const old = text.replace('version: 10', 'version: 6').replaceAll('10c0/', '');
    expect(old).toContain('    wrappy: 1\n');
    for (const { folder, needs, closure } of FOLDERS) {
      const found = read(old, needs('workspace:*'), folder)?.map((line) => line.split(' ')[0]);
      expect(found).toEqual(expect.arrayContaining([...closure]));
    }
    const numbers = berry(
      `"a@npm:1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  dependencies:\n    b: 1.10\n  checksum: aa\n\n` +
        `"b@npm:1.10":\n  version: 1.10.3\n  resolution: "b@npm:1.10.3"\n  checksum: bb\n`,
      6,
    );
    expect(read(numbers, { a: '1' })).toEqual(['a@1.0.0 aa', 'b@1.10.3 bb']);
  });

  it('berry notices a change of what the resolutions of the root put in place of a range', () => {
    // The lockfile has the range that resolutions say, and in the dependencies the one that was asked for.
    const text = (version: string, checksum: string) =>
      berry(
        `"debug@npm:^4.3.4":\n  version: 4.4.3\n  resolution: "debug@npm:4.4.3"\n  dependencies:\n    ms: "npm:^2.1.3"\n` +
          `  checksum: 10c0/debug\n  languageName: node\n  linkType: hard\n\n"ms@npm:${version}":\n  version: ${version}\n` +
          `  resolution: "ms@npm:${version}"\n  checksum: 10c0/${checksum}\n  languageName: node\n  linkType: hard\n`,
      );
    // Where it cannot be told, the whole file counts.
    const counts = (of: string) => read(of, { debug: '^4.3.4' }) ?? [of];
    expect(counts(text('2.1.1', 'one'))).not.toEqual(counts(text('2.1.2', 'two')));
    expect(counts(text('2.1.2', 'one'))).not.toEqual(counts(text('2.1.2', 'two')));
  });

  it('berry follows packages of the same repository, in circles too', () => {
    const local = (name: string, folder: string, needs: string) => `"${name}@workspace:*, ${name}@workspace:${folder}":
  version: 0.0.0-use.local
  resolution: "${name}@workspace:${folder}"
  dependencies:
${needs}  languageName: unknown
  linkType: soft

`;
    const text = (checksum: string) =>
      berry(
        `${local('api', 'packages/api', '    shared: "workspace:*"\n')}${local(
          'shared',
          'packages/shared',
          '    api: "workspace:*"\n    x: "npm:^1.0.0"\n',
        )}"x@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "x@npm:1.0.0"\n  checksum: ${checksum}\n  languageName: node\n  linkType: hard\n`,
      );
    const found = (checksum: string) => read(text(checksum), { shared: 'workspace:*' }, 'packages/api');
    expect(found('10c0/one')).toContain('x@1.0.0 10c0/one');
    expect(found('10c0/two')).not.toEqual(found('10c0/one'));
  });
});
