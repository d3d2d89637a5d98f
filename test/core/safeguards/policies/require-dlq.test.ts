import { describe, expect, it } from 'vitest';
import { check, hello, image, lambda, named, OF_FRAMEWORK, type Sample, sam } from '../sample-subject.ts';

const ARN = 'arn:aws:sqs:eu-central-1:111111111111:failed';
const TOPIC = { sns: 'orders' };
const names = (sample: Sample) => named('require-dlq', sample);
const withEvents = (...events: unknown[]) => names(hello({}, { events }));
/** What is found of a function with an asynchronous event, with more in its package. */
const asynchronous = (
  properties: Readonly<Record<string, unknown>>,
  more: Sample['resources'] = {},
  configured = {},
) => {
  const sample = hello(properties, { events: [TOPIC], ...configured });
  return names({ ...sample, resources: { ...sample.resources, ...more } });
};
const destination = (FunctionName: unknown, DestinationConfig: unknown = { OnFailure: { Destination: ARN } }) => ({
  HelloLambdaEvConf: {
    Type: 'AWS::Lambda::EventInvokeConfig',
    Properties: { FunctionName, DestinationConfig, Qualifier: '$LATEST' },
  },
});

describe('I1 require-dlq', () => {
  it.each([
    { s3: 'photos' },
    { s3: { bucket: 'photos', event: 's3:ObjectCreated:*', existing: true } },
    { sns: { arn: { Ref: 'Topic' }, topicName: 'orders' } },
    { iot: { sql: "SELECT * FROM 'x'" } },
    { cloudwatchEvent: { event: { source: ['aws.ec2'] } } },
    { cloudwatchLog: '/aws/lambda/x' },
    { eventBridge: { pattern: { source: ['shop'] } } },
    { schedule: 'rate(1 day)' },
    { schedule: { method: 'scheduler', rate: ['rate(1 hour)'], timezone: 'UTC' } },
    { alexaSkill: 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000' },
    { cognitoUserPool: { pool: 'people', trigger: 'PreSignUp' } },
    'alexaSkill',
  ])('wants one for the event %j', (event) => {
    expect(withEvents(event)).toEqual(['hello']);
  });

  it.each([
    { http: 'GET /hello' },
    { http: { method: 'get', path: 'hello' } },
    { httpApi: 'GET /', resolvedMethod: 'GET', resolvedPath: '/' },
    { httpApi: '*' },
    { websocket: '$connect' },
    { alb: { listenerArn: 'arn', priority: 1, conditions: { path: '/' } } },
    { sqs: 'arn:aws:sqs:eu-central-1:111111111111:jobs' },
    { stream: 'arn:aws:kinesis:eu-central-1:111111111111:stream/s' },
  ])('wants none for the event %j, which waits for an answer or comes again', (event) => {
    expect(withEvents(event)).toEqual([]);
  });

  it('wants one where one of many events is asynchronous', () => {
    expect(withEvents({ httpApi: 'GET /' }, TOPIC, { sqs: ARN })).toEqual(['hello']);
  });

  it.each([[{ events: [] }], [{ events: null }], [{}]])('wants one for a function without events: %j', (configured) => {
    expect(names(hello({}, configured))).toEqual(['hello']);
  });

  it.each([
    ARN,
    { 'Fn::GetAtt': ['Failed', 'Arn'] },
    { Ref: 'FailedTopic' },
    { 'Fn::ImportValue': 'failed' },
    { 'Fn::Sub': '${Failed.Arn}' },
  ])('is content with the queue %j', (TargetArn) => {
    expect(asynchronous({ DeadLetterConfig: { TargetArn } })).toEqual([]);
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ TargetArn: '' }],
    [{ TargetArn: null }],
    [{ TargetArn: { Ref: 'AWS::NoValue' } }],
    [{ Ref: 'AWS::NoValue' }],
  ])('is not content with %j', (DeadLetterConfig) => {
    expect(asynchronous({ DeadLetterConfig })).toEqual(['hello']);
  });

  it.each([
    { Ref: 'HelloLambdaFunction' },
    { 'Fn::GetAtt': ['HelloLambdaFunction', 'Arn'] },
    { 'Fn::Sub': '${HelloLambdaFunction}' },
    { 'Fn::Sub': '${HelloLambdaFunction.Arn}' },
    'shop-api-dev-hello',
  ])('is content with a destination of the function %j', (name) => {
    expect(asynchronous({}, destination(name))).toEqual([]);
  });

  it.each([{ 'Fn::GetAtt': ['OtherLambdaFunction', 'Arn'] }, ARN])('takes %j for a destination', (Destination) => {
    expect(asynchronous({}, destination({ Ref: 'HelloLambdaFunction' }, { OnFailure: { Destination } }))).toEqual([]);
  });

  it.each([
    { OnSuccess: { Destination: ARN } },
    {},
    { OnFailure: {} },
    { OnFailure: { Destination: { Ref: 'AWS::NoValue' } } },
    null,
  ])('is not content with the destinations %j', (config) => {
    expect(asynchronous({}, destination({ Ref: 'HelloLambdaFunction' }, config))).toEqual(['hello']);
  });

  it.each([
    'shop-api-dev-hello-2',
    'shop-api-dev',
    { Ref: 'HelloTwoLambdaFunction' },
    { 'Fn::Sub': '${HelloLambdaFunctionTwo}' },
  ])('is not content with a destination of another function, %j', (name) => {
    expect(asynchronous({}, destination(name))).toEqual(['hello']);
  });

  it('names each function without one, images too, and none of the Serverless Framework', () => {
    const resources = {
      HelloLambdaFunction: lambda('a'),
      WorkerLambdaFunction: lambda('b', { DeadLetterConfig: { TargetArn: ARN } }),
      ImageLambdaFunction: image('c'),
      ...OF_FRAMEWORK,
    };
    const configured = { hello: { events: [TOPIC] }, worker: { events: [TOPIC] }, image: { events: [TOPIC] } };
    expect(names({ resources, configured })).toEqual(['hello', 'image']);
    expect(check('require-dlq', { resources, configured })[0]).toMatchObject({ resource: 'HelloLambdaFunction' });
  });

  it('wants one for an http event that is invoked asynchronously', () => {
    expect(withEvents({ http: { method: 'get', path: 'l', integration: 'AWS', async: true } })).toEqual(['hello']);
  });
});

describe('require-dlq of SAM', () => {
  const events = (Type: string) => ({ Events: { One: { Type, Properties: {} } } });
  it.each(['S3', 'SNS', 'Schedule', 'EventBridgeRule', 'CloudWatchEvent', 'IoTRule'])(
    'wants one for the event %s',
    (type) => {
      expect(names(sam(events(type)))).toEqual(['Hello']);
    },
  );

  it.each(['Api', 'HttpApi', 'SQS', 'Kinesis', 'DynamoDB'])('wants none for the event %s', (type) => {
    expect(names(sam(events(type)))).toEqual([]);
  });

  it('is content with what SAM calls one', () => {
    expect(names(sam({ ...events('S3'), DeadLetterQueue: { Type: 'SQS', TargetArn: ARN } }))).toEqual([]);
    const EventInvokeConfig = { DestinationConfig: { OnFailure: { Type: 'SQS', Destination: ARN } } };
    expect(names(sam({ ...events('S3'), EventInvokeConfig }))).toEqual([]);
    expect(names(sam(events('S3'), { DeadLetterQueue: { Type: 'SQS', TargetArn: ARN } }))).toEqual([]);
  });
});
