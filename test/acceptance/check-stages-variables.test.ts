import { beforeAll, describe, expect, it } from 'vitest';
import { applicationOf, type CaseRun, configuration, saidOf, useCases } from './check-stages-cases.ts';

const check = useCases();
const SDK = JSON.stringify(`${import.meta.dirname}/../../node_modules/@aws-sdk/client-sts`);
const asks = `const { STSClient, GetCallerIdentityCommand } = require(${SDK});
module.exports = async () => ({ x: (await new STSClient({ region: 'us-east-1' }).send(new GetCallerIdentityCommand({}))).Account });
`;

const reads =
  (value: unknown, more: object = {}) =>
  (name: string) =>
    configuration(name, { provider: { environment: { V: value } }, ...more });
const event = (of: object) => (name: string) =>
  configuration(name, { functions: { main: { handler: 'main.handler', events: [of] } } });

type Make = (name: string) => Record<string, unknown>;

/** What no value is needed for. */
const ASKED: Readonly<Record<string, Make>> = {
  'a literal': reads('${param:text}'),
  'an SSM parameter': reads('${param:unknown}'),
  'an entry of the PARAMETERS secret': reads('${param:secret}'),
  'a part of a text': reads('https://${param:unknown}.example.com/${param:secret}'),
  'a fallback of a parameter that is nowhere': reads("${param:nowhere, 'none'}"),
  'a variable of the environment with a fallback': reads("${env:SHOP_NOWHERE, 'none'}"),
  'the stage and the region': reads('${sls:stage}-${aws:region}'),
  'an output of another service': reads('${param:queues.jobsArn}'),
  'an output with a fallback': reads("${param:queues.jobsArn, 'none'}"),
  'an output that is not there, with a fallback': reads("${param:queues.nothing, 'none'}"),
  'an output in a Fn::Sub': reads({ 'Fn::Sub': 'https://${param:queues.jobsArn}/${AWS::Region}' }),
  'an output in a list': reads({ 'Fn::Join': [',', ['${param:queues.jobsArn}', '${param:queues.topicArn}']] }),
  'a program beside the configuration': reads('${file(./plain.js):x}'),
  'an output as the queue of an event': event({ sqs: '${param:queues.jobsArn}' }),
  'an output as the queue of an event with settings': event({ sqs: { arn: '${param:queues.jobsArn}', batchSize: 1 } }),
  'an output as the stream of an event': event({ stream: '${param:queues.streamArn}' }),
  'an output as the table stream of an event': event({
    stream: { type: 'dynamodb', arn: '${param:queues.streamArn}' },
  }),
  'an output as the topic of an event': event({ sns: { arn: '${param:queues.topicArn}', topicName: 'goods' } }),
  'an output as the name of a topic of an event': event({ sns: '${param:queues.topicArn}' }),
  'an output as the bus of an event': event({
    eventBridge: { eventBus: '${param:queues.busName}', pattern: { source: ['shop'] } },
  }),
  'an output as the authorizer of an event': event({
    http: {
      path: 'x',
      method: 'get',
      authorizer: { type: 'COGNITO_USER_POOLS', authorizerId: '${param:queues.busName}' },
    },
  }),
  'an output as the name of a bucket': (name) =>
    configuration(name, {
      resources: {
        Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: '${param:queues.busName}' } } },
      },
    }),
  'an output as a resource of a role': (name) =>
    configuration(name, {
      provider: {
        iam: {
          role: { statements: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${param:queues.jobsArn}' }] },
        },
      },
    }),
};

/** What only the cloud can tell, and the text by which the reason names it. */
const NOT_ASKED: Readonly<Record<string, readonly [reason: string, Make]>> = {
  'an SSM parameter of its own': ['ssm', reads('${ssm:/shared/vpc}')],
  'a stack that nobody here has': ['cf', reads('${cf:shared-vpc.id}')],
  'a stack of another region': ['cf', reads('${cf(eu-central-1):shared-vpc.id}')],
  'an object in S3': ['s3', reads('${s3:shared/vpc.txt}')],
  'the id of the account': ['aws', reads('${aws:accountId}')],
  'the id of the account in a part of a name': ['aws', reads('goods-${aws:accountId}')],
  'a program that asks AWS': ['AWS', reads('${file(./asks.js):x}')],
};

const QUEUES = configuration('shop-queues', {
  resources: {
    Outputs: Object.fromEntries(['jobsArn', 'topicArn', 'streamArn', 'busName'].map((key) => [key, { Value: 'x' }])),
  },
});

describe('a service that is checked for a stage', () => {
  let run: CaseRun;
  beforeAll(async () => {
    const all = [...Object.values(ASKED), ...Object.values(NOT_ASKED).map(([, make]) => make)];
    const services = all.map((make, index) => [`s${index}`, make(`shop-s${index}`)] as const);
    const parameters = { text: 'some text', unknown: { ssm: '/shop/unknown' }, secret: { secret: 'SECRET' } };
    const programs = all.flatMap((_, index) => [
      [`s${index}/plain.js`, 'module.exports = () => ({ x: 1 });\n'],
      [`s${index}/asks.js`, asks],
    ]);
    run = await check({
      ...applicationOf({ queues: QUEUES, ...Object.fromEntries(services) }, { profile: { parameters } }),
      ...Object.fromEntries(programs),
    });
  }, 180_000);

  it.each(Object.keys(ASKED).map((what, index) => [what, index] as const))(
    'is asked if it reads %s',
    (_what, index) => {
      const found = run.of(`s${index}`);
      expect(found.status, saidOf(found)).toBe('passed');
    },
  );

  it.each(Object.entries(NOT_ASKED).map(([what, [reason]], index) => [what, reason, index] as const))(
    'is not asked if it reads %s, and the reason names %s',
    (_what, reason, index) => {
      const found = run.of(`s${Object.keys(ASKED).length + index}`);
      expect(found.status, saidOf(found)).toBe('not-asked');
      expect(found.reason).toContain(reason);
      // It could be asked of nothing else, so nothing else is the reason.
      expect(found.reason).not.toMatch(/unknown|secret/);
    },
  );

  it('makes no difference to the others where it is not asked', () => {
    expect(run.result?.stages).toMatchObject([{ stage: 'prod', status: 'passed' }]);
    expect(run.step.outputs['status']).toBe('passed');
  });
});
