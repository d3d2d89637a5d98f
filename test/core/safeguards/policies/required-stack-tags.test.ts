import { describe, expect, it } from 'vitest';
import { allows, check } from '../sample-subject.ts';

/** The tags that a policy has something against. */
function wrong(stackTags: Readonly<Record<string, string>>, config: unknown): string[] {
  const findings = check('required-stack-tags', { stackTags }, config);
  const tags = Object.keys(config as object).filter((tag) => findings.some(({ what }) => what.includes(tag)));
  if (tags.length !== findings.length) throw new Error(`each finding names a tag: ${JSON.stringify(findings)}`);
  return tags;
}

describe('I1 required-stack-tags', () => {
  it('lets tags through that are there and match', () => {
    expect(wrong({ STAGE: 'dev', team: 'shop', cost: '4711' }, { team: '[a-z]+', cost: '\\d+' })).toEqual([]);
    expect(wrong({ STAGE: 'dev' }, { STAGE: 'dev|prod' })).toEqual([]);
    expect(wrong({ note: '' }, { note: '.*' })).toEqual([]);
  });

  it('names each tag that is missing or does not match', () => {
    expect(wrong({ team: 'Shop' }, { team: '[a-z]+', cost: '.*' })).toEqual(['team', 'cost']);
    expect(wrong({}, { team: '.*' })).toEqual(['team']);
  });

  it.each([
    ['preprod', 'prod'],
    ['production', 'prod'],
    ['prod-2', 'dev|prod'],
    ['my-dev', 'dev|prod'],
    ['prod\n', 'prod'],
    ['', '.+'],
  ])('holds the whole of %j against %j', (value, pattern) => {
    expect(wrong({ env: value }, { env: pattern })).toEqual(['env']);
  });

  it('tells tags apart by case, as CloudFormation does', () => {
    expect(wrong({ Team: 'shop' }, { team: '.*' })).toEqual(['team']);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('misses the tag %s where there is none', (tag) => {
    expect(wrong({ team: 'shop' }, { [tag]: '.*' })).toEqual([tag]);
  });

  it('knows tags with unusual names', () => {
    const name = 'shop:cost.center/1+(a)';
    expect(wrong({ [name]: 'x' }, { [name]: 'x' })).toEqual([]);
    expect(wrong({ 'shop:cost-center/1+(a)': 'x' }, { [name]: 'x' })).toEqual([name]);
  });

  it('does not fall over a tag that is a number', () => {
    expect(wrong({ cost: '4711' }, { cost: '[0-9]{4}' })).toEqual([]);
    expect(() => wrong({ cost: 4711 as unknown as string }, { cost: '[0-9]{4}' })).not.toThrow();
  });

  it.each([[undefined], [null], [5], ['team'], [['team']], [{ team: '(' }], [{ team: null }], [{ team: ['a'] }]])(
    'refuses the configuration %j',
    (config) => {
      expect(allows('required-stack-tags', config)).toBe(false);
    },
  );
});
