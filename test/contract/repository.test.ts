import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

interface PackageFile {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const TRACKED = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)))
  // A symbolic link to a folder is tracked, too.
  .filter((path) => statSync(join(ROOT, path)).isFile());
/** Applications as people write them, of which nothing is installed. */
const isOfUsers = (path: string) => path.startsWith('test/applications/');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('the repository', () => {
  it.each(TRACKED.filter((path) => /(^|\/)package\.json$/.test(path) && !path.startsWith('dist/') && !isOfUsers(path)))(
    'pins every dependency of %s to one version',
    (path) => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(path)) as PackageFile;
      const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
      expect(
        versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$|^npm:[@\w/.-]+@\d+\.\d+\.\d+$/.test(version)),
      ).toEqual([]);
    },
  );

  it.each(TRACKED.filter((path) => /(^|\/)package-lock\.json$/.test(path)))(
    'says in %s nothing of where packages came from',
    (path) => {
      expect(read(path)).not.toMatch(/"resolved":\s*"https?:/);
    },
  );

  it('names no registry of packages in any file but the licences of what dist holds', () => {
    // Written in pieces, so that this file does not name them.
    const hosts = [
      'registry.npmjs' + '.org',
      'registry.yarnpkg' + '.com',
      'proxy.golang' + '.org',
      'files.pythonhosted' + '.org',
      'npm.pkg.github' + '.com',
    ];
    const naming = TRACKED.filter((path) => !path.endsWith('licenses.txt')).filter((path) =>
      hosts.some((host) => read(path).includes(host)),
    );
    expect(naming).toEqual([]);
  });

  it('names no folder of the machine that it was written on', () => {
    expect(TRACKED.filter((path) => read(path).includes(ROOT.replace(/\/$/, '')))).toEqual([]);
  });

  it.each(['README.md', 'LICENSE', 'CONTRIBUTING.md'])('has a %s', (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
  });
});
