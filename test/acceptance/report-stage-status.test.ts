import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, STAGING, sampleConfiguration } from '../core/report/sample-report.ts';
import { sampleOf } from '../sample.ts';
import { type Office, removalOf, resultOf, startOffice } from './report-run.ts';
import { expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const LOG = 'https://github.com/acme/workshop/actions/runs/3001/attempts/1';

describe('the commit status', () => {
  it('is pending at the start and success at the end, on the commit, with a link to the run', async () => {
    const preview = await office.openPreview();
    const context = 'serverless-stages/workshop/preview';
    expectSuccess(await office.report('start', preview.configuration));
    expect(office.github.statuses.list(preview.stage.commit)).toMatchObject([
      { state: 'pending', context, targetUrl: LOG },
    ]);
    expectSuccess(await office.report('end', preview.configuration, { result: resultOf(preview) }));
    expect(office.github.statuses.latest(preview.stage.commit)).toMatchObject([
      { state: 'success', context, targetUrl: LOG, description: expect.stringContaining(preview.stage.name) },
    ]);
  });

  it.each(
    sampleOf([
      ['failed', 'failure'],
      ['unchanged', 'success'],
      ['superseded', 'success'],
    ] as const),
  )('of a deploy that is %s is %s', async (status, state) => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview, [], { status }));
    expect(office.github.statuses.latest(preview.stage.commit)).toMatchObject([{ state }]);
  });

  it.each([
    ['tests that failed', { 'test-result': 'failure' }, 'failure'],
    ['a run that was cancelled', { 'deploy-result': 'cancelled' }, 'error'],
  ])('of %s is told too', async (_what, inputs, state) => {
    const preview = await office.openPreview();
    expectSuccess(await office.report('end', preview.configuration, { inputs }));
    expect(office.github.statuses.latest(preview.stage.commit)).toMatchObject([{ state }]);
  });

  it('has the context of its stage where that is configured', async () => {
    const commit = office.repository.commit('master', { 'x.txt': 'x' });
    const configured = { stage: { ...STAGING, commit }, configuration: sampleConfiguration({ ...STAGING, commit }) };
    await office.reportBoth(configured, resultOf(configured));
    expect(office.github.statuses.latest(commit)).toMatchObject([
      { state: 'success', context: 'serverless-stages/workshop/staging' },
    ]);
  });

  it.each(sampleOf(['x'.repeat(4000), '🚀'.repeat(1000), HOSTILE.repeat(10)]))(
    'H4 has a description of at most 140 characters',
    async (error) => {
      const preview = await office.openPreview();
      const end = await office.report('end', preview.configuration, { inputs: { error } });
      expectSuccess(end);
      expect(end.annotations).toEqual([]);
      const [status] = office.github.statuses.latest(preview.stage.commit);
      expect([...(status?.description ?? '')].length).toBeLessThanOrEqual(140);
      expect(status).toMatchObject({ state: 'failure', description: expect.stringMatching(/failed: .*…$/u) });
    },
  );

  it('is none of a stage that is removed, which has no commit', async () => {
    const preview = await office.openPreview();
    const removal = removalOf(preview);
    expectSuccess(await office.report('end', removal.configuration, removal));
    expect(office.github.statuses.list(preview.stage.commit)).toEqual([]);
  });
});
