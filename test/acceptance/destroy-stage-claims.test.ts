import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { queues, stackClient } from '../local-aws/stack-client.ts';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type PlantedService, type PlantOptions, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, lockHolder, recordOf, stateOfAws } from './planted-state.ts';
import { deletionsIn, destroyClosed, pullWithStage, removalOf, removedServices } from './removal.ts';
import { annotationsOf, changesIn, expectFailure, expectSuccess } from './verdict.ts';

const OTHER = { kind: 'repository', id: '1002', name: 'acme/other' };

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
  await plantStage(world, 'refs/heads/master', [{ name: 'api' }], { kind: 'configured', stage: 'dev' });
  await plantStage(world, 'refs/heads/feature/theirs', [{ name: 'api' }]);
});
afterAll(() => world.close());

const stageOf = (branch: string) => previewStageName(`refs/heads/${branch}`, 20);
const THEIRS = `api-${stageOf('feature/theirs')}`;
const arnOf = (stack: string, account: string = ACCOUNTS.dev, region = REGION) =>
  `arn:aws:cloudformation:${region}:${account}:stack/${stack}/0b9d4c1e`;
const completed = (stack: string) => ({ completed: { stack, changed: new Date().toISOString(), outputs: '' } });

describe('G14 a forged record', () => {
  let made = 0;

  /** Expects that nothing of a stage is touched in which these services stand beside a sound one; gives their errors. */
  async function expectMismatch(
    forged: Readonly<Record<string, Partial<PlantedService>>>,
    options: PlantOptions = {},
  ): Promise<Record<string, string>> {
    made += 1;
    const names = Object.keys(forged);
    const services = names.map((name): PlantedService => ({ name, ...forged[name] }));
    const sound = { name: 'sound', needs: names };
    const { pull, planted } = await pullWithStage(world, `feature/forged-${made}`, [sound, ...services], options);
    const before = stateOfAws(world, { locks: false });
    const { step, calls } = await destroyClosed(world, pull.number);
    expectFailure(step, 'E_RECORD_MISMATCH');
    expect(step.outputs).toMatchObject({ status: 'failed', removed: '[]' });
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(lockHolder(world, planted)).toBeUndefined();
    const rows = removedServices(step);
    const [row] = removalOf(step).stages;
    if (row?.error !== undefined) {
      // The stage itself is not what its records say: no service of it is looked at.
      expect(row).toMatchObject({ status: 'failed', services: [], error: { code: 'E_RECORD_MISMATCH' } });
      return Object.fromEntries(names.map((name) => [name, row.error?.message ?? '']));
    }
    for (const name of names) {
      expect(rows[name], name).toMatchObject({ status: 'kept', error: { code: 'E_RECORD_MISMATCH' } });
    }
    expect(rows['sound']?.status).not.toMatch(/removed|absent/);
    return Object.fromEntries(names.map((name) => [name, rows[name]?.error?.message ?? '']));
  }

  it.each(['api-dev', THEIRS])(
    "G14 that names another stage's stack %s, by name, by ARN or by both",
    async (stackName) => {
      const { id = '' } = world.aws.stacks.find(stackName) ?? {};
      const errors = await expectMismatch({
        'by-name': { recordOnly: true, record: { stackName, completed: undefined } },
        'by-arn': { recordOnly: true, record: completed(id) },
        'by-arn-beside-own': { record: completed(id) },
        'by-both': { recordOnly: true, record: { stackName, ...completed(id) } },
      });
      for (const message of Object.values(errors)) expect(message).toContain(stackName);
      expect(world.aws.stacks.find(stackName)?.status).toBe('CREATE_COMPLETE');
    },
  );

  it('G14 whose stack is in another account or region', async () => {
    const errors = await expectMismatch({
      account: { record: completed(arnOf('account', ACCOUNTS.prod)) },
      region: { record: completed(arnOf('region', ACCOUNTS.dev, 'eu-west-1')) },
      'nowhere-here': { recordOnly: true, record: completed(arnOf('nowhere', ACCOUNTS.prod, 'eu-west-1')) },
    });
    expect(errors['account']).toContain(ACCOUNTS.prod);
    expect(errors['region']).toContain('eu-west-1');
  });

  it("G14 whose stack has no tag STAGE, or another stage's", async () => {
    const tagged = (...Tags: object[]) => ({ stackInput: { Tags } });
    const errors = await expectMismatch({
      none: tagged(),
      other: tagged({ Key: 'STAGE', Value: 'dev' }),
      letters: tagged({ Key: 'Stage', Value: stageOf('feature/theirs') }),
      longer: tagged({ Key: 'STAGE', Value: `${stageOf('feature/theirs')}0` }),
    });
    for (const message of Object.values(errors)) expect(message).toContain('STAGE');
  });

  it('G14 of a stage that is named like a configured one, which the pull request no longer configures', async () => {
    const { forged } = await expectMismatch({ forged: {} }, { stage: 'dev' });
    expect(forged).toContain('dev');
    const names = ledgerNames(world).filter((name) => name.startsWith('/serverless-stages/workshop/preview/dev/'));
    for (const name of names) world.aws.ssm.remove(ACCOUNTS.dev, REGION, name);
  });

  it('G14 of `dev` is untouched also where the pull request has taken `dev` out of its configuration', async () => {
    const branch = 'feature/without-dev';
    world.repository.commit(branch, previewsFile({}, { stages: {} }));
    const pull = await world.github.pulls.open({ head: branch, base: 'master' });
    const record = { stackName: 'api-dev', ...completed(world.aws.stacks.find('api-dev')?.id ?? '') };
    const service = { name: 'api', recordOnly: true, record };
    await plantStage(world, `refs/heads/${branch}`, [service], { stage: 'dev' });
    const before = stateOfAws(world, { locks: false });
    const { step } = await destroyClosed(world, pull.number);
    expectFailure(step, 'E_RECORD_MISMATCH');
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(world.aws.stacks.find('api-dev')?.status).toBe('CREATE_COMPLETE');
  });

  it.each(['prod', 'feature-x-3fa9c1'])(
    'G14 of the stage %s, whose name is not of the form of a preview',
    async (stage) => {
      const { forged } = await expectMismatch({ forged: {} }, { stage });
      expect(forged).toContain(stage);
    },
  );

  it('G14 that cannot be read: nothing of its stage is touched, and the command that mends it is told', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/unreadable', [{ name: 'api' }, { name: 'web' }]);
    world.aws.ssm.put(ACCOUNTS.dev, REGION, `${planted.path}/web`, '{"schemaVersion":1,"service":"web"}');
    const before = stateOfAws(world, { locks: false });
    const { step, calls } = await destroyClosed(world, pull.number);
    expect(expectFailure(step, 'E_LEDGER').message).toContain(`--name ${planted.path}/web`);
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
  });
});

describe('a record that tells the truth', () => {
  it('G9 of a stack that was made anew since: the one that stands there is removed', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/anew', [
      { name: 'api', record: { status: 'deploying' } },
    ]);
    const client = stackClient(world.aws);
    await client.remove(`api-${planted.stage}`);
    const Tags = [{ Key: 'STAGE', Value: planted.stage }];
    const { StackId = '' } = await client.create(`api-${planted.stage}`, queues({ Queue: {} }), { Tags });
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(world.aws.stacks.find(StackId)?.status).toBe('DELETE_COMPLETE');
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });

  it('G9 of what the repository wants, with no service at all: it is removed too', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/only-wish', []);
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });
});

describe("another repository's", () => {
  it('G14 records in the same stage stay with their stacks, and ours go', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/common', [
      { name: 'api' },
      { name: 'web', needs: ['api'] },
    ]);
    const owner = { ...OTHER, ref: 'refs/heads/feature/common' };
    const theirs = await plantStage(world, 'refs/heads/feature/common', [{ name: 'reports' }], { owner, wish: null });
    const wish = {
      schemaVersion: 1,
      owner,
      run: { id: '1', attempt: '1', url: '' },
      regions: [REGION],
      complete: true,
    };
    world.aws.ssm.put(ACCOUNTS.dev, REGION, `${planted.path}/_repository/1002`, JSON.stringify(wish));
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(deletionsIn(calls, planted)).toEqual(['web', 'api']);
    expect(Object.keys(removedServices(step)).sort()).toEqual(['api', 'web']);
    expect(world.aws.stacks.find(theirs.stacks['reports'] ?? '')?.status).toBe('CREATE_COMPLETE');
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([
      `${planted.path}/_repository/1002`,
      `${planted.path}/reports`,
    ]);
  });

  it.each(
    sampleOf([
      ['repository', OTHER],
      ['branch', { kind: 'repository', id: '1001', name: 'acme/workshop', ref: 'refs/heads/feature/somebody' }],
      ['user', { kind: 'user', user: 'ada' }],
    ]),
  )('G14 stage of our very name, but of another %s, is not ours: nothing is found', async (what, owner) => {
    const branch = `feature/name-${what}`;
    const of = what === 'repository' ? { ...owner, ref: `refs/heads/${branch}` } : owner;
    const { pull, planted } = await pullWithStage(world, branch, [{ name: 'api' }], { owner: of, wish: null });
    const before = stateOfAws(world);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'nothing', removed: '[]' });
    expect(stateOfAws(world)).toEqual(before);
    expect(recordOf(world, `${planted.path}/api`)).toBeDefined();
  });
});

describe('G12 a stack with our name, but without a record', () => {
  let report = '';
  let unclaimed = 'no stack';

  it('G12 stays where the stage has other services', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/unclaimed', [{ name: 'database' }]);
    const name = `api-${planted.stage}`;
    const Tags = [{ Key: 'STAGE', Value: planted.stage }];
    await stackClient(world.aws).create(name, queues({ Queue: {} }), { Tags });
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(deletionsIn(calls, planted)).toEqual(['database']);
    expect(world.aws.stacks.find(name)?.status).toBe('CREATE_COMPLETE');
    report = [step.summary, step.log, JSON.stringify(removalOf(step))].join();
    unclaimed = name;
  });

  it('G12 is reported', () => {
    expect(report).toContain(unclaimed);
  });

  it('G12 stays where the stage has nothing else', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/only-unclaimed', [], { wish: null });
    const name = `api-${planted.stage}`;
    const Tags = [{ Key: 'STAGE', Value: planted.stage }];
    await stackClient(world.aws).create(name, queues({ Queue: {} }), { Tags });
    const before = stateOfAws(world);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs['status']).toBe('nothing');
    expect(annotationsOf(step, 'error')).toEqual([]);
    expect(stateOfAws(world)).toEqual(before);
  });
});
