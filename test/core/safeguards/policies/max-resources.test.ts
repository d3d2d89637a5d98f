import { describe, expect, it } from 'vitest';
import { check, lambda, type Sample } from '../sample-subject.ts';

const many = (count: number, item: (index: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`Item${index}`, item(index)]));
const topics = (count: number) => many(count, () => ({ Type: 'AWS::SNS::Topic' }));
const outputs = (count: number) => many(count, () => ({ Value: 'x' }));
const parameters = (count: number) => many(count, () => ({ Type: 'String', Default: 'x' }));
const mappings = (count: number) => many(count, () => ({ a: { b: 'c' } }));
/** One resource with about so many bytes. */
const ofSize = (bytes: number) => ({ Big: { Type: 'AWS::SSM::Parameter', Properties: { Value: 'x'.repeat(bytes) } } });

/** What a template comes to. */
function verdict(sample: Sample): 'passes' | 'warning' | 'error' {
  const levels = check('max-resources', sample).map(({ level }) => level ?? 'error');
  return levels.length === 0 ? 'passes' : levels.includes('error') ? 'error' : 'warning';
}

describe('I1 max-resources', () => {
  it.each([
    [0, 'passes'],
    [399, 'passes'],
    [400, 'warning'],
    [500, 'warning'],
    [501, 'error'],
    [1000, 'error'],
  ] as const)('%i resources: %s', (count, expected) => {
    expect(verdict({ resources: topics(count) })).toBe(expected);
  });

  it.each([
    [159, 'passes'],
    [160, 'warning'],
    [200, 'warning'],
    [201, 'error'],
  ] as const)('%i outputs, parameters or mappings: %s', (count, expected) => {
    expect(verdict({ template: { Outputs: outputs(count) } }), 'outputs').toBe(expected);
    expect(verdict({ template: { Parameters: parameters(count) } }), 'parameters').toBe(expected);
    expect(verdict({ template: { Mappings: mappings(count) } }), 'mappings').toBe(expected);
  });

  it.each([
    [600_000, 'passes'],
    [900_000, 'warning'],
    [1_200_000, 'error'],
  ] as const)('a template of %i bytes: %s', (bytes, expected) => {
    expect(verdict({ resources: ofSize(bytes) })).toBe(expected);
  });

  it('says how many there are, and how many may be', () => {
    const [finding] = check('max-resources', { resources: topics(501) });
    expect(finding?.what).toContain('501');
    expect(finding?.what).toContain('500');
  });

  it('counts each template by itself', () => {
    const nested = (count: number) => [{ name: 'nested.json', template: { Resources: topics(count) } }];
    expect(verdict({ resources: topics(300), nested: nested(300) })).toBe('passes');
    expect(verdict({ resources: topics(1), nested: nested(450) })).toBe('warning');
    expect(verdict({ resources: topics(1), nested: nested(501) })).toBe('error');
    expect(check('max-resources', { nested: nested(501) })[0]?.what).toContain('nested.json');
  });

  it('counts resources of all types', () => {
    const resources = many(501, (index) => (index % 2 === 0 ? lambda(`f${index}`) : { Type: 'Custom::Thing' }));
    expect(verdict({ resources })).toBe('error');
  });
});
