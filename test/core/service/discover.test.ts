import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { EffectiveService } from '../../../core/configuration/effective-services.ts';
import { UserError } from '../../../core/errors.ts';
import { knownVariables } from '../../../core/serverless/known-variables.ts';
import { type ApplicationFiles, type ConfiguredServices, discoverServices } from '../../../core/service/discover.ts';
import { applicationFiles } from '../../../core/source/application-files.ts';
import { sourceTree } from '../../../core/source/tree.ts';
import { isIgnored, workspaceFiles } from '../../../io/services.ts';

type Files = Readonly<Record<string, string>>;

const temporary = mkdtempSync(join(tmpdir(), 'discover-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The files as the commit `place` has them; the application is in the folder `root`. */
function committed(files: Files, root = '', place = 'master'): ApplicationFiles {
  const texts = new Map(Object.entries(files));
  const tree = sourceTree(new Map([...texts.keys()].map((path) => [path, `100644 ${path}`])));
  const read = (paths: readonly string[]) =>
    Promise.resolve(new Map(paths.flatMap((path) => (texts.has(path) ? [[path, texts.get(path) ?? '']] : []))));
  return applicationFiles({ tree, read }, root, place, isIgnored);
}

/** The files in a folder of this machine. */
function written(files: Files): ApplicationFiles {
  const root = mkdtempSync(join(temporary, 'application-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return workspaceFiles(root);
}

const lookup = knownVariables({ stage: 'dev', region: 'us-east-1' }, new Map([['team', 'shop']]));
const yml = (name: string, ...more: string[]) => [`service: ${name}`, ...more, ''].join('\n');
const listed = (path: string, rest: Partial<EffectiveService> = {}): EffectiveService => ({
  path,
  dependsOn: [],
  triggers: [],
  shared: false,
  ...rest,
});
const COMPOSE = 'serverless-compose.yml';
const compose = (...lines: string[]) => ['services:', ...lines, ''].join('\n');

describe.each([
  ['a commit', (files: Files) => committed(files)],
  ['a folder', written],
])('the services of an application in %s', (_, place) => {
  const discover = (files: Files, configured?: ConfiguredServices) =>
    discoverServices(place(files), configured, lookup);
  const found = async (files: Files, configured?: ConfiguredServices) =>
    (await discover(files, configured)).map(({ key, path, name }) => `${key} ${path} ${name}`);
  const one = async (files: Files, path = 'api') => {
    const [service] = await discover(files, { api: listed(path) });
    return service ?? expect.fail('there is no service');
  };

  /** The text of the error that the files bring. */
  async function refused(files: Files, configured?: ConfiguredServices): Promise<string> {
    const error: unknown = await discover(files, configured).then(
      () => undefined,
      (reason) => reason,
    );
    if (!(error instanceof UserError)) return expect.fail(`expected a UserError, got ${error}`);
    expect(error.code).toBe('E_SERVICE_CONFIG');
    expect(error.message).toMatch(/ – \S/);
    return error.message;
  }

  describe('that serverless-stages.yml lists', () => {
    it('are those, in their order, with what it says of them', async () => {
      const files = {
        'b/serverless.yml': yml('shop-b'),
        'a/serverless.yml': yml('shop-a'),
        'c/serverless.yml': yml('c'),
      };
      const services = await discover(files, {
        tasks: listed('b', { dependsOn: ['database'], triggers: ['shared/**'] }),
        database: listed('a', { triggers: 'always', shared: 'always' }),
      });
      expect(services).toMatchObject([
        { key: 'tasks', path: 'b', name: 'shop-b', dependsOn: ['database'], triggers: ['shared/**'], shared: false },
        { key: 'database', path: 'a', name: 'shop-a', dependsOn: [], triggers: 'always', shared: 'always' },
      ]);
      expect(services.map(({ composeParams }) => composeParams)).toEqual([{}, {}]);
    });

    it.each(['serverless.yml', 'serverless.yaml'])('may be written as %s', async (name) => {
      expect(await found({ [`api/${name}`]: yml('shop-api') }, { api: listed('api') })).toEqual(['api api shop-api']);
    });

    it('may be written as serverless.json', async () => {
      const files = { 'api/serverless.json': '{"service":"shop-api","functions":{"a":{"handler":"a.b"}}}' };
      expect(await one(files)).toMatchObject({ name: 'shop-api', makesRole: true, isProgram: false });
    });

    it('may stand at the root of the application', async () => {
      expect(await found({ 'serverless.yml': yml('shop') }, { shop: listed('.') })).toEqual(['shop . shop']);
    });

    it.each(['./api', 'api/', 'apps/../api'])('may be written with the path %s', async (path) => {
      expect((await one({ 'api/serverless.yml': yml('shop-api') }, path)).name).toBe('shop-api');
    });

    it('may be deeper than services are looked for, and where none are', async () => {
      const path = 'a/b/c/d/e/dist';
      expect((await one({ [`${path}/serverless.yml`]: yml('shop') }, path)).name).toBe('shop');
    });

    it('leave out what serverless-compose.yml has, which is not even read', async () => {
      const files = { 'api/serverless.yml': yml('shop'), 'db/serverless.yml': yml('db'), [COMPOSE]: 'services: [' };
      expect(await found(files, { api: listed('api') })).toEqual(['api api shop']);
    });

    it('are looked at only where they are listed', async () => {
      const files = { 'api/serverless.yml': yml('shop'), 'other/serverless.yml': 'service: [' };
      expect(await found(files, { api: listed('api') })).toEqual(['api api shop']);
    });

    it.each(['constructor', 'toString'])('may have the key %s', async (key) => {
      const configured = Object.fromEntries([[key, listed('api')]]);
      expect(await found({ 'api/serverless.yml': yml('shop') }, configured)).toEqual([`${key} api shop`]);
    });
  });

  describe('whose configuration cannot be used', () => {
    const configured = { api: listed('backend/api') };

    it('B9 have a folder that is missing', async () => {
      const message = await refused({ 'backend/restapi/serverless.yml': yml('shop') }, configured);
      expect(message).toContain('backend/api');
      expect(message).toMatch(/folder/);
    });

    it('B9 have a folder without a serverless.yml', async () => {
      const message = await refused({ 'backend/api/package.json': '{}' }, configured);
      expect(message).toContain('backend/api');
      expect(message).toContain('serverless.yml');
    });

    it('B9 have a serverless.yml in a folder below alone', async () => {
      const message = await refused({ 'backend/api/src/serverless.yml': yml('shop') }, configured);
      expect(message).toContain('backend/api');
      expect(message).toContain('serverless.yml');
    });

    it.each([
      ['serverless.yml', 'serverless.json'],
      ['serverless.yml', 'serverless.yaml'],
      ['serverless.yml', 'serverless.ts'],
    ])('B9 have both %s and %s', async (a, b) => {
      const files = { [`backend/api/${a}`]: yml('shop'), [`backend/api/${b}`]: '{"service":"shop"}' };
      const message = await refused(files, configured);
      expect(message).toContain('backend/api');
      expect(message).toContain(a);
      expect(message).toContain(b);
    });

    it('B9 have each a message of its own', async () => {
      const messages = [
        await refused({ 'a/serverless.yml': yml('shop') }, configured),
        await refused({ 'backend/api/package.json': '{}' }, configured),
        await refused({ 'backend/api/serverless.yml': yml('a'), 'backend/api/serverless.json': '{}' }, configured),
        await refused({ 'backend/api/serverless.yml': 'service: [' }, configured),
        await refused({ 'backend/api/serverless.yml': 'provider: {}\n' }, configured),
      ];
      expect(new Set(messages).size).toBe(messages.length);
    });

    it('B9 have a serverless.yml that is not YAML', async () => {
      const message = await refused({ 'backend/api/serverless.yml': 'service: shop\nfunctions: [\n' }, configured);
      expect(message).toContain('backend/api/serverless.yml');
    });

    it('B9 have a file where a folder is listed', async () => {
      expect(await refused({ 'backend/api': yml('shop') }, configured)).toContain('backend/api');
    });
  });

  describe('whose configuration is a program', () => {
    it('read what its texts say, also behind a backslash, and files', async () => {
      const text = [
        "import { stage } from './stage';",
        'const url = `https://${stage({ of: 1 })}.${a.b}`;',
        "export default { service: 'x', custom: '${file(./more.yml):x}', environment: {",
        "  TABLE: '${param:db.table}', URL: `\\${output:shop-site.url}`, ARN: '${cf:db-${sls:stage}.Arn}',",
        '} };',
      ].join('\n');
      const service = await one({ 'api/serverless.ts': text, 'api/more.yml': 'x: "${param:cache.url}"' });
      expect(service).toMatchObject({ isProgram: true, includes: ['api/more.yml'] });
      expect(service.reads.params).toEqual(['cache.url', 'db.table']);
      expect(service.reads.outputs).toEqual(['shop-site.url']);
      expect(service.reads.stacks).toEqual(['db-dev.Arn']);
    });

    it('say nothing where their texts are full of what looks like one', async () => {
      const service = await one({ 'api/serverless.js': `x = '${'${a:'.repeat(500)}'` });
      expect(service.reads.params).toEqual([]);
    });

    it.each(['serverless.ts', 'serverless.js', 'serverless.cjs', 'serverless.mjs'])(
      'B9 have a %s, of which nothing is known',
      async (name) => {
        const service = await one({ [`api/${name}`]: 'throw new Error("nothing runs this");' });
        expect(service).toMatchObject({ key: 'api', path: 'api', isProgram: true });
        expect(service.name).toBeUndefined();
      },
    );
  });

  describe('that serverless-compose.yml lists', () => {
    const services = { 'api/serverless.yml': yml('shop-api'), 'db/serverless.yml': yml('shop-db') };
    const text = compose(
      '  restapi:',
      '    path: api',
      '    dependsOn: database',
      '    params: { table: "${database.tableName}" }',
      '  database: { path: db }',
    );

    it.each(['serverless-compose.ts', 'serverless-compose.js'])(
      'are not those of a %s, which says what helps',
      async (name) => {
        const message = await refused({ 'api/serverless.yml': yml('shop-api'), [name]: 'export default {}' });
        expect(message).toContain(name);
        expect(message).toContain('under `services:` in serverless-stages.yml');
        expect(await found({ 'api/serverless.yml': yml('shop'), [name]: '' }, { api: listed('api') })).toHaveLength(1);
      },
    );

    it('may be several of one folder, each with its own configuration', async () => {
      const files = {
        'app/serverless.web.yml': yml('shop-web'),
        'app/serverless.jobs.yml': yml('shop-jobs'),
        [COMPOSE]: compose(
          '  web: { path: app, config: serverless.web.yml }',
          '  jobs: { path: app, config: serverless.jobs.yml }',
        ),
      };
      expect(await found(files)).toEqual(['web app shop-web', 'jobs app shop-jobs']);
      const listedHere = {
        web: listed('app', { config: 'serverless.web.yml' }),
        none: listed('app', { config: 'serverless.no.yml' }),
      };
      await expect(found(files, listedHere)).rejects.toThrow('"app" has no serverless.no.yml');
    });

    it.each([COMPOSE, 'serverless-compose.yaml'])('are those of %s, in their order', async (name) => {
      const read = await discover({ ...services, 'other/serverless.yml': yml('other'), [name]: text });
      expect(read).toMatchObject([
        { key: 'restapi', path: 'api', name: 'shop-api', dependsOn: ['database'], triggers: [], shared: false },
        { key: 'database', path: 'db', name: 'shop-db', dependsOn: [] },
      ]);
      expect(read.map(({ composeParams }) => composeParams)).toEqual([{ table: '${database.tableName}' }, {}]);
    });

    it('cannot be told where both files are there', async () => {
      const message = await refused({ ...services, [COMPOSE]: text, 'serverless-compose.yaml': text });
      expect(message).toContain('serverless-compose.yml');
      expect(message).toContain('serverless-compose.yaml');
    });

    it('B9 have folders that are there', async () => {
      const message = await refused({ 'db/serverless.yml': yml('shop-db'), [COMPOSE]: text });
      expect(message).toMatch(/\bapi\b/);
      expect(message).toMatch(/folder/);
    });

    it('are refused with the place of what the file must not say', async () => {
      const message = await refused({ ...services, [COMPOSE]: compose('  restapi: { path: 5 }') });
      expect(message).toMatch(/serverless-compose\.yml:2:\d+/);
    });

    it('are not looked for in a folder below', async () => {
      const files = { ...services, [`apps/${COMPOSE}`]: text };
      expect(await found(files)).toEqual(['api api shop-api', 'db db shop-db']);
    });
  });

  describe('that nothing lists', () => {
    it('are the folders with a configuration, sorted, each with the key of its name', async () => {
      const files = {
        'tasks/serverless.yml': yml('shop-tasks'),
        'backend/api/serverless.yaml': yml('shop-api'),
        'database/serverless.json': '{"service":"shop-database"}',
        'src/index.ts': '',
      };
      expect(await found(files)).toEqual([
        'api backend/api shop-api',
        'database database shop-database',
        'tasks tasks shop-tasks',
      ]);
    });

    it('are plain: nothing is said of them', async () => {
      const [service] = await discover({ 'api/serverless.yml': yml('shop') });
      expect(service).toMatchObject({ dependsOn: [], triggers: [], shared: false, composeParams: {}, includes: [] });
    });

    it('may be programs', async () => {
      const [service] = await discover({ 'api/serverless.ts': 'export default { service: "api" };' });
      expect(service).toMatchObject({ key: 'api', isProgram: true });
    });

    it('may be in folders within each other', async () => {
      const files = { 'api/serverless.yml': yml('shop-api'), 'api/jobs/serverless.yml': yml('shop-jobs') };
      expect(await found(files)).toEqual(['api api shop-api', 'jobs api/jobs shop-jobs']);
    });

    it('are found four folders deep, and not deeper', async () => {
      const files = { 'a/b/c/four/serverless.yml': yml('four'), 'a/b/c/d/five/serverless.yml': yml('five') };
      expect(await found(files)).toEqual(['four a/b/c/four four']);
    });

    it.each(['node_modules', 'dist', '.serverless', '.git', 'apps/node_modules/shop', 'api/dist', 'api/.build'])(
      'are not in %s',
      async (folder) => {
        const files = { 'api/serverless.yml': yml('shop'), [`${folder}/serverless.yml`]: yml('other') };
        expect(await found(files)).toEqual(['api api shop']);
      },
    );

    it('may be in folders whose names only look alike', async () => {
      const files = { 'distribution/serverless.yml': yml('a'), 'my-node_modules/serverless.yml': yml('b') };
      expect(await found(files)).toHaveLength(2);
    });

    it('have keys of their paths if several folders have one name', async () => {
      const files = { 'orders/api/serverless.yml': yml('orders'), 'users/api/serverless.yml': yml('users') };
      expect(await found({ ...files, 'web/serverless.yml': yml('web') })).toEqual([
        'orders-api orders/api orders',
        'users-api users/api users',
        'web web web',
      ]);
      const within = { 'api/serverless.yml': yml('a'), 'api/api/serverless.yml': yml('b') };
      expect(await found(within)).toEqual(['api api a', 'api-api api/api b']);
    });

    it('have a letter in front of a name that cannot be a key', async () => {
      expect(await found({ '01-orders/serverless.yml': yml('orders'), 'all/serverless.yml': yml('all') })).toEqual([
        's-01-orders 01-orders orders',
        's-all all all',
      ]);
    });

    it('cannot have one key by their paths either', async () => {
      const folders = ['a-b/c', 'a/b-c', 'c', 'b-c'];
      const message = await refused(
        Object.fromEntries(folders.map((folder) => [`${folder}/serverless.yml`, yml('x')])),
      );
      expect(message).toContain('a-b/c');
      expect(message).toContain('a/b-c');
    });

    it.each([
      ['test/fixtures/app', 'serverless.yml', yml('a'), 'for tests'],
      ['integrationTests/x', 'serverless.yml', yml('a'), 'for tests'],
      ['e2e-tests/x', 'serverless.yml', yml('a'), 'for tests'],
      ['packages/__mocks__/x', 'serverless.json', '{"service":"a"}', 'for tests'],
      ['examples/one', 'serverless.yml', yml('a'), 'shown or copied'],
      ['templates/default', 'serverless.yml', yml('a'), 'shown or copied'],
      ['src/types', 'serverless.ts', 'export interface Serverless { service: string }', 'shown or copied'],
      ['src/lib', 'serverless.ts', 'export interface Serverless { service: string }', 'exports no configuration'],
      ['src/lib', 'serverless.js', 'module.exports.handler = serverless(app);', 'exports no configuration'],
      ['src/lib', 'serverless.js', 'module.exports = function start() {};', 'exports no configuration'],
      ['snippets', 'serverless.yml', 'provider: { name: aws }', 'has no "service:"'],
      ['snippets', 'serverless.yml', '', 'has no "service:"'],
    ])('leave out %s/%s, and say why', async (folder, file, text, reason) => {
      const files = { 'api/serverless.yml': yml('shop'), [`${folder}/${file}`]: text };
      const told: string[] = [];
      const services = await discoverServices(place(files), undefined, lookup, (at, why) => told.push(`${at}: ${why}`));
      expect(services.map(({ key }) => key)).toEqual(['api']);
      expect(told).toEqual([expect.stringContaining(`${folder}: `)]);
      expect(told[0]).toContain(reason);
      expect(await refused({ [`${folder}/${file}`]: text })).toContain(reason);
    });

    it.each(['contest', 'email-templates', 'latest', 'inspect', 'typesetting', 'examples-api'])(
      'have a service in the folder %s',
      async (folder) => {
        expect(await found({ [`${folder}/serverless.yml`]: yml('shop') })).toEqual([`${folder} ${folder} shop`]);
      },
    );

    it('are at least one', async () => {
      expect(await refused({ 'README.md': '' })).toMatch(/no service/);
      expect(await refused({ 'node_modules/a/serverless.yml': yml('a') })).toMatch(/no service/);
    });

    it('may stand at the root of the application', async () => {
      const services = await discover({ 'serverless.yml': yml('shop'), 'api/serverless.yml': yml('shop-api') });
      expect(services.map(({ path, name }) => [path, name])).toEqual(
        expect.arrayContaining([
          ['.', 'shop'],
          ['api', 'shop-api'],
        ]),
      );
    });

    it('B9 have one configuration each', async () => {
      const files = { 'api/serverless.yml': yml('a'), 'api/serverless.json': '{"service":"a"}' };
      const message = await refused(files);
      expect(message).toContain('serverless.json');
      expect(message).toContain('serverless.yml');
    });
  });

  describe('their names', () => {
    it.each([
      ['shop-${sls:stage}', 'shop-dev'],
      ['shop-${opt:stage}-${opt:region}', 'shop-dev-us-east-1'],
      ['${param:team}-api', 'shop-api'],
    ])('may hold what is known: %s', async (text, name) => {
      expect((await one({ 'api/serverless.yml': yml(`'${text}'`) })).name).toBe(name);
    });

    it('may stand in another file', async () => {
      const files = { 'api/serverless.yml': yml("'${file(./name.yml):name}'"), 'api/name.yml': 'name: shop\n' };
      expect((await one(files)).name).toBe('shop');
    });

    it.each(['${param:other}-api', '${env:NAME}', '${self:custom.name}', '${file(./other.yml):name}'])(
      'cannot be told with %s',
      async (text) => {
        const files = { 'api/serverless.yml': yml(`'${text}'`), 'api/name.yml': 'name: shop\n' };
        expect((await one(files)).name).toBeUndefined();
      },
    );
  });

  describe('files that their configuration is made of', () => {
    const made = (files: Files, ...lines: string[]) => one({ 'api/serverless.yml': yml('shop', ...lines), ...files });

    it('are none where nothing is read', async () => {
      expect((await made({ 'api/other.yml': 'a: ${param:b}' })).includes).toEqual([]);
    });

    it('are found through ${file(…)}, sorted, each once', async () => {
      const service = await made(
        { 'api/b.yml': 'x: 1', 'api/conf/a.yaml': 'y: 1', 'api/c.json': '{"z":1}' },
        'custom:',
        '  b: ${file(./b.yml):x}',
        '  again: ${file(b.yml)}',
        '  a: ${file(./conf/a.yaml)}',
        '  c: ${file(c.json)}',
      );
      expect(service.includes).toEqual(['api/b.yml', 'api/c.json', 'api/conf/a.yaml']);
      expect(service.reads.unknown).toEqual([]);
    });

    it('may be in a folder above', async () => {
      const service = await made(
        { 'shared/common.yml': 'a: ${param:endpoint}' },
        'custom: ${file(../shared/common.yml)}',
      );
      expect(service.includes).toEqual(['shared/common.yml']);
      expect(service.reads.params).toEqual(['endpoint']);
    });

    it('add what they read to what the service reads', async () => {
      const files = {
        'api/functions.yml': [
          'hello:',
          '  handler: ../shared/hello.main',
          '  environment:',
          '    TABLE: ${param:database.tableName}',
          '    URL: ${output:shop-site.url}',
          '    QUEUE: ${cf:shop-queue-dev.Url}',
          '    KEY: ${ssm:/shop/key}',
        ].join('\n'),
      };
      const { reads } = await made(files, 'custom: { own: "${param:own}" }', 'functions: ${file(./functions.yml)}');
      expect(reads.params).toEqual(['database.tableName', 'own']);
      expect(reads.outputs).toEqual(['shop-site.url']);
      expect(reads.stacks).toEqual(['shop-queue-dev.Url']);
      expect(reads.unknown).toContain('ssm');
      expect(reads.outside).toEqual(['../shared/hello.main']);
    });

    it('lead to further files, by paths from the folder of the service', async () => {
      const files = {
        'api/conf/a.yml': 'b: ${file(./conf/b.yml)}',
        'api/conf/b.yml': 'c: ${file(./c.json):x}',
        'api/c.json': '{"x":"${param:deep}"}',
      };
      const service = await made(files, 'custom: ${file(./conf/a.yml)}');
      expect(service.includes).toEqual(['api/c.json', 'api/conf/a.yml', 'api/conf/b.yml']);
      expect(service.reads.params).toEqual(['deep']);
      expect(service.reads.unknown).toEqual([]);
    });

    it('may lead to each other in circles', async () => {
      const files = {
        'api/a.yml': 'x: ${param:a}\ny: ${file(./b.yml)}',
        'api/b.yml': 'x: ${param:b}\ny: ${file(./a.yml)}\nz: ${file(./b.yml):x}',
      };
      const service = await made(files, 'custom: ${file(./a.yml)}', 'more: ${file(./serverless.yml):custom}');
      expect(service.includes).toEqual(expect.arrayContaining(['api/a.yml', 'api/b.yml']));
      expect(service.reads.params).toEqual(['a', 'b']);
    });

    it.each(['${sls:stage}', '${opt:stage}', "${opt:stage, 'prod'}", '${sls:stage}.${param:team}'])(
      'may have %s in their path',
      async (text) => {
        const files = { 'api/dev.yml': 'a: ${param:dev}', 'api/dev.shop.yml': 'a: ${param:dev}', 'api/prod.yml': '' };
        const service = await made(files, `custom: "\${file(./${text}.yml):a}"`);
        expect(service.includes).toEqual([text.includes('team') ? 'api/dev.shop.yml' : 'api/dev.yml']);
        expect(service.reads.params).toContain('dev');
        expect(service.reads.unknown).toEqual([]);
      },
    );

    it.each(['${param:other}', '${self:custom.name}', '${opt:stage}-${param:other}'])(
      'make the service one of which not all is known with %s in their path',
      async (text) => {
        const files = { 'api/a.yml': 'x: 1', 'api/name.yml': 'name: a' };
        const { reads } = await made(files, `custom: "\${file(./${text}.yml):x}"`);
        expect(reads.unknown).toHaveLength(1);
      },
    );

    it('make it one of which not all is known where they are out of the repository', async () => {
      const service = await made({}, 'custom: ${file(../../common.yml):x}');
      expect(service.reads.unknown).toHaveLength(1);
      expect(service.includes).toEqual([]);
    });

    it('may be missing: the Serverless Framework then takes the fallback', async () => {
      const service = await made({ 'api/other.yml': 'x: ${param:other}' }, "custom: ${file(./local.yml):x, 'none'}");
      expect(service.reads.unknown).toEqual([]);
      expect(service.reads.params).toEqual([]);
    });

    it('may be a fallback', async () => {
      const files = { 'api/a.yml': 'x: ${param:a}', 'api/b.yml': 'x: ${param:b}' };
      const service = await made(files, 'custom: ${file(./a.yml):x, file(./b.yml):x}');
      expect(service.includes).toEqual(['api/a.yml', 'api/b.yml']);
      expect(service.reads.params).toEqual(['a', 'b']);
    });

    it('are not followed into programs, of which nothing is known', async () => {
      const service = await made({ 'api/a.js': 'module.exports = "${param:a}"' }, 'custom: ${file(./a.js):x}');
      expect(service.reads.unknown).toEqual(['file(./a.js)']);
      expect(service.reads.params).toEqual([]);
    });
  });
});

describe('an application in a folder of its repository', () => {
  const files = {
    'serverless.yml': yml('outer'),
    'apps/shop/api/serverless.yml': yml('shop-api', 'custom: ${file(../../common.yml)}'),
    'apps/common.yml': 'a: ${param:common}',
    'apps/other/serverless.yml': yml('other'),
    'apps/shopping/serverless.yml': yml('shopping'),
  };

  it('has the services below that folder', async () => {
    const services = await discoverServices(committed(files, 'apps/shop'), undefined, lookup);
    expect(services.map(({ key, path }) => [key, path])).toEqual([['api', 'api']]);
  });

  it('says where there is none', async () => {
    await expect(discoverServices(committed(files, 'nowhere', '0123456'), undefined, lookup)).rejects.toThrow(
      '0123456',
    );
  });

  it('has the same key for a service at its root in every commit and every folder', async () => {
    const keyAt = async (place: string) => {
      const services = await discoverServices(committed(files, 'apps/other', place), undefined, lookup);
      return services.map(({ key }) => key);
    };
    expect(await keyAt('0123456')).toEqual(await keyAt('89abcde'));
    expect(await keyAt('0123456')).toEqual(await keyAt('/home/runner/work/shop/shop/apps/other'));
  });

  it('reads nothing outside it without noting it', async () => {
    const [service] = await discoverServices(committed(files, 'apps/shop'), undefined, lookup);
    expect([...(service?.includes ?? []), ...(service?.reads.unknown ?? [])]).toHaveLength(1);
  });

  it('cannot tell what it reads outside its own folder, so that counts as unknown', async () => {
    const [service] = await discoverServices(committed(files, 'apps/shop'), undefined, lookup);
    expect(service?.includes).toEqual([]);
    expect(service?.reads.unknown).toHaveLength(1);
  });
});
