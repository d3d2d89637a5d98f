import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  DeleteParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  ListTagsForResourceCommand,
  type Parameter,
  PutParameterCommand,
  type PutParameterCommandInput,
  paginateGetParameterHistory,
  paginateGetParametersByPath,
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

let now = NOW;
let state: SsmState;
let served: ServedAlone;
let client: SSMClient;

beforeAll(async () => {
  const credentials = createCredentialStore();
  credentials.add({ accessKeyId: 'AKIADEV', secretAccessKey: 's', account: ACCOUNT, arn: ARN });
  credentials.add({ accessKeyId: 'AKIAOTHER', secretAccessKey: 's', account: '222222222222', arn: ARN });
  state = createSsmState(() => now);
  served = await serveAlone(ssmService(state), credentials, () => now);
  client = clientOf('AKIADEV', REGION);
});
afterAll(() => served.close());
beforeEach(() => {
  now = NOW;
  state.clearFaults();
  for (const { name } of state.list(ACCOUNT, REGION)) state.remove(ACCOUNT, REGION, name);
});

function clientOf(accessKeyId: string, region: string): SSMClient {
  const credentials = { accessKeyId, secretAccessKey: 's' };
  return new SSMClient({ endpoint: served.url, region, credentials, maxAttempts: 1 });
}

const put = (input: Partial<PutParameterCommandInput>) =>
  client.send(new PutParameterCommand({ Name: '/app/key', Value: 'v', Type: 'String', ...input }));
const seed = (name: string, value = 'v', options = {}) => state.put(ACCOUNT, REGION, name, value, options);
const names = (parameters: readonly Parameter[] = []) => parameters.map(({ Name }) => Name);

describe('PutParameter', () => {
  it('counts the versions, and keeps the caller and the clock of each', async () => {
    expect(await put({})).toMatchObject({ Version: 1, Tier: 'Standard' });
    expect(await put({ Overwrite: true, Value: 'w' })).toMatchObject({ Version: 2 });
    const { Parameters } = await client.send(new GetParameterHistoryCommand({ Name: '/app/key' }));
    expect(Parameters?.map(({ Version, Value }) => [Version, Value])).toEqual([
      [1, 'v'],
      [2, 'w'],
    ]);
    expect(Parameters?.[1]).toMatchObject({ LastModifiedUser: ARN, LastModifiedDate: new Date(NOW) });
  });

  it('creates once and no second time: exactly one of many writers wins', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => put({ Value: `${index}` })));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = attempts.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ name: 'ParameterAlreadyExists' });
  });

  it.each([
    ['an empty value', { Value: '' }, 'ValidationException'],
    ['more than 4 KB of UTF-8 in a standard parameter', { Value: 'ä'.repeat(2049) }, 'ValidationException'],
    ['more than 8 KB in an advanced one', { Value: 'a'.repeat(8193), Tier: 'Advanced' }, 'ValidationException'],
    ['a value against its pattern', { AllowedPattern: '^\\d+$' }, 'ParameterPatternMismatchException'],
    ['no type for a new parameter', { Type: undefined }, 'ValidationException'],
    ['another parameter inside the value', { Value: '{{ssm:/app/other}}' }, 'ValidationException'],
    ['a letter that names do not have', { Name: '/app/é' }, 'ValidationException'],
    ['a path without a slash in front', { Name: 'app/key' }, 'ValidationException'],
    ['a reserved name', { Name: '/aws/key' }, 'AccessDeniedException'],
    ['the prefix ssm', { Name: '/SSM-key' }, 'ValidationException'],
    ['16 levels', { Name: '/a'.repeat(16) }, 'HierarchyLevelLimitExceededException'],
  ] as [string, Partial<PutParameterCommandInput>, string][])('refuses %s', async (_what, input, error) => {
    await expect(put(input)).rejects.toMatchObject({ name: error });
    expect(state.list(ACCOUNT, REGION)).toEqual([]);
  });

  it('takes what just fits', async () => {
    await put({ Name: '/app/a', Value: 'ä'.repeat(2048) });
    expect(await put({ Name: '/app/b', Value: 'a'.repeat(8192), Tier: 'Advanced' })).toMatchObject({
      Tier: 'Advanced',
    });
    expect(await put({ Name: '/a'.repeat(15) })).toMatchObject({ Version: 1 });
  });

  it('refuses to change the type, to go back to the standard tier, and tags on an overwrite', async () => {
    await put({ Tier: 'Advanced' });
    const again = (input: Partial<PutParameterCommandInput>) => put({ Overwrite: true, ...input });
    await expect(again({ Type: 'SecureString' })).rejects.toMatchObject({ name: 'HierarchyTypeMismatchException' });
    await expect(again({ Tier: 'Standard' })).rejects.toThrow("can't downgrade");
    await expect(again({ Tags: [{ Key: 'a', Value: 'b' }] })).rejects.toThrow("can't be used together");
    expect(await again({ Type: undefined })).toMatchObject({ Version: 2, Tier: 'Advanced' });
  });

  it('refuses tags with an overwrite where there is no parameter yet, too', async () => {
    await expect(put({ Overwrite: true, Tags: [{ Key: 'a', Value: 'b' }] })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("can't be used together"),
    });
    expect(await put({ Overwrite: true })).toMatchObject({ Version: 1 });
  });

  it('stamps each version with the time by the clock of the stand-in', async () => {
    await put({});
    now += 90_000;
    await put({ Overwrite: true });
    now += 90_000;
    seed('/app/key');
    const { Parameters } = await client.send(new GetParameterHistoryCommand({ Name: '/app/key' }));
    const times = [0, 90_000, 180_000].map((after) => new Date(NOW + after));
    expect(Parameters?.map(({ LastModifiedDate }) => LastModifiedDate)).toEqual(times);
    const { Parameter } = await client.send(new GetParameterCommand({ Name: '/app/key' }));
    expect(Parameter?.LastModifiedDate).toEqual(times[2]);
    const byPath = await client.send(new GetParametersByPathCommand({ Path: '/app' }));
    expect(byPath.Parameters?.[0]?.LastModifiedDate).toEqual(times[2]);
  });

  it.each([{ Overwrite: false }, {}])('%j leaves a parameter that is there as it is', async (input) => {
    await put({});
    await expect(put({ ...input, Value: 'w' })).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
    expect(state.get(ACCOUNT, REGION, '/app/key')).toMatchObject({ value: 'v', version: 1 });
  });

  it('stops at the number of parameters that an account may have', async () => {
    state.standardLimit = 2;
    seed('/app/a');
    seed('/app/b');
    await expect(put({ Name: '/app/c' })).rejects.toMatchObject({ name: 'ParameterLimitExceeded' });
    state.standardLimit = 10_000;
  });
});

describe('GetParameter and GetParameters', () => {
  it('returns values byte by byte', async () => {
    const value = ' a\r\nb\n\t\'"$`\\ ü €\u0001\n';
    await put({ Value: value });
    const { Parameter } = await client.send(new GetParameterCommand({ Name: '/app/key' }));
    expect(Parameter).toMatchObject({
      Value: value,
      Type: 'String',
      ARN: `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/app/key`,
      LastModifiedDate: new Date(NOW),
    });
  });

  it('selects a version, and tells one that is missing from a parameter that is', async () => {
    seed('/app/key', 'old');
    seed('/app/key', 'new');
    const read = async (Name: string) => (await client.send(new GetParameterCommand({ Name }))).Parameter;
    expect(await read('/app/key:1')).toMatchObject({ Value: 'old', Version: 1, Selector: ':1' });
    expect(await read(`arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/app/key`)).toMatchObject({ Value: 'new' });
    await expect(read('/app/key:7')).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
    await expect(read('/app/none')).rejects.toMatchObject({ name: 'ParameterNotFound' });
  });

  it('hides a SecureString that is not to be decrypted', async () => {
    seed('/app/key', 'canary', { type: 'SecureString', keyId: 'alias/app' });
    const read = (WithDecryption: boolean) =>
      client
        .send(new GetParameterCommand({ Name: '/app/key', WithDecryption }))
        .then(({ Parameter }) => Parameter?.Value);
    expect(await read(true)).toBe('canary');
    expect(await read(false)).toMatch(/^AQICAHh[\w+/]{80,}$/);
  });

  it('keeps accounts and regions apart', async () => {
    seed('/app/key');
    const read = new GetParameterCommand({ Name: '/app/key' });
    for (const other of [clientOf('AKIAOTHER', REGION), clientOf('AKIADEV', 'eu-west-1')]) {
      await expect(other.send(read)).rejects.toMatchObject({ name: 'ParameterNotFound' });
    }
  });

  it('reads ten names at once, no eleven, and lists those that are not there', async () => {
    const wanted = Array.from({ length: 10 }, (_, index) => `/app/${index}`);
    for (const name of wanted.slice(0, 9)) seed(name);
    const answer = await client.send(new GetParametersCommand({ Names: wanted }));
    expect(names(answer.Parameters)).toEqual(wanted.slice(0, 9));
    expect(answer.InvalidParameters).toEqual(['/app/9']);
    await expect(client.send(new GetParametersCommand({ Names: [...wanted, '/app/10'] }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});

describe('GetParametersByPath', () => {
  it('gives ten a page, ordered by name, whatever the order of writing', async () => {
    const written = Array.from({ length: 25 }, (_, index) => `/app/dev/p${String((index * 7) % 25).padStart(2, '0')}`);
    for (const name of written) seed(name);
    const pages: string[][] = [];
    for await (const page of paginateGetParametersByPath({ client }, { Path: '/app/dev/' })) {
      pages.push((page.Parameters ?? []).map(({ Name }) => Name ?? ''));
    }
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(pages.flat()).toEqual([...written].sort());
  });

  it('goes down one level, or all of them', async () => {
    for (const name of ['/app/a', '/app/b/c', '/apple', '/app/b/d/e', 'plain']) seed(name);
    const read = async (Path: string, Recursive: boolean) =>
      names((await client.send(new GetParametersByPathCommand({ Path, Recursive }))).Parameters);
    expect(await read('/app', false)).toEqual(['/app/a']);
    expect(await read('/app/', true)).toEqual(['/app/a', '/app/b/c', '/app/b/d/e']);
    expect(await read('/', true)).toHaveLength(5);
    expect(await read('/none', true)).toEqual([]);
  });

  it('refuses more than ten a page, a path without a slash, and a token of another question', async () => {
    for (let index = 0; index < 11; index++) seed(`/app/${index}`);
    const ask = (input: object) => client.send(new GetParametersByPathCommand({ Path: '/app', ...input }));
    const { NextToken } = await ask({});
    await expect(ask({ MaxResults: 11 })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(ask({ Path: 'app' })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(ask({ Path: '/other', NextToken })).rejects.toMatchObject({ name: 'InvalidNextToken' });
    await expect(ask({ NextToken: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidNextToken' });
  });

  it('answers the same token for ever when told to', async () => {
    seed('/app/a');
    state.loopTokens = true;
    const first = await client.send(new GetParametersByPathCommand({ Path: '/app' }));
    const second = await client.send(new GetParametersByPathCommand({ Path: '/app', NextToken: first.NextToken }));
    expect(first.NextToken).toBeTruthy();
    expect(second.NextToken).toBe(first.NextToken);
  });
});

describe('what IAM and KMS refuse', () => {
  it.each([
    ['denied', 'AccessDeniedException', 'is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1'],
    ['disabled', 'InvalidKeyId', 'is disabled'],
    ['pending-deletion', 'InvalidKeyId', 'is pending deletion'],
    ['missing-key', 'InvalidKeyId', 'does not exist'],
  ] as const)('fails to decrypt when the key is %s, but still reads the ciphertext', async (reason, name, text) => {
    seed('/app/secret', 'canary', { type: 'SecureString', keyId: 'k-1' });
    state.failDecryption('/app/secret', { keyId: 'k-1', reason });
    const read = (WithDecryption: boolean) =>
      client.send(new GetParametersByPathCommand({ Path: '/app', WithDecryption }));
    await expect(read(true)).rejects.toMatchObject({ name, message: expect.stringContaining(text) });
    expect((await read(false)).Parameters).toHaveLength(1);
  });

  it('names caller, action and resource of a denied path, and lets other actions through', async () => {
    seed('/app/dev/key');
    state.deny({ pathPrefix: '/app/dev/', action: 'ssm:GetParametersByPath' });
    await expect(client.send(new GetParametersByPathCommand({ Path: '/app/dev' }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: ${ARN} is not authorized to perform: ssm:GetParametersByPath on resource: arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/app/dev because no identity-based policy allows the ssm:GetParametersByPath action`,
    });
    await client.send(new GetParameterCommand({ Name: '/app/dev/key' }));
  });
});

describe('history, deletion and tags', () => {
  it('keeps the last hundred versions and pages through them', async () => {
    for (let index = 1; index <= 105; index++) seed('/app/key', `${index}`);
    const versions: number[] = [];
    for await (const page of paginateGetParameterHistory({ client, pageSize: 30 }, { Name: '/app/key' })) {
      versions.push(...(page.Parameters ?? []).map(({ Version }) => Version ?? 0));
    }
    expect(versions).toEqual(Array.from({ length: 100 }, (_, index) => index + 6));
  });

  it('gives fifty versions a page, and no more', async () => {
    for (let index = 1; index <= 101; index++) seed('/app/key', `${index}`);
    const ask = (input: object) => client.send(new GetParameterHistoryCommand({ Name: '/app/key', ...input }));
    const first = await ask({});
    const second = await ask({ NextToken: first.NextToken });
    const ends = [first, second].map(({ Parameters = [] }) => [Parameters[0]?.Version, Parameters.at(-1)?.Version]);
    expect(ends).toEqual([
      [2, 51],
      [52, 101],
    ]);
    expect(second.NextToken).toBeUndefined();
    await expect(ask({ MaxResults: 51 })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('forgets every version but the last hundred', async () => {
    for (let index = 1; index <= 101; index++) await put({ Overwrite: true, Value: `${index}` });
    const read = (Name: string) => client.send(new GetParameterCommand({ Name }));
    expect((await read('/app/key:2')).Parameter?.Value).toBe('2');
    await expect(read('/app/key:1')).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
  });

  it('begins again with version 1 after a deletion', async () => {
    seed('/app/key');
    seed('/app/key');
    await client.send(new DeleteParameterCommand({ Name: '/app/key' }));
    await expect(client.send(new DeleteParameterCommand({ Name: '/app/key' }))).rejects.toMatchObject({
      name: 'ParameterNotFound',
    });
    expect(await put({})).toMatchObject({ Version: 1 });
    const { Parameters } = await client.send(new GetParameterHistoryCommand({ Name: '/app/key' }));
    expect(Parameters?.map(({ Version }) => Version)).toEqual([1]);
    const gone = await client.send(new DeleteParametersCommand({ Names: ['/app/key', '/app/none'] }));
    expect(gone).toMatchObject({ DeletedParameters: ['/app/key'], InvalidParameters: ['/app/none'] });
  });

  it('tags what is there', async () => {
    await put({ Tags: [{ Key: 'app', Value: 'workshop' }] });
    const resource = { ResourceType: 'Parameter', ResourceId: '/app/key' } as const;
    await client.send(new AddTagsToResourceCommand({ ...resource, Tags: [{ Key: 'stage', Value: 'dev' }] }));
    const { TagList } = await client.send(new ListTagsForResourceCommand(resource));
    expect(TagList).toEqual([
      { Key: 'app', Value: 'workshop' },
      { Key: 'stage', Value: 'dev' },
    ]);
  });
});
