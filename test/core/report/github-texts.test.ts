import { describe, expect, it } from 'vitest';
import { deploymentTask, describeShortly, statusContext } from '../../../core/report/github-texts.ts';
import {
  deployedService,
  deployResult,
  endedReport,
  HOSTILE,
  PREVIEW,
  STAGING,
  startedReport,
} from './sample-report.ts';

describe('the short line', () => {
  it('names the stage and how it stands', () => {
    expect(describeShortly(startedReport())).toBe('pr-1-0pv3fa9c is being deployed');
  });

  it('counts the services, those of the stage alone', () => {
    const services = [
      deployedService(),
      deployedService({ key: 'tasks', status: 'unchanged' }),
      deployedService({ key: 'mail', status: 'failed' }),
      deployedService({ key: 'web', status: 'not-started' }),
      deployedService({ key: 'database', status: 'left-out' }),
    ];
    const line = describeShortly(endedReport({ result: deployResult(services) }));
    expect(line).toBe('pr-1-0pv3fa9c failed (1 deployed, 1 unchanged, 1 failed, 1 not started)');
  });

  it('says why where there is more to say', () => {
    const line = describeShortly(endedReport({ testResult: 'failure' }));
    expect(line).toBe('pr-1-0pv3fa9c failed: the tests failed, so nothing was deployed');
  });

  it.each(['x'.repeat(5000), '🚀'.repeat(5000), `${'y'.repeat(110)}${'🚀'.repeat(100)}`, HOSTILE.repeat(40)])(
    'H4 has at most 140 characters of one line, and no half of a pair',
    (error) => {
      const line = describeShortly(endedReport({ error }));
      expect([...line].length).toBeLessThanOrEqual(140);
      expect(line.isWellFormed()).toBe(true);
      expect(line).not.toMatch(/[\r\n]/);
      expect(line).toMatch(/^pr-1-0pv3fa9c failed: .*…$/u);
    },
  );

  it('has no empty brackets where no service is of the stage', () => {
    const leftOut = deployResult([deployedService({ status: 'left-out' })]);
    expect(describeShortly(endedReport({ result: leftOut }))).not.toMatch(/\(\s*\)/);
    expect(describeShortly(endedReport({ result: deployResult([]) }))).not.toMatch(/\(\s*\)/);
  });
});

describe('the context of the commit status', () => {
  it('is the same for all previews of an application, as a commit has one', () => {
    expect(statusContext(startedReport())).toBe('serverless-stages/workshop/preview');
  });

  it('is a configured stage’s own', () => {
    expect(statusContext(startedReport(STAGING))).toBe('serverless-stages/workshop/staging');
  });
});

describe('the task of the GitHub deployments', () => {
  it('names application and stage, so that no two stages share one', () => {
    expect(deploymentTask(startedReport())).toBe('deploy:workshop/pr-1-0pv3fa9c');
    expect(deploymentTask(startedReport({ ...PREVIEW, name: 'pr-2-0pv3fa9d' }))).toBe('deploy:workshop/pr-2-0pv3fa9d');
    expect(deploymentTask(startedReport(STAGING))).toBe('deploy:workshop/staging');
  });
});
