import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeployResult } from '../../core/deploy/result.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS } from '../world/accounts.ts';
import { writeFiles } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, deploy, stagesFile } from './deployment.ts';
import { inFolder, outputsService, stubCalls, stubCli } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const US = 'us-east-1';
const EU = 'eu-west-1';
/** One that an account has to enable. */
const LATER = 'eu-south-1';
const BOTH = { region: [US, EU] };

/** A stub that notes when a command begins and ends, with its folder; each takes a while. */
const note = (word: string) =>
  `fs.appendFileSync(path.join(workspace, 'spans'), '${word} ' + path.basename(process.cwd()) + '\\n');`;
const CLI = stubCli({
  name: 'osls',
  version: '4.3.1',
  readsParameters: true,
  before: `${note('begin')} process.on('exit', () => { ${note('end')} }); await sleep(100);`,
});

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const resultOf = (step: StepResult) => JSON.parse(step.outputs['result'] ?? '') as DeployResult;
/** `key region status` of each deployment. */
const rowsOf = (step: StepResult) =>
  resultOf(step).services.map(({ key, region, status }) => `${key} ${region} ${status}`);
const stackIn = (region: string, name: string) => world.aws.stacks.find(name, { account: ACCOUNTS.dev, region });
const recordIn = (region: string, app: string, rest: string) =>
  world.aws.ssm.get(ACCOUNTS.dev, region, `/serverless-stages/${app}/configured/dev/${rest}`)?.value;

/** The services `a` and `b` of an application, both in both regions; `b` reads what `a` says of its region. */
function filesOf(app: string, profile: Readonly<Record<string, unknown>> = BOTH) {
  const place = { Value: { Ref: 'AWS::Region' } };
  const Resources = {
    Queue: { Type: 'AWS::SQS::Queue' },
    European: { Type: 'AWS::SNS::Topic', Condition: 'InEurope' },
  };
  const Conditions = { InEurope: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, EU] } };
  return {
    'serverless-stages.yml': stagesFile({ a: 'a', b: 'b' }, profile, { app }),
    ...inFolder('a', outputsService(`${app}-a`, {})),
    'a/resources.json': JSON.stringify({ Conditions, Resources, Outputs: { place } }),
    ...inFolder('b', outputsService(`${app}-b`, { place: '${param:a.place}' })),
  };
}

describe('a profile with two regions', () => {
  let step: StepResult;
  let folder: string;
  beforeAll(async () => {
    folder = checkOut(world, filesOf('two'), CLI);
    ({ step } = await deploy(world, folder));
  });

  it('has each service in each, with a stack and a record', () => {
    expectSuccess(step);
    const all = ['a', 'b'].flatMap((key) => [US, EU].map((region) => `${key} ${region} deployed`));
    expect(rowsOf(step).sort()).toEqual(all.sort());
    for (const region of [US, EU]) {
      for (const service of ['two-a', 'two-b']) {
        const stack = stackIn(region, `${service}-dev`);
        expect(stack?.status).toBe('CREATE_COMPLETE');
        const record = JSON.parse(recordIn(region, 'two', service) ?? '{}');
        expect(record).toMatchObject({ status: 'deployed', completed: { stack: stack?.id } });
      }
    }
  });

  it('keeps what the repository wants in both, and one lock, whatever their order', () => {
    for (const region of [US, EU]) {
      expect(JSON.parse(recordIn(region, 'two', '_repository/1001') ?? '{}')).toMatchObject({ regions: [US, EU] });
    }
    expect(recordIn(EU, 'two', '_repository/1001/lock')).toBeDefined();
    expect(recordIn(US, 'two', '_repository/1001/lock')).toBeUndefined();
  });

  it('has services read each other in their own region', () => {
    const read = [US, EU].map((region) => stackIn(region, 'two-b-dev')?.outputs[0]?.value);
    expect(read).toEqual([US, EU]);
  });

  it('never has two commands in one folder at once, but in two folders', () => {
    const running = { a: 0, b: 0 };
    let together = 0;
    for (const line of readFileSync(join(folder, 'spans'), 'utf8').trim().split('\n')) {
      const [word, service] = line.split(' ') as ['begin' | 'end', 'a' | 'b'];
      running[service] += word === 'begin' ? 1 : -1;
      expect(running[service]).toBeLessThanOrEqual(1);
      together = Math.max(together, running.a + running.b);
    }
    expect(stubCalls(folder)).toHaveLength(8);
    expect(together).toBe(2);
  });

  it('shows the region of each in the summary', () => {
    for (const region of [US, EU]) expect(step.summary).toMatch(new RegExp(`^\\| .*${region}.*\\|$`, 'm'));
  });

  it('is unchanged in each when nothing is', async () => {
    const again = await deploy(world, checkOut(world, {}, CLI));
    expect(again.step.outputs['status']).toBe('unchanged');
    expect(rowsOf(again.step).every((row) => row.endsWith(' unchanged'))).toBe(true);
  });
});

describe('a service that fails in one region', () => {
  it('stays in the other, is named with its region, and is deployed there alone by the next run', async () => {
    const reason = 'no more topics';
    world.aws.faults.failResource({ stack: 'half-a-dev', logicalId: 'European', on: 'create', reason });
    const { step } = await deploy(world, checkOut(world, filesOf('half'), CLI));
    world.aws.faults.clear();
    const { message } = expectFailure(step, 'E_DEPLOY_FAILED');
    for (const text of ['"a"', EU, reason]) expect(message).toContain(text);
    const rows = [`a ${US} deployed`, `a ${EU} failed`, `b ${US} deployed`, `b ${EU} not-started`];
    expect(rowsOf(step).sort()).toEqual(rows.sort());
    expect(stackIn(US, 'half-a-dev')?.status).toBe('CREATE_COMPLETE');
    expect(JSON.parse(recordIn(EU, 'half', 'half-a') ?? '{}')).toMatchObject({ status: 'failed' });
    expect(JSON.parse(recordIn(US, 'half', '_repository/1001') ?? '{}')).toMatchObject({ complete: false });

    // What the error says to do with a stack that never worked.
    const gone = stackIn(EU, 'half-a-dev')?.id ?? '';
    world.aws.stacks.setStatus(gone, 'DELETE_COMPLETE');
    const again = await deploy(world, checkOut(world, {}, CLI));
    expectSuccess(again.step);
    const after = [`a ${US} unchanged`, `a ${EU} deployed`, `b ${US} unchanged`, `b ${EU} deployed`];
    expect(rowsOf(again.step).sort()).toEqual(after.sort());
  });
});

describe('a profile whose regions are written in another order', () => {
  it('F7 still does not go back to an older commit', async () => {
    const files = { ...filesOf('turned', { region: [EU, US] }), 'a/older.txt': 'older' };
    const older = world.repository.commit('master', files);
    const newer = checkOut(world, { ...filesOf('turned'), 'a/older.txt': null }, CLI);
    expectSuccess((await deploy(world, newer)).step);
    const folder = world.repository.checkout(older);
    writeFiles(folder, CLI);
    const { step, calls } = await deploy(world, folder);
    expectSuccess(step);
    expect(step.outputs['status']).toBe('superseded');
    expect(changesIn(calls)).toEqual([]);
  });
});

describe('what has gone from the configuration', () => {
  it.each([
    ['a region', 'fewer', { region: US }, {}, [EU]],
    ['the first region', 'later', { region: [EU] }, {}, [US]],
    ['a service', 'smaller', BOTH, { a: 'a' }, [`smaller-b.*${US}`, `smaller-b.*${EU}`]],
  ])('is left where it is, and reported as left over: %s', async (_what, app, profile, services, leftOver) => {
    expectSuccess((await deploy(world, checkOut(world, filesOf(app), CLI))).step);
    const kept = Object.keys(services).length > 0 ? services : { a: 'a', b: 'b' };
    const changes = { 'serverless-stages.yml': stagesFile(kept, profile, { app }) };
    const { step } = await deploy(world, checkOut(world, changes, CLI));
    expectSuccess(step);
    for (const text of [resultOf(step).leftOver.join('\n'), step.summary]) {
      for (const each of leftOver) expect(text).toMatch(new RegExp(each));
    }
    for (const region of [US, EU]) {
      for (const service of ['a', 'b']) {
        expect(stackIn(region, `${app}-${service}-dev`)?.status).toBe('CREATE_COMPLETE');
        expect(recordIn(region, app, `${app}-${service}`)).toContain('"deployed"');
      }
    }
  });
});

describe('a region that the account has not enabled', () => {
  it('is named, with how to enable it', async () => {
    const folder = checkOut(world, filesOf('not-enabled', { region: [US, LATER] }), CLI);
    const message = 'The security token included in the request is invalid.';
    for (const [service, code] of [
      ['ssm', 'UnrecognizedClientException'],
      ['cloudformation', 'InvalidClientTokenId'],
    ] as const) {
      world.aws.faults.add({ service, region: LATER, status: 400, code, message });
    }
    const { step } = await deploy(world, folder);
    world.aws.faults.clear();
    const { message: told } = expectFailure(step, 'E_NO_CREDENTIALS');
    expect(told).toContain(`in the region ${LATER}`);
    expect(told).toContain(`aws account enable-region --region-name ${LATER}`);
    expect(stackIn(US, 'not-enabled-a-dev')).toBeUndefined();
  });
});
