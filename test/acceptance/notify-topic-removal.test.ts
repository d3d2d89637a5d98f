import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { publishedMessages } from '../local-aws/services/sns-messages.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { previewsFile } from './plant.ts';
import { answerOnceDeleted } from './planted-state.ts';
import { destroy, destroyClosed, pullWithStage, sweep } from './removal.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNTS.dev}:previews`;
const SERVICES = [{ name: 'database' }, { name: 'api', needs: ['database'] }];
const notifications = [
  { sns: TOPIC, stages: ['previews'] },
  { sns: `${TOPIC}-of-dev`, stages: ['dev'] },
];

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile({}, { notifications }) });
  answerOnceDeleted(world);
});
afterAll(() => world.close());
afterEach(() => {
  world.aws.faults.clear();
  world.aws.journal.clear();
});

const sent = () => publishedMessages(world.aws);
const told = () => sent().map(({ message }) => JSON.parse(message) as Record<string, unknown>);

describe('a topic of notifications', () => {
  it('is told of a preview that is removed, with the previews’ role', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/gone', SERVICES);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(sent()).toMatchObject([{ topic: TOPIC, attributes: { event: 'removed', stage: planted.stage } }]);
    expect(sent()[0]?.callerArn).toMatch(/:assumed-role\/serverless-stages-preview\//);
    const message = { schemaVersion: 1, event: 'removed', app: 'workshop', kind: 'preview', stage: planted.stage };
    expect(told()).toMatchObject([{ ...message, ref: 'refs/heads/feature/gone', pullRequest: pull.number }]);
    const services = told()[0]?.['services'] as { service: string; status: string }[];
    expect(services.map(({ service, status }) => `${service} ${status}`).sort()).toEqual([
      'api removed',
      'database removed',
    ]);
  });

  it('is told of a removal that failed, by the codes of its errors', async () => {
    const services = [{ name: 'kept', stackInput: { EnableTerminationProtection: true } }];
    const { pull, planted } = await pullWithStage(world, 'feature/kept', services);
    expectFailure((await destroyClosed(world, pull.number)).step, 'E_STACK_PROTECTED');
    expect(sent()).toMatchObject([{ attributes: { event: 'failed', stage: planted.stage } }]);
    expect(told()).toMatchObject([{ services: [{ service: 'kept', error: 'E_STACK_PROTECTED' }] }]);
    const stack = world.aws.stacks.find(`kept-${planted.stage}`);
    if (stack !== undefined) stack.terminationProtection = false;
    expectSuccess((await destroy(world, await world.pullRequestRun(pull.number, 'closed'))).step);
  });

  it('is told of no dry run', async () => {
    const { pull } = await pullWithStage(world, 'feature/dry', SERVICES);
    expectSuccess((await destroyClosed(world, pull.number, { inputs: { 'dry-run': 'true' } })).step);
    expect(world.aws.journal.of('sns')).toEqual([]);
    expectSuccess((await destroy(world, await world.pullRequestRun(pull.number, 'closed'))).step);
  });

  it('is told of each preview that a sweep removes, and of none that it leaves', async () => {
    const gone = [];
    for (const branch of ['feature/one', 'feature/two']) {
      const { pull, planted } = await pullWithStage(world, branch, [{ name: 'api' }]);
      await world.github.pulls.close(pull.number);
      gone.push(planted.stage);
    }
    await pullWithStage(world, 'feature/wanted', [{ name: 'api' }]);
    expectSuccess((await sweep(world)).step);
    expect(
      told()
        .map(({ event, stage }) => `${event} ${stage}`)
        .sort(),
    ).toEqual(gone.map((stage) => `removed ${stage}`).sort());
  });

  it('that refuses is a warning, and the removal’s status stays', async () => {
    world.aws.faults.add({ service: 'sns', action: 'Publish', code: 'AuthorizationError', status: 403 });
    const { pull, planted } = await pullWithStage(world, 'feature/mute', SERVICES);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs['status']).toBe('removed');
    expect(annotationsOf(step, 'warning').map(({ message }) => message)).toEqual([expect.stringContaining(TOPIC)]);
    expect(
      world.aws.stacks
        .list()
        .filter(({ name }) => name.endsWith(planted.stage))
        .map(({ status }) => status),
    ).toEqual(expect.not.arrayContaining(['CREATE_COMPLETE']));
    expect(sent()).toEqual([]);
  });
});
