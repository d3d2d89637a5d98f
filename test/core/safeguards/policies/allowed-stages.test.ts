import { describe, expect, it } from 'vitest';
import { allows, check } from '../sample-subject.ts';

const inStage = (stage: string, config: unknown) => check('allowed-stages', { stage }, config);
const PATTERN = '(prod|qa|dev-.*)';

describe('I1 allowed-stages', () => {
  it.each(['prod', 'dev'])('lets %s through, which is in the list', (stage) => {
    expect(inStage(stage, ['prod', 'dev'])).toEqual([]);
  });

  it.each(['preprod', 'prod2', 'pro', 'devprod', 'Prod', 'pr-1-0pv3fa9c'])('refuses %s, which is not', (stage) => {
    expect(inStage(stage, ['prod', 'dev'])).toHaveLength(1);
  });

  it.each(['prod', 'qa', 'dev-', 'dev-pr-1-0pv3fa9c'])('lets %s through by an expression', (stage) => {
    expect(inStage(stage, PATTERN)).toEqual([]);
  });

  it.each(['preprod', 'qa2', 'my-dev-1', 'dev'])('holds the whole of %s against an expression', (stage) => {
    expect(inStage(stage, PATTERN)).toHaveLength(1);
  });

  it.each([
    ['preprod', 'prod'],
    ['production', 'prod'],
    ['prod2', 'prod|qa'],
    ['my-qa', 'prod|qa'],
    ['preprod', '^dev|prod$'],
  ])('does not let %s through by the plain text %s', (stage, pattern) => {
    expect(inStage(stage, pattern)).toHaveLength(1);
  });

  it('takes what is in a list for its characters', () => {
    expect(inStage('dev-1', ['dev-.*'])).toHaveLength(1);
  });

  it('says which stage it is', () => {
    expect(inStage('preprod', ['prod'])[0]?.what).toContain('preprod');
  });

  it.each([[undefined], [null], [5], [[5]], [{}], ['(']])('refuses the configuration %j', (config) => {
    expect(allows('allowed-stages', config)).toBe(false);
  });
});
