import { describe, expect, it } from 'vitest';
import { allows, check, hello, image, lambda, named, sam } from '../sample-subject.ts';

const withRuntime = (runtime: unknown) => hello({ Runtime: runtime });
const names = (sample: Parameters<typeof named>[1], config: unknown) => named('allowed-runtimes', sample, config);

describe('I1 allowed-runtimes', () => {
  it('lets through what is in the list', () => {
    expect(names(withRuntime('nodejs22.x'), ['nodejs22.x', 'python3.13'])).toEqual([]);
    expect(names(withRuntime('python3.13'), ['nodejs22.x', 'python3.13'])).toEqual([]);
  });

  it('names each function with another runtime, and the runtime', () => {
    const sample = {
      resources: {
        HelloLambdaFunction: lambda('a'),
        WorkerLambdaFunction: lambda('b', { Runtime: 'python3.13' }),
        Raw: lambda('c', { Runtime: 'ruby3.4' }),
      },
      configured: { hello: {}, worker: {} },
    };
    expect(names(sample, ['nodejs22.x'])).toEqual(['Raw', 'worker']);
    const [finding] = check('allowed-runtimes', sample, ['nodejs22.x']);
    expect(finding).toMatchObject({ function: 'worker', resource: 'WorkerLambdaFunction' });
    expect(finding?.what).toContain('python3.13');
  });

  it.each([
    ['nodejs22.x', 'node.*'],
    ['nodejs22.x', 'nodejs(20|22)\\.x|python3\\..*'],
    ['python3.13', 'nodejs(20|22)\\.x|python3\\..*'],
  ])('lets %s through by the expression %s', (runtime, pattern) => {
    expect(names(withRuntime(runtime), pattern)).toEqual([]);
  });

  it.each([
    ['nodejs22.x', 'nodejs'],
    ['nodejs22.x', 'js22.x'],
    ['python3.13', 'node.*'],
    ['python3.13', 'python3|nodejs22\\.x'],
    ['nodejs22.x-2', 'python3|nodejs22\\.x'],
  ])('holds the whole of %s against the expression %s', (runtime, pattern) => {
    expect(names(withRuntime(runtime), pattern)).toEqual(['hello']);
  });

  it('takes what is in a list for its characters', () => {
    expect(names(withRuntime('nodejs22ax'), ['nodejs22.x'])).toEqual(['hello']);
    expect(names(withRuntime('nodejs22.x'), ['node.*'])).toEqual(['hello']);
  });

  it('asks nothing of images, which have a runtime of their own', () => {
    const { Properties } = image('x');
    const withoutType = { Type: 'AWS::Lambda::Function', Properties: { ...Properties, PackageType: undefined } };
    expect(
      names({ resources: { HelloLambdaFunction: image('x') }, configured: { hello: {} } }, ['nodejs22.x']),
    ).toEqual([]);
    expect(names({ resources: { Raw: withoutType } }, ['nodejs22.x'])).toEqual([]);
    expect(names(sam({ PackageType: 'Image', Handler: undefined, ImageUri: 'x' }), ['nodejs22.x'])).toEqual([]);
    expect(names(sam({ Handler: undefined }, { PackageType: 'Image' }), ['nodejs22.x'])).toEqual([]);
  });

  it('looks at functions of SAM, whose runtime may be that of all', () => {
    expect(names(sam({ Runtime: 'python3.9' }), ['nodejs22.x'])).toEqual(['Hello']);
    expect(names(sam({}, { Runtime: 'python3.9' }), ['nodejs22.x'])).toEqual(['Hello']);
    expect(names(sam({ Runtime: 'nodejs22.x' }, { Runtime: 'python3.9' }), ['nodejs22.x'])).toEqual([]);
  });

  it('finds what is not allowed in one of two branches, however deep', () => {
    const either = { 'Fn::If': ['A', 'nodejs22.x', { 'Fn::If': ['B', 'python3.9', { Ref: 'AWS::NoValue' }] }] };
    expect(names(withRuntime(either), ['nodejs22.x'])).toEqual(['hello']);
    expect(names(withRuntime({ 'Fn::If': ['A', 'nodejs22.x', 'nodejs24.x'] }), ['nodejs22.x', 'nodejs24.x'])).toEqual(
      [],
    );
  });

  it.each([
    [{ 'Fn::Join': ['', ['nodejs', '22', '.x']] }],
    [{ 'Fn::Sub': 'nodejs22.x' }],
    [{ 'Fn::Sub': ['nodejs${Major}.x', { Major: '22' }] }],
  ])('reads the runtime %j', (runtime) => {
    expect(names(withRuntime(runtime), ['nodejs22.x'])).toEqual([]);
    expect(names(withRuntime(runtime), ['nodejs24.x'])).toEqual(['hello']);
  });

  it('looks into nested templates, and says which', () => {
    const nested = [{ name: 'nested.json', template: { Resources: { Inner: lambda('x', { Runtime: 'python3.9' }) } } }];
    expect(check('allowed-runtimes', { nested }, ['nodejs22.x'])[0]?.resource).toBe('Inner');
  });

  it.each([[undefined], [null], [5], [[5]], [{}], ['(']])('refuses the configuration %j', (config) => {
    expect(allows('allowed-runtimes', config)).toBe(false);
  });
});
