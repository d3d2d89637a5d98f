import { describe, expect, it } from 'vitest';
import { MAX_SESSION_POLICY, sessionPolicy } from '../../core/profile/session-policy.ts';
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
