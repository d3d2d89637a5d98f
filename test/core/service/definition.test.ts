import { describe, expect, it } from 'vitest';
import { knownVariables } from '../../../core/serverless/known-variables.ts';
import { checkDistinctNames, parseChoice } from '../../../core/service/choose.ts';
import { openConfigurationFiles } from '../../../core/service/configuration-files.ts';
import { plainEntry, type Service } from '../../../core/service/definition.ts';
import { readServiceDefinition } from '../../../core/service/read-definition.ts';
import { caught, rejected } from '../caught.ts';
import { findReferences } from './found-references.ts';

const lookup = knownVariables({ stage: 'dev', region: 'us-east-1' }, new Map());
const read = (text: string, file = 'serverless.yml') =>
  readServiceDefinition(
    { folder: 'backend-restapi', file, text },
    openConfigurationFiles(async () => undefined),
    lookup,
  );
const service = (key: string, name: string | undefined = `shop-${key}`): Service => ({
  ...plainEntry(key, key),
  name,
  makesRole: true,
  isProgram: false,
  reads: findReferences({}),
  stackName: undefined,
  exports: [],
  functionNames: [],
  hasCode: true,
  includes: [],
});

describe('readServiceDefinition', () => {
  it('reads the name of a service with functions', async () => {
    expect(await read('service: shop\nfunctions: { a: { handler: a.b } }\n')).toMatchObject({
      name: 'shop',
      makesRole: true,
      isProgram: false,
    });
  });

  it('reads JSON', async () => {
    expect(await read('{"service":"shop","functions":{"a":{"handler":"a.b"}}}', 'serverless.json')).toMatchObject({
      name: 'shop',
    });
  });

  it('knows that a service without functions makes no role', async () => {
    expect((await read('service: shop\nresources: {}\n')).makesRole).toBe(false);
  });

  it('knows that a service with a role of its own makes none', async () => {
    const text =
      'service: shop\nprovider: { name: aws, iam: { role: arn:aws:iam::111111111111:role/x } }\nfunctions: { a: { handler: a.b } }\n';
    expect((await read(text)).makesRole).toBe(false);
  });

  it('knows a name that holds the stage', async () => {
    expect((await read("service: 'shop-${sls:stage}'\n")).name).toBe('shop-dev');
  });

  it('tells no name that holds another variable', async () => {
    expect((await read("service: '${param:name}-shop'\n")).name).toBeUndefined();
  });

  it('reads CloudFormation short forms', async () => {
    expect((await read('service: shop\nresources: { Outputs: { A: { Value: !GetAtt Table.Arn } } }\n')).name).toBe(
      'shop',
    );
  });

  it.each(['', '[]', 'service: [', '{"service":', 'provider: {}\n', 'a: b\na: c'])(
    'B9 refuses %j and names the file',
    async (text) => {
      const error = await rejected(() => read(text));
      expect(error.code).toBe('E_SERVICE_CONFIG');
      expect(error.message).toContain('backend-restapi/serverless.yml');
    },
  );
});

describe('parseChoice', () => {
  const services = [service('database'), service('restapi'), service('tasks')];

  it('leaves the choice to the run where nothing is named', () => {
    expect(parseChoice(services, undefined)).toBeUndefined();
  });

  it('takes all of them, or those that are named, each once', () => {
    expect(parseChoice(services, ['all'])).toEqual(new Set(['database', 'restapi', 'tasks']));
    expect(parseChoice(services, ['tasks', 'database', 'tasks'])).toEqual(new Set(['database', 'tasks']));
  });

  it('names the nearest key where there is none of that name', () => {
    const error = caught(() => parseChoice(services, ['restpai']));
    expect(error.code).toBe('E_SERVICE_UNKNOWN');
    expect(error.message).toContain('did you mean "restapi"');
  });
});

describe('checkDistinctNames', () => {
  it('B11 refuses two services of one name, and names both', () => {
    const error = caught(() => checkDistinctNames([service('a', 'shop'), service('b', 'other'), service('c', 'shop')]));
    expect(error.code).toBe('E_STACK_COLLISION');
    expect(error.message).toMatch(/"?a"?.*"?c"?/);
    expect(error.message).toContain('shop');
  });

  it('B11 cannot compare names that are not known yet', () => {
    const unnamed = (key: string) => ({ ...service(key), name: undefined });
    expect(() => checkDistinctNames([unnamed('a'), unnamed('b')])).not.toThrow();
  });
});
