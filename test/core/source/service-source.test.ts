import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SourcedService, sourcesOf } from '../../../core/source/service-source.ts';
import { type SourceReader, sourceTree } from '../../../core/source/tree.ts';
import { findReferences } from '../service/found-references.ts';

const SEED = 20261127;

/** Texts by path. */
type Files = Readonly<Record<string, string>>;
/** Texts of files that are changed or added, null for those that are removed. */
type Change = Readonly<Record<string, string | null>>;

const idOf = (text: string) => `100644 ${createHash('sha1').update(text).digest('hex')}`;

function reader(files: Files, ids: Change = {}): SourceReader {
  const texts = new Map(Object.entries(files));
  const tree = sourceTree(new Map([...texts].map(([path, text]) => [path, ids[path] ?? idOf(text)])));
  const read = (paths: readonly string[]) =>
    Promise.resolve(new Map(paths.flatMap((path) => (texts.has(path) ? [[path, texts.get(path) ?? '']] : []))));
  return { tree, read };
}

const service = (key: string, rest: Partial<SourcedService> = {}): SourcedService => ({
  key,
  path: key,
  triggers: [],
  hasCode: true,
  includes: [],
  reads: findReferences({}),
  ...rest,
});
const outside = (...paths: string[]) => ({ reads: { ...findReferences({}), outside: paths } });

const hashes = async (files: Files, services: readonly SourcedService[], root = '') =>
  Object.fromEntries([...(await sourcesOf(reader(files), services, root))].map(([key, { hash }]) => [key, hash]));

function changed(files: Files, change: Change): Files {
  const all = Object.entries({ ...files, ...change });
  return Object.fromEntries(all.flatMap(([path, text]) => (text === null ? [] : [[path, text]])));
}

/** Keys of the services whose source a change is in. */
async function changes(
  files: Files,
  services: readonly SourcedService[],
  change: Change,
  root = '',
): Promise<string[]> {
  const before = await hashes(files, services, root);
  const after = await hashes(changed(files, change), services, root);
  expect(Object.keys(after).sort()).toEqual(services.map(({ key }) => key).sort());
  return Object.keys(before).filter((key) => before[key] !== after[key]);
}

const json = (value: unknown) => JSON.stringify(value);
const API = service('api');
const TASKS = service('tasks');
const BOTH = [API, TASKS];
const PLAIN: Files = {
  'README.md': '# Shop',
  'serverless-stages.yml': 'version: 1',
  'api/serverless.yml': 'service: shop-api',
  'api/src/handler.ts': 'export const main = 1;',
  'tasks/serverless.yml': 'service: shop-tasks',
  'tasks/src/handler.ts': 'export const main = 1;',
  'shared/a.ts': 'a',
  'shared/deep/b.md': 'b',
  'shared/.hidden/c.ts': 'c',
};

describe('the hashes of sources', () => {
  it('are one for each service, in hex', async () => {
    const found = await hashes(PLAIN, BOTH);
    expect(Object.keys(found)).toEqual(['api', 'tasks']);
    for (const hash of Object.values(found)) expect(hash).toMatch(/^[0-9a-f]{32,}$/);
    expect(found['api']).not.toBe(found['tasks']);
  });

  it('are none without services, and of an empty tree', async () => {
    expect(await hashes(PLAIN, [])).toEqual({});
    expect(Object.keys(await hashes({}, BOTH))).toEqual(['api', 'tasks']);
  });

  const shuffle = <T>(items: readonly T[], keys: readonly number[]) =>
    items
      .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0, index }))
      .sort((a, b) => a.key - b.key || a.index - b.index)
      .map(({ item }) => item);

  it('are the same in any order of the files and of the services', async () => {
    const services = [
      service('api', { triggers: ['shared/**', '*.json'], includes: ['shared/b.yml'] }),
      service('tasks', { ...outside('../shared/deep/x.main'), triggers: ['**/*.md'] }),
      service('inner', { path: 'api/inner' }),
    ];
    const files = { ...WORKSPACE, ...PLAIN, 'shared/b.yml': 'b', 'api/inner/x.ts': 'x', 'tsconfig.json': '{}' };
    const expected = await hashes(files, services);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), async (keys) => {
        const mixed = Object.fromEntries(shuffle(Object.entries(files), keys));
        expect(await hashes(mixed, shuffle(services, keys))).toEqual(expected);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('do not depend on what the other services are', async () => {
    const alone = await hashes(PLAIN, [API]);
    expect((await hashes(PLAIN, BOTH))['api']).toBe(alone['api']);
    expect((await hashes(PLAIN, [TASKS, API, service('other')]))['api']).toBe(alone['api']);
  });

  it('tell by the files that are there, whatever a path looks like', async () => {
    const tricky = { 'api/constructor': 'a', 'api/__proto__': 'b', 'api/a b\n"c"/ä': 'c', 'api/-x': 'd' };
    for (const path of Object.keys(tricky)) {
      expect(await changes({ ...PLAIN, ...tricky }, BOTH, { [path]: 'changed' })).toEqual(['api']);
      expect(await changes({ ...PLAIN, ...tricky }, BOTH, { [path]: null })).toEqual(['api']);
    }
  });

  it.each([' ', '\t', ':'])('are not the same for one file whose name looks like two, apart by %j', async (gap) => {
    const hashOf = async (files: Files, ids: Change) =>
      (await sourcesOf(reader(files, ids), [API], '')).get('api')?.hash;
    const [a, b] = [idOf('a'), idOf('b')];
    const two = await hashOf({ 'api/x': 'a', 'api/y': 'b' }, { 'api/x': a, 'api/y': b });
    const behind = `api/x${gap}${a}\napi/y`;
    expect(await hashOf({ [behind]: 'b' }, { [behind]: b })).not.toBe(two);
    const before = `api/x\n${b}${gap}api/y`;
    expect(await hashOf({ [before]: 'a' }, { [before]: a })).not.toBe(two);
  });
});

describe('a change in the folder of a service', () => {
  it.each<[string, Change]>([
    ['a file changes', { 'api/src/handler.ts': 'export const main = 2;' }],
    ['its configuration changes', { 'api/serverless.yml': 'service: shop-api2' }],
    ['a file is added', { 'api/new.ts': '' }],
    ['a file is removed', { 'api/src/handler.ts': null }],
    ['a file is renamed', { 'api/src/handler.ts': null, 'api/src/main.ts': 'export const main = 1;' }],
    ['a file moves to another folder', { 'api/src/handler.ts': null, 'api/handler.ts': 'export const main = 1;' }],
    ['a hidden file is added', { 'api/.env': '' }],
  ])('is one where %s, and changes no other service', async (_, change) => {
    expect(await changes(PLAIN, BOTH, change)).toEqual(['api']);
  });

  it('is one where two files change places', async () => {
    const files = { ...PLAIN, 'api/a': '1', 'api/b': '2' };
    expect(await changes(files, BOTH, { 'api/a': '2', 'api/b': '1' })).toEqual(['api']);
  });

  it('is one where a file becomes executable, or a link', async () => {
    const before = await sourcesOf(reader(PLAIN), BOTH, '');
    for (const mode of ['100755', '120000']) {
      const id = idOf(PLAIN['api/src/handler.ts'] ?? '').replace('100644', mode);
      const after = await sourcesOf(reader(PLAIN, { 'api/src/handler.ts': id }), BOTH, '');
      expect(after.get('api')?.hash).not.toBe(before.get('api')?.hash);
      expect(after.get('tasks')?.hash).toBe(before.get('tasks')?.hash);
    }
  });

  it.each<[string, Change]>([
    ['a file at the root', { 'README.md': '', 'new.txt': '' }],
    ['the configuration of the application', { 'serverless-stages.yml': 'version: 2' }],
    ['a folder of no service', { 'shared/a.ts': 'changed' }],
    ['a folder whose name begins alike', { 'api-old/x': '', 'apis/x': '', 'api.ts': '', 'ap/x': '' }],
    ['a folder of the same name elsewhere', { 'docs/api/serverless.yml': '' }],
    ['what is made from sources', { 'api/node_modules/a/index.js': '', 'api/.serverless/state.json': '' }],
  ])('is none in %s', async (_, change) => {
    expect(await changes(PLAIN, BOTH, change)).toEqual([]);
  });

  it('changes that one alone, whatever the files and the change are', async () => {
    const keys = ['a', 'b', 'c', 'a-b', 'd'];
    const part = fc.constantFrom('a', 'b', 'c', 'a-b', 'src', 'x.ts', '.x', 'ä ö');
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}/f`);
    const all = fc.dictionary(path, fc.constantFrom('1', '2', '3'), { maxKeys: 25, noNullPrototype: true });
    const change = fc.dictionary(path, fc.option(fc.constantFrom('1', '2', '4')), {
      maxKeys: 3,
      noNullPrototype: true,
    });
    const services = keys.map((key) => service(key));
    await fc.assert(
      fc.asyncProperty(all, change, async (files, made) => {
        const touched = Object.entries(made).filter(([each, text]) => (files[each] ?? null) !== text);
        const expected = keys.filter((key) => touched.some(([each]) => each.startsWith(`${key}/`)));
        expect(await changes(files, services, made)).toEqual(expected);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('services in folders within each other', () => {
  const services = [service('api'), service('jobs', { path: 'api/jobs' }), service('mail', { path: 'api/x/mail' })];
  const files = {
    ...PLAIN,
    'api/jobs/serverless.yml': 'service: jobs',
    'api/jobs/src/x.ts': 'x',
    'api/x/mail/serverless.yml': 'service: mail',
    'api/x/y.ts': 'y',
  };

  it.each([
    ['api/serverless.yml', ['api']],
    ['api/x/y.ts', ['api']],
    ['api/jobs-old/x.ts', ['api']],
    ['api/jobs/src/x.ts', ['api', 'jobs']],
    ['api/jobs/deep/er/x.ts', ['api', 'jobs']],
    ['api/x/mail/serverless.yml', ['api', 'mail']],
  ])('have %s in each that it is in, as the package of the outer one has it: %s', async (path, keys) => {
    expect(await changes(files, services, { [path]: 'changed' })).toEqual(keys);
  });

  it('have what is in the inner one there alone, where the outer one has no functions and so no package', async () => {
    const [, ...inner] = services;
    const all = [service('api', { hasCode: false }), ...inner];
    expect(await changes(files, all, { 'api/jobs/deep/er/x.ts': 'changed' })).toEqual(['jobs']);
    expect(await changes(files, all, { 'api/x/y.ts': 'changed' })).toEqual(['api']);
  });

  it('may have one at the root, which has all', async () => {
    const all = [service('root', { path: '.' }), ...services, TASKS];
    expect(await changes(files, all, { 'README.md': 'changed' })).toEqual(['root']);
    expect(await changes(files, all, { 'shared/deep/b.md': 'changed' })).toEqual(['root']);
    expect(await changes(files, all, { 'tasks/src/handler.ts': 'changed' })).toEqual(['root', 'tasks']);
    expect(await changes(files, all, { 'api/x/y.ts': 'changed' })).toEqual(['root', 'api']);
  });

  it('may be one at the root alone', async () => {
    const root = [service('shop', { path: '.' })];
    expect(await changes(files, root, { 'api/x/y.ts': 'changed' })).toEqual(['shop']);
    expect(await changes(files, root, { 'README.md': null })).toEqual(['shop']);
    expect(await changes(files, root, { 'node_modules/a/b.js': '' })).toEqual([]);
  });
});

describe('an application in a folder of its repository', () => {
  const files = Object.fromEntries(Object.entries(PLAIN).map(([path, text]) => [`apps/shop/${path}`, text]));
  const more = {
    ...files,
    'api/serverless.yml': 'other',
    'lib/x.ts': 'x',
    'apps/common.yml': 'c',
    'apps/lib/x.ts': 'x',
  };

  it('has its services below that folder', async () => {
    expect(await changes(more, BOTH, { 'apps/shop/api/src/handler.ts': 'changed' }, 'apps/shop')).toEqual(['api']);
    expect(await changes(more, BOTH, { 'api/serverless.yml': 'changed' }, 'apps/shop')).toEqual([]);
  });

  it('may be a service itself', async () => {
    const services = [service('shop', { path: '.' }), API];
    expect(await changes(more, services, { 'apps/shop/README.md': '' }, 'apps/shop')).toEqual(['shop']);
    expect(await changes(more, services, { 'apps/shop/api/new': '' }, 'apps/shop')).toEqual(['shop', 'api']);
    expect(await changes(more, services, { 'lib/x.ts': '' }, 'apps/shop')).toEqual([]);
  });

  it('has triggers and includes from that folder', async () => {
    const services = [service('api', { triggers: ['shared/**'] }), service('tasks', { includes: ['../common.yml'] })];
    expect(await changes(more, services, { 'apps/shop/shared/a.ts': 'changed' }, 'apps/shop')).toEqual(['api']);
    expect(await changes(more, services, { 'shared/a.ts': 'changed' }, 'apps/shop')).toEqual([]);
    expect(await changes(more, services, { 'apps/common.yml': 'changed' }, 'apps/shop')).toEqual(['tasks']);
  });

  it('may have triggers outside that folder', async () => {
    const services = [service('api', { triggers: ['../lib/**'] }), service('tasks', { triggers: ['../../lib/**'] })];
    expect(await changes(more, services, { 'apps/lib/x.ts': 'changed' }, 'apps/shop')).toEqual(['api']);
    expect(await changes(more, services, { 'lib/x.ts': 'changed' }, 'apps/shop')).toEqual(['tasks']);
  });

  it('may have a service beside that folder', async () => {
    const services = [service('api', { path: '../lib' }), TASKS];
    expect(await changes(more, services, { 'apps/lib/x.ts': 'changed' }, 'apps/shop')).toEqual(['api']);
  });
});

describe('the path of a service', () => {
  it.each(['./api', 'api/', './api/', 'tasks/../api'])('may be written as %s', async (path) => {
    const services = [service('api', { path }), TASKS];
    expect(await changes(PLAIN, services, { 'api/src/handler.ts': 'changed' })).toEqual(['api']);
  });
});

describe('triggers', () => {
  const files = { ...PLAIN, Makefile: 'all:', 'config.json': '{}', 'a b/c[1].txt': 'x', 'sharedness/x': 'x' };
  const triggered = (triggers: readonly string[], path: string) =>
    changes(files, [service('api', { triggers }), TASKS], { [path]: 'changed' });

  it.each([
    ['shared/**', 'shared/a.ts'],
    ['shared/**', 'shared/deep/b.md'],
    ['shared/**', 'shared/deep/new.ts'],
    ['shared/**', 'shared/.hidden/c.ts'],
    ['./shared/**', 'shared/a.ts'],
    ['shared/*.ts', 'shared/a.ts'],
    ['shared/{a,b}.ts', 'shared/a.ts'],
    ['shared/**/*.md', 'shared/deep/b.md'],
    ['**/*.md', 'README.md'],
    ['**/b.md', 'shared/deep/b.md'],
    ['*.json', 'config.json'],
    ['Makefile', 'Makefile'],
    ['shared/a.ts', 'shared/a.ts'],
    ['{shared,docs}/**', 'shared/a.ts'],
    ['share?/a.ts', 'shared/a.ts'],
    ['a b/*.txt', 'a b/c[1].txt'],
    ['s*/deep/*', 'shared/deep/b.md'],
  ])('%s makes %s a file of the service', async (glob, path) => {
    expect(await triggered([glob], path)).toEqual(['api']);
  });

  it.each([
    ['shared/*.ts', 'shared/deep/b.md'],
    ['shared/**', 'sharedness/x'],
    ['shared/**/*.md', 'shared/a.ts'],
    ['*.json', 'shared/new.json'],
    ['Makefile', 'Makefile.old'],
    ['shared/**', 'README.md'],
    ['nothing/**', 'shared/a.ts'],
  ])('%s does not make %s one', async (glob, path) => {
    expect(await triggered([glob], path)).toEqual([]);
  });

  it('are several, and a file that one matches counts', async () => {
    expect(await triggered(['Makefile', 'shared/**', '*.json'], 'config.json')).toEqual(['api']);
    expect(await triggered(['Makefile', 'shared/**', '*.json'], 'README.md')).toEqual([]);
  });

  it('may be in the folder of another service, which changes as well', async () => {
    expect(await triggered(['tasks/src/**'], 'tasks/src/handler.ts')).toEqual(['api', 'tasks']);
    expect(await triggered(['tasks/src/**'], 'tasks/serverless.yml')).toEqual(['tasks']);
  });

  it('tell of a file that is added, or removed', async () => {
    expect(await changes(files, [service('api', { triggers: ['shared/**'] })], { 'shared/a.ts': null })).toEqual([
      'api',
    ]);
    expect(await changes(files, [service('api', { triggers: ['new/**'] })], { 'new/a.ts': '' })).toEqual(['api']);
  });

  it('add no file where the service always counts as changed', async () => {
    const always = service('api', { triggers: 'always' });
    expect(await changes(files, [always, TASKS], { 'shared/a.ts': 'changed' })).toEqual([]);
    expect(await changes(files, [always, TASKS], { 'api/new': '' })).toEqual(['api']);
  });
});

describe('files that the configuration reads', () => {
  it('are files of the service', async () => {
    const services = [service('api', { includes: ['shared/common.yml', 'api/own.yml'] }), TASKS];
    const files = { ...PLAIN, 'shared/common.yml': 'a: b', 'api/own.yml': 'x' };
    expect(await changes(files, services, { 'shared/common.yml': 'a: c' })).toEqual(['api']);
    expect(await changes(files, services, { 'shared/common.yml': null })).toEqual(['api']);
    expect(await changes(files, services, { 'shared/a.ts': 'changed' })).toEqual([]);
  });

  it('may not be there yet', async () => {
    const services = [service('api', { includes: ['shared/new.yml'] }), TASKS];
    expect(await changes(PLAIN, services, { 'shared/new.yml': 'a: b' })).toEqual(['api']);
  });
});

describe('files outside the folder that the configuration names', () => {
  const files = { ...PLAIN, 'lib/src/a.ts': 'a', 'lib/src/deep/b.ts': 'b', 'lib/other.ts': 'o', 'layer/x/y.js': 'y' };
  const named = (path: string, touched: string) =>
    changes(files, [service('api', outside(path)), TASKS], { [touched]: 'changed' });

  it.each([
    ['../lib/src/a.main', 'lib/src/a.ts'],
    ['../lib/src/a.main', 'lib/src/deep/b.ts'],
    ['../lib/src/a.ts', 'lib/src/a.ts'],
    ['./../lib/src/a.main', 'lib/src/a.ts'],
    ['../layer', 'layer/x/y.js'],
    ['../layer/', 'layer/x/y.js'],
    ['../lib/**', 'lib/src/deep/b.ts'],
    ['../lib/**/*.ts', 'lib/src/a.ts'],
    ['../lib/*.ts', 'lib/other.ts'],
  ])('%s makes %s a file of the service', async (path, touched) => {
    expect(await named(path, touched)).toEqual(['api']);
  });

  it.each([
    ['../lib/src/a.main', 'shared/a.ts'],
    ['../lib/src/a.main', 'lib/other.ts'],
    ['../lib/src/a.ts', 'lib/src/deep/b.ts'],
    ['../layer', 'layers/x.js'],
    ['../../elsewhere/a.main', 'README.md'],
    ['../nothing/a.main', 'lib/other.ts'],
  ])('%s does not make %s one', async (path, touched) => {
    expect(await named(path, touched)).toEqual([]);
  });

  it('may be in another service', async () => {
    expect(await named('../tasks/src/handler.main', 'tasks/src/handler.ts')).toEqual(['api', 'tasks']);
  });

  it('may be in a folder that is not there yet', async () => {
    expect(await named('../new/src/a.main', 'new/src/a.ts')).toEqual(['api']);
  });
});

describe('settings of the compiler', () => {
  const files = { ...PLAIN, 'apps/web/serverless.yml': 'x', 'apps/tsconfig.json': '{}', 'tsconfig.base.json': '{}' };
  const services = [...BOTH, service('web', { path: 'apps/web' })];

  it.each([
    ['tsconfig.json', ['api', 'tasks', 'web']],
    ['tsconfig.base.json', ['api', 'tasks', 'web']],
    ['apps/tsconfig.json', ['web']],
    ['apps/tsconfig.build.json', ['web']],
    ['api/tsconfig.json', ['api']],
    ['api/src/tsconfig.json', ['api']],
    ['shared/tsconfig.json', []],
    ['mytsconfig.json', []],
    ['tsconfig.json.bak', []],
  ])('in %s change %j', async (path, keys) => {
    expect(await changes(files, services, { [path]: '{"compilerOptions":{}}' })).toEqual(keys);
    expect(await changes({ ...files, [path]: 'x' }, services, { [path]: null })).toEqual(keys);
  });
});

const manifest = (name: string, dependencies: Readonly<Record<string, string>> = {}, more: object = {}) =>
  json({ name, dependencies, ...more });

/** `api` uses `one`, which uses `two`; `tasks` uses `three`; nobody uses `lonely`. */
const WORKSPACE: Files = {
  'package.json': json({ private: true, workspaces: ['packages/*', 'api', 'tasks'] }),
  'api/serverless.yml': 'service: api',
  'api/package.json': manifest('@shop/api', { '@shop/one': '*' }),
  'tasks/serverless.yml': 'service: tasks',
  'tasks/package.json': manifest('@shop/tasks', { '@shop/three': '*' }),
  'packages/one/package.json': manifest('@shop/one', { '@shop/two': '^1.0.0' }),
  'packages/one/src/index.ts': '1',
  'packages/two/package.json': manifest('@shop/two'),
  'packages/two/index.ts': '2',
  'packages/three/package.json': manifest('@shop/three'),
  'packages/three/index.ts': '3',
  'packages/lonely/package.json': manifest('@shop/lonely'),
  'packages/lonely/index.ts': '4',
};

const KINDS: readonly (readonly [string, Change])[] = [
  ['npm or yarn', {}],
  ['yarn, with nohoist', { 'package.json': json({ workspaces: { packages: ['packages/*'], nohoist: ['**'] } }) }],
  ['patterns of all depths', { 'package.json': json({ workspaces: ['packages/**', './api', './tasks/'] }) }],
  [
    'pnpm',
    {
      'package.json': '{"private":true}',
      'pnpm-workspace.yaml': 'packages:\n  - "packages/*"\n  - api\n  - tasks\n',
      'api/package.json': manifest('@shop/api', { '@shop/one': 'workspace:*' }),
      'packages/one/package.json': manifest('@shop/one', { '@shop/two': 'workspace:^' }),
      'tasks/package.json': manifest('@shop/tasks', { '@shop/three': 'workspace:../packages/three' }),
    },
  ],
];

describe.each(KINDS)('workspace packages of %s', (_, form) => {
  const files = changed(WORKSPACE, form);

  it.each([
    ['packages/one/src/index.ts', ['api']],
    ['packages/one/new.ts', ['api']],
    ['packages/two/index.ts', ['api']],
    ['packages/three/index.ts', ['tasks']],
    ['packages/lonely/index.ts', []],
    ['packages/other.txt', []],
    ['api/new.ts', ['api']],
  ])('change with %s the services that use them, directly or not: %j', async (path, keys) => {
    expect(await changes(files, BOTH, { [path]: 'changed' })).toEqual(keys);
  });

  it('change what they use with their package.json', async () => {
    const more = { 'packages/two/package.json': manifest('@shop/two', { '@shop/lonely': '*' }) };
    expect(await changes(files, BOTH, more)).toEqual(['api']);
    const after = changed(files, more);
    expect(await changes(after, BOTH, { 'packages/lonely/index.ts': 'changed' })).toEqual(['api']);
  });

  it('may use each other in circles', async () => {
    const circle = changed(files, { 'packages/two/package.json': manifest('@shop/two', { '@shop/one': '*' }) });
    expect(await changes(circle, BOTH, { 'packages/one/src/index.ts': 'changed' })).toEqual(['api']);
    expect(await changes(circle, BOTH, { 'packages/two/index.ts': 'changed' })).toEqual(['api']);
  });

  it.each(['devDependencies', 'optionalDependencies'])('count as %s as well', async (kind) => {
    const uses = changed(files, { 'tasks/package.json': json({ name: 't', [kind]: { '@shop/lonely': '*' } }) });
    expect(await changes(uses, BOTH, { 'packages/lonely/index.ts': 'changed' })).toEqual(['tasks']);
  });

  it('may be services themselves', async () => {
    const uses = changed(files, {
      'tasks/package.json': manifest('@shop/tasks', { '@shop/lonely': '*' }),
      'packages/lonely/serverless.yml': 'x',
    });
    const services = [...BOTH, service('lonely', { path: 'packages/lonely' })];
    expect(await changes(uses, services, { 'packages/lonely/index.ts': 'changed' })).toEqual(['tasks', 'lonely']);
    expect(await changes(uses, services, { 'tasks/new.ts': '' })).toEqual(['tasks']);
  });

  it('are used by a service that has no package.json of its own through the one above', async () => {
    const uses = changed(files, {
      'api/package.json': null,
      'package.json': json({ ...JSON.parse(files['package.json'] ?? '{}'), dependencies: { '@shop/one': '*' } }),
    });
    expect(await changes(uses, [API], { 'packages/two/index.ts': 'changed' })).toEqual(['api']);
  });
});

describe('packages of the repository', () => {
  it('count as peerDependencies as well, which npm and pnpm install', async () => {
    const one = json({ name: '@shop/one', peerDependencies: { '@shop/lonely': '*' } });
    const files = changed(WORKSPACE, { 'packages/one/package.json': one });
    expect(await changes(files, BOTH, { 'packages/lonely/index.ts': 'changed' })).toEqual(['api']);
  });

  it('are not those of a registry that have their name, outside all workspaces', async () => {
    const files = changed(WORKSPACE, { 'package.json': '{"private":true}' });
    expect(await changes(files, BOTH, { 'packages/one/src/index.ts': 'changed' })).toEqual([]);
  });

  it('are not those that the workspaces leave out', async () => {
    const files = changed(WORKSPACE, { 'package.json': json({ workspaces: ['packages/*', '!packages/three'] }) });
    expect(await changes(files, BOTH, { 'packages/three/index.ts': 'changed' })).toEqual([]);
    expect(await changes(files, BOTH, { 'packages/two/index.ts': 'changed' })).toEqual(['api']);
  });

  it('may be of a workspace in a folder of the repository', async () => {
    const entries = Object.entries(WORKSPACE).map(([path, text]) => [`apps/shop/${path}`, text]);
    const files: Files = Object.fromEntries(entries);
    expect(await changes(files, BOTH, { 'apps/shop/packages/two/index.ts': 'changed' }, 'apps/shop')).toEqual(['api']);
    expect(await changes(files, BOTH, { 'apps/shop/packages/lonely/index.ts': '' }, 'apps/shop')).toEqual([]);
  });

  it.each(['', '[]', 'null', '{"name":', '{"dependencies":[]}', '{"workspaces":5,"dependencies":{"a":5}}'])(
    'are none where a package.json is %j, which is a file like any other',
    async (text) => {
      const files = changed(WORKSPACE, { 'api/package.json': text });
      expect(await changes(files, BOTH, { 'packages/one/src/index.ts': 'changed' })).toEqual([]);
      expect(await changes(files, BOTH, { 'api/package.json': `${text} ` })).toEqual(['api']);
    },
  );

  it('count with the package.json above a service', async () => {
    const files = { ...PLAIN, 'package.json': '{}', 'web/package.json': '{}', 'web/app/serverless.yml': 'x' };
    const services = [...BOTH, service('web', { path: 'web/app' })];
    expect(await changes(files, services, { 'package.json': '{"type":"module"}' })).toEqual(['api', 'tasks', 'web']);
    expect(await changes(files, services, { 'web/package.json': '{"type":"module"}' })).toEqual(['web']);
  });
});

describe('dependencies by a path', () => {
  const files: Files = {
    ...PLAIN,
    'lib/one/package.json': manifest('one', { two: 'file:../two' }),
    'lib/one/index.js': '1',
    'lib/two/package.json': manifest('two'),
    'lib/two/index.js': '2',
    'lib/packed.tgz': 'tgz',
  };
  const using = (range: string) => changed(files, { 'api/package.json': manifest('api', { dep: range }) });

  it.each(['file:../lib/one', 'file:../lib/one/', 'link:../lib/one', 'portal:../lib/one'])(
    '%s lead to a package, and on from there',
    async (range) => {
      expect(await changes(using(range), BOTH, { 'lib/one/index.js': 'changed' })).toEqual(['api']);
      expect(await changes(using(range), BOTH, { 'lib/one/new.js': '' })).toEqual(['api']);
      expect(await changes(using(range), BOTH, { 'lib/two/index.js': 'changed' })).toEqual(['api']);
      expect(await changes(using(range), BOTH, { 'lib/other.js': '' })).toEqual([]);
    },
  );

  it('may lead to a packed one', async () => {
    expect(await changes(using('file:../lib/packed.tgz'), BOTH, { 'lib/packed.tgz': 'changed' })).toEqual(['api']);
  });

  it('may lead to a folder without a package.json', async () => {
    expect(await changes(using('link:../shared'), BOTH, { 'shared/a.ts': 'changed' })).toEqual(['api']);
  });

  it.each(['file:../../elsewhere', 'file:../nothing', 'https://example.com/a.tgz', 'github:a/b', '^1.0.0', 'latest'])(
    '%s lead to nothing in the repository',
    async (range) => {
      expect(await changes(using(range), BOTH, { 'lib/one/index.js': 'changed', 'README.md': '' })).toEqual([]);
    },
  );

  it('are relative to the package.json that they are in', async () => {
    const from = changed(using('file:../lib/one'), { 'package.json': manifest('root', { two: 'file:lib/two' }) });
    expect(await changes(from, BOTH, { 'lib/two/index.js': 'changed' })).toEqual(['api', 'tasks']);
  });
});

describe('lockfiles', () => {
  const lock = (versions: Readonly<Record<string, string>>, links: readonly string[] = []) =>
    json({
      lockfileVersion: 3,
      packages: {
        '': { workspaces: ['packages/*'] },
        ...Object.fromEntries(
          links.map((name) => [`node_modules/@shop/${name}`, { link: true, resolved: `packages/${name}` }]),
        ),
        ...Object.fromEntries(
          Object.entries(versions).map(([name, version]) => [
            `node_modules/${name}`,
            { version, integrity: `sha512-${name}${version}`, ...(name === 'a' ? { dependencies: { b: '*' } } : {}) },
          ]),
        ),
      },
    });
  const VERSIONS = { a: '1.0.0', b: '1.0.0', c: '1.0.0', d: '1.0.0' };
  const files: Files = {
    ...PLAIN,
    'package.json': '{"private":true}',
    'package-lock.json': lock(VERSIONS),
    'api/package.json': manifest('api', { a: '^1.0.0' }),
    'tasks/package.json': manifest('tasks', { c: '^1.0.0' }),
  };
  const to = (versions: object) => ({ 'package-lock.json': lock({ ...VERSIONS, ...versions }) });

  it.each([
    ['a', ['api']],
    ['b', ['api']],
    ['c', ['tasks']],
    ['d', []],
  ])('change with the version of %s the services that depend on it, directly or not: %j', async (name, keys) => {
    expect(await changes(files, BOTH, to({ [name]: '1.0.1' }))).toEqual(keys);
  });

  it('change nothing by entries that are added, or written in another order', async () => {
    expect(await changes(files, BOTH, to({ e: '1.0.0' }))).toEqual([]);
    const turned = lock(Object.fromEntries(Object.entries(VERSIONS).reverse()));
    expect(await changes(files, BOTH, { 'package-lock.json': turned })).toEqual([]);
  });

  it('change by what the packages of the repository depend on', async () => {
    const more = {
      ...files,
      'package.json': json({ workspaces: ['packages/*'] }),
      'api/package.json': manifest('api', { '@shop/one': '*' }),
      'packages/one/package.json': manifest('@shop/one', { d: '*' }),
      'package-lock.json': lock(VERSIONS, ['one']),
    };
    const after = { 'package-lock.json': lock({ ...VERSIONS, d: '2.0.0' }, ['one']) };
    expect(await changes(more, BOTH, after)).toEqual(['api']);
  });

  it('change by what the package.json above depends on', async () => {
    const root = changed(files, { 'package.json': manifest('root', { d: '*' }) });
    expect(await changes(root, BOTH, to({ d: '2.0.0' }))).toEqual(['api', 'tasks']);
  });

  it('count as a whole where they are in the folder of the service', async () => {
    const own = { ...files, 'api/package-lock.json': lock(VERSIONS) };
    expect(await changes(own, BOTH, { 'api/package-lock.json': lock({ ...VERSIONS, a: '2.0.0' }) })).toEqual(['api']);
    expect(await changes(own, BOTH, to({ c: '2.0.0' }))).toEqual(['tasks']);
  });

  it.each(['bun.lock', 'bun.lockb', 'package-lock.json'])(
    'count as a whole where the form of %s is not known',
    async (name) => {
      const other = changed(files, { 'package-lock.json': null, [name]: 'one' });
      expect(await changes(other, BOTH, { [name]: 'two' })).toEqual(['api', 'tasks']);
    },
  );

  it('count as a whole where they do not know a package', async () => {
    const unknown = changed(files, {
      'pnpm-lock.yaml': 'lockfileVersion: "9.0"\nimporters: {}\n',
      'package-lock.json': null,
    });
    const after = { 'pnpm-lock.yaml': 'lockfileVersion: "9.0"\nimporters: {}\nsettings: {}\n' };
    expect(await changes(unknown, BOTH, after)).toEqual(['api', 'tasks']);
  });

  it('of pnpm and yarn are followed as well', async () => {
    const pnpm = (c: string) =>
      json({
        lockfileVersion: '9.0',
        importers: {
          '.': {},
          api: { dependencies: { a: { specifier: '^1.0.0', version: '1.0.0' } } },
          tasks: { dependencies: { c: { specifier: '^1.0.0', version: '1.0.0' } } },
        },
        packages: { 'a@1.0.0': { resolution: { integrity: 'x' } }, 'c@1.0.0': { resolution: { integrity: c } } },
        snapshots: { 'a@1.0.0': {}, 'c@1.0.0': {} },
      });
    const yarn = (c: string) =>
      `# yarn lockfile v1\n\n\na@^1.0.0:\n  version "1.0.0"\n  integrity x\n\nc@^1.0.0:\n  version "1.0.0"\n  integrity ${c}\n`;
    for (const [name, text] of [
      ['pnpm-lock.yaml', pnpm],
      ['yarn.lock', yarn],
    ] as const) {
      const locked = changed(files, { 'package-lock.json': null, [name]: text('y') });
      expect(await changes(locked, BOTH, { [name]: text('z') })).toEqual(['tasks']);
    }
  });

  it('that cover other folders change nothing', async () => {
    expect(await changes(files, BOTH, { 'shared/package-lock.json': 'x', 'docs/yarn.lock': 'x' })).toEqual([]);
  });

  it('change where they appear, and where they go', async () => {
    expect(await changes(files, BOTH, { 'package-lock.json': null })).toEqual(['api', 'tasks']);
  });
});
