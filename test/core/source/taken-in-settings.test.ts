import { describe, expect, it } from 'vitest';
import { findReferences } from '../service/found-references.ts';
import { changedBy, doubtOf, type Entries, service, touchedBy } from './in-memory.ts';

const json = (value: unknown) => JSON.stringify(value);
const handler = (text: string): Entries => ({ 'api/handler.ts': text });

/** Expects that a change of each file is one of `api`. */
async function expectTaken(entries: Entries, ...counts: string[]) {
  const taken = await Promise.all(counts.map(async (path) => [path, await touchedBy(entries, path)]));
  expect(taken).toEqual(counts.map((path) => [path, ['api']]));
}

describe('a comment in an import', () => {
  it.each([
    "import { a } from /* here */ '../lib/x';",
    "import x from // here\n  '../lib/x';",
    "import /* for its effects */ '../lib/x';",
    "export * from /* here */ '../lib/x';",
    "const x = await import(\n  // here\n  '../lib/x'\n);",
    "const x = require(\n  // here\n  '../lib/x',\n);",
  ])('hides nothing of it: %j', async (text) => {
    await expectTaken({ ...handler(text), 'lib/x.ts': '' }, 'lib/x.ts');
  });

  it.each([
    "// import x from '../generated/x';\nexport const a = 1;",
    "/*\nimport x from '../generated/x';\nconst y = require('../generated/y');\n*/",
    "/**\n * @example\n * import x from '../generated/x';\n */\nexport const a = 1;",
  ])('that is one as a whole is none of code: %j', async (text) => {
    expect(await doubtOf(handler(text))).toBeUndefined();
  });
});

describe('a name that is the sum of texts and variables', () => {
  it.each(["const p = require('../plugins/' + name + '.js');", "const p = await import('../plugins/' + name);"])(
    'takes in the folder that it begins with: %s',
    async (text) => {
      const entries: Entries = { ...handler(text), 'plugins/a.js': '' };
      await expectTaken(entries, 'plugins/a.js');
      expect(await doubtOf(entries)).toBeUndefined();
    },
  );
});

describe('a template literal with a variable', () => {
  const isTold = async (entries: Entries, path: string) =>
    (await touchedBy(entries, path)).includes('api') || (await doubtOf(entries)) !== undefined;

  it('is followed through a link', async () => {
    const entries: Entries = { ...handler('import(`../p/${x}.js`);'), p: { link: 'plugins' }, 'plugins/a.js': '' };
    await expectTaken(entries, 'plugins/a.js');
  });

  it('is followed into a package of the workspace', async () => {
    const entries: Entries = {
      ...handler('import(`@shop/one/locales/${x}.json`);'),
      'package.json': json({ workspaces: ['packages/*'] }),
      'packages/one/package.json': json({ name: '@shop/one' }),
      'packages/one/locales/de.json': '{}',
    };
    await expectTaken(entries, 'packages/one/locales/de.json');
  });

  it('is all of the repository, or a doubt, where it begins at its root', async () => {
    expect(await isTold({ ...handler('import(`../${x}`);'), 'any/x.ts': '' }, 'any/x.ts')).toBe(true);
  });

  it('is a doubt where git does not have the folder', async () => {
    expect(await doubtOf(handler('import(`../plugins/${x}.js`);'))).toMatch(/plugins/);
  });
});

describe('an import of what git does not have', () => {
  it('is a doubt out of the repository', async () => {
    expect(await doubtOf(handler("import '../../elsewhere/x';"))).toMatch(/elsewhere/);
  });

  it('is none in the folder of the service, of which all files count', async () => {
    expect(await doubtOf(handler("import './generated/client';"))).toBeUndefined();
  });

  it('is a doubt by way of a path of a tsconfig', async () => {
    const tsconfig = json({ compilerOptions: { paths: { '@gen/*': ['./generated/*'] } } });
    expect(await doubtOf({ 'tsconfig.json': tsconfig, ...handler("import '@gen/client';") })).toMatch(/generated|@gen/);
  });
});

describe('what a tsconfig extends under a name that does not begin with tsconfig', () => {
  it.each(['../config/strict.json', '../config/strict'])('is a part of the service: %s', async (target) => {
    await expectTaken(
      { 'api/tsconfig.json': json({ extends: target }), 'config/strict.json': '{}' },
      'config/strict.json',
    );
  });

  it('is a part of the service where the tsconfig is that of the root', async () => {
    const entries = { 'tsconfig.json': json({ extends: './config/strict.json' }), 'config/strict.json': '{}' };
    expect(await touchedBy(entries, 'config/strict.json')).toEqual(['api', 'tasks']);
  });

  it('is a part of the service at the end of a chain', async () => {
    const entries: Entries = {
      'api/tsconfig.json': json({ extends: '../config/ts/node.json' }),
      'config/ts/node.json': json({ extends: ['./strict', '../../base/all.json'] }),
      'config/ts/strict.json': '{}',
      'base/all.json': json({ extends: '../config/ts/node.json' }),
    };
    await expectTaken(entries, 'config/ts/node.json', 'config/ts/strict.json', 'base/all.json');
  });

  it('may hold the paths', async () => {
    const paths = json({ compilerOptions: { paths: { '@lib/*': ['../lib/*'] } } });
    const entries: Entries = { ...handler("import '@lib/x';"), 'config/strict.json': paths, 'lib/x.ts': '' };
    await expectTaken({ ...entries, 'api/tsconfig.json': json({ extends: '../config/strict.json' }) }, 'lib/x.ts');
    await expectTaken({ ...entries, 'api/tsconfig.json': json({ extends: ['../config/strict'] }) }, 'lib/x.ts');
  });

  it('may hold the baseUrl', async () => {
    const entries: Entries = {
      ...handler("import 'x';"),
      'config/base.json': json({ compilerOptions: { baseUrl: '../lib' } }),
      'api/tsconfig.json': json({ extends: '../config/base.json' }),
      'lib/x.ts': '',
    };
    await expectTaken(entries, 'lib/x.ts');
  });

  it('may be in a package of the workspace', async () => {
    const entries: Entries = {
      'package.json': json({ workspaces: ['packages/*'] }),
      'packages/tsconfig/package.json': json({ name: '@shop/tsconfig' }),
      'packages/tsconfig/base.json': '{}',
      'api/tsconfig.json': json({ extends: '@shop/tsconfig/base.json' }),
    };
    await expectTaken(entries, 'packages/tsconfig/base.json');
  });
});

describe('paths of a tsconfig', () => {
  it('of the service are meant in the code of a library that has none', async () => {
    const entries: Entries = {
      ...handler("import '../lib/a';"),
      'api/tsconfig.json': json({ compilerOptions: { paths: { '@deep/*': ['../deep/*'] } } }),
      'lib/a.ts': "import '@deep/z';",
      'deep/z.ts': '',
    };
    await expectTaken(entries, 'deep/z.ts');
  });

  it('may hold variables in what is imported', async () => {
    const entries: Entries = {
      ...handler('import(`@lib/locales/${x}.json`);'),
      'tsconfig.json': json({ compilerOptions: { paths: { '@lib/*': ['./lib/*'] } } }),
      'lib/locales/de.json': '{}',
    };
    await expectTaken(entries, 'lib/locales/de.json');
  });
});

describe('an alias of webpack', () => {
  const config = (alias: string) => `module.exports = { resolve: { alias: { '@lib': ${alias} } } };`;

  it.each(['`${__dirname}/../lib`', "__dirname + '/../lib'"])('may be written as %s', async (alias) => {
    await expectTaken(
      { ...handler("import '@lib/x';"), 'api/webpack.config.js': config(alias), 'lib/x.ts': '' },
      'lib/x.ts',
    );
  });

  it('may be in what the configuration requires', async () => {
    const entries: Entries = {
      ...handler("import '@lib/x';"),
      'api/webpack.config.js': "module.exports = require('../build/webpack.base.js');",
      'build/webpack.base.js': config("path.resolve(__dirname, '../lib')"),
      'lib/x.ts': '',
    };
    await expectTaken(entries, 'lib/x.ts');
  });
});

describe('a package that is a dependency', () => {
  it('leads on to what its code imports from outside of its folder', async () => {
    const entries: Entries = {
      'api/package.json': json({ dependencies: { one: 'file:../one' } }),
      'one/package.json': json({ name: 'one' }),
      'one/index.js': "module.exports = require('../lib/x');",
      'lib/x.js': '',
    };
    await expectTaken({ ...entries, ...handler("import 'one';") }, 'one/index.js', 'lib/x.js');
    await expectTaken(entries, 'one/index.js', 'lib/x.js');
  });

  it('leads on so in a workspace too', async () => {
    const entries: Entries = {
      'package.json': json({ workspaces: ['packages/*'] }),
      'api/package.json': json({ dependencies: { one: '*' } }),
      'packages/one/package.json': json({ name: 'one' }),
      'packages/one/index.ts': "export * from '../../lib/x';",
      'lib/x.ts': '',
    };
    await expectTaken(entries, 'packages/one/index.ts', 'lib/x.ts');
  });

  it('may be a link in the folder of the workspace', async () => {
    const entries: Entries = {
      'package.json': json({ workspaces: ['packages/*'] }),
      'api/package.json': json({ dependencies: { one: '*' } }),
      'packages/one': { link: '../libs/one' },
      'libs/one/package.json': json({ name: 'one' }),
      'libs/one/index.js': '',
    };
    await expectTaken(entries, 'libs/one/index.js');
  });
});

describe('imports of a package.json', () => {
  it('may lead to a package of the workspace', async () => {
    const entries: Entries = {
      ...handler("import '#db';"),
      'package.json': json({ workspaces: ['packages/*'], imports: { '#db': '@shop/db' } }),
      'packages/db/package.json': json({ name: '@shop/db' }),
      'packages/db/index.js': '',
    };
    await expectTaken(entries, 'packages/db/index.js');
  });
});

describe('requirements of Python', () => {
  it('lead on to others beside them, by the name alone', async () => {
    const entries: Entries = {
      'api/requirements.txt': '-r ../requirements/base.txt\n',
      'requirements/base.txt': '-r common.txt\n',
      'requirements/common.txt': '',
    };
    await expectTaken(entries, 'requirements/common.txt');
  });

  it('lead on from a file of another name', async () => {
    const entries: Entries = {
      'api/requirements.txt': '-r ../deps/base.in\n',
      'deps/base.in': '-e ../libs/x\n',
      'libs/x/x.py': '',
    };
    await expectTaken(entries, 'libs/x/x.py');
  });

  it.each(['-e ../libs/x[s3]\n', '../libs/x[s3,sqs]\n'])('may name extras of a library: %j', async (text) => {
    await expectTaken({ 'api/requirements.txt': text, 'libs/x/x.py': '' }, 'libs/x/x.py');
  });

  it('may be written without a space', async () => {
    await expectTaken({ 'api/requirements.txt': '-r../deps/base.txt\n', 'deps/base.txt': '' }, 'deps/base.txt');
  });
});

describe('paths of a pyproject.toml', () => {
  it('may begin with the folder of the project', async () => {
    const text = '[project]\nname = "api"\ndependencies = [\n  "x @ file:///${PROJECT_ROOT}/../libs/x",\n]\n';
    await expectTaken({ 'api/pyproject.toml': text, 'libs/x/x.py': '' }, 'libs/x/x.py');
  });
});

describe('a module of Go', () => {
  it('may be named in quotes', async () => {
    const entries: Entries = {
      'go.mod': 'module "example.com/shop"\n',
      'api/main.go': 'package main\n\nimport "example.com/shop/lib"\n',
      'lib/lib.go': '',
    };
    await expectTaken(entries, 'lib/lib.go');
  });

  it('is a doubt where git does not have a package of it', async () => {
    const entries = {
      'go.mod': 'module example.com/shop\n',
      'api/main.go': 'package main\n\nimport "example.com/shop/gen"\n',
    };
    expect(await doubtOf(entries)).toMatch(/gen/);
  });

  it('is imported in back quotes as well', async () => {
    const entries: Entries = {
      'go.mod': 'module example.com/shop\n',
      'api/main.go': 'package main\n\nimport `example.com/shop/lib`\n',
      'lib/lib.go': '',
    };
    await expectTaken(entries, 'lib/lib.go');
  });
});

describe('a module of Go that is replaced', () => {
  it.each(['replace "example.com/x" => "../libs/x"', 'replace example.com/x => ../libs/x/'])(
    'is a part of the service: %s',
    async (replace) => {
      const entries: Entries = {
        'api/go.mod': `module example.com/api\n\n${replace}\n`,
        'api/main.go': 'package main\n\nimport "example.com/x"\n',
        'libs/x/go.mod': 'module example.com/x\n',
        'libs/x/x.go': 'package x\n',
      };
      await expectTaken(entries, 'libs/x/x.go');
    },
  );
});

describe('a link', () => {
  const common: Entries = { common: { link: 'shared' }, 'shared/a.ts': 'a', 'shared/b.yml': 'b' };

  it('to the folder above that which another link leads to is followed as the system does', async () => {
    const entries: Entries = {
      common: { link: 'nested/shared' },
      'nested/shared/a.ts': '',
      'nested/x.ts': '',
      'api/x.ts': { link: '../common/../x.ts' },
    };
    await expectTaken(entries, 'nested/x.ts');
  });

  it('to what is installed is no doubt: the lockfile tells of it', async () => {
    const entries: Entries = {
      'api/nodejs/.bin/uuid': { link: '../node_modules/uuid/bin/uuid' },
      'api/node_modules': { link: '../node_modules' },
    };
    expect(await doubtOf(entries)).toBeUndefined();
  });

  it('to something in a file is a doubt', async () => {
    expect(await doubtOf({ 'api/broken': { link: 'handler.ts/x' } })).toMatch(/api\/broken/);
  });

  it('that is the folder of a service and leads nowhere is a doubt', async () => {
    const setting = { services: [service('orders')] };
    expect(await doubtOf({ orders: { link: '/srv/orders' } }, 'orders', setting)).toMatch(/orders/);
    expect(await changedBy({ orders: { link: '/a' } }, { orders: { link: '/b' } }, setting)).toEqual(['orders']);
  });

  it('is followed by a handler that lies outside of the folder', async () => {
    const reads = { ...findReferences({}), outside: ['../common/a.main'] };
    expect(await touchedBy(common, 'shared/a.ts', { services: [service('api', { reads })] })).toEqual(['api']);
  });

  it('is followed by a trigger that names one file', async () => {
    const setting = { services: [service('api', { triggers: ['common/b.yml'] })] };
    expect(await touchedBy(common, 'shared/b.yml', setting)).toEqual(['api']);
  });

  it('is followed by a trigger of some files', async () => {
    const setting = { services: [service('api', { triggers: ['common/*.yml'] })] };
    expect(await touchedBy(common, 'shared/b.yml', setting)).toEqual(['api']);
  });

  it('to a service within another that has no code changes that one alone', async () => {
    const entries: Entries = { 'api/jobs': { link: '../real/jobs' }, 'real/jobs/run.ts': 'x' };
    const services = [service('api', { hasCode: false }), service('jobs', { path: 'api/jobs' })];
    expect(await touchedBy(entries, 'real/jobs/run.ts', { services })).toEqual(['jobs']);
  });
});

describe('what git does not have', () => {
  it.each([
    ['api/_tests_/a.test.js', "require('../../libs/gone')"],
    ['api/a.spec.ts', "import '../gone';"],
    ['api/.build/a.js', "require('../../gone')"],
    ['api/.eslintrc.js', "require('../gone')"],
    ['api/jest.config.js', "require('../gone')"],
    ['api/a.ts', "// const { a } = require('../gone');"],
  ])('is no doubt where %s names it, as that is not run', async (path, text) => {
    expect(await doubtOf({ [path]: text })).toBeUndefined();
    expect(await touchedBy({ [path]: text, 'gone.js': '', 'libs/gone.js': '' }, 'gone.js')).toBeDefined();
  });

  it('is no reason to take in the folder above, where a configuration names a file', async () => {
    const reads = { ...findReferences({}), outside: ['../.env'] };
    const setting = { services: [service('api', { reads }), service('tasks')] };
    expect(await touchedBy({ 'README.md': '' }, 'README.md', setting)).toEqual([]);
    expect(await changedBy({}, { '.env': 'A=1' }, setting)).toEqual(['api']);
  });

  it('may be the function of a handler above: the file of that name counts', async () => {
    const reads = { ...findReferences({}), outside: ['../main.handler'] };
    const setting = { services: [service('api', { reads }), service('tasks')] };
    expect(await touchedBy({ 'main.ts': '', 'other.ts': '' }, 'main.ts', setting)).toEqual(['api']);
    expect(await touchedBy({ 'main.ts': '', 'other.ts': '' }, 'other.ts', setting)).toEqual([]);
  });
});
