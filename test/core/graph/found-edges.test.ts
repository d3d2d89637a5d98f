import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../core/graph/graph.ts';
import { knownVariables } from '../../../core/serverless/known-variables.ts';
import { discoverServices } from '../../../core/service/discover.ts';
import { applicationFiles } from '../../../core/source/application-files.ts';
import { sourceTree } from '../../../core/source/tree.ts';
import { isIgnored } from '../../../io/services.ts';
import { rejected } from '../caught.ts';

type Files = Readonly<Record<string, string>>;

const STAGE = 'dev';
const lookup = knownVariables({ stage: STAGE, region: 'us-east-1' }, new Map([['team', 'shop']]));

/** The edges of an application that is read from its files, as `reader → read`. */
async function edgesOf(files: Files): Promise<string[]> {
  const tree = sourceTree(new Map(Object.keys(files).map((path) => [path, `100644 ${path}`])));
  const read = async (paths: readonly string[]) => new Map(paths.flatMap((path) => textOf(files, path)));
  const services = await discoverServices(
    applicationFiles({ tree, read }, '', 'the tests', isIgnored),
    undefined,
    lookup,
  );
  const graph = buildGraph({ services, parameters: new Set(), lookup, app: 'shop', stage: STAGE });
  return [...graph].flatMap(([key, needs]) => needs.map(({ on }) => `${key} → ${on}`));
}

function textOf(files: Files, path: string): [string, string][] {
  const text = files[path];
  return text === undefined ? [] : [[path, text]];
}

const QUEUE = 'resources: { Outputs: { QueueUrl: { Value: !Ref Queue, Export: { Name: NAME } } } }\n';
const database = (more = '') => ({ 'db/serverless.yml': `service: db\n${more}` });
const api = (...lines: string[]) => ({ 'api/serverless.yml': ['service: api', ...lines, ''].join('\n') });

describe('the stack of another service, however it is spelled', () => {
  it.each([
    ['the stage by the framework', '${cf:db-${sls:stage}.QueueUrl}', ''],
    ['an option', "${cf:db-${opt:stage, 'x'}.QueueUrl}", ''],
    [
      'custom.stage',
      '${cf:db-${self:custom.stage}.QueueUrl}',
      'custom: { stage: "${opt:stage, self:provider.stage}" }',
    ],
    ['provider.stage', '${cf:db-${self:provider.stage}.QueueUrl}', 'provider: { stage: "${opt:stage, \'x\'}" }'],
    [
      'several steps',
      '${cf:${self:custom.a}.QueueUrl}',
      'custom: { a: "${self:custom.b}", b: "db-${self:custom.c.d}", c: { d: "${sls:stage}" } }',
    ],
    ['another file', '${cf:db-${file(../common.yml):provider.stage}.QueueUrl}', ''],
    [
      'a mapping of another file',
      '${cf:${self:custom.db}-${self:custom.stage}.QueueUrl}',
      'custom: ${file(../common.yml):custom}',
    ],
    ['a file as a whole', '${cf:db-${self:custom.provider.stage}.QueueUrl}', 'custom: ${file(../common.yml)}'],
    ['JSON', '${cf:db-${file(../common.json):stage}.QueueUrl}', ''],
    ['a region in brackets', '${cf(us-east-1):db-${sls:stage}.QueueUrl}', ''],
    [
      'a region behind a point',
      '${cf.us-east-1:db-${self:custom.stage}.QueueUrl}',
      'custom: { stage: "${sls:stage}" }',
    ],
    ['a fallback', "${cf:db-${self:custom.none, opt:none, sls:stage}.QueueUrl, ''}", ''],
    ['a parameter of the service', '${cf:${param:db}.QueueUrl}', 'params: { default: { db: "db-${sls:stage}" } }'],
    [
      'a parameter for one stage',
      '${cf:${param:db}.QueueUrl}',
      'params: { dev: { db: db-dev }, default: { db: none } }',
    ],
    [
      'a name for each stage',
      '${cf:${self:custom.names.${sls:stage}}.QueueUrl}',
      'custom: { names: { dev: db-dev, prod: db-live } }',
    ],
    ['what only the job knows', '${cf:db-${env:STAGE}.QueueUrl}', ''],
    ['what AWS knows', '${cf:${ssm:/prefix}db-${sls:stage}.QueueUrl}', ''],
  ])('is found with %s', async (_, text, line) => {
    const files = {
      ...database(),
      ...api(
        ...(line === '' ? [] : [line]),
        `functions: { run: { environment: { URL: "${text.replaceAll('"', '\\"')}" } } }`,
      ),
      'common.yml':
        'provider: { stage: "${opt:stage}" }\ncustom: { db: db, stage: "${self:custom.own}", own: "${opt:stage}" }\n',
      'common.json': '{"stage":"${opt:stage}"}',
    };
    expect(await edgesOf(files)).toEqual(['api → db']);
  });

  it.each([
    ['provider.stackName', 'service: db\nprovider: { stackName: "store-${sls:stage}" }\n', 'store-${sls:stage}'],
    ['provider.stackName of another file', 'service: db\nprovider: ${file(../common.yml):provider}\n', 'shop-dev-db'],
    ['a name that is a variable', 'service: ${self:custom.name}\ncustom: { name: shop-db }\n', 'shop-db-${sls:stage}'],
    ['a name in another file', 'service: ${file(../common.yml):names.db}\n', 'store-dev'],
    ['a name as a mapping', 'service: { name: shop-db }\n', 'shop-db-${sls:stage}'],
    ['a parameter in its name', 'service: "${param:team}-db"\n', 'shop-db-${sls:stage}'],
  ])('is compared with %s', async (_, text, stack) => {
    const files = {
      'db/serverless.yml': text,
      ...api(`custom: { url: "\${cf:${stack}.QueueUrl}" }`),
      'common.yml': 'provider: { stackName: "shop-${sls:stage}-db" }\nnames: { db: store }\n',
    };
    expect(await edgesOf(files)).toEqual(['api → db']);
  });

  it.each([
    '${cf:db-prod.QueueUrl}',
    '${cf:other-${sls:stage}.QueueUrl}',
    '${cf:${env:STACK}.QueueUrl}',
    '${cf:db-${sls:stage}2.X}',
  ])('is no service of this application in this stage: %s', async (text) => {
    expect(await edgesOf({ ...database(), ...api(`custom: { url: "${text}" }`) })).toEqual([]);
  });

  it.each([
    [
      'a part that only the job knows, in its own name',
      'service: "${env:PROJECT}-infra"\n',
      '${cf:${env:PROJECT}-infra-${sls:stage}.T}',
    ],
    [
      'such a part in its name, and a stack that is known',
      'service: "${env:PROJECT}-infra"\n',
      '${cf:shop-infra-dev.T}',
    ],
    [
      'such a part of its stack',
      'service: x\nprovider: { stackName: "${env:P}-infra-${sls:stage}" }\n',
      '${cf:${env:P}-infra-${self:custom.stage}.T}',
    ],
    [
      'a name in a program',
      'service: x\nprovider: { stackName: "${file(../c.js):names.infra}" }\n',
      '${cf:${file(../c.js):names.infra}.T}',
    ],
  ])('may be one with %s', async (_, text, read) => {
    const files = { 'infra/serverless.yml': text, ...api('custom: { stage: "${sls:stage}" }', `x: "${read}"`) };
    expect(await edgesOf(files)).toEqual(['api → infra']);
  });

  it('is another one at another place of what is not known', async () => {
    const files = {
      'infra/serverless.yml':
        'service: x\nprovider: { stackName: "${self:custom.c.infra}" }\ncustom: { c: "${file(../c.js):names}" }\n',
      ...api('custom: { c: "${file(../c.js):names}" }', 'x: "${cf:${self:custom.c.other}.T}"'),
    };
    expect(await edgesOf(files)).toEqual([]);
  });

  it('is its own stack where it reads that', async () => {
    expect(await edgesOf({ ...database(), ...api('custom: { url: "${cf:api-${sls:stage}.Url}" }') })).toEqual([]);
  });
});

describe('the export of another service', () => {
  it.each([
    ['a text', 'db-dev-QueueUrl', '!ImportValue db-dev-QueueUrl'],
    [
      'variables on both sides',
      '"${self:service}-${sls:stage}-QueueUrl"',
      '!ImportValue "db-${self:custom.stage}-QueueUrl"',
    ],
    ['the stack', '!Sub "${AWS::StackName}-QueueUrl"', '{ "Fn::ImportValue": "db-${opt:stage}-QueueUrl" }'],
    [
      'Fn::Sub with a list',
      '!Sub ["${p}-${AWS::Region}-url", { p: db }]',
      '{ "Fn::ImportValue": { "Fn::Sub": "db-${AWS::Region}-url" } }',
    ],
    [
      'Fn::Join',
      '!Join ["-", [!Ref "AWS::StackName", url]]',
      '{ "Fn::ImportValue": !Join ["-", [db, "${sls:stage}", url]] }',
    ],
    ['what the framework exports by itself', 'x', '!ImportValue "sls-db-${sls:stage}-ServiceEndpoint"'],
    ['a part that is not known', '"db-${env:X}-url"', '!ImportValue "db-dev-url"'],
  ])('is found by %s', async (_, name, imported) => {
    const files = {
      ...database(QUEUE.replace('NAME', name)),
      ...api(
        'custom: { stage: "${sls:stage}" }',
        `resources: { Resources: { A: { Properties: { Url: ${imported} } } } }`,
      ),
    };
    expect(await edgesOf(files)).toEqual(['api → db']);
  });

  it('is found where resources are files, on both sides', async () => {
    const files = {
      ...database('resources:\n  - ${file(queue.yml)}\n  - { Resources: {} }\n'),
      'db/queue.yml': 'Outputs: { Url: { Export: { Name: "${self:custom.prefix, \'db\'}-${sls:stage}" } } }\n',
      ...api('resources: ["${file(uses.yml)}"]'),
      'api/uses.yml': 'Resources: { A: { Properties: { Url: !ImportValue "db-${sls:stage}" } } }\n',
    };
    expect(await edgesOf(files)).toEqual(['api → db']);
  });

  it('may be one of which not all is known on both sides', async () => {
    const files = {
      ...database(QUEUE.replace('NAME', '"${env:P}-table"')),
      ...api('resources: { X: !ImportValue "${env:P}-table" }'),
    };
    expect(await edgesOf(files)).toEqual(['api → db']);
    const named = {
      ...database(QUEUE.replace('NAME', 'shop-vpc')),
      ...api('resources: { X: !ImportValue "${env:P}-vpc" }'),
    };
    expect(await edgesOf(named)).toEqual(['api → db']);
  });

  it('is not any that has an unknown part in Fn::Sub', async () => {
    const of = (own: string, imported: string) =>
      `resources: { Outputs: { A: { Export: { Name: !Sub "\${env:P}-\${AWS::Region}-${own}" } } }, X: !ImportValue { "Fn::Sub": "\${env:O}-\${AWS::Region}-${imported}" } }\n`;
    expect(await edgesOf({ ...database(of('queue', 'vpc')), ...api(of('topic', 'subnet')) })).toEqual([]);
  });

  it('is another one', async () => {
    const files = { ...database(QUEUE.replace('NAME', 'db-url')), ...api('resources: { X: !ImportValue db-arn }') };
    expect(await edgesOf(files)).toEqual([]);
  });
});

describe('files that several services include', () => {
  const COMMON = 'custom: { stage: "${sls:stage}" }\nenvironment: { TABLE: "${param:db.table}" }\n';

  it('count by the key that is named', async () => {
    const files = {
      'common.yml': COMMON,
      ...database('custom: ${file(../common.yml):custom}\n'),
      ...api('provider: { environment: "${file(../common.yml):environment}" }'),
    };
    expect(await edgesOf(files)).toEqual(['api → db']);
  });

  it('may be the configuration of another service', async () => {
    const files = {
      ...database('custom: { table: t }\nprovider: { environment: { X: "${param:api.url}" } }\n'),
      ...api('custom: { table: "${file(../db/serverless.yml):custom.table}" }'),
    };
    expect(await edgesOf(files)).toEqual(['db → api']);
  });

  it('count by the key through further files', async () => {
    const files = {
      'all.yml': 'a: ${file(../common.yml)}\n',
      'common.yml': COMMON,
      ...database('custom: ${file(../all.yml):a.custom}\n'),
      ...api('custom: ${file(../all.yml):a.environment.TABLE}'),
    };
    expect(await edgesOf(files)).toEqual(['api → db']);
  });

  it('are no reason for a service to wait for itself', async () => {
    const files = {
      'common.yml': COMMON,
      ...database('custom: ${file(../common.yml)}\n'),
      ...api('custom: ${file(../common.yml)}'),
    };
    expect(await edgesOf(files)).toEqual(['api → db']);
  });

  it('leave a service that names its own output refused, with what helps', async () => {
    const error = await rejected(() => edgesOf(database('custom: { a: "${param:db.table}" }\n')));
    expect(error.code).toBe('E_DEPENDENCY_CYCLE');
    expect(error.message).toContain('use Ref or Fn::GetAtt');
  });
});
