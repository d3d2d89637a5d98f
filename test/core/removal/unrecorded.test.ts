import { describe, expect, it } from 'vitest';
import { unrecordedStacks } from '../../../core/removal/unrecorded.ts';

const services = new Set(['shop-api', 'shop']);
const names = (stacks: readonly string[], recorded: readonly string[] = [], stage?: string) =>
  unrecordedStacks({ stacks, services, recorded: new Set(recorded), stage });

describe('the stacks that no record claims', () => {
  it('G12 are those that are named as a preview of a known service', () => {
    expect(names(['shop-api-feature-x-0pvabcde', 'shop-feature-x-0pvabcde'])).toEqual([
      'shop-api-feature-x-0pvabcde',
      'shop-feature-x-0pvabcde',
    ]);
  });

  it('are none that a record claims', () => {
    expect(names(['shop-feature-x-0pvabcde'], ['shop-feature-x-0pvabcde'])).toEqual([]);
  });

  it('are none of a configured or a personal stage, and none of services that the ledger does not know', () => {
    expect(names(['shop-dev', 'shop-api-anna', 'other-feature-x-0pvabcde', 'shop', 'shop-'])).toEqual([]);
  });

  it('are those of one stage alone, of whatever service, where one is asked for', () => {
    const stacks = [
      'shop-feature-x-0pvabcde',
      'new-feature-x-0pvabcde',
      'shop-feature-y-0pvfghij',
      'shop-feature-x-0abcdef',
    ];
    expect(names(stacks, [], 'feature-x-0pvabcde')).toEqual(['shop-feature-x-0pvabcde', 'new-feature-x-0pvabcde']);
  });
});
