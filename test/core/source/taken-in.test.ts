import { describe, expect, it } from 'vitest';
import { AT_ONCE, processorClock } from '../../limits.ts';
import { findReferences } from '../service/found-references.ts';
import { changedBy, doubtOf, type Entries, service, sources, touchedBy } from './in-memory.ts';

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** Expects that just these files of others count for `api`, and that all of it is known. */
async function expectTaken(entries: Entries, counts: readonly string[], ignored: readonly string[] = []) {
  expect(await doubtOf(entries)).toBeUndefined();
  const taken = await Promise.all(counts.map(async (path) => [path, await touchedBy(entries, path)]));
  expect(taken).toEqual(counts.map((path) => [path, ['api']]));
  const others = await Promise.all(ignored.map(async (path) => [path, await touchedBy(entries, path)]));
  expect(others).toEqual(ignored.map((path) => [path, []]));
}
const handler = (text: string): Entries => ({ 'api/handler.ts': text });

describe('a link in the folder of a service', () => {
  const shared: Entries = {
    'shared/a.ts': 'a',
    'shared/deep/b.json': 'b',
    'other/c.ts': 'c',
    'nested/shared/a.ts': 'na',
    'nested/x.ts': 'nx',
  };

  it.each<[string, Entries, string[], string[]]>([
    ['a file', { 'api/a.ts': { link: '../shared/a.ts' } }, ['shared/a.ts'], ['shared/deep/b.json', 'other/c.ts']],
    [
      'a file, written as nobody would',
      { 'api/a.ts': { link: './..//shared/./deep/../a.ts' } },
      ['shared/a.ts'],
      ['other/c.ts'],
    ],
    [
      'a folder',
      { 'api/lib': { link: '../shared' } },
      ['shared/a.ts', 'shared/deep/b.json', 'shared/new.ts'],
      ['other/c.ts', 'sharedness/x.ts'],
    ],
    [
      'a folder, with a slash behind',
      { 'api/lib': { link: '../shared/' } },
      ['shared/a.ts', 'shared/deep/b.json'],
      ['other/c.ts'],
    ],
    ['a folder of dots and spaces', { 'api/lib': { link: '../.a b' }, '.a b/.x': 'x' }, ['.a b/.x'], ['other/c.ts']],
    [
      'a folder in a folder',
      { 'api/src/deep/lib': { link: '../../../shared/deep' } },
      ['shared/deep/b.json'],
      ['shared/a.ts'],
    ],
    [
      'a folder of links',
      { 'api/lib': { link: '../links' }, 'links/one': { link: '../shared/a.ts' }, 'links/two': { link: '../other' } },
      ['shared/a.ts', 'other/c.ts', 'other/new.ts', 'links/new.ts'],
      ['shared/deep/b.json'],
    ],
    [
      'a link to a link to a folder',
      {
        'api/lib': { link: '../one' },
        one: { link: 'two' },
        two: { link: './nested/three' },
        'nested/three': { link: '../shared' },
      },
      ['shared/a.ts', 'shared/deep/b.json'],
      ['other/c.ts', 'nested/x.ts'],
    ],
    [
      'what is behind another link',
      { 'api/b.json': { link: '../common/deep/b.json' }, common: { link: 'shared' } },
      ['shared/deep/b.json'],
      ['shared/a.ts'],
    ],
    [
      'what has a link in it that leads on',
      { 'api/lib': { link: '../shared' }, 'shared/deep/on': { link: '../../other' } },
      ['other/c.ts', 'shared/a.ts'],
      ['nested/x.ts'],
    ],
  ])('that leads to %s makes it a part of the service', async (_, links, counts, ignored) => {
    await expectTaken({ ...shared, ...links }, counts, ignored);
  });

  it('counts when it leads elsewhere, and when what it leads to goes', async () => {
    const entries = { ...shared, 'api/lib': { link: '../shared' } };
    expect(await changedBy(entries, { 'api/lib': { link: '../nested/shared' } })).toEqual(['api']);
    expect(await changedBy(entries, { 'shared/deep/b.json': null })).toEqual(['api']);
    expect(await changedBy(entries, { 'shared/deep/b.json': null, 'shared/deep/c.json': 'b' })).toEqual(['api']);
    expect(await changedBy(entries, { 'shared/a.ts': null, 'shared/deep/b.json': null })).toEqual(['api']);
  });

  it('may lead to the same files, which are another service then', async () => {
    const entries = { ...shared, 'api/lib': { link: '../shared' } };
    expect(
      await changedBy(entries, { 'copy/a.ts': 'a', 'copy/deep/b.json': 'b', 'api/lib': { link: '../copy' } }),
    ).toEqual(['api']);
  });

  it('may lead into another service, which changes as well', async () => {
    const entries: Entries = { 'api/lib': { link: '../tasks/src' }, 'tasks/src/x.ts': 'x' };
    expect(await touchedBy(entries, 'tasks/src/x.ts')).toEqual(['api', 'tasks']);
    expect(await touchedBy(entries, 'tasks/handler.ts')).toEqual(['tasks']);
  });

  it('may lead to all of another service and back', async () => {
    const entries: Entries = { 'api/tasks': { link: '../tasks' }, 'tasks/api': { link: '../api' } };
    expect(await touchedBy(entries, 'tasks/handler.ts')).toEqual(['api', 'tasks']);
    expect(await touchedBy(entries, 'api/handler.ts')).toEqual(['api', 'tasks']);
  });

  it('may lead out of the folder of the application', async () => {
    const entries: Entries = {
      'apps/shop/api/serverless.yml': 'x',
      'apps/shop/api/lib': { link: '../../../shared' },
      ...shared,
    };
    const setting = { services: [service('api')], root: 'apps/shop' };
    expect(await touchedBy(entries, 'shared/deep/b.json', setting)).toEqual(['api']);
    expect(await touchedBy(entries, 'other/c.ts', setting)).toEqual([]);
    expect(await doubtOf(entries, 'api', setting)).toBeUndefined();
  });

  it.each(['package.json', 'serverless.yml', 'tsconfig.json', 'requirements.txt', '.env', 'package-lock.json'])(
    'may be its %s',
    async (name) => {
      await expectTaken(
        { [`api/${name}`]: { link: `../config/${name}` }, [`config/${name}`]: '{}', 'config/x': 'x' },
        [`config/${name}`],
        ['config/x'],
      );
    },
  );

  it('may be a package.json that depends on a package of the workspace', async () => {
    const entries: Entries = {
      'package.json': json({ workspaces: ['packages/*'] }),
      'api/package.json': { link: '../config/api.json' },
      'config/api.json': json({ name: 'api', dependencies: { one: '*' } }),
      'packages/one/package.json': json({ name: 'one' }),
      'packages/one/index.js': '1',
      'packages/two/package.json': json({ name: 'two' }),
      'packages/two/index.js': '2',
    };
    await expectTaken(entries, ['packages/one/index.js', 'config/api.json'], ['packages/two/index.js']);
  });

  it('may be code, whose imports are those of the file that it leads to', async () => {
    const entries: Entries = {
      'api/handler.ts': { link: '../impl/handler.ts' },
      'impl/handler.ts': "import './dep';\nimport { c } from '../other/c';",
      'impl/dep.ts': '',
      'impl/lonely.ts': '',
      'other/c.ts': '',
    };
    await expectTaken(entries, ['impl/handler.ts', 'impl/dep.ts', 'other/c.ts'], ['impl/lonely.ts']);
  });

  it('may be a folder of code that imports from elsewhere', async () => {
    const entries: Entries = {
      'api/src/lib': { link: '../../lib/src' },
      'lib/src/x.ts': "export * from '../../other/y';",
      'other/y.ts': "import '../third/z.js';",
      'third/z.ts': '',
      'other/lonely.ts': '',
    };
    await expectTaken(entries, ['lib/src/x.ts', 'other/y.ts', 'third/z.ts'], ['other/lonely.ts']);
  });

  it('to the whole repository makes all of it a part of the service', async () => {
    const entries: Entries = { 'api/root': { link: '..' }, 'other/c.ts': 'c' };
    expect(await touchedBy(entries, 'other/c.ts')).toEqual(['api']);
    expect(await touchedBy(entries, 'tasks/handler.ts')).toEqual(['api', 'tasks']);
  });

  it.each(['.', '../api', '../api/src'])('to %s, which it is in, hides no change', async (link) => {
    const entries: Entries = { 'api/src/self': { link: `../${link}` }, 'api/src/x.ts': 'x' };
    expect(await touchedBy(entries, 'api/src/x.ts')).toEqual(['api']);
    expect(await touchedBy(entries, 'tasks/handler.ts')).toEqual(['tasks']);
  });
});

describe('a link that leads nowhere', () => {
  it.each<[string, string]>([
    ['out of the repository', '../../elsewhere'],
    ['out of the repository and back to its name', '../../repository/shared'],
    ['to the folder that the repository is in', '../..'],
    ['to an absolute path', '/etc/passwd'],
    ['to the root of the computer', '/'],
    ['to what is not there', 'nowhere.ts'],
    ['to a folder that is not there', '../nowhere/'],
    ['to itself', 'broken'],
    ['to a home', '~/x'],
  ])('%s is named as the doubt', async (_, link) => {
    const entries: Entries = { 'api/broken': { link } };
    expect(await doubtOf(entries)).toContain('api/broken');
    expect(await doubtOf(entries, 'tasks')).toBeUndefined();
  });

  it('is none of many thousand ways to the same folder', async () => {
    const ways = Array.from({ length: 30 }, (_, index) =>
      ['a', 'b'].map((name) => [`l${index}/${name}`, { link: `../l${index + 1}` }]),
    );
    const entries: Entries = { 'api/l': { link: '../l0' }, ...Object.fromEntries(ways.flat()), 'l30/x.ts': '' };
    expect(await doubtOf(entries)).toBeUndefined();
    expect(await touchedBy(entries, 'l30/x.ts')).toEqual(['api']);
  });

  it('is told by its own text all the same', async () => {
    expect(await changedBy({ 'api/broken': { link: '/a' } }, { 'api/broken': { link: '/b' } })).toEqual(['api']);
  });

  it('counts once it leads somewhere', async () => {
    const entries: Entries = { 'api/lib': { link: '../shared' } };
    expect(await changedBy(entries, { 'shared/a.ts': 'a' })).toEqual(['api']);
    expect(await doubtOf({ ...entries, 'shared/a.ts': 'a' })).toBeUndefined();
  });

  it('is named where two or three lead in a circle', async () => {
    const two: Entries = { 'api/one': { link: 'two' }, 'api/two': { link: 'one' } };
    expect(await doubtOf(two)).toMatch(/api\/(one|two)/);
    const three: Entries = { 'api/one': { link: '../x' }, x: { link: 'y' }, y: { link: 'api/one' } };
    expect(await doubtOf(three)).toMatch(/api\/one|\bx\b|\by\b/);
    const through: Entries = { 'api/one': { link: 'two/x' }, 'api/two': { link: 'one/x' } };
    expect(await doubtOf(through)).toMatch(/api\/(one|two)/);
  });

  it('is a doubt where another link leads to it, or to the folder it is in', async () => {
    expect(await doubtOf({ 'api/lib': { link: '../one' }, one: { link: '/opt/lib' } })).toMatch(/api\/lib|one/);
    const folder: Entries = { 'api/lib': { link: '../links' }, 'links/bad': { link: '../../x' }, 'links/x.ts': '' };
    expect(await doubtOf(folder)).toMatch(/bad/);
    expect(await doubtOf(folder, 'tasks')).toBeUndefined();
  });

  it('is a doubt where code is imported through it', async () => {
    expect(await doubtOf({ ...handler("import '../lib/x';"), lib: { link: '/opt/lib' } })).toBeDefined();
    expect(await doubtOf({ ...handler("import '../lib';"), 'lib.ts': { link: '../x.ts' } })).toBeDefined();
  });

  it('is no doubt of services that have nothing to do with it', async () => {
    const entries: Entries = { broken: { link: '/a' }, 'docs/x': { link: 'y' }, 'docs/y': { link: 'x' } };
    expect(await doubtOf(entries)).toBeUndefined();
  });
});

describe('a link into a submodule', () => {
  it.each(['../vendor', '../vendor/', '../vendor/src', '../vendor/src/index.ts', '../alias/src'])(
    'as %s counts by the commit of the submodule',
    async (link) => {
      const entries: Entries = {
        vendor: { commit: 'one' },
        'api/lib': { link },
        alias: { link: 'vendor' },
        other: { commit: 'one' },
      };
      expect(await changedBy(entries, { vendor: { commit: 'two' } })).toEqual(['api']);
      expect(await changedBy(entries, { other: { commit: 'two' } })).toEqual([]);
      expect(await doubtOf(entries)).toBeUndefined();
    },
  );

  it('is no different from a submodule in the folder itself', async () => {
    const entries: Entries = { 'api/lib': { commit: 'one' } };
    expect(await changedBy(entries, { 'api/lib': { commit: 'two' } })).toEqual(['api']);
    expect(await doubtOf(entries)).toBeUndefined();
  });

  it('is followed, or a doubt, where code is imported from a submodule', async () => {
    const entries: Entries = { vendor: { commit: 'one' }, ...handler("import { x } from '../vendor/src/x';") };
    const changed = await changedBy(entries, { vendor: { commit: 'two' } });
    expect(changed.length > 0 || (await doubtOf(entries)) !== undefined).toBe(true);
  });
});

describe('a link above the folder of a service', () => {
  it('may be the folder of the service itself', async () => {
    const entries: Entries = {
      'real/orders/serverless.yml': 'x',
      'real/orders/src/a.ts': 'a',
      orders: { link: 'real/orders' },
      'real/x': 'x',
    };
    const setting = { services: [service('orders'), service('tasks')] };
    expect(await touchedBy(entries, 'real/orders/src/a.ts', setting)).toEqual(['orders']);
    expect(await touchedBy(entries, 'real/orders/new.ts', setting)).toEqual(['orders']);
    expect(await touchedBy(entries, 'real/x', setting)).toEqual([]);
    expect(await doubtOf(entries, 'orders', setting)).toBeUndefined();
  });

  it('may be a folder that the service is in', async () => {
    const entries: Entries = {
      services: { link: 'packages/backend' },
      'packages/backend/orders/serverless.yml': 'x',
      'packages/backend/orders/a.ts': "import '../lib/x';",
      'packages/backend/lib/x.ts': '',
      'packages/backend/lib/y.ts': '',
      'packages/backend/package.json': '{}',
    };
    const setting = { services: [service('orders', { path: 'services/orders' }), service('tasks')] };
    expect(await touchedBy(entries, 'packages/backend/orders/a.ts', setting)).toEqual(['orders']);
    expect(await touchedBy(entries, 'packages/backend/lib/x.ts', setting)).toEqual(['orders']);
    expect(await touchedBy(entries, 'packages/backend/lib/y.ts', setting)).toEqual([]);
    expect(await touchedBy(entries, 'packages/backend/package.json', setting)).toEqual(['orders']);
    expect(await doubtOf(entries, 'orders', setting)).toBeUndefined();
  });

  it('may be two names of one folder, and both services change', async () => {
    const entries: Entries = { 'blue/serverless.yml': 'x', green: { link: 'blue' } };
    const setting = { services: [service('blue'), service('green')] };
    expect(await touchedBy(entries, 'blue/serverless.yml', setting)).toEqual(['blue', 'green']);
  });

  it('is followed by imports, includes, triggers and dependencies', async () => {
    const entries: Entries = {
      common: { link: 'shared' },
      'shared/a.ts': 'a',
      'shared/b.yml': 'b',
      'shared/package.json': '{"name":"shared"}',
    };
    await expectTaken({ ...entries, ...handler("import '../common/a';") }, ['shared/a.ts'], ['shared/b.yml']);
    const byInclude = { services: [service('api', { includes: ['common/b.yml'] })] };
    expect(await touchedBy(entries, 'shared/b.yml', byInclude)).toEqual(['api']);
    expect(await touchedBy(entries, 'shared/a.ts', byInclude)).toEqual([]);
    const byTrigger = { services: [service('api', { triggers: ['common/**'] })] };
    expect(await touchedBy(entries, 'shared/a.ts', byTrigger)).toEqual(['api']);
    await expectTaken({ ...entries, 'api/package.json': json({ dependencies: { shared: 'file:../common' } }) }, [
      'shared/a.ts',
      'shared/b.yml',
    ]);
  });

  it('may be the lockfile above a service', async () => {
    const entries: Entries = {
      'package.json': '{}',
      'api/package.json': json({ dependencies: { a: '1' } }),
      'package-lock.json': { link: 'locks/npm.json' },
      'locks/npm.json': 'one',
    };
    expect(await changedBy(entries, { 'locks/npm.json': 'two' })).toContain('api');
  });

  it('may be what a compiler or a package manager reads', async () => {
    for (const name of ['tsconfig.json', 'package.json']) {
      expect(
        await touchedBy({ [name]: { link: `config/${name}` }, [`config/${name}`]: '{}' }, `config/${name}`),
      ).toEqual(['api', 'tasks']);
    }
  });
});

describe('a service within the folder of another', () => {
  const entries: Entries = {
    'api/jobs/serverless.yml': 'x',
    'api/jobs/run.ts': "import '../../lib/x';",
    'lib/x.ts': '',
    'lib/y.ts': '',
    'api/jobs/linked': { link: '../../linked' },
    'linked/z.ts': 'z',
  };
  const within = (hasCode: boolean) => ({
    services: [service('api', { hasCode }), service('jobs', { path: 'api/jobs' })],
  });

  it('changes both with its files, what they import and what they link to', async () => {
    for (const path of ['api/jobs/run.ts', 'api/jobs/new.ts', 'lib/x.ts', 'linked/z.ts']) {
      expect([path, await touchedBy(entries, path, within(true))]).toEqual([path, ['api', 'jobs']]);
    }
    expect(await touchedBy(entries, 'api/handler.ts', within(true))).toEqual(['api']);
    expect(await touchedBy(entries, 'lib/y.ts', within(true))).toEqual([]);
  });

  it('changes itself alone where the outer one has no code', async () => {
    for (const path of ['api/jobs/run.ts', 'api/jobs/new.ts', 'lib/x.ts', 'linked/z.ts']) {
      expect([path, await touchedBy(entries, path, within(false))]).toEqual([path, ['jobs']]);
    }
    expect(await touchedBy(entries, 'api/serverless.yml', within(false))).toEqual(['api']);
  });

  it('may be within by way of a link', async () => {
    const linked: Entries = { 'api/jobs': { link: '../real/jobs' }, 'real/jobs/run.ts': 'x' };
    expect(await touchedBy(linked, 'real/jobs/run.ts', within(true))).toEqual(['api', 'jobs']);
  });

  it('keeps a doubt to itself where the outer one has no code', async () => {
    const doubtful: Entries = { ...entries, 'api/jobs/bad': { link: '/x' } };
    expect(await doubtOf(doubtful, 'jobs', within(false))).toContain('api/jobs/bad');
    expect(await doubtOf(doubtful, 'api', within(false))).toBeUndefined();
    expect(await doubtOf(doubtful, 'api', within(true))).toContain('api/jobs/bad');
  });
});

describe('code that a service imports from outside of its folder', () => {
  const lib: Entries = { 'lib/x.ts': 'export const x = 1;', 'lib/y.ts': '', 'lib/x.test.ts': '' };

  it.each<[string, string]>([
    ['import', "import { x } from '../lib/x';"],
    ['import with double quotes', 'import x from "../lib/x"'],
    ['import of all', "import * as x from '../lib/x';"],
    ['import of a default and others', "import x, { type Y, z as q } from '../lib/x';"],
    ['import for its effects', "import '../lib/x';"],
    ['import without spaces', "import{x}from'../lib/x';export{x};"],
    ['import for its effects without spaces', 'import"../lib/x";'],
    ['import over lines', "import {\n  a,\n  b as c, // the other\n  /* d, */\n} from\n  '../lib/x';"],
    ['import over lines that end as on Windows', "import {\r\n  a,\r\n  b,\r\n} from '../lib/x';\r\n"],
    ['import behind a comment that looks like code', "// don't import from './nowhere\nimport x from '../lib/x';"],
    ['import with an attribute', "import x from '../lib/x' with { type: 'json' };"],
    ['import with an assertion', "import x from '../lib/x' assert { type: 'json' };"],
    ['import behind a byte order mark', "\uFEFFimport '../lib/x';"],
    ['import behind another on the same line', "import a from 'a';import x from '../lib/x';"],
    ['import of a deferred module', "import defer * as x from '../lib/x';"],
    ['export of names', "export { x, y as default } from '../lib/x';"],
    ['export of names over lines', "export {\n  x,\n  y,\n}\nfrom '../lib/x'"],
    ['export of all', "export * from '../lib/x';"],
    ['export of all without spaces', "export*from'../lib/x'"],
    ['export of all as one', "export * as x from '../lib/x';"],
    ['require', "const x = require('../lib/x');"],
    ['require of parts', "const { a, b: { c } } = require('../lib/x');"],
    ['require and use at once', "require('../lib/x')(app).listen();"],
    ['require with spaces and lines', "const x = require (\n  '../lib/x',\n);"],
    ['require with a comment in it', "const x = require(/* the lib */ '../lib/x');"],
    ['require that may not be there', "const x = require?.('../lib/x');"],
    ['require in a template literal', 'const x = require(`../lib/x`);'],
    ['require in a function', "export const main = async () => { const { x } = require('../lib/x'); return x(); };"],
    ['require of a module', "const x = module.require('../lib/x');"],
    ['require.resolve', "const path = require.resolve('../lib/x');"],
    ['import of CommonJS', "import x = require('../lib/x');"],
    ['export of an import of CommonJS', 'export import x = require("../lib/x");'],
    ['dynamic import', "const { x } = await import('../lib/x');"],
    [
      'dynamic import with a comment for webpack',
      "const x = import(/* webpackChunkName: \"x\", webpackMode: 'lazy' */ '../lib/x');",
    ],
    ['dynamic import of a template literal', 'const x = await import(`../lib/x`);'],
    ['dynamic import with a second argument', "const x = await import('../lib/x', { with: { type: 'json' } });"],
    ['dynamic import of a condition', "const x = process.env.A ? await import('../lib/x') : undefined;"],
    ['a URL before it on the line', "const u = 'https://example.com'; const x = require('../lib/x');"],
    ['a pattern of files before it', "const u = 'src/*'; const x = require('../lib/x'); const v = '*/x';"],
    [
      'a pattern of files on another line',
      "const u = ['src/**/*.ts'];\nimport x from '../lib/x';\nconst v = '**/*.js';",
    ],
    ['a regular expression with a quote before it', "const q = /['\"]/.test(a);\nconst x = require('../lib/x');"],
    ['a regular expression with a backtick before it', "const q = /`/g;\nconst x = require('../lib/x');"],
    ['a regular expression with slashes before it', "const q = /[/]*\\/\\/*/;\nconst x = require('../lib/x');"],
    [
      'a regular expression that begins like a comment',
      "const q = a.replace(/\\/*$/, ''); const x = require('../lib/x'); /* end */",
    ],
    ['a string with an escaped quote before it', "const q = 'don\\'t'; const x = require('../lib/x');"],
    ['a template literal with a quote before it', "const q = `it's`;\nconst x = require('../lib/x');"],
    [
      'a template literal within another before it',
      "const q = `a ${b ? `c ${'`'}` : '}'} it's`;\nconst x = require('../lib/x');",
    ],
    ['within a template literal', "const q = `a ${require('../lib/x').a} b`;"],
    ['within a template literal that has a comment sign', "const q = `https://a/${require('../lib/x').a}`;"],
    ['a division before it', "const q = a / b; const c = 'd' / 2; const x = require('../lib/x');"],
    ['a comment with an apostrophe before it', "/* it's */ const x = require('../lib/x'); // isn't it"],
    ['a line that a URL in a comment begins', "/** @see https://example.com/*\n */\nimport x from '../lib/x';"],
  ])('counts by %s', async (_, text) => {
    await expectTaken({ ...lib, ...handler(text) }, ['lib/x.ts'], ['lib/y.ts', 'lib/x.test.ts']);
  });

  it.each<[string, string, string[], string[]]>([
    ['a .ts', '../lib/x', ['lib/x.ts'], []],
    ['a .tsx', '../lib/x', ['lib/x.tsx'], []],
    ['a .mts', '../lib/x.mjs', ['lib/x.mts'], []],
    ['a .cts', '../lib/x.cjs', ['lib/x.cts'], []],
    ['a .ts by .js', '../lib/x.js', ['lib/x.ts'], []],
    ['a .tsx by .js', '../lib/x.js', ['lib/x.tsx'], []],
    ['a .tsx by .jsx', '../lib/x.jsx', ['lib/x.tsx'], []],
    ['a .ts by .ts', '../lib/x.ts', ['lib/x.ts'], []],
    ['a .js', '../lib/x', ['lib/x.js'], []],
    ['a .jsx', '../lib/x', ['lib/x.jsx'], []],
    ['a .mjs', '../lib/x.mjs', ['lib/x.mjs'], []],
    ['a .cjs', '../lib/x.cjs', ['lib/x.cjs'], []],
    ['a .json', '../lib/x.json', ['lib/x.json'], []],
    ['a .json without its extension', '../lib/x', ['lib/x.json'], []],
    ['a .vue', '../lib/x.vue', ['lib/x.vue'], []],
    ['a text', '../lib/x.graphql', ['lib/x.graphql'], []],
    ['a text with a query', '../lib/x.html?raw', ['lib/x.html'], []],
    ['a name with a dot', '../lib/x.config', ['lib/x.config.ts'], ['lib/x.ts']],
    ['a name with a dot that looks like an extension', '../lib/x.service', ['lib/x.service.js'], []],
    ['a name that ends on .js twice', '../lib/x.js', ['lib/x.js.ts'], []],
    ['a name with spaces and brackets', '../lib/a b [c]', ['lib/a b [c].ts'], []],
    ['a folder', '../lib', ['lib/index.ts'], ['lib/x.ts']],
    ['a folder with a slash', '../lib/', ['lib/index.js'], ['lib/x.ts']],
    ['a folder with an index in JSX', '../lib', ['lib/index.tsx'], []],
    ['the index of a folder by its name', '../lib/index', ['lib/index.ts'], []],
    ['the index of a folder as .js', '../lib/index.js', ['lib/index.ts'], []],
    ['a file that has the name of a folder', '../lib/x', ['lib/x.ts'], ['lib/x/y.ts']],
    ['a folder that has the name of a file', '../lib/x/', ['lib/x/index.ts'], []],
    ['a folder in a folder of dots', '../lib/./deep/../x', ['lib/x.ts'], ['lib/deep/z.ts']],
    ['a hidden file', '../lib/.env.js', ['lib/.env.js'], []],
  ])('may be %s', async (_, specifier, counts, ignored) => {
    const files = Object.fromEntries([...counts, ...ignored].map((path) => [path, '']));
    await expectTaken({ ...files, ...handler(`import x from '${specifier}';`) }, counts, ignored);
  });

  it('may be what stands in the folder above', async () => {
    for (const specifier of ['..', '../', '../.', '../index', '../index.js']) {
      await expectTaken(
        { ...handler(`import x from '${specifier}';`), 'index.ts': '', 'other.ts': '' },
        ['index.ts'],
        ['other.ts'],
      );
    }
  });

  it('may be a folder with a package.json that names its file', async () => {
    const entries: Entries = {
      ...handler("import x from '../lib';"),
      'lib/package.json': json({ main: './src/main' }),
      'lib/src/main.ts': "import './part';",
      'lib/src/part.ts': '',
    };
    await expectTaken(entries, ['lib/package.json', 'lib/src/main.ts', 'lib/src/part.ts']);
  });

  it.each(['jsx', 'tsx', 'js', 'mjs', 'cjs', 'mts', 'cts', 'vue', 'svelte'])(
    'may be imported by a .%s',
    async (extension) => {
      const script = "<script lang=\"ts\">\nimport x from '../../lib/x';\n</script>\n<p>It's</p>";
      const plain = "import x from '../../lib/x';";
      const text = extension === 'vue' || extension === 'svelte' ? script : plain;
      await expectTaken({ ...lib, [`api/src/a.${extension}`]: text }, ['lib/x.ts'], ['lib/y.ts']);
    },
  );

  it('may be imported by a component that is imported from elsewhere', async () => {
    const entries: Entries = {
      ...lib,
      ...handler("import Page from '../ui/Page.vue';"),
      'ui/Page.vue':
        "<template><p>Don't</p></template>\n<script setup>\nimport { x } from '../lib/x'\n</script>\n<style>@import '../ui/y.css';</style>",
      'ui/y.css': '',
      'ui/Other.vue': '',
    };
    await expectTaken(entries, ['ui/Page.vue', 'lib/x.ts'], ['ui/Other.vue', 'lib/y.ts']);
  });

  it('may be imported below text in JSX', async () => {
    const text =
      "export const A = () => <p title=\"https://a\">Don't // do `this`</p>;\nexport const B = lazy(() => import('../lib/x'));";
    await expectTaken({ ...lib, 'api/a.tsx': text }, ['lib/x.ts'], ['lib/y.ts']);
  });

  it('leads on over several folders, and in circles', async () => {
    const entries: Entries = {
      ...handler("import '../one/a';"),
      'one/a.ts': "export * from '../two/b.js';\nexport * from './c';",
      'one/c.ts': "const d = require('./deep');",
      'one/deep/index.js': "module.exports = import('../../three/e.mjs');",
      'two/b.ts': "import type { A } from '../one/a';\nimport { e } from '../three/e.mjs';",
      'three/e.mjs': "import '../api/handler';\nimport './data.json' with { type: 'json' };",
      'three/data.json': '{}',
      'three/lonely.mjs': "import '../one/lonely';",
      'one/lonely.ts': '',
    };
    await expectTaken(
      entries,
      ['one/a.ts', 'one/c.ts', 'one/deep/index.js', 'two/b.ts', 'three/e.mjs', 'three/data.json'],
      ['three/lonely.mjs', 'one/lonely.ts'],
    );
  });

  it('leads on for each service by itself', async () => {
    const entries: Entries = {
      ...handler("import '../one/a';"),
      'tasks/handler.ts': "import '../two/b';",
      'one/a.ts': "import '../two/b';",
      'two/b.ts': '',
    };
    expect(await touchedBy(entries, 'two/b.ts')).toEqual(['api', 'tasks']);
    expect(await touchedBy(entries, 'one/a.ts')).toEqual(['api']);
  });

  it('may be in another service, whose folder alone does not count', async () => {
    const entries: Entries = { ...handler("import { main } from '../tasks/src/x';"), 'tasks/src/x.ts': '' };
    expect(await touchedBy(entries, 'tasks/src/x.ts')).toEqual(['api', 'tasks']);
    expect(await touchedBy(entries, 'tasks/handler.ts')).toEqual(['tasks']);
  });

  it('counts by what it would be once a file goes before another', async () => {
    const entries: Entries = { ...handler("import '../lib/x';"), 'lib/x.js': '' };
    expect(await changedBy(entries, { 'lib/x.ts': 'x' })).toEqual(['api']);
    expect(await changedBy({ ...handler("import '../lib/x';"), 'lib/x/index.ts': '' }, { 'lib/x.ts': 'x' })).toEqual([
      'api',
    ]);
  });

  it('counts where it goes', async () => {
    expect(await changedBy({ ...lib, ...handler("import '../lib/x';") }, { 'lib/x.ts': null })).toEqual(['api']);
  });

  it('may be of types, and the package.json above', async () => {
    const entries: Entries = {
      ...handler(
        "import type { A } from '../types/api';\nimport '../types/global.d.ts';\nimport { type X } from '../lib/x';",
      ),
      ...lib,
      'types/api.d.ts': '',
      'types/global.d.ts': '',
      'types/other.d.ts': '',
    };
    await expectTaken(entries, ['types/api.d.ts', 'types/global.d.ts', 'lib/x.ts'], ['types/other.d.ts', 'lib/y.ts']);
    await expectTaken({ ...entries, ...handler('type A = import("../types/api").A;') }, ['types/api.d.ts']);
    await expectTaken({ ...handler("import pkg from '../config/package.json';"), 'config/package.json': '{}' }, [
      'config/package.json',
    ]);
  });

  it('leads on from a handler and from triggers that lie outside', async () => {
    const entries: Entries = {
      'impl/h.ts': "import '../lib/x';",
      'impl/other.ts': "import '../third/z';",
      'third/z.ts': '',
      ...lib,
    };
    const named = { services: [service('api', { reads: { ...findReferences({}), outside: ['../impl/h.main'] } })] };
    const triggered = { services: [service('api', { triggers: ['impl/h.*'] })] };
    for (const setting of [named, triggered]) {
      expect(await touchedBy(entries, 'impl/h.ts', setting)).toEqual(['api']);
      expect(await touchedBy(entries, 'lib/x.ts', setting)).toEqual(['api']);
    }
    expect(await touchedBy(entries, 'third/z.ts', triggered)).toEqual([]);
  });

  it('ends in a chain of thousands of files', async () => {
    const chain = Array.from({ length: 5000 }, (_, index) => [`lib/m${index}.ts`, `import './m${index + 1}';`]);
    const entries: Entries = { ...Object.fromEntries(chain), 'lib/m5000.ts': '', ...handler("import '../lib/m0';") };
    expect(await doubtOf(entries)).toBeUndefined();
    expect(await touchedBy(entries, 'lib/m5000.ts')).toEqual(['api']);
  });

  it.each<[string, string]>([
    ['imports', 'import '.repeat(20_000)],
    ['brackets', `import {${'a,'.repeat(50_000)}`],
    ['imports with brackets', 'import {a,'.repeat(10_000)],
    ['comments', '/*'.repeat(50_000)],
    ['a comment of stars', `import/*${'*'.repeat(50_000)}`],
    ['spaces in a require', `require(${' '.repeat(50_000)}x`],
    ['spaces behind an import', `import${' '.repeat(50_000)}x`],
    ['lines behind a from', `from${'\n'.repeat(50_000)}x`],
    ['comments in a require', `require(${'/**/'.repeat(20_000)}x`],
    ['template literals', '`${'.repeat(10_000)],
    ['exports', 'export *\n'.repeat(20_000)],
  ])('is told in no time where a text is all %s', async (_, text) => {
    const spent = processorClock();
    await sources(handler(text));
    expect(spent()).toBeLessThan(AT_ONCE);
  });

  it('may be of an application in a folder of its repository', async () => {
    const entries: Entries = {
      'apps/shop/api/src/a.ts': "import '../../../../lib/x';\nimport '../../lib/z';",
      'apps/shop/lib/z.ts': '',
      ...lib,
    };
    const setting = { services: [service('api')], root: 'apps/shop' };
    expect(await touchedBy(entries, 'lib/x.ts', setting)).toEqual(['api']);
    expect(await touchedBy(entries, 'apps/shop/lib/z.ts', setting)).toEqual(['api']);
    expect(await touchedBy(entries, 'lib/y.ts', setting)).toEqual([]);
  });

  it('counts from a configuration that is a program', async () => {
    const entries: Entries = {
      ...lib,
      'api/serverless.ts': "import type { AWS } from '@serverless/typescript';\nimport base from '../lib/x';",
    };
    await expectTaken(entries, ['lib/x.ts'], ['lib/y.ts']);
  });
});

describe('an import whose name holds a variable', () => {
  const plugins: Entries = {
    'plugins/a.js': "import '../lib/x';",
    'plugins/b.js': '',
    'plugins/deep/index.js': '',
    'plugins.js': '',
    'lib/x.js': '',
    'lib/y.js': '',
  };

  it.each<[string, string]>([
    ['a template literal', 'export const load = (x: string) => import(`../plugins/${x}.js`);'],
    ['a template literal without an extension', 'export const load = (x) => import(`../plugins/${x}`);'],
    [
      'a template literal with an expression',
      "export const load = (x) => import(`../plugins/${x ? `${x}` : 'a'}.js`);",
    ],
    ['a template literal behind a comment', 'const p = import(/* webpackMode: "eager" */ `../plugins/${x}.js`);'],
    ['require of a template literal', 'const p = require(`../plugins/${name}`);'],
  ])('as %s takes in all of the folder that it begins with', async (_, text) => {
    await expectTaken(
      { ...plugins, ...handler(text) },
      ['plugins/a.js', 'plugins/b.js', 'plugins/new.js', 'lib/x.js'],
      ['lib/y.js', 'plugins.js'],
    );
  });

  it('takes in the folders of a folder', async () => {
    const text = 'const p = import(`../plugins/${name}/index.js`);';
    await expectTaken(
      { ...plugins, ...handler(text) },
      ['plugins/deep/index.js', 'plugins/new/index.js'],
      ['lib/y.js'],
    );
  });

  it('takes in all that may be meant where a part of the name is known', async () => {
    const files: Entries = { 'plugins/plugin-a.js': '', 'plugins/plugin-b/index.js': '' };
    await expectTaken({ ...files, ...handler('const p = import(`../plugins/plugin-${name}`);') }, Object.keys(files));
  });

  it('may stand in code that is imported, from where it is', async () => {
    const entries: Entries = {
      ...plugins,
      ...handler("import '../core/load';"),
      'core/load.ts': 'import(`./adapters/${x}.ts`)',
      'core/adapters/s3.ts': '',
      'core/y.ts': '',
    };
    await expectTaken(entries, ['core/adapters/s3.ts'], ['core/y.ts', 'plugins/a.js']);
  });

  it('takes in no more than the service where it is one of its own folders', async () => {
    await expectTaken(
      { ...plugins, ...handler('const p = import(`./plugins/${x}.js`);'), 'api/plugins/a.js': '' },
      ['api/plugins/a.js'],
      ['plugins/b.js'],
    );
  });
});

describe('paths of a tsconfig', () => {
  const lib: Entries = {
    'lib/src/x.ts': "import './part';",
    'lib/src/part.ts': '',
    'lib/src/index.ts': '',
    'lib/src/lonely.ts': '',
    'generated/other.ts': '',
  };
  const imports = handler("import { x } from '@lib/x';");
  const taken = (entries: Entries, counts: string[] = []) =>
    expectTaken(
      { ...lib, ...imports, ...entries },
      ['lib/src/x.ts', 'lib/src/part.ts', ...counts],
      ['lib/src/lonely.ts'],
    );
  const options = (compilerOptions: object, more: object = {}) => json({ ...more, compilerOptions });

  it.each<[string, Entries]>([
    [
      'with the baseUrl of the root',
      { 'tsconfig.json': options({ baseUrl: '.', paths: { '@lib/*': ['lib/src/*'] } }) },
    ],
    ['with a baseUrl and a dot', { 'tsconfig.json': options({ baseUrl: './', paths: { '@lib/*': ['./lib/src/*'] } }) }],
    [
      'with a baseUrl that is a folder',
      { 'tsconfig.json': options({ baseUrl: './lib', paths: { '@lib/*': ['src/*'] } }) },
    ],
    ['without a baseUrl', { 'tsconfig.json': options({ paths: { '@lib/*': ['./lib/src/*'] } }) }],
    ['in the folder of the service', { 'api/tsconfig.json': options({ paths: { '@lib/*': ['../lib/src/*'] } }) }],
    [
      'with a baseUrl above the service',
      { 'api/tsconfig.json': options({ baseUrl: '..', paths: { '@lib/*': ['lib/src/*'] } }) },
    ],
    [
      'with one that is not there before',
      { 'tsconfig.json': options({ paths: { '@lib/*': ['./generated/*', './lib/src/*'] } }) },
    ],
    [
      'with a longer one that goes before',
      { 'tsconfig.json': options({ paths: { '@lib/*': ['./lib/src/*'], '*': ['./generated/*'] } }) },
    ],
    ['without a star', { 'tsconfig.json': options({ paths: { '@lib/x': ['./lib/src/x.ts'] } }) }],
    ['with a star in the middle', { 'tsconfig.json': options({ paths: { '@*/x': ['./*/src/x'] } }) }],
    [
      'with a star for all',
      {
        'tsconfig.json': options({ paths: { '*': ['./types/*', './aliases/*'] } }),
        'aliases/@lib/x.ts': "import '../../lib/src/x';",
      },
    ],
    [
      'with comments and commas',
      {
        'tsconfig.json':
          '// The base\n{\n  /* "paths": {} */\n  "compilerOptions": {\n    "paths": {\n      "@lib/*": ["./lib/src/*",], // "x"\n    },\n  },\n}\n',
      },
    ],
    ['behind a byte order mark', { 'tsconfig.json': `\uFEFF${options({ paths: { '@lib/*': ['./lib/src/*'] } })}` }],
    ['in a jsconfig.json', { 'jsconfig.json': options({ paths: { '@lib/*': ['./lib/src/*'] } }) }],
    [
      'in a tsconfig.base.json of Nx',
      {
        'tsconfig.base.json': options({ baseUrl: '.', paths: { '@lib/*': ['lib/src/*'] } }),
        'api/tsconfig.json': json({ extends: '../tsconfig.base.json' }),
      },
    ],
    [
      'in the folder of the code',
      {
        'api/src/tsconfig.json': options({ paths: { '@lib/*': ['../../lib/src/*'] } }),
        'api/src/a.ts': "import '@lib/x';",
        'api/handler.ts': '',
      },
    ],
    [
      'in the one above where the nearer one has none',
      {
        'tsconfig.json': options({ paths: { '@lib/*': ['./lib/src/*'] } }),
        'api/tsconfig.json': options({ strict: true }),
      },
    ],
    [
      'in the nearer one where the one above has others',
      {
        'tsconfig.json': options({ paths: { '@other/*': ['./generated/*'] } }),
        'api/tsconfig.json': options({ paths: { '@lib/*': ['../lib/src/*'] } }),
      },
    ],
    [
      'in the one above where the nearer one has others',
      {
        'tsconfig.json': options({ paths: { '@lib/*': ['./lib/src/*'] } }),
        'api/tsconfig.json': options({ paths: { '~/*': ['./src/*'] } }, { extends: '../tsconfig.json' }),
        'api/src/q.ts': '',
      },
    ],
    [
      'in a tsconfig of another name beside it',
      {
        'api/tsconfig.app.json': options({ paths: { '@lib/*': ['../lib/src/*'] } }),
        'api/tsconfig.json': json({ files: [], references: [{ path: './tsconfig.app.json' }] }),
      },
    ],
  ])('%s are followed', async (_, entries) => {
    await taken(entries);
  });

  it('may lead to the index of a folder', async () => {
    const entries: Entries = {
      ...lib,
      'tsconfig.json': options({ paths: { '@lib': ['./lib/src'] } }),
      ...handler("import { x } from '@lib';"),
    };
    await expectTaken(entries, ['lib/src/index.ts'], ['lib/src/lonely.ts']);
  });

  it('may be written with .js behind', async () => {
    const entries: Entries = {
      ...lib,
      'tsconfig.json': options({ paths: { '@lib/*': ['./lib/src/*'] } }),
      ...handler("import { x } from '@lib/x.js';"),
    };
    await expectTaken(entries, ['lib/src/x.ts'], ['lib/src/lonely.ts']);
  });

  it('take the first that is there, and the one that comes to be before it', async () => {
    const entries: Entries = {
      ...lib,
      ...imports,
      'tsconfig.json': options({ paths: { '@lib/*': ['./generated/*', './lib/src/*'] } }),
    };
    expect(await changedBy(entries, { 'generated/x.ts': '' })).toEqual(['api']);
  });

  it('take the longest that fits', async () => {
    const paths = { '@lib/*': ['./lib/src/*'], '@lib/deep/*': ['./deep/*'] };
    const entries: Entries = {
      ...lib,
      'tsconfig.json': options({ paths }),
      'deep/z.ts': '',
      'deep/w.ts': '',
      ...handler("import '@lib/deep/z';"),
    };
    await expectTaken(entries, ['deep/z.ts'], ['deep/w.ts', 'lib/src/x.ts']);
  });

  it.each<[string, string]>([
    ['../config/tsconfig.json', 'config/tsconfig.json'],
    ['../config/tsconfig.strict.json', 'config/tsconfig.strict.json'],
    ['../config/tsconfig.strict', 'config/tsconfig.strict.json'],
  ])('change with %s that they extend, whatever it holds', async (target, path) => {
    const entries: Entries = {
      'api/tsconfig.json': json({ extends: target }),
      [path]: '{"compilerOptions":{"target":"es2020"}}',
      'config/tsconfig.other.json': '{}',
    };
    await expectTaken(entries, [path], ['config/tsconfig.other.json']);
  });

  it('are known where a package of the registry is extended', async () => {
    await expectTaken({ 'api/tsconfig.json': json({ extends: '@tsconfig/node20/tsconfig.json' }) }, [
      'api/tsconfig.json',
    ]);
  });

  it('of a library are meant in the code of that library', async () => {
    const entries: Entries = {
      ...handler("import '../lib/src/x';\nimport '~/own';"),
      'api/tsconfig.json': options({ paths: { '~/*': ['./src/*'] } }),
      'api/src/own.ts': '',
      'lib/tsconfig.json': options({ paths: { '~/*': ['./src/*'], '#deep/*': ['../deep/*'] } }),
      'lib/src/x.ts': "import '~/part';\nimport '#deep/z';",
      'lib/src/part.ts': '',
      'deep/z.ts': '',
      'deep/w.ts': '',
    };
    await expectTaken(entries, ['lib/src/part.ts', 'deep/z.ts'], ['deep/w.ts']);
  });

  it('may be a baseUrl alone', async () => {
    const root: Entries = {
      ...lib,
      'tsconfig.json': options({ baseUrl: '.' }),
      ...handler("import 'lib/src/x';\nimport React from 'react';"),
    };
    await expectTaken(root, ['lib/src/x.ts', 'lib/src/part.ts'], ['lib/src/lonely.ts']);
    const folder: Entries = {
      ...lib,
      'api/tsconfig.json': options({ baseUrl: '../lib/src' }),
      ...handler("import { x } from 'x';"),
    };
    await expectTaken(folder, ['lib/src/x.ts'], ['lib/src/lonely.ts']);
  });

  it('of packages in the registry are nothing', async () => {
    const entries: Entries = {
      'tsconfig.json': options({ baseUrl: '.', paths: { '*': ['./types/*'], '@lib/*': ['./lib/src/*'] } }),
      ...handler("import 'lodash';\nimport '@aws-sdk/client-s3';"),
    };
    await expectTaken(entries, ['api/handler.ts']);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"compilerOptions":5}',
    '{"compilerOptions":{"paths":[]}}',
    '{"compilerOptions":{"paths":{"@lib/*":"./lib/*"}}}',
    '{"extends":5}',
    '{"extends":"./tsconfig.json"}',
    '{"extends":"../../../x.json"}',
  ])('are none in %j, which is a file like any other', async (text) => {
    expect(await touchedBy({ ...lib, 'api/tsconfig.json': text }, 'api/tsconfig.json')).toEqual(['api']);
  });
});

describe('aliases of webpack', () => {
  const lib: Entries = { 'lib/x.ts': '', 'lib/index.ts': '', 'lib/lonely.ts': '' };
  const config = (alias: string, head = "const path = require('path');\nmodule.exports = ") =>
    `${head}{\n  entry: './handler.ts',\n  resolve: { extensions: ['.ts'], alias: { ${alias} } },\n};`;

  it.each<[string, string, string]>([
    ['path.resolve', "'@lib': path.resolve(__dirname, '../lib')", '@lib/x'],
    ['path.resolve of parts', "'@lib': path.resolve(__dirname, '..', 'lib')", '@lib/x'],
    ['path.join', 'lib: path.join(__dirname, "../lib/")', 'lib/x'],
    ['resolve alone, over lines', "'@lib': resolve(\n  __dirname,\n  '../lib',\n)", '@lib/x'],
    ['a dollar, for the file alone', "'@lib$': path.resolve(__dirname, '../lib/x.ts')", '@lib'],
  ])('by %s are followed', async (_, alias, specifier) => {
    await expectTaken(
      { ...lib, 'api/webpack.config.js': config(alias), ...handler(`import '${specifier}';`) },
      ['lib/x.ts'],
      ['lib/lonely.ts'],
    );
  });

  it('may be in a folder above, and in TypeScript', async () => {
    const alias = "'@lib': path.resolve(__dirname, './lib')";
    const head = "import path from 'node:path';\nexport default ";
    await expectTaken(
      { ...lib, 'webpack.config.ts': config(alias, head), ...handler("import '@lib/x';") },
      ['lib/x.ts'],
      ['lib/lonely.ts'],
    );
  });
});

describe('imports of a package.json', () => {
  const lib: Entries = {
    'lib/db.ts': "import './part.js';",
    'lib/part.ts': '',
    'lib/db.test.ts': '',
    'lib/browser.ts': '',
  };
  const manifest = (imports: unknown) => ({ 'package.json': json({ type: 'module', imports }) });

  it.each<[string, unknown, string, string[]]>([
    ['a name', { '#db': './lib/db.ts' }, '#db', ['lib/db.ts', 'lib/part.ts']],
    ['a star', { '#lib/*': './lib/*.ts' }, '#lib/db', ['lib/db.ts', 'lib/part.ts']],
    ['a star with its extension', { '#lib/*.js': './lib/*.js' }, '#lib/db.js', ['lib/db.ts', 'lib/part.ts']],
    ['a star with the extension in the name', { '#*': './*' }, '#lib/db.js', ['lib/db.ts']],
    [
      'conditions',
      { '#db': { node: './lib/db.ts', default: './lib/browser.ts' } },
      '#db',
      ['lib/db.ts', 'lib/part.ts'],
    ],
    [
      'conditions within conditions',
      { '#db': { node: { import: './lib/db.ts', require: './lib/db.ts' }, default: null } },
      '#db',
      ['lib/db.ts'],
    ],
    [
      'the last of conditions',
      { '#db': { browser: './lib/browser.ts', default: './lib/db.ts' } },
      '#db',
      ['lib/db.ts'],
    ],
    ['a list', { '#db': ['./lib/db.ts', './lib/browser.ts'] }, '#db', ['lib/db.ts']],
  ])('by %s are followed', async (_, imports, specifier, counts) => {
    await expectTaken({ ...lib, ...manifest(imports), ...handler(`import '${specifier}';`) }, counts, [
      'lib/db.test.ts',
    ]);
  });

  it('may lead to a package of the registry, which is nothing', async () => {
    await expectTaken({ ...manifest({ '#dep': { node: 'pg', default: 'pg-lite' } }), ...handler("import '#dep';") }, [
      'api/handler.ts',
    ]);
  });

  it('are those of the package that the code is in', async () => {
    const entries: Entries = {
      ...handler("import '../lib/src/x';"),
      'package.json': json({ imports: { '#part': './wrong.ts' } }),
      'wrong.ts': '',
      'lib/package.json': json({ name: 'lib', imports: { '#part': './src/part.ts' } }),
      'lib/src/x.ts': "import '#part';",
      'lib/src/part.ts': '',
    };
    await expectTaken(entries, ['lib/src/part.ts']);
  });
});

describe('packages of the workspace that are imported without being a dependency', () => {
  const packages = (manifest: object = {}): Entries => ({
    'package.json': json({ private: true, workspaces: ['packages/*'] }),
    'packages/one/package.json': json({ name: '@shop/one', ...manifest }),
    'packages/one/src/index.ts': "import '@shop/two/src/sub';",
    'packages/two/package.json': json({ name: '@shop/two' }),
    'packages/two/src/sub.ts': '',
    'packages/one-more/package.json': json({ name: '@shop/one-more' }),
    'packages/one-more/index.ts': '',
    'packages/plain/package.json': json({ name: 'plain' }),
    'packages/plain/index.js': '',
  });

  it.each<[string, object, string]>([
    ['by its name', { main: 'src/index.ts' }, "import { x } from '@shop/one';"],
    [
      'by its name, built into a folder that git does not have',
      { main: 'dist/index.js', types: 'dist/index.d.ts' },
      "import { x } from '@shop/one';",
    ],
    ['by its exports', { exports: { '.': { import: './src/index.ts' } } }, "import { x } from '@shop/one';"],
    ['by a path in it', {}, "const x = require('@shop/one/src/index');"],
    ['by a path of its exports', { exports: { './feature': './src/index.ts' } }, "import '@shop/one/feature';"],
    ['by a dynamic import', { main: 'src/index.ts' }, "const x = await import('@shop/one');"],
    [
      'by an import of its types alone',
      { main: 'src/index.ts' },
      "import type { X } from '@shop/one';\nimport { x } from '@shop/one';",
    ],
  ])('count %s, and what they import in turn', async (_, manifest, text) => {
    await expectTaken(
      { ...packages(manifest), ...handler(text) },
      ['packages/one/src/index.ts', 'packages/one/package.json', 'packages/two/src/sub.ts'],
      ['packages/one-more/index.ts', 'packages/plain/index.js'],
    );
  });

  it('count by a name without a scope, and not by one that begins alike', async () => {
    await expectTaken(
      { ...packages(), ...handler("import 'plain';") },
      ['packages/plain/index.js'],
      ['packages/one/src/index.ts'],
    );
    await expectTaken(
      { ...packages(), ...handler("import 'plain-old';\nimport './plain.ts';"), 'api/plain.ts': '' },
      [],
      ['packages/plain/index.js'],
    );
  });

  it('count where a library that is imported by its path imports them', async () => {
    await expectTaken({ ...packages(), ...handler("import '../lib/x';"), 'lib/x.ts': "export * from 'plain';" }, [
      'packages/plain/index.js',
      'lib/x.ts',
    ]);
  });

  it('count in a workspace of pnpm', async () => {
    const entries = {
      ...packages({ main: 'src/index.ts' }),
      'package.json': '{}',
      'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
    };
    await expectTaken(
      { ...entries, ...handler("import '@shop/one';") },
      ['packages/one/src/index.ts'],
      ['packages/plain/index.js'],
    );
  });
});

describe('an import of what git does not have', () => {
  it.each<[string, string]>([
    ['a file', "import { Client } from '../generated/client';"],
    ['a file with its extension', "import schema from '../generated/schema.json';"],
    ['a folder', "export * from '../generated';"],
    ['a file that is required', "const c = require('../generated/client.js');"],
  ])('is a doubt: %s', async (_, text) => {
    expect(await doubtOf(handler(text))).toContain('generated');
    expect(await doubtOf(handler(text), 'tasks')).toBeUndefined();
  });

  it('is a doubt in a library', async () => {
    expect(await doubtOf({ ...handler("import '../lib/x';"), 'lib/x.ts': "import './generated';" })).toContain(
      'generated',
    );
  });

  it('is no doubt in the folder of a package, all of whose files count then', async () => {
    const entries: Entries = {
      ...handler("import { x } from '../lib/dist/index.js';"),
      'lib/package.json': json({ name: 'lib', main: 'dist/index.js' }),
      'lib/src/index.ts': "export * from '../../other/y';",
      'lib/build.config.txt': '',
      'other/y.ts': '',
      'other/z.ts': '',
    };
    await expectTaken(
      entries,
      ['lib/src/index.ts', 'lib/build.config.txt', 'lib/new.ts', 'lib/package.json', 'other/y.ts'],
      ['other/z.ts'],
    );
  });

  it('counts once git has it', async () => {
    expect(await changedBy(handler("import '../generated/client';"), { 'generated/client.ts': '' })).toEqual(['api']);
    expect(await doubtOf({ ...handler("import '../generated/client';"), 'generated/client.ts': '' })).toBeUndefined();
  });

  it.each<[string, string]>([['a name of its own', "const required = myrequire('../generated/x');"]])(
    'is none that stands in %s',
    async (_, text) => {
      expect(await doubtOf(handler(text))).toBeUndefined();
    },
  );
});

describe('imports of packages of the registry and of Node.js', () => {
  it.each([
    'lodash',
    'lodash/fp',
    '@aws-sdk/client-s3',
    '@aws-sdk/lib-dynamodb/dist-es/commands',
    'node:fs',
    'fs/promises',
    'bun:test',
    'npm:chalk@5',
    'https://esm.sh/react@18',
    'data:text/javascript,x',
    'constructor',
    '__proto__',
    'api',
    'lib',
  ])('are nothing: %s', async (name) => {
    const entries: Entries = { 'lib/index.ts': '', 'lodash/index.ts': '', 'package.json': '{}' };
    await expectTaken({ ...entries, ...handler(`import x from '${name}';`) }, [], ['lib/index.ts', 'lodash/index.ts']);
  });
});

describe('a place beside the code', () => {
  const data: Entries = { 'data/a.json': '{}', 'data/deep/b.json': '{}', 'other/c.json': '{}', 'api/x.ts': '' };

  it.each([
    "readFileSync(new URL('../data/a.json', import.meta.url))",
    'readFileSync(new URL( "../data/a.json" , import.meta.url ))',
    "readFileSync(path.join(__dirname, '../data/a.json'))",
    "readFileSync(path.join(__dirname, '..', 'data', 'a.json'))",
    "readFileSync(path.resolve(__dirname,\n  '..',\n  `data/a.json`,\n))",
    "readFileSync(join(import.meta.dirname, '../data/a.json'))",
    "readFileSync(__dirname + '/../data/a.json')",
    "readFileSync(__dirname + '/../data' + '/a.json')",
    'readFileSync(`${__dirname}/../data/a.json`)',
    "const at = '//'; require(path.join(__dirname, '../data/a.json'))",
    "s.match(/[/*]/); readFileSync(path.join(__dirname, '../data/a.json')); /* end */",
    "readFileSync(__dirname + '/../data/' + 'a' + '.json')",
    "path.join(__dirname, '../data/a.json').toString()",
  ])('is a file: %s', async (text) => {
    await expectTaken({ ...data, ...handler(text) }, ['data/a.json'], ['data/deep/b.json', 'other/c.json']);
  });

  it.each([
    "readdirSync(path.join(__dirname, '../data'))",
    "readFileSync(path.join(__dirname, '../data', name))",
    "readFileSync(__dirname + '/../data/' + name)",
    'readFileSync(`${__dirname}/../data/${name}.json`)',
    "require.context('../data', true, /json$/)",
    "new URL('../data/', import.meta.url)",
    'readFileSync(path.join(__dirname, `../data/${l}.json`))',
    'readFileSync(new URL(`../data/${l}.json`, import.meta.url))',
    'readFileSync(`${__dirname}/../data/pre-${l}.json`)',
    "readFileSync(path.join(__dirname, '../data/pre-' + l))",
    "readFileSync(path.join(__dirname, '..', 'data', name, 'x.json'))",
  ])('is a folder with all in it: %s', async (text) => {
    await expectTaken({ ...data, ...handler(text) }, ['data/a.json', 'data/deep/b.json'], ['other/c.json']);
  });

  it.each([
    "path.join(__dirname, '..')",
    "path.resolve(__dirname, '../')",
    "path.join(__dirname, '../..', name)",
    "path.join(__dirname, '../built/out.json')",
    "path.join(root, '../data/a.json')",
  ])('is nothing of others, and no doubt: %s', async (text) => {
    await expectTaken({ ...data, ...handler(text) }, [], ['data/a.json', 'data/deep/b.json', 'other/c.json']);
  });
});

describe('code in Go', () => {
  const module: Entries = {
    'go.mod': 'module example.com/shop\n\ngo 1.22\n',
    'go.sum': 'x',
    'api/main.go':
      'package main\n\nimport (\n\t"context"\n\t// the tables\n\tdb "example.com/shop/internal/db" // here\n\t_ "github.com/lib/pq"\n)\n',
    'internal/db/db.go': 'package db\n\nimport "example.com/shop/internal/log"\n',
    'internal/db/query.go': 'package db\n',
    'internal/log/log.go': 'package log\n',
    'internal/dbx/x.go': 'package dbx\n',
    'cmd/other/main.go': 'package main\n\nimport "example.com/shop/internal/dbx"\n',
  };

  it('takes in the packages of the module that a folder above has', async () => {
    await expectTaken(
      module,
      ['internal/db/db.go', 'internal/db/query.go', 'internal/db/new.go', 'internal/log/log.go'],
      ['internal/dbx/x.go', 'cmd/other/main.go'],
    );
  });

  it.each([
    '// The shop\nmodule example.com/shop\n',
    'module example.com/shop // here\n',
    'module  example.com/shop\r\n',
  ])('may be named as %j', async (text) => {
    await expectTaken({ ...module, 'go.mod': text }, ['internal/db/db.go'], ['internal/dbx/x.go']);
  });

  it('changes with the go.mod and the go.sum above', async () => {
    await expectTaken(module, ['go.mod', 'go.sum']);
  });

  it.each([
    'import "example.com/shop/internal/db"',
    'import db "example.com/shop/internal/db"',
    'import . "example.com/shop/internal/db"',
    'import _ "example.com/shop/internal/db"',
    'import ("fmt"; "example.com/shop/internal/db")',
    'import (\r\n\t"example.com/shop/internal/db"\r\n)',
  ])('may be written as %j', async (text) => {
    await expectTaken(
      { ...module, 'api/main.go': `package main\n\n${text}\n` },
      ['internal/db/db.go', 'internal/log/log.go'],
      ['internal/dbx/x.go'],
    );
  });

  it('leads on from a module that is replaced to another', async () => {
    const entries: Entries = {
      'api/go.mod': 'module a\nreplace example.com/x => ../libs/x\nreplace example.com/y => ../libs/y\n',
      'api/cmd/fn/main.go': 'package main\nimport "example.com/x"\n',
      'libs/x/go.mod': 'module example.com/x\nrequire example.com/y v0.0.0\n',
      'libs/x/x.go': 'package x\nimport "example.com/y"\n',
      'libs/y/go.mod': 'module example.com/y\n',
      'libs/y/y.go': 'package y\n',
      'libs/z/z.go': 'package z\n',
    };
    await expectTaken(entries, ['libs/x/x.go', 'libs/y/y.go'], ['libs/z/z.go']);
  });

  it.each([
    ['one line each', 'go 1.22\nuse ./api\nuse ./libs/x\n'],
    ['a block with comments', 'go 1.22\n\nuse (\n\t./api // the service\n\t"./libs/x"\n)\n'],
  ])('leads to the modules of its workspace, which it uses in %s', async (_, work) => {
    const entries: Entries = {
      'go.work': work,
      'go.work.sum': 'x',
      'api/go.mod': 'module example.com/api\n',
      'api/main.go': 'package main\nimport "example.com/x/sub"\n',
      'libs/x/go.mod': 'module example.com/x\n',
      'libs/x/x.go': 'package x\n',
      'libs/x/sub/sub.go': 'package sub\n',
      'libs/y/go.mod': 'module example.com/y\n',
    };
    await expectTaken(entries, ['libs/x/sub/sub.go', 'go.work', 'go.work.sum'], ['libs/x/x.go', 'libs/y/go.mod']);
  });

  const lib: Entries = {
    'libs/x/go.mod': 'module example.com/x\n',
    'libs/x/x.go': 'package x\n',
    'libs/x/sub/sub.go': 'package sub\n',
    'libs/other/other.go': 'package other\n',
  };
  it.each<[string, string]>([
    ['one line', 'replace example.com/x => ../libs/x'],
    ['a version', 'replace example.com/x v1.2.3 => ../libs/x'],
    ['a block', 'replace (\n\texample.com/y => example.com/z v1.0.0\n\texample.com/x => ../libs/x // local\n)'],
  ])('is followed where a go.mod replaces a module in %s', async (_, replace) => {
    const entries: Entries = {
      ...lib,
      'api/go.mod': `module example.com/api\n\nrequire example.com/x v0.0.0\n\n${replace}\n`,
      'api/main.go': 'package main\n\nimport "example.com/x"\n',
    };
    await expectTaken(entries, ['libs/x/x.go'], ['libs/other/other.go']);
    await expectTaken(
      { ...entries, 'api/main.go': 'package main\n\nimport (\n\t"example.com/x/sub"\n)\n' },
      ['libs/x/sub/sub.go'],
      ['libs/other/other.go'],
    );
  });
});

describe('dependencies of Python', () => {
  const libs: Entries = {
    'libs/x/setup.py': '',
    'libs/x/x/__init__.py': '',
    'libs/y/y.py': '',
    'requirements/base.txt': '-r ./common.txt\nboto3==1.0\n',
    'requirements/common.txt': 'requests\n',
    'requirements/dev.txt': 'pytest\n',
  };

  it.each<[string, Entries, string[]]>([
    [
      'other requirements',
      { 'api/requirements.txt': '-r ../requirements/base.txt\n' },
      ['requirements/base.txt', 'requirements/common.txt'],
    ],
    [
      'other requirements of a folder',
      { 'api/fn/requirements.txt': '-r ../../requirements/base.txt' },
      ['requirements/base.txt', 'requirements/common.txt'],
    ],
    [
      'other requirements, written out',
      { 'api/requirements.txt': '# base\n--requirement ../requirements/base.txt  # all\n' },
      ['requirements/base.txt', 'requirements/common.txt'],
    ],
    [
      'other requirements with an equals sign',
      { 'api/requirements.txt': '--requirement=../requirements/common.txt\r\n' },
      ['requirements/common.txt'],
    ],
    ['constraints', { 'api/requirements.txt': '-c ../requirements/common.txt\nboto3\n' }, ['requirements/common.txt']],
    [
      'an editable library',
      { 'api/requirements.txt': 'boto3\n-e ../libs/x\n' },
      ['libs/x/setup.py', 'libs/x/x/__init__.py'],
    ],
    [
      'an editable library, written out',
      { 'api/requirements.txt': '--editable ../libs/x/\n' },
      ['libs/x/x/__init__.py'],
    ],
    ['an editable library by file:', { 'api/requirements.txt': '-e file:../libs/x#egg=x\n' }, ['libs/x/x/__init__.py']],
    ['a library by its path', { 'api/requirements.txt': '../libs/x\n' }, ['libs/x/x/__init__.py']],
    [
      'a library with a condition',
      { 'api/requirements.txt': "../libs/x ; python_version >= '3.9'\n" },
      ['libs/x/x/__init__.py'],
    ],
    ['a library by its name and path', { 'api/requirements.txt': 'x @ file:../libs/x\n' }, ['libs/x/x/__init__.py']],
    [
      'a path of Poetry',
      {
        'api/pyproject.toml':
          '[tool.poetry.dependencies]\npython = "^3.12"\nx = { path = "../libs/x", develop = true }\n',
      },
      ['libs/x/x/__init__.py'],
    ],
    [
      'a path of Poetry, in single quotes',
      { 'api/pyproject.toml': "[tool.poetry.dependencies]\nx = {path='../libs/x'}\n" },
      ['libs/x/x/__init__.py'],
    ],
    [
      'a path of Poetry, in a table',
      { 'api/pyproject.toml': '[tool.poetry.dependencies.x]\npath = "../libs/x"\n' },
      ['libs/x/x/__init__.py'],
    ],
    [
      'a path of uv',
      {
        'api/pyproject.toml':
          '[project]\ndependencies = ["x"]\n[tool.uv.sources]\nx = { path = "../libs/x", editable = true }\n',
      },
      ['libs/x/x/__init__.py'],
    ],
    [
      'a path of a Pipfile',
      { 'api/Pipfile': '[packages]\nx = {path = "../libs/x", editable = true}\n' },
      ['libs/x/x/__init__.py'],
    ],
  ])('take in %s', async (_, entries, counts) => {
    await expectTaken({ ...libs, ...entries }, counts, ['libs/y/y.py', 'requirements/dev.txt']);
  });

  it.each([
    'requirements-dev.txt',
    'requirements.in',
    'requirements_prod.txt',
    'dev-requirements.txt',
    'requirements/prod.txt',
  ])('may be in %s', async (name) => {
    const up = name.includes('/') ? '../..' : '..';
    await expectTaken(
      { ...libs, [`api/${name}`]: `-r ${up}/requirements/common.txt\n  -e "${up}/libs/x"\n` },
      ['requirements/common.txt', 'libs/x/setup.py'],
      ['libs/y/y.py'],
    );
  });

  it('lead on from a library to others', async () => {
    const entries: Entries = {
      ...libs,
      'libs/x/pyproject.toml': '[tool.poetry.dependencies]\ny = {path = "../y"}\n',
      'api/requirements.txt': '-e ../libs/x\n',
    };
    await expectTaken(entries, ['libs/y/y.py', 'libs/x/pyproject.toml'], ['requirements/base.txt']);
  });

  it('lead on from requirements that stand elsewhere, from where they stand', async () => {
    const entries: Entries = {
      ...libs,
      'requirements/local.txt': '-e ../libs/y\n',
      'api/requirements.txt': '-r ../requirements/local.txt\n',
    };
    await expectTaken(entries, ['libs/y/y.py', 'requirements/local.txt'], ['libs/x/setup.py']);
  });

  it('of registries and addresses are nothing', async () => {
    const text =
      '--index-url https://example.com/simple\nboto3>=1.0,<2 ; python_version < "3.13"\ngit+https://github.com/a/b.git@main#egg=b\nhttps://example.com/x.whl\n-e git+https://github.com/a/c#egg=c\n';
    await expectTaken({ ...libs, 'api/requirements.txt': text }, ['api/requirements.txt'], Object.keys(libs));
  });
});

describe('files that a configuration includes', () => {
  const files: Entries = {
    'config/env.js':
      "const base = require('./base.js');\nmodule.exports = () => ({ ...base, ...require('../lib/more') });",
    'config/base.js': "module.exports = require('./values.json');",
    'config/values.json': '{}',
    'config/lonely.js': '',
    'lib/more.ts': '',
    'config/plain.yml': 'a: ${file(./values.json)}',
  };
  const including = (...includes: string[]) => ({ services: [service('api', { includes }), service('tasks')] });

  it('lead on to what they require', async () => {
    for (const path of ['config/env.js', 'config/base.js', 'config/values.json', 'lib/more.ts']) {
      expect([path, await touchedBy(files, path, including('config/env.js'))]).toEqual([path, ['api']]);
    }
    expect(await touchedBy(files, 'config/lonely.js', including('config/env.js'))).toEqual([]);
    expect(await doubtOf(files, 'api', including('config/env.js'))).toBeUndefined();
  });

  it('may be a folder above the application', async () => {
    const entries: Entries = { 'apps/shop/api/serverless.yml': 'x', ...files };
    const setting = { services: [service('api', { includes: ['../../config/env.js'] })], root: 'apps/shop' };
    expect(await touchedBy(entries, 'config/base.js', setting)).toEqual(['api']);
  });

  it('may be programs of the service that require what is elsewhere', async () => {
    const entries: Entries = { ...files, 'api/env.cjs': "module.exports = require('../config/base');" };
    expect(await touchedBy(entries, 'config/values.json', including('api/env.cjs'))).toEqual(['api']);
  });

  it('may be links', async () => {
    const entries: Entries = { ...files, 'env.js': { link: 'config/env.js' } };
    expect(await touchedBy(entries, 'config/base.js', including('env.js'))).toEqual(['api']);
  });

  it('may require what git does not have, which is a doubt', async () => {
    const entries: Entries = { 'config/env.js': "require('./secrets.js')" };
    expect(await doubtOf(entries, 'api', including('config/env.js'))).toContain('secrets');
    expect(await doubtOf(entries, 'tasks', including('config/env.js'))).toBeUndefined();
  });
});

describe('the hashes of all that is taken in', () => {
  const entries: Entries = {
    'package.json': json({ workspaces: ['packages/*'], imports: { '#lib/*': './lib/*.ts' } }),
    'packages/one/package.json': json({ name: '@shop/one' }),
    'packages/one/index.ts': "import '../../lib/a';",
    'tsconfig.json': json({ extends: './config/ts.json' }),
    'config/ts.json': json({ compilerOptions: { paths: { '@lib/*': ['../lib/*'] } } }),
    'lib/a.ts': "import './b';\nimport '@lib/c';",
    'lib/b.ts': "import './a';",
    'lib/c.ts': 'import(`./plugins/${x}`);',
    'lib/plugins/p.ts': "import '@shop/one';",
    'api/handler.ts': "import '#lib/a';\nimport '@shop/one';",
    'api/linked': { link: '../links' },
    'links/one': { link: '../lib' },
    'links/two': { link: '../tasks' },
    'links/bad': { link: 'bad' },
    'tasks/handler.ts': "import '../lib/b';",
    'tasks/inner/serverless.yml': 'x',
    'tasks/inner/x.ts': "import '../../lib/c';",
    vendor: { commit: 'x' },
    'tasks/vendor': { link: '../vendor/x' },
  };
  const services = [service('api'), service('tasks'), service('inner', { path: 'tasks/inner' })];

  it('do not depend on the order of the files and of the services', async () => {
    const expected = new Map([...(await sources(entries, { services }))].sort());
    const turned = Object.fromEntries(Object.entries(entries).reverse());
    const found = new Map([...(await sources(turned, { services: [...services].reverse() }))].sort());
    expect(found).toEqual(expected);
    const sorted = Object.fromEntries(Object.entries(entries).sort());
    expect(new Map([...(await sources(sorted, { services }))].sort())).toEqual(expected);
  });

  it('do not depend on the other services', async () => {
    const expected = await sources(entries, { services });
    for (const one of services) {
      expect((await sources(entries, { services: [one] })).get(one.key)).toEqual(expected.get(one.key));
    }
  });

  it('do not depend on what has nothing to do with the services', async () => {
    const more: Entries = {
      ...entries,
      'docs/x.ts': "import '../nowhere';",
      'docs/y': { link: '/z' },
      'other/tsconfig.json': '{',
      'lib.ts': '',
      'README.md': '',
    };
    expect(await sources(more, { services })).toEqual(await sources(entries, { services }));
  });
});
