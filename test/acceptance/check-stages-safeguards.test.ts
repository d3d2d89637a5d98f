import { describe, expect, it } from 'vitest';
import { failedIn, saidOf } from './check-stages-cases.ts';
import { bucket, type Case, judge, lambda, S, service, T, withResources } from './check-stages-unknown.ts';

const CASES: readonly Case[] = [
  ['a function name', 'allowed-function-names', 'passed', (n) => service(n, { name: T })],
  ['a part of a function name', 'allowed-function-names', 'passed', (n) => service(n, { name: `${n}-prod-${T}` })],
  [
    'a description beside a wrong function name',
    'allowed-function-names',
    'failed',
    (n) => service(n, { name: 'wrong', description: T }),
  ],
  ['a runtime', 'allowed-runtimes', 'passed', (n) => lambda(n, { Runtime: T })],
  [
    'a role beside a runtime that is not allowed',
    'allowed-runtimes',
    'failed',
    (n) => lambda(n, { Runtime: 'java21' }),
  ],
  ['a runtime that may be old', 'deprecated-runtimes', 'passed', (n) => lambda(n, { Runtime: T })],
  ['a role beside an old runtime', 'deprecated-runtimes', 'failed', (n) => lambda(n, { Runtime: 'nodejs12.x' })],
  [
    'a path beside a lambda integration',
    'forbid-lambda-apig-integration',
    'failed',
    (n) => service(n, { events: [{ http: { path: T, method: 'get', integration: 'lambda' } }] }),
  ],
  [
    'a path of a proxy',
    'forbid-lambda-apig-integration',
    'passed',
    (n) => service(n, { events: [{ http: { path: T, method: 'get' } }] }),
  ],
  ['a description', 'require-description', 'passed', (n) => service(n, { description: T })],
  ['a part of a description', 'require-description', 'passed', (n) => service(n, { description: `Tells ${T}` })],
  [
    'a variable beside a short description',
    'require-description',
    'failed',
    (n) => service(n, { description: 'Tells', environment: { V: T } }),
  ],
  [
    'a dead-letter queue',
    'require-dlq',
    'passed',
    (n) => ({
      ...lambda(n, { DeadLetterConfig: { TargetArn: T } }),
      functions: {},
    }),
  ],
  [
    'a topic that calls a function without a queue',
    'require-dlq',
    'failed',
    (n) => service(n, { events: [{ sns: T }] }),
  ],
  [
    'groups and subnets',
    'require-global-vpc',
    'passed',
    (n) => service(n, {}, { vpc: { securityGroupIds: [T], subnetIds: [T, S] } }),
  ],
  [
    'a list of subnets that CloudFormation splits',
    'require-global-vpc',
    'passed',
    (n) => service(n, { vpc: { securityGroupIds: [T], subnetIds: { 'Fn::Split': [',', S] } } }),
  ],
  [
    'the one subnet',
    'require-global-vpc',
    'failed',
    (n) => service(n, {}, { vpc: { securityGroupIds: [S], subnetIds: [T] } }),
  ],
  ['a tag', 'required-stack-tags', 'passed', (n) => service(n, {}, { stackTags: { team: T } })],
  ['a part of a tag', 'required-stack-tags', 'passed', (n) => service(n, {}, { stackTags: { team: `team${T}` } })],
  [
    'a tag beside a wrong one',
    'required-stack-tags',
    'failed',
    (n) => service(n, {}, { stackTags: { team: '9', of: T } }),
  ],
  [
    'a tag, and the required one is missing',
    'required-stack-tags',
    'failed',
    (n) => service(n, {}, { stackTags: { team: undefined, of: T } }),
  ],
  ['the name of a table', 'stage-in-names', 'passed', (n) => bucket(n, { BucketName: T })],
  ['a part of the name of a bucket', 'stage-in-names', 'passed', (n) => bucket(n, { BucketName: `goods-${T}` })],
  [
    'a part of a joined name',
    'stage-in-names',
    'passed',
    (n) => bucket(n, { BucketName: { 'Fn::Join': ['-', ['goods', T]] } }),
  ],
  [
    'a tag of a bucket whose name holds no stage',
    'stage-in-names',
    'failed',
    (n) => bucket(n, { BucketName: 'goods', Tags: [{ Key: 'of', Value: T }] }),
  ],
  [
    'one of 501 topics',
    'max-resources',
    'failed',
    (n) =>
      withResources(
        n,
        Object.fromEntries(
          Array.from({ length: 501 }, (_, index) => [
            `T${index}`,
            { Type: 'AWS::SNS::Topic', Properties: { DisplayName: T } },
          ]),
        ),
      ),
  ],
];

describe('a safeguard of names and settings that meets a value that is not known', () => {
  const run = judge(CASES);

  it('is still asked where what it looks for is nowhere', () => {
    expect(failedIn(run().of('s0'))).toContain('require-cfn-role');
  });

  it('is left out where it depends on the moment of the deploy', () => {
    const late = run()
      .of('s0')
      .safeguards.filter(({ id }) => /stateful|deploy-times/.test(id));
    expect(late.filter(({ status }) => status !== 'skipped')).toEqual([]);
  });

  it('never names what stands in the place of a value', () => {
    const said = CASES.map((_, index) => saidOf(run().of(`s${index}`))).join('\n');
    for (const text of [said, run().step.summary]) expect(text).not.toMatch(/ServerlessStages::|unknown-[0-9a-f]{8}/);
  });
});
