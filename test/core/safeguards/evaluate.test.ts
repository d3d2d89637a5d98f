import { describe, expect, it } from 'vitest';
import { blockedError } from '../../../core/safeguards/blocked.ts';
import type { Safeguard } from '../../../core/safeguards/entry.ts';
import { type Evaluation, evaluate, type SafeguardResult } from '../../../core/safeguards/evaluate.ts';
import { safeguardsOf } from '../../../core/safeguards/settings.ts';
import type { Waiver } from '../../../core/safeguards/waiver.ts';
import { random } from './sample-credentials.ts';
import { hello, lambda, sampleSubject } from './sample-subject.ts';

/** Two functions of which none has a description; `hello` has the wrong runtime too. */
const SUBJECT = sampleSubject({
  resources: { HelloLambdaFunction: lambda('a', { Runtime: 'python3.13' }), WorkerLambdaFunction: lambda('b') },
  configured: { hello: {}, worker: {} },
});
const list = (...entries: unknown[]): Safeguard[] =>
  safeguardsOf(entries, { name: 'feature-0pvabcde', kind: 'preview' }).filter(
    ({ id }) => id !== 'no-unresolved-variables',
  );
function results(safeguards: readonly Safeguard[], overrides: Partial<Evaluation> = {}) {
  return evaluate({ subject: SUBJECT, service: 'api', safeguards, waivers: [], foreign: new Map(), ...overrides });
}
const blocks = (found: readonly SafeguardResult[]) => blockedError('api', found) !== undefined;
const waiver = (overrides: Partial<Waiver> = {}): Waiver => ({
  safeguard: 'require-description',
  owner: 'team-shop',
  reason: 'texts come with the next release',
  until: '2026-12-31',
  ...overrides,
});
const DESCRIPTION = list('require-description');

describe('a safeguard', () => {
  it('passes, warns or fails by its level', () => {
    const found = results(
      list('forbid-s3-http-access', 'require-description', { 'require-cfn-role': { level: 'warning' } }),
    );
    expect(found.map(({ status }) => status)).toEqual(['passed', 'failed', 'warned']);
    expect(found.map(({ findings }) => findings.length)).toEqual([0, 2, 1]);
    expect(found[1]?.findings.map(({ level }) => level)).toEqual(['error', 'error']);
    expect(found[2]?.findings.map(({ level }) => level)).toEqual(['warning']);
    expect(blocks(found)).toBe(true);
  });

  it('blocks only as an error', () => {
    expect(blocks(results(list({ 'require-description': { level: 'warning' } })))).toBe(false);
    expect(blocks(results(list('forbid-s3-http-access')))).toBe(false);
    expect(blocks(results([]))).toBe(false);
  });

  it('that only warns of something does not block, though it is an error', () => {
    const subject = sampleSubject({ ...hello({ Runtime: 'nodejs20.x' }), now: '2026-03-15T12:00:00Z' });
    const [found] = results(list('deprecated-runtimes'), { subject });
    expect(found).toMatchObject({ status: 'warned', findings: [{ level: 'warning' }] });
  });

  it('is shown with its title and description', () => {
    const [found] = results(
      list({ safeguard: 'require-cfn-role', title: 'Roles', description: 'Ask the platform team' }),
    );
    expect(found).toMatchObject({ id: 'require-cfn-role', title: 'Roles', description: 'Ask the platform team' });
  });

  it('is evaluated whatever the others come to, in their order', () => {
    const safeguards = list(
      'require-description',
      'require-cfn-role',
      { 'allowed-stages': 'prod' },
      'no-public-bucket',
    );
    expect(results(safeguards).map(({ id, status }) => `${id}: ${status}`)).toEqual([
      'require-description: failed',
      'require-cfn-role: failed',
      'allowed-stages: failed',
      'no-public-bucket: passed',
    ]);
  });

  it('may stand there twice, with two configurations', () => {
    const found = results(
      list({ 'allowed-stages': 'dev' }, { 'allowed-stages': { level: 'warning', config: 'prod' } }),
    );
    expect(found.map(({ status }) => status)).toEqual(['passed', 'warned']);
  });
});

describe('a safeguard of some stages', () => {
  const scoped = (stage: unknown) => list({ safeguard: 'require-description', stage });
  const inStage = (stage: string, scope: unknown) =>
    results(scoped(scope), { subject: sampleSubject({ ...hello(), stage }) })[0];

  it.each([
    ['prod', 'prod'],
    ['prod', ['qa', 'prod']],
    ['pr-1-0pv3fa9c', 'pr-*'],
  ])('is evaluated in %s for %j', (stage, scope) => {
    expect(inStage(stage, scope)).toMatchObject({ status: 'failed' });
  });

  it.each([
    ['preprod', 'prod'],
    ['prod2', 'prod'],
    ['dev', ['qa', 'prod']],
  ])('is skipped in %s for %j, and says why', (stage, scope) => {
    const found = inStage(stage, scope);
    expect(found).toMatchObject({ status: 'skipped', findings: [], reason: expect.stringMatching(/\S/) });
    expect(blocks(found === undefined ? [] : [found])).toBe(false);
  });
});

describe('a waiver', () => {
  it('lets all findings through, and is shown with them', () => {
    const [found] = results(DESCRIPTION, { waivers: [waiver()] });
    expect(found?.status).toBe('waived');
    expect(found?.findings).toHaveLength(2);
    expect(found?.findings[0]?.waiver).toEqual({
      owner: 'team-shop',
      reason: 'texts come with the next release',
      until: '2026-12-31',
      hasExpired: false,
    });
    expect(blocks(found === undefined ? [] : [found])).toBe(false);
  });

  it('of one resource lets the others fail', () => {
    const [found] = results(DESCRIPTION, { waivers: [waiver({ resource: 'hello' })] });
    expect(found?.status).toBe('failed');
    expect(found?.findings.map(({ waiver: of }) => of !== undefined)).toEqual([true, false]);
  });

  it('that has expired lets nothing through, and is shown', () => {
    const [found] = results(DESCRIPTION, { waivers: [waiver({ until: '2026-03-10' })] });
    expect(found).toMatchObject({ status: 'failed', findings: [{ waiver: { hasExpired: true } }, {}] });
    const today = results(DESCRIPTION, { waivers: [waiver({ until: '2026-03-11' })] });
    expect(today[0]?.status).toBe('waived');
  });

  it.each([{ safeguard: 'require-cfn-role' }, { service: 'tasks' }, { stages: ['prod'] }, { resource: 'Hello' }])(
    'with %j is for something else',
    (overrides) => {
      const [found] = results(DESCRIPTION, { waivers: [waiver(overrides)] });
      expect(found?.status).toBe('failed');
      expect(found?.findings.every(({ waiver: of }) => of === undefined)).toBe(true);
    },
  );
});

describe('I6 a safeguard that cannot be evaluated', () => {
  const secret = random('ghp_', 36);
  /** A package in which the region cannot be read. */
  const broken = Object.create(SUBJECT, {
    region: {
      enumerable: true,
      get: () => {
        throw new Error(`cannot read ${secret}`);
      },
    },
  });
  const crashing = { 'allowed-regions': { level: 'warning', config: ['eu-central-1'] } };

  it('blocks whatever its level, and shows nothing of the error', () => {
    const found = results(list(crashing, 'require-cfn-role', 'forbid-s3-http-access'), { subject: broken });
    expect(found.map(({ status }) => status)).toEqual(['failed', 'failed', 'passed']);
    expect(blocks(found)).toBe(true);
    expect(found[0]?.findings).toMatchObject([{ level: 'error' }]);
    expect(JSON.stringify(found)).not.toContain(secret.slice(0, 12));
    expect(JSON.stringify(found)).not.toContain('cannot read');
  });
});

describe("a policy of a user's own", () => {
  const own = list('require-cfn-role', { javascript: { path: 'policies/names.js' } });

  it('has what it found by its place in the list', () => {
    const finding = { resource: 'Orders', what: 'is called wrong', fix: 'call it otherwise' };
    const found = results(own, { foreign: new Map([[1, [finding]]]) });
    expect(found[1]).toMatchObject({
      id: 'javascript',
      status: 'failed',
      findings: [{ resource: 'Orders', level: 'error' }],
    });
    expect(results(own, { foreign: new Map([[1, []]]) })[1]).toMatchObject({ status: 'passed', findings: [] });
  });

  it('fails where it is not known what it found', () => {
    expect(results(own, { foreign: new Map() })[1]?.status).toBe('failed');
    const warning = list({ javascript: { level: 'warning', config: { path: 'policies/names.js' } } });
    expect(results(warning, { foreign: new Map() })[0]?.status).toBe('failed');
  });
});
