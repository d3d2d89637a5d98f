import { describe, expect, it } from 'vitest';
import { retainedResources } from '../../../core/stack/contents.ts';

const resource = (logicalId: string, status: string, physicalId = `p-${logicalId}`) => ({
  logicalId,
  type: 'AWS::DynamoDB::Table',
  physicalId,
  status,
});
const template = (policies: Readonly<Record<string, string>>) =>
  JSON.stringify({
    Resources: Object.fromEntries(Object.entries(policies).map(([id, DeletionPolicy]) => [id, { DeletionPolicy }])),
  });
const ids = (...args: Parameters<typeof retainedResources>) =>
  retainedResources(...args).map(({ logicalId }) => logicalId);

describe('what the removal of a stack leaves behind', () => {
  it('is what CloudFormation kept already', () => {
    expect(ids([resource('Kept', 'DELETE_SKIPPED'), resource('Gone', 'DELETE_COMPLETE')], undefined)).toEqual(['Kept']);
  });

  it.each(['Retain', 'RetainExceptOnCreate', 'Snapshot'])('is what there is with the policy %s', (policy) => {
    const found = [resource('Table', 'CREATE_COMPLETE'), resource('Queue', 'CREATE_COMPLETE')];
    expect(ids(found, template({ Table: policy, Queue: 'Delete' }))).toEqual(['Table']);
  });

  it('is nothing of what was never made, or is gone', () => {
    const found = [resource('Never', 'CREATE_FAILED', ''), resource('Gone', 'DELETE_COMPLETE')];
    expect(ids(found, template({ Never: 'Retain', Gone: 'Retain' }))).toEqual([]);
  });

  it.each([undefined, '', 'Resources: {}', '{}'])('cannot be told by policies from the template %j', (text) => {
    expect(ids([resource('Table', 'CREATE_COMPLETE')], text)).toEqual([]);
  });
});
