import { describe, expect, it } from 'vitest';
import { hello, lambda, named, OF_FRAMEWORK } from '../sample-subject.ts';

const withEvents = (...events: unknown[]) => named('forbid-lambda-apig-integration', hello({}, { events }));
const http = (integration: unknown) => ({ http: { method: 'get', path: 'hello', integration } });

describe('I1 forbid-lambda-apig-integration', () => {
  it.each(['lambda-proxy', 'LAMBDA-PROXY', 'lambda_proxy', 'aws-proxy', 'AWS_PROXY', undefined])(
    'lets an http event with the integration %s through',
    (integration) => {
      expect(withEvents(http(integration))).toEqual([]);
    },
  );

  // `AWS` is what osls 4 and serverless 3 make of `lambda` in the state of a package.
  it.each(['lambda', 'LAMBDA', 'Lambda', 'aws', 'AWS'])(
    'refuses an http event with the integration %s',
    (integration) => {
      expect(withEvents(http(integration))).toEqual(['hello']);
    },
  );

  it('refuses what osls 4 makes of it in a package', () => {
    const statusCodes = { 200: { pattern: '' }, 400: { pattern: '[\\s\\S]*\\[400\\][\\s\\S]*' } };
    const settings = {
      method: 'get',
      path: 'old',
      integration: 'AWS',
      request: { passThrough: 'NEVER' },
      response: { statusCodes },
    };
    expect(withEvents({ http: settings })).toEqual(['hello']);
  });

  it('finds one among others', () => {
    expect(withEvents('alexaSkill', { http: 'GET /' }, http('lambda'), { sns: 'topic' })).toEqual(['hello']);
  });

  it.each([
    [{ http: 'GET /hello' }],
    [{ http: 'ANY {proxy+}' }],
    [{ httpApi: 'GET /', resolvedMethod: 'GET', resolvedPath: '/' }],
    [{ httpApi: '*' }],
    [{ websocket: '$connect' }],
    [{ sqs: { arn: 'arn:aws:sqs:eu-central-1:111111111111:jobs', integration: 'lambda' } }],
    [{ http: null }],
    ['http'],
    [null],
    [{}],
  ])('asks nothing of %j', (event) => {
    expect(withEvents(event)).toEqual([]);
  });

  it('names each function that has one, and no other', () => {
    const sample = {
      resources: { HelloLambdaFunction: lambda('a'), WorkerLambdaFunction: lambda('b'), ...OF_FRAMEWORK },
      configured: { hello: { events: [http('lambda-proxy')] }, worker: { events: [http('lambda'), http('lambda')] } },
    };
    expect(named('forbid-lambda-apig-integration', sample)).toEqual(['worker']);
  });
});
