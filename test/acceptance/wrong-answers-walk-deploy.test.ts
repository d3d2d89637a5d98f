import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { openDoors } from './doors.ts';
import { expectDeployed, forgetStage, openReaderPreview, READER_FILES, stacksOf } from './reader-preview.ts';
import { expectSuccess } from './verdict.ts';
import { casesOf, general, type WalkCase, walk } from './walk.ts';

let world: World;
let lanes: Awaited<ReturnType<typeof openLane>>[] = [];
let runs = 7000;

async function openLane(branch: string) {
  const doors = await openDoors(world);
  return { doors, branch, preview: await openReaderPreview(doors.world, branch, ['one', 'three']) };
}
type Lane = Awaited<ReturnType<typeof openLane>>;

/** Deploys a version with an answer spoilt; returns what it says and how it left the stacks. */
async function deploy({ doors, branch, preview }: Lane, version: string, spoilt?: WalkCase) {
  const run = ++runs;
  doors.begin(spoilt, { STAGE: preview.stage });
  const { tap, step } = await preview.deploy(version, { run, attempt: 1 });
  const result = await step.result;
  await tap.close();
  const { hits, calls } = doors;
  const { result: said = 'null', error: _error, ...outputs } = result.outputs;
  const [commit, before] = [preview.commit(version), preview.commit('one').slice(0, 7)];
  // A file of the job, whose folder is another one for each lane.
  const FOLDER = dirname(outputs['sarif'] ?? '');
  const names = {
    ...(FOLDER === '.' ? {} : { FOLDER }),
    STAGE: preview.stage,
    BRANCH: branch,
    COMMIT: commit,
    BEFORE: before,
    RUN: String(run),
  };
  const stacks = stacksOf(world, preview.stage).map(({ name, status, events }) => [name, status, events.length]);
  return {
    step: result,
    overlaps: tap.overlaps,
    hits,
    calls,
    told: general([outputs, JSON.parse(said), stacks], names),
  };
}

const CALLS = [
  'aws ssm:GetParametersByPath /serverless-stages/workshop/preview/STAGE',
  'aws ssm:PutParameter /serverless-stages/workshop/preview/STAGE/_repository/N/lock',
  'aws ssm:PutParameter /serverless-stages/workshop/preview/STAGE/api',
  'aws cloudformation:DescribeStacks api-STAGE',
];

describe.runIf(process.platform === 'linux')('a deploy', () => {
  beforeAll(async () => {
    world = await startWorld({ files: READER_FILES, resourceDelayMs: 0 });
    lanes = [await openLane('feature/first'), await openLane('feature/second')];
  });
  afterAll(async () => {
    await Promise.all(lanes.map(({ doors }) => doors.close()));
    await world.close();
  });

  it.each([
    ['the first of a stage', 'one'],
    ['the second of a stage', 'three'],
  ])('that is %s ends as ever, whichever answer is a wrong one once', async (_what, version) => {
    const before = async (lane: Lane) => {
      forgetStage(world, lane.preview);
      if (version !== 'one') expectSuccess((await deploy(lane, 'one')).step);
    };
    const [first] = lanes;
    if (first === undefined) throw new Error('there is no lane');
    await before(first);
    const usual = await deploy(first, version);
    expectSuccess(usual.step);
    expectDeployed(world, first.preview, version);
    expect(usual.calls).toEqual(expect.arrayContaining(CALLS));
    const failed = await walk(lanes, chosen(usual.calls), async (spoilt, lane) => {
      await before(lane);
      const { step, hits, overlaps, told } = await deploy(lane, version, spoilt);
      expectSuccess(step);
      expect(hits, 'the call that is answered wrongly').toBe(1);
      expectDeployed(world, lane.preview, version);
      expect(overlaps).toEqual([]);
      expect(told).toEqual(usual.told);
    });
    expect(failed).toEqual([]);
  });
});

/** Each call with each third wrong answer in turn, as a deploy takes its time. */
function chosen(calls: readonly string[]): WalkCase[] {
  return sampleOf(
    casesOf(calls).filter((_one, index) => index % 5 === 0),
    14,
  );
}
