import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import type { StepResult } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, type PlantedService, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames } from './planted-state.ts';
import { removedServices } from './removal.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

interface State {
  /** What the stack is set to; without it there is no stack. */
  readonly status?: string;
  /** What becomes of it by itself. */
  readonly becomes?: string;
  /** How often it is asked to be deleted. */
  readonly deletes: number;
}

const state = (status: string, becomes?: string): State => ({ status, ...(becomes && { becomes }), deletes: 1 });
/** Every status of the CloudFormation API reference (Stack, StackStatus), by what the test is called. */
const STATES: Readonly<Record<string, State>> = {
  absent: { deletes: 0 },
  'review-in-progress': state('REVIEW_IN_PROGRESS'),
  'create-in-progress': state('CREATE_IN_PROGRESS', 'CREATE_COMPLETE'),
  'create-in-progress-that-fails': state('CREATE_IN_PROGRESS', 'ROLLBACK_COMPLETE'),
  'create-failed': state('CREATE_FAILED'),
  'create-complete': state('CREATE_COMPLETE'),
  'rollback-in-progress': state('ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE'),
  'rollback-failed': state('ROLLBACK_FAILED'),
  'rollback-complete': state('ROLLBACK_COMPLETE'),
  'update-in-progress': state('UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE'),
  'update-complete-cleanup': state('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_COMPLETE'),
  'update-complete': state('UPDATE_COMPLETE'),
  'update-failed': state('UPDATE_FAILED'),
  'update-rollback-in-progress': state('UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE'),
  'update-rollback-that-fails': state('UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_ROLLBACK_FAILED'),
  'update-rollback-failed': state('UPDATE_ROLLBACK_FAILED'),
  'update-rollback-cleanup': state('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE'),
  'update-rollback-complete': state('UPDATE_ROLLBACK_COMPLETE'),
  'import-in-progress': state('IMPORT_IN_PROGRESS', 'IMPORT_COMPLETE'),
  'import-complete': state('IMPORT_COMPLETE'),
  'import-rollback-in-progress': state('IMPORT_ROLLBACK_IN_PROGRESS', 'IMPORT_ROLLBACK_COMPLETE'),
  'import-rollback-failed': state('IMPORT_ROLLBACK_FAILED'),
  'import-rollback-complete': state('IMPORT_ROLLBACK_COMPLETE'),
  'delete-in-progress': { status: 'DELETE_IN_PROGRESS', becomes: 'DELETE_COMPLETE', deletes: 0 },
  'delete-in-progress-that-fails': state('DELETE_IN_PROGRESS', 'DELETE_FAILED'),
  'delete-failed': state('DELETE_FAILED'),
};
const UNKNOWN = 'of-tomorrow';
/** Those that are tried, and the one that nobody knows. */
const TRIED = sampleOf(Object.entries(STATES), 9);
const NAMES = [...TRIED.map(([name]) => name), UNKNOWN];

interface Outcome {
  readonly step: StepResult;
  readonly planted: Planted;
  /** How often the stack was asked to be deleted, in all and before its state ended by itself. */
  readonly deletes: number;
  readonly early: number;
}

let world: World;
beforeAll(async () => {
  const stages = NAMES.map((name) => [name, { profile: 'dev', branch: 'master', destroy: 'allowed' }]);
  world = await startWorld({ files: previewsFile({}, { stages: Object.fromEntries(stages) }) });
  answerOnceDeleted(world);
});
afterAll(() => world.close());

/** Plants a stage whose one stack is in a state, destroys it, and ends the state once it was seen. */
async function destroyIn(
  name: string,
  plant: (service: PlantedService) => Promise<Planted>,
  destroy: () => Promise<StepResult>,
): Promise<Outcome> {
  const { status, becomes } = STATES[name] ?? state('UPDATE_OF_TOMORROW_COMPLETE');
  // A record of a deploy that never came to its end knows no ARN.
  const unborn = /^(CREATE|REVIEW|ROLLBACK)/.test(status ?? '') && status !== 'CREATE_COMPLETE';
  const planted = await plant({
    name: 'api',
    template: { Resources: { Files: { Type: 'AWS::S3::Bucket' } } },
    ...(status === undefined ? { recordOnly: true } : {}),
    ...(unborn ? { record: { status: 'deploying', completed: undefined } } : {}),
  });
  const stack = planted.stacks['api'] ?? '';
  const bucket = world.aws.buckets.find(world.aws.stacks.find(stack)?.resources.get('Files')?.physicalId ?? '');
  if (bucket !== undefined) putObjects(bucket, 2, 'p/');
  if (status !== undefined) world.aws.stacks.setStatus(stack, status);
  const callsOf = (action: string) =>
    world.aws.journal.of('cloudformation', action).filter(({ params, callerArn = '' }) => {
      const named = String(params['StackName']);
      return callerArn.includes(':assumed-role/') && (named === stack || named === `api-${planted.stage}`);
    }).length;
  const running = destroy();
  let early = 0;
  if (becomes !== undefined) {
    const ended = running.then(() => true);
    while (callsOf('DescribeStacks') === 0 && !(await Promise.race([ended, sleep(20)]))) {}
    for (let waits = 0; waits < 40 && callsOf('DescribeStacks') < 2; waits += 1) await sleep(20);
    early = callsOf('DeleteStack');
    world.aws.stacks.setStatus(stack, becomes);
  }
  const step = await running;
  return { step, planted, deletes: callsOf('DeleteStack'), early };
}

// One job's credentials and claims are those of all removals of a kind, so several may run at once: most of them wait.
function runAll(run: (name: string) => Promise<Outcome>): Map<string, Promise<Outcome>> {
  const limit = pLimit(5);
  const outcomes = new Map(NAMES.map((name) => [name, limit(() => run(name))]));
  for (const outcome of outcomes.values()) outcome.catch(() => undefined);
  return outcomes;
}

describe.each(['preview', 'configured'] as const)('E1–E14 the stack of a %s stage', (kind) => {
  let outcomes: Map<string, Promise<Outcome>>;

  async function outcomeOf(name: string): Promise<Outcome> {
    const outcome = await outcomes.get(name);
    if (outcome === undefined) throw new Error(`${name} was not run`);
    return outcome;
  }

  beforeAll(async () => {
    outcomes = await (kind === 'preview' ? runPreviews() : runConfigured());
  });

  it.each(TRIED)(`E1–E14 ${kind}, %s: is removed`, async (name, { status, deletes }) => {
    const { step, planted, ...counted } = await outcomeOf(name);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'removed', removed: JSON.stringify([planted.stage]) });
    expect(counted).toEqual({ deletes, early: 0 });
    expect(removedServices(step)['api']?.status).toBe(status === undefined ? 'absent' : 'removed');
    expect(world.aws.stacks.find(`api-${planted.stage}`)).toBeUndefined();
    if (status !== undefined) {
      expect(world.aws.stacks.find(planted.stacks['api'] ?? '')?.status).toBe('DELETE_COMPLETE');
    }
    expect(ledgerNames(world).filter((parameter) => parameter.startsWith(`${planted.path}/`))).toEqual([]);
  });

  it(`E1–E14 ${kind}, a status that nobody knows: is left as it is`, async () => {
    const { step, planted, deletes } = await outcomeOf(UNKNOWN);
    expect(expectFailure(step, 'E_STACK_STATE').message).toContain('UPDATE_OF_TOMORROW_COMPLETE');
    expect(deletes).toBe(0);
    expect(removedServices(step)['api']).toMatchObject({ status: 'kept', error: { code: 'E_STACK_STATE' } });
    const stack = world.aws.stacks.find(planted.stacks['api'] ?? '');
    expect(stack?.status).toBe('UPDATE_OF_TOMORROW_COMPLETE');
    const bucket = world.aws.buckets.find(stack?.resources.get('Files')?.physicalId ?? '');
    expect([...(bucket?.objects.keys() ?? [])]).toEqual(['p/00000', 'p/00001']);
    expect(ledgerNames(world)).toContain(`${planted.path}/api`);
  });
});

async function runPreviews(): Promise<Map<string, Promise<Outcome>>> {
  world.repository.commit('feature/any', { 'note.txt': 'any' });
  const { number } = await world.github.pulls.open({ head: 'feature/any', base: 'master' });
  await world.github.pulls.close(number);
  const context = await world.pullRequestRun(number, 'closed');
  const resolve = await world.job(context).run({ action: 'resolve-stage' });
  const { configuration = '' } = resolve.outputs;
  const of = world.withIdToken(context, 'preview');
  const profile = await world.job(of).run({ action: 'load-profile', inputs: { configuration } });
  const inputs = { configuration, 'credentials-file': profile.outputs['credentials-file'] ?? '' };
  return runAll((name) => {
    const ref = `refs/heads/state/${name}`;
    const stage = previewStageName(ref, 40);
    return destroyIn(
      name,
      (service) => plantStage(world, ref, [service], { stage }),
      () => world.job(of).run({ action: 'destroy-stage', inputs: { ...inputs, ref } }),
    );
  });
}

/** With the file in the workspace instead of what resolve-stage gives. */
async function runConfigured(): Promise<Map<string, Promise<Outcome>>> {
  const workspace = world.repository.checkout(world.repository.head('master'));
  const of = { ...world.withIdToken(world.dispatchRun('refs/heads/master'), 'dev'), workspace };
  return runAll(async (stage) => {
    // A session is of one stage.
    const profile = await world.job(of).run({ action: 'load-profile', inputs: { stage } });
    const credentials = { 'credentials-file': profile.outputs['credentials-file'] ?? '' };
    return destroyIn(
      stage,
      (service) => plantStage(world, 'refs/heads/master', [service], { kind: 'configured', stage }),
      () => world.job(of).run({ action: 'destroy-stage', inputs: { ...credentials, stage, confirm: stage } }),
    );
  });
}
