import { setTimeout as sleep } from 'node:timers/promises';
import { CloudFormationClient, CreateChangeSetCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, type Deployment, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { plantStage } from './plant.ts';
import { inFolder, QUEUE, type StubCli, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, changesIn, expectFailure, expectSuccess } from './verdict.ts';

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

const STUB = { name: 'osls', version: '4.3.1' } as const;

function applicationOf(name: string, stub: Partial<StubCli> = {}): Application {
  const files = { 'serverless-stages.yml': stagesFile({ api: 'api' }), ...stubCli({ ...STUB, ...stub }) };
  const application = makeApplication({ ...files, ...inFolder('api', stubService(name)) }, []);
  applications.push(application);
  return application;
}

const NEXT = JSON.stringify({ ...QUEUE, Outputs: { greeting: { Value: 'next' } } });

/** A service that was deployed once, whose stack came into a state since, and that has something new to deploy. */
async function deployedThen(name: string, status: string): Promise<Application> {
  const application = applicationOf(name);
  const dev = { kind: 'configured', stage: 'dev', wish: null } as const;
  await plantStage(world, 'refs/heads/master', [{ name, template: QUEUE, record: { key: 'api' } }], dev);
  world.aws.stacks.setStatus(`${name}-dev`, status);
  application.write({ 'api/resources.json': NEXT });
  return application;
}

/** How often a stack was looked at. */
const looksAt = (name: string) =>
  world.aws.journal
    .of('cloudformation', 'DescribeStacks')
    .filter(({ params }) => String(params['StackName']).includes(name));
const commandsOf = ({ folder }: Application) => stubCalls(folder).map(({ command }) => command);

describe('a stack that is found', () => {
  it.each(sampleOf(['UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'IMPORT_COMPLETE']))(
    'E1 in %s is deployed over',
    async (status) => {
      const application = await deployedThen(`over-${status.toLowerCase().replaceAll('_', '-')}`, status);
      const { step } = await deploy(world, application.folder);
      expectSuccess(step);
      expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed', outputs: { greeting: 'next' } });
    },
  );

  it.each(['DELETE_FAILED', 'IMPORT_ROLLBACK_FAILED'])(
    'E1 in %s is left as it is in a configured stage, and the error says how to go on',
    async (status) => {
      const name = `refused-${status.toLowerCase().replaceAll('_', '-')}`;
      const application = await deployedThen(name, status);
      const { step, calls } = await deploy(world, application.folder);
      const { message } = expectFailure(step, 'E_STACK_STATE');
      expect(message).toContain(status);
      expect(message).toContain(`${name}-dev`);
      expect(step.outputs['status']).toBe('failed');
      expect(changesIn(calls)).toEqual([]);
      expect(commandsOf(application)).not.toContain('deploy');
      expect(world.aws.stacks.find(`${name}-dev`)?.status).toBe(status);
    },
  );

  it.each(sampleOf(['CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED']))(
    'E1 in %s never worked: it is removed and made anew',
    async (status) => {
      const name = `anew-${status.toLowerCase().replaceAll('_', '-')}`;
      const application = await deployedThen(name, status);
      const before = world.aws.stacks.find(`${name}-dev`)?.id;
      const { step, calls } = await deploy(world, application.folder);
      expectSuccess(step);
      expect(changesIn(calls)).toEqual(['cloudformation:DeleteStack', 'cloudformation:CreateStack']);
      const after = world.aws.stacks.find(`${name}-dev`);
      expect(after).toMatchObject({ status: 'CREATE_COMPLETE' });
      expect(after?.id).not.toBe(before);
      expect(
        annotationsOf(step, 'notice')
          .map(({ message }) => message)
          .join(),
      ).toContain(`${name}-dev never worked`);
    },
  );

  it('E1 in ROLLBACK_COMPLETE with a table that is retained is left as it is in a configured stage', async () => {
    const template = { Resources: { Table: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain' } } };
    const application = applicationOf('keeps');
    application.write({ 'api/resources.json': JSON.stringify(template) });
    expectSuccess((await deploy(world, application.folder)).step);
    world.aws.stacks.setStatus('keeps-dev', 'ROLLBACK_COMPLETE');
    const { step, calls } = await deploy(world, application.folder);
    expect(expectFailure(step, 'E_STACK_STATE').message).toMatch(
      /leave behind Table \(AWS::SQS::Queue .+\).*delete-stack/,
    );
    expect(changesIn(calls)).toEqual([]);
  });

  it.each([
    ['UPDATE_FAILED', 'RollbackStack'],
    ['UPDATE_ROLLBACK_FAILED', 'ContinueUpdateRollback'],
  ])('E1 in %s is rolled back first, then deployed over', async (status, action) => {
    const name = `back-${status.toLowerCase().replaceAll('_', '-')}`;
    const application = await deployedThen(name, status);
    const { step, calls } = await deploy(world, application.folder);
    expectSuccess(step);
    expect(changesIn(calls)).toEqual([`cloudformation:${action}`, 'cloudformation:UpdateStack']);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed', outputs: { greeting: 'next' } });
  });

  it("E1 in UPDATE_ROLLBACK_FAILED that fails again is a person's: no resource is ever skipped", async () => {
    const application = await deployedThen('stuck', 'UPDATE_ROLLBACK_FAILED');
    const stuck = setInterval(() => {
      const { status = '' } = world.aws.stacks.find('stuck-dev') ?? {};
      if (!status.endsWith('_FAILED')) world.aws.stacks.setStatus('stuck-dev', 'UPDATE_ROLLBACK_FAILED');
    }, 1);
    const { step, calls } = await deploy(world, application.folder);
    clearInterval(stuck);
    expect(expectFailure(step, 'E_STACK_STATE').message).toMatch(/UPDATE_ROLLBACK_FAILED.*continue-update-rollback/);
    expect(changesIn(calls)).toEqual(['cloudformation:ContinueUpdateRollback']);
  });

  it.each(
    sampleOf([
      ['CREATE_IN_PROGRESS', 'CREATE_COMPLETE'],
      ['UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE'],
      ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_COMPLETE'],
      ['UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE'],
      ['DELETE_IN_PROGRESS', 'DELETE_COMPLETE'],
    ]),
  )('E1 in %s is waited for, then deployed', async (during, after) => {
    const name = `waits-${during.toLowerCase().replaceAll('_', '-')}`;
    const application = await deployedThen(name, during);
    const before = looksAt(name).length;
    const running = deploy(world, application.folder);
    while (looksAt(name).length === before) await sleep(20);
    expect(commandsOf(application)).not.toContain('deploy');
    world.aws.stacks.setStatus(`${name}-dev`, after);
    const { step } = await running;
    expectSuccess(step);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed', outputs: { greeting: 'next' } });
  });

  it('E1 in ROLLBACK_IN_PROGRESS is waited for, then made anew', async () => {
    const application = await deployedThen('waits-rollback', 'ROLLBACK_IN_PROGRESS');
    const before = looksAt('waits-rollback').length;
    const running = deploy(world, application.folder);
    while (looksAt('waits-rollback').length === before) await sleep(20);
    expect(commandsOf(application)).not.toContain('deploy');
    world.aws.stacks.setStatus('waits-rollback-dev', 'ROLLBACK_COMPLETE');
    const { step, calls } = await running;
    expectSuccess(step);
    expect(changesIn(calls)).toEqual(['cloudformation:DeleteStack', 'cloudformation:CreateStack']);
  });

  it('E1 in REVIEW_IN_PROGRESS with the change set of a CLI that was cut off is made anew', async () => {
    const application = applicationOf('review');
    const changeSet = {
      StackName: 'review-dev',
      ChangeSetName: 'review-dev-change-set',
      ChangeSetType: 'CREATE',
    } as const;
    await makeChangeSet(changeSet);
    const { step } = await deploy(world, application.folder);
    expectSuccess(step);
    expect(world.aws.stacks.find('review-dev')?.status).toBe('CREATE_COMPLETE');
  });

  it("E1 in REVIEW_IN_PROGRESS with somebody else's change set is left as it is", async () => {
    const application = applicationOf('reviewed');
    await makeChangeSet({ StackName: 'reviewed-dev', ChangeSetName: 'by-hand', ChangeSetType: 'CREATE' });
    const { step, calls } = await deploy(world, application.folder);
    expect(expectFailure(step, 'E_STACK_STATE').message).toContain('REVIEW_IN_PROGRESS');
    expect(changesIn(calls)).toEqual([]);
  });
});

/** Makes a change set for a new stack, as the CLI or a person does, and leaves it. */
async function makeChangeSet(input: { StackName: string; ChangeSetName: string; ChangeSetType: 'CREATE' }) {
  const { accessKeyId, secretAccessKey } = world.aws.addUser(ACCOUNTS.dev);
  const client = new CloudFormationClient({
    endpoint: world.aws.url,
    region: REGION,
    credentials: { accessKeyId, secretAccessKey },
  });
  const Tags = [{ Key: 'STAGE', Value: 'dev' }];
  await client.send(new CreateChangeSetCommand({ ...input, Tags, TemplateBody: JSON.stringify(QUEUE) }));
}

describe('the verdict', () => {
  let made = 0;
  async function deployWith(stub: Partial<StubCli>): Promise<Deployment & { stack: string }> {
    made += 1;
    const application = applicationOf(`verdict-${made}`, stub);
    return { ...(await deploy(world, application.folder)), stack: `verdict-${made}-dev` };
  }

  it('E17 is failure where the CLI says success and there is no stack', async () => {
    const { step } = await deployWith({ before: "if (command === 'deploy') return true;" });
    expectFailure(step, 'E_DEPLOY_FAILED');
    expect(step.outputs['status']).toBe('failed');
  });

  it('E17 is failure where the CLI says success and the stack has rolled back', async () => {
    const reason = 'no more queues in this account';
    world.aws.faults.failResource({ stack: `verdict-${made + 1}-dev`, logicalId: 'Queue', on: 'create', reason });
    const { step } = await deployWith({});
    const { message } = expectFailure(step, 'E_DEPLOY_FAILED');
    expect(message).toContain('ROLLBACK_COMPLETE');
    expect(message).toContain(reason);
    expect(message).toContain('Queue');
  });

  const THROTTLED = "await deployPackage(folder); throw new Error('Rate exceeded');";

  it('E18 is success with a warning where the CLI says failure and its update is complete', async () => {
    const application = applicationOf('throttled');
    expectSuccess((await deploy(world, application.folder)).step);
    application.write({ 'api/resources.json': NEXT, ...stubCli({ ...STUB, beforeDeploy: THROTTLED }) });
    const { step } = await deploy(world, application.folder);
    expectSuccess(step);
    expect(step.outputs['status']).toBe('deployed');
    expect(annotationsOf(step, 'warning').map(({ message }) => message)).toEqual([expect.stringContaining('api')]);
  });

  it('E18 is failure where only the create is done, which comes before the update that brings the functions', async () => {
    const { step } = await deployWith({ beforeDeploy: THROTTLED });
    expect(expectFailure(step, 'E_DEPLOY_FAILED').message).toContain('Rate exceeded');
  });

  it('E15 waits for the stack where the CLI ends while it rolls back', async () => {
    const reason = 'Access denied. User is not authorized to perform: sqs:CreateQueue';
    const stack = `verdict-${made + 1}-dev`;
    world.aws.faults.failResource({ stack, logicalId: 'Queue', on: 'create', reason });
    // Ends as soon as it has asked for the stack, as a CLI does that stops at the first failed event.
    const beforeDeploy = `
      const { service } = JSON.parse(fs.readFileSync(path.join(folder, 'serverless-state.json'), 'utf8'));
      const TemplateBody = JSON.stringify(service.provider.compiledCloudFormationTemplate);
      await aws('CreateStack', { StackName: service.service + '-dev', TemplateBody });
      throw new Error('the stack failed');`;
    const { step } = await deployWith({ beforeDeploy });
    const { message } = expectFailure(step, 'E_DEPLOY_FAILED');
    expect(message).toContain('ROLLBACK_COMPLETE');
    expect(message).toContain(reason);
    expect(world.aws.stacks.find(stack)?.status).toBe('ROLLBACK_COMPLETE');
  });

  it('E16 is made where the CLI goes on for ever although the stack has failed for good: it is ended within a minute', async () => {
    const reason = 'no more queues in this account';
    world.aws.faults.failResource({ stack: `verdict-${made + 1}-dev`, logicalId: 'Queue', on: 'create', reason });
    const beforeDeploy =
      "await deployPackage(folder); setInterval(() => console.log('still looking'), 100); await new Promise(() => {});";
    const { step, stack } = await deployWith({ beforeDeploy });
    expect(expectFailure(step, 'E_DEPLOY_FAILED').message).toMatch(/ROLLBACK_COMPLETE.*no more queues/);
    expect(
      annotationsOf(step, 'warning')
        .map(({ message }) => message)
        .join(),
    ).toMatch(/went on although the stack is ROLLBACK_COMPLETE/);
    expect(world.aws.stacks.find(stack)?.status).toBe('ROLLBACK_COMPLETE');
    expect(step.orphans).toEqual([]);
  });

  it('E28 is what CloudFormation said, where the CLI dies of a signal', async () => {
    const { step } = await deployWith({ beforeDeploy: "process.kill(process.pid, 'SIGKILL'); await sleep(1000);" });
    const { message } = expectFailure(step, 'E_DEPLOY_FAILED');
    expect(message).toContain('SIGKILL');
  });
});
