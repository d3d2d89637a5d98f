import { describe, expect, it } from 'vitest';
import { SAFEGUARD_IDS } from '../../../core/safeguards/catalogue.ts';
import { safeguardsOf } from '../../../core/safeguards/settings.ts';
import { read } from './read-settings.ts';

const HOLIDAY = { time: '2026-12-25', duration: 'P1D' };

describe('an entry of the list of safeguards', () => {
  it('may be a name', () => {
    expect(read('require-dlq')).toMatchObject({ id: 'require-dlq', title: 'require-dlq', level: 'error' });
    expect(read('require-dlq')).not.toHaveProperty('stages');
  });

  it.each([
    ['allowed-regions', ['us-east-1']],
    ['allowed-stages', '(dev|prod)'],
    ['required-stack-tags', { team: '[a-z]+' }],
    ['restricted-deploy-times', HOLIDAY],
    ['restricted-deploy-times', [HOLIDAY]],
    ['no-wild-iam-role-statements', ['xray:PutTraceSegments']],
    ['require-global-vpc', { minNumSubnets: 3 }],
    ['require-description', { minLength: 5, maxLength: 50 }],
  ])('may be a name with its configuration: %s', (id, config) => {
    const short = read({ [id]: config });
    expect(short).toMatchObject({ id, title: id, level: 'error' });
    expect(short).not.toHaveProperty('stages');
    expect(read({ [id]: { config } })).toEqual(short);
    expect(read({ safeguard: id, config })).toEqual(short);
    expect(short.config).toBeDefined();
  });

  it('may have its level and its stages beside its configuration', () => {
    const entry = { 'allowed-regions': { level: 'warning', stage: 'prod', config: ['us-east-1'] } };
    expect(read(entry)).toMatchObject({ id: 'allowed-regions', level: 'warning', stages: ['prod'] });
    expect(read(entry).config).toEqual(read({ 'allowed-regions': ['us-east-1'] }).config);
    expect(read({ 'require-dlq': { level: 'warning' } })).toMatchObject({ id: 'require-dlq', level: 'warning' });
    expect(read({ 'require-dlq': { level: 'error', stage: ['prod', 'pr-*'] } }).stages).toEqual(['prod', 'pr-*']);
  });

  it('may have its stages alone', () => {
    expect(read({ 'require-dlq': { stage: ['prod', 'pr-*'] } }).stages).toEqual(['prod', 'pr-*']);
    expect(read({ 'require-description': { stage: 'prod' } }).stages).toEqual(['prod']);
  });

  it("may be the Dashboard's, with all of its fields", () => {
    const entry = {
      title: 'Regions of the company',
      safeguard: 'allowed-regions',
      description: 'Only these are paid for',
      enforcementLevel: 'warning',
      stage: ['prod', 'qa'],
      config: ['us-east-1', 'us-west-2'],
    };
    expect(read(entry)).toMatchObject({
      id: 'allowed-regions',
      title: 'Regions of the company',
      description: 'Only these are paid for',
      level: 'warning',
      stages: ['prod', 'qa'],
    });
    expect(read({ ...entry, stage: 'prod' }).stages).toEqual(['prod']);
    expect(read({ ...entry, enforcementLevel: undefined }).level).toBe('error');
  });

  it("may be the Dashboard's with little in it", () => {
    const bare = read('require-dlq');
    expect(read({ safeguard: 'require-dlq' })).toEqual(bare);
    expect(read({ title: 'Queues', safeguard: 'require-dlq' })).toEqual({ ...bare, title: 'Queues' });
    const pasted = {
      title: '',
      safeguard: 'require-dlq',
      description: null,
      enforcementLevel: 'error',
      stage: null,
      config: null,
    };
    expect(read(pasted)).toEqual(bare);
  });

  it.each(['require-dlq', 'require-global-vpc', 'require-description'])('may have nothing behind the name %s', (id) => {
    expect(read({ [id]: null })).toEqual(read(id));
    expect(read({ [id]: {} })).toEqual(read(id));
    expect(read({ [id]: { config: null } })).toEqual(read(id));
  });

  it('tells a tag called stage or level from a setting', () => {
    const tags = (config: Record<string, string>) => read({ 'required-stack-tags': { config } }).config;
    const one = { stage: 'dev|prod', team: '.+' };
    const two = { stage: '.+', level: '.+', team: '.+' };
    for (const config of [one, two]) {
      const result = read({ 'required-stack-tags': config });
      expect(result).toMatchObject({ level: 'error', config: tags(config) });
      expect(result).not.toHaveProperty('stages');
    }
    expect(read({ 'required-stack-tags': { stage: '.+' } }).config).toEqual(tags({ stage: '.+' }));
    expect(read({ 'required-stack-tags': { level: '.+' } }).config).toEqual(tags({ level: '.+' }));
    const set = read({
      'required-stack-tags': { level: 'warning', stage: 'prod', config: { stage: '.+', level: '.+' } },
    });
    expect(set).toMatchObject({ level: 'warning', stages: ['prod'], config: tags({ stage: '.+', level: '.+' }) });
    expect(read({ safeguard: 'required-stack-tags', config: { stage: '.+' } }).config).toEqual(tags({ stage: '.+' }));
  });

  it('may be the policy of a user', () => {
    expect(read({ javascript: { path: 'policies/names.js', config: { max: 2 } } })).toMatchObject({ id: 'javascript' });
    expect(read({ safeguard: 'javascript', config: { path: 'policies/names.js' } })).toMatchObject({
      id: 'javascript',
    });
  });
});

describe('the safeguards of a stage', () => {
  const ids = (entries: readonly unknown[], kind: 'configured' | 'preview' | 'personal') =>
    safeguardsOf(entries, { name: 'dev', kind }).map(({ id }) => id);

  it.each(['configured', 'preview', 'personal'] as const)('always look for variables in a %s stage', (kind) => {
    expect(ids([], kind)).toContain('no-unresolved-variables');
    expect(ids(['no-unresolved-variables'], kind).filter((id) => id === 'no-unresolved-variables')).toHaveLength(1);
  });

  it('keep the data of configured stages without being asked', () => {
    const [found] = safeguardsOf([], { name: 'prod', kind: 'configured' }).filter(
      ({ id }) => id === 'no-stateful-replacement',
    );
    expect(found).toMatchObject({ level: 'error' });
    expect(ids([], 'preview')).not.toContain('no-stateful-replacement');
    expect(ids(['no-stateful-replacement'], 'preview')).toContain('no-stateful-replacement');
  });

  it('are those of the list, each as often as it stands there', () => {
    const list = ['require-dlq', { 'allowed-stages': 'dev' }, { 'allowed-stages': { stage: 'prod', config: 'prod' } }];
    expect(ids(list, 'preview').filter((id) => id !== 'no-unresolved-variables')).toEqual([
      'require-dlq',
      'allowed-stages',
      'allowed-stages',
    ]);
  });

  it('are the sixteen of Serverless Framework Pro, and our own', () => {
    expect(SAFEGUARD_IDS).toEqual(
      expect.arrayContaining([
        'allowed-function-names',
        'require-global-vpc',
        'javascript',
        'stage-in-names',
        'max-resources',
      ]),
    );
  });
});
