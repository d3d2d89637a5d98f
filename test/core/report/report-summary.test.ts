import { describe, expect, it } from 'vitest';
import { renderReports } from '../../../core/report/report-summary.ts';
import { removedService, removedStage } from '../removal/sample-removal.ts';
import {
  deployedService,
  deployResult,
  endedReport,
  endedReports,
  HOSTILE,
  removalResult,
  rowsOf,
  shown,
} from './sample-report.ts';

const MIB = 1_048_576;

describe('the job summary of a run', () => {
  it('shows a deploy with its picture and its table', () => {
    const services = [deployedService({ key: 'database' }), deployedService({ url: 'https://a.example.com' })];
    const text = renderReports([
      endedReport({ result: deployResult(services, { dependsOn: { restapi: ['database'] } }) }),
    ]);
    expect(text).toMatch(/```mermaid\nflowchart/);
    expect(text).toMatch(/\| service \| status \| time \| URL \| why \|/);
    expect(text).toContain('https://a.example.com');
  });

  it('says why there is no result', () => {
    const text = shown(renderReports([endedReport({ error: 'E_ROLE_REFUSED: AWS refused the role' })]));
    expect(text).toMatch(/pr-1-0pv3fa9c failed/);
    expect(text).toContain('E_ROLE_REFUSED: AWS refused the role');
  });

  it('shows every stage of a sweep', () => {
    const stages = [removedStage(), removedStage({ stage: 'pr-2-0pv3fa9d' })];
    const reports = endedReports({ result: removalResult(stages) }, { name: '', kind: 'preview', ref: '' });
    const text = shown(renderReports(reports));
    for (const { stage } of stages) expect(text).toContain(stage);
    expect(rowsOf(text).filter((row) => row.includes('api'))).toHaveLength(2);
  });

  it('is well-formed without anything to tell', () => {
    expect(renderReports([]).trim()).toBe('');
  });

  it('H6 shows words of others as text', () => {
    const text = renderReports([endedReport({ error: HOSTILE }), endedReport({ testResult: 'failure' })]);
    expect(text).not.toMatch(/<img|!\[x\]|^# c|@acme/m);
  });

  const failed = (message: string, reason = 'r') =>
    deployedService({ status: 'failed', reason, error: { code: 'E_DEPLOY_FAILED', message } });
  it.each([
    ['long errors', Array.from({ length: 600 }, (_, index) => ({ ...failed('*'.repeat(4000)), key: `s${index}` }))],
    [
      'long reasons',
      Array.from({ length: 600 }, (_, index) => ({ ...failed('no', '*'.repeat(4000)), key: `s${index}` })),
    ],
    [
      'long outputs',
      Array.from({ length: 600 }, (_, index) =>
        deployedService({ key: `s${index}`, outputs: { A: '🚀'.repeat(1000) } }),
      ),
    ],
  ])('H4 has at most 1 MiB with %s of 600 services', (_what, services) => {
    const text = renderReports([endedReport({ result: deployResult(services) })]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MIB);
    expect(text).toMatch(/too long to be shown/);
    expect(text.isWellFormed()).toBe(true);
  });

  it('H4 has at most 1 MiB after a sweep of many stages', () => {
    const services = Array.from({ length: 40 }, (_, index) =>
      removedService({
        key: `s${index}`,
        status: 'failed',
        error: { code: 'E_DESTROY_FAILED', message: 'x'.repeat(2000) },
      }),
    );
    const stages = Array.from({ length: 50 }, (_, index) => removedStage({ stage: `pr-${index}-0pv3fa9c`, services }));
    const reports = endedReports({ result: removalResult(stages) }, { name: '', kind: 'preview', ref: '' });
    const text = renderReports(reports);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MIB);
    expect(text).toMatch(/too long to be shown/);
  });
});
