import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, deploy, deployPreview, PREVIEWS, servicesOf, stagesFile } from './deployment.ts';
import { plantStage } from './plant.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: { 'serverless-stages.yml': stagesFile({ api: 'api' }, {}, PREVIEWS) } });
});
afterAll(() => world.close());

const NEXT = { ...QUEUE, Outputs: { greeting: { Value: 'next' } } };
const UPDATE = ['cloudformation:UpdateStack'];
const ANEW = ['cloudformation:DeleteStack', 'cloudformation:CreateStack'];
const CREATE = ['cloudformation:CreateStack'];

/** What a deploy changes, by the state that it finds (DELETE_FAILED: of a preview; a configured stage refuses it); for an operation under way, also how that ends. */
const TABLE: Readonly<Record<string, { readonly ends?: string; readonly changes: readonly string[] }>> = {
  absent: { changes: CREATE },
  REVIEW_IN_PROGRESS: { changes: ANEW },
  CREATE_IN_PROGRESS: { ends: 'CREATE_COMPLETE', changes: UPDATE },
  CREATE_FAILED: { changes: ANEW },
  ROLLBACK_IN_PROGRESS: { ends: 'ROLLBACK_COMPLETE', changes: ANEW },
  ROLLBACK_COMPLETE: { changes: ANEW },
  ROLLBACK_FAILED: { changes: ANEW },
  UPDATE_IN_PROGRESS: { ends: 'UPDATE_COMPLETE', changes: UPDATE },
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: { ends: 'UPDATE_COMPLETE', changes: UPDATE },
  UPDATE_ROLLBACK_IN_PROGRESS: { ends: 'UPDATE_ROLLBACK_COMPLETE', changes: UPDATE },
  UPDATE_ROLLBACK_COMPLETE: { changes: UPDATE },
  UPDATE_ROLLBACK_FAILED: { changes: ['cloudformation:ContinueUpdateRollback', ...UPDATE] },
  UPDATE_FAILED: { changes: ['cloudformation:RollbackStack', ...UPDATE] },
  DELETE_IN_PROGRESS: { ends: 'DELETE_COMPLETE', changes: CREATE },
  DELETE_FAILED: { changes: ANEW },
};

const KINDS = ['configured', 'preview'] as const;
/** A sample of the states of one kind of stage is not that of the other. */
const CASES = sampleOf(
  KINDS.flatMap((kind) => Object.entries(TABLE).map(([state, row]) => ({ kind, state, ...row }))),
  10,
);

describe('a stage whose stack is', () => {
  it.each(CASES)('E1–E14 $state is brought up to date: $kind', async ({ kind, state, ends, changes }) => {
    const service = `in-${kind}-${state.toLowerCase().replaceAll('_', '-')}`.slice(0, 34);
    const branch = `states/${service}`;
    const files = inFolder('api', stubService(service, NEXT));
    const folder = checkOut(world, files, stubCli({ name: 'osls', version: '4.3.1' }), branch);
    const { number } = await world.github.pulls.open({ head: branch, base: 'master' });
    const recordOnly = state === 'absent';
    const ref = kind === 'preview' ? `refs/heads/${branch}` : 'refs/heads/master';
    const where = kind === 'preview' ? {} : { kind, stage: 'dev', wish: null };
    const { stage } = await plantStage(world, ref, [{ name: service, template: QUEUE, recordOnly }], where);
    const stack = `${service}-${stage}`;
    if (state === 'REVIEW_IN_PROGRESS') world.aws.stacks.find(stack)?.resources.clear();
    if (!recordOnly) world.aws.stacks.setStatus(stack, state);
    const before = world.aws.journal.entries.length;
    // The checkout is of the preview's branch: a person brings it to dev by hand.
    const redeploy = { inputs: { redeploy: 'true' } };
    const running = kind === 'preview' ? deployPreview(world, folder, number) : deploy(world, folder, redeploy);
    if (ends !== undefined) {
      await looked(stack, before);
      expect(changesIn(world.aws.journal.entries.slice(before)), 'nothing while it is under way').toEqual([]);
      world.aws.stacks.setStatus(stack, ends);
    }
    const { step, calls } = await running;
    if (kind === 'configured' && state === 'DELETE_FAILED') {
      expect(expectFailure(step, 'E_STACK_STATE').message).toContain('DELETE_FAILED');
      expect(changesIn(calls)).toEqual([]);
      return;
    }
    expectSuccess(step);
    expect(changesIn(calls)).toEqual(changes);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed', outputs: { greeting: 'next' } });
  });
});

/** Resolves when the stack was looked at a few times: the run waits for it. */
async function looked(stack: string, since: number): Promise<void> {
  const looks = () =>
    world.aws.journal.entries
      .slice(since)
      .filter(({ action, params }) => action === 'DescribeStacks' && String(params['StackName']) === stack);
  while (looks().length < 3) await sleep(20);
}
