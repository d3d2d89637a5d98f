import { describe, expect, it } from 'vitest';
import { allows, check, hello, image, lambda, named, OF_FRAMEWORK, sam } from '../sample-subject.ts';

const described = (Description: unknown, config?: unknown) =>
  named('require-description', hello({ Description }), config);
const long = (length: number) => 'd'.repeat(length);

describe('I1 require-description', () => {
  it.each([30, 31, 255, 256])('lets a description of %i characters through', (length) => {
    expect(described(long(length))).toEqual([]);
  });

  it.each([0, 1, 29, 257, 300])('refuses one of %i characters', (length) => {
    expect(described(long(length))).toEqual(['hello']);
  });

  it.each([[{}], [undefined], [null]])('has the same limits with the configuration %j', (config) => {
    if (config === null && !allows('require-description', null)) return;
    expect(described(long(30), config)).toEqual([]);
    expect(described(long(29), config)).toEqual(['hello']);
    expect(described(long(257), config)).toEqual(['hello']);
  });

  it.each([
    [{ minLength: 50, maxLength: 100 }, 49, 50, 100, 101],
    [{ minLength: 5 }, 4, 5, 256, 257],
    [{ maxLength: 40 }, 29, 30, 40, 41],
  ])('takes the limits of %j, and the others as they are', (config, tooShort, shortest, longest, tooLong) => {
    expect(described(long(shortest), config)).toEqual([]);
    expect(described(long(longest), config)).toEqual([]);
    expect(described(long(tooShort), config)).toEqual(['hello']);
    expect(described(long(tooLong), config)).toEqual(['hello']);
  });

  it('refuses a function without a description', () => {
    expect(named('require-description', hello())).toEqual(['hello']);
    expect(named('require-description', { resources: { Raw: lambda(undefined) } })).toEqual(['Raw']);
    expect(
      named('require-description', { resources: { ImageLambdaFunction: image('x') }, configured: { image: {} } }),
    ).toEqual(['image']);
  });

  it('says how long it is and has to be', () => {
    const [finding] = check('require-description', hello({ Description: long(12) }));
    expect(finding).toMatchObject({ function: 'hello', resource: 'HelloLambdaFunction' });
    expect(`${finding?.what} ${finding?.fix}`).toMatch(/\b12\b/);
    expect(`${finding?.what} ${finding?.fix}`).toMatch(/\b30\b/);
  });

  it.each([
    { 'Fn::Join': [' ', ['Shows the shop', 'to the people who came']] },
    { 'Fn::Sub': 'Shows the shop to the people who came' },
    { 'Fn::If': ['A', long(30), long(40)] },
  ])('reads the description %j', (description) => {
    expect(described(description)).toEqual([]);
    expect(described(description, { minLength: 100 })).toEqual(['hello']);
  });

  it('refuses one of two branches', () => {
    expect(described({ 'Fn::If': ['A', long(30), 'short'] })).toEqual(['hello']);
  });

  it.each([{ Ref: 'Text' }, { 'Fn::ImportValue': 'text' }, { 'Fn::Sub': 'of ${AWS::StackName}' }])(
    'does not fall over %j',
    (description) => {
      expect(() => described(description)).not.toThrow();
    },
  );

  it('looks at functions of SAM', () => {
    expect(named('require-description', sam({ Description: long(30) }))).toEqual([]);
    expect(named('require-description', sam({}))).toEqual(['Hello']);
  });

  it('asks nothing of what the Serverless Framework adds', () => {
    expect(named('require-description', { resources: OF_FRAMEWORK })).toEqual([]);
  });

  it.each([[5], ['30'], [{ minLength: 'thirty' }], [{ minLength: -1 }], [{ minLenght: 30 }]])(
    'refuses the configuration %j',
    (config) => {
      expect(allows('require-description', config)).toBe(false);
    },
  );
});
