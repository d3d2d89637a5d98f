import { describe, expect, it } from 'vitest';
import {
  checkFunctionNames,
  checkRoleName,
  checkTemplateNames,
  MAX_NAME_SUM,
  roomForStage,
} from '../../../core/serverless/names.ts';
import { caught } from '../caught.ts';

const named = (type: string, property: string, name: unknown) => ({
  It: { Type: type, Properties: { [property]: name } },
});

describe('checkRoleName', () => {
  it('A14 takes a service, stage and region of 51 characters together', () => {
    const names = { service: 's'.repeat(22), stage: 't'.repeat(20), region: 'us-east-1' };
    expect(MAX_NAME_SUM).toBe(51);
    expect(() => checkRoleName(names)).not.toThrow();
  });

  it('A14 refuses 52, names the service and the limit, and says what to shorten', () => {
    const service = 'fullstack-restapi-extra';
    const error = caught(() => checkRoleName({ service, stage: 't'.repeat(20), region: 'us-east-1' }));
    expect(error.code).toBe('E_NAME_TOO_LONG');
    expect(error.message).toContain(service);
    expect(error.message).toContain('51');
    expect(error.message).toMatch(/\b(1|52)\b/);
    expect(error.message).toMatch(/short/);
  });
});

describe('checkTemplateNames', () => {
  const osls = (stage: string) => ({ 'Fn::Join': ['-', ['shop', stage, { Ref: 'AWS::Region' }, 'lambdaRole']] });

  it.each([
    ['a stack of 128 characters', 's'.repeat(128), {}],
    ['a function of 64 characters', 'shop-dev', named('AWS::Lambda::Function', 'FunctionName', 'f'.repeat(64))],
    ['a role of 64 characters', 'shop-dev', named('AWS::IAM::Role', 'RoleName', osls('t'.repeat(38)))],
    ['a bucket of 63 characters', 'shop-dev', named('AWS::S3::Bucket', 'BucketName', 'b'.repeat(63))],
    [
      'names that CloudFormation makes',
      'shop-dev',
      { A: { Type: 'AWS::Lambda::Function' }, B: { Type: 'AWS::S3::Bucket', Properties: {} } },
    ],
    [
      'a name that only CloudFormation can tell',
      'shop-dev',
      named('AWS::S3::Bucket', 'BucketName', { 'Fn::ImportValue': 'x' }),
    ],
    ['a name of no limit of ours', 'shop-dev', named('AWS::SQS::Queue', 'QueueName', 'q'.repeat(80))],
  ])('takes %s', (_, stack, resources) => {
    expect(() => checkTemplateNames(stack, resources, 'us-east-1')).not.toThrow();
  });

  it.each([
    ['a stack of 129 characters', 's'.repeat(129), {}],
    ['a stack that begins with a digit', '1shop-dev', {}],
    ['a function of 65 characters', 'shop-dev', named('AWS::Lambda::Function', 'FunctionName', 'f'.repeat(65))],
    ['a role of 65 characters', 'shop-dev', named('AWS::IAM::Role', 'RoleName', osls('t'.repeat(39)))],
    ['a bucket of 64 characters', 'shop-dev', named('AWS::S3::Bucket', 'BucketName', 'b'.repeat(64))],
    ['a bucket with capitals', 'shop-dev', named('AWS::S3::Bucket', 'BucketName', 'Shop-dev')],
  ])('A14 refuses %s', (_, stack, resources) => {
    expect(caught(() => checkTemplateNames(stack, resources, 'us-east-1')).code).toBe('E_NAME_TOO_LONG');
  });

  it('A14 counts the region that the stack goes to', () => {
    const resources = named('AWS::IAM::Role', 'RoleName', osls('t'.repeat(38)));
    expect(caught(() => checkTemplateNames('shop', resources, 'ap-southeast-1')).code).toBe('E_NAME_TOO_LONG');
  });
});

describe('the names of functions', () => {
  const NAMES = ['shop--show', `${'s'.repeat(40)}--${'f'.repeat(10)}`];

  it('leave room for a stage beside the longest', () => {
    expect(roomForStage(NAMES)).toBe(12);
    expect(roomForStage([])).toBe(64);
  });

  it('fit a stage of that length', () => {
    expect(() => checkFunctionNames('api', NAMES, 'x'.repeat(12))).not.toThrow();
  });

  it('are refused with what is over, in a longer one', () => {
    const error = caught(() => checkFunctionNames('api', NAMES, 'x'.repeat(15)));
    expect(error.code).toBe('E_NAME_TOO_LONG');
    expect(error.message).toContain(`${'s'.repeat(40)}-${'x'.repeat(15)}-${'f'.repeat(10)}`);
    expect(error.message).toContain('has 67 characters');
    expect(error.message).toContain('by 3');
  });
});
