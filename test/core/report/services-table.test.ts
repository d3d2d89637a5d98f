import { describe, expect, it } from 'vitest';
import type { ServiceResult } from '../../../core/deploy/result.ts';
import { servicesTable } from '../../../core/report/services-table.ts';
import { deployedService, HOSTILE, rowsOf, shown } from './sample-report.ts';

const tableOf = (services: readonly ServiceResult[], regions = ['us-east-1']) =>
  servicesTable({ services, regions }).join('\n');
const cells = (row: string) => row.split('|').map((cell) => cell.trim());

describe('the table of services', () => {
  it('has a column for service, status, time, URL and why', () => {
    const [head = '', rule = '', ...rows] = rowsOf(tableOf([deployedService()]));
    expect(cells(head)).toEqual(['', 'service', 'status', 'time', 'URL', 'why', '']);
    expect(rule).toMatch(/^(\|-+)+\|$/);
    expect(rows).toHaveLength(1);
  });

  it('says of each service how it stands, how long it took, where it answers and why', () => {
    const url = 'https://a.example.com/dev';
    const reads = [{ service: 'database', stage: 'dev' }];
    const [, , row = ''] = rowsOf(tableOf([deployedService({ url, reads, reason: 'its files changed' })]));
    expect(cells(row)).toEqual([
      '',
      'restapi',
      '✅ deployed',
      '42 s',
      `<${url}>`,
      'its files changed; reads database from dev',
      '',
    ]);
  });

  it.each([
    ['deployed', 'deployed'],
    ['unchanged', 'unchanged'],
    ['failed', 'failed'],
    ['not-started', 'not started'],
    ['left-out', 'not in this stage'],
  ] as const)('shows the status %s as "%s"', (status, words) => {
    expect(tableOf([deployedService({ status })])).toContain(words);
  });

  it('names the region only where there are several', () => {
    const both = ['us-east-1', 'eu-west-1'];
    const services = both.map((region) => deployedService({ region }));
    expect(tableOf([deployedService()])).not.toContain('us-east-1');
    for (const region of both) expect(shown(tableOf(services, both))).toContain(`restapi (${region})`);
  });

  it('is nothing without services', () => {
    expect(servicesTable({ services: [], regions: ['us-east-1'] })).toEqual([]);
  });

  it('H6 keeps its rows and columns whatever stands in it', () => {
    const hostile = deployedService({
      key: HOSTILE,
      reason: HOSTILE,
      url: HOSTILE,
      reads: [{ service: HOSTILE, stage: HOSTILE }],
    });
    const rows = rowsOf(tableOf([hostile, deployedService()]));
    expect(rows.map((row) => cells(row).length)).toEqual([7, 7, 7, 7]);
    expect(rows.join('\n')).not.toMatch(/<img|!\[x\]|@acme/);
  });
});
