import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { Wish } from '../../../core/ledger/wish.ts';

/** The branch whose preview is the stage pr-1-0pv3fa9c. */
const REF = 'refs/heads/pr-1/3f3jh';

/** A run that wrote a record. */
export const runOf = (id: string, attempt = '1') => ({
  id,
  attempt,
  url: `https://github.com/shop/shop/actions/runs/${id}/attempts/${attempt}`,
});

/** The record of the service shop-api in the preview pr-1-0pv3fa9c. */
export function deploymentRecord(overrides: Partial<DeploymentRecord> = {}): DeploymentRecord {
  return {
    schemaVersion: 1,
    service: 'shop-api',
    key: 'api',
    owner: { kind: 'repository', id: '1001', name: 'shop/shop', ref: REF },
    run: runOf('5'),
    status: 'deployed',
    commit: 'a'.repeat(40),
    stackName: 'shop-api-pr-1-0pv3fa9c',
    needs: [],
    completed: {
      stack: 'arn:aws:cloudformation:us-east-1:111111111111:stack/shop-api-pr-1-0pv3fa9c/1',
      changed: '2026-11-25T10:00:00.000Z',
      outputs: 'hash',
    },
    ...overrides,
  };
}

/** What the repository shop/shop wants in that preview. */
export function repositoryRecord(overrides: Partial<Wish> = {}): Wish {
  return {
    schemaVersion: 1,
    owner: { kind: 'repository', id: '1001', name: 'shop/shop', ref: REF },
    run: runOf('5'),
    regions: ['us-east-1'],
    pullRequests: [12],
    commit: 'a'.repeat(40),
    complete: true,
    ...overrides,
  };
}
