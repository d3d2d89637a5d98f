import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';
import { stackClient } from '../stack-client.ts';

let aws: LocalAws;
let url: string;

const echo = `exports.handler = async (event) => {
  const { routeKey, rawPath, pathParameters, queryStringParameters, body, isBase64Encoded, requestContext } = event;
  if (rawPath === '/plain') return { hello: 'world' };
  if (rawPath === '/bytes') return { statusCode: 200, headers: { 'Content-Type': 'image/png' }, body: 'iVBORw==', isBase64Encoded: true };
  if (rawPath === '/broken') throw new Error('broken');
  return { statusCode: 202, headers: { 'X-Kind': 'echo' }, body: JSON.stringify({ routeKey, rawPath, pathParameters, queryStringParameters, body, isBase64Encoded, method: requestContext.http.method }) };
};`;

beforeAll(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0 });
  const ApiId = { Ref: 'Api' };
  const route = (RouteKey: string) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { ApiId, RouteKey, Target: { 'Fn::Sub': 'integrations/${Integration}' } },
  });
  const stack = await stackClient(aws).create('api', {
    Resources: {
      F: {
        Type: 'AWS::Lambda::Function',
        Properties: { FunctionName: 'echo', Runtime: 'nodejs20.x', Handler: 'index.handler', Code: { ZipFile: echo } },
      },
      Api: {
        Type: 'AWS::ApiGatewayV2::Api',
        Properties: {
          Name: 'api',
          ProtocolType: 'HTTP',
          CorsConfiguration: { AllowOrigins: ['https://site.example'], AllowMethods: ['GET'] },
        },
      },
      Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId, StageName: '$default' } },
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: { ApiId, IntegrationUri: { 'Fn::GetAtt': ['F', 'Arn'] } },
      },
      Exact: route('GET /items/latest'),
      One: route('GET /items/{id}'),
      Any: route('ANY /items/{id}'),
      Rest: route('GET /{proxy+}'),
      Post: route('POST /items'),
    },
    Outputs: { Url: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } },
  });
  url = aws.apiUrl(stack.Outputs?.[0]?.OutputValue ?? '');
});
afterAll(() => aws.close());

describe('an HTTP API', () => {
  it.each([
    ['GET', '/items/latest', 'GET /items/latest', undefined],
    ['GET', '/items/7', 'GET /items/{id}', { id: '7' }],
    ['DELETE', '/items/7', 'ANY /items/{id}', { id: '7' }],
    ['GET', '/a/b/c', 'GET /{proxy+}', { proxy: 'a/b/c' }],
  ])('takes %s %s by the route %s', async (method, path, routeKey, pathParameters) => {
    const answer = await fetch(url + path, { method });
    expect([answer.status, answer.headers.get('x-kind')]).toEqual([202, 'echo']);
    expect(await answer.json()).toEqual({
      routeKey,
      rawPath: path,
      method,
      isBase64Encoded: false,
      ...(pathParameters ? { pathParameters } : {}),
    });
  });

  it('hands over query and body, binary ones in base64', async () => {
    const post = async (type: string, body: string) => {
      const answer = await fetch(`${url}/items?a=1&a=2&b=`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      return (await answer.json()) as object;
    };
    const text = { body: '{"n":1}', isBase64Encoded: false, queryStringParameters: { a: '1,2', b: '' } };
    expect(await post('application/json', '{"n":1}')).toMatchObject(text);
    expect(await post('application/octet-stream', 'hi')).toMatchObject({ body: 'aGk=', isBase64Encoded: true });
  });

  it('answers plain results, bytes and failures as API Gateway does', async () => {
    const plain = await fetch(`${url}/plain`);
    expect([plain.status, await plain.json()]).toEqual([200, { hello: 'world' }]);
    const bytes = await fetch(`${url}/bytes`);
    expect([bytes.headers.get('content-type'), Buffer.from(await bytes.arrayBuffer()).toString('hex')]).toEqual([
      'image/png',
      '89504e47',
    ]);
    const broken = await fetch(`${url}/broken`);
    expect([broken.status, await broken.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect((await fetch(`${url}/items`, { method: 'PUT' })).status).toBe(404);
  });

  it('answers browsers of the origins it allows', async () => {
    const preflight = await fetch(`${url}/items`, { method: 'OPTIONS', headers: { origin: 'https://site.example' } });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://site.example',
    ]);
    const foreign = await fetch(`${url}/plain`, { headers: { origin: 'https://other.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('has its requests in the journal', () => {
    expect(aws.journal.of('execute-api', 'DELETE')).toMatchObject([
      { status: 202, params: { path: expect.stringContaining('/items/7') } },
    ]);
  });
});
