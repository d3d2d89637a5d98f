import { describe, expect, it } from 'vitest';
import { allows, check } from '../sample-subject.ts';

const inRegion = (region: string, list: unknown) => check('allowed-regions', { region }, list);

describe('I1 allowed-regions', () => {
  it.each(['us-east-1', 'eu-central-1'])('lets %s through, which is in the list', (region) => {
    expect(inRegion(region, ['us-east-1', 'eu-central-1'])).toEqual([]);
  });

  it.each(['us-west-2', 'us-east-2', 'us-gov-east-1', 'us-east-11', 'us-east', 'US-EAST-1', ''])(
    'refuses %j, which is not',
    (region) => {
      expect(inRegion(region, ['us-east-1', 'eu-central-1'])).toHaveLength(1);
    },
  );

  it('says which region it is, and which may be', () => {
    const [finding] = inRegion('us-west-2', ['us-east-1', 'eu-central-1']);
    expect(finding?.what).toContain('us-west-2');
    expect(`${finding?.what} ${finding?.fix}`).toMatch(/us-east-1.*eu-central-1/);
  });

  it.each(['us-east-1,us-west-2', 'xus-west-2x', 'not us-west-2'])('does not look for the region within %j', (text) => {
    if (allows('allowed-regions', text)) {
      expect(inRegion('us-west-2', text)).toHaveLength(1);
    }
  });

  it.each([[undefined], [null], [5], [{}], [[5]], [['us-east-1', null]]])('refuses the configuration %j', (list) => {
    expect(allows('allowed-regions', list)).toBe(false);
  });
});
