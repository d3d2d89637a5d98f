import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { type Doors, isWrite, openGithubDoor } from './doors.ts';
import { deploymentsOf, type Office, ownComments, removalOf, resultOf, startOffice } from './report-run.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';
import { casesOf, general, type WalkCase, walk } from './walk.ts';

let office: Office;
let lanes: (Doors & { readonly url: string })[] = [];
beforeAll(async () => {
  office = await startOffice();
  lanes = [await openGithubDoor(office.github), await openGithubDoor(office.github)];
});
afterAll(async () => {
  await Promise.all(lanes.map((door) => door.close()));
  await office.close();
});

const PHASES = ['start', 'end', 'removal'] as const;
type Phase = (typeof PHASES)[number];

/** Reports one phase of a new preview with an answer spoilt; returns what is seen of it in GitHub. */
async function report(phase: Phase, door: (typeof lanes)[number], spoilt?: WalkCase) {
  const preview = await office.openPreview();
  const { configuration, stage, number } = preview;
  const options = { result: resultOf(preview), context: { githubApiUrl: door.url } };
  if (phase !== 'start') {
    const start = await office.report('start', configuration);
    expectSuccess(start);
    const id = start.outputs['github-deployment'] ?? '';
    if (phase === 'removal')
      await office.report('end', configuration, { ...options, context: {}, inputs: { 'github-deployment': id } });
    else Object.assign(options, { inputs: { 'github-deployment': id } });
  }
  door.begin(spoilt);
  const removal = removalOf(preview);
  const step =
    phase === 'start'
      ? await office.report('start', configuration, { context: options.context })
      : phase === 'end'
        ? await office.report('end', configuration, options)
        : await office.report('end', removal.configuration, { ...options, result: removal.result });
  const { hits, calls } = door;
  const names = {
    STAGE: stage.name,
    BRANCH: preview.branch,
    COMMIT: stage.commit,
    SHORT: stage.commit.slice(0, 7),
    '"#N': `"#${number}`,
  };
  const seen = {
    comments: ownComments(office, number).map(({ body }) => body),
    deployments: deploymentsOf(office, stage).map(({ statuses }) => statuses.map(({ state }) => state)),
    statuses: office.github.statuses.latest(stage.commit).map(({ state, context }) => [context, state]),
    warnings: annotationsOf(step, 'warning').map(({ message }) => message),
  };
  return { step, hits, calls, seen: general(seen, names) };
}

const CALLS: Readonly<Record<Phase, readonly string[]>> = {
  start: ['github POST /deployments', 'github POST /statuses/SHA', 'github POST /issues/N/comments'],
  end: ['github PATCH /issues/comments/N', 'github POST /statuses/SHA', 'github POST /deployments/N/statuses'],
  removal: ['github PATCH /issues/comments/N', 'github POST /deployments/N/statuses'],
};

describe.each(PHASES)('a report of the %s', (phase) => {
  const undisturbed = async () => {
    const usual = await report(phase, lanes[0] as (typeof lanes)[number]);
    expectSuccess(usual.step);
    expect(usual.calls).toEqual(expect.arrayContaining([...CALLS[phase]]));
    return usual;
  };

  it.each(['reads', 'writes'])('tells the same once, whichever of its %s is answered wrongly once', async (which) => {
    const usual = await undisturbed();
    const cases = casesOf(usual.calls).filter(({ call }) => isWrite(call) === (which === 'writes'));
    const failed = await walk(lanes, sampleOf(cases, 8), async (spoilt, door) => {
      const { step, hits, seen } = await report(phase, door, spoilt);
      expectSuccess(step);
      expect(hits, 'the call that is answered wrongly').toBe(1);
      expect(seen).toEqual(usual.seen);
    });
    expect(failed).toEqual([]);
  });

  it('says of what was not written that it was not, and what came in its place', async () => {
    const usual = await undisturbed();
    const cases = casesOf(usual.calls).filter(({ call, done }) => isWrite(call) && !done);
    const staying = cases.map((one) => ({ ...one, times: Number.POSITIVE_INFINITY }));
    const failed = await walk(lanes, sampleOf(staying, 6), async (spoilt, door) => {
      const { step } = await report(phase, door, spoilt);
      expectSuccess(step);
      const warnings = annotationsOf(step, 'warning').map(({ message }) => message);
      expect(warnings).toEqual([expect.stringMatching(/E_GITHUB: .*HTTP 20/s)]);
    });
    expect(failed).toEqual([]);
  });
});
