import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, type PlantOptions, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, lockHolder, recordOf, stateOfStage } from './planted-state.ts';
import { destroy, type RemovalRun, stagesIn } from './removal.ts';
import { type SkewedAws, startSkewedAws } from './skewed-aws.ts';
import { expectFailure } from './verdict.ts';

const DAY = 86_400_000;
const AHEAD = 2 * DAY;
const SERVICES = [{ name: 'database' }, { name: 'api', needs: ['database'] }];

let world: World;
let aws: SkewedAws;
let run: RemovalRun;
let questions: readonly string[];
const planted: Record<string, Planted> = {};
const before: Record<string, readonly string[]> = {};
const of = (name: string): Planted => {
  const found = planted[name];
  if (found === undefined) throw new Error(`nothing was planted for ${name}`);
  return found;
};

/** The stage of a person's laptop; it expires so many days from now by the machine's clock. */
async function plant(user: string, days?: number, options: PlantOptions = {}): Promise<Planted> {
  const wish = days === undefined ? {} : { expires: new Date(Date.now() + days * DAY).toISOString() };
  const owner = { kind: 'user', user };
  const place = { kind: 'personal', stage: user, owner, wish, ...options } as const;
  planted[user] = await plantStage(world, '', SERVICES, place);
  return of(user);
}

beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  aws = await startSkewedAws(world.aws.url, AHEAD);
  answerOnceDeleted(world);
  await plant('ada', 1);
  await plant('bob', 3);
  await plant('cid');
  // Another repository's: what it wants stands below its own id.
  const eve = await plant('eve', 1);
  const wish = `${eve.path}/_repository/1001`;
  world.aws.ssm.put(ACCOUNTS.dev, REGION, `${eve.path}/_repository/2002`, JSON.stringify(recordOf(world, wish)));
  world.aws.ssm.remove(ACCOUNTS.dev, REGION, wish);
  // A record that claims what is the configured stage.
  await plant('dev', 1);
  planted['preview'] = await plantStage(world, 'refs/heads/feature/gone', SERVICES);
  planted['configured'] = await plantStage(world, '', SERVICES, {
    kind: 'configured',
    stage: 'staging',
    wish: { expires: new Date(Date.now() + DAY).toISOString() },
  });
  for (const [name, stage] of Object.entries(planted)) before[name] = stateOfStage(world, stage);
  world.aws.clock.advance(AHEAD);
  const context = world.otherRun('schedule', 'refs/heads/master');
  let asked = 0;
  run = await destroy(world, context, {
    resolve: { stage: 'dev' },
    inputs: { expired: 'true' },
    env: { AWS_ENDPOINT_URL: aws.url },
    beforeDestroy: () => {
      asked = world.github.journal.length;
      world.github.faults.next({ kind: 'status', status: 403 }, { times: Number.POSITIVE_INFINITY });
    },
  });
  world.github.faults.clear();
  questions = world.github.journal.slice(asked).map(({ path }) => path);
});
afterAll(async () => {
  await aws.close();
  await world.close();
});

describe('the sweep of personal stages, with the configuration of a configured stage', () => {
  it('removes one that has expired by AWS’s clock, in the order of what needs what', () => {
    const { stage, path, stacks } = of('ada');
    expect(stagesIn(run.step)[stage]).toMatchObject({ kind: 'personal', status: 'removed' });
    expect(run.step.outputs['removed']).toBe(JSON.stringify([stage]));
    const deleted = run.calls.filter(({ action }) => action === 'DeleteStack').map(({ params }) => params['StackName']);
    expect(deleted).toEqual([stacks['api'], stacks['database']]);
    expect(ledgerNames(world).filter((name) => name.startsWith(`${path}/`))).toEqual([]);
  });

  it('says whose it was and how long it lived', () => {
    expect(stagesIn(run.step)['ada']).toMatchObject({ of: 'ada', services: [{ days: 2 }, { days: 2 }] });
    expect(run.step.summary).toContain('ada');
    expect(run.step.summary).toContain('2 days');
  });

  it.each([
    ['that expires later', 'bob'],
    ['that never expires', 'cid'],
    ['of another repository', 'eve'],
  ])('keeps one %s', (_what, name) => {
    expect(before[name]).toHaveLength(7);
    expect(stateOfStage(world, of(name))).toEqual(before[name]);
    expect(stagesIn(run.step)[of(name).stage]).toBeUndefined();
  });

  it('G2 G14 keeps one whose name is a configured stage’s, and fails for it alone', () => {
    expectFailure(run.step, 'E_RECORD_MISMATCH');
    expect(stagesIn(run.step)['dev']).toMatchObject({ status: 'failed' });
    expect(stateOfStage(world, of('dev'))).toEqual(before['dev']);
    expect(lockHolder(world, of('dev'))).toBeUndefined();
  });

  it('touches no preview and no configured stage', () => {
    for (const name of ['preview', 'configured']) expect(stateOfStage(world, of(name))).toEqual(before[name]);
  });

  it('goes by their expiry alone: GitHub is not asked', () => {
    expect(questions).toEqual([]);
  });
});
