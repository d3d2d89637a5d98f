import { describe, expect, it } from 'vitest';
import {
  composeReferences,
  composeVariables,
  parseCompose,
  withComposeVariables,
} from '../../../core/service/compose.ts';
import { caught } from '../caught.ts';

const FILE = 'serverless-compose.yml';
const parse = (...lines: string[]) => parseCompose(`${lines.join('\n')}\n`, FILE);

/** The error that lines of a file bring, which has to stand in the given line. */
function refused(line: number, ...lines: string[]) {
  const error = caught(() => parse(...lines));
  expect(error.code).toBe('E_SERVICE_CONFIG');
  expect(error.position).toMatchObject({ file: FILE, line });
  expect(error.message).toMatch(new RegExp(`^${FILE}:${line}:[1-9]\\d*: `));
  expect(error.message).toMatch(/ – \S/);
  return error.message;
}

const restapi = (...lines: string[]) => ['services:', '  restapi:', '    path: backend', ...lines];

describe('parseCompose', () => {
  it('reads services with what they depend on and their parameters', () => {
    const services = parse(
      'services:',
      '  database:',
      '    path: backend-database',
      '  restapi:',
      '    path: backend-restapi',
      '    dependsOn: [database, queue]',
      '    params:',
      '      tableName: ${database.tableName}',
      '      origin: https://${sls:stage}.example.com',
    );
    expect(services).toEqual({
      database: { path: 'backend-database', dependsOn: [], params: {} },
      restapi: {
        path: 'backend-restapi',
        dependsOn: ['database', 'queue'],
        params: { tableName: '${database.tableName}', origin: 'https://${sls:stage}.example.com' },
      },
    });
  });

  it('keeps the order of the services', () => {
    const services = parse('services:', '  b: { path: b }', '  c: { path: c }', '  a: { path: a }');
    expect(Object.keys(services)).toEqual(['b', 'c', 'a']);
  });

  it.each([
    ['a text', 'dependsOn: database', ['database']],
    ['a list', 'dependsOn: [database, queue]', ['database', 'queue']],
    ['an empty list', 'dependsOn: []', []],
  ])('takes %s for what a service depends on', (_, line, dependsOn) => {
    expect(parse(...restapi(`    ${line}`))['restapi']?.dependsOn).toEqual(dependsOn);
  });

  it('does not ask whether what a service depends on is there', () => {
    const lines = restapi('    dependsOn: nowhere', '    params: { a: "${nothing.x}" }');
    expect(parse(...lines)['restapi']).toMatchObject({ dependsOn: ['nowhere'], params: { a: '${nothing.x}' } });
  });

  it('makes texts of numbers and booleans', () => {
    const lines = restapi('    params: { size: 128, rate: 0.5, on: true, off: false, account: "012345678901" }');
    expect(parse(...lines)['restapi']?.params).toEqual({
      size: '128',
      rate: '0.5',
      on: 'true',
      off: 'false',
      account: '012345678901',
    });
  });

  it('keeps a text as it is, with lines and signs of other languages', () => {
    const lines = restapi('    params:', '      a: "x\\ny"', '      b: "ä→\'${sls:stage}"', '      c: ""');
    expect(parse(...lines)['restapi']?.params).toEqual({ a: 'x\ny', b: "ä→'${sls:stage}", c: '' });
  });

  it('follows an alias', () => {
    const lines = restapi('    params: &common { a: b }', '  tasks:', '    path: tasks', '    params: *common');
    expect(parse(...lines)['tasks']?.params).toEqual({ a: 'b' });
  });

  it('does not use `component` and `state`', () => {
    const lines = ['state: s3', ...restapi('    component: serverless-framework')];
    expect(parse(...lines)).toEqual({ restapi: { path: 'backend', dependsOn: [], params: {} } });
    expect(parse('state: { backend: s3 }', ...restapi())).toHaveProperty('restapi');
  });
});

describe('a serverless-compose.yml that is refused', () => {
  it.each([
    ['nothing', ''],
    ['a comment', '# nothing'],
    ['a text', 'services'],
    ['a list', '- services'],
    ['no services', 'state: s3'],
    ['services without a value', 'services:'],
    ['services in a list', 'services: [restapi]'],
    ['services in a text', 'services: restapi'],
  ])('holds %s', (_, line) => {
    expect(refused(1, line)).toContain('services');
  });

  it('is not YAML', () => {
    refused(2, 'services:', '  restapi: { path: backend ]');
    refused(3, 'services:', '  restapi:', '    path: *');
  });

  it('has an alias that leads nowhere', () => {
    expect(refused(4, ...restapi('    params: *common'))).toContain('common');
  });

  it('has two services of one key', () => {
    expect(refused(3, 'services:', '  restapi: { path: a }', '  restapi: { path: b }')).toContain('restapi');
  });

  it('names itself as it was called', () => {
    const error = caught(() => parseCompose('services: []\n', 'apps/serverless-compose.yaml'));
    expect(error.message).toMatch(/^apps\/serverless-compose\.yaml:1:\d+: /);
  });

  it.each([
    ['a text', '  restapi: backend'],
    ['nothing', '  restapi:'],
    ['a list', '  restapi: [backend]'],
  ])('has %s for a service', (_, line) => {
    expect(refused(2, 'services:', line)).toContain('restapi');
  });

  it.each([
    ['no path', '  restapi: { dependsOn: database }'],
    ['a number for a path', '  restapi: { path: 5 }'],
    ['a list for a path', '  restapi: { path: [a] }'],
    ['a path without a value', '  restapi: { path: }'],
  ])('has %s', (_, line) => {
    const message = refused(2, 'services:', line);
    expect(message).toContain('restapi');
    expect(message).toContain('path');
  });

  it.each(['5', 'true', '{ a: b }', '[database, 5]', '[[database]]'])('depends on %s', (value) => {
    const message = refused(4, ...restapi(`    dependsOn: ${value}`));
    expect(message).toContain('restapi');
    expect(message).toContain('dependsOn');
  });

  it.each(['text', '5', '[a, b]'])('has %s for parameters', (value) => {
    const message = refused(4, ...restapi(`    params: ${value}`));
    expect(message).toContain('restapi');
    expect(message).toContain('params');
  });

  it.each(['{ a: b }', '[a, b]', '{}', '[]'])('has %s for one parameter', (value) => {
    const message = refused(6, ...restapi('    params:', '      fine: x', `      tables: ${value}`));
    expect(message).toContain('restapi');
    expect(message).toContain('tables');
  });

  it.each(['${ssm:/a}', 'key-${ssm:/a}-${sls:stage}'])('has a parameter %s', (value) => {
    const message = refused(6, ...restapi('    params:', '      fine: x', `      key: ${value}`));
    expect(message).toContain('${ssm:/a}');
    expect(message).toMatch(/parameter/);
    expect(message).toMatch(/profile/);
  });

  it('has a region for a service, and says where regions are', () => {
    const message = refused(4, ...restapi('    region: eu-west-1'));
    expect(message).toContain('restapi');
    expect(message).toContain('profiles.<name>.region');
  });

  it('has a key that a service does not have', () => {
    const message = refused(4, ...restapi('    depends-on: database'));
    expect(message).toContain('restapi');
    expect(message).toContain('depends-on');
  });
});

describe('what a service of Compose is', () => {
  it('has a configuration of another name', () => {
    expect(parse(...restapi('    config: serverless.other.yml'))['restapi']?.config).toBe('serverless.other.yml');
  });

  it('reads JSON', () => {
    const text =
      '{"services":{"db":{"path":"db"},"web":{"path":"web","dependsOn":["db"],"params":{"k":"${env:KEY}"}}}}';
    expect(parseCompose(text, 'serverless-compose.json')).toMatchObject({
      web: { dependsOn: ['db'], params: { k: '${env:KEY}' } },
    });
  });

  it('reads variables of the environment in its parameters', () => {
    expect(composeVariables('a-${env:A_1}-${sls:stage}${env:b.c}')).toEqual(['A_1', 'b.c']);
    expect(withComposeVariables('${env:A}/${env:B}/${db.url}', (name) => `$&${name}`)).toBe('$&A/$&B/${db.url}');
  });
});

describe('composeReferences', () => {
  it.each<[string, [string, string][]]>([
    ['${database.tableName}', [['database', 'tableName']]],
    ['${rest-api.Url_1}', [['rest-api', 'Url_1']]],
    ['${database2.table.name}', [['database2', 'table.name']]],
    [
      'https://${site.host}/${restapi.path}?x',
      [
        ['site', 'host'],
        ['restapi', 'path'],
      ],
    ],
    [
      '${a.b}${c.d}',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['${sls:stage}-${a.b}', [['a', 'b']]],
  ])('finds those of %s', (text, references) => {
    expect(composeReferences(text)).toEqual(references);
  });

  it.each([
    '',
    'database.tableName',
    '{database.tableName}',
    '$database.tableName',
    '${database}',
    '${.tableName}',
    '${database.}',
    '${database.tableName',
    '${sls:stage}',
    '${env:a.b}',
    '${param:database.tableName}',
    '${AWS::Region}',
    '${}',
  ])('finds none in %j', (text) => {
    expect(composeReferences(text)).toEqual([]);
  });
});
