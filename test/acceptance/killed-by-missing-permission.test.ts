import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deploy, makeApplication, stagesFile } from './deployment.ts';
import { inFolder, stubCli, stubService } from './stub-cli.ts';
import { expectFailure } from './verdict.ts';

const USER = 'User: arn:aws:sts::111111111111:assumed-role/serverless-stages/acme-workshop-3001-1';
const denied = (action: string) =>
  `Resource handler returned message: "${USER} is not authorized to perform: ${action} on resource: arn:aws:lambda:us-east-1:111111111111:function:x because no identity-based policy allows the ${action} action (Service: Lambda, Status Code: 403)" (HandlerErrorCode: AccessDenied)`;
const TAG = denied('lambda:TagResource');
const LATER = denied('sqs:DeleteQueue');

/** A queue, a function that needs it, and what comes behind. */
function templateOf(service: string, version: string): object {
  const Properties = { FunctionName: service, Description: version, Runtime: 'nodejs22.x', Handler: 'index.handler' };
  const Role = { 'Fn::Join': ['/', ['arn:aws:iam::111111111111:role', { 'Fn::GetAtt': ['Queue', 'QueueName'] }]] };
  const more = version === 'one' ? {} : { Extra: { Type: 'AWS::SQS::Queue' } };
  return {
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue' },
      ...more,
      Function: { Type: 'AWS::Lambda::Function', Properties: { ...Properties, Role, Code: { ZipFile: version } } },
      Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: version } },
      Behind: { Type: 'AWS::SQS::Queue', DependsOn: 'Function' },
    },
    Outputs: { version: { Value: version } },
  };
}

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld({ resourceDelayMs: 10 });
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

function applicationOf(app: string): Application {
  const files = {
    'serverless-stages.yml': stagesFile({ api: 'api' }).replace('app: workshop', `app: ${app}`),
    ...stubCli({ name: 'osls', version: '4.3.1' }),
    ...inFolder('api', stubService(app, templateOf(app, 'one'))),
  };
  const application = makeApplication(files, []);
  applications.push(application);
  return application;
}

describe('E28 a permission that is missing in the middle', () => {
  it('E28 of a first deploy is what the error says, whatever the rollback may not do either', async () => {
    const { folder } = applicationOf('denied-create');
    const stack = 'denied-create-dev';
    world.aws.faults.failResource({ stack, logicalId: 'Function', on: 'create', reason: TAG });
    world.aws.faults.failResource({ stack, logicalId: 'Queue', on: 'delete', reason: LATER });
    const { message } = expectFailure((await deploy(world, folder)).step, 'E_DEPLOY_FAILED');
    expect(message).toContain('is not authorized to perform: lambda:TagResource');
    expect(message).toContain('Function');
    expect(message).not.toContain('cancelled');
    expect(message).not.toContain('sqs:DeleteQueue');
    expect(world.aws.stacks.find(stack)?.status).toBe('ROLLBACK_FAILED');
  });

  it('E28 of an update is what the error says', async () => {
    const application = applicationOf('denied-update');
    const stack = 'denied-update-dev';
    expect((await deploy(world, application.folder)).step.outputs['status']).toBe('deployed');
    application.write(inFolder('api', stubService('denied-update', templateOf('denied-update', 'two'))));
    world.aws.faults.failResource({ stack, logicalId: 'Function', on: 'update', reason: TAG });
    world.aws.faults.failResource({ stack, logicalId: 'Extra', on: 'delete', reason: LATER });
    const { message } = expectFailure((await deploy(world, application.folder)).step, 'E_DEPLOY_FAILED');
    expect(message).toContain('is not authorized to perform: lambda:TagResource');
    expect(message).toContain('Function');
    expect(message).not.toContain('cancelled');
    expect(message).not.toContain('sqs:DeleteQueue');
    expect(world.aws.stacks.find(stack)?.status).toMatch(/^UPDATE_ROLLBACK_(COMPLETE|FAILED)$/);
  });
});
