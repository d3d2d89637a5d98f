import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSetClient } from '../local-aws/change-set-client.ts';
import type { CallFault } from '../local-aws/faults.ts';
import { stackClient } from '../local-aws/stack-client.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, checkOut, type Deployment, deploy, makeApplication, stagesFile } from './deployment.ts';
import { changesOf, checkedOf, errorOf, questionsIn } from './safeguards-checked.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, changesIn, expectSuccess } from './verdict.ts';

const NAME = 'serverless-stages-changes';
const STUB = stubCli({ name: 'osls', version: '4.3.1' });
const topic = (DisplayName: string) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName } });
const service = (app: string, Resources: object) =>
  inFolder('api', stubService(app, { Resources: { ...QUEUE.Resources, ...Resources } }));

let world: World;
const removals: (() => void)[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const remove of removals) remove();
});

/** An application whose service is deployed, and is then changed without being deployed. */
async function changed(app: string, safeguards: readonly unknown[] = []): Promise<Application> {
  const profile = safeguards.length === 0 ? {} : { safeguards };
  const file = { 'serverless-stages.yml': stagesFile({ api: 'api' }, profile, { app }) };
  const application = makeApplication({ ...file, ...STUB, ...service(app, { Topic: topic('one') }) }, []);
  removals.push(application.remove);
  expectSuccess((await deploy(world, application.folder)).step);
  application.write(service(app, { Topic: topic('two') }));
  return application;
}

const ours = (app: string) => world.aws.stacks.find(`${app}-dev`)?.changeSets.get(NAME);
const titleOf = (app: string) => world.aws.stacks.find(`${app}-dev`)?.resources.get('Topic')?.properties['DisplayName'];

describe('the question what a deploy changes', () => {
  it('is at most four calls more, polls and pages aside', async () => {
    const { calls } = await deploy(world, (await changed('counted')).folder);
    // The stub asks none of these.
    const more = /^(Create|Describe|Delete|List)ChangeSets?$|^GetTemplate/;
    // The template as it was sent is read by the check after the deploy.
    const asked = calls.filter(
      ({ service: of, action, params }) =>
        of === 'cloudformation' && more.test(action) && params['TemplateStage'] !== 'Original',
    );
    const polls = asked.filter(({ action }) => action === 'DescribeChangeSet').length - 1;
    expect(asked.length - polls, asked.map(({ action }) => action).join()).toBeLessThanOrEqual(4);
  });

  it('is not asked for a service that is packaged in doubt and has no change, nor for one that is left alone', async () => {
    const application = await changed('doubt');
    expectSuccess((await deploy(world, application.folder)).step);
    const again = await deploy(world, application.folder);
    expect(again.step.outputs['status']).toBe('unchanged');
    expect(questionsIn(again.calls)).toEqual([]);

    const files = {
      'serverless-stages.yml': stagesFile({ api: 'api' }, {}, { app: 'alone' }),
      ...service('alone', {}),
    };
    expectSuccess((await deploy(world, checkOut(world, files, STUB, 'alone'))).step);
    const { step, calls } = await deploy(world, checkOut(world, {}, STUB, 'alone'));
    expect(step.outputs['status']).toBe('unchanged');
    expect(questionsIn(calls)).toEqual([]);
  });

  it.each([
    ['made', -1000],
    // CloudFormation refuses to delete it for so long.
    ['on its way', 5000],
  ])('is asked again where a killed run has left its change set behind, which is %s', async (what, ready) => {
    const app = `killed-${what.replaceAll(' ', '-')}`;
    const application = await changed(app);
    const sets = changeSetClient(stackClient(world.aws, ACCOUNTS.dev, REGION));
    const other = { Resources: { ...QUEUE.Resources, Other: topic('other') } };
    await sets.create(`${app}-dev`, other, { ChangeSetName: NAME });
    Object.assign(ours(app) ?? {}, { readyAt: world.aws.clock.now() + ready, looksLeft: 1000 });
    const { step } = await deploy(world, application.folder);
    expectSuccess(step);
    expect(changesOf(step, 'api')).toEqual(['modify Topic']);
    expect(titleOf(app)).toBe('two');
    expect(ours(app)).toBeUndefined();
  });

  it('leaves no change set behind where a safeguard forbids the deploy', async () => {
    const application = await changed('forbidden', ['no-public-bucket']);
    const Pages = { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } };
    application.write(service('forbidden', { Topic: topic('two'), Pages }));
    const { step } = await deploy(world, application.folder);
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: .*no-public-bucket/);
    expect(changesOf(step, 'api')).toEqual(['add Pages', 'modify Topic']);
    expect(ours('forbidden')).toBeUndefined();
    expect(titleOf('forbidden')).toBe('one');
  });
});

const USER = `User: arn:aws:sts::${ACCOUNTS.dev}:assumed-role/serverless-stages/acme-workshop-3001-1`;
const denied = (action: string): CallFault => ({
  action,
  code: 'AccessDenied',
  status: 403,
  message: `${USER} is not authorized to perform: cloudformation:${action} because no identity-based policy allows it`,
});
const CASES: readonly (readonly [what: string, name: string, fault: CallFault, reason: RegExp])[] = [
  ['is denied CreateChangeSet', 'no-create', denied('CreateChangeSet'), /CreateChangeSet/],
  ['is denied DescribeChangeSet', 'no-describe', denied('DescribeChangeSet'), /DescribeChangeSet/],
  [
    'is told that the template cannot be',
    'invalid',
    { action: 'CreateChangeSet', code: 'ValidationError', message: 'Template error: no such thing' },
    /Template error: no such thing/,
  ],
];
const isOurs = (params: Record<string, unknown>) => String(params['ChangeSetName']).includes(NAME);

/** Deploys a change while these calls about our change set fail. */
async function deployWith(app: string, fault: CallFault, safeguards: readonly unknown[]): Promise<Deployment> {
  const application = await changed(app, safeguards);
  const handle = world.aws.faults.add({ service: 'cloudformation', match: isOurs, ...fault });
  const deployment = await deploy(world, application.folder);
  handle.remove();
  expect(handle.hits).toBeGreaterThan(0);
  return deployment;
}

describe('a run that cannot say what it changes, as it', () => {
  it.each(CASES)('%s blocks a configured stage, and the log says why', async (_what, name, fault, reason) => {
    const { step, calls } = await deployWith(`error-${name}`, fault, []);
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: .*no-stateful-replacement/);
    expect(checkedOf(step, 'api')['no-stateful-replacement']).toMatchObject({ status: 'failed' });
    expect(step.log).toMatch(reason);
    expect(changesIn(calls)).toEqual([]);
    expect(titleOf(`error-${name}`)).toBe('one');
    expect(ours(`error-${name}`)).toBeUndefined();
  });

  it.each(CASES)('%s is only warned where the safeguard only warns', async (_what, name, fault, reason) => {
    const warning = [{ 'no-stateful-replacement': { level: 'warning' } }];
    const { step } = await deployWith(`warning-${name}`, fault, warning);
    expectSuccess(step);
    expect(checkedOf(step, 'api')['no-stateful-replacement']).toMatchObject({ status: 'warned' });
    const warnings = annotationsOf(step, 'warning').map(({ message }) => message);
    expect(warnings).toContainEqual(expect.stringContaining('no-stateful-replacement'));
    expect(step.log).toMatch(reason);
    expect(titleOf(`warning-${name}`)).toBe('two');
    expect(ours(`warning-${name}`)).toBeUndefined();
  });

  it('is denied CreateChangeSet is not told to write a waiver that is refused: it names no resource', async () => {
    const { step } = await deployWith('advice', denied('CreateChangeSet'), []);
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: .*no-stateful-replacement/);
    expect(errorOf(step)).not.toMatch(/waivers: \[\{ safeguard: no-stateful-replacement, service: api, owner/);
  });

  it('gets no answer of DescribeChangeSet leaves no change set behind', async () => {
    const fault = { action: 'DescribeChangeSet', status: 503, code: 'ServiceUnavailable', message: 'try later' };
    const { step } = await deployWith('unavailable', fault, []);
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: .*no-stateful-replacement/);
    expect(ours('unavailable')).toBeUndefined();
  });
});

describe('a first deploy', () => {
  it('needs no right to ask', async () => {
    const file = { 'serverless-stages.yml': stagesFile({ api: 'api' }, {}, { app: 'new' }) };
    const application = makeApplication({ ...file, ...STUB, ...service('new', { Topic: topic('one') }) }, []);
    removals.push(application.remove);
    const handles = ['CreateChangeSet', 'DescribeChangeSet'].map((action) => {
      return world.aws.faults.add({ service: 'cloudformation', ...denied(action) });
    });
    const { step } = await deploy(world, application.folder);
    for (const handle of handles) handle.remove();
    expectSuccess(step);
    expect(changesOf(step, 'api')).toEqual(['add Queue', 'add Topic']);
  });
});
