import { describe, expect, it } from 'vitest';
import type { EffectiveProfile } from '../../../core/configuration/effective.ts';
import { givenParameters, type NeedsParts, needsLine, otherReferences } from '../../../core/promote/needs.ts';
import type { Service } from '../../../core/service/definition.ts';
import { findReferences } from '../service/found-references.ts';

const PROFILE = {
  name: 'prod',
  region: 'us-east-1',
  regions: ['us-east-1'],
  environment: 'prod',
  parameters: {
    env: 'prod',
    key: { ssm: '/shop/prod/key' },
    other: { ssm: '/else/other' },
    hidden: { secret: 'HIDDEN' },
  },
  parametersPath: '/shop/prod/',
  exportEnv: [],
  requireParameters: true,
  sessionDuration: 3600,
} satisfies EffectiveProfile;
const ALL = { below: ['/shop/prod/key', '/shop/prod/nested/token'], referenced: ['/else/other'] };
const given = (ssm: Partial<typeof ALL> = {}, profile: EffectiveProfile = PROFILE) =>
  givenParameters(profile, { ...ALL, ...ssm });

const service = (key: string, text: string): Service => ({
  key,
  path: key,
  dependsOn: [],
  triggers: [],
  shared: false,
  composeParams: {},
  name: `shop-${key}`,
  makesRole: true,
  isProgram: false,
  stackName: undefined,
  exports: [],
  functionNames: [],
  hasCode: true,
  includes: [],
  reads: findReferences({ text }),
});
const line = (text: string, more: Partial<NeedsParts> = {}) =>
  needsLine({
    from: 'staging',
    to: 'prod',
    services: [service('api', text), service('db', '')],
    keys: ['api', 'db', 'mail'],
    given: { from: given({ below: [...ALL.below, '/shop/prod/fresh'] }), to: given() },
    present: new Set(['api', 'db']),
    outputs: [],
    unseen: [],
    ...more,
  });

describe('what a profile gives', () => {
  it('is what it names, and what is below its path', () => {
    expect([...given().names].sort()).toEqual(['env', 'hidden', 'key', 'nested/token', 'other']);
    expect(otherReferences(PROFILE)).toEqual(['/else/other']);
    expect(given().missing).toEqual([]);
  });

  it('lacks what is not in SSM', () => {
    expect(given({ referenced: [] }).missing).toEqual(['/else/other']);
    expect(given({ below: [] })).toMatchObject({ missing: ['/shop/prod/key'], emptyPath: '/shop/prod/' });
    expect(given({ below: [] }, { ...PROFILE, requireParameters: false }).emptyPath).toBeUndefined();
  });
});

describe('what services need', () => {
  it('is there: parameters, outputs of services that the stage gets, and names that it cannot look at', () => {
    const { answer, text } = line("${param:key} ${param:db.table} ${param:own} ${param:fresh, 'none'}");
    expect(answer).toBe('passed');
    expect(text).toMatch(/cannot be looked at: HIDDEN/);
  });

  it.each<[what: string, text: string, more: Partial<NeedsParts>, detail: RegExp]>([
    [
      'a parameter that staging has',
      '${param:fresh}',
      {},
      /^api reads \$\{param:fresh\}, which staging has and prod lacks$/,
    ],
    [
      'a service that prod does not get',
      '${param:mail.url}',
      {},
      /^api reads \$\{param:mail\.url\}, and prod has no mail$/,
    ],
    [
      'an SSM parameter',
      '',
      { given: { from: undefined, to: given({ referenced: [] }) } },
      /^\/else\/other is not in SSM/,
    ],
    [
      'everything below the path',
      '',
      { given: { from: undefined, to: given({ below: [] }) } },
      /nothing is below \/shop\/prod\//,
    ],
    ['an output of others', '', { outputs: ['api reads ${output:x.y}, which …'] }, /output:x\.y/],
  ])('is missing: %s', (_what, text, more, detail) => {
    const found = line(text, more);
    expect(found).toMatchObject({ answer: 'failed', code: 'E_NEEDS_MISSING' });
    expect(found.liftedBy).toBeUndefined();
    expect(found.details?.some((one) => detail.test(one))).toBe(true);
  });

  it('is not said to be there if somebody could not look', () => {
    expect(line('${param:key}', { unseen: ['the parameters of staging: no right'] })).toMatchObject({
      answer: 'not-asked',
      details: ['the parameters of staging: no right'],
    });
  });
});
