import {
  DescribeParametersCommand,
  type DescribeParametersCommandInput,
  type ParameterStringFilter,
  paginateDescribeParameters,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCredentialStore } from '../state/credentials.ts';
import { createSsmState, type SsmState } from '../state/ssm.ts';
import { type ServedAlone, serveAlone } from './serve-alone.ts';
import { ssmService } from './ssm.ts';

const ACCOUNT = '111111111111';
const REGION = 'us-east-1';
const ARN = `arn:aws:iam::${ACCOUNT}:user/dev`;
const NOW = Date.UTC(2026, 10, 2, 10);

let state: SsmState;
let served: ServedAlone;
let client: SSMClient;
beforeAll(async () => {
  const credentials = createCredentialStore();
  credentials.add({ accessKeyId: 'AKIADEV', secretAccessKey: 's', account: ACCOUNT, arn: ARN });
  state = createSsmState(() => NOW);
  served = await serveAlone(ssmService(state), credentials, () => NOW);
  const keys = { accessKeyId: 'AKIADEV', secretAccessKey: 's' };
  client = new SSMClient({ endpoint: served.url, region: REGION, credentials: keys, maxAttempts: 1 });
});
afterAll(() => served.close());
beforeEach(() => {
  state.clearFaults();
  for (const { name } of state.list(ACCOUNT, REGION)) state.remove(ACCOUNT, REGION, name);
});

const seed = (name: string, value = 'canary', options = {}) => state.put(ACCOUNT, REGION, name, value, options);
const ask = (input: DescribeParametersCommandInput = {}) => client.send(new DescribeParametersCommand(input));
const filtered = (...ParameterFilters: ParameterStringFilter[]) => ask({ ParameterFilters, MaxResults: 50 });
const namesOf = async (...filters: ParameterStringFilter[]) =>
  ((await filtered(...filters)).Parameters ?? []).map(({ Name }) => Name);
const numbered = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`);

describe('DescribeParameters', () => {
  it('says all of a parameter but its value', async () => {
    seed('/app/plain');
    seed('/app/plain', 'canary', { description: 'd', allowedPattern: '.*', tier: 'Advanced' });
    seed('/app/secret', 'canary', { type: 'SecureString', keyId: 'alias/app' });
    state.failDecryption('/app/secret', { keyId: 'k-1', reason: 'denied' });
    const { Parameters } = await ask();
    expect(Parameters).toEqual([
      {
        ARN: `arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/app/plain`,
        AllowedPattern: '.*',
        DataType: 'text',
        Description: 'd',
        LastModifiedDate: new Date(NOW),
        LastModifiedUser: `arn:aws:iam::${ACCOUNT}:user/test`,
        Name: '/app/plain',
        Policies: [],
        Tier: 'Advanced',
        Type: 'String',
        Version: 2,
      },
      expect.objectContaining({ Name: '/app/secret', Type: 'SecureString', KeyId: 'alias/app', Version: 1 }),
    ]);
    expect(JSON.stringify(Parameters)).not.toContain('canary');
  });

  it('finds those of up to fifty names, and none that are not there', async () => {
    for (const name of [...numbered(60, '/app/'), 'plain']) seed(name);
    const fifty = numbered(50, '/app/').map((name, index) => (index === 0 ? '/none' : name));
    expect(await namesOf({ Key: 'Name', Values: fifty })).toEqual(fifty.slice(1));
    expect(await namesOf({ Key: 'Name', Option: 'Equals', Values: ['/app/001'] })).toEqual(['/app/001']);
    await expect(filtered({ Key: 'Name', Values: [...fifty, '/app/059'] })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('less than or equal to 50'),
    });
  });

  it('finds names by their beginning, with or without the slash', async () => {
    for (const name of ['/app/a', '/app/b/c', '/apple', 'app', 'other']) seed(name);
    expect(await namesOf({ Key: 'Name', Option: 'BeginsWith', Values: ['/app'] })).toEqual([
      '/app/a',
      '/app/b/c',
      '/apple',
      'app',
    ]);
    expect(await namesOf({ Key: 'Name', Option: 'BeginsWith', Values: ['app/', '/oth'] })).toEqual([
      '/app/a',
      '/app/b/c',
      'other',
    ]);
    expect(await namesOf({ Key: 'Name', Values: ['/app'] })).toEqual(['app']);
  });

  it('finds what is below a path, on one level or all', async () => {
    for (const name of ['/app/a', '/app/b/c', '/apple', '/app/b/d/e', 'plain']) seed(name);
    expect(await namesOf({ Key: 'Path', Values: ['/app'] })).toEqual(['/app/a']);
    expect(await namesOf({ Key: 'Path', Option: 'OneLevel', Values: ['/app', '/app/b'] })).toEqual([
      '/app/a',
      '/app/b/c',
    ]);
    const all = { Key: 'Path', Option: 'Recursive', Values: ['/app'] };
    expect(await namesOf(all)).toEqual(['/app/a', '/app/b/c', '/app/b/d/e']);
    expect(await namesOf(all, { Key: 'Name', Option: 'BeginsWith', Values: ['/app/b'] })).toEqual([
      '/app/b/c',
      '/app/b/d/e',
    ]);
  });

  it('gives pages of ten, or of up to fifty, some of them with little or nothing in them', async () => {
    for (const name of [...numbered(25, '/app/'), '/zoo/a']) seed(name);
    const { Parameters = [], NextToken } = await ask();
    expect([Parameters.length, NextToken === undefined]).toEqual([10, false]);
    await expect(ask({ MaxResults: 51 })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(ask({ MaxResults: 0 })).rejects.toMatchObject({ name: 'ValidationException' });
    const ParameterFilters = [{ Key: 'Path', Values: ['/zoo'] }];
    const pages: (string | undefined)[][] = [];
    for await (const page of paginateDescribeParameters({ client }, { ParameterFilters }))
      pages.push((page.Parameters ?? []).map(({ Name }) => Name));
    expect(pages).toEqual([[], [], ['/zoo/a']]);
  });

  it('takes the token of its own question alone', async () => {
    for (const name of numbered(11, '/app/')) seed(name);
    const { NextToken } = await ask();
    expect((await ask({ NextToken })).Parameters).toHaveLength(1);
    const ParameterFilters = [{ Key: 'Path', Values: ['/app'] }];
    await expect(ask({ ParameterFilters, NextToken })).rejects.toMatchObject({ name: 'InvalidNextToken' });
    await expect(ask({ NextToken: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidNextToken' });
  });

  it.each([
    [{ Key: 'Nome', Values: ['a'] }, 'ValidationException', 'regular expression'],
    [{ Key: 'Label', Values: ['a'] }, 'InvalidFilterKey', 'not valid: Label'],
    [{ Key: 'Name' }, 'InvalidFilterValue', 'missing'],
    [{ Key: 'Name', Values: [] }, 'InvalidFilterValue', 'missing'],
    [{ Key: 'Name', Values: [''] }, 'ValidationException', 'greater than or equal to 1'],
    [{ Key: 'Name', Values: ['a'.repeat(1025)] }, 'ValidationException', 'less than or equal to 1024'],
    [{ Key: 'Name', Option: 'Recursive', Values: ['a'] }, 'InvalidFilterOption', '[BeginsWith, Equals]'],
    [{ Key: 'Path', Option: 'BeginsWith', Values: ['/a'] }, 'InvalidFilterOption', '[Recursive, OneLevel]'],
    [{ Key: 'Path', Values: ['app'] }, 'ValidationException', 'begin with a forward slash'],
    [{ Key: 'Path', Values: ['/app//b'] }, 'ValidationException', 'begin with a forward slash'],
    [{ Key: 'Path', Values: ['/AWS/service'] }, 'ValidationException', 'can\'t be prefixed with "aws"'],
  ] as [ParameterStringFilter, string, string][])('refuses the filter %j', async (filter, name, message) => {
    await expect(filtered(filter)).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });

  it('refuses one key twice', async () => {
    const filter = { Key: 'Name', Values: ['a'] };
    await expect(filtered(filter, filter)).rejects.toMatchObject({ name: 'InvalidFilterKey' });
  });

  it('refuses what it does not imitate, rather than leaving it out', async () => {
    for (const filter of [
      { Key: 'Type', Values: ['String'] },
      { Key: 'tag:STAGE', Values: ['dev'] },
      { Key: 'Name', Option: 'Contains', Values: ['a'] },
    ])
      await expect(filtered(filter)).rejects.toThrow('stand-in');
    await expect(ask({ Filters: [{ Key: 'Name', Values: ['a'] }] })).rejects.toThrow('stand-in');
    await expect(ask({ Shared: true })).rejects.toThrow('stand-in');
  });

  it('is denied for all parameters at once', async () => {
    state.deny({ pathPrefix: '/', action: 'ssm:DescribeParameters' });
    await expect(ask()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`on resource: arn:aws:ssm:${REGION}:${ACCOUNT}:* because`),
    });
  });
});
