import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { plantStage } from './plant.ts';
import { inFolder, QUEUE, type StubCli, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, changesIn, expectFailure, expectSuccess } from './verdict.ts';

const PROTECTED = { stages: { dev: { profile: 'dev', branch: 'master' } } };

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

/** An application of one service, in a stage whose configuration does not say `destroy: allowed`. */
function applicationOf(
  name: string,
  stub: Partial<StubCli> = {},
  template: object = QUEUE,
  more: Readonly<Record<string, unknown>> = PROTECTED,
): Application {
  const files = {
    'serverless-stages.yml': stagesFile({ api: 'api' }, {}, more),
    ...stubCli({ name: 'osls', version: '4.3.1', ...stub }),
    ...inFolder('api', stubService(name, template)),
  };
  const application = makeApplication(files, []);
  applications.push(application);
  return application;
}

const stackOf = (name: string) => world.aws.stacks.find(`${name}-dev`);
const createdBy = (name: string) =>
  world.aws.journal
    .of('cloudformation', 'CreateStack')
    .filter(({ params }) => params['StackName'] === `${name}-dev`)
    .map(({ params }) => params);
const COMMAND =
  /aws cloudformation update-termination-protection --enable-termination-protection --stack-name \S+ --region us-east-1/;

describe('the first deploy of a service in a configured stage', () => {
  it('is into a stack that is made with termination protection, which holds what the CLI brings', async () => {
    const { folder } = applicationOf('guarded');
    const { step, calls } = await deploy(world, folder);
    expectSuccess(step);
    expect(changesIn(calls)).toEqual(['cloudformation:CreateStack', 'cloudformation:UpdateStack']);
    expect(createdBy('guarded')).toMatchObject([{ Tags: [{ Key: 'STAGE', Value: 'dev' }] }]);
    expect(stackOf('guarded')).toMatchObject({ status: 'UPDATE_COMPLETE', terminationProtection: true });
    expect([...(stackOf('guarded')?.resources.keys() ?? [])]).toEqual(['Queue']);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed', outputs: { greeting: 'hello' } });
    const again = await deploy(world, folder, { inputs: { force: 'true' } });
    expectSuccess(again.step);
    expect(changesIn(again.calls)).not.toContain('cloudformation:CreateStack');
  });

  it('that fails leaves a stack that the next run deploys over: nothing has to be removed', async () => {
    const { folder } = applicationOf('flawed');
    world.aws.faults.failResource({ stack: 'flawed-dev', logicalId: 'Queue', on: 'create', reason: 'no more queues' });
    const { message } = expectFailure((await deploy(world, folder)).step, 'E_DEPLOY_FAILED');
    expect(message).toContain('no more queues');
    expect(message).toMatch(/the new stack holds nothing but/);
    world.aws.faults.clear();
    const next = await deploy(world, folder);
    expectSuccess(next.step);
    expect(changesIn(next.calls)).toEqual(['cloudformation:UpdateStack']);
    expect(stackOf('flawed')?.terminationProtection).toBe(true);
  });

  it('E17 has failed where the CLI says success and the stack is as it was made', async () => {
    const { folder } = applicationOf('idle', { before: "if (command === 'deploy') return true;" });
    expectFailure((await deploy(world, folder)).step, 'E_DEPLOY_FAILED');
    expectFailure((await deploy(world, folder)).step, 'E_DEPLOY_FAILED');
    expect(stackOf('idle')?.status).toBe('CREATE_COMPLETE');
  });

  it.each([
    ['loses sight', "throw new Error('Rate exceeded');", 'Rate exceeded'],
    ['says success', "console.log('Done.'); process.exit(0);", 'Done.'],
  ])(
    'E18 has failed where the CLI %s after its bucket, which comes before everything else',
    async (what, ends, said) => {
      const name = what.split(' ')[0] ?? '';
      const update = `
      const service = JSON.parse(fs.readFileSync(path.join(folder, 'serverless-state.json'), 'utf8')).service.service;
      const Resources = { NothingYet: { Type: 'AWS::CloudFormation::WaitConditionHandle' }, Bucket: { Type: 'AWS::S3::Bucket' } };
      const Outputs = { NothingYet: { Value: 'nothing is deployed yet' } };
      const body = { StackName: service + '-dev', TemplateBody: JSON.stringify({ Resources, Outputs }) };
      await aws('UpdateStack', { ...body, 'Tags.member.1.Key': 'STAGE', 'Tags.member.1.Value': 'dev' });
      for (let left = 50; left > 0 && !(await aws('DescribeStacks', body)).text.includes('>UPDATE_COMPLETE<'); left--) await sleep(20);
      ${ends}`;
      const { folder } = applicationOf(name, { beforeDeploy: update });
      for (const run of ['first', 'second']) {
        const { step } = await deploy(world, folder);
        expect(expectFailure(step, 'E_DEPLOY_FAILED').message, run).toContain(said);
        expect(stackOf(name)?.status).toBe('UPDATE_COMPLETE');
        expect([...(stackOf(name)?.resources.keys() ?? [])]).toContain('Bucket');
      }
    },
  );

  it('goes on with a warning and the command for a person where the role may not protect stacks', async () => {
    const { folder } = applicationOf('bare');
    const message = 'User is not authorized to perform: cloudformation:UpdateTerminationProtection';
    const call = { service: 'cloudformation', action: 'CreateStack' };
    world.aws.faults.add({ ...call, times: 1, status: 403, code: 'AccessDenied', message });
    const { step } = await deploy(world, folder);
    expectSuccess(step);
    expect(stackOf('bare')).toMatchObject({ status: 'CREATE_COMPLETE', terminationProtection: false });
    const warnings = annotationsOf(step, 'warning').map((warning) => warning.message);
    expect(warnings).toEqual([expect.stringMatching(COMMAND)]);
    expect(warnings[0]).toContain('cloudformation:UpdateTerminationProtection');
  });

  it('is into one that the CLI makes where the stage may be destroyed, or the service decides itself', async () => {
    const allowed = { stages: { dev: { profile: 'dev', branch: 'master', destroy: 'allowed' } } };
    const decides = `
      const state = path.join(folder, 'serverless-state.json');
      const text = fs.readFileSync(state, 'utf8').replace('"provider":{', '"provider":{"deletionProtection":false,');
      fs.writeFileSync(state, text);`;
    const open = applicationOf('open', {}, QUEUE, allowed);
    const own = applicationOf('own', { afterPackage: decides });
    for (const [name, { folder }] of Object.entries({ open, own })) {
      const { step, calls } = await deploy(world, folder);
      expectSuccess(step);
      expect(changesIn(calls), name).toEqual(['cloudformation:CreateStack']);
      expect(stackOf(name)?.terminationProtection, name).toBe(false);
    }
  });
});

describe('a stack under termination protection that never worked', () => {
  it('is a person’s: the error names the command that lifts it, and nothing is touched', async () => {
    const application = applicationOf('stuck');
    const dev = { kind: 'configured', stage: 'dev', wish: null } as const;
    const input = { EnableTerminationProtection: true };
    await plantStage(world, 'refs/heads/master', [{ name: 'stuck', template: QUEUE, stackInput: input }], dev);
    world.aws.stacks.setStatus('stuck-dev', 'ROLLBACK_COMPLETE');
    const { step, calls } = await deploy(world, application.folder);
    const { message } = expectFailure(step, 'E_STACK_PROTECTED');
    expect(message).toMatch(/--no-enable-termination-protection --stack-name stuck-dev --region us-east-1/);
    expect(message).toContain('ROLLBACK_COMPLETE');
    expect(changesIn(calls)).toEqual([]);
    expect(stubCalls(application.folder).map(({ command }) => command)).not.toContain('deploy');
  });
});
