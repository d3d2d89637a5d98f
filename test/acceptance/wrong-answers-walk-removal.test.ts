import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { openDoors } from './doors.ts';
import { type GonePreview, leftOf, openRemovalJob, plantGonePreview, type RemovalJob } from './gone-preview.ts';
import { previewsFile } from './plant.ts';
import { recordOf } from './planted-state.ts';
import { removalOf } from './removal.ts';
import { expectSuccess } from './verdict.ts';
import { casesOf, codesOf, general, type WalkCase, walk } from './walk.ts';

const KINDS = ['destroy', 'sweep'] as const;
type Kind = (typeof KINDS)[number];

/** A world of its own, as a sweep sees all of one. */
interface Lane {
  readonly world: World;
  readonly doors: Awaited<ReturnType<typeof openDoors>>;
  readonly job: RemovalJob;
}

let lanes: Lane[] = [];
let count = 0;

/** Does something with a preview of its own; where that fails nothing is left for what comes next. */
async function withPreview(kind: Kind, lane: Lane, work: (preview: GonePreview) => Promise<void>): Promise<void> {
  const preview = await plant(lane);
  try {
    await work(preview);
  } catch (error) {
    await remove(kind, lane, preview);
    throw error;
  }
}

async function openLane(): Promise<Lane> {
  const world = await startWorld({ files: previewsFile(), resourceDelayMs: 0 });
  const doors = await openDoors(world);
  return { world, doors, job: await openRemovalJob(doors.world, 'feature/one') };
}

const plant = ({ world }: Lane) => plantGonePreview(world, `gone/p${++count}`);

/** Removes a preview with an answer spoilt. */
async function remove(kind: Kind, { doors, job }: Lane, preview: GonePreview, spoilt?: WalkCase) {
  doors.begin(spoilt, { STAGE: preview.stage });
  const attempt = { run: 7000 + ++count, attempt: 1 };
  const { tap, step } = kind === 'sweep' ? await job.sweep(attempt) : await job.destroy(attempt, preview);
  const result = await step.result;
  await tap.close();
  return { step: result, overlaps: tap.overlaps, hits: doors.hits, calls: doors.calls };
}

/** A removal that nothing disturbs, and what it says. */
async function undisturbed(kind: Kind, lane: Lane) {
  const preview = await plant(lane);
  const { step, calls } = await remove(kind, lane, preview);
  expectSuccess(step);
  expect(leftOf(lane.world, preview)).toEqual([]);
  return { calls, told: told(preview, step) };
}

function told({ stage, bucket, ref }: GonePreview, { outputs, ...step }: Awaited<ReturnType<typeof remove>>['step']) {
  const { status, stages } = removalOf({ ...step, outputs });
  const names = { STAGE: stage, BUCKET: bucket, BRANCH: ref.replace('refs/heads/', '') };
  return general({ status, stages, removed: outputs['removed'] }, names);
}

const CALLS = [
  'aws ssm:GetParametersByPath /serverless-stages/workshop/preview',
  'aws ssm:PutParameter /serverless-stages/workshop/preview/STAGE/_repository/N/lock',
  'github GET /git/ref/heads/BRANCH',
  'aws cloudformation:DescribeStacks api-STAGE',
  'aws cloudformation:ListStackResources database-STAGE',
  'aws cloudformation:ListImports database-STAGE-called',
  'aws sts:AssumeRoleWithWebIdentity',
  'aws s3:GET /BUCKET?versions',
  'aws s3:POST /BUCKET?delete',
  'aws cloudformation:DeleteStack api-STAGE',
  'aws cloudformation:DescribeStacks api-STAGE after cloudformation:DeleteStack',
  'aws ssm:DeleteParameter /serverless-stages/workshop/preview/STAGE/api after ssm:PutParameter',
  'aws logs:DeleteLogGroup /aws/lambda/database-STAGE-called',
];

/** What a removal does not rest on: a session with fewer rights for one service, and the look for stacks without a record at its end. */
const OPTIONAL = /^oidc |AssumeRole|GetCallerIdentity|ListStacks|workshop\/configured$/;

describe.runIf(process.platform === 'linux')('a removal', () => {
  beforeAll(async () => {
    lanes = await Promise.all(Array.from({ length: sampleOf([...Array(12)], 8).length }, openLane));
  });
  afterAll(() => Promise.all(lanes.map(({ doors, world }) => doors.close().then(world.close))));

  it.each(KINDS)('by a %s ends as ever, whichever answer is a wrong one once', async (kind) => {
    const usual = await undisturbed(kind, lanes[0] as Lane);
    expect(usual.calls).toEqual(expect.arrayContaining(CALLS));
    const failed = await walk(lanes.slice(0, 3), sampleOf(walked(usual.calls, kind), 16), async (spoilt, lane) => {
      await withPreview(kind, lane, async (preview) => {
        const { step, hits, overlaps } = await remove(kind, lane, preview, spoilt);
        expectSuccess(step);
        expect(hits, 'the call that is answered wrongly').toBe(1);
        expect(leftOf(lane.world, preview)).toEqual([]);
        expect(overlaps).toEqual([]);
        const said = told(preview, step);
        // Whose deletion it was that took a log group cannot be told any more.
        if (!(spoilt.done && spoilt.call.includes('DeleteLogGroup'))) expect(said).toEqual(usual.told);
      });
    });
    expect(failed).toEqual([]);
  });

  it.each(KINDS)('by a %s takes nothing for absent, whichever answer stays wrong', async (kind) => {
    const usual = await undisturbed(kind, lanes[0] as Lane);
    const start = usual.calls.findIndex((call) => call.includes('DeleteStack'));
    expect(start).toBeGreaterThan(0);
    const cases = sampleOf(staying(usual.calls), lanes.length);
    const failed = await walk(lanes, cases, async (spoilt, lane) => {
      const { world } = lane;
      await withPreview(kind, lane, async (preview) => {
        const all = leftOf(world, preview);
        const objects = () => world.aws.buckets.find(preview.bucket)?.objects.size;
        const { step, hits } = await remove(kind, lane, preview, spoilt);
        expect(hits, 'calls that are answered wrongly').toBeGreaterThan(0);
        const left = leftOf(world, preview);
        // What was removed in deed can be seen to be.
        if (left.length === 0 && (spoilt.done || OPTIONAL.test(spoilt.call))) return expectSuccess(step);
        expect(codesOf(step)).toEqual([expect.stringMatching(/^E_(AWS_UNAVAILABLE|GITHUB)$/)]);
        if (usual.calls.indexOf(spoilt.call) < start) {
          expect(left).toEqual(all);
          expect(objects()).toBe(3);
        }
        for (const service of ['api', 'database']) {
          const stack = left.some((name) => name.startsWith(`${service}-${preview.stage} `));
          if (stack) expect(recordOf(world, `${preview.path}/${service}`)).toBeDefined();
        }
        expectSuccess((await remove(kind, lane, preview)).step);
        expect(leftOf(world, preview)).toEqual([]);
      });
    });
    expect(failed).toEqual([]);
  });
});

/** Each call with each wrong answer; the sweep has most in common with the destroy, and takes each second. */
function walked(calls: readonly string[], kind: Kind): WalkCase[] {
  return casesOf(calls).filter((_one, index) => kind === 'destroy' || index % 4 === 0);
}

/** Each call with a wrong answer that stays, the kinds in turn; a write also with what it wrote there. */
function staying(calls: readonly string[]): WalkCase[] {
  const kinds = ['empty', 'html', 'object', 'null', 'no content', 'cut'] as const;
  return calls.flatMap((call, index) => {
    const some = casesOf([call], [kinds[index % kinds.length] ?? 'empty']);
    return some.map((one) => ({ ...one, times: Number.POSITIVE_INFINITY }));
  });
}
