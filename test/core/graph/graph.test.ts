import { describe, expect, it } from 'vitest';
import { buildGraph, type GraphParts } from '../../../core/graph/graph.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { References } from '../../../core/service/references.ts';
import { caught } from '../caught.ts';
import { findReferences } from '../service/found-references.ts';

const VALUES: Readonly<Record<string, string>> = { 'sls:stage': 'dev', 'param:env': 'dev', 'param:team': 'svc' };

const service = (key: string, rest: Partial<Service> = {}): Service => ({
  key,
  path: key,
  name: `svc-${key}`,
  makesRole: true,
  dependsOn: [],
  triggers: [],
  shared: false,
  composeParams: {},
  reads: findReferences({}),
  isProgram: false,
  stackName: `svc-${key}-dev`,
  exports: [],
  functionNames: [],
  hasCode: true,
  includes: [],
  ...rest,
});
const dependent = (key: string, ...dependsOn: string[]) => service(key, { dependsOn });
const reader = (key: string, reads: Partial<References>) =>
  service(key, { reads: { ...findReferences({}), ...reads } });

const build = (services: readonly Service[], rest: Partial<GraphParts> = {}) =>
  buildGraph({
    services,
    parameters: new Set(),
    lookup: (source, address) => VALUES[`${source}:${address}`],
    app: 'shop',
    stage: 'dev',
    ...rest,
  });
const edges = (services: readonly Service[], rest: Partial<GraphParts> = {}) =>
  [...build(services, rest)].flatMap(([key, needs]) => needs.map(({ on }) => `${key} → ${on}`));
const cycleOf = (services: readonly Service[]) => {
  const error = caught(() => build(services));
  expect(error.code).toBe('E_DEPENDENCY_CYCLE');
  return error.message;
};

describe('buildGraph', () => {
  it('is empty without services', () => {
    expect(build([]).size).toBe(0);
  });

  it('holds a service that needs nothing and is needed by none', () => {
    expect([...build([service('a')])]).toEqual([['a', []]]);
  });

  it('B10 takes a diamond, in the order of the services, each need sorted', () => {
    const services = [dependent('top', 'right', 'left'), service('foot'), dependent('right', 'foot')];
    const graph = build([...services, dependent('left', 'foot')]);
    expect([...graph.keys()]).toEqual(['top', 'foot', 'right', 'left']);
    expect(graph.get('top')?.map(({ on }) => on)).toEqual(['left', 'right']);
    expect(graph.get('foot')).toEqual([]);
    expect(graph.get('right')).toEqual([{ on: 'foot', why: 'depends-on' }]);
  });

  it('B10 gives the same graph each time', () => {
    const services = [dependent('d', 'c', 'b'), dependent('c', 'a'), dependent('b', 'a'), service('a')];
    expect([...build(services)]).toEqual([...build(services)]);
  });

  it('names a need once that has several reasons', () => {
    const services = [
      service('database'),
      service('restapi', {
        dependsOn: ['database', 'database'],
        composeParams: { table: '${database.tableName}' },
        reads: {
          ...findReferences({}),
          params: ['database.tableArn', 'database.tableName'],
          outputs: ['svc-database.tableName'],
          stacks: ['svc-database-dev.Table'],
        },
      }),
    ];
    expect(edges(services)).toEqual(['restapi → database']);
  });

  it.each(['constructor', 'toString', '__proto__'])('takes %s for a key like any other', (key) => {
    expect(edges([dependent('a', key), service(key), reader('b', { params: [`${key}.url`] })])).toEqual([
      `a → ${key}`,
      `b → ${key}`,
    ]);
    expect(edges([reader('b', { params: [`${key}.url`] })])).toEqual([]);
  });
});

describe('unknown dependencies', () => {
  it('B10 refuses a key that is no service, names who wants it, and the nearest key', () => {
    const error = caught(() => build([service('database'), dependent('restapi', 'databse')]));
    expect(error.code).toBe('E_SERVICE_UNKNOWN');
    expect(error.message).toContain('restapi');
    expect(error.message).toContain('depends-on');
    expect(error.message).toContain('"databse"');
    expect(error.message).toContain('did you mean "database"');
  });

  it('B10 names the keys there are where none is near', () => {
    const error = caught(() => build([service('database'), dependent('restapi', 'mailer')]));
    expect(error.code).toBe('E_SERVICE_UNKNOWN');
    expect(error.message).toContain('"mailer"');
    expect(error.message).toMatch(/database/);
  });

  it('takes no name of a service for its key', () => {
    const error = caught(() => build([service('database'), dependent('restapi', 'svc-database')]));
    expect(error.code).toBe('E_SERVICE_UNKNOWN');
  });
});

describe('cycles', () => {
  it('B10 shows a cycle as a path', () => {
    const message = cycleOf([dependent('a', 'b'), dependent('b', 'a')]);
    expect(message).toContain('a → b → a');
    expect(message).toMatch(/ – \S/);
  });

  it('B10 shows a service that needs itself', () => {
    expect(cycleOf([service('b'), dependent('a', 'a')])).toContain('a → a');
  });

  it('B10 begins with the service that comes first', () => {
    expect(cycleOf([dependent('c', 'a'), dependent('a', 'b'), dependent('b', 'c')])).toContain('c → a → b → c');
    expect(cycleOf([dependent('b', 'c'), dependent('c', 'a'), dependent('a', 'b')])).toContain('b → c → a → b');
  });

  it('B10 leaves out what only leads to the cycle or away from it', () => {
    const services = [dependent('way-in', 'b'), dependent('b', 'a', 'end'), dependent('a', 'b'), service('end')];
    const message = cycleOf(services);
    expect(message).toContain('b → a → b');
    expect(message).not.toMatch(/way-in →|→ end/);
  });

  it('B10 finds a cycle behind a diamond', () => {
    const services = [dependent('a', 'b', 'c'), dependent('b', 'd'), dependent('c', 'd'), dependent('d', 'e')];
    expect(cycleOf([...services, dependent('e', 'd')])).toContain('d → e → d');
  });

  it('B10 finds a cycle of different reasons, and names them', () => {
    const message = cycleOf([dependent('a', 'b'), reader('b', { params: ['a.url'] })]);
    expect(message).toContain('a → b → a');
    expect(message).toContain('depends-on');
    expect(message).toContain('${param:a.url}');
  });

  it.each([
    ['an output', reader('a', { outputs: ['svc-a.url'] })],
    ['a parameter', reader('a', { params: ['a.url'] })],
    ['Compose', service('a', { composeParams: { url: '${a.url}' } })],
  ])('B10 shows a service that reads itself by %s', (_, self) => {
    expect(cycleOf([self])).toContain('a → a');
  });

  it('lets a service read its own stack, and itself in another stage', () => {
    const self = reader('a', { stacks: ['svc-a-dev.Url'], outputs: [':prod::svc-a.url'] });
    expect(edges([self])).toEqual([]);
  });
});

describe('references of serverless-compose.yml', () => {
  it('needs what its parameters name', () => {
    const params = { table: '${database.tableName}', both: '${queue.url}/${sls:stage}/${queue.arn}', plain: 'x' };
    const services = [service('queue'), service('database'), service('restapi', { composeParams: params })];
    expect(build(services).get('restapi')).toEqual([
      { on: 'database', why: '${database.tableName} in serverless-compose.yml' },
      { on: 'queue', why: '${queue.url} in serverless-compose.yml' },
    ]);
  });
});

describe('references by ${param:…}', () => {
  it('needs the service whose output a parameter names, nested or not', () => {
    const services = [reader('restapi', { params: ['database.table.name', 'endpoint'] }), service('database')];
    expect(build(services).get('restapi')).toEqual([{ on: 'database', why: '${param:database.table.name}' }]);
  });

  it('needs nothing for a parameter of the profile, though it looks like an output', () => {
    const services = [reader('restapi', { params: ['database.tableName'] }), service('database')];
    expect(edges(services, { parameters: new Set(['database.tableName']) })).toEqual([]);
    expect(edges(services, { parameters: new Set(['database', 'tableName', 'database.other']) })).toHaveLength(1);
  });

  it.each(['endpoint', 'database', 'mailer.host', 'svc-database.tableName', 'my.database.tableName', 'databases.x'])(
    'needs nothing for ${param:%s}',
    (name) => {
      expect(edges([reader('restapi', { params: [name] }), service('database')])).toEqual([]);
    },
  );

  it('needs nothing because any parameter may be read', () => {
    expect(edges([reader('restapi', { anyParam: true }), service('database')])).toEqual([]);
  });
});

describe('references by ${output:…}', () => {
  const services = (address: string) => [reader('restapi', { outputs: [address] }), service('database')];

  it('needs the service of that name, and says by which address', () => {
    expect(build(services('svc-database.tableName')).get('restapi')).toEqual([
      { on: 'database', why: '${output:svc-database.tableName}' },
    ]);
  });

  it.each([
    'svc-database.table.name',
    'shop:::svc-database.tableName',
    ':dev::svc-database.tableName',
    '::eu-west-1:svc-database.tableName',
    'shop:dev:us-east-1:svc-database.tableName',
    ':${param:env}::svc-database.tableName',
    ':${sls:stage}::svc-database.tableName',
    '${param:team}-database.tableName',
  ])('needs the service of ${output:%s}', (address) => {
    expect(edges(services(address))).toEqual(['restapi → database']);
  });

  it.each([
    ['a key that is no name', 'database.tableName'],
    ['a service of others', 'svc-mailer.host'],
    ['a name that only begins alike', 'svc-database-old.tableName'],
    ['another app', 'other:::svc-database.tableName'],
    ['another app and this stage', 'other:dev::svc-database.tableName'],
    ['another stage', ':prod::svc-database.tableName'],
  ])('needs nothing for %s', (_, address) => {
    expect(edges(services(address))).toEqual([]);
  });

  it('needs nothing where a variable leads to another stage', () => {
    const lookup = () => 'prod';
    expect(edges(services(':${param:env}::svc-database.tableName'), { lookup })).toEqual([]);
  });

  it('compares with the stage that is deployed', () => {
    expect(edges(services(':dev::svc-database.tableName'), { stage: 'prod' })).toEqual([]);
    expect(edges(services(':prod::svc-database.tableName'), { stage: 'prod' })).toHaveLength(1);
  });

  it('does not take a service without a known name for anything', () => {
    const nameless = service('database', { name: undefined });
    expect(edges([reader('restapi', { outputs: ['undefined.x', 'database.x'] }), nameless])).toEqual([]);
  });
});

describe('references by ${cf:…}', () => {
  const services = (address: string) => [reader('restapi', { stacks: [address] }), service('database')];

  it('needs the service whose stack it is, and says by which address', () => {
    const [need, ...others] = build(services('svc-database-dev.Table')).get('restapi') ?? [];
    expect(need?.on).toBe('database');
    expect(need?.why).toContain('svc-database-dev.Table');
    expect(others).toEqual([]);
  });

  it.each(['svc-database-${sls:stage}.Table', '${param:team}-database-${param:env}.Table'])(
    'needs the service of ${cf:%s}',
    (address) => {
      expect(edges(services(address))).toEqual(['restapi → database']);
    },
  );

  it.each([
    ['another stage', 'svc-database-prod.Table'],
    ['a stack of others', 'network-dev.VpcId'],
    ['a name without a stage', 'svc-database.Table'],
    ['a stage without a name', '-dev.Table'],
    ['a key that is no name', 'database-dev.Table'],
    ['a stack that only ends alike', 'my-svc-database-dev.Table'],
  ])('needs nothing for %s', (_, address) => {
    expect(edges(services(address))).toEqual([]);
  });

  it('tells services apart whose names begin alike, in a stage with hyphens', () => {
    const siteOf = (stage: string) => [
      service('api', { name: 'shop', stackName: `shop-${stage}` }),
      service('feature', { name: 'shop-feature', stackName: `shop-feature-${stage}` }),
      reader('site', { stacks: ['shop-feature-x-1a2b3c.Url'] }),
    ];
    expect(edges(siteOf('feature-x-1a2b3c'), { stage: 'feature-x-1a2b3c' })).toEqual(['site → api']);
    expect(edges(siteOf('x-1a2b3c'), { stage: 'x-1a2b3c' })).toEqual(['site → feature']);
  });
});
