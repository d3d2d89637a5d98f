import { CloudFormationClient, DescribeStacksCommand, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import {
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import type { JobClaims } from '../local-oidc/claims.ts';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { ACCOUNT, CONFIGURED, deployRole, VIEWER, VIEWER_TEMPLATE } from './deploy-role.ts';

const REGION = 'us-east-1';
const OURS = {
  repository: 'acme/shop',
  repository_id: '1001',
  repository_owner_id: '2001',
  ref: 'refs/heads/prod',
  event_name: 'workflow_dispatch',
  environment: undefined,
} as const;
const RECORD = '/serverless-stages/shop/configured/prod/shop-api';
const SECRET = '/shop/prod/key';

let aws: LocalAws;
let oidc: LocalOidc;
let role: string;
beforeAll(async () => {
  [aws, oidc] = [await startLocalAws(), await startLocalOidc()];
  await deployRole(aws, CONFIGURED);
  role = (await deployRole(aws, VIEWER, VIEWER_TEMPLATE)).arn;
  for (const provider of aws.providers.of(ACCOUNT)) aws.providers.add({ ...provider, jwksUri: oidc.jwksUri });
  aws.ssm.put(ACCOUNT, REGION, RECORD, '{}');
  aws.ssm.put(ACCOUNT, REGION, '/serverless-stages/other/configured/prod/x', '{}');
  aws.ssm.put(ACCOUNT, REGION, SECRET, 'canary', { type: 'SecureString' });
});
afterAll(() => Promise.all([aws.close(), oidc.close()]));

type Claims = { readonly [K in keyof JobClaims]?: JobClaims[K] | undefined };

/** Keys of a session of the role, by a job's token. */
async function assume(claims: Claims) {
  oidc.setClaims({ ...OURS, ...claims });
  const answer = await fetch(`${oidc.requestUrl}&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${oidc.requestToken}` },
  });
  const { value } = (await answer.json()) as { value: string };
  const sts = new STSClient({
    endpoint: aws.url,
    region: REGION,
    credentials: { accessKeyId: 'n', secretAccessKey: 'n' },
  });
  const input = { RoleArn: role, RoleSessionName: 'shop-1-1', WebIdentityToken: value };
  const { Credentials: keys } = await sts.send(new AssumeRoleWithWebIdentityCommand(input));
  return {
    accessKeyId: keys?.AccessKeyId ?? '',
    secretAccessKey: keys?.SecretAccessKey ?? '',
    sessionToken: keys?.SessionToken ?? '',
  };
}

describe('who is let in as a viewer', () => {
  it.each<[format: 'legacy' | 'immutable', ref: string]>([
    ['legacy', 'refs/heads/prod'],
    ['immutable', 'refs/heads/prod'],
    ['legacy', 'refs/heads/master'],
    ['immutable', 'refs/heads/master'],
  ])('a job without an environment, with the %s form of the subject, on %s', async (format, ref) => {
    oidc.setSubjectFormat(format);
    await assume({ ref });
  });

  it.each<[string, Claims]>([
    ['a job that names an environment', { environment: 'prod' }],
    ['a run of another branch', { ref: 'refs/heads/feature/x' }],
    ['a branch whose name only begins like it', { ref: 'refs/heads/prod-2' }],
    ['a tag that has the name of its branch', { ref: 'refs/tags/prod' }],
    ['a pull request', { ref: 'refs/pull/12/merge', event_name: 'pull_request' }],
    ['another repository that has its name now', { repository_id: '6666' }],
    ['a fork', { repository: 'mallory/shop', repository_id: '6666', repository_owner_id: '6000' }],
  ])('not %s', async (_what, claims) => {
    for (const format of ['legacy', 'immutable'] as const) {
      oidc.setSubjectFormat(format);
      await expect(assume(claims)).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });
});

describe('what a viewer may do', () => {
  let ssm: SSMClient;
  let cloudFormation: CloudFormationClient;
  beforeAll(async () => {
    oidc.setSubjectFormat('legacy');
    const options = { endpoint: aws.url, region: REGION, maxAttempts: 1, credentials: await assume({}) };
    [ssm, cloudFormation] = [new SSMClient(options), new CloudFormationClient(options)];
  });

  it('is to see stacks, records and names', async () => {
    await cloudFormation.send(new DescribeStacksCommand({ StackName: 'serverless-stages-0' }));
    await ssm.send(new GetParameterCommand({ Name: RECORD }));
    await ssm.send(new GetParameterHistoryCommand({ Name: RECORD }));
    await ssm.send(
      new GetParametersByPathCommand({ Path: '/serverless-stages/shop/configured/prod', Recursive: true }),
    );
    const { Parameters: found = [] } = await ssm.send(new DescribeParametersCommand({}));
    expect(found.map(({ Name }) => Name)).toContain(SECRET);
    expect(JSON.stringify(found)).not.toContain('canary');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['read a secret', () => ssm.send(new GetParameterCommand({ Name: SECRET, WithDecryption: true }))],
    ['read a secret in a list', () => ssm.send(new GetParametersCommand({ Names: [SECRET], WithDecryption: true }))],
    ['read what is below a path', () => ssm.send(new GetParametersByPathCommand({ Path: '/shop/prod' }))],
    ['read the history of a secret', () => ssm.send(new GetParameterHistoryCommand({ Name: SECRET }))],
    ['read the records of another application', () => readOther()],
    [
      'write a record',
      () => ssm.send(new PutParameterCommand({ Name: RECORD, Value: '{}', Type: 'String', Overwrite: true })),
    ],
    ['read a template', () => cloudFormation.send(new GetTemplateCommand({ StackName: 'serverless-stages-0' }))],
  ])('is not to %s', async (_what, ask) => {
    await expect(ask()).rejects.toMatchObject({ name: expect.stringMatching(/^AccessDenied/) });
  });

  const readOther = () =>
    ssm.send(new GetParametersByPathCommand({ Path: '/serverless-stages/other/configured/prod', Recursive: true }));
});
