import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { RUNTIME_TOKEN } from '../runner/environment.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { StepResult } from '../runner/run-options.ts';
import { makeNpmProject, type NpmProject, PROBE_REPORT, packageJson } from './npm-project.ts';
import { annotationsOf, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

const CANARIES = {
  GITHUB_TOKEN: 'canary-github-token-in-env',
  GH_TOKEN: 'canary-gh-token-in-env',
  AWS_SECRET_ACCESS_KEY: 'canary-aws-secret-in-env',
  AWS_SESSION_TOKEN: 'canary-aws-session-in-env',
  STATE_secret: 'canary-state-in-env',
  INPUT_SECRET: 'canary-input-in-env',
  MY_SECRET: 'canary-some-secret-in-env',
};

let oidc: LocalOidc;
let project: NpmProject;
const jobs: Job[] = [];
beforeAll(async () => {
  oidc = await startLocalOidc();
});
beforeEach(() => {
  project = makeNpmProject();
});
afterEach(() => {
  project.remove();
  expect(oidc.journal).toEqual([]);
});
afterAll(async () => {
  for (const job of jobs) job.remove();
  await oidc.close();
});

function install(inputs: Record<string, string> = {}, workspace = project.folder): Promise<StepResult> {
  const job = createJob({ workspace, env: CANARIES, idToken: { url: oidc.requestUrl, token: oidc.requestToken } });
  jobs.push(job);
  return job.run({ action: 'install-dependencies', inputs });
}

const isThere = (path: string) => existsSync(join(project.folder, path));
const report = () => JSON.parse(readFileSync(join(project.folder, PROBE_REPORT), 'utf8')) as Record<string, string>;

describe('E34 install scripts', () => {
  it('do not run, neither those of packages nor those of the project', async () => {
    const scripts = {
      postinstall: 'echo x > own-script',
      prepare: 'echo x > own-script',
      preinstall: 'echo x > own-script',
    };
    project.write({ 'package.json': packageJson({ probe: 'file:vendor/probe-1.0.0.tgz' }, { scripts }) });
    project.lock();
    const step = await install();
    expectSuccess(step);
    expect(step.outputs).toEqual({ installed: '.' });
    expect(isThere('node_modules/probe/package.json')).toBe(true);
    expect(isThere(PROBE_REPORT)).toBe(false);
    expect(isThere('own-script')).toBe(false);
  });

  it('do not run either where the project tells npm to run them', async () => {
    project.write({ '.npmrc': `${readFileSync(join(project.folder, '.npmrc'), 'utf8')}ignore-scripts=false\n` });
    expectSuccess(await install());
    expect(isThere(PROBE_REPORT)).toBe(false);
  });

  it('that are allowed see no token, no input, no state and no command file of the job', async () => {
    const step = await install({ 'install-scripts': 'true', 'npm-token': 'canary-npm-token-1' });
    expectSuccess(step);
    const seen = report();
    const forbidden =
      /^(ACTIONS_|INPUT_|STATE_|AWS_|GITHUB_(TOKEN|OUTPUT|ENV|STATE|PATH|STEP_SUMMARY)$|GH_TOKEN$|MY_SECRET$)/;
    expect(Object.keys(seen).filter((name) => forbidden.test(name))).toEqual([]);
    const values = Object.values(seen).join('\n');
    for (const secret of [...Object.values(CANARIES), RUNTIME_TOKEN, oidc.requestToken])
      expect(values).not.toContain(secret);
    expect(seen).toMatchObject({ NODE_AUTH_TOKEN: 'canary-npm-token-1', NPM_TOKEN: 'canary-npm-token-1' });
    expectNoSecret(step, 'canary-npm-token-1');
  });

  it('that are allowed change nothing by what they print or write', async () => {
    const step = await install({ 'install-scripts': 'true' });
    expectSuccess(step);
    expect(isThere(PROBE_REPORT)).toBe(true);
    expect(step.outputs).toEqual({ installed: '.' });
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
    const step = await install();
    const { message } = expectFailure(step, 'E_INSTALL');
    for (const word of words) expect(`${message}\n${step.log}`).toMatch(word);
    expectNoSecret(step, ...Object.values(CANARIES));
    return { message, step };
  }

  it('has no lockfile', async () => {
    project.write({ 'package-lock.json': null });
    const { message } = await expectRefused();
    expect(message).toMatch(/lockfile|package-lock\.json/);
    expect(isThere('node_modules')).toBe(false);
  });

  it('has a lockfile that is older than package.json', async () => {
    project.write({ 'package.json': packageJson({ probe: 'file:vendor/probe-1.0.0.tgz', other: 'file:other' }) });
    project.write({ 'other/package.json': '{"name":"other","version":"1.0.0"}' });
    await expectRefused(/in sync|EUSAGE|other/);
  });

  it('has a lockfile that is no JSON', async () => {
    project.write({ 'package-lock.json': '{' });
    await expectRefused();
  });

  it('lacks a package that the lockfile names, and shows what npm said', async () => {
    project.write({ 'vendor/probe-1.0.0.tgz': null });
    await expectRefused(/ENOENT|probe-1\.0\.0\.tgz/);
  });

  it('has a package with another content than the lockfile says', async () => {
    project.write({ 'vendor/probe-1.0.0.tgz': 'not the package' });
    await expectRefused(/EINTEGRITY|TAR_BAD_ARCHIVE|sha512/);
    expect(isThere('node_modules/probe/package.json')).toBe(false);
  });

  it('is npm printing commands to the runner while it fails', async () => {
    const name = '::error::evil';
    project.write({ 'package.json': packageJson({ probe: 'file:vendor/probe-1.0.0.tgz', b: `file:\n${name}\n` }) });
    const step = await install();
    expect(annotationsOf(step, 'error')).toHaveLength(1);
    expect(step.annotations[0]?.message).toMatch(/^E_INSTALL: /);
  });
});

describe('what is installed', () => {
  it('is nothing where there is no package.json', async () => {
    project.write({ 'package.json': null, 'package-lock.json': null });
    const step = await install();
    expectSuccess(step);
    expect(step.outputs['installed'] ?? '').toBe('');
  });

  it('is each folder with a lockfile of its own, once', async () => {
    project.write({
      'api/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }),
      'web/serverless.yml': 'service: web\nprovider:\n  name: aws\n',
    });
    project.lock('api');
    const step = await install();
    expectSuccess(step);
    expect(step.outputs['installed']?.split(',').sort()).toEqual(['.', 'api']);
    expect(isThere('api/node_modules/probe/package.json')).toBe(true);
    expect(isThere(`api/${PROBE_REPORT}`)).toBe(false);
  });

  it('is the workspace of the root, for a service that is one of its packages', async () => {
    project.write({
      'package.json': packageJson({}, { workspaces: ['api'] }),
      'api/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }, { name: 'api' }),
    });
    project.lock();
    const step = await install();
    expectSuccess(step);
    expect(step.outputs['installed']).toBe('.');
    expect(isThere('node_modules/probe/package.json')).toBe(true);
  });

  it('is what the services of the configuration need', async () => {
    project.write({
      'serverless-stages.yml': 'not: [read',
      'unused/serverless.yml': 'service: unused\nprovider:\n  name: aws\n',
      'unused/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }),
      'package-lock.json': null,
      'package.json': null,
      'api/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }),
    });
    project.lock('api');
    const configuration = JSON.stringify({
      schemaVersion: 1,
      app: 'workshop',
      stage: { name: 'dev', kind: 'configured', ref: 'refs/heads/master', commit: 'a'.repeat(40) },
      profile: {
        name: 'dev',
        region: 'us-east-1',
        environment: 'dev',
        parameters: {},
        exportEnv: [],
        requireParameters: false,
        sessionDuration: 3600,
      },
      services: { api: { path: 'api' } },
    });
    const step = await install({ configuration });
    expectSuccess(step);
    expect(step.outputs['installed']).toBe('api');
    expect(isThere('unused/node_modules')).toBe(false);
  });

  it('is below the working directory', async () => {
    project.write({
      'inner/.npmrc': readFileSync(join(project.folder, '.npmrc')),
      'inner/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }),
      'inner/api/serverless.yml': 'service: inner\nprovider:\n  name: aws\n',
    });
    project.lock('inner');
    const step = await install({ 'working-directory': 'inner' });
    expectSuccess(step);
    expect(isThere('inner/node_modules/probe/package.json')).toBe(true);
    expect(isThere('node_modules')).toBe(false);
  });
});

describe('an input that does not fit', () => {
  it.each([
    ['B12', { 'install-scripts': 'yes' }, /install-scripts/],
    ['B12', { 'install-scripts': '1' }, /install-scripts/],
    ['B12', { 'install-scripts': 'True ' }, /install-scripts/],
    ['a configuration that is none', { configuration: '{}' }, /configuration/],
    ['a folder outside the workspace', { 'working-directory': '..' }, /working-directory/],
  ] as const)('%s %j is an error before anything is installed', async (_id, inputs, words) => {
    expect(expectFailure(await install(inputs), 'E_INPUT').message).toMatch(words);
    expect(isThere('node_modules')).toBe(false);
  });
});
