import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removedService, removedStage } from '../core/removal/sample-removal.ts';
import { removalResult, sampleConfiguration } from '../core/report/sample-report.ts';
import { changesOf, type Office, ownComment, ownComments, removalOf, resultOf, startOffice } from './report-run.ts';
import { expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

/** What a run did on GitHub. */
async function changesDuring(work: () => Promise<unknown>): Promise<string[]> {
  const from = office.github.journal.length;
  await work();
  return changesOf(office, from);
}

describe('a preview that is removed', () => {
  it('says so in the comment that it has, with what is left behind, also on a closed pull request', async () => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview));
    const { id } = ownComment(office, preview.number);
    await office.github.pulls.close(preview.number);
    const retained = [{ logicalId: 'Table', type: 'AWS::DynamoDB::Table', physicalId: 'workshop-orders' }];
    const removal = removalOf(preview, { services: [removedService({ retained })] });
    const end = await office.report('end', removal.configuration, removal);
    expectSuccess(end);
    expect(ownComment(office, preview.number)).toMatchObject({ id, body: expect.stringContaining('is removed') });
    expect(ownComment(office, preview.number).body).toContain('workshop-orders');
    expect(end.summary).toMatch(/removed/);
  });

  it('says so where its branch is gone and only its name is known', async () => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview));
    await office.github.pulls.close(preview.number);
    office.repository.git('update-ref', '-d', preview.stage.ref);
    const { configuration, result } = removalOf(preview);
    const { pullRequest: _unknown, ...stage } = configuration.stage;
    expectSuccess(await office.report('end', { ...configuration, stage }, { result }));
    expect(ownComment(office, preview.number).body).toContain('is removed');
  });

  it('says why it could not be', async () => {
    const preview = await office.openPreview();
    const error = { code: 'E_STACK_PROTECTED', message: 'a person protects it' };
    const removal = removalOf(preview, {
      status: 'failed',
      services: [removedService({ status: 'failed', error })],
      error,
    });
    expectSuccess(await office.report('end', removal.configuration, removal));
    expect(ownComment(office, preview.number).body).toMatch(/failed[\s\S]*a person protects it/);
  });

  it('writes nothing where it was found wanted', async () => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview));
    const before = ownComment(office, preview.number);
    const removal = removalOf(preview, { status: 'wanted', reason: 'the pull request is open', services: [] });
    const changes = await changesDuring(async () =>
      expectSuccess(await office.report('end', removal.configuration, removal)),
    );
    expect(changes).toEqual([]);
    expect(ownComment(office, preview.number)).toEqual(before);
  });

  it('writes nothing after a dry run', async () => {
    const preview = await office.openPreview();
    const { configuration, result } = removalOf(preview, { status: 'planned' });
    const options = { result: { ...result, dryRun: true } };
    expect(await changesDuring(() => office.report('end', configuration, options))).toEqual([]);
  });

  it('is told by the deploy that found it unwanted', async () => {
    const preview = await office.openPreview();
    const removed = removedStage({
      stage: preview.stage.name,
      of: preview.stage.ref,
      reason: 'the pull request is closed',
    });
    await office.reportBoth(preview, resultOf(preview, [], { status: 'removed', reason: removed.reason, removed }));
    expect(ownComment(office, preview.number).body).toMatch(/is removed[\s\S]*the pull request is closed/);
  });
});

describe('a sweep', () => {
  it('tells each pull request of its own preview, and lists all in the summary', async () => {
    const previews = [await office.openPreview(), await office.openPreview(), await office.openPreview()];
    for (const preview of previews) await office.reportBoth(preview, resultOf(preview));
    const [one, two, wanted] = previews;
    const stages = [one, two].map((preview) =>
      removedStage({ stage: preview?.stage.name ?? '', of: preview?.stage.ref ?? '' }),
    );
    const configuration = sampleConfiguration({ name: '', kind: 'preview', ref: '' });
    const end = await office.report('end', configuration, { result: removalResult(stages, { wanted: 1 }) });
    expectSuccess(end);
    expect(end.annotations).toEqual([]);
    for (const preview of [one, two]) {
      expect(ownComment(office, preview?.number ?? 0).body).toContain(`\`${preview?.stage.name}\` is removed`);
      expect(end.summary).toContain(preview?.stage.name);
    }
    expect(ownComment(office, wanted?.number ?? 0).body).toContain('is deployed');
  });

  it('that found nothing tells nobody', async () => {
    const configuration = sampleConfiguration({ name: '', kind: 'preview', ref: '' });
    const before = ownComments(office, 1).length;
    expect(await changesDuring(() => office.report('end', configuration, { result: removalResult([]) }))).toEqual([]);
    expect(ownComments(office, 1)).toHaveLength(before);
  });
});
