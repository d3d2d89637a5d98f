import { describe, expect, it } from 'vitest';
import { allows, check, hello, image, lambda, named, OF_FRAMEWORK, sam } from '../sample-subject.ts';

const inVpc = (VpcConfig: unknown, config?: unknown) => named('require-global-vpc', hello({ VpcConfig }), config);
const vpc = (subnets: unknown, groups: unknown = ['sg-1']) => ({ SecurityGroupIds: groups, SubnetIds: subnets });
const NOTHING = { Ref: 'AWS::NoValue' };

describe('I1 require-global-vpc', () => {
  it.each([
    [vpc(['subnet-1', 'subnet-2'])],
    [vpc(['subnet-1', 'subnet-2', 'subnet-3'], ['sg-1', 'sg-2'])],
    [vpc([{ Ref: 'A' }, { 'Fn::ImportValue': 'b' }], [{ 'Fn::GetAtt': ['Group', 'GroupId'] }])],
    [vpc({ 'Fn::Split': [',', 'subnet-1,subnet-2'] })],
    [{ 'Fn::If': ['A', vpc(['subnet-1', 'subnet-2']), vpc(['subnet-3', 'subnet-4'])] }],
    [vpc({ 'Fn::If': ['A', ['subnet-1', 'subnet-2'], ['subnet-3', 'subnet-4']] })],
  ])('lets %j through', (config) => {
    expect(inVpc(config)).toEqual([]);
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [NOTHING],
    [vpc([])],
    [vpc(undefined)],
    [vpc(['subnet-1'])],
    [vpc(['subnet-1', NOTHING])],
    [vpc(['subnet-1', 'subnet-2'], [])],
    [{ SubnetIds: ['subnet-1', 'subnet-2'] }],
    [vpc({ 'Fn::If': ['A', ['subnet-1', 'subnet-2'], ['subnet-3']] })],
  ])('refuses %j', (config) => {
    expect(inVpc(config)).toEqual(['hello']);
  });

  it.each([[{}], [undefined]])('wants two subnets with the configuration %j', (config) => {
    expect(inVpc(vpc(['subnet-1']), config)).toEqual(['hello']);
    expect(inVpc(vpc(['subnet-1', 'subnet-2']), config)).toEqual([]);
  });

  it('wants as many as the configuration says', () => {
    expect(inVpc(vpc(['subnet-1']), { minNumSubnets: 1 })).toEqual([]);
    expect(inVpc(vpc(['subnet-1', 'subnet-2']), { minNumSubnets: 3 })).toEqual(['hello']);
    expect(inVpc(vpc(['subnet-1', 'subnet-2', 'subnet-3']), { minNumSubnets: 3 })).toEqual([]);
    expect(inVpc(vpc([]), { minNumSubnets: 1 })).toEqual(['hello']);
  });

  it('names each function outside, images too', () => {
    const VpcConfig = vpc(['subnet-1', 'subnet-2']);
    const resources = {
      HelloLambdaFunction: lambda('a', { VpcConfig }),
      WorkerLambdaFunction: lambda('b'),
      ImageLambdaFunction: image('c'),
      ...OF_FRAMEWORK,
    };
    const configured = { hello: {}, worker: {}, image: {} };
    expect(named('require-global-vpc', { resources, configured })).toEqual(['image', 'worker']);
    expect(check('require-global-vpc', { resources, configured })[0]).toMatchObject({ resource: expect.any(String) });
  });

  it('looks at functions of SAM, whose VPC may be that of all', () => {
    const VpcConfig = vpc(['subnet-1', 'subnet-2']);
    expect(named('require-global-vpc', sam({}))).toEqual(['Hello']);
    expect(named('require-global-vpc', sam({ VpcConfig }))).toEqual([]);
    expect(named('require-global-vpc', sam({}, { VpcConfig }))).toEqual([]);
  });

  it.each([
    [vpc({ Ref: 'Subnets' }, { Ref: 'Groups' })],
    [vpc({ 'Fn::Split': [',', { 'Fn::ImportValue': 'subnets' }] })],
    [vpc({ 'Fn::FindInMap': ['Subnets', { Ref: 'AWS::Region' }, 'ids'] })],
    [vpc('subnet-1', 'sg-1')],
    [{ 'Fn::If': ['A', vpc(['subnet-1', 'subnet-2']), NOTHING] }],
    [{ Ref: 'Vpc' }],
  ])('does not fall over %j', (config) => {
    expect(() => inVpc(config)).not.toThrow();
  });

  it.each([[2], [{ minNumSubnets: 'two' }], [{ minNumSubnets: 0.5 }], [{ minSubnets: 2 }]])(
    'refuses the configuration %j',
    (config) => {
      expect(allows('require-global-vpc', config)).toBe(false);
    },
  );
});
