import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useInstaller } from './install-run.ts';
import { PROBE_REPORT, packageJson } from './npm-project.ts';
import { annotationsOf, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

const tests = useInstaller();
const report = () =>
  JSON.parse(readFileSync(join(tests.project.folder, PROBE_REPORT), 'utf8')) as Record<string, string>;

describe('E34 install scripts', () => {
  it('do not run, neither those of packages nor those of the project', async () => {
    const scripts = {
      postinstall: 'echo x > own-script',
      prepare: 'echo x > own-script',
      preinstall: 'echo x > own-script',
    };
    tests.project.write({ 'package.json': packageJson({ probe: 'file:vendor/probe-1.0.0.tgz' }, { scripts }) });
    tests.project.lock();
    const step = await tests.install();
    expectSuccess(step);
    expect(step.outputs).toEqual({ installed: '.', error: '' });
    expect(tests.isThere('node_modules/probe/package.json')).toBe(true);
    expect(tests.isThere(PROBE_REPORT)).toBe(false);
    expect(tests.isThere('own-script')).toBe(false);
  });

  it('do not run either where the project tells npm to run them', async () => {
    tests.project.write({
      '.npmrc': `${readFileSync(join(tests.project.folder, '.npmrc'), 'utf8')}ignore-scripts=false\n`,
    });
    expectSuccess(await tests.install());
    expect(tests.isThere(PROBE_REPORT)).toBe(false);
  });

  it('that are allowed see no token, no input, no state and no command file of the job', async () => {
    const step = await tests.install({ 'install-scripts': 'true', 'npm-token': 'canary-npm-token-1' });
    expectSuccess(step);
    const seen = report();
    const forbidden =
      /^(ACTIONS_|INPUT_|STATE_|AWS_|GITHUB_(TOKEN|OUTPUT|ENV|STATE|PATH|STEP_SUMMARY)$|GH_TOKEN$|MY_SECRET$)/;
    expect(Object.keys(seen).filter((name) => forbidden.test(name))).toEqual([]);
    const values = Object.values(seen).join('\n');
    for (const secret of tests.secrets) expect(values).not.toContain(secret);
    expect(seen).toMatchObject({ NODE_AUTH_TOKEN: 'canary-npm-token-1', NPM_TOKEN: 'canary-npm-token-1' });
    expectNoSecret(step, 'canary-npm-token-1');
  });

  it('that are allowed change nothing by what they print or write', async () => {
    const step = await tests.install({ 'install-scripts': 'true' });
    expectSuccess(step);
    expect(tests.isThere(PROBE_REPORT)).toBe(true);
    expect(step.outputs).toEqual({ installed: '.', error: '' });
    expect(step.env).toEqual({});
    expect(step.path).toEqual([]);
    expect(step.state).toEqual({});
    expect(step.summary).not.toContain('evil');
    expect(step.annotations).toEqual([]);
    expect(step.masks).not.toContain('evil');
    expect(step.orphans).toEqual([]);
  });
});

describe('E34 an installation that cannot be', () => {
  async function expectRefused(...words: readonly RegExp[]) {
    const step = await tests.install();
    const { message } = expectFailure(step, 'E_INSTALL');
    for (const word of words) expect(`${message}\n${step.log}`).toMatch(word);
    expectNoSecret(step, ...tests.secrets);
    return { message, step };
  }

  it('has no lockfile', async () => {
    tests.project.write({ 'package-lock.json': null });
    const { message } = await expectRefused();
    expect(message).toMatch(/lockfile|package-lock\.json/);
    expect(tests.isThere('node_modules')).toBe(false);
  });

  it('has a lockfile that is older than package.json', async () => {
    tests.project.write({ 'package.json': packageJson({ probe: 'file:vendor/probe-1.0.0.tgz', other: 'file:other' }) });
    tests.project.write({ 'other/package.json': '{"name":"other","version":"1.0.0"}' });
    await expectRefused(/in sync|EUSAGE|other/);
  });

  it('has a lockfile that is no JSON', async () => {
    tests.project.write({ 'package-lock.json': '{' });
    await expectRefused();
  });

  it('lacks a package that the lockfile names, and shows what npm said', async () => {
    tests.project.write({ 'vendor/probe-1.0.0.tgz': null });
    await expectRefused(/ENOENT|probe-1\.0\.0\.tgz/);
  });

  it('has a package with another content than the lockfile says', async () => {
    tests.project.write({ 'vendor/probe-1.0.0.tgz': 'not the package' });
    await expectRefused(/EINTEGRITY|TAR_BAD_ARCHIVE|sha512/);
    expect(tests.isThere('node_modules/probe/package.json')).toBe(false);
  });

  it('is npm printing commands to the runner while it fails', async () => {
    const name = '::error::evil';
    tests.project.write({
      'package.json': packageJson({ probe: 'file:vendor/probe-1.0.0.tgz', b: `file:\n${name}\n` }),
    });
    const step = await tests.install();
    expect(annotationsOf(step, 'error')).toHaveLength(1);
    expect(step.annotations[0]?.message).toMatch(/^E_INSTALL: /);
  });
});
