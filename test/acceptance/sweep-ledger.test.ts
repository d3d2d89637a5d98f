import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { queues, stackClient } from '../local-aws/stack-client.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, type PlantedService, type PlantOptions, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, lockHolder, recordOf, stateOfStage, writeLock } from './planted-state.ts';
import { pullWithStage, type RemovalRun, stagesIn, sweep } from './removal.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const PREVIEWS = '/serverless-stages/workshop/preview';
/** Another repository that deploys services of the same application. */
const OTHERS = { kind: 'repository', id: '2002', name: 'acme/other' };

/** Who a record may be forged to be of, so that nobody wants its stage. */
const OF_GONE = { kind: 'repository', id: '1001', name: 'acme/workshop', ref: 'refs/heads/gone/away' };

let world: World;
let run: RemovalRun;
const planted: Record<string, Planted> = {};
const before: Record<string, readonly string[]> = {};

const of = (name: string): Planted => {
  const found = planted[name];
  if (found === undefined) throw new Error(`nothing was planted for ${name}`);
  return found;
};
/** A stage of a branch that is gone, so that nobody wants it. */
async function plant(
  name: string,
  services: readonly PlantedService[] = [{ name: 'api' }],
  options: PlantOptions = {},
) {
  planted[name] = await plantStage(world, `refs/heads/gone/${name}`, services, options);
  return planted[name];
}
const put = (name: string, value: object | string) =>
  world.aws.ssm.put(ACCOUNTS.dev, REGION, name, typeof value === 'string' ? value : JSON.stringify(value));
const ledgerOf = (name: string) => ledgerNames(world).filter((other) => other.startsWith(`${of(name).path}/`));
const setStatus = (name: string, status: string) => world.aws.stacks.setStatus(of(name).stacks['api'] ?? '', status);
const rowOf = (name: string) => stagesIn(run.step)[of(name).stage];

/** A lock and nothing else, as a run leaves it that had nothing to do. */
function plantLock(name: string, holder?: number): void {
  const stage = previewStageName(`refs/heads/gone/${name}`, 20);
  planted[name] = { stage, path: `${PREVIEWS}/${stage}`, stacks: {} };
  writeLock(world, of(name), holder);
}

beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);

  // What is removed.
  await plant('plain', [{ name: 'database' }, { name: 'api', needs: ['database'] }]);
  await plant('no-wish', [{ name: 'api' }], { wish: null });
  await plant('wish-only', []);
  await plant('orphaned', [{ name: 'api', record: { status: 'orphaned' } }]);
  setStatus('orphaned', 'DELETE_FAILED');
  await plant('interrupted', [{ name: 'api', record: { status: 'removing' } }]);
  await plant('never-completed', [
    { name: 'api', recordOnly: true, record: { status: 'deploying', completed: undefined } },
  ]);
  await plant('other-name', [{ name: 'api' }], { stage: previewStageName('refs/heads/gone/other-name', 12) });
  plantLock('lock');
  plantLock('lock-of-dead', 81);
  world.github.runs.set(81, { status: 'completed', conclusion: 'cancelled' });
  await plant('dead-holder');
  writeLock(world, of('dead-holder'), 82);
  world.github.runs.set(82, { status: 'completed' });

  // What stays, and fails.
  const broken = await plant('broken-record');
  put(`${broken.path}/api`, '{"schemaVersion":');
  const unknown = await plant('broken-wish');
  put(`${unknown.path}/_repository/1001`, { schemaVersion: 99 });
  const shielded = await plant('protected', [{ name: 'database' }, { name: 'api', needs: ['database'] }]);
  Object.assign(world.aws.stacks.find(shielded.stacks['database'] ?? '') ?? {}, { terminationProtection: true });
  await plant('no-preview', [{ name: 'api' }], { stage: 'no-preview' });
  await plant('unplaced', [{ name: 'api' }], { wish: { regions: [REGION, 'evil.example.com/'] } });
  const open = await pullWithStage(world, 'feature/open', [{ name: 'api' }]);
  planted['forged-owner'] = open.planted;
  put(`${open.planted.path}/api`, { ...recordOf(world, `${open.planted.path}/api`), owner: OF_GONE });
  planted['forged-wish'] = (await pullWithStage(world, 'feature/wished', [{ name: 'api' }])).planted;
  const wished = `${planted['forged-wish'].path}/_repository/1001`;
  put(wished, { ...recordOf(world, wished), owner: OF_GONE });
  await plant('of-another-stage', [{ name: 'api', stackInput: { Tags: [{ Key: 'STAGE', Value: 'dev' }] } }]);

  // What is not ours.
  await plant('others', [{ name: 'api' }], { owner: { ...OTHERS, ref: 'refs/heads/gone/others' }, wish: null });
  put(`${of('others').path}/_repository/2002`, {
    schemaVersion: 1,
    owner: OTHERS,
    run: { id: '1', attempt: '1', url: '' },
    regions: [REGION],
    complete: true,
  });
  await plant('shared');
  const shared = `${of('shared').path}/tasks`;
  const stack = await stackClient(world.aws).create(`tasks-${of('shared').stage}`, queues({ Queue: {} }), {
    Tags: [{ Key: 'STAGE', Value: of('shared').stage }],
  });
  put(shared, {
    ...recordOf(world, `${of('shared').path}/api`),
    ...{ service: 'tasks', key: 'tasks', stackName: stack.StackName },
    owner: { ...OTHERS, ref: 'refs/heads/gone/shared' },
    completed: { stack: stack.StackId, changed: new Date().toISOString(), outputs: '' },
  });
  put(`${of('shared').path}/_repository/2002`, recordOf(world, `${of('others').path}/_repository/2002`) ?? {});

  for (const [name, stage] of Object.entries(planted)) before[name] = stateOfStage(world, stage);
  run = await sweep(world);
});
afterAll(() => world.close());

describe('the sweep of a ledger with all that may be in it', () => {
  it('fails, by the first stage that it could not remove', () => {
    const { message } = expectFailure(run.step, 'E_LEDGER');
    expect(run.step.outputs['status']).toBe('failed');
    for (const code of ['E_LEDGER', 'E_STACK_PROTECTED', 'E_RECORD_MISMATCH']) expect(message).toContain(code);
  });

  it.each([
    ['with several services', 'plain'],
    ['without a record of what the repository wants', 'no-wish'],
    ['of which only that record is left', 'wish-only'],
    ['G7 that an earlier removal left as an orphan', 'orphaned'],
    ['whose removal was interrupted', 'interrupted'],
    ['whose first deploy died before there was a stack', 'never-completed'],
    ['whose name the configuration would not give it today', 'other-name'],
    ['of which only the lock is left', 'lock'],
    ['of which only the lock of a dead run is left', 'lock-of-dead'],
    ['whose lock a dead run holds', 'dead-holder'],
  ])('removes a stage %s, and leaves nothing of it', (_what, name) => {
    expect(rowOf(name), run.step.log).toMatchObject({ status: 'removed' });
    expect(JSON.parse(run.step.outputs['removed'] ?? '')).toContain(of(name).stage);
    for (const id of Object.values(of(name).stacks).filter((arn) => !arn.endsWith('/gone'))) {
      expect(world.aws.stacks.find(id)?.status).toBe('DELETE_COMPLETE');
    }
    expect(ledgerOf(name)).toEqual([]);
  });

  it.each([
    ['with a record that cannot be read', 'broken-record', 'E_LEDGER'],
    ['with a record of the repository that cannot be read', 'broken-wish', 'E_LEDGER'],
    ['with a stack under termination protection', 'protected', 'E_STACK_PROTECTED'],
    ['whose name is none of a preview', 'no-preview', 'E_RECORD_MISMATCH'],
    ['that a pull request keeps, and a record says is of a branch that is gone', 'forged-owner', 'E_RECORD_MISMATCH'],
    ['that a pull request keeps, and the wish says is of a branch that is gone', 'forged-wish', 'E_RECORD_MISMATCH'],
    ['that names a region which AWS has not', 'unplaced', 'E_RECORD_MISMATCH'],
    ['whose record claims the stack of another stage', 'of-another-stage', 'E_RECORD_MISMATCH'],
  ])('leaves a stage %s untouched, and gives its lock back', (_what, name, code) => {
    expect(JSON.stringify(rowOf(name))).toContain(`"code":"${code}"`);
    expect(rowOf(name)?.status).toBe('failed');
    expect(stateOfStage(world, of(name))).toEqual(before[name]);
    expect(lockHolder(world, of(name))).toBeUndefined();
    expect(run.step.summary).toContain(of(name).stage);
  });

  it('never looks at a stage of another repository', () => {
    expect(before['others']).toHaveLength(4);
    expect(stateOfStage(world, of('others'))).toEqual(before['others']);
    expect(rowOf('others')).toBeUndefined();
  });

  it('takes what is ours out of a stage that another repository has a part in', () => {
    expect(rowOf('shared')).toMatchObject({ status: 'removed', services: [{ service: 'api', status: 'removed' }] });
    expect(world.aws.stacks.find(of('shared').stacks['api'] ?? '')?.status).toBe('DELETE_COMPLETE');
    expect(world.aws.stacks.find(`tasks-${of('shared').stage}`)?.status).toBe('CREATE_COMPLETE');
    expect(ledgerOf('shared')).toEqual([`${of('shared').path}/_repository/2002`, `${of('shared').path}/tasks`]);
  });

  it('goes on with the rest the next time: what was mended is removed then, nothing else is looked into again', async () => {
    Object.assign(world.aws.stacks.find(of('protected').stacks['database'] ?? '') ?? {}, {
      terminationProtection: false,
    });
    const wrong = ['broken-record', 'broken-wish', 'no-preview', 'of-another-stage'];
    for (const name of [...wrong, 'forged-owner', 'forged-wish', 'unplaced']) {
      for (const parameter of ledgerOf(name)) world.aws.ssm.remove(ACCOUNTS.dev, REGION, parameter);
    }
    const { step } = await sweep(world);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'removed', removed: JSON.stringify([of('protected').stage]) });
  });
});
