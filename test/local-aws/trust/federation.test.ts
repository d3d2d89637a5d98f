import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalOidc, startLocalOidc } from '../../local-oidc/server.ts';
import { type LocalAws, startLocalAws } from '../server.ts';
import { ROLE_TEMPLATE } from './role-for-tests.ts';
import { trustPolicyFromTemplate } from './template.ts';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/serverless-stages`;

let aws: LocalAws;
let oidc: LocalOidc;

beforeAll(async () => {
  aws = await startLocalAws();
  oidc = await startLocalOidc({ now: aws.clock.now });
  aws.providers.add({ account: ACCOUNT, url: oidc.issuer, audiences: ['sts.amazonaws.com'], jwksUri: oidc.jwksUri });
  const parameters = { Owner: 'acme', Repository: 'shop', RepositoryId: '1001', Branch: 'main' };
  aws.roles.add({ arn: ROLE, trustPolicy: trustPolicyFromTemplate(ROLE_TEMPLATE, 'Role', parameters) });
});
afterAll(async () => {
  await oidc.close();
  await aws.close();
});

async function federate() {
  const response = await fetch(`${oidc.requestUrl}&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${oidc.requestToken}` },
  });
  const { value } = (await response.json()) as { value: string };
  const sts = new STSClient({ endpoint: aws.url, region: 'us-east-1', maxAttempts: 1 });
  const { Credentials } = await sts.send(
    new AssumeRoleWithWebIdentityCommand({ RoleArn: ROLE, RoleSessionName: 'shop-1-1', WebIdentityToken: value }),
  );
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
  return { endpoint: aws.url, region: 'us-east-1', maxAttempts: 1, credentials };
}

describe('a session of a web identity', () => {
  it('is the caller of every service, in its account, until it ends', async () => {
    const session = await federate();
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/serverless-stages/shop-1-1`;
    expect(await new STSClient(session).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: ACCOUNT,
      Arn: arn,
    });

    const ssm = new SSMClient(session);
    await ssm.send(new PutParameterCommand({ Name: '/app/key', Value: 'v', Type: 'SecureString' }));
    expect(aws.ssm.get(ACCOUNT, 'us-east-1', '/app/key')).toMatchObject({ value: 'v', modifiedBy: arn });

    const read = new GetParameterCommand({ Name: '/app/key', WithDecryption: true });
    aws.clock.advance(3_590_000);
    await ssm.send(read);
    aws.clock.advance(20_000);
    await expect(ssm.send(read)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  });

  it('is not given to another branch', async () => {
    oidc.setClaims({ ref: 'refs/heads/other' });
    await expect(federate()).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(aws.roles.lastDenial).toMatchObject({ mismatches: [{ key: 'token.actions.githubusercontent.com:ref' }] });
  });
});
