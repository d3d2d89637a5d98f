import { describe, expect, it } from 'vitest';
import { allows, check, hello, image, lambda, named, OF_FRAMEWORK, sam } from '../sample-subject.ts';

const STANDARD = '${SERVICE}-${STAGE}-${FUNCTION}';
/** A service with one function of this name. */
const functionCalled = (name: unknown) => hello({ FunctionName: name });
const names = (sample: Parameters<typeof named>[1], pattern = STANDARD) =>
  named('allowed-function-names', sample, pattern);

describe('I1 allowed-function-names', () => {
  it('lets through the names that the Serverless Framework gives', () => {
    const sample = {
      resources: {
        HelloLambdaFunction: lambda('shop-api-dev-hello'),
        OnDashuploadLambdaFunction: lambda('shop-api-dev-on-upload'),
        OnUnderscoretopicLambdaFunction: lambda('shop-api-dev-on_topic'),
        ImageLambdaFunction: image('shop-api-dev-image'),
      },
      configured: { hello: {}, 'on-upload': {}, on_topic: {}, image: {} },
    };
    expect(names(sample)).toEqual([]);
  });

  it('names each function that is called otherwise', () => {
    const sample = {
      resources: {
        HelloLambdaFunction: lambda('hello'),
        OnDashuploadLambdaFunction: lambda('shop-api-dev-upload'),
        ImageLambdaFunction: image('image'),
        WorkerLambdaFunction: lambda('shop-api-dev-worker'),
      },
      configured: { hello: {}, 'on-upload': {}, image: {}, worker: {} },
    };
    expect(names(sample)).toEqual(['hello', 'image', 'on-upload']);
    expect(check('allowed-function-names', sample, STANDARD)[0]).toMatchObject({
      function: 'hello',
      resource: 'HelloLambdaFunction',
    });
  });

  it.each([
    ['shop-api-dev-hello-2', STANDARD],
    ['my-shop-api-dev-hello', STANDARD],
    ['shop-api-dev-hello\n', STANDARD],
    ['my-dev-hello', 'dev-hello|prod-hello'],
    ['prod-hello-2', 'dev-hello|prod-hello'],
    ['shop-api-dev-HELLO', STANDARD],
    ['shop-api-prod-hello', STANDARD],
  ])('holds the whole of %j against %s', (name, pattern) => {
    expect(names(functionCalled(name), pattern)).toEqual(['hello']);
  });

  it.each([
    ['dev_shop-api_hello', '${STAGE}_${SERVICE}_${FUNCTION}'],
    ['dev-hello', 'dev-hello|prod-hello'],
    ['prod-hello', 'dev-hello|prod-hello'],
    ['shop-api-dev-hello-v2', '${SERVICE}-${STAGE}-${FUNCTION}(-v[0-9]+)?'],
    ['hello-hello', '${FUNCTION}-${FUNCTION}'],
  ])('lets %s through by %s', (name, pattern) => {
    expect(names(functionCalled(name), pattern)).toEqual([]);
  });

  it.each(['shop.api', 'shop+api', 'shop(api', 'shop[api', 'shop$&api', 'shop\\dapi', 'shop*'])(
    'takes the service %s for its characters, not for a pattern',
    (service) => {
      expect(names({ ...functionCalled(`${service}-dev-hello`), service })).toEqual([]);
      expect(names({ ...functionCalled('shopXapi-dev-hello'), service })).toEqual(['hello']);
    },
  );

  it('takes the stage for its characters as well', () => {
    const stage = 'feature.x';
    expect(names({ ...functionCalled('shop-api-feature.x-hello'), stage })).toEqual([]);
    expect(names({ ...functionCalled('shop-api-featureXx-hello'), stage })).toEqual(['hello']);
  });

  it.each(['${globalThis.wasRun = true}', '`${globalThis.wasRun = true}`', "'); globalThis.wasRun = true; ('"])(
    'never runs %s',
    (pattern) => {
      try {
        names(functionCalled('shop-api-dev-hello'), pattern);
      } catch {
        // A pattern that cannot be read may be refused.
      }
      expect(globalThis).not.toHaveProperty('wasRun');
    },
  );

  it('does not fall over a function without a name, and does not let it through', () => {
    const sample = { resources: { HelloLambdaFunction: lambda(undefined) }, configured: { hello: {} } };
    expect(names(sample)).toEqual(['hello']);
  });

  it.each([
    { 'Fn::Join': ['-', ['shop-api', 'dev', 'hello']] },
    { 'Fn::Sub': 'shop-api-dev-hello' },
    { 'Fn::Sub': ['shop-api-${Stage}-hello', { Stage: 'dev' }] },
    { 'Fn::If': ['IsProd', 'shop-api-dev-hello', { 'Fn::Join': ['-', ['shop-api-dev', 'hello']] }] },
  ])('reads the name %j', (name) => {
    expect(names(functionCalled(name))).toEqual([]);
    expect(names(functionCalled(name), 'other')).toEqual(['hello']);
  });

  it('finds a name that is not allowed in one of two branches', () => {
    expect(names(functionCalled({ 'Fn::If': ['IsProd', 'shop-api-dev-hello', 'hello'] }))).toEqual(['hello']);
  });

  it.each([
    { Ref: 'NameOfFunction' },
    { 'Fn::ImportValue': 'name' },
    { 'Fn::FindInMap': ['Names', { Ref: 'AWS::Region' }, 'Hello'] },
    { 'Fn::Select': [0, { 'Fn::Split': ['-', { Ref: 'AWS::StackName' }] }] },
  ])('does not fall over the name %j', (name) => {
    expect(() => names(functionCalled(name))).not.toThrow();
  });

  it('asks nothing of what the Serverless Framework adds', () => {
    expect(names({ resources: OF_FRAMEWORK }, '${SERVICE}-${STAGE}-hello')).toEqual([]);
  });

  it('looks at functions of SAM', () => {
    expect(names(sam({ FunctionName: 'shop' }), 'shop')).toEqual([]);
    expect(names(sam({ FunctionName: 'shop-2' }), 'shop')).toEqual(['Hello']);
  });

  it.each(['(', '[a', '*'])('refuses the pattern %s in the configuration', (pattern) => {
    expect(allows('allowed-function-names', pattern)).toBe(false);
  });

  it('needs a pattern', () => {
    expect(allows('allowed-function-names', undefined)).toBe(false);
    expect(allows('allowed-function-names', null)).toBe(false);
  });
});
