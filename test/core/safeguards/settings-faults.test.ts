import { describe, expect, it } from 'vitest';
import { safeguardsOf } from '../../../core/safeguards/settings.ts';
import { faults } from './read-settings.ts';

describe('a fault in the list of safeguards', () => {
  it.each([
    ['require-dql', 'require-dlq'],
    ['allowed-runtime', 'allowed-runtimes'],
    ['no-secrets-env-vars', 'no-secret-env-vars'],
    ['require-cfnrole', 'require-cfn-role'],
  ])('is the name %s, for which it suggests %s', (typed, meant) => {
    expect(faults(typed).text).toContain(meant);
    expect(faults({ [typed]: { level: 'warning' } }).text).toContain(meant);
    const dashboard = faults({ safeguard: typed });
    expect(dashboard.text).toContain(meant);
    expect(dashboard.paths).toEqual(['safeguard']);
  });

  it.each([
    [{ 'require-dlq': { level: 'eror' } }, 'require-dlq.level'],
    [{ 'require-dlq': { level: 'error', stage: 5 } }, 'require-dlq.stage'],
    [{ 'require-global-vpc': { minNumSubnets: 'two' } }, 'require-global-vpc.minNumSubnets'],
    [{ 'require-global-vpc': { config: { minNumSubnets: 'two' } } }, 'require-global-vpc.config.minNumSubnets'],
    [
      { 'require-global-vpc': { level: 'error', config: { minNumSubnet: 2 } } },
      'require-global-vpc.config.minNumSubnet',
    ],
    [{ 'allowed-regions': ['us-east-1', 5] }, 'allowed-regions'],
    [{ 'allowed-regions': { config: ['us-east-1', 5] } }, 'allowed-regions.config'],
    [{ 'required-stack-tags': { team: '(' } }, 'required-stack-tags.team'],
    [{ safeguard: 'require-dlq', enforcementLevel: 'fatal' }, 'enforcementLevel'],
    [{ safeguard: 'require-dlq', stage: [5] }, 'stage'],
    [{ safeguard: 'require-dlq', titel: 'Queues' }, 'titel'],
    [{ safeguard: 'require-global-vpc', config: { minNumSubnets: 'two' } }, 'config.minNumSubnets'],
    [{ safeguard: 'allowed-regions', config: ['us-east-1', 5] }, 'config'],
  ])('in %j is at %s', (entry, path) => {
    const [found] = faults(entry).paths;
    expect(found === path || found?.startsWith(`${path}.`)).toBe(true);
  });

  it.each([
    'allowed-regions',
    'allowed-stages',
    'allowed-runtimes',
    'framework-version',
    'required-stack-tags',
    'javascript',
  ])('is %s without its configuration', (id) => {
    expect(faults(id).paths).toHaveLength(1);
    expect(faults({ [id]: null }).paths[0]).toMatch(id);
    expect(faults({ safeguard: id }).paths).toHaveLength(1);
  });

  it.each([[null], [5], [true], [[]], [{}], [''], [{ 'require-dlq': null, 'require-cfn-role': null }]])(
    'is the entry %j',
    (entry) => {
      expect(faults(entry).paths.length).toBeGreaterThan(0);
    },
  );

  it.each(['constructor', '__proto__', 'toString'])('is the name %s', (name) => {
    expect(faults(name).paths).toHaveLength(1);
  });

  it('is a level or a stage of no-unresolved-variables, which may not be switched off', () => {
    for (const entry of [
      { 'no-unresolved-variables': { level: 'warning' } },
      { 'no-unresolved-variables': { stage: 'prod' } },
      { safeguard: 'no-unresolved-variables', enforcementLevel: 'warning' },
    ]) {
      const always = safeguardsOf([entry], { name: 'feature-0pvabcde', kind: 'preview' }).filter(
        ({ id }) => id === 'no-unresolved-variables',
      );
      expect(always.some(({ level, stages }) => level === 'error' && stages === undefined)).toBe(true);
    }
  });
});
