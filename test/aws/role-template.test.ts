import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { evaluateTrust } from '../local-aws/trust/evaluate.ts';
import { readTrustPolicy } from '../local-aws/trust/policy.ts';
import { trustPolicyFromTemplate } from '../local-aws/trust/template.ts';
import type { JobClaims } from '../local-oidc/claims.ts';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { ACCOUNT, CONFIGURED, deployRole, PREVIEWS, ROLE_TEMPLATE } from './deploy-role.ts';

const AUDIENCE = 'sts.amazonaws.com';
const HOST = 'token.actions.githubusercontent.com';
const NONE = { accessKeyId: 'none', secretAccessKey: 'none' };

let aws: LocalAws;
let oidc: LocalOidc;

beforeAll(async () => {
  oidc = await startLocalOidc();
});
afterAll(() => oidc.close());
beforeEach(async () => {
  aws = await startLocalAws();
  oidc.setSubjectFormat('legacy');
  return () => aws.close();
});

const sts = (credentials = NONE) =>
  new STSClient({ endpoint: aws.url, region: 'us-east-1', maxAttempts: 1, credentials });

/** Makes the role by the template, and lets the stand-in find the keys of its provider where the tokens here come from. */
async function makeRole(parameters: Readonly<Record<string, string>>): Promise<string> {
  const { arn } = await deployRole(aws, parameters);
  const [provider] = aws.providers.of(ACCOUNT);
  if (provider === undefined) throw new Error('the template made no provider');
  aws.providers.add({ ...provider, jwksUri: oidc.jwksUri });
  return arn;
}

/** A job's token from the endpoint that the runner asks, spent at STS. */
async function assume(role: string, claims: { readonly [K in keyof JobClaims]?: JobClaims[K] | undefined }) {
  oidc.setClaims(claims);
  const answer = await fetch(`${oidc.requestUrl}&audience=${AUDIENCE}`, {
    headers: { authorization: `Bearer ${oidc.requestToken}` },
  });
  const { value } = (await answer.json()) as { value: string };
  const input = { RoleArn: role, RoleSessionName: 'shop-3001-1', WebIdentityToken: value };
  return sts().send(new AssumeRoleWithWebIdentityCommand(input));
}

const ours = {
  repository: 'acme/shop',
  repository_id: '1001',
  repository_owner_id: '2001',
  job_workflow_ref: undefined,
};
const onProd = { ...ours, environment: 'prod', ref: 'refs/heads/prod', event_name: 'push' } as const;
const ofPull = {
  ...ours,
  environment: 'preview',
  ref: 'refs/pull/12/merge',
  event_name: 'pull_request',
} as const;

const refused = (key: string) => ({
  reason: 'no-allow',
  mismatches: [{ failed: 'condition', key: `${HOST}:${key}` }],
});

describe('the role of a configured stage', () => {
  let role: string;
  beforeEach(async () => {
    role = await makeRole(CONFIGURED);
  });

  it.each(['legacy', 'immutable'] as const)(
    'lets in a run of its branch, with the %s form of the subject',
    async (format) => {
      oidc.setSubjectFormat(format);
      const answer = await assume(role, onProd);
      expect(answer.AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/serverless-stages/shop-3001-1`);
    },
  );

  it('lets in a run that a person or another workflow dispatched on its branch', async () => {
    await assume(role, { ...onProd, event_name: 'workflow_dispatch' });
  });

  it.each<[string, Partial<JobClaims>, string]>([
    ['D15 a pull request that names its environment', { ref: 'refs/pull/12/merge', event_name: 'pull_request' }, 'ref'],
    ['D15 F17 a run of another branch', { ref: 'refs/heads/master' }, 'ref'],
    ['F17 a tag that has the name of its branch', { ref: 'refs/tags/prod' }, 'ref'],
    ['a branch whose name only begins like it', { ref: 'refs/heads/prod-2' }, 'ref'],
    ['D15 another repository that has its name now', { repository_id: '6666' }, 'repository_id'],
    ['another environment', { environment: 'staging' }, 'sub'],
    ['D5 its environment in another case', { environment: 'Prod' }, 'sub'],
  ])('refuses %s', async (_what, change, key) => {
    await expect(assume(role, { ...onProd, ...change })).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(aws.roles.lastDenial).toMatchObject(refused(key));
  });

  it('refuses a job that names no environment', async () => {
    await expect(assume(role, { ...onProd, environment: undefined })).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(aws.roles.lastDenial).toMatchObject(refused('sub'));
  });

  it("D15 refuses a fork's job whatever workflow of ours it says to run", async () => {
    const fork = {
      ...onProd,
      repository: 'mallory/shop',
      repository_id: '6666',
      repository_owner_id: '6000',
      job_workflow_ref: `acme/shop/.github/workflows/stage.yml@${'b'.repeat(40)}`,
    };
    for (const format of ['legacy', 'immutable'] as const) {
      oidc.setSubjectFormat(format);
      await expect(assume(role, fork)).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });

  it('D15 does not ask for the workflow: a commit of a fork behind @ neither helps nor harms', async () => {
    const jobWorkflow = { job_workflow_ref: `acme/shop/.github/workflows/stage.yml@${'b'.repeat(40)}` };
    await expect(assume(role, { ...ofPull, ...jobWorkflow, environment: 'prod' })).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await assume(role, { ...onProd, ...jobWorkflow });
  });

  it('refuses a token that was made for somebody else', async () => {
    const WebIdentityToken = await oidc.mint('https://github.com/acme');
    const command = new AssumeRoleWithWebIdentityCommand({ RoleArn: role, RoleSessionName: 'x1', WebIdentityToken });
    await expect(sts().send(command)).rejects.toMatchObject({ name: 'InvalidIdentityTokenException' });
  });
});

describe('the role of previews', () => {
  let role: string;
  beforeEach(async () => {
    role = await makeRole(PREVIEWS);
  });

  it.each<[string, Partial<JobClaims>]>([
    ['an open pull request', {}],
    ["a merged pull request's closed run: its ref is the default branch", { ref: 'refs/heads/master' }],
    ['one merged into the first further target branch', { ref: 'refs/heads/develop' }],
    ['one merged into the last further target branch', { ref: 'refs/heads/release-1' }],
    ['the event of a deleted branch, on the default branch', { ref: 'refs/heads/master', event_name: 'delete' }],
    ['the sweep, on the default branch', { ref: 'refs/heads/master', event_name: 'schedule' }],
    ['a push to a branch that has a preview', { ref: 'refs/heads/feature/a/b', event_name: 'push' }],
  ])('lets in %s', async (_what, change) => {
    for (const format of ['legacy', 'immutable'] as const) {
      oidc.setSubjectFormat(format);
      await assume(role, { ...ofPull, ...change });
    }
  });

  it.each<[string, Partial<JobClaims>, string]>([
    ['a branch that has no preview', { ref: 'refs/heads/fix', event_name: 'push' }, 'ref'],
    ['a tag', { ref: 'refs/tags/feature/a', event_name: 'push' }, 'ref'],
    ['a branch that is called like a pull request', { ref: 'refs/heads/refs/pull/1/merge', event_name: 'push' }, 'ref'],
    ['another repository', { repository_id: '6666' }, 'repository_id'],
    ['the environment of a configured stage', { environment: 'prod' }, 'sub'],
  ])('refuses %s', async (_what, change, key) => {
    await expect(assume(role, { ...ofPull, ...change })).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(aws.roles.lastDenial).toMatchObject(refused(key));
  });
});

describe('parameters', () => {
  it('previews need no further target branches and no branches of their own', async () => {
    const role = await makeRole({ ...PREVIEWS, TargetBranches: '', PreviewBranches: '' });
    await assume(role, ofPull);
    await assume(role, { ...ofPull, ref: 'refs/heads/master', event_name: 'delete' });
    await expect(assume(role, { ...ofPull, ref: 'refs/heads/feature/a', event_name: 'push' })).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await expect(assume(role, { ...ofPull, ref: 'refs/heads/' })).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('D5 an environment with a colon is known by GitHub as %3A', async () => {
    const role = await makeRole({ ...CONFIGURED, Environment: 'prod:eu:1' });
    const answer = await assume(role, { ...onProd, environment: 'prod:eu:1' });
    expect(answer.SubjectFromWebIdentityToken).toBe('repo:acme/shop:environment:prod%3Aeu%3A1');
  });

  it.each([
    ['a configured stage without its branch', { ...CONFIGURED, Branch: '' }, 'needs Branch'],
    ['previews without the default branch', { ...PREVIEWS, DefaultBranch: '' }, 'needs DefaultBranch'],
    ['previews with a branch of a configured stage', { ...PREVIEWS, Branch: 'prod' }, 'has no Branch'],
    ['previews that name no stage to leave alone', { ...PREVIEWS, OtherStages: '' }, 'needs OtherStages'],
  ])('is not made for %s', async (_what, parameters, why) => {
    await expect(makeRole(parameters)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining(why),
    });
  });

  it('a second role uses the provider that the account has', async () => {
    await makeRole(CONFIGURED);
    const second = await deployRole(aws, { ...PREVIEWS, CreateProvider: 'false' });
    expect(second.outputs['ProviderArn']).toBe(`arn:aws:iam::${ACCOUNT}:oidc-provider/${HOST}`);
    await assume(second.arn, ofPull);
  });

  it('sessions last as long as MaxSessionDuration says', async () => {
    const { arn } = await deployRole(aws, { ...CONFIGURED, MaxSessionDuration: '7200' });
    expect(aws.roles.find(arn)?.maxSessionDuration).toBe(7200);
  });

  it('D14 in the China partition the audience is the one of its STS', () => {
    const place = { 'AWS::Partition': 'aws-cn', 'AWS::AccountId': '444444444444' };
    const statements = readTrustPolicy(trustPolicyFromTemplate(ROLE_TEMPLATE, 'Role', { ...CONFIGURED, ...place }));
    const verdict = (audience: string) =>
      evaluateTrust(statements, {
        action: 'sts:AssumeRoleWithWebIdentity',
        isCaller: (_kind, value) => value === `arn:aws-cn:iam::444444444444:oidc-provider/${HOST}`,
        context: new Map([
          [`${HOST}:aud`, [audience]],
          [`${HOST}:sub`, ['repo:acme/shop:environment:prod']],
          [`${HOST}:repository_id`, ['1001']],
          [`${HOST}:ref`, ['refs/heads/prod']],
        ]),
      }).allowed;
    expect([verdict('sts.amazonaws.com.cn'), verdict('sts.amazonaws.com')]).toEqual([true, false]);
  });
});
