import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { openDoors } from './doors.ts';
import { type GonePreview, leftOf, openRemovalJob, plantGonePreview, type RemovalJob } from './gone-preview.ts';
import { previewsFile } from './plant.ts';
import { recordOf } from './planted-state.ts';
import { removalOf } from './removal.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';
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
async function remove(kind: Kind, { world, doors, job }: Lane, preview: GonePreview, spoilt?: WalkCase) {
  doors.begin(spoilt, { STAGE: preview.stage });
  const run = 7000 + ++count;
  const attempt = { run, attempt: 1 };
  const { tap, step } = kind === 'sweep' ? await job.sweep(attempt) : await job.destroy(attempt, preview);
  const result = await step.result;
  world.github.runs.set(run, { attempt: 1, status: 'completed', conclusion: 'success' });
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
    const failed = await walk(lanes.slice(0, 3), sampleOf(walked(usual.calls, kind), 10), async (spoilt, lane) => {
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

  it('takes nothing for absent, whichever answer stays wrong', async () => {
    const all: (WalkCase & { readonly kind: Kind; readonly calls: readonly string[] })[] = [];
    for (const kind of KINDS) {
      const { calls } = await undisturbed(kind, lanes[0] as Lane);
      const some = staying(calls).filter((_one, index) => kind === 'destroy' || index % 3 === 0);
      all.push(...some.map((one) => ({ ...one, kind, name: `${kind}: ${one.name}`, calls })));
    }
    const failed = await walk(lanes, sampleOf(all, lanes.length), async (spoilt, lane) => {
      const { kind, calls } = all.find(({ name }) => name === spoilt.name) ?? ({} as (typeof all)[number]);
      await withPreview(kind, lane, async (preview) => {
        const before = leftOf(lane.world, preview);
        const { step, hits } = await remove(kind, lane, preview, spoilt);
        expect(hits, 'calls that are answered wrongly').toBeGreaterThan(0);
        const left = leftOf(lane.world, preview);
        // What was removed in deed can be seen to be.
        if (left.length === 0 && OPTIONAL.test(spoilt.call)) return expectSuccess(step);
        if (left.length === 0 && spoilt.done && codesOf(step).length === 0) return;
        expect(codesOf(step)).toEqual([expect.stringMatching(codeOf(spoilt))]);
        const isBegun = calls.findIndex((call) => call.includes('DeleteStack')) <= calls.indexOf(spoilt.call);
        if (!isBegun) expectAll(lane, preview, before);
        expectRecords(lane, preview, left);
        expectSuccess((await remove(kind, lane, preview)).step);
        expect(leftOf(lane.world, preview)).toEqual([]);
      });
    });
    expect(failed).toEqual([]);
  });

  it('says what came in the place of the answer of AWS', async () => {
    const calls = [
      'aws cloudformation:DescribeStacks api-STAGE',
      'aws cloudformation:ListImports database-STAGE-called',
    ];
    const cases = casesOf(calls, ['html', 'null']).map((one) => ({ ...one, times: Number.POSITIVE_INFINITY }));
    const failed = await walk(lanes, cases, async (spoilt, lane) => {
      await withPreview('destroy', lane, async (preview) => {
        const { step } = await remove('destroy', lane, preview, spoilt);
        const [error] = annotationsOf(step, 'error');
        expect(error?.message).toMatch(/^E_AWS_UNAVAILABLE: .*HTTP 200/s);
        expect(error?.message).not.toContain('$response');
        await remove('destroy', lane, preview);
      });
    });
    expect(failed).toEqual([]);
  });
});

/** Expects that each stack that is left has its record still. */
function expectRecords({ world }: Lane, { stage, path }: GonePreview, left: readonly string[]): void {
  for (const service of ['api', 'database']) {
    const isLeft = left.some((name) => name.startsWith(`${service}-${stage} `));
    if (isLeft) expect(recordOf(world, `${path}/${service}`)).toBeDefined();
  }
}

/** What a removal fails with if an answer stays wrong: what the stack did not know of is tried for the last. */
const codeOf = ({ call }: WalkCase) =>
  call.includes('DeleteLogGroup') ? /^E_DESTROY_FAILED$/ : /^E_(AWS_UNAVAILABLE|GITHUB)$/;

/** Expects that all is there as it was before. */
function expectAll({ world }: Lane, preview: GonePreview, before: readonly string[]): void {
  expect(leftOf(world, preview)).toEqual(before);
  const { objects } = world.aws.buckets.find(preview.bucket) ?? {};
  const versions = [...(objects ?? [])].flatMap(([, some]) => some);
  expect(versions).toHaveLength(7);
}

/** Each call with half of the wrong answers, in turn; the sweep, which has most in common with the destroy, with fewer. */
function walked(calls: readonly string[], kind: Kind): WalkCase[] {
  return casesOf(calls).filter((_one, index) => index % (kind === 'destroy' ? 2 : 7) === 0);
}

/** Each call with a wrong answer that stays, the kinds in turn; a write also with what it wrote there. */
function staying(calls: readonly string[]): WalkCase[] {
  const kinds = ['empty', 'html', 'object', 'null', 'no content', 'cut'] as const;
  return calls.flatMap((call, index) => {
    const some = casesOf([call], [kinds[index % kinds.length] ?? 'empty']);
    return some.map((one) => ({ ...one, times: Number.POSITIVE_INFINITY }));
  });
}
