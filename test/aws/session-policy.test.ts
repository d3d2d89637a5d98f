import { describe, expect, it } from 'vitest';
import { MAX_SESSION_POLICY, type Owned, removalPolicy, sessionPolicy } from '../../core/profile/session-policy.ts';
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
    if (kind !== 'preview') expect(policy).toContain(many[0]);
  });
});

describe('the session of one removal', () => {
  const STAGE = { app: 'shop', kind: 'preview', name: PREVIEW } as const;
  const stack = (name: string, id: string) => stackArn(name).replace(/\/[^/]*$/, `/${id}`);
  const arn = stack(`shop-api-${PREVIEW}`, '11111111-2222-3333-4444-555555555555');
  const nested = stack(`shop-api-${PREVIEW}-Inner-1A`, '11111111-2222-3333-4444-666666666666');
  const OWNED: Owned = {
    stacks: [arn, nested],
    buckets: [`${PREVIEW}-files`],
    packages: [{ bucket: 'packages', prefix: `serverless/shop-api/${PREVIEW}/` }],
  };
  const statementsOf = (owned: Owned): readonly PolicyStatement[] => JSON.parse(removalPolicy(STAGE, owned)).Statement;
  const statements = statementsOf(OWNED);
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
      access('lambda:DeleteFunction', fn('cut'), { ...VIA, ...tag }),
      access('logs:DeleteLogGroup', `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/lambda/f`),
    ]) {
      expect(allows(statements, one), `${one.action} ${one.resource}`).toBe(true);
    }
  });

  it.each([
    [
      'a stack of the same name that was made since',
      stack(`shop-api-${PREVIEW}`, '99999999-2222-3333-4444-555555555555'),
    ],
    ['another service of the stage', stackArn(`shop-db-${PREVIEW}`)],
    ['another preview', stackArn(`shop-api-${OTHER}`)],
  ])('may not remove %s', (_what, other) => {
    expect(allows(statements, access('cloudformation:DeleteStack', other, tag))).toBe(false);
  });

  it('takes no object out of a bucket that is not listed, and writes no record of another stage', () => {
    for (const one of [
      access('s3:DeleteObjectVersion', `arn:aws:s3:::${OTHER}-files/any/key`),
      access('s3:DeleteObject', `arn:aws:s3:::packages/serverless/shop-api/${OTHER}/1-2/api.zip`),
      access('s3:DeleteBucket', 'arn:aws:s3:::packages'),
      access('ssm:DeleteParameters', record(`preview/${OTHER}/shop-api`)),
      access('lambda:DeleteFunction', fn('cut'), { ...VIA, ...of(OTHER) }),
    ]) {
      expect(allows(statements, one), `${one.action} ${one.resource}`).toBe(false);
    }
    const none = statementsOf({ stacks: [arn], buckets: [], packages: [] });
    expect(allows(none, access('s3:DeleteObject', 'arn:aws:s3:::any/key'))).toBe(false);
    expect(allows(none, access('cloudformation:DeleteStack', arn, tag))).toBe(true);
  });

  it('changes no stack at all if its own is gone, and removes what is left of it', () => {
    const gone = statementsOf({ stacks: [], buckets: [], packages: OWNED.packages });
    expect(allows(gone, access('cloudformation:DeleteStack', arn, tag))).toBe(false);
    expect(allows(gone, access('s3:DeleteObject', `arn:aws:s3:::packages/serverless/shop-api/${PREVIEW}/1/a`))).toBe(
      true,
    );
  });

  it('is told by the name of the stage what there is no room for, and fits always', () => {
    const many = (count: number, text: (index: string) => string) =>
      Array.from({ length: count }, (_, index) => text(`${index}`.padStart(12, '0')));
    const stacks = [
      arn,
      ...many(30, (index) => stack(`shop-api-${PREVIEW}-Inner-1A`, `11111111-2222-3333-4444-${index}`)),
    ];
    const buckets = many(40, (index) => `${PREVIEW}-${index.padStart(30, 'b')}`);
    for (const owned of [
      { ...OWNED, stacks },
      { ...OWNED, buckets },
      { ...OWNED, stacks, buckets },
    ]) {
      expect(removalPolicy(STAGE, owned).length).toBeLessThanOrEqual(MAX_SESSION_POLICY);
      const narrowed = statementsOf(owned);
      for (const id of owned.stacks) {
        expect(allows(narrowed, access('cloudformation:DeleteStack', id, tag)), id).toBe(true);
      }
      for (const bucket of owned.buckets) {
        expect(allows(narrowed, access('s3:DeleteObject', `arn:aws:s3:::${bucket}/a`)), bucket).toBe(true);
      }
      expect(allows(narrowed, access('cloudformation:DeleteStack', stackArn(`shop-api-${OTHER}`), of(OTHER)))).toBe(
        false,
      );
    }
    const longest = { app: 'a'.repeat(48), kind: 'preview', name: `${'x'.repeat(39)}-0pv3fa9c` } as const;
    expect(removalPolicy(longest, { ...OWNED, stacks, buckets }).length).toBeLessThanOrEqual(MAX_SESSION_POLICY);
  });
});
