import { CloudFormationClient, CreateStackCommand, UpdateStackCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { inFolder, QUEUE, type StubCli, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

function applicationOf(name: string, stub: Partial<StubCli> = {}): Application {
  const files = { ...stubCli({ name: 'osls', version: '4.3.1', ...stub }), ...inFolder('api', stubService(name)) };
  const application = makeApplication({ 'serverless-stages.yml': stagesFile({ api: 'api' }), ...files }, []);
  applications.push(application);
  return application;
}

/** Somebody with keys of the account, beside our runs. */
function somebody(): CloudFormationClient {
  return new CloudFormationClient({
    endpoint: world.aws.url,
    region: REGION,
    credentials: world.aws.addUser(ACCOUNTS.dev),
  });
}

async function untilComplete(name: string): Promise<void> {
  while (!world.aws.stacks.find(name)?.status.endsWith('_COMPLETE'))
    await new Promise((resolve) => setTimeout(resolve, 5));
}

const OTHER = JSON.stringify({ ...QUEUE, Outputs: { greeting: { Value: 'by hand' } } });

describe('a stack of the name that a service would have', () => {
  it('is left untouched where its tag names another stage', async () => {
    const tags = [{ Key: 'STAGE', Value: 'qa' }];
    await somebody().send(new CreateStackCommand({ StackName: 'owned-dev', TemplateBody: OTHER, Tags: tags }));
    await untilComplete('owned-dev');
    const { step, calls } = await deploy(world, applicationOf('owned').folder);
    expect(expectFailure(step, 'E_STACK_FOREIGN').message).toContain('"qa"');
    expect(changesIn(calls)).toEqual([]);
  });

  it('is adopted by a configured stage where it has no tag', async () => {
    await somebody().send(new CreateStackCommand({ StackName: 'untagged-dev', TemplateBody: OTHER }));
    await untilComplete('untagged-dev');
    const { step } = await deploy(world, applicationOf('untagged').folder);
    expectSuccess(step);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed', outputs: { greeting: 'hello' } });
  });
});

describe('a CLI that sees no change', () => {
  const lazy = `if (command === 'deploy' && !argv.includes('--force') && fs.existsSync(path.join(workspace, 'lazy'))) {
    console.log('No changes to deploy. Deployment skipped.'); return true; }`;

  it('E39 is made to deploy where another template is live than the one that is packaged', async () => {
    const application = applicationOf('drifted', { before: lazy });
    expectSuccess((await deploy(world, application.folder)).step);
    const tags = [{ Key: 'STAGE', Value: 'dev' }];
    await somebody().send(new UpdateStackCommand({ StackName: 'drifted-dev', TemplateBody: OTHER, Tags: tags }));
    await untilComplete('drifted-dev');
    application.write({ lazy: '', 'calls.jsonl': null });
    const { step } = await deploy(world, application.folder);
    expectSuccess(step);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed', outputs: { greeting: 'hello' } });
    const deploys = stubCalls(application.folder).filter(({ command }) => command === 'deploy');
    expect(deploys.map(({ argv }) => argv.includes('--force'))).toEqual([false, true]);
  });

  it('is believed where the packaged template is live', async () => {
    const application = applicationOf('settled', { before: lazy });
    expectSuccess((await deploy(world, application.folder)).step);
    application.write({ lazy: '', 'calls.jsonl': null });
    const { step } = await deploy(world, application.folder);
    expect(step.outputs['status']).toBe('unchanged');
    expect(stubCalls(application.folder).map(({ command }) => command)).toEqual(['package', 'deploy']);
  });
});
