import { describe, expect, it } from 'vitest';
import { check, hello, image, lambda, named, sam } from '../sample-subject.ts';

/** What is found of a runtime on a day: nothing, a warning or an error. */
function on(day: string, runtime: unknown): 'passes' | 'warning' | 'error' {
  const [finding, ...more] = check('deprecated-runtimes', { ...hello({ Runtime: runtime }), now: `${day}T12:00:00Z` });
  if (more.length > 0) throw new Error('one function, one finding');
  return finding === undefined ? 'passes' : (finding.level ?? 'error');
}

describe('I1 deprecated-runtimes', () => {
  // Ends by AWS's table: nodejs20.x on 2026-04-30, python3.9 on 2025-12-15, nodejs22.x on 2027-04-30.
  it.each([
    ['2026-01-15', 'nodejs20.x', 'passes'],
    ['2026-03-15', 'nodejs20.x', 'warning'],
    ['2026-05-02', 'nodejs20.x', 'error'],
    ['2025-08-01', 'python3.9', 'passes'],
    ['2025-11-15', 'python3.9', 'warning'],
    ['2026-01-02', 'python3.9', 'error'],
    ['2027-01-15', 'nodejs22.x', 'passes'],
    ['2027-03-15', 'nodejs22.x', 'warning'],
    ['2027-05-02', 'nodejs22.x', 'error'],
  ] as const)('on %s %s: %s', (day, runtime, expected) => {
    expect(on(day, runtime)).toBe(expected);
  });

  it.each([
    'nodejs',
    'nodejs4.3',
    'nodejs6.10',
    'nodejs8.10',
    'nodejs10.x',
    'nodejs12.x',
    'nodejs14.x',
    'nodejs16.x',
    'nodejs18.x',
    'python2.7',
    'python3.6',
    'python3.7',
    'python3.8',
    'ruby2.5',
    'ruby2.7',
    'dotnetcore1.0',
    'dotnetcore2.1',
    'dotnetcore3.1',
    'dotnet6',
    'go1.x',
    'java8',
    'provided',
  ])('has known since long that %s gets no updates', (runtime) => {
    expect(on('2026-03-11', runtime)).toBe('error');
  });

  it.each(['nodejs22.x', 'nodejs24.x', 'python3.13', 'python3.14', 'java21', 'dotnet8', 'ruby3.4', 'provided.al2023'])(
    'lets %s through in March 2026',
    (runtime) => {
      expect(on('2026-03-11', runtime)).toBe('passes');
    },
  );

  it('lets through a runtime that it does not know yet', () => {
    expect(on('2026-03-11', 'nodejs99.x')).toBe('passes');
  });

  it('names the function and its runtime', () => {
    const [finding] = check('deprecated-runtimes', hello({ Runtime: 'nodejs16.x' }));
    expect(finding).toMatchObject({ function: 'hello', resource: 'HelloLambdaFunction' });
    expect(finding?.what).toContain('nodejs16.x');
  });

  it('asks nothing of images', () => {
    expect(check('deprecated-runtimes', { resources: { HelloLambdaFunction: image('x') } })).toEqual([]);
  });

  it('looks into branches', () => {
    expect(on('2026-03-11', { 'Fn::If': ['IsOld', 'nodejs16.x', 'nodejs24.x'] })).toBe('error');
    expect(on('2026-03-11', { 'Fn::If': ['IsOld', 'nodejs22.x', 'nodejs24.x'] })).toBe('passes');
  });

  it('looks at functions of SAM and of nested templates', () => {
    expect(named('deprecated-runtimes', sam({}, { Runtime: 'go1.x' }))).toEqual(['Hello']);
    const nested = [{ name: 'nested.json', template: { Resources: { Inner: lambda('x', { Runtime: 'go1.x' }) } } }];
    expect(named('deprecated-runtimes', { nested })).toEqual(['Inner']);
  });

  it.each([{ Ref: 'Runtime' }, { 'Fn::ImportValue': 'runtime' }, 22, null])(
    'does not fall over the runtime %j',
    (runtime) => {
      expect(on('2026-03-11', runtime)).toBe('passes');
    },
  );
});
