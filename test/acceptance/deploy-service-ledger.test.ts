import { CloudFormationClient, UpdateStackCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  checkOut,
  type Deployment,
  deploy,
  deployPreview,
  outputOf,
  PREVIEWS,
  servicesOf,
  stagesFile,
  statusesOf,
} from './deployment.ts';
import { inFolder, outputsService, QUEUE, stubCalls, stubCli } from './stub-cli.ts';
import { annotationsOf, changesIn, expectFailure, expectSuccess } from './verdict.ts';

const CLI = stubCli({ name: 'osls', version: '4.3.1', readsParameters: true });
const TEMPLATE = JSON.stringify({ ...QUEUE, Outputs: { other: { Value: 'by hand' } } });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The files of an application `app` with one service, whose record and stack are named for it too. */
function filesOf(app: string, value = 'canary-value-of-an-output') {
  const parameters = { literal: 'canary-literal-parameter' };
  return {
    'serverless-stages.yml': stagesFile({ api: 'api' }, { parameters }, { app, ...PREVIEWS }),
    ...inFolder('api', outputsService(`${app}-api`, { value, read: '${param:literal}' })),
  };
}
const nameOf = (app: string, rest: string) => `/serverless-stages/${app}/configured/dev/${rest}`;
const textOf = (name: string) => world.aws.ssm.get(ACCOUNTS.dev, REGION, name)?.value ?? '';
const put = (name: string, value: string) => world.aws.ssm.put(ACCOUNTS.dev, REGION, name, value);
const recordOf = (app: string) => JSON.parse(textOf(nameOf(app, `${app}-api`)));
/** Deploys the application for the first time. */
async function deployed(app: string): Promise<Deployment> {
  const deployment = await deploy(world, checkOut(world, filesOf(app), CLI));
  expectSuccess(deployment.step);
  return deployment;
}

/** The same deployment once more, in a fresh checkout. */
async function again(): Promise<Deployment & { commands: string[] }> {
  const folder = checkOut(world, {}, CLI);
  const deployment = await deploy(world, folder);
  return { ...deployment, commands: stubCalls(folder).map(({ command }) => command) };
}

describe('the ledger', () => {
  let first: Deployment;
  beforeAll(async () => {
    first = await deployed('kept');
  });

  it('has the record as deploying before the first call that can make a stack, and the verdict after the last', () => {
    const written = first.calls.flatMap(({ action, params }, index) =>
      action === 'PutParameter' && params['Name'] === nameOf('kept', 'kept-api')
        ? [{ index, status: JSON.parse(String(params['Value'])).status as string }]
        : [],
    );
    expect(written.map(({ status }) => status)).toEqual(['deploying', 'deployed']);
    const created = first.calls.findIndex(({ action }) => action === 'CreateStack');
    expect(created).toBeGreaterThan(written[0]?.index ?? Number.NaN);
    expect(created).toBeLessThan(written[1]?.index ?? Number.NaN);
  });

  it('is locked before it is read, and free after the last record', () => {
    const [lock, ...rest] = first.calls.flatMap(({ action, params }) => {
      const name = String(params['Name'] ?? params['Path'] ?? params['Names']);
      return name.includes('/serverless-stages/') ? [`${action} ${name.endsWith('/lock') ? 'lock' : 'record'}`] : [];
    });
    expect(lock).toMatch(/lock$/);
    expect(rest.indexOf('PutParameter lock')).toBeLessThan(rest.findIndex((call) => call.endsWith('record')));
    expect(rest.lastIndexOf('PutParameter lock')).toBeGreaterThan(rest.lastIndexOf('PutParameter record'));
    expect(JSON.parse(textOf(nameOf('kept', '_repository/1001/lock')))).not.toHaveProperty('holder');
  });

  it('says what is there: commit, owner, stack; and what the repository wants', () => {
    const commit = world.repository.head('master');
    const stack = world.aws.stacks.find('kept-api-dev')?.id;
    const owner = { kind: 'repository', id: '1001' };
    expect(recordOf('kept')).toMatchObject({ owner, status: 'deployed', commit, completed: { commit, stack } });
    const wanted = { owner, complete: true, commit, completedCommit: commit, regions: [REGION] };
    expect(JSON.parse(textOf(nameOf('kept', '_repository/1001')))).toMatchObject(wanted);
  });

  it('never holds a value of a parameter or an output', () => {
    expect(outputOf(world, 'kept-api-dev', 'read')).toBe('canary-literal-parameter');
    const stored = world.aws.ssm.list(ACCOUNTS.dev, REGION).filter(({ name }) => name.includes('/kept/'));
    expect(stored.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(stored.flatMap(({ versions }) => versions))).not.toMatch(/canary-(literal|value)/);
  });
});

describe('a service whose record says that it is deployed and has not changed', () => {
  const changeRecord = (app: string, changes: object) =>
    put(nameOf(app, `${app}-api`), JSON.stringify({ ...recordOf(app), ...changes }));
  const setStatus = (app: string, status: string) => world.aws.stacks.setStatus(`${app}-api-dev`, status);

  /** As if the stack that was deployed had been removed, and another one of its name made. */
  function otherStack(app: string): void {
    const { completed } = recordOf(app);
    changeRecord(app, { completed: { ...completed, stack: completed.stack.replace(/....$/, '0000') } });
  }

  async function updateByHand(app: string): Promise<void> {
    const Tags = [{ Key: 'STAGE', Value: 'dev' }];
    const credentials = world.aws.addUser(ACCOUNTS.dev);
    const client = new CloudFormationClient({ endpoint: world.aws.url, region: REGION, credentials });
    await client.send(new UpdateStackCommand({ StackName: `${app}-api-dev`, TemplateBody: TEMPLATE, Tags }));
    while (world.aws.stacks.find(`${app}-api-dev`)?.status !== 'UPDATE_COMPLETE')
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it('E39 is left alone where its stack is as the record says: no package, no CLI, no change', async () => {
    await deployed('alone');
    const commit = world.repository.head('master').slice(0, 7);
    const { step, calls, commands } = await again();
    expectSuccess(step);
    const expected = { status: 'unchanged', reason: `nothing differs since ${commit}` };
    expect(servicesOf(step)['api']).toMatchObject(expected);
    expect(commands).toEqual([]);
    expect(changesIn(calls)).toEqual([]);
  });

  it.each<[string, (app: string) => unknown, RegExp]>([
    ['failed-update', (app) => setStatus(app, 'UPDATE_ROLLBACK_COMPLETE'), /its stack is UPDATE_ROLLBACK_COMPLETE/],
    ['gone', (app) => setStatus(app, 'DELETE_COMPLETE'), /its stack is gone/],
    ['by-hand', updateByHand, /its stack was changed by something else/],
    ['cut-off', (app) => changeRecord(app, { status: 'deploying' }), /cut off/],
    ['failed', (app) => changeRecord(app, { status: 'failed' }), /its last deploy failed/],
    ['another-arn', otherStack, /its stack/],
  ])('E39 is deployed where it is not: %s', async (app, happen, reason) => {
    await deployed(app);
    await happen(app);
    const { step, commands } = await again();
    expectSuccess(step);
    expect(servicesOf(step)['api']?.reason).toMatch(reason);
    expect(step.log).toMatch(reason);
    expect(commands).toEqual(['package', 'deploy']);
    expect(outputOf(world, `${app}-api-dev`, 'value')).toBe('canary-value-of-an-output');
    expect(recordOf(app)).toMatchObject({ status: 'deployed' });
    expect(statusesOf((await again()).step)).toEqual({ api: 'unchanged' });
  });

  it('E21 is no failure where a change whose update failed was taken back, though the stack stays as it is', async () => {
    await deployed('taken-back');
    const { Queue } = QUEUE.Resources;
    world.aws.faults.failResource({ stack: 'taken-back-api-dev', logicalId: 'More', on: 'create', reason: 'no more' });
    const more = { 'api/resources.json': JSON.stringify({ Resources: { Queue, More: Queue } }) };
    expectFailure((await deploy(world, checkOut(world, more, CLI))).step, 'E_DEPLOY_FAILED');
    world.aws.faults.clear();
    const { step } = await deploy(world, checkOut(world, filesOf('taken-back'), CLI));
    expectSuccess(step);
    expect(recordOf('taken-back')).toMatchObject({ status: 'deployed' });
  });
});

describe('a record of another owner', () => {
  it('E26 is untouched, and so is its stack', async () => {
    await deployed('foreign');
    const owner = { kind: 'repository', id: '2002', name: 'acme/other' };
    const record = JSON.stringify({ ...recordOf('foreign'), owner });
    put(nameOf('foreign', 'foreign-api'), record);
    const { step, calls } = await deploy(world, checkOut(world, filesOf('foreign', 'new'), CLI));
    expect(expectFailure(step, 'E_STACK_FOREIGN').message).toContain('acme/other');
    expect(changesIn(calls)).toEqual([]);
    expect(textOf(nameOf('foreign', 'foreign-api'))).toBe(record);
    expect(outputOf(world, 'foreign-api-dev', 'value')).toBe('canary-value-of-an-output');
  });
});

describe('a stack without a record', () => {
  it('E37 is adopted by a configured stage, with a notice, and has a record from then on', async () => {
    await deployed('adopted');
    world.aws.ssm.remove(ACCOUNTS.dev, REGION, nameOf('adopted', 'adopted-api'));
    const { step } = await again();
    expectSuccess(step);
    const notices = annotationsOf(step, 'notice').map(({ message }) => message);
    expect(notices).toEqual([expect.stringContaining('adopted-api-dev')]);
    expect(recordOf('adopted')).toMatchObject({ status: 'deployed', stackName: 'adopted-api-dev' });
  });

  it('E37 is refused to a preview, and untouched', async () => {
    await deployed('refused');
    const folder = checkOut(
      world,
      inFolder('api', outputsService('refused-api', { value: 'new' })),
      CLI,
      'work/refused',
    );
    const { number } = await world.github.pulls.open({ head: 'work/refused', base: 'master' });
    const { stage, step } = await deployPreview(world, folder, number);
    expectSuccess(step);
    const name = `/serverless-stages/refused/preview/${stage}/refused-api`;
    expect(world.aws.ssm.remove(ACCOUNTS.dev, REGION, name)).toBe(true);
    const refused = await deployPreview(world, folder, number);
    expect(expectFailure(refused.step, 'E_STACK_FOREIGN').message).toContain(`refused-api-${stage}`);
    expect(changesIn(refused.calls)).toEqual([]);
    expect(textOf(name)).toBe('');
  });
});

describe('a parameter of the ledger that cannot be read', () => {
  it.each(
    sampleOf([
      ['a record', 'unread-record', 'unread-record-api', '{"schemaVersion":1,"status":"perhaps"}'],
      ['what the repository wants', 'unread-repository', '_repository/1001', 'no JSON'],
      ['the lock', 'unread-lock', '_repository/1001/lock', '{}'],
    ]),
  )('is E_LEDGER with the command that removes it, which mends it: %s', async (_what, app, rest, text) => {
    await deployed(app);
    put(nameOf(app, rest), text);
    const { step, calls } = await deploy(world, checkOut(world, filesOf(app, 'new'), CLI));
    const { message } = expectFailure(step, 'E_LEDGER');
    expect(message).toContain(nameOf(app, rest));
    expect(changesIn(calls)).toEqual([]);
    expect(textOf(nameOf(app, rest))).toBe(text);
    expect(message).toMatch(/aws ssm delete-parameter --name/);
    world.aws.ssm.remove(ACCOUNTS.dev, REGION, nameOf(app, rest));
    expectSuccess((await again()).step);
  });
});

describe('a parameter of the ledger of another type', () => {
  it.each([
    ['a record', 'SecureString', 'typed-record', 'typed-record-api'],
    ['what the repository wants', 'StringList', 'typed-wish', '_repository/1001'],
    ['the lock', 'SecureString', 'typed-lock', '_repository/1001/lock'],
  ] as const)('is named as that: %s as a %s', async (_what, type, app, rest) => {
    await deployed(app);
    const name = nameOf(app, rest);
    const before = textOf(name);
    world.aws.ssm.remove(ACCOUNTS.dev, REGION, name);
    world.aws.ssm.put(ACCOUNTS.dev, REGION, name, before, { type });
    const { step, calls } = await deploy(world, checkOut(world, filesOf(app, 'new'), CLI));
    const { message } = expectFailure(step, 'E_LEDGER');
    expect(message).toContain(name);
    expect(message).toContain(`it is a ${type}`);
    expect(changesIn(calls)).toEqual([]);
  });
});

describe('an export that another stack imports', () => {
  const exporting = (Value: string) =>
    JSON.stringify({ ...QUEUE, Outputs: { name: { Value, Export: { Name: 'exported-name' } } } });
  const Value = { 'Fn::ImportValue': 'exported-name' };
  const importing = JSON.stringify({ ...QUEUE, Outputs: { got: { Value } } });

  it('E27 cannot be changed, and the importers are named', async () => {
    const configuration = stagesFile({ out: 'out', in: { path: 'in', 'depends-on': ['out'] } }, {}, { app: 'exports' });
    const files = {
      'serverless-stages.yml': configuration,
      ...inFolder('out', { ...outputsService('exports-out', {}), 'resources.json': exporting('one') }),
      ...inFolder('in', { ...outputsService('exports-in', {}), 'resources.json': importing }),
    };
    expectSuccess((await deploy(world, checkOut(world, files, CLI))).step);
    const folder = checkOut(world, { 'out/resources.json': exporting('two') }, CLI);
    const { step } = await deploy(world, folder);
    const { message } = expectFailure(step, 'E_DEPLOY_FAILED');
    for (const text of ['exported-name', 'exports-in-dev']) expect(message).toContain(text);
    expect(statusesOf(step)).toMatchObject({ out: 'failed' });
  });
});
