import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  checkOut,
  type Deployment,
  deploy,
  makeApplication,
  outputOf,
  servicesOf,
  stagesFile,
  statusesOf,
} from './deployment.ts';
import { inFolder, outputsService, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

/** A stub that tells whose it is, and takes the milliseconds over a service that its file `slow` says (else 500). */
const CLI = stubCli({
  name: 'osls',
  version: '4.3.1',
  readsParameters: true,
  before: `console.log('told by', path.basename(process.cwd()));`,
  beforeDeploy: `if (fs.existsSync('slow')) await sleep(Number(fs.readFileSync('slow', 'utf8')) || 500);`,
});

let world: World;
const removals: (() => void)[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const remove of removals) remove();
});

/** Services by key, each with the keys that it depends on; their folders are their keys. */
function needing(needs: Readonly<Record<string, readonly string[]>>): Record<string, object> {
  const entries = Object.entries(needs).map(([key, on]) => [key, { path: key, 'depends-on': on }]);
  return Object.fromEntries(entries) as Record<string, object>;
}

/** The files of an application of stub services; names of services and of the application begin with `app`. */
function filesOf(app: string, needs: Readonly<Record<string, readonly string[]>>, version = 'one') {
  const files = Object.keys(needs).map((key) => inFolder(key, outputsService(`${app}-${key}`, { version })));
  return Object.assign({ 'serverless-stages.yml': stagesFile(needing(needs), {}, { app }) }, ...files);
}

async function deployFiles(files: Readonly<Record<string, string>>, install: readonly string[] = []) {
  const application = makeApplication(install.length > 0 ? files : { ...CLI, ...files }, install);
  removals.push(application.remove);
  return { ...(await deploy(world, application.folder)), folder: application.folder };
}

/** Names of stacks in the order in which they were asked for. */
const created = ({ calls }: Deployment) =>
  calls.filter(({ action }) => action === 'CreateStack').map(({ params }) => String(params['StackName']));
const rowOf = (step: StepResult, key: string) =>
  step.summary.split('\n').find((line) => line.startsWith(`| ${key} |`)) ?? '';

describe('a chain of three services whose second one fails', () => {
  const needs = { a: [], b: ['a'], c: ['b'] };
  const reason = 'no more queues (Service: Sqs, Status Code: 400)';
  let failed: StepResult;
  let again: StepResult;
  let commands: string[];
  beforeAll(async () => {
    expectSuccess((await deploy(world, checkOut(world, filesOf('chain', needs), CLI))).step);
    const twice = filesOf('chain', needs, 'two');
    const template = { Resources: { Queue: { Type: 'AWS::SQS::Queue' }, More: { Type: 'AWS::SQS::Queue' } } };
    const files = { ...twice, 'b/resources.json': JSON.stringify(template) };
    world.aws.faults.failResource({ stack: 'chain-b-dev', logicalId: 'More', on: 'create', reason });
    ({ step: failed } = await deploy(world, checkOut(world, files, CLI)));
    world.aws.faults.clear();
    const folder = checkOut(world, {}, CLI);
    ({ step: again } = await deploy(world, folder));
    commands = stubCalls(folder).map(({ command, cwd }) => `${command} ${cwd.slice(folder.length + 1)}`);
  });

  it('E30 deploys the first, and does not start the third, whose reason names the second', () => {
    const { message } = expectFailure(failed, 'E_DEPLOY_FAILED');
    expect(message).toContain(reason);
    expect(statusesOf(failed)).toEqual({ a: 'deployed', b: 'failed', c: 'not-started' });
    expect(servicesOf(failed)['c']?.reason).toMatch(/\bb\b/);
    expect(failed.outputs['status']).toBe('failed');
  });

  it('E30 has a row for each in the summary', () => {
    expect(rowOf(failed, 'a')).toMatch(/deployed/);
    expect(rowOf(failed, 'b')).toMatch(/failed/);
    expect(rowOf(failed, 'c')).toMatch(/not[ -]started/);
  });

  it('E30 goes on where it stopped when it is run again', () => {
    expectSuccess(again);
    expect(statusesOf(again)).toEqual({ a: 'unchanged', b: 'deployed', c: 'deployed' });
    expect(commands).toEqual(['package b', 'deploy b', 'package c', 'deploy c']);
    expect(servicesOf(again)['b']?.reason).toContain('its last deploy failed');
    expect(outputOf(world, 'chain-c-dev', 'version')).toBe('two');
  });
});

describe('services side by side', () => {
  const needs = { root: [], bad: ['root'], slow: ['root'], below: ['slow'], both: ['bad', 'slow'] };
  let step: StepResult;
  beforeAll(async () => {
    world.aws.faults.failResource({ stack: 'wide-bad-dev', logicalId: 'Queue', on: 'create', reason: 'no queue' });
    ({ step } = await deployFiles({ ...filesOf('wide', needs), 'slow/slow': '' }));
    world.aws.faults.clear();
  });

  it('E31 go on when one fails, and so does what depends on them alone', () => {
    expectFailure(step, 'E_DEPLOY_FAILED');
    expect(statusesOf(step)).toEqual({
      root: 'deployed',
      bad: 'failed',
      slow: 'deployed',
      below: 'deployed',
      both: 'not-started',
    });
    expect(servicesOf(step)['both']?.reason).toMatch(/\bbad\b/);
    expect(world.aws.stacks.find('wide-both-dev')).toBeUndefined();
  });

  it('have a group in the log each, whose lines are together, and lines that tell what runs and waits', () => {
    const opened = [...step.log.matchAll(/^##\[group\](\w+)/gm)].map(([, key]) => key);
    expect(opened.filter((key) => key !== undefined && key in needs).sort()).toEqual(['bad', 'below', 'root', 'slow']);
    expect(step.log.match(/^##\[group\]/gm)).toHaveLength(step.log.match(/^##\[endgroup\]/gm)?.length ?? 0);
    for (const [, key, text = ''] of step.log.matchAll(/^##\[group\](\w+)(.*?)^##\[endgroup\]/gms)) {
      expect(new Set(text.match(/^told by \w+/gm))).toEqual(new Set([`told by ${key}`]));
    }
    expect(step.log).toMatch(/running: root · waiting: .*below for slow.* · done: 0 of 5/);
    expect(step.log).toMatch(/done: 5 of 5/);
  });
});

const READING = {
  'serverless-stages.yml': stagesFile({ a: 'a', b: 'b' }, {}, { app: 'reading' }),
  ...inFolder('a', outputsService('reading-a', { value: '${param:b.value}' })),
  ...inFolder('b', outputsService('reading-b', { value: '${param:a.value}' })),
};
const TYPO = {
  'serverless-stages.yml': stagesFile({}, {}, { app: 'unknown' }),
  'serverless-compose.yml': 'services: { first: { path: one }, second: { path: two, dependsOn: frist } }\n',
  ...inFolder('one', stubService('unknown-one')),
  ...inFolder('two', stubService('unknown-two')),
};

describe('the order of services', () => {
  it('B10 of a diamond is what they need, then that of the configuration', async () => {
    const deployment = await deployFiles(filesOf('diamond', { d: ['b', 'c'], c: ['a'], b: ['a'], a: [] }, 'one'));
    expectSuccess(deployment.step);
    const [first, ...rest] = created(deployment);
    expect(first).toBe('diamond-a-dev');
    expect(rest.slice(0, 2).sort()).toEqual(['diamond-b-dev', 'diamond-c-dev']);
    expect(rest[2]).toBe('diamond-d-dev');
    expect(Object.keys(servicesOf(deployment.step))).toEqual(['d', 'c', 'b', 'a']);
  });

  it('has no levels: a service starts when what it needs is done, whatever else still runs', async () => {
    const files = filesOf('free', { slow: [], late: ['slow'], quick: [], next: ['quick'], last: ['next'] });
    const deployment = await deployFiles({ ...files, 'slow/slow': '6000' });
    expectSuccess(deployment.step);
    expect(created(deployment).map((name) => name.split('-')[1])).toEqual(['quick', 'next', 'last', 'slow', 'late']);
  });

  it.each(
    sampleOf([
      ['a circle', 'E_DEPENDENCY_CYCLE', /a → b → c → a/, filesOf('refused', { a: ['b'], b: ['c'], c: ['a'] })],
      ['itself', 'E_DEPENDENCY_CYCLE', /a → a/, filesOf('refused', { a: ['a'] })],
      ['a circle of outputs', 'E_DEPENDENCY_CYCLE', /a → b → a/, READING],
      ['a name that is almost right', 'E_SERVICE_UNKNOWN', /frist.*first/, TYPO],
    ] as const),
  )('B10 is refused before anything is changed where it is %s', async (_what, code, text, files) => {
    const { step, calls } = await deployFiles(files);
    expect(expectFailure(step, code).message).toMatch(text);
    expect(changesIn(calls)).toEqual([]);
  });

  it('B10 is refused with the place in the file before credentials are asked for', async () => {
    const application = makeApplication(filesOf('typo', { database: [], api: ['databse'] }), []);
    removals.push(application.remove);
    const context = { ...world.dispatchRun('refs/heads/master'), workspace: application.folder };
    const step = await world.job(context).run({ action: 'load-profile', inputs: { stage: 'dev' } });
    expect(expectFailure(step, 'E_SERVICE_UNKNOWN').message).toMatch(/:\d+:\d+: .*databse.*database/);
  });

  it('B11 is of no use to two services that would have one stack', async () => {
    const files = { ...filesOf('twins', { a: [], b: [] }), ...inFolder('b', stubService('twins-a')) };
    const { step, calls } = await deployFiles(files);
    expect(expectFailure(step, 'E_STACK_COLLISION').message).toContain('twins-a');
    expect(changesIn(calls)).toEqual([]);
  });
});

const CHAIN = {
  'serverless-stages.yml': stagesFile({ c: 'c', b: 'b', a: 'a' }, { parameters: { seed: 'ü"1"' } }, { app: 'links' }),
  ...inFolder('a', outputsService('links-a', { value: '${param:seed}' })),
  ...inFolder('b', outputsService('links-b', { value: '${param:a.value}+b' })),
  ...inFolder('c', outputsService('links-c', { value: '${param:b.value}+c', both: '${param:a.value}' })),
};
const renamed = (to: string) => JSON.parse(JSON.stringify(CHAIN).replaceAll('links', to)) as typeof CHAIN;

describe('a chain of outputs', () => {
  it.each([
    ['the stub', 'links-stub', []],
    ['osls', 'links-osls', ['osls']],
  ] as const)('is handed on from service to service by %s', async (_cli, name, install) => {
    const { step } = await deployFiles(renamed(name), install);
    expectSuccess(step);
    expect(statusesOf(step)).toEqual({ c: 'deployed', b: 'deployed', a: 'deployed' });
    expect(outputOf(world, `${name}-c-dev`, 'value')).toBe('ü"1"+b+c');
    expect(outputOf(world, `${name}-c-dev`, 'both')).toBe('ü"1"');
    expect(servicesOf(step)['c']?.reads).toEqual([
      { service: 'a', stage: 'dev' },
      { service: 'b', stage: 'dev' },
    ]);
  });
});

describe('an application with a serverless-compose.yml', () => {
  it('is deployed as it says: services, dependsOn, params', async () => {
    const compose = `services:
  first: { path: services/one }
  second: { path: services/two, params: { theirs: 'from \${first.value}', stage: '\${sls:stage}', count: 3 } }
  third: { path: services/three, dependsOn: [second] }
`;
    const params = { theirs: '${param:theirs}', stage: '${param:stage}', count: '${param:count}' };
    const deployment = await deployFiles({
      'serverless-stages.yml': stagesFile({}, {}, { app: 'composed' }),
      'serverless-compose.yml': compose,
      ...inFolder('services/one', outputsService('composed-one', { value: '1 {"a"}' })),
      ...inFolder('services/two', outputsService('composed-two', params)),
      ...inFolder('services/three', stubService('composed-three')),
    });
    expectSuccess(deployment.step);
    expect(created(deployment)).toEqual(['composed-one-dev', 'composed-two-dev', 'composed-three-dev']);
    expect(outputOf(world, 'composed-two-dev', 'theirs')).toBe('from 1 {"a"}');
    expect(outputOf(world, 'composed-two-dev', 'stage')).toBe('dev');
    expect(outputOf(world, 'composed-two-dev', 'count')).toBe('3');
  });
});
