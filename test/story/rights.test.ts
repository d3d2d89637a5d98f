import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { makeDocker } from '../world/docker.ts';
import { exampleInOneAccount } from '../world/example.ts';
import { LINKED_CLI } from '../world/linked-cli.ts';
import { runPreview, runSweep, type WorkflowRun } from '../world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';

/** A service with what services of the Serverless Framework are usually made of; tags make the CLI change its API's stage itself. */
const SERVICE = `service: \${self:custom.name}
frameworkVersion: '4'
plugins: [serverless-plugin-split-stacks]
custom: { name: workshop-all-that-it-can-be, splitStacks: { perFunction: true } }
provider:
  name: aws
  runtime: nodejs22.x
  region: \${opt:region, 'us-east-1'}
  tags: { team: platform }
  ecr: { images: { worker: { path: ./ } } }
  logRetentionInDays: 7
  tracing: { apiGateway: true }
  iam: { role: { statements: [{ Effect: Allow, Action: 'dynamodb:PutItem', Resource: '*' }] } }
functions:
  rest: { handler: index.handler, events: [{ http: 'GET /rest' }] }
  web: { handler: index.handler, events: [{ httpApi: 'GET /web' }] }
  night: { handler: index.handler, events: [{ schedule: rate(1 day) }] }
  queue: { handler: index.handler, events: [{ sqs: { arn: { 'Fn::GetAtt': [Jobs, Arn] } } }] }
  picture: { image: worker }
  topic: { handler: index.handler, events: [{ sns: 'told-\${sls:stage}' }] }
resources:
  Resources:
    Files: { Type: 'AWS::S3::Bucket' }
    FilesPolicy:
      Type: AWS::S3::BucketPolicy
      Properties:
        Bucket: { Ref: Files }
        PolicyDocument: { Version: '2012-10-17', Statement: [] }
    Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'everything-\${sls:stage}-\${opt:region}' } }
    Jobs: { Type: 'AWS::SQS::Queue' }
    Orders:
      Type: AWS::DynamoDB::Table
      Properties:
        BillingMode: PAY_PER_REQUEST
        AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
        KeySchema: [{ AttributeName: id, KeyType: HASH }]
    Errors:
      Type: AWS::CloudWatch::Alarm
      Properties: { ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1 }
    Job:
      Type: AWS::IAM::Role
      Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }] } }
`;
const FILES = {
  'backend-everything/Dockerfile': 'FROM scratch\n',
  'backend-everything/serverless.yml': SERVICE,
  'backend-everything/index.js': 'exports.handler = async () => ({ statusCode: 200 });\n',
};
/** Puts a service's functions, its API, alarms, versions and permissions into nested stacks. */
const SPLIT_STACKS = resolve(import.meta.dirname, '../../node_modules/serverless-plugin-split-stacks');
const DOCKER = makeDocker();
/** The repository brings its CLI. */
const SETTINGS = { without: ['install-dependencies'], env: { PATH: DOCKER.path } };
const REGIONS = [REGION, 'eu-west-1'];

let world: TeamWorld;
const runs = {} as Record<'opened' | 'again' | 'closed' | 'other' | 'swept', WorkflowRun>;
beforeAll(async () => {
  world = await startTeamWorld({
    files: {
      ...LINKED_CLI,
      'node_modules/serverless-plugin-split-stacks': { link: SPLIT_STACKS },
      'serverless-stages.yml': exampleInOneAccount(
        [
          '    region: us-east-1\n    parameters:\n      env: dev',
          `    region: [${REGIONS.join(', ')}]\n    parameters:\n      env: dev`,
        ],
        ['services:\n', 'services:\n  everything: { path: backend-everything }\n'],
      ),
    },
  });
  const { repository, github } = world;
  repository.commit('feature/everything', FILES, { message: 'Do everything' });
  const { number } = await github.pulls.open({ head: 'feature/everything', base: 'master', title: 'Everything' });
  runs.opened = await runPreview(world, number, 'opened', SETTINGS);
  repository.commit(
    'feature/everything',
    { 'backend-everything/index.js': 'exports.handler = async () => 2;\n' },
    { message: 'Do more' },
  );
  runs.again = await runPreview(world, number, 'synchronize', SETTINGS);
  await github.pulls.close(number);
  runs.closed = await runPreview(world, number, 'closed', SETTINGS);
  repository.commit('feature/other', FILES, { message: 'Do it elsewhere' });
  const other = await github.pulls.open({ head: 'feature/other', base: 'master', title: 'Other' });
  runs.other = await runPreview(world, other.number, 'opened', SETTINGS);
  await github.pulls.close(other.number);
  runs.swept = await runSweep(world, SETTINGS);
});
afterAll(async () => {
  await world.close();
  DOCKER.remove();
});

const stageOf = (run: WorkflowRun) => run.resolve.outputs['stage'] ?? '';
const outputs = (run: WorkflowRun, action: string) => run.steps[action]?.outputs ?? {};

describe('the rights that the template gives the role of previews', () => {
  it('are asked of every call, of the actions, of osls and of CloudFormation', () => {
    expect(world.aws.roles.statementsOf(world.previewRole.arn).length).toBeGreaterThan(30);
  });

  it.each(['opened', 'again', 'other'] as const)('let a preview be deployed in two regions: %s', (name) => {
    const run = runs[name];
    expect(outputs(run, 'deploy-service'), run.steps['deploy-service']?.log).toMatchObject({ status: 'deployed' });
  });

  it('let its nested stacks and its image be made, in each region', () => {
    for (const region of REGIONS) {
      const made = world.aws.stacks.list().filter((stack) => stack.region === region);
      const nested = made.filter(({ name }) => /^workshop-all-.*-0pv\w{5}-\w+NestedStack/.test(name));
      const types = new Set(nested.flatMap(({ events }) => events.map(({ type }) => type)));
      expect([...types]).toEqual(
        expect.arrayContaining(['AWS::ApiGateway::RestApi', 'AWS::Lambda::Function', 'AWS::Lambda::Permission']),
      );
      const pushed = world.aws.journal.of('ecr', 'PutImage').filter((entry) => entry.region === region);
      expect(pushed.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
  });

  it('let it be removed, by its pull request and by the sweep', () => {
    const { closed, swept } = runs;
    expect(outputs(closed, 'destroy-stage'), closed.steps['destroy-stage']?.log).toMatchObject({ status: 'removed' });
    expect(outputs(swept, 'destroy-stage'), swept.steps['destroy-stage']?.log).toMatchObject({
      status: 'removed',
      removed: JSON.stringify([stageOf(runs.other)]),
    });
    const left = world.aws.stacks
      .list()
      .filter(({ name, status }) => name.startsWith('workshop-all-') && status !== 'DELETE_COMPLETE');
    expect(left).toEqual([]);
    expect(world.aws.buckets.list().filter(({ name }) => name.includes('-0pv'))).toEqual([]);
    const repositories = REGIONS.flatMap((region) => world.aws.repositories.list(ACCOUNTS.dev, region));
    expect(repositories.map(({ name }) => name)).toEqual([]);
  });

  it('refused nothing on the way', () => {
    const refused = world.aws.journal.entries.filter(({ errorCode = '' }) => /AccessDenied/.test(errorCode));
    expect(refused.map(({ service, action, params }) => [service, action, params])).toEqual([]);
    expect(world.aws.journal.of('apigateway').map(({ params }) => params['method'])).toContain('PATCH');
    expect(ACCOUNTS.dev).toBe(world.aws.roles.find(world.previewRole.arn)?.account);
  });
});
