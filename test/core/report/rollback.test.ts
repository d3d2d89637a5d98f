import { describe, expect, it } from 'vitest';
import type { Rollback, ServiceResult } from '../../../core/deploy/result.ts';
import { rollbackLines } from '../../../core/report/rollback.ts';
import { renderSummary } from '../../../core/report/summary.ts';
import { deployedService, deployResult, HOSTILE, shown } from './sample-report.ts';

const service = (key: string, rollback?: Rollback, more: Partial<ServiceResult> = {}) =>
  deployedService({ key, ...(rollback === undefined ? {} : { rollback }), ...more });
const linesOf = (services: readonly ServiceResult[], regions = ['us-east-1']) => rollbackLines({ services, regions });
const DONE: Rollback = { status: 'done' };
const kept = (reason: string): Rollback => ({ status: 'skipped', reason });

describe('what went back', () => {
  it('is nothing if nobody tried', () => {
    expect(linesOf([])).toEqual([]);
    expect(linesOf([service('api'), service('tasks', undefined, { status: 'failed' })])).toEqual([]);
  });

  it('is one line of the services that went back, in their order, with what does not', () => {
    const [line = '', ...more] = linesOf([service('api', DONE), service('same'), service('tasks', DONE)]);
    expect(line).toBe(
      '↩️ rolled back, because a service failed: api, tasks. Data and migrations of schemas are not undone.',
    );
    expect(more.join('')).toBe('');
  });

  it.each(['skipped', 'failed'] as const)('has a line for each that is %s, with its reason', (status) => {
    const lines = linesOf([
      service('api', { status, reason: 'it is new' }),
      service('tasks', { status, reason: 'it holds data' }),
    ]).filter((line) => line !== '');
    expect(lines).toEqual(['⚠️ not rolled back: api: it is new', '⚠️ not rolled back: tasks: it holds data']);
  });

  it('tells both, and each line is a paragraph of its own', () => {
    const lines = linesOf([service('api', kept('it is new')), service('tasks', DONE)]);
    expect(lines[0]).toMatch(/^↩️ rolled back, .*: tasks\./);
    const text = lines.join('\n');
    expect(text).toMatch(/undone\.\n\n⚠️ not rolled back: api/);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('names the region only if there are several', () => {
    const both = ['us-east-1', 'eu-west-1'];
    const services = [
      ...both.map((region) => service('api', DONE, { region })),
      service('tasks', kept('it is new'), { region: 'eu-west-1' }),
    ];
    expect(linesOf([service('api', DONE)]).join()).not.toContain('us-east-1');
    const text = shown(linesOf(services, both).join('\n'));
    expect(text).toContain('api (us-east-1), api (eu-west-1)');
    expect(text).toContain('not rolled back: tasks (eu-west-1): it is new');
  });

  it('cuts a long reason, not in the middle of a sign', () => {
    const [line = ''] = linesOf([service('api', kept('😀'.repeat(600)))]);
    expect(line.length).toBeLessThan(600);
    expect(line).toMatch(/😀…$/u);
    expect(line.isWellFormed()).toBe(true);
  });

  it('ends at the name if there is no reason', () => {
    const [line] = linesOf([service('api', { status: 'failed' })]);
    expect(line?.trimEnd()).toMatch(/not rolled back: api:?$/);
  });

  it('stays one line of plain text whatever a name or a reason is', () => {
    const reason = `${HOSTILE}\n\n# heading\r\n| cell | @acme/team #12 <img src=x> \`code\` [link](https://a.example)`;
    for (const lines of [linesOf([service(HOSTILE, DONE)]), linesOf([service(HOSTILE, kept(reason))])]) {
      const [line = '', ...more] = lines;
      expect(more.join('')).toBe('');
      expect(line).not.toMatch(/[\n\r|<>`]|\]\(|@acme|[^&]#12/);
    }
  });

  it('is in the summary of the run, with the status of the service', () => {
    const services = [
      service('api', DONE, { status: 'rolled-back' }),
      service('tasks', DONE, { status: 'failed', error: { code: 'E_VERIFY_FAILED', message: 'no' } }),
      service('fresh', kept('it is new in this stage')),
    ];
    const result = deployResult(services);
    const summary = renderSummary(result);
    expect(result.status).toBe('failed');
    const rowOf = (key: string) => summary.split('\n').find((line) => line.startsWith(`| ${key} |`));
    expect(rowOf('api')).toContain('↩️ rolled back');
    expect(rowOf('tasks')).toContain('❌ failed');
    expect(summary).toContain('\n↩️ rolled back, because a service failed: api, tasks.');
    expect(summary).toContain('\n⚠️ not rolled back: fresh: it is new in this stage\n');
  });
});
