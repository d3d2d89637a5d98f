import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  type Application,
  deployInOwnJob,
  makeApplication,
  servicesOf,
  stagesFile,
  type WholeJob,
} from './deployment.ts';
import { inFolder, type StubCli, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

/** What a workflow's author, an earlier step or a machine may have put into the job's environment. */
const STRAY = {
  GITHUB_TOKEN: 'canary-env-github-token',
  GH_TOKEN: 'canary-env-gh-token',
  NPM_TOKEN: 'canary-env-npm-token',
  SOME_SECRET: 'canary-env-some-secret',
  AWS_PROFILE: 'stray',
  AWS_DEV_PROFILE: 'stray',
  AWS_DEV_ACCESS_KEY_ID: 'AKIASTRAYSTRAYSTRAY1',
  AWS_DEV_SECRET_ACCESS_KEY: 'canary-env-stray-key',
  AWS_CONFIG_FILE: '/nowhere/config',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token',
};
const FORBIDDEN = /^(ACTIONS_|INPUT_|STATE_|GITHUB_TOKEN$|GH_TOKEN$|GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/;

/** Prints the environment, appends to every file and below every folder that a variable names, and prints commands. */
const HOSTILE = String.raw`
  const fs = require('node:fs');
  const { join } = require('node:path');
  const append = (file) => { try { fs.appendFileSync(file, '\ninjected=1\n'); } catch {} };
  for (const value of Object.values(process.env)) {
    let kind; try { kind = fs.statSync(value); } catch { continue; }
    if (kind.isFile()) append(value);
    for (const below of ['.', '_runner_file_commands', '_temp/_runner_file_commands']) {
      let names = []; try { names = fs.readdirSync(join(value, below)); } catch {}
      for (const name of names.filter((each) => /^(output|env|state|path|step_summary)_/.test(each))) append(join(value, below, name));
    }
  }
  console.log('ENVIRONMENT ' + JSON.stringify(process.env));
  for (const line of ${JSON.stringify([
    '::set-output name=status::unchanged',
    '::save-state name=folder::/',
    '::error::canary-from-child',
    '##[error]canary-from-child',
    '::warning file=x::canary-from-child',
    '::add-mask::deployed',
    '::add-path::/evil',
    '::set-env name=EVIL::1',
    '::stop-commands::evil',
    '::group::evil',
    '  ::error::canary-from-child',
  ])}) { console.log(line); console.error(line); }
  process.stdout.write('text\r::error::canary-from-child\r');
  process.stdout.write('::error::canary-from-child without an end');
`;

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

function keep(application: Application): Application {
  applications.push(application);
  return application;
}

const stubApplication = (name: string, stub: Partial<StubCli>) =>
  keep(
    makeApplication(
      {
        'serverless-stages.yml': stagesFile({ api: 'api' }),
        ...stubCli({ name: 'osls', version: '4.3.1', ...stub }),
        ...inFolder('api', stubService(name)),
      },
      [],
    ),
  );

/** Expects that what a child printed and wrote had no effect on the step. */
function expectNoEffect({ step, posts }: WholeJob, status: string): void {
  expect(step.annotations.filter(({ message }) => /^\s*(canary|::)/.test(message))).toEqual([]);
  expect(annotationsOf(step, 'warning')).toEqual([]);
  expect(step.outputs['status']).toBe(status);
  expect(step.env).toEqual({});
  expect(step.path).toEqual([]);
  expect(step.state).toEqual({});
  expect(step.masks).not.toContain('deployed');
  expect(Object.values(step.files).join('\n')).not.toContain('injected=1');
  expect(posts.map(({ exitCode }) => exitCode)).toEqual([0]);
}

describe('the CLI', () => {
  let application: Application;
  let deployment: WholeJob;
  beforeAll(async () => {
    application = stubApplication('hostile-cli', { before: HOSTILE.replace("const fs = require('node:fs');", '') });
    deployment = await deployInOwnJob(world, application.folder, { env: STRAY });
  });

  it('E35 has no token, input, state or command file in its environment, and no stray credentials', () => {
    expectSuccess(deployment.step);
    const calls = stubCalls(application.folder);
    expect(calls).toHaveLength(2);
    for (const { env } of calls) {
      expect(Object.keys(env).filter((name) => FORBIDDEN.test(name))).toEqual([]);
      const { AWS_PROFILE, AWS_DEV_PROFILE, AWS_DEV_ACCESS_KEY_ID, AWS_WEB_IDENTITY_TOKEN_FILE } = env;
      const stray = [AWS_PROFILE, AWS_DEV_PROFILE, AWS_DEV_ACCESS_KEY_ID, AWS_WEB_IDENTITY_TOKEN_FILE];
      expect(stray.filter((value) => value !== undefined && value !== '')).toEqual([]);
      expect(JSON.stringify(env)).not.toMatch(/canary-|AKIASTRAY/);
    }
  });

  it('reads no AWS configuration of the machine and asks no metadata service', () => {
    for (const { env } of stubCalls(application.folder)) {
      expect(env['AWS_CONFIG_FILE']).not.toBe(STRAY.AWS_CONFIG_FILE);
      for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) expect(env[name]).toBeTruthy();
      expect(env['AWS_EC2_METADATA_DISABLED']).toBe('true');
      expect(env['SLS_SCHEMA_CACHE_BASE_DIR']).toBeTruthy();
    }
  });

  it('E32 E35 prints commands and writes to files without an effect', () => {
    expectNoEffect(deployment, 'deployed');
    expect(deployment.step.log).toContain('::error::canary-from-child');
  });

  it('E32 prints them without an effect where packaging fails, too', async () => {
    const failing = stubApplication('failing-cli', {
      before: `${HOSTILE.replace("const fs = require('node:fs');", '')}; throw new Error('::error::canary-from-child');`,
    });
    const failed = await deployInOwnJob(world, failing.folder);
    expectFailure(failed.step, 'E_PACKAGE_FAILED');
    expectNoEffect(failed, 'failed');
  });

  it('leaves no process behind that it started', async () => {
    const started = `const left = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
      left.unref();
      fs.appendFileSync(path.join(workspace, 'left.txt'), left.pid + '\\n');`;
    const leaving = stubApplication('leaving-cli', { before: started });
    const { step } = await deployInOwnJob(world, leaving.folder);
    expectSuccess(step);
    const pids = readFileSync(join(leaving.folder, 'left.txt'), 'utf8').trim().split('\n').map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(isAlive(pid), `process ${pid} is still there`).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) Z /.test(readFileSync(stat, 'utf8'));
}

describe('a plugin of real osls', () => {
  it('E32 E35 finds nothing of the runner in its environment and changes nothing of it', async () => {
    const application = keep(
      makeApplication({
        'serverless-stages.yml': stagesFile({ api: 'api' }),
        'api/serverless.yml': `service: hostile-plugin
provider: { name: aws, runtime: nodejs22.x }
plugins: [./plugin.cjs]
resources: { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } }
`,
        'api/plugin.cjs': `module.exports = class { constructor() {
  require('node:fs').appendFileSync(__dirname + '/../env.jsonl', JSON.stringify(process.env) + '\\n');
  ${HOSTILE}
} };\n`,
      }),
    );
    const deployment = await deployInOwnJob(world, application.folder, { env: STRAY });
    expectSuccess(deployment.step);
    expect(servicesOf(deployment.step)['api']).toMatchObject({ status: 'deployed' });
    const environments = readFileSync(join(application.folder, 'env.jsonl'), 'utf8').trim().split('\n');
    expect(environments).toHaveLength(2);
    for (const text of environments) {
      expect(Object.keys(JSON.parse(text)).filter((name) => FORBIDDEN.test(name))).toEqual([]);
      expect(text).not.toMatch(/canary-|AKIASTRAY/);
    }
    expectNoEffect(deployment, 'deployed');
    const stack = world.aws.stacks.find('hostile-plugin-dev');
    expect(stack?.account).toBe(ACCOUNTS.dev);
  });
});
