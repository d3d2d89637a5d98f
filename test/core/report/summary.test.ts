import { describe, expect, it } from 'vitest';
import {
  type DeployResult,
  overallStatus,
  type ServiceResult,
  type ServiceStatus,
} from '../../../core/deploy/result.ts';
import { renderSummary } from '../../../core/report/summary.ts';

const service = (overrides: Partial<ServiceResult> = {}): ServiceResult => ({
  key: 'restapi',
  name: 'shop-restapi',
  region: 'us-east-1',
  reason: 'it differs from master',
  reads: [],
  status: 'deployed',
  stack: 'shop-restapi-staging',
  stackStatus: 'UPDATE_COMPLETE',
  outputs: {},
  seconds: 42,
  ...overrides,
});
const result = (services: readonly ServiceResult[]): DeployResult => ({
  schemaVersion: 1,
  app: 'workshop',
  stage: 'staging',
  kind: 'configured',
  ref: 'refs/heads/master',
  commit: 'a'.repeat(40),
  account: '222222222222',
  regions: ['us-east-1'],
  status: overallStatus(services),
  services,
  leftOver: [],
});

describe('renderSummary', () => {
  it('shows stage, account, region, and each service with its status', () => {
    const text = renderSummary(result([service(), service({ key: 'tasks', status: 'unchanged' })]));
    for (const word of ['staging', '222222222222', 'us-east-1', 'restapi', 'tasks', 'deployed', 'unchanged'])
      expect(text).toContain(word);
  });

  it('E30 shows every service of a run in which one failed, with its code', () => {
    const failed = service({
      key: 'tasks',
      status: 'failed',
      error: { code: 'E_DEPLOY_FAILED', message: 'Queue – limit exceeded – raise it' },
    });
    const text = renderSummary(result([service(), failed]));
    expect(text).toContain('restapi');
    expect(text).toContain('failed');
    expect(text).toMatch(/E(_|&#95;|\\_)DEPLOY(_|&#95;|\\_)FAILED/);
    expect(text).toContain('limit exceeded');
  });

  it('H6 keeps its table whole whatever stands in names, addresses and errors', () => {
    const hostile = 'a | b\n# c <img src=x> @octocat';
    const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));
    const calm = rows(
      renderSummary(
        result([
          service({ status: 'failed', url: 'https://x.example.com', error: { code: 'E_DEPLOY_FAILED', message: 'm' } }),
        ]),
      ),
    );
    const text = renderSummary(
      result([
        service({
          key: hostile,
          name: hostile,
          stack: hostile,
          url: `https://x.example.com/${hostile}`,
          status: 'failed',
          error: { code: 'E_DEPLOY_FAILED', message: hostile },
        }),
      ]),
    );
    const columns = (line: string) => line.split('|').length;
    expect(rows(text).map(columns)).toEqual(calm.map(columns));
    expect(text).not.toContain('<img');
    expect(text).not.toMatch(/^# c/m);
  });

  it('renders a run without services', () => {
    expect(renderSummary(result([]))).toContain('staging');
  });
});

describe('overallStatus', () => {
  it.each<[ServiceStatus[], ServiceStatus]>([
    [['deployed', 'unchanged'], 'deployed'],
    [['unchanged', 'unchanged'], 'unchanged'],
    [['deployed', 'failed', 'unchanged'], 'failed'],
    [['failed'], 'failed'],
    [[], 'unchanged'],
  ])('sums %j up as %s', (statuses, status) => {
    expect(overallStatus(statuses.map((one) => service({ status: one })))).toBe(status);
  });
});
