import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deployedService, STAGING, sampleConfiguration } from '../core/report/sample-report.ts';
import { stateOf } from '../local-github/deployments.ts';
import { sampleOf } from '../sample.ts';
import { deploymentsOf, type Office, type Preview, resultOf, startOffice } from './report-run.ts';
import { expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterEach(() => office.github.faults.clear());
afterAll(() => office.close());

const url = 'https://a1b2c3.execute-api.us-east-1.amazonaws.com';
const LOG = 'https://github.com/acme/workshop/actions/runs/3001/attempts/1';
const statesOf = ({ stage }: Pick<Preview, 'stage'>) => deploymentsOf(office, stage).map(stateOf);

describe('the GitHub deployment of a preview', () => {
  it('is made at the start, for the commit, in the environment of the profile, as one that will be gone', async () => {
    const preview = await office.openPreview();
    const start = await office.report('start', preview.configuration);
    expectSuccess(start);
    const [made, ...more] = deploymentsOf(office, preview.stage);
    expect(more).toEqual([]);
    expect(start.outputs['github-deployment']).toBe(String(made?.id));
    expect(made).toMatchObject({
      sha: preview.stage.commit,
      environment: 'preview',
      transient: true,
      production: false,
    });
    expect(made?.statuses).toMatchObject([{ state: 'in_progress', logUrl: LOG }]);
  });

  it('succeeds at the end, with the address of the stage', async () => {
    const preview = await office.openPreview();
    const [start, end] = await office.reportBoth(preview, resultOf(preview, [deployedService({ url })], { url }));
    const [made] = deploymentsOf(office, preview.stage);
    expect(made?.statuses.map(({ state }) => state)).toEqual(['success', 'in_progress']);
    expect(made?.statuses[0]).toMatchObject({ environmentUrl: url, logUrl: LOG, environment: 'preview' });
    expect(end.outputs['github-deployment']).toBe(start.outputs['github-deployment']);
  });

  it.each(
    sampleOf([
      ['deployed', {}, 'success'],
      ['unchanged', {}, 'success'],
      ['failed', {}, 'failure'],
      ['superseded', {}, 'inactive'],
      ['removed', {}, 'inactive'],
    ] as const),
  )('is told %s', async (status, overrides, state) => {
    const preview = await office.openPreview();
    await office.reportBoth(preview, resultOf(preview, [deployedService()], { status, ...overrides }));
    expect(statesOf(preview)).toEqual([state]);
  });

  it.each([
    ['the tests failed', { 'test-result': 'failure', 'deploy-result': 'skipped' }, 'failure'],
    ['a step failed', { error: 'E_ROLE_REFUSED: AWS refused the role', 'deploy-result': 'failure' }, 'failure'],
    ['the run was cancelled', { 'test-result': 'success', 'deploy-result': 'cancelled' }, 'error'],
  ])('is told when %s', async (_what, inputs, state) => {
    const preview = await office.openPreview();
    const start = await office.report('start', preview.configuration);
    const id = start.outputs['github-deployment'] ?? '';
    expectSuccess(
      await office.report('end', preview.configuration, { inputs: { ...inputs, 'github-deployment': id } }),
    );
    expect(statesOf(preview)).toEqual([state]);
  });

  it('is one for each attempt of a run, and one however often an attempt asks', async () => {
    const preview = await office.openPreview();
    for (const runAttempt of ['1', '1', '2']) {
      expectSuccess(await office.report('start', preview.configuration, { context: { runAttempt } }));
    }
    expect(deploymentsOf(office, preview.stage)).toHaveLength(2);
  });

  it('H2 is one also where GitHub’s answer got lost', async () => {
    const preview = await office.openPreview();
    office.github.faults.next({ kind: 'lost-answer' }, { method: 'POST', path: /\/deployments$/ });
    const start = await office.report('start', preview.configuration);
    expectSuccess(start);
    const made = deploymentsOf(office, preview.stage);
    expect(made.map(({ id }) => String(id))).toEqual([start.outputs['github-deployment']]);
  });

  it('is made whatever checks and other branches say: what is deployed was decided already', async () => {
    const preview = await office.openPreview();
    office.github.statuses.add(preview.stage.commit, { state: 'failure', context: 'lint' });
    office.repository.commit('master', { 'later.txt': 'x' });
    const before = office.repository.head('refs/heads/master');
    const start = await office.report('start', preview.configuration);
    expectSuccess(start);
    expect(start.annotations).toEqual([]);
    expect(deploymentsOf(office, preview.stage)).toHaveLength(1);
    expect(office.repository.head('refs/heads/master')).toBe(before);
    expect(office.repository.head(preview.stage.ref)).toBe(preview.stage.commit);
  });

  it('has a description that GitHub takes, however long a reason is', async () => {
    const preview = await office.openPreview();
    const start = await office.report('start', preview.configuration);
    const inputs = {
      error: `E_INTERNAL: ${'🚀x'.repeat(900)}`,
      'github-deployment': start.outputs['github-deployment'] ?? '',
    };
    const end = await office.report('end', preview.configuration, { inputs });
    expectSuccess(end);
    expect(end.annotations).toEqual([]);
    expect(statesOf(preview)).toEqual(['failure']);
  });
});

describe('the GitHub deployment of a configured stage', () => {
  it('stays, in its own environment', async () => {
    const commit = office.repository.head('refs/heads/master');
    const configured = { stage: { ...STAGING, commit }, configuration: sampleConfiguration({ ...STAGING, commit }) };
    await office.reportBoth(configured, resultOf(configured, [deployedService({ url })], { url }));
    expect(deploymentsOf(office, STAGING)).toMatchObject([{ environment: 'staging', transient: false, sha: commit }]);
    expect(deploymentsOf(office, STAGING).map(stateOf)).toEqual(['success']);
  });
});
