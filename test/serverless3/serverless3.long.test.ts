import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, makeApplication } from '../acceptance/deployment.ts';
import { type LocalAws, startLocalAws, type UserKeys } from '../local-aws/server.ts';
import { sampleOf } from '../sample.ts';
import { runServerless3 } from './run-serverless3.ts';

const CONFIGURATION = `service: notes
frameworkVersion: '3'
provider:
  name: aws
  runtime: nodejs20.x
  region: us-east-1
  environment:
    TABLE: !Ref Notes
    GREETING: \${env:GREETING, 'hello'}
  iam:
    role:
      statements:
        - { Effect: Allow, Action: [dynamodb:PutItem], Resource: !GetAtt Notes.Arn }
functions:
  note:
    handler: note.handler
resources:
  Resources:
    Notes:
      Type: AWS::DynamoDB::Table
      Properties:
        TableName: \${self:service}-\${sls:stage}
        BillingMode: PAY_PER_REQUEST
        AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
        KeySchema: [{ AttributeName: id, KeyType: HASH }]
  Outputs:
    TableName: { Value: !Ref Notes, Export: { Name: 'notes-\${sls:stage}-table' } }
    TableArn: { Value: !GetAtt Notes.Arn }
`;
const ROOT = resolve(import.meta.dirname, '../..');

let aws: LocalAws;
let keys: UserKeys;
let application: Application;
beforeAll(async () => {
  aws = await startLocalAws();
  keys = aws.addUser('111111111111');
  const files = {
    'serverless.yml': CONFIGURATION,
    'note.js': 'exports.handler = async () => ({ statusCode: 204 });\n',
  };
  application = makeApplication(files, ['serverless3']);
});
afterAll(async () => {
  await aws.close();
  application.remove();
});

const installed = (file: string) => join(application.folder, 'node_modules/serverless', file);
const outputsOf = (stack: string) =>
  Object.fromEntries(aws.stacks.find(stack)?.outputs.map(({ key, value }) => [key, value]) ?? []);
/** How often a stack was asked to change. */
const countChanges = () =>
  aws.journal.of('cloudformation').filter(({ action }) => /^(?:Create|Update|Execute|Delete)/.test(action)).length;

const STARTS: readonly (readonly [how: string, stage: string, bin: string | undefined])[] = [
  ['that an application has installed', 'two', 'bin/serverless.js'],
  ['started with the preload', 'one', undefined],
];

describe.each(sampleOf(STARTS, 1))('serverless 3 %s', (_how, stage, bin) => {
  const serverless = (args: string[], env: Record<string, string> = {}) =>
    runServerless3(
      application.folder,
      [...args, '--stage', stage],
      { url: aws.url, keys, env },
      bin === undefined ? bin : installed(bin),
    );
  const stack = `notes-${stage}`;

  it('packages a service without a change in AWS', async () => {
    const before = countChanges();
    const { code, stderr } = await serverless(['package', '--package', `made-${stage}`]);
    expect(stderr).toContain('Service packaged');
    expect(code).toBe(0);
    expect(existsSync(join(application.folder, `made-${stage}/serverless-state.json`))).toBe(true);
    expect(countChanges()).toBe(before);
  });

  it('deploys that package: function, table and outputs', async () => {
    const { code, stderr } = await serverless(['deploy', '--package', `made-${stage}`]);
    expect(stderr).toContain(`Service deployed to stack ${stack}`);
    expect(code).toBe(0);
    expect(aws.stacks.find(stack)?.status).toBe('UPDATE_COMPLETE');
    expect(aws.functions.environment(`${stack}-note`)).toMatchObject({ GREETING: 'hello', TABLE: stack });
    expect(outputsOf(stack)).toMatchObject({
      TableName: stack,
      TableArn: `arn:aws:dynamodb:us-east-1:111111111111:table/${stack}`,
      ServerlessDeploymentBucketName: expect.any(String),
    });
  });

  it('has nothing to deploy the second time', async () => {
    const before = countChanges();
    const { code, stderr } = await serverless(['deploy', '--package', `made-${stage}`]);
    expect(stderr).toContain('No changes to deploy');
    expect(code).toBe(0);
    expect(countChanges()).toBe(before);
  });

  it('deploys what changed', async () => {
    expect((await serverless(['deploy'], { GREETING: 'servus' })).code).toBe(0);
    expect(aws.functions.environment(`${stack}-note`)).toMatchObject({ GREETING: 'servus' });
  });

  it('says nothing but what it does', async () => {
    const { stderr } = await serverless(['deploy'], { GREETING: 'servus' });
    const lines = stderr.split('\n').filter((line) => line !== '');
    expect(lines).toEqual([
      `Deploying notes to stage ${stage} (us-east-1)`,
      expect.stringMatching(/^No changes to deploy\. Deployment skipped\. \(\d+s\)$/),
    ]);
  });

  it('ends with an error when a resource cannot be made', async () => {
    const reason = 'no more memory';
    const fault = aws.faults.failResource({ stack, logicalId: 'NoteLambdaFunction', on: 'update', reason });
    const { code, stdout, stderr } = await serverless(['deploy'], { GREETING: 'moin' });
    fault.remove();
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(reason);
    expect(aws.stacks.find(stack)?.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  it('removes the service', async () => {
    expect((await serverless(['remove'])).code).toBe(0);
    expect(aws.stacks.find(stack)).toBeUndefined();
  });

  it('asks for nothing that the local AWS does not implement', () => {
    expect(aws.journal.entries.filter((entry) => entry.status === 501)).toEqual([]);
  });
});

describe('the installed package', () => {
  it('has the version of the real one', () => {
    const versionIn = (path: string) => (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
    expect(versionIn(installed('package.json'))).toBe(versionIn(join(ROOT, 'node_modules/serverless/package.json')));
  });

  it('reaches no AWS at all without AWS_ENDPOINT_URL', async () => {
    const env = { AWS_ENDPOINT_URL: '', SLS_AWS_REQUEST_MAX_RETRIES: '0' };
    const result = await runServerless3(
      application.folder,
      ['info'],
      { url: '', keys, env },
      installed('bin/serverless.js'),
    );
    expect(result).toMatchObject({ code: 1, stdout: expect.stringContaining('127.0.0.1') });
  });
});
