import { describe, expect, it } from 'vitest';
import type { StackChange } from '../../../../core/stack/change-table.ts';
import { check, named } from '../sample-subject.ts';

const change = (type: string, overrides: Partial<StackChange> = {}): StackChange => ({
  action: 'replace',
  logicalId: 'Orders',
  type,
  keeps: false,
  isCertain: true,
  ...overrides,
});
const names = (...changes: StackChange[]) => named('no-stateful-replacement', { changes });
const TABLE = 'AWS::DynamoDB::Table';

describe('I1 no-stateful-replacement', () => {
  it.each([
    TABLE,
    'AWS::DynamoDB::GlobalTable',
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::Cognito::UserPool',
    'AWS::S3::Bucket',
    'AWS::EFS::FileSystem',
    'AWS::SQS::Queue',
    'AWS::Kinesis::Stream',
    'AWS::KMS::Key',
  ])('refuses to replace or remove a %s', (type) => {
    for (const action of ['replace', 'remove'] as const) {
      const findings = check('no-stateful-replacement', { changes: [change(type, { action })] });
      expect(findings, action).toHaveLength(1);
      expect(findings[0], action).toMatchObject({ resource: 'Orders' });
      expect(findings[0], action).not.toHaveProperty('level');
    }
  });

  it.each(['add', 'modify'] as const)('lets it %s one', (action) => {
    expect(names(change(TABLE, { action }))).toEqual([]);
  });

  it.each([
    'AWS::Lambda::Function',
    'AWS::Lambda::Version',
    'AWS::ApiGateway::Deployment',
    'AWS::IAM::Role',
    'AWS::SNS::Topic',
    'Custom::S3',
    'AWS::S3::BucketPolicy',
    'AWS::SQS::QueuePolicy',
  ])('lets it replace or remove a %s, which holds nothing', (type) => {
    expect(names(change(type), change(type, { action: 'remove' }))).toEqual([]);
  });

  it('lets a deploy that changes nothing through', () => {
    expect(names()).toEqual([]);
  });

  it('lets nothing through where it is not known what changes, and says why', () => {
    const changesFault = 'CloudFormation could not be asked';
    const findings = check('no-stateful-replacement', { changes: undefined, changesFault });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.what).toContain(changesFault);
    expect(findings[0]).not.toHaveProperty('level');
  });

  it('names each resource of many', () => {
    expect(
      names(
        change(TABLE, { logicalId: 'A' }),
        change('AWS::Lambda::Function', { logicalId: 'B' }),
        change('AWS::S3::Bucket', { logicalId: 'C', action: 'remove' }),
        change('AWS::SQS::Queue', { logicalId: 'D', action: 'modify' }),
      ),
    ).toEqual(['A', 'C']);
  });

  it('says in which nested stack a resource is', () => {
    const [name] = names(change(TABLE, { stack: 'Tables/Inner' }));
    expect(name).toContain('Orders');
    expect(name).toContain('Tables/Inner');
  });

  it.each([true, false])('does not fall over what CloudFormation is not sure of, kept or not (%s)', (keeps) => {
    expect(() => names(change(TABLE, { isCertain: false, keeps }))).not.toThrow();
  });
});
