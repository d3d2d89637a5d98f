import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  type AssumeRoleWithWebIdentityCommandOutput,
  type Credentials,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalOidc, startLocalOidc } from '../../local-oidc/server.ts';
import { type CredentialStore, createCredentialStore } from '../state/credentials.ts';
import { createOidcProviders, createRoleStore, type OidcProviders, type RoleStore } from '../state/roles.ts';
import { ROLE_TEMPLATE } from '../trust/role-for-tests.ts';
import { trustPolicyFromTemplate } from '../trust/template.ts';
import { type ServedAlone, serveAlone } from './serve-alone.ts';
import { stsService } from './sts.ts';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/serverless-stages`;
const AUDIENCE = 'sts.amazonaws.com';
const GIVEN = { Owner: 'acme', Repository: 'shop', RepositoryId: '1001', OwnerId: '2001' };

let clock: number;
let oidc: LocalOidc;
let roles: RoleStore;
let providers: OidcProviders;
let credentials: CredentialStore;
let served: ServedAlone;

beforeAll(async () => {
  oidc = await startLocalOidc({ now: () => clock });
});
afterAll(() => oidc.close());

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 2, 10);
  roles = createRoleStore();
  providers = createOidcProviders();
  credentials = createCredentialStore();
  providers.add({ account: ACCOUNT, url: oidc.issuer, audiences: [AUDIENCE], jwksUri: oidc.jwksUri });
  roles.add({ arn: ROLE, trustPolicy: trustPolicyFromTemplate(ROLE_TEMPLATE, 'Role', { ...GIVEN, Branch: 'prod' }) });
  credentials.add({
    accessKeyId: 'AKIADEV',
    secretAccessKey: 's',
    account: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:user/dev`,
  });
  oidc.setSubjectFormat('legacy');
  oidc.setClaims({
    ref: 'refs/heads/prod',
    environment: undefined,
    repository_id: '1001',
    event_name: 'push',
    job_workflow_ref: undefined,
  });
  served = await serveAlone(stsService({ roles, providers, credentials }), credentials, () => clock);
  return () => served.close();
});

const unsigned = () =>
  new STSClient({
    endpoint: served.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });

async function assume(
  change: Partial<AssumeRoleWithWebIdentityCommandInput> = {},
): Promise<AssumeRoleWithWebIdentityCommandOutput> {
  const WebIdentityToken = change.WebIdentityToken ?? (await oidc.mint(AUDIENCE));
  const input = { RoleArn: ROLE, RoleSessionName: 'shop-12-1', ...change, WebIdentityToken };
  return unsigned().send(new AssumeRoleWithWebIdentityCommand(input));
}

function clientOf(given: Credentials | undefined): STSClient {
  const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '', SessionToken = '' } = given ?? {};
  const session = { accessKeyId, secretAccessKey, sessionToken: SessionToken };
  return new STSClient({ endpoint: served.url, region: 'us-east-1', maxAttempts: 1, credentials: session });
}

const DENIED = {
  name: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  $metadata: { httpStatusCode: 403 },
};

describe('AssumeRoleWithWebIdentity', () => {
  it('gives a session that ends by the clock and knows who it is', async () => {
    const answer = await assume();
    expect(answer).toMatchObject({
      AssumedRoleUser: { Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/serverless-stages/shop-12-1` },
      Provider: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
      SubjectFromWebIdentityToken: 'repo:acme/shop:ref:refs/heads/prod',
      Audience: AUDIENCE,
      Credentials: {
        Expiration: new Date(clock + 3_600_000),
        AccessKeyId: expect.stringMatching(/^ASIA[0-9A-F]{16}$/),
      },
    });
    expect(credentials.find(answer.Credentials?.AccessKeyId ?? '')).toMatchObject({
      account: ACCOUNT,
      sessionToken: answer.Credentials?.SessionToken,
      expiresAt: clock + 3_600_000,
    });
    expect(await clientOf(answer.Credentials).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: ACCOUNT,
      Arn: answer.AssumedRoleUser?.Arn,
    });
  });

  it('takes the immutable subject too', async () => {
    oidc.setSubjectFormat('immutable');
    expect(await assume()).toMatchObject({
      SubjectFromWebIdentityToken: 'repo:acme@2001/shop@1001:ref:refs/heads/prod',
    });
  });

  it.each([
    ['another branch', { ref: 'refs/heads/master' }, 'ref'],
    [
      "a pull request's job that names the environment",
      { ref: 'refs/pull/7/merge', environment: 'prod', event_name: 'pull_request' },
      'ref',
    ],
    ['another repository of that name', { repository_id: '6666' }, 'repository_id'],
  ])('D15 refuses %s without saying why, and tells the test', async (_what, claims, key) => {
    oidc.setClaims(claims);
    await expect(assume()).rejects.toMatchObject(DENIED);
    expect(roles.lastDenial).toMatchObject({
      reason: 'no-allow',
      mismatches: [{ failed: 'condition', key: `token.actions.githubusercontent.com:${key}` }],
    });
  });

  it('lets a fork’s copy of a workflow in with @*, and not with the tag', async () => {
    const trust = (pattern: string) => ({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringLike: { 'token.actions.githubusercontent.com:job_workflow_ref': pattern } },
      },
    });
    oidc.setClaims({ job_workflow_ref: `acme/ci/.github/workflows/stage.yml@${'b'.repeat(40)}` });
    roles.add({ arn: ROLE, trustPolicy: trust('acme/ci/.github/workflows/stage.yml@*') });
    await assume();
    roles.add({ arn: ROLE, trustPolicy: trust('acme/ci/.github/workflows/stage.yml@refs/tags/v1') });
    await expect(assume()).rejects.toMatchObject(DENIED);
  });

  it('knows only the claims that AWS offers as condition keys', async () => {
    const condition = { StringEquals: { 'token.actions.githubusercontent.com:event_name': 'push' } };
    const [statement] = [trustPolicyFromTemplate(ROLE_TEMPLATE, 'Role', GIVEN) as { Statement: object[] }].map(
      ({ Statement }) => Statement[0],
    );
    roles.add({ arn: ROLE, trustPolicy: { Version: '2012-10-17', Statement: { ...statement, Condition: condition } } });
    await expect(assume()).rejects.toMatchObject(DENIED);
    expect(roles.lastDenial).toMatchObject({ mismatches: [{ actual: undefined }] });
  });

  it('answers for a role that does not exist as for one that refuses', async () => {
    await expect(assume({ RoleArn: `${ROLE}-none` })).rejects.toMatchObject(DENIED);
    expect(roles.lastDenial).toMatchObject({ reason: 'no-such-role' });
  });

  it.each([
    [
      'a forged signature',
      () => oidc.mint(AUDIENCE, {}, { forged: true }),
      'InvalidIdentityTokenException',
      'signature',
    ],
    [
      'another audience',
      () => oidc.mint('https://github.com/acme'),
      'InvalidIdentityTokenException',
      'Incorrect token audience',
    ],
    [
      'an unknown issuer',
      () => oidc.mint(AUDIENCE, { iss: 'https://evil.example' }),
      'InvalidIdentityTokenException',
      'No OpenIDConnect provider',
    ],
    [
      'a token that has ended',
      () => oidc.mint(AUDIENCE, { exp: clock / 1000 - 1 }),
      'ExpiredTokenException',
      'Token expired',
    ],
    [
      'a token of tomorrow',
      () => oidc.mint(AUDIENCE, { nbf: clock / 1000 + 60 }),
      'InvalidIdentityTokenException',
      'not yet valid',
    ],
    ['no JWT', async () => 'nonsense', 'InvalidIdentityTokenException', 'not a valid JWT'],
  ] as [string, () => Promise<string>, string, string][])('refuses %s', async (_what, mint, name, text) => {
    await expect(assume({ WebIdentityToken: await mint() })).rejects.toMatchObject({
      name,
      message: expect.stringContaining(text),
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('judges a token by its own clock', async () => {
    const token = await oidc.mint(AUDIENCE);
    clock += 299_000;
    await assume({ WebIdentityToken: token });
    clock += 2_000;
    await expect(assume({ WebIdentityToken: token })).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  });

  it('cannot verify when the keys cannot be fetched', async () => {
    providers.add({ account: ACCOUNT, url: oidc.issuer, audiences: [AUDIENCE], jwksUri: 'http://127.0.0.1:9/none' });
    await expect(assume()).rejects.toMatchObject({ name: 'IDPCommunicationErrorException' });
  });

  it('asks the provider of the role’s own account and partition', async () => {
    await expect(assume({ RoleArn: 'arn:aws:iam::999999999999:role/x' })).rejects.toThrow('No OpenIDConnect provider');
    const china = 'arn:aws-cn:iam::444444444444:role/stages';
    providers.add({
      account: '444444444444',
      url: oidc.issuer,
      audiences: ['sts.amazonaws.com.cn'],
      jwksUri: oidc.jwksUri,
    });
    const place = { 'AWS::Partition': 'aws-cn', 'AWS::AccountId': '444444444444', Branch: 'prod' };
    const trustPolicy = JSON.parse(
      JSON.stringify(trustPolicyFromTemplate(ROLE_TEMPLATE, 'Role', { ...GIVEN, ...place })).replace(
        '"sts.amazonaws.com"',
        '"sts.amazonaws.com.cn"',
      ),
    );
    roles.add({ arn: china, trustPolicy });
    const answer = await assume({ RoleArn: china, WebIdentityToken: await oidc.mint('sts.amazonaws.com.cn') });
    expect(answer.AssumedRoleUser?.Arn).toBe('arn:aws-cn:sts::444444444444:assumed-role/stages/shop-12-1');
  });

  it.each([
    [{ RoleSessionName: 'feature/x' }, 'regular expression'],
    [{ RoleSessionName: 'x'.repeat(65) }, 'less than or equal to 64'],
    [{ RoleSessionName: 'x' }, 'regular expression'],
    [{ DurationSeconds: 899 }, 'greater than or equal to 900'],
    [{ DurationSeconds: 43_201 }, 'less than or equal to 43200'],
    [{ DurationSeconds: 3601 }, 'exceeds the MaxSessionDuration set for this role'],
  ])('refuses %j', async (change, text) => {
    await expect(assume(change)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining(text),
    });
  });
});

describe('AssumeRole', () => {
  const TARGET = `arn:aws:iam::222222222222:role/target`;
  const trusting = (AWS: string, Condition = {}) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole', Condition }],
  });
  const chain = async (change = {}) =>
    clientOf((await assume()).Credentials).send(
      new AssumeRoleCommand({ RoleArn: TARGET, RoleSessionName: 'chained', ...change }),
    );

  it.each([ROLE, `arn:aws:iam::${ACCOUNT}:root`, ACCOUNT])(
    'chains from a session into a role that trusts %s',
    async (principal) => {
      roles.add({ arn: TARGET, trustPolicy: trusting(principal) });
      expect((await chain()).AssumedRoleUser?.Arn).toBe('arn:aws:sts::222222222222:assumed-role/target/chained');
    },
  );

  it('refuses a caller that the role does not trust, by name', async () => {
    roles.add({ arn: TARGET, trustPolicy: trusting(`arn:aws:iam::${ACCOUNT}:role/other`) });
    await expect(chain()).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(`is not authorized to perform: sts:AssumeRole on resource: ${TARGET}`),
    });
  });

  it('D9 chains for one hour at most', async () => {
    roles.add({ arn: TARGET, trustPolicy: trusting(ROLE), maxSessionDuration: 43_200 });
    await expect(chain({ DurationSeconds: 7200 })).rejects.toThrow(
      '1 hour session limit for roles assumed by role chaining',
    );
    await chain({ DurationSeconds: 3600 });
  });

  it('knows a session by the path of its role', async () => {
    const developer = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/Developer_1`;
    credentials.add({
      accessKeyId: 'ASIADEV',
      secretAccessKey: 's',
      account: ACCOUNT,
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Developer_1/ann`,
    });
    roles.add({ arn: developer, trustPolicy: trusting('*') });
    const pattern = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/Developer_*`;
    const condition = { ArnLike: { 'aws:PrincipalArn': pattern } };
    roles.add({ arn: TARGET, trustPolicy: trusting(`arn:aws:iam::${ACCOUNT}:root`, condition) });
    const command = new AssumeRoleCommand({ RoleArn: TARGET, RoleSessionName: 'personal' });
    await clientOf({ AccessKeyId: 'ASIADEV', SecretAccessKey: 's', SessionToken: '', Expiration: undefined }).send(
      command,
    );
    await expect(chain()).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('checks the external id', async () => {
    roles.add({ arn: TARGET, trustPolicy: trusting(ROLE, { StringEquals: { 'sts:ExternalId': 'e-1' } }) });
    await expect(chain()).rejects.toMatchObject({ name: 'AccessDenied' });
    await chain({ ExternalId: 'e-1' });
  });
});

describe('GetCallerIdentity', () => {
  it('does not know an unsigned caller', async () => {
    await expect(unsigned().send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'MissingAuthenticationToken',
    });
  });
});
