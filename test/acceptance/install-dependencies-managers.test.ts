import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { RUNTIME_TOKEN } from '../runner/environment.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { StepResult } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { type Files, writeFiles } from '../world/repository.ts';
import { type ManagerCall, makeManagerStubs } from './install-dependencies-managers-stubs.ts';
import { packageJson } from './npm-project.ts';
import { expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

const CANARIES = {
  GITHUB_TOKEN: 'canary-github-token-in-env',
  GH_TOKEN: 'canary-gh-token-in-env',
  AWS_SECRET_ACCESS_KEY: 'canary-aws-secret-in-env',
  AWS_SESSION_TOKEN: 'canary-aws-session-in-env',
  NODE_AUTH_TOKEN: 'canary-registry-token-in-env',
  INPUT_SECRET: 'canary-input-in-env',
  MY_SECRET: 'canary-some-secret-in-env',
};
const ALL = ['npm', 'pnpm', 'yarn', 'bun'];

let oidc: LocalOidc;
const roots: string[] = [];
const jobs: Job[] = [];
beforeAll(async () => {
  oidc = await startLocalOidc();
});
afterAll(async () => {
  for (const job of jobs) job.remove();
  for (const root of roots) rmSync(root, { recursive: true, force: true });
  await oidc.close();
});

interface Options {
  /** The package managers in PATH; default: all. */
  readonly path?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** JavaScript that each of them runs. */
  readonly does?: string;
}

/** Installs a project whose files these are, beside a package.json and a service; returns what the managers were told. */
async function install(
  files: Files,
  { path = ALL, inputs = {}, does = '' }: Options = {},
): Promise<{ step: StepResult; calls: ManagerCall[]; folder: string }> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'managers-')));
  roots.push(root);
  const folder = join(root, 'project');
  const stubs = makeManagerStubs(join(root, 'stubs'), path, does);
  const service = { 'api/serverless.yml': 'service: api\nprovider: { name: aws }\n' };
  writeFiles(folder, { 'package.json': packageJson({ probe: '1.0.0' }), ...service, ...files });
  const idToken = { url: oidc.requestUrl, token: oidc.requestToken };
  const job = createJob({ workspace: folder, env: { ...CANARIES, PATH: stubs.folder }, idToken });
  jobs.push(job);
  const step = await job.run({ action: 'install-dependencies', inputs: { ...inputs } });
  return { step, calls: stubs.calls(), folder };
}
const lines = (calls: readonly ManagerCall[]) => calls.map(({ name, argv }) => [name, ...argv].join(' '));
const pinned = (packageManager: string): Files => ({
  'package.json': packageJson({ probe: '1.0.0' }, { packageManager }),
});

describe('E34 the package manager', () => {
  it.each<[what: string, files: Files, command: RegExp]>(
    sampleOf([
      ['npm', { 'package-lock.json': '{}' }, /^npm ci\b.* --ignore-scripts$/],
      ['npm, by its other lockfile', { 'npm-shrinkwrap.json': '{}' }, /^npm ci\b.* --ignore-scripts$/],
      ['pnpm', { 'pnpm-lock.yaml': '' }, /^pnpm install --frozen-lockfile --ignore-scripts$/],
      ['yarn 1', { 'yarn.lock': '' }, /^yarn install --frozen-lockfile .*--ignore-scripts$/],
      ['a newer yarn', { 'yarn.lock': '', '.yarnrc.yml': '' }, /^yarn install --immutable --mode=skip-build$/],
      ['bun', { 'bun.lock': '' }, /^bun install --frozen-lockfile --ignore-scripts$/],
      ['bun, by its older lockfile', { 'bun.lockb': '' }, /^bun install --frozen-lockfile --ignore-scripts$/],
    ]),
  )('is %s where its lockfile says so, in the folder of that, without scripts', async (_what, files, command) => {
    const { step, calls, folder } = await install(files);
    expectSuccess(step);
    expect(lines(calls)).toEqual([expect.stringMatching(command)]);
    expect(calls.map(({ cwd }) => cwd)).toEqual([folder]);
    expect(step.outputs).toEqual({ installed: '.', error: '' });
  });

  it('lets scripts run where the input says so', async () => {
    for (const files of [{ 'pnpm-lock.yaml': '' }, { 'bun.lock': '' }, { 'yarn.lock': '', '.yarnrc.yml': '' }]) {
      const { calls } = await install(files, { inputs: { 'install-scripts': 'true' } });
      expect(lines(calls).join()).not.toMatch(/ignore-scripts|skip-build/);
      expect(lines(calls).join()).toMatch(/--(frozen-lockfile|immutable)$/);
    }
  });

  it.each<[manager: string, lockfile: string, packageManager: string]>([
    ['pnpm', 'pnpm-lock.yaml', 'pnpm@9.15.0+sha512.0f1c'],
    ['yarn', 'yarn.lock', 'yarn@1.22.22'],
  ])(
    '%s is Corepack’s where package.json says its version, though PATH has one',
    async (manager, lockfile, version) => {
      const { step, calls, folder } = await install({ [lockfile]: '', ...pinned(version) });
      expectSuccess(step);
      const [brought = '', line = ''] = lines(calls);
      expect(calls).toHaveLength(2);
      expect(brought).toMatch(/^npm ci --ignore-scripts /);
      expect(line).toMatch(new RegExp(`^corepack ${manager} install --frozen-lockfile .*--ignore-scripts$`));
      // Outside of the project, whose .npmrc has no say in it, and gone when the step ends.
      expect(calls[0]?.cwd).not.toContain(folder);
      expect(existsSync(calls[0]?.cwd ?? '/')).toBe(false);
      expect(calls[1]?.cwd).toBe(folder);
      // Scripts call it by name.
      expect(calls[1]?.env['PATH']).toMatch(new RegExp(`^${calls[0]?.cwd}/node_modules/.bin:`));
      // Nobody is there to answer, and nothing newer is to be taken instead.
      expect(calls[1]?.env).toMatchObject({ COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' });
    },
  );

  it.each([
    ['pnpm', 'pnpm-lock.yaml'],
    ['yarn', 'yarn.lock'],
  ])('%s is Corepack’s where PATH has none', async (manager, lockfile) => {
    const { step, calls } = await install({ [lockfile]: '' }, { path: ['npm'] });
    expectSuccess(step);
    expect(lines(calls)[1]).toMatch(new RegExp(`^corepack ${manager} install `));
  });

  it('npm is the one in PATH, whatever version package.json says', async () => {
    const { calls } = await install({ 'package-lock.json': '{}', ...pinned('npm@10.9.0') });
    expect(lines(calls)).toEqual([expect.stringMatching(/^npm ci /)]);
  });

  it('comes with one Corepack for all folders that need it', async () => {
    const { step, calls } = await install({
      'pnpm-lock.yaml': '',
      ...pinned('pnpm@9.15.0'),
      'api/package.json': packageJson({ probe: '1.0.0' }, { packageManager: 'yarn@1.22.22' }),
      'api/yarn.lock': '',
    });
    expectSuccess(step);
    expect(lines(calls).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'npm ci',
      'corepack pnpm',
      'corepack yarn',
    ]);
  });

  it('may be another one in each folder, the root first', async () => {
    const { step, calls, folder } = await install({
      'package-lock.json': '{}',
      'api/package.json': packageJson({ probe: '1.0.0' }),
      'api/pnpm-lock.yaml': '',
    });
    expectSuccess(step);
    expect(calls.map(({ name, cwd }) => [name, cwd])).toEqual([
      ['npm', folder],
      ['pnpm', join(folder, 'api')],
    ]);
    expect(step.outputs['installed']).toBe('.,api');
  });
});

describe('E34 a package manager that cannot install', () => {
  it('is bun that is not there: the error says what to do', async () => {
    const { step, calls } = await install({ 'bun.lock': '' }, { path: ['npm'] });
    const { message } = expectFailure(step, 'E_INSTALL');
    expect(message).toMatch(/bun/);
    expect(message).toMatch(/oven-sh\/setup-bun|install bun|PATH/i);
    expect(calls).toEqual([]);
  });

  it.each(['package-lock.json', 'pnpm-lock.yaml'])(
    'is npm that is not there, for %s: no fault of ours',
    async (file) => {
      const { step } = await install({ [file]: '' }, { path: [] });
      expect(expectFailure(step, 'E_INSTALL').message).toMatch(/npm/);
    },
  );

  it('fails the step with what it said, and nothing further is installed', async () => {
    const does = `console.error('ERR_OUTDATED_LOCKFILE its lockfile is not up to date'); process.exit(1);`;
    const { step, calls } = await install(
      { 'pnpm-lock.yaml': '', 'api/package.json': packageJson({ probe: '1.0.0' }), 'api/yarn.lock': '' },
      { does },
    );
    const { message } = expectFailure(step, 'E_INSTALL');
    expect(message).toMatch(/pnpm/);
    expect(`${message}\n${step.log}`).toContain('ERR_OUTDATED_LOCKFILE');
    expect(calls.map(({ name }) => name)).toEqual(['pnpm']);
  });
});

describe('E34 the environment of an installation', () => {
  it.each<[what: string, files: Files, path: readonly string[]]>(
    sampleOf([
      ['npm', { 'package-lock.json': '{}' }, ALL],
      ['pnpm', { 'pnpm-lock.yaml': '' }, ALL],
      ['yarn', { 'yarn.lock': '' }, ALL],
      ['bun', { 'bun.lock': '' }, ALL],
      ['Corepack', { 'pnpm-lock.yaml': '' }, ['npm']],
    ]),
  )('by %s has no token of the job, and the registry’s own where the input gives it', async (_what, files, path) => {
    for (const token of ['', 'canary-npm-token-1']) {
      const { step, calls } = await install(files, { path, inputs: { 'npm-token': token } });
      expectSuccess(step);
      expect(calls.length).toBeGreaterThan(0);
      for (const call of calls) {
        const names = Object.keys(call.env ?? {});
        expect(
          names.filter((name) => /^(ACTIONS_|INPUT_|STATE_|AWS_|GITHUB_|GH_TOKEN$|MY_SECRET$)/.test(name)),
        ).toEqual([]);
        const values = Object.values(call.env ?? {}).join('\n');
        for (const secret of [...Object.values(CANARIES), RUNTIME_TOKEN, oidc.requestToken]) {
          expect(values).not.toContain(secret);
        }
        expect([call.env['NODE_AUTH_TOKEN'] ?? '', call.env['NPM_TOKEN'] ?? '']).toEqual([token, token]);
        expect(call.argv.join(' ')).not.toContain('canary');
      }
      expectNoSecret(step, 'canary-npm-token-1');
    }
    expect(oidc.journal).toEqual([]);
  });
});
