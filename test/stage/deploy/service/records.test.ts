import { describe, expect, it } from 'vitest';
import type { DeploymentRecord } from '../../../../core/ledger/record.ts';
import type { StackView } from '../../../../core/stack/status.ts';
import { recordDeploying, recordInterrupted, recordVerdict } from '../../../../stage/deploy/service/records.ts';
import type { Run } from '../../../../stage/run.ts';

const OLD = 'arn:aws:cloudformation:us-east-1:111111111111:stack/api-dev/old';
const NEW = 'arn:aws:cloudformation:us-east-1:111111111111:stack/api-dev/new';
const NOW = { key: 'api', service: 'api', stackName: 'api-dev', needs: [] };
const RUN = {
  stage: { app: 'shop', kind: 'configured', name: 'dev' },
  owner: { kind: 'repository', repository: 'acme/shop', id: '1' },
  commit: undefined,
  recorded: { id: '1', attempt: '1', url: '' },
} as unknown as Run;
const stack = { id: NEW, name: 'api-dev', changed: '2026-11-30T10:00:00.000Z', outputs: {} } as StackView;
const completed = { stack: OLD, changed: '', outputs: '' };

/** The records that a deploy writes over one that was there before. */
async function written(before: Partial<DeploymentRecord>): Promise<DeploymentRecord[]> {
  const records: DeploymentRecord[] = [];
  const book = {
    ledger: { writeRecord: async (_stage: unknown, record: DeploymentRecord) => void records.push(record) },
    log: { warning: () => undefined },
    cancellation: { unlessCancelled: async () => undefined },
  } as unknown as Parameters<typeof recordVerdict>[4];
  const record = { schemaVersion: 1, ...NOW, ...before } as DeploymentRecord;
  const completion = { stack, fingerprint: undefined, code: undefined };
  await recordDeploying(NOW, record, RUN, book);
  await recordInterrupted(NOW, record, RUN, book);
  await recordVerdict(NOW, record, undefined, RUN, book);
  await recordVerdict(NOW, record, completion, RUN, book);
  return records;
}

describe('the record of a service that is deployed again', () => {
  it.each<[what: string, before: Partial<DeploymentRecord>, removing: string | undefined]>([
    ['left something behind', { status: 'orphaned', completed }, OLD],
    ['left something behind before it was ever completed', { status: 'orphaned', removing: OLD }, OLD],
    ['was deployed again since, and still owes it', { status: 'deployed', completed, removing: OLD }, OLD],
    ['was of another stack', { status: 'orphaned', completed, stackName: 'other-dev' }, undefined],
    ['never began', { status: 'deployed', completed }, undefined],
  ])('names the stack whose removal %s, until that is done', async (_what, before, removing) => {
    const records = await written(before);
    expect(records.map(({ status }) => status)).toEqual(['deploying', 'interrupted', 'failed', 'deployed']);
    for (const record of records) expect(record.removing).toBe(removing);
    expect(records.at(-1)?.completed?.stack).toBe(NEW);
  });
});
