import { describe, expect, it } from 'vitest';
import { installArguments, type PackageFolder, planInstallations } from '../../../core/install/plan.ts';
import { caught } from '../caught.ts';

const folder = (path: string, names: readonly string[] = [], hasDependencies = true): PackageFolder => ({
  path,
  names: ['package.json', ...names],
  hasDependencies,
});

describe('installArguments', () => {
  it.each([
    ['npm', false, ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], ['ci', '--no-audit', '--no-fund']],
    ['pnpm', false, ['install', '--frozen-lockfile', '--ignore-scripts'], ['install', '--frozen-lockfile']],
    [
      'yarn',
      false,
      ['install', '--frozen-lockfile', '--non-interactive', '--ignore-scripts'],
      ['install', '--frozen-lockfile', '--non-interactive'],
    ],
    ['yarn', true, ['install', '--immutable', '--mode=skip-build'], ['install', '--immutable']],
    ['bun', false, ['install', '--frozen-lockfile', '--ignore-scripts'], ['install', '--frozen-lockfile']],
  ] as const)(
    'E34 installs with %s (modern: %s) from the lockfile alone, without scripts unless they are allowed',
    (manager, modern, without, scripts) => {
      expect(installArguments(manager, false, modern)).toEqual(without);
      expect(installArguments(manager, true, modern)).toEqual(scripts);
    },
  );
});

describe('planInstallations', () => {
  it.each([
    ['package-lock.json', 'npm'],
    ['npm-shrinkwrap.json', 'npm'],
    ['pnpm-lock.yaml', 'pnpm'],
    ['yarn.lock', 'yarn'],
    ['bun.lock', 'bun'],
    ['bun.lockb', 'bun'],
  ] as const)('E34 installs by %s with %s', (lockfile, manager) => {
    const plan = planInstallations([folder('.', [lockfile])], false);
    expect(plan).toHaveLength(1);
    expect(plan[0]).toMatchObject({ path: '.', manager });
    expect(plan[0]?.args.join(' ')).toMatch(/ignore-scripts|skip-build/);
  });

  it('E34 lets scripts run only where they are allowed', () => {
    expect(planInstallations([folder('.', ['package-lock.json'])], true)[0]?.args).not.toContain('--ignore-scripts');
  });

  it('installs a workspace once, by the lockfile above its folders', () => {
    const plan = planInstallations(
      [folder('.', ['package-lock.json']), folder('backend'), folder('backend/restapi')],
      false,
    );
    expect(plan.map(({ path }) => path)).toEqual(['.']);
  });

  it('installs a folder with a lockfile of its own too', () => {
    const plan = planInstallations(
      [folder('.', ['package-lock.json']), folder('backend', ['yarn.lock']), folder('backend/a')],
      false,
    );
    expect(plan.map(({ path, manager }) => [path, manager])).toEqual([
      ['.', 'npm'],
      ['backend', 'yarn'],
    ]);
  });

  it('E34 refuses a folder that no lockfile covers, and names it', () => {
    const error = caught(() =>
      planInstallations([folder('backend-a', ['package-lock.json']), folder('backend')], false),
    );
    expect(error.code).toBe('E_INSTALL');
    expect(error.message).toContain('backend');
    expect(error.message).toMatch(/lockfile/);
  });

  it('has nothing to do for a package.json that lists nothing', () => {
    expect(planInstallations([folder('.', [], false)], false)).toEqual([]);
    expect(planInstallations([], false)).toEqual([]);
  });
});
