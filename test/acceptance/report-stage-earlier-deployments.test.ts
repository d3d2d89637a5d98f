import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOf } from '../local-github/deployments.ts';
import { sampleOf } from '../sample.ts';
import { deploymentsOf, type Office, type Preview, removalOf, resultOf, startOffice } from './report-run.ts';
import { expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const statesOf = ({ stage }: Pick<Preview, 'stage'>) => deploymentsOf(office, stage).map(stateOf);
/** Deployments of a stage as runs that died left them. */
function seed({ stage }: Preview, count: number, state: 'in_progress' | 'success' | 'queued' = 'in_progress'): void {
  for (let index = 0; index < count; index += 1) {
    const task = `deploy:workshop/${stage.name}`;
    const { id } = office.github.deployments.create({
      sha: stage.commit,
      task,
      environment: 'preview',
      transient: true,
    });
    office.github.deployments.addStatus(id, { state });
  }
}

describe('earlier GitHub deployments', () => {
  it('become inactive when the stage is deployed anew, and not before', async () => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview));
    const next = office.pushTo(preview);
    const start = await office.report('start', next.configuration);
    expect(statesOf(preview)).toEqual(['in_progress', 'success']);
    const inputs = { 'github-deployment': start.outputs['github-deployment'] ?? '' };
    expectSuccess(await office.report('end', next.configuration, { result: resultOf(next), inputs }));
    expect(statesOf(preview)).toEqual(['success', 'inactive']);
  });

  it.each(['failed', 'superseded'] as const)('stay as they are when the next deploy is %s', async (status) => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview));
    const next = office.pushTo(preview);
    await office.reportBoth(next, resultOf(next, [], { status }));
    expect(statesOf(preview)[1]).toBe('success');
  });

  it('of other stages in the same environment stay as they are', async () => {
    const [one, other] = [await office.openPreview(), await office.openPreview()];
    await office.reportBoth(one, resultOf(one));
    await office.reportBoth(other, resultOf(other));
    expect([statesOf(one), statesOf(other)]).toEqual([['success'], ['success']]);
    expectSuccess(await office.report('end', removalOf(other).configuration, removalOf(other)));
    expect([statesOf(one), statesOf(other)]).toEqual([['success'], ['inactive']]);
  });

  it('of other workflows in the same environment stay as they are', async () => {
    const preview = await office.openPreview();
    const { id } = office.github.deployments.create({ sha: preview.stage.commit, environment: 'preview' });
    office.github.deployments.addStatus(id, { state: 'success' });
    await office.reportBoth(preview, resultOf(preview));
    expect(office.github.deployments.find(id)?.statuses).toHaveLength(1);
  });

  it.each([3, 12])('become inactive also where %i runs left them as they were when they died', async (count) => {
    const preview = await office.openPreview();
    seed(preview, count);
    await office.reportBoth(preview, resultOf(preview));
    expect(statesOf(preview)).toEqual(['success', ...Array.from({ length: count }, () => 'inactive')]);
  });

  it.each([3, 12])('are all inactive when the stage is removed, of %i', async (count) => {
    const preview = await office.openPreview();
    seed(preview, count, 'success');
    const removal = removalOf(preview);
    expectSuccess(await office.report('end', removal.configuration, removal));
    expect(new Set(statesOf(preview))).toEqual(new Set(['inactive']));
  });

  it('are asked to be inactive once: a second report changes nothing', async () => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview));
    const removal = removalOf(preview);
    for (let time = 0; time < 2; time += 1) {
      expectSuccess(await office.report('end', removal.configuration, removal));
    }
    expect(deploymentsOf(office, preview.stage)[0]?.statuses.map(({ state }) => state)).toEqual([
      'inactive',
      'success',
      'in_progress',
    ]);
  });
});

describe('a forged GitHub deployment', () => {
  const forge = ({ stage }: Preview, payload: unknown) =>
    office.github.deployments.create({
      sha: stage.commit,
      task: `deploy:workshop/${stage.name}`,
      environment: 'preview',
      payload,
      creator: { login: 'octocat', type: 'User' },
    });

  it.each(sampleOf(['{not JSON', '"', 'null', '[]', '{"run":{}}', { run: 'another' }, null]))(
    'H10 with the payload %j keeps nobody from a deployment of their own',
    async (payload) => {
      const preview = await office.openPreview();
      const forged = forge(preview, payload);
      const start = await office.report('start', preview.configuration);
      expectSuccess(start);
      expect(start.annotations).toEqual([]);
      expect(start.outputs['github-deployment']).not.toBe('');
      expect(start.outputs['github-deployment']).not.toBe(String(forged.id));
    },
  );

  it('H10 is not taken for ours by the name of the run that somebody else gave it', async () => {
    const preview = await office.openPreview();
    const forged = forge(preview, { run: '3001.1' });
    const start = await office.report('start', preview.configuration);
    expectSuccess(start);
    expect(start.outputs['github-deployment']).not.toBe(String(forged.id));
  });

  it('H10 that says it is deployed changes nothing of what people are told', async () => {
    const preview = await office.openPreview();
    const forged = forge(preview, {});
    office.github.deployments.addStatus(forged.id, { state: 'success', environmentUrl: 'https://evil.example.com' });
    const failed = resultOf(preview, [], { status: 'failed' });
    const [, end] = await office.reportBoth(preview, failed);
    expect(end.summary).toContain('failed');
    expect(JSON.stringify(office.github.comments.list(preview.number))).not.toContain('evil');
    expect(statesOf(preview)[0]).toBe('failure');
  });
});
