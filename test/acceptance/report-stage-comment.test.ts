import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployedService } from '../core/report/sample-report.ts';
import { startWorld } from '../world/world.ts';
import { type Office, ownComment, ownComments, resultOf, startOffice } from './report-run.ts';
import { resolveStage } from './resolve-stage-run.ts';
import { expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const url = 'https://a1b2c3.execute-api.us-east-1.amazonaws.com';

describe('the comment on a pull request', () => {
  it('is written at the start, and edited in place at the end', async () => {
    const preview = await office.openPreview();
    const start = await office.report('start', preview.configuration);
    expectSuccess(start);
    const first = ownComment(office, preview.number);
    expect(first.body).toContain('is being deployed');
    const page = `https://github.com/acme/workshop/pull/${preview.number}#issuecomment-${first.id}`;
    expect(start.outputs['comment']).toBe(page);

    const result = resultOf(preview, [deployedService({ url })], { url });
    const end = await office.report('end', preview.configuration, { result });
    expectSuccess(end);
    expect(ownComment(office, preview.number)).toMatchObject({
      id: first.id,
      author: { login: 'github-actions[bot]' },
    });
    expect(ownComment(office, preview.number).body).toContain('is deployed');
    expect(end.outputs['comment']).toBe(page);
  });

  it('keeps the table and the address of the last result while the next commit is deployed', async () => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview, [deployedService({ url })], { url }));
    const next = office.pushTo(preview);
    expectSuccess(await office.report('start', next.configuration));
    const { body } = ownComment(office, preview.number);
    expect(body).toContain('is being deployed');
    expect(body).toContain(next.stage.commit.slice(0, 7));
    expect(body).toMatch(/\| restapi \|.*a1b2c3/);
  });

  it('is never a second one after many runs', async () => {
    let preview = await office.openPreview();
    for (let run = 0; run < 3; run += 1) {
      await office.reportBoth(preview, resultOf(preview));
      preview = office.pushTo(preview);
    }
    expect(ownComments(office, preview.number)).toHaveLength(1);
  });

  it('is one again after two runs that wrote at the same time', async () => {
    const preview = await office.openPreview();
    await Promise.all(
      ['1', '2'].map((runAttempt) => office.report('start', preview.configuration, { context: { runAttempt } })),
    );
    expectSuccess(await office.report('end', preview.configuration, { result: resultOf(preview) }));
    expect(ownComment(office, preview.number).body).toContain('is deployed');
  });

  it('is found among more comments than GitHub gives at once', async () => {
    const preview = await office.openPreview();
    const talk = (from: number) =>
      Array.from({ length: 120 }, (_, index) =>
        office.github.comments.seed(preview.number, { body: `${from + index}` }),
      );
    talk(0);
    expectSuccess(await office.report('start', preview.configuration));
    talk(120);
    const { id } = ownComment(office, preview.number);
    expectSuccess(await office.report('end', preview.configuration, { result: resultOf(preview) }));
    expect(ownComment(office, preview.number)).toMatchObject({ id, body: expect.stringContaining('is deployed') });
  });

  it('is written anew when somebody has removed it', async () => {
    const preview = await office.openPreview();
    expectSuccess(await office.report('start', preview.configuration));
    office.github.comments.remove(ownComment(office, preview.number).id);
    expectSuccess(await office.report('end', preview.configuration, { result: resultOf(preview) }));
    expect(ownComment(office, preview.number).body).toContain('is deployed');
  });

  it('is one for each application of a repository', async () => {
    const preview = await office.openPreview();
    const other = { ...preview.configuration, app: 'shop' };
    await office.reportBoth(preview, resultOf(preview));
    await office.reportBoth({ configuration: other }, { ...resultOf(preview), app: 'shop' });
    await office.reportBoth(preview, resultOf(preview));
    const bodies = office.github.comments.list(preview.number).map(({ body }) => body);
    expect(bodies).toEqual([expect.stringContaining('app=workshop '), expect.stringContaining('app=shop ')]);
  });

  it('is found by the branch where the run knows no pull request', async () => {
    const preview = await office.openPreview();
    const { pullRequest: _unknown, ...stage } = preview.stage;
    expectSuccess(await office.report('start', { ...preview.configuration, stage }));
    expect(ownComment(office, preview.number).body).toContain('is being deployed');
  });

  it('is none where a branch has no pull request, and none for a configured stage', async () => {
    const preview = await office.openPreview();
    const { pullRequest: _unknown, ...stage } = preview.stage;
    const before = office.github.comments.list().length;
    const alone = { ...preview.configuration, stage: { ...stage, ref: 'refs/heads/feature/alone' } };
    const configured = { ...preview.configuration, stage: { ...stage, name: 'dev', kind: 'configured' } } as const;
    for (const configuration of [alone, configured]) {
      const step = await office.report('start', configuration);
      expectSuccess(step);
      expect(step.outputs['comment']).toBe('');
    }
    expect(office.github.comments.list()).toHaveLength(before);
  });

  it('is written from what the built resolve-stage says of a pull request', async () => {
    const world = await startWorld();
    try {
      world.repository.commit('feature/login', { 'backend-tasks/changed.txt': 'x' });
      const { number } = await world.github.pulls.open({ head: 'feature/login', base: 'master' });
      const context = await world.pullRequestRun(number, 'opened');
      const { outputs } = await resolveStage(world, context);
      const inputs = { phase: 'start', configuration: outputs['configuration'] ?? '' };
      expectSuccess(await world.job(context).run({ action: 'report-stage', inputs }));
      expect(world.github.comments.list(number).map(({ body }) => body)).toEqual([
        expect.stringContaining(`\`${outputs['stage']}\` is being deployed`),
      ]);
      expect(world.github.deployments.list()).toMatchObject([{ environment: 'preview', sha: outputs['commit'] }]);
    } finally {
      await world.close();
    }
  });
});
