import { describe, expect, it } from 'vitest';
import { COREPACK_INSTALL, corepackProject } from '../../../core/install/corepack.ts';
import { installCommand, type PackageFolder, planInstallations } from '../../../core/install/plan.ts';

/** The command line for a folder with this lockfile. */
function commandOf(lockfile: string, isThere: boolean, more: Partial<PackageFolder> = {}, scripts = false): string[] {
  const { names = [], ...rest } = more;
  const folder = { path: '.', names: ['package.json', lockfile, ...names], hasDependencies: true, ...rest };
  const [installation] = planInstallations([folder], scripts);
  if (installation === undefined) throw new Error('nothing is installed');
  return [...installCommand(installation, isThere).command];
}

/** What Corepack is told; undefined if it is not asked. */
function askedOfCorepack(command: readonly string[]): readonly string[] | undefined {
  return command[0] === 'corepack' ? command.slice(1) : undefined;
}

describe('E34 the command of an installation', () => {
  it('is npm’s own for a lockfile of npm, whether it is seen in PATH or not, and whatever version package.json wants', () => {
    for (const isThere of [true, false]) {
      for (const packageManager of ['npm@10.9.0', 'npm@11.0.0+sha512.abc']) {
        const command = commandOf('package-lock.json', isThere, { packageManager });
        expect(command.slice(0, 2)).toEqual(['npm', 'ci']);
        expect(command).toContain('--ignore-scripts');
      }
    }
  });

  it.each(['pnpm-lock.yaml', 'yarn.lock'])(
    'is the one in PATH for %s where package.json says no version',
    (lockfile) => {
      const [manager, ...args] = commandOf(lockfile, true);
      expect(manager).toBe(lockfile.startsWith('pnpm') ? 'pnpm' : 'yarn');
      expect(args).toEqual(expect.arrayContaining(['install', '--frozen-lockfile', '--ignore-scripts']));
    },
  );

  it.each([
    ['pnpm-lock.yaml', 'pnpm', 'pnpm@9.15.0+sha512.abc'],
    ['yarn.lock', 'yarn', 'yarn@1.22.22'],
  ])('is Corepack’s for %s where package.json says which version of %s', (lockfile, manager, packageManager) => {
    for (const isThere of [true, false]) {
      const asked = askedOfCorepack(commandOf(lockfile, isThere, { packageManager }));
      expect(asked?.slice(0, 2)).toEqual([manager, 'install']);
      expect(asked).toContain('--ignore-scripts');
    }
  });

  it.each(['pnpm-lock.yaml', 'yarn.lock'])('is Corepack’s for %s where PATH has none', (lockfile) => {
    expect(askedOfCorepack(commandOf(lockfile, false))?.[0]).toBe(lockfile.startsWith('pnpm') ? 'pnpm' : 'yarn');
  });

  it('has npm install Corepack by a lockfile with its hash', () => {
    const { version, integrity } = JSON.parse(corepackProject()['package-lock.json'] ?? '').packages[
      'node_modules/corepack'
    ];
    expect(JSON.parse(corepackProject()['package.json'] ?? '').dependencies).toEqual({ corepack: version });
    expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/);
    expect(COREPACK_INSTALL.slice(0, 4)).toEqual(['npm', 'ci', '--ignore-scripts', '--bin-links']);
  });

  it('is not Corepack’s because of a version of another package manager', () => {
    expect(commandOf('pnpm-lock.yaml', true, { packageManager: 'npm@10.9.0' })[0]).toBe('pnpm');
    expect(commandOf('yarn.lock', true, { packageManager: 'yarnish@1.0.0' })[0]).toBe('yarn');
  });

  it.each(['bun.lock', 'bun.lockb'])('is bun’s own for %s', (lockfile) => {
    for (const isThere of [true, false]) {
      expect(commandOf(lockfile, isThere, { packageManager: 'bun@1.2.0' })[0]).toBe('bun');
    }
  });
});

describe('E34 yarn 2 and newer', () => {
  const MODERN = ['install', '--immutable', '--mode=skip-build'];

  it.each<[sign: string, more: Partial<PackageFolder>]>([
    ['.yarnrc.yml', { names: ['.yarnrc.yml'] }],
    ['.yarn', { names: ['.yarn'] }],
    // A new project of yarn 4 may have neither; yarn 4 does not know --ignore-scripts.
    ['its version in package.json', { packageManager: 'yarn@4.5.3+sha512.abc' }],
  ])('is known by %s, and told in its own words to run no scripts', (_sign, more) => {
    const command = commandOf('yarn.lock', true, more);
    expect((askedOfCorepack(command) ?? command).slice(1)).toEqual(MODERN);
  });

  it('is not what yarn 1 is, though package.json says its version', () => {
    const asked = askedOfCorepack(commandOf('yarn.lock', true, { packageManager: 'yarn@1.22.22' }));
    expect(asked).toContain('--frozen-lockfile');
    expect(asked).not.toContain('--immutable');
  });

  it('lets scripts run where they are allowed', () => {
    expect(commandOf('yarn.lock', true, { names: ['.yarnrc.yml'] }, true)).toEqual(['yarn', 'install', '--immutable']);
  });
});
