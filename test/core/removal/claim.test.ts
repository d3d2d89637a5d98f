import { describe, expect, it } from 'vitest';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import { type ClaimParts, checkClaim, checkStageClaim } from '../../../core/removal/claim.ts';
import type { StackView } from '../../../core/stack/status.ts';
import { previewStageName } from '../../../core/stage/name.ts';
import { caught } from '../caught.ts';
import { deploymentRecord, repositoryRecord } from '../ledger/sample-record.ts';
import { STACK_ID, stackView } from '../stack/sample-stack.ts';

const claim = (overrides: Partial<ClaimParts> = {}): ClaimParts => ({
  stage: { app: 'workshop', kind: 'preview', name: 'pr-1-0pv3fa9c' },
  record: deploymentRecord(),
  stack: stackView(),
  account: '111111111111',
  region: 'us-east-1',
  configured: ['dev', 'staging', 'prod'],
  ...overrides,
});
const OWNER = { kind: 'repository', id: '1001', name: 'shop/shop' } as const;
/** `refs/heads/other/` and this have the hash of the stage pr-1-0pv3fa9c, too. */
const SAME_HASH = 'ob1zt';
const { completed: _, ...FIRST } = deploymentRecord();
const { stage: __, ...UNTAGGED } = stackView();
const completedAt = (stack: string) => deploymentRecord({ completed: { stack, changed: '2026', outputs: 'h' } });
const arnOf = (region: string, account: string, name: string) =>
  `arn:aws:cloudformation:${region}:${account}:stack/${name}/1`;
const refused = (overrides: Partial<ClaimParts>) => {
  const error = caught(() => checkClaim(claim(overrides)));
  expect(error.code).toBe('E_RECORD_MISMATCH');
  return error.message;
};

describe('the claim of a record', () => {
  it('holds where the stack is what it says', () => {
    expect(() => checkClaim(claim())).not.toThrow();
  });

  it.each<[string, DeploymentRecord]>([
    ['failed', deploymentRecord({ status: 'failed' })],
    ['is orphaned', deploymentRecord({ status: 'orphaned' })],
    ['was never completed', FIRST],
  ])('holds where the deployment %s', (_why, record) => {
    expect(() => checkClaim(claim({ record }))).not.toThrow();
  });

  it.each(['deployed', 'removing', 'orphaned'] as const)(
    'G14 does not hold of a stack of the same name that was made by somebody else, where the record says %s',
    (status) => {
      const record = { ...completedAt(`${STACK_ID}-before`), status };
      expect(refused({ record })).toContain('another one');
    },
  );

  it.each(['deploying', 'failed', 'interrupted'] as const)(
    'holds of a stack that a deploy made anew, where the record says %s',
    (status) => {
      const record = { ...completedAt(`${STACK_ID}-before`), status };
      expect(() => checkClaim(claim({ record }))).not.toThrow();
    },
  );

  it('G8 holds where its stack is gone', () => {
    expect(() => checkClaim(claim({ stack: undefined }))).not.toThrow();
    expect(() => checkClaim(claim({ stack: undefined, record: FIRST }))).not.toThrow();
  });

  it('holds of a personal stage', () => {
    const stage = { app: 'workshop', kind: 'personal', name: 'ada' } as const;
    const name = 'shop-api-ada';
    const id = arnOf('us-east-1', '111111111111', name);
    const record = deploymentRecord({ ...completedAt(id), stackName: name, owner: { kind: 'user', user: 'ada' } });
    expect(() => checkClaim(claim({ stage, record, stack: stackView({ name, id, stage: 'ada' }) }))).not.toThrow();
  });

  it('holds in another partition', () => {
    const id = STACK_ID.replace('arn:aws:', 'arn:aws-cn:').replace('us-east-1', 'cn-north-1');
    expect(() =>
      checkClaim(claim({ record: completedAt(id), stack: stackView({ id }), region: 'cn-north-1' })),
    ).not.toThrow();
  });

  it.each<[string, DeploymentRecord['owner']]>([
    ['another branch', { ...OWNER, ref: 'refs/heads/feature/gone' }],
    ['a branch that was chosen for the hash alone', { ...OWNER, ref: `refs/heads/other/${SAME_HASH}` }],
    ['a pull request', { ...OWNER, ref: 'refs/pull/1' }],
    ['no branch', OWNER],
    ['a person', { kind: 'user', user: 'pr-1-0pv3fa9c' }],
  ])('does not hold where its owner is %s, whose preview has another name', (_whose, owner) => {
    const record = deploymentRecord({ owner });
    expect(refused({ record })).toContain('pr-1-0pv3fa9c');
    refused({ record, stack: undefined });
  });

  it.each([11, 13, 20, 48])('holds of a preview that was named when max-length was %i', (length) => {
    const ref = 'refs/heads/feature/a-long-name-of-a-branch';
    const stage = { app: 'workshop', kind: 'preview', name: previewStageName(ref, length) } as const;
    const name = `shop-api-${stage.name}`;
    const id = arnOf('us-east-1', '111111111111', name);
    const record = deploymentRecord({ ...completedAt(id), stackName: name, owner: { ...OWNER, ref } });
    expect(() => checkClaim(claim({ stage, record, stack: stackView({ name, id, stage: stage.name }) }))).not.toThrow();
  });

  it('does not hold of a personal stage that is no person’s', () => {
    const stage = { app: 'workshop', kind: 'personal', name: 'pr-1-0pv3fa9c' } as const;
    expect(refused({ stage })).toContain('personal');
  });

  it("G14 does not hold of another stage's stack", () => {
    const name = 'shop-api-staging';
    const id = arnOf('us-east-1', '111111111111', name);
    const stack = stackView({ name, id, stage: 'staging' });
    const message = refused({ record: { ...completedAt(id), stackName: name }, stack });
    expect(message).toContain('staging');
    expect(message).toContain(name);
    expect(message).toMatch(/ – \S/);
  });

  it("G14 does not hold of another stage's stack where the record knows its name only", () => {
    const name = 'shop-api-staging';
    const stack = stackView({ name, id: arnOf('us-east-1', '111111111111', name), stage: 'staging' });
    refused({ record: { ...FIRST, stackName: name }, stack });
  });

  it.each<[string, StackView]>([
    ['is of another stage by its tag', stackView({ stage: 'dev' })],
    ['is of another preview by its tag', stackView({ stage: 'pr-1-0pv3fa9d' })],
    ['has an empty tag', stackView({ stage: '' })],
    ['has another case of the stage in its tag', stackView({ stage: 'PR-1-0pv3fa9c' })],
    ['has no tag', UNTAGGED],
  ])('G14 does not hold where the stack %s', (_why, stack) => {
    refused({ stack });
  });

  it.each<[string, Partial<StackView>]>([
    ['name', { name: 'shop-api-other', id: arnOf('us-east-1', '111111111111', 'shop-api-other') }],
    ['account', { id: arnOf('us-east-1', '999999999999', 'shop-api-pr-1-0pv3fa9c') }],
    ['region', { id: arnOf('eu-west-1', '111111111111', 'shop-api-pr-1-0pv3fa9c') }],
  ])('G14 does not hold where the stack has another %s', (_what, stack) => {
    refused({ stack: stackView(stack) });
    refused({ stack: stackView(stack), record: FIRST });
  });

  it.each([
    ['in another account', arnOf('us-east-1', '999999999999', 'shop-api-pr-1-0pv3fa9c')],
    ['in another region', arnOf('eu-west-1', '111111111111', 'shop-api-pr-1-0pv3fa9c')],
    ['of another name', arnOf('us-east-1', '111111111111', 'shop-api-staging')],
    ['that is none of CloudFormation', 'arn:aws:s3:::shop-uploads'],
    ['that is no ARN', 'shop-api-pr-1-0pv3fa9c'],
  ])('G14 does not hold where the record names a stack %s', (_what, id) => {
    refused({ record: completedAt(id) });
  });

  it.each<[string, Partial<ClaimParts>]>([
    ['account', { account: '222222222222' }],
    ['region', { region: 'eu-west-1' }],
  ])('G14 does not hold where the record is found in another %s than its stack', (_what, parts) => {
    refused(parts);
  });

  it('G14 does not hold of a stage that the configuration has, under the kind of previews', () => {
    const name = 'shop-api-dev';
    const id = arnOf('us-east-1', '111111111111', name);
    const stage = { app: 'workshop', kind: 'preview', name: 'dev' } as const;
    const record = { ...completedAt(id), stackName: name };
    const stack = stackView({ name, id, stage: 'dev' });
    expect(refused({ stage, record, stack })).toContain('dev');
    refused({ stage, record, stack: undefined });
    refused({ stage: { ...stage, kind: 'personal' }, record, stack });
  });

  it('G14 says nothing that would mend it by removing the stack all the same', () => {
    expect(refused({ stack: stackView({ stage: 'dev' }) })).not.toContain('delete-stack');
  });
});

describe('the claim of the record of a configured stage', () => {
  const name = 'shop-api-dev';
  const id = arnOf('us-east-1', '111111111111', name);
  const parts: Partial<ClaimParts> = {
    stage: { app: 'workshop', kind: 'configured', name: 'dev' },
    record: { ...completedAt(id), stackName: name },
    stack: stackView({ name, id, stage: 'dev' }),
  };

  it('holds where the stack is what it says: whether it may be removed is asked elsewhere', () => {
    expect(() => checkClaim(claim(parts))).not.toThrow();
  });

  it("G14 does not hold of another stage's stack", () => {
    refused({ ...parts, stack: stackView({ name, id, stage: 'prod' }) });
  });
});

describe('the claim of a stage', () => {
  const stage = { app: 'workshop', kind: 'preview', name: 'pr-1-0pv3fa9c' } as const;
  const { owner } = repositoryRecord();
  const refusedStage = (wish: Partial<ReturnType<typeof repositoryRecord>>) => {
    const record = repositoryRecord(wish);
    const error = caught(() => checkStageClaim({ stage, owner: record.owner, wish: record }, ['us-east-1']));
    expect(error.code).toBe('E_RECORD_MISMATCH');
    return error.message;
  };

  it('holds where it is named for its owner’s ref, and where nothing but a lock is left', () => {
    expect(() => checkStageClaim({ stage, owner, wish: repositoryRecord() }, [])).not.toThrow();
    expect(() => checkStageClaim({ stage, owner: undefined, wish: undefined }, [])).not.toThrow();
  });

  it('does not hold of a wish whose owner’s preview has another name', () => {
    expect(refusedStage({ owner: { ...OWNER, ref: 'refs/heads/feature/gone' } })).toContain('refs/heads/feature/gone');
  });

  it.each([
    'evil.example.com/',
    'us-east-1.evil.example.com#',
    'us-east-11',
    'xx-east-1',
    '',
    'US-EAST-1',
    'us-east-1\n',
  ])('does not hold of a wish with the region %j', (region) => {
    expect(refusedStage({ regions: ['us-east-1', region] })).toContain(region);
  });

  it('holds of a region that AWS has, and of one that is newer than this list and configured', () => {
    const wish = repositoryRecord({ regions: ['eu-west-1', 'eu-west-9'] });
    expect(() => checkStageClaim({ stage, owner, wish }, ['eu-west-9'])).not.toThrow();
  });
});
