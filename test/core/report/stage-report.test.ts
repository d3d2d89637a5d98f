import { describe, expect, it } from 'vitest';
import { removedService, removedStage } from '../removal/sample-removal.ts';
import {
  COMMIT,
  deployedService,
  deployResult,
  endedReport,
  endedReports,
  PREVIEW,
  RUN,
  removalResult,
  STAGING,
  startedReport,
} from './sample-report.ts';

const { commit: _gone, ...REMOVED } = PREVIEW;

describe('the report of a start', () => {
  it('says that the stage’s commit is being deployed, in the environment of its profile', () => {
    expect(startedReport()).toMatchObject({
      app: 'workshop',
      stage: { name: 'pr-1-0pv3fa9c', kind: 'preview', ref: 'refs/heads/feature/login', pullRequest: 12 },
      commit: COMMIT,
      environment: 'preview',
      state: 'deploying',
      run: RUN,
    });
    expect(startedReport(STAGING)).toMatchObject({ environment: 'staging', stage: { kind: 'configured' } });
  });
});

describe('the report of a deploy', () => {
  it.each(['deployed', 'unchanged', 'failed', 'superseded', 'removed'] as const)(
    'takes over the status %s',
    (status) => {
      const url = 'https://a.example.com';
      const result = deployResult([deployedService()], { status, url, reason: 'because' });
      expect(endedReport({ result })).toMatchObject({
        state: status,
        url,
        reason: 'because',
        commit: COMMIT,
        deploy: result,
      });
    },
  );

  it('tells of the removal where the stage was not wanted any more', () => {
    const removed = removedStage();
    expect(endedReport({ result: deployResult([], { status: 'removed', removed }) }).removal).toEqual(removed);
  });

  it('is what the result says, however the jobs ended', () => {
    const end = { error: 'E_X: no', testResult: 'failure', deployResult: 'cancelled' } as const;
    expect(endedReport({ ...end, result: deployResult() }).state).toBe('deployed');
  });
});

describe('the report of an end without a result', () => {
  it.each([
    [
      'the error of a step',
      { error: 'E_ROLE_REFUSED: no', testResult: 'failure', deployResult: 'failure' },
      'failed',
      /E_ROLE_REFUSED/,
    ],
    [
      'tests that failed',
      { testResult: 'failure', deployResult: 'skipped' },
      'failed',
      /tests failed.*nothing was deployed/,
    ],
    ['a job that was lost', { testResult: 'success', deployResult: 'failure' }, 'failed', /log/],
    ['a deploy that was cancelled', { testResult: 'success', deployResult: 'cancelled' }, 'cancelled', /cancelled/],
    ['tests that were cancelled', { testResult: 'cancelled', deployResult: 'skipped' }, 'cancelled', /cancelled/],
  ] as const)('says of %s that the stage %3$s', (_what, end, state, reason) => {
    expect(endedReport(end)).toMatchObject({ state, reason: expect.stringMatching(reason), commit: COMMIT });
  });

  it('says of a deploy that succeeded, and whose result did not arrive, nothing of being cancelled', () => {
    // The runner drops an output that holds a masked value.
    const report = endedReport({ testResult: 'success', deployResult: 'success' });
    expect(report.state).not.toBe('cancelled');
    expect(report.reason).not.toMatch(/cancelled/);
  });

  it('says of a cancelled deploy that CloudFormation may go on', () => {
    expect(endedReport({ deployResult: 'cancelled' }).reason).toContain('CloudFormation');
  });
});

describe('the reports of a removal', () => {
  it('are one for each stage of a sweep, each with its own name and ref', () => {
    const stages = [removedStage(), removedStage({ stage: 'pr-2-0pv3fa9d', of: 'refs/heads/feature/logout' })];
    const reports = endedReports({ result: removalResult(stages) }, { name: '', kind: 'preview', ref: '' });
    expect(reports.map(({ stage }) => [stage.name, stage.ref])).toEqual([
      ['pr-1-0pv3fa9c', 'refs/heads/feature/login'],
      ['pr-2-0pv3fa9d', 'refs/heads/feature/logout'],
    ]);
    expect(reports.every(({ commit }) => commit === undefined)).toBe(true);
  });

  it.each([
    ['removed', 'removed'],
    ['wanted', 'kept'],
    ['failed', 'failed'],
  ] as const)('say of one that is %s: %s', (status, state) => {
    const stage = removedStage({ status });
    expect(endedReport({ result: removalResult([stage]) }, REMOVED)).toMatchObject({ state, removal: stage });
  });

  it('know the pull request of the stage that the run is about', () => {
    expect(endedReport({ result: removalResult() }, REMOVED).stage.pullRequest).toBe(12);
  });

  it('give the error of a stage as the reason', () => {
    const error = { code: 'E_STAGE_BUSY', message: 'run 7 holds it' };
    const stage = removedStage({ status: 'failed', services: [removedService({ status: 'kept' })], error });
    expect(endedReport({ result: removalResult([stage]) }, REMOVED).reason).toBe('run 7 holds it');
  });

  it('say also that there was nothing of the one that it was about', () => {
    expect(endedReport({ result: removalResult([]) }, REMOVED)).toMatchObject({ state: 'absent' });
  });

  it('are none of a sweep that found nothing', () => {
    expect(endedReports({ result: removalResult([]) }, { name: '', kind: 'preview', ref: '' })).toEqual([]);
  });

  it('are none of a dry run, which changed nothing', () => {
    const planned = removalResult([removedStage({ status: 'planned' })], { dryRun: true });
    expect(endedReports({ result: planned }, REMOVED)).toEqual([]);
  });
});
