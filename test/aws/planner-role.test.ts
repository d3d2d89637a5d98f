import {
  CloudFormationClient,
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  UpdateStackCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, GetParametersByPathCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import type { JobClaims } from '../local-oidc/claims.ts';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { ACCOUNT, CONFIGURED, deployRole, PLANNER, PLANNER_TEMPLATE } from './deploy-role.ts';

const REGION = 'us-east-1';
const OURS = {
  repository: 'acme/shop',
  repository_id: '1001',
  repository_owner_id: '2001',
  ref: 'refs/heads/prod',
  event_name: 'workflow_dispatch',
  environment: undefined,
} as const;
const SECRET = '/shop/prod/key';
const STACK = 'shop-api-prod';
const TEMPLATE = (topic: string) =>
  JSON.stringify({
    Resources: {
      Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'shop-packages' } },
      Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: topic } },
    },
  });
type Claims = { readonly [K in keyof JobClaims]?: JobClaims[K] | undefined };

let aws: LocalAws;
let oidc: LocalOidc;
let role: string;
beforeAll(async () => {
  [aws, oidc] = [await startLocalAws(), await startLocalOidc()];
  await deployRole(aws, CONFIGURED);
  role = (await deployRole(aws, PLANNER, PLANNER_TEMPLATE)).arn;
  for (const provider of aws.providers.of(ACCOUNT)) aws.providers.add({ ...provider, jwksUri: oidc.jwksUri });
  aws.ssm.put(ACCOUNT, REGION, SECRET, 'canary', { type: 'SecureString' });
  aws.ssm.put(ACCOUNT, REGION, '/shop/dev/key', 'canary');
  aws.ssm.put(ACCOUNT, REGION, '/serverless-stages/shop/configured/prod/shop-api', '{}');
  const owner = new CloudFormationClient({ endpoint: aws.url, region: REGION, credentials: aws.addUser(ACCOUNT) });
  await owner.send(new CreateStackCommand({ StackName: STACK, TemplateBody: TEMPLATE('one') }));
  await waitUntilStackCreateComplete(
    { client: owner, maxWaitTime: 30, minDelay: 0.02, maxDelay: 0.1 },
    { StackName: STACK },
  );
});
afterAll(() => Promise.all([aws.close(), oidc.close()]));

/** Keys of a session of the role, by a job's token. */
async function assume(claims: Claims) {
  oidc.setClaims({ ...OURS, ...claims });
  const answer = await fetch(`${oidc.requestUrl}&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${oidc.requestToken}` },
  });
  const { value } = (await answer.json()) as { value: string };
  const nobody = { accessKeyId: 'n', secretAccessKey: 'n' };
  const sts = new STSClient({ endpoint: aws.url, region: REGION, credentials: nobody });
  const input = { RoleArn: role, RoleSessionName: 'shop-1-1', WebIdentityToken: value };
  const { Credentials: keys } = await sts.send(new AssumeRoleWithWebIdentityCommand(input));
  return {
    accessKeyId: keys?.AccessKeyId ?? '',
    secretAccessKey: keys?.SecretAccessKey ?? '',
    sessionToken: keys?.SessionToken ?? '',
  };
}

describe('who is let in as a planner', () => {
  it.each(['legacy', 'immutable'] as const)(
    "a job of production's branch, with the %s form of the subject",
    async (form) => {
      oidc.setSubjectFormat(form);
      await assume({});
    },
  );

  it.each<[string, Claims]>([
    ['a job that names an environment', { environment: 'prod' }],
    ['a run of the default branch', { ref: 'refs/heads/master' }],
    ['a run of another branch', { ref: 'refs/heads/prod-2' }],
    ['a tag that has the name of the branch', { ref: 'refs/tags/prod' }],
    ['a pull request', { ref: 'refs/pull/12/merge', event_name: 'pull_request' }],
    ['another repository that has its name now', { repository_id: '6666' }],
    ['a fork', { repository: 'mallory/shop', repository_id: '6666', repository_owner_id: '6000' }],
  ])('not %s', async (_what, claims) => {
    for (const form of ['legacy', 'immutable'] as const) {
      oidc.setSubjectFormat(form);
      await expect(assume(claims)).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });
});

describe('what a planner may do', () => {
  let ssm: SSMClient;
  let s3: S3Client;
  let cloudFormation: CloudFormationClient;
  const named = (ChangeSetName: string) => ({ StackName: STACK, ChangeSetName });
  const OURS_NAMED = named('serverless-stages-plan');
  const update = (set: { StackName: string; ChangeSetName: string }) =>
    new CreateChangeSetCommand({ ...set, ChangeSetType: 'UPDATE', TemplateBody: TEMPLATE('two') });
  const put = (Key: string) => new PutObjectCommand({ Bucket: 'shop-packages', Key, Body: '{}' });
  beforeAll(async () => {
    oidc.setSubjectFormat('legacy');
    const options = { endpoint: aws.url, region: REGION, maxAttempts: 1, credentials: await assume({}) };
    ssm = new SSMClient(options);
    s3 = new S3Client({ ...options, forcePathStyle: true });
    cloudFormation = new CloudFormationClient(options);
  });

  it('is to read parameters and records, and to plan an update by a change set of our name', async () => {
    const secret = await ssm.send(new GetParameterCommand({ Name: SECRET, WithDecryption: true }));
    expect(secret.Parameter?.Value).toBe('canary');
    await ssm.send(new GetParametersByPathCommand({ Path: '/serverless-stages/shop/configured/prod' }));
    await cloudFormation.send(new DescribeStacksCommand({ StackName: STACK }));
    await cloudFormation.send(new GetTemplateCommand({ StackName: STACK }));
    await s3.send(put('serverless/shop-api/prod/serverless-stages-plan/template.json'));
    await cloudFormation.send(update(OURS_NAMED));
    await expect
      .poll(async () => (await cloudFormation.send(new DescribeChangeSetCommand(OURS_NAMED))).Status)
      .toBe('CREATE_COMPLETE');
    await expect(cloudFormation.send(new ExecuteChangeSetCommand(OURS_NAMED))).rejects.toMatchObject({
      name: expect.stringMatching(/^AccessDenied/),
    });
    await cloudFormation.send(new DeleteChangeSetCommand(OURS_NAMED));
  });

  it.each<[string, () => Promise<unknown>]>([
    ['make a change set of another name', () => cloudFormation.send(update(named('other')))],
    [
      "touch a deploy's change set",
      () => cloudFormation.send(new DeleteChangeSetCommand(named('serverless-stages-changes'))),
    ],
    ["touch a deploy's template", () => s3.send(put('serverless/shop-api/prod/serverless-stages/template.json'))],
    [
      'update a stack',
      () => cloudFormation.send(new UpdateStackCommand({ StackName: STACK, TemplateBody: TEMPLATE('two') })),
    ],
    [
      'make a stack',
      () => cloudFormation.send(new CreateStackCommand({ StackName: 'shop-new-prod', TemplateBody: TEMPLATE('x') })),
    ],
    ['remove a stack', () => cloudFormation.send(new DeleteStackCommand({ StackName: STACK }))],
    ['read parameters of another path', () => ssm.send(new GetParameterCommand({ Name: '/shop/dev/key' }))],
    ['write a parameter', () => ssm.send(new PutParameterCommand({ Name: SECRET, Value: 'x', Overwrite: true }))],
    [
      'write a record',
      () =>
        ssm.send(
          new PutParameterCommand({
            Name: '/serverless-stages/shop/configured/prod/shop-api',
            Value: '{}',
            Overwrite: true,
          }),
        ),
    ],
    ['write a package', () => s3.send(put('serverless/shop-api/prod/1-2026/shop-api.zip'))],
    [
      'read an object that is none of ours',
      () => s3.send(new GetObjectCommand({ Bucket: 'shop-packages', Key: 'customers.csv' })),
    ],
  ])('is not to %s', async (_what, ask) => {
    await expect(ask()).rejects.toMatchObject({ name: expect.stringMatching(/^AccessDenied/) });
  });
});
