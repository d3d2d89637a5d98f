import { describe, expect, it } from 'vitest';
import { POLICIES, type PolicyId } from '../../../../core/safeguards/catalogue.ts';
import { bucket, bucketPolicy } from '../sample-bucket.ts';
import { managedPolicy, policy, role } from '../sample-role.ts';
import { check, image, lambda, ODD, OF_FRAMEWORK, type Sample, sam } from '../sample-subject.ts';

/** A configuration of each policy that needs one. */
const CONFIG: Partial<Record<PolicyId, unknown>> = {
  'allowed-function-names': '${SERVICE}-${STAGE}-${FUNCTION}',
  'allowed-regions': ['eu-central-1'],
  'allowed-runtimes': ['nodejs22.x'],
  'allowed-stages': 'dev',
  'framework-version': '>=4',
  'required-stack-tags': { STAGE: 'dev' },
  'restricted-deploy-times': { time: '2019-12-25', duration: 'P1D' },
};
const IDS = Object.keys(POLICIES) as PolicyId[];
const run = (id: PolicyId, sample: Sample) => check(id, sample, CONFIG[id]);

/** The types that policies look at, with everything that they may look for being this value. */
function everywhere(value: unknown): Sample {
  const events = [{ http: value }, { sns: value }, { schedule: value }, value];
  const properties = {
    Description: value,
    FunctionName: value,
    Runtime: value,
    PackageType: value,
    Environment: { Variables: { A: value } },
    VpcConfig: { SecurityGroupIds: value, SubnetIds: value },
    DeadLetterConfig: { TargetArn: value },
  };
  const grant = { Effect: 'Allow', Action: value, Resource: value, Principal: value, Condition: value };
  return {
    configured: { hello: { events } },
    resources: {
      HelloLambdaFunction: lambda('x', properties),
      Whole: lambda('y', { Environment: value, VpcConfig: value, DeadLetterConfig: value, Code: value }),
      EventConfig: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: { FunctionName: value, DestinationConfig: value },
      },
      Bucket: bucket({ BucketName: value, AccessControl: value, PublicAccessBlockConfiguration: value }),
      BucketPolicy: bucketPolicy(value, [grant]),
      OtherPolicy: bucketPolicy({ Ref: 'Bucket' }, value),
      Role: role([grant, value]),
      Policy: policy(value),
      Managed: managedPolicy(grant),
      Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: value } },
      Api: { Type: 'AWS::ApiGateway::Method', Properties: { Integration: value } },
    },
  };
}

/** Intrinsics in the forms that templates have. */
const INTRINSICS: readonly unknown[] = [
  { Ref: 'Parameter' },
  { Ref: 'AWS::NoValue' },
  { 'Fn::If': ['A', { Ref: 'AWS::NoValue' }, { 'Fn::If': ['B', 'x', { 'Fn::Join': ['', ['a', { Ref: 'B' }]] }] }] },
  { 'Fn::Join': [',', { Ref: 'List' }] },
  { 'Fn::Join': ['', ['a', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['A', 'Arn'] }, { 'Fn::Sub': '${B}' }]] }]] },
  { 'Fn::Sub': 'a-${AWS::Region}-${!Literal}-${A.Arn}' },
  { 'Fn::Sub': ['a-${B}-${C}', { B: { 'Fn::ImportValue': { 'Fn::Sub': '${AWS::StackName}-x' } }, C: 'c' }] },
  { 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'key'] },
  { 'Fn::Select': ['0', { 'Fn::GetAZs': '' }] },
  { 'Fn::Split': [',', { 'Fn::ImportValue': 'list' }] },
  { 'Fn::ImportValue': 'name' },
  { 'Fn::GetAtt': ['A', 'Arn'] },
  { 'Fn::Base64': 'x' },
  { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://x/y' } } },
];
/** What is legal in one place or another, and may turn up where something else is usual. */
const PLAIN: readonly unknown[] = ['x', '', ['x'], [], {}, 5, '5', true, 'false', null, undefined];

describe.each(IDS)('%s', (id) => {
  it.each(Object.keys(ODD))('does not fall over %s', (name) => {
    expect(() => run(id, ODD[name] ?? {})).not.toThrow();
  });

  it('has nothing against a package with nothing in it', () => {
    const found = run(id, {}).filter(({ resource, function: key }) => resource !== undefined || key !== undefined);
    expect(found).toEqual([]);
  });

  it('does not fall over references and functions of templates anywhere', () => {
    for (const value of INTRINSICS) {
      expect(() => run(id, everywhere(value)), JSON.stringify(value)).not.toThrow();
    }
  });

  it('does not fall over texts where lists are usual, lists where texts are, numbers and nothing', () => {
    for (const value of PLAIN) {
      expect(() => run(id, everywhere(value)), JSON.stringify(value)).not.toThrow();
    }
  });

  it('looks at 500 resources at once', () => {
    const resources = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        [`F${index}LambdaFunction`, lambda(`f${index}`)],
        [`Bucket${index}`, bucket()],
        [`Policy${index}`, bucketPolicy({ Ref: `Bucket${index}` }, [])],
        [`Role${index}`, role([{ Effect: 'Allow', Action: 'a:b', Resource: 'c' }])],
        [`Image${index}`, image(`i${index}`)],
      ]).flat(),
    );
    expect(() => run(id, { resources })).not.toThrow();
  });

  it('finds the same in functions of SAM, and of the framework, each time', () => {
    const { template, resources } = sam({ Runtime: 'nodejs22.x' }, { Timeout: 5 });
    expect(() =>
      run(id, { ...(template === undefined ? {} : { template }), resources: { ...resources, ...OF_FRAMEWORK } }),
    ).not.toThrow();
  });
});
