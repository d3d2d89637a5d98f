import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { type Application, type Deployment, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { annotationsOf, changesIn, expectFailure, expectSuccess } from './verdict.ts';

const CREATE_REASON = 'You have reached the maximum of topics (Service: Sns, Status Code: 400)';
const UPDATE_REASON = 'Resource handler returned message: "the runtime is not known" (Status Code: 400)';

const handler = (version: string) =>
  `exports.handler = async () => ({ statusCode: 200, body: process.env.VERSION + ' ${version}' });\n`;
const apiConfiguration = (version: string) => `service: failures-api
provider:
  name: aws
  runtime: nodejs22.x
  environment: { VERSION: '${version}' }
functions: { hello: { handler: index.handler, events: [{ httpApi: GET /hello }] } }
`;
const resourcesOnly = (name: string, resources: string) => `service: failures-${name}
provider: { name: aws, runtime: nodejs22.x }
resources:
  Resources: ${resources}
`;

let world: World;
let application: Application;
let first: Deployment;
let again: Deployment;
let update: Deployment;
beforeAll(async () => {
  // A resource takes a while, so that others are under way when one fails.
  world = await startWorld({ resourceDelayMs: 20 });
  application = makeApplication({
    'serverless-stages.yml': stagesFile({ api: 'api', bad: 'bad', other: 'other' }),
    'api/serverless.yml': apiConfiguration('one'),
    'api/index.js': handler('one'),
    'bad/serverless.yml': resourcesOnly(
      'bad',
      "{ Broken: { Type: 'AWS::SNS::Topic' }, After: { Type: 'AWS::SQS::Queue', DependsOn: Broken }, Beside: { Type: 'AWS::SQS::Queue' } }",
    ),
    'other/serverless.yml': resourcesOnly('other', "{ Fine: { Type: 'AWS::SQS::Queue' } }"),
  });
  // osls makes a stack with its bucket first; what fails with the first update is rolled back to that.
  world.aws.faults.failResource({
    stack: 'failures-bad-dev',
    logicalId: 'Broken',
    on: 'create',
    reason: CREATE_REASON,
  });
  first = await deploy(world, application.folder);
  world.aws.faults.clear();
  world.aws.stacks.setStatus('failures-bad-dev', 'ROLLBACK_COMPLETE');
  again = await deploy(world, application.folder, { inputs: { services: 'bad' } });
  application.write({ 'api/serverless.yml': apiConfiguration('two'), 'api/index.js': handler('two') });
  world.aws.faults.failResource({
    stack: 'failures-api-dev',
    type: 'AWS::Lambda::Function',
    on: 'update',
    reason: UPDATE_REASON,
  });
  update = await deploy(world, application.folder, { inputs: { services: 'api' } });
});
afterAll(async () => {
  await world.close();
  application.remove();
});

async function callHello(): Promise<string> {
  const url = servicesOf(first.step)['api']?.url ?? '';
  return (await fetch(`${world.aws.apiUrl(url)}/hello`)).text();
}

describe('a service whose resource fails', () => {
  it('E27 E30 is one error that says the state, the resource and the first reason', () => {
    const { message } = expectFailure(first.step, 'E_DEPLOY_FAILED');
    expect(message).toContain('bad');
    expect(message).toContain('ROLLBACK_COMPLETE');
    expect(message).toContain('Broken');
    expect(message).toContain(CREATE_REASON);
    expect(message).not.toMatch(/cancelled/i);
    expect(first.step.outputs['status']).toBe('failed');
  });

  it('E31 does not keep its siblings from being deployed', async () => {
    const rows = servicesOf(first.step);
    expect(rows['api']).toMatchObject({ status: 'deployed', stackStatus: 'UPDATE_COMPLETE' });
    expect(rows['other']).toMatchObject({ status: 'deployed', stackStatus: 'UPDATE_COMPLETE' });
    expect(rows['bad']).toMatchObject({ status: 'failed', error: { code: 'E_DEPLOY_FAILED' } });
    expect(world.aws.stacks.find('failures-other-dev')?.status).toBe('UPDATE_COMPLETE');
  });

  it('E30 is a row of the summary beside those that are deployed', () => {
    const rowOf = (key: string) => first.step.summary.split('\n').find((line) => line.startsWith(`| ${key} |`));
    expect(rowOf('api')).toMatch(/ deployed /);
    expect(rowOf('other')).toMatch(/ deployed /);
    expect(rowOf('bad')).toMatch(/ failed /);
    expect(first.step.summary).toContain('Broken');
  });

  it('E6 has its stack removed by the next run, and is told where that cannot be: its bucket is not empty', () => {
    const { message } = expectFailure(again.step, 'E_STACK_STATE');
    expect(message).toMatch(/failures-bad-dev is DELETE_FAILED.*delete-stack/);
    expect(annotationsOf(again.step, 'notice').map(({ message: text }) => text)).toContainEqual(
      expect.stringMatching(/failures-bad-dev never worked \(ROLLBACK_COMPLETE\).*Broken.*CREATE_FAILED/),
    );
    expect(changesIn(again.calls)).toEqual(['cloudformation:DeleteStack']);
  });
});

describe('a service whose update fails', () => {
  it('E30 is one error with the state it was rolled back to and the first reason', () => {
    const { message } = expectFailure(update.step, 'E_DEPLOY_FAILED');
    expect(message).toContain('UPDATE_ROLLBACK_COMPLETE');
    expect(message).toContain(UPDATE_REASON);
    expect(message).not.toMatch(/cancelled/i);
    expect(servicesOf(update.step)['api']).toMatchObject({ status: 'failed', stackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  });

  it('still answers with its old version', async () => {
    expect(world.aws.functions.environment('failures-api-dev-hello')).toMatchObject({ VERSION: 'one' });
    expect(await callHello()).toBe('one one');
  });

  it('E1 is deployed by the next run, where the CLI alone would say that nothing changed', async () => {
    const { step } = await deploy(world, application.folder, { inputs: { services: 'api' } });
    expectSuccess(step);
    expect(step.outputs['status']).toBe('deployed');
    expect(await callHello()).toBe('two two');
  });
});

describe('the first stack of a service', () => {
  it('E30 that cannot even be made is ROLLBACK_COMPLETE, with the reason', async () => {
    application.write({ 'other/serverless.yml': resourcesOnly('none', "{ Fine: { Type: 'AWS::SQS::Queue' } }") });
    const reason = 'bucket names are used up';
    world.aws.faults.failResource({ stack: 'failures-none-dev', type: 'AWS::S3::Bucket', on: 'create', reason });
    const { step } = await deploy(world, application.folder, { inputs: { services: 'other' } });
    const { message } = expectFailure(step, 'E_DEPLOY_FAILED');
    expect(message).toMatch(/\bROLLBACK_COMPLETE\b/);
    expect(message).toContain(reason);
    expect(message).toContain('ServerlessDeploymentBucket');
    expect(servicesOf(step)['other']).toMatchObject({ status: 'failed', stackStatus: 'ROLLBACK_COMPLETE' });
  });
});
