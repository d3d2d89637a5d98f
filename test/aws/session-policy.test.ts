import { describe, expect, it } from 'vitest';
import { MAX_SESSION_POLICY, type Owned, removalPolicies, sessionPolicy } from '../../core/profile/session-policy.ts';
import type { StageKind } from '../../core/stage/identity.ts';
import { allows, type PolicyStatement } from '../local-aws/iam/identity-policy.ts';
import { ACCOUNT } from './deploy-role.ts';
import { access, PREVIEW, stackArn } from './role-cases.ts';

type Parts = Parameters<typeof sessionPolicy>[0];

/** The session of a stage; `previews` is the one that removes previews. */
function sessionOf(kind: StageKind, name: string, configured = ['dev', 'staging', 'prod'], app = 'shop'): string {
  const removal = name === 'previews' ? { isRemoval: true as const } : {};
  return sessionPolicy({ app, stage: { kind, name, ref: '' }, configured, ...removal } as Parts);
}

const record = (path: string) => `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/serverless-stages/shop/${path}`;
const fn = (name: string) => `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${name}`;
const VIA = { 'aws:CalledVia': 'cloudformation.amazonaws.com' };
const of = (STAGE: string) => ({ 'aws:ResourceTag/STAGE': STAGE });
const OTHER = 'other-0pv00000';

describe.each<[kind: StageKind, stage: string, others: readonly string[]]>([
  ['preview', PREVIEW, [OTHER, 'dev']],
  ['configured', 'dev', ['prod', PREVIEW]],
  ['personal', 'ada', ['dev', PREVIEW]],
  ['preview', 'previews', ['dev', 'prod']],
])('the session of the %s stage %s', (kind, stage, others) => {
  const statements: readonly PolicyStatement[] = JSON.parse(sessionOf(kind, stage)).Statement;
  const own = stage === 'previews' ? PREVIEW : stage;

  it('does for its stage what the role may', () => {
    for (const one of [
      access('cloudformation:CreateChangeSet', stackArn(`shop-api-${own}`), of(own)),
      access('cloudformation:DeleteStack', stackArn(`shop-api-${own}-Nested-1A`), of(own)),
      access('cloudformation:CreateChangeSet', 'arn:aws:cloudformation:us-east-1:aws:transform/Serverless'),
      access('ssm:PutParameter', record(`${kind}/${own}/shop-api`)),
      access('ssm:PutParameter', `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/shop/of-a-hook`),
      access('lambda:DeleteFunction', fn('cut'), { ...VIA, ...of(own) }),
      access('lambda:UpdateFunctionCode', fn('without-tag'), VIA),
      access('s3:PutObject', 'arn:aws:s3:::any/a'),
      access('iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/any`, of(own)),
    ]) {
      expect(allows(statements, one), `${one.action} ${one.resource}`).toBe(true);
    }
  });

  it.each(others)('reads of the stage %s, and changes nothing of it', (other) => {
    expect(allows(statements, access('cloudformation:DescribeStacks', stackArn(`shop-db-${other}`), of(other)))).toBe(
      true,
    );
    expect(allows(statements, access('ssm:GetParameter', record(`configured/${other}/shop-db`)))).toBe(true);
    const of_ = other === PREVIEW || other === OTHER ? 'preview' : 'configured';
    for (const one of [
      access('cloudformation:DeleteStack', stackArn(`shop-db-${other}`), of(other)),
      access('cloudformation:CreateChangeSet', stackArn(`shop-db-${other}`), of(other)),
      access('ssm:PutParameter', record(`${of_}/${other}/shop-db`)),
      access('ssm:DeleteParameters', record(`${of_}/${other}/shop-db`)),
      access('lambda:DeleteFunction', fn(`shop-db-${other}-f`), { ...VIA, ...of(other) }),
      access('dynamodb:DeleteTable', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/t`, { ...VIA, ...of(other) }),
    ]) {
      expect(allows(statements, one), `${one.action} ${one.resource}`).toBe(false);
    }
  });

  it('denies nothing of what has no tag, and nothing else of a personal stage than the role', () => {
    expect(allows(statements, access('lambda:DeleteFunction', fn('without-tag'), VIA))).toBe(true);
    const personal = access('ssm:DeleteParameters', record('personal/ada/shop-api'));
    expect(allows(statements, personal)).toBe(kind !== 'preview');
  });
});

describe('the longest session policy', () => {
  it.each<[StageKind, string]>([
    ['preview', `${'x'.repeat(39)}-0pv3fa9c`],
    ['configured', 'x'.repeat(48)],
    ['personal', 'x'.repeat(48)],
    ['preview', 'previews'],
  ])('is one that STS takes: %s %s', (kind, name) => {
    const many = Array.from({ length: 60 }, (_, index) => `${index}`.padStart(48, 's'));
    const policy = sessionOf(kind, name, many, 'a'.repeat(48));
    expect(policy.length).toBeLessThanOrEqual(MAX_SESSION_POLICY);
    if (kind === 'configured') expect(policy).toContain(many[0]);
  });
});

describe('the session of one removal', () => {
  const STAGE = { app: 'shop', kind: 'preview', name: PREVIEW } as const;
  const stack = (name: string, id: string) => stackArn(name).replace(/\/[^/]*$/, `/${id}`);
  const many = (count: number, text: (index: string) => string) =>
    Array.from({ length: count }, (_, index) => text(`${index}`.padStart(12, '0')));
  const NAME = `shop-api-${PREVIEW}`;
  const arn = stack(NAME, '11111111-2222-3333-4444-555555555555');
  const nested = stack(`${NAME}-Inner-1A`, '11111111-2222-3333-4444-666666666666');
  const OWNED: Owned = {
    stackName: NAME,
    stacks: [arn, nested],
    buckets: [`${PREVIEW}-files`],
    packages: [{ bucket: 'packages', prefix: `serverless/shop-api/${PREVIEW}/` }],
  };
  const MANY = {
    stacks: [arn, ...many(30, (index) => stack(`${NAME}-Inner-1A`, `11111111-2222-3333-4444-${index}`))],
    buckets: many(40, (index) => `${PREVIEW}-${index.padStart(30, 'b')}`),
  };
  const read = (policy = ''): readonly PolicyStatement[] => JSON.parse(policy).Statement;
  const first = (owned: Owned, stage: Parameters<typeof removalPolicies>[0] = STAGE) =>
    read(removalPolicies(stage, owned)[0]);
  const tag = of(PREVIEW);

  it('may remove what CloudFormation lists of the deployment', () => {
    for (const one of [
      access('cloudformation:DeleteStack', arn, tag),
      access('cloudformation:DeleteStack', nested, { ...VIA, ...tag }),
      access('s3:DeleteObjectVersion', `arn:aws:s3:::${PREVIEW}-files/any/key`),
      access('s3:DeleteBucket', `arn:aws:s3:::${PREVIEW}-files`, VIA),
      access('s3:DeleteObject', `arn:aws:s3:::packages/serverless/shop-api/${PREVIEW}/1-2/api.zip`),
      access('ssm:PutParameter', record(`preview/${PREVIEW}/shop-api`)),
      access('ssm:DeleteParameters', record(`preview/${PREVIEW}/shop-api`)),
      access('ssm:DeleteParameter', `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/made/by/the-stack`, VIA),
      access('lambda:DeleteFunction', fn('cut'), { ...VIA, ...tag }),
      access('logs:DeleteLogGroup', `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/lambda/f`),
    ]) {
      expect(allows(first(OWNED), one), `${one.action} ${one.resource}`).toBe(true);
    }
  });

  it.each([
    ['a stack of the same name that was made since', stack(NAME, '99999999-2222-3333-4444-555555555555')],
    ['another service of the stage', stackArn(`shop-db-${PREVIEW}`)],
    ['another preview', stackArn(`shop-api-${OTHER}`)],
  ])('may not remove %s', (_what, other) => {
    expect(allows(first(OWNED), access('cloudformation:DeleteStack', other, tag))).toBe(false);
  });

  it('takes no object out of a bucket that is not listed, and writes no record of another stage', () => {
    for (const one of [
      access('s3:DeleteObjectVersion', `arn:aws:s3:::${OTHER}-files/any/key`),
      access('s3:DeleteObject', `arn:aws:s3:::packages/serverless/shop-api/${OTHER}/1-2/api.zip`),
      access('ssm:DeleteParameters', record(`preview/${OTHER}/shop-api`)),
      access('lambda:DeleteFunction', fn('cut'), { ...VIA, ...of(OTHER) }),
    ]) {
      expect(allows(first(OWNED), one), `${one.action} ${one.resource}`).toBe(false);
    }
    const none = first({ ...OWNED, stacks: [arn], buckets: [], packages: [] });
    expect(allows(none, access('s3:DeleteObject', 'arn:aws:s3:::any/key'))).toBe(false);
    expect(allows(none, access('cloudformation:DeleteStack', arn, tag))).toBe(true);
  });

  it('changes no stack at all if its own is gone, and removes what is left of it', () => {
    const gone = first({ ...OWNED, stacks: [], buckets: [] });
    expect(allows(gone, access('cloudformation:DeleteStack', arn, tag))).toBe(false);
    expect(allows(gone, access('s3:DeleteObject', `arn:aws:s3:::packages/serverless/shop-api/${PREVIEW}/1/a`))).toBe(
      true,
    );
  });

  it('has room for the ARNs of usual deployments, with the longest names', () => {
    const stage = { app: 'workshop', kind: 'preview', name: 'feature-log-0pv3fa9c' } as const;
    const stackName = `backend-api-with-long-name-${stage.name}`;
    const ids = [stack(stackName, '11111111-2222-3333-4444-555555555555')];
    const buckets = many(3, (index) => `${stage.name}-${index}-files`);
    const policy = removalPolicies(stage, { ...OWNED, stackName, stacks: ids, buckets })[0] ?? '';
    expect(policy).toContain(ids[0]);
    expect(policy).toContain(buckets[2]);
  });

  it.each<[what: string, more: Partial<Owned>]>([
    ['stacks', { stacks: MANY.stacks }],
    ['buckets', { buckets: MANY.buckets }],
    ['stacks and buckets', MANY],
  ])('is told by names what there is no room for: very many %s', (_what, more) => {
    const owned = { ...OWNED, ...more };
    const statements = first(owned);
    for (const id of owned.stacks) {
      expect(allows(statements, access('cloudformation:DeleteStack', id, tag)), id).toBe(true);
    }
    for (const bucket of owned.buckets) {
      expect(allows(statements, access('s3:DeleteObject', `arn:aws:s3:::${bucket}/a`)), bucket).toBe(true);
    }
    for (const other of [stackArn(`shop-db-${PREVIEW}`), stackArn(`shop-api-${OTHER}`)]) {
      expect(allows(statements, access('cloudformation:DeleteStack', other, tag)), other).toBe(false);
    }
    expect(allows(statements, access('s3:DeleteObject', 'arn:aws:s3:::prod-data/x'))).toBe(false);
  });

  it('may always remove its own, whatever its names: a stack and buckets without the stage', () => {
    const stage = { app: 'shop', kind: 'configured', name: 'dev' } as const;
    for (const count of [0, 1, 3, 10, 300]) {
      const ids = [stack('legacy-api', '1-2-3-4-5'), ...many(count, (index) => stack('legacy-api-Inner-1A', index))];
      const buckets = many(count, (index) => `legacy-uploads-${index}`);
      const policies = removalPolicies(stage, { stackName: 'legacy-api', stacks: ids, buckets, packages: [] });
      expect(policies.length).toBeGreaterThan(0);
      for (const statements of policies.map(read)) {
        for (const id of ids) {
          expect(allows(statements, access('cloudformation:DeleteStack', id, of('dev'))), id).toBe(true);
        }
        for (const bucket of buckets) {
          expect(allows(statements, access('s3:DeleteObject', `arn:aws:s3:::${bucket}/a`)), bucket).toBe(true);
        }
        expect(allows(statements, access('cloudformation:DeleteStack', stackArn('billing-dev'), of('dev')))).toBe(
          false,
        );
      }
    }
  });

  it('fits what STS takes, each wider than the one before', () => {
    const longest = { app: 'a'.repeat(48), kind: 'preview', name: `${'x'.repeat(39)}-0pv3fa9c` } as const;
    for (const stage of [STAGE, longest]) {
      for (const more of [{}, MANY, { stackName: 's'.repeat(128) }]) {
        const policies = removalPolicies(stage, { ...OWNED, ...more });
        expect(policies.length).toBeGreaterThan(0);
        expect(Math.max(...policies.map(({ length }) => length))).toBeLessThanOrEqual(MAX_SESSION_POLICY);
      }
    }
  });
});
