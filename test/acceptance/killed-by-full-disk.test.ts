import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deployInOwnJob, makeApplication, stagesFile, type WholeJob } from './deployment.ts';
import { isLockFree, preload } from './fault-points.ts';
import { inFolder, type StubCli, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, expectFailure } from './verdict.ts';

const FULL = /ENOSPC|no space left on device/;

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

/** An application of its own, so with a lock of its own, whose one service has its name. */
function applicationOf(app: string, stub: Partial<StubCli> = {}): Application {
  const stages = stagesFile({ api: 'api' }).replace('app: workshop', `app: ${app}`);
  const cli = stubCli({ name: 'osls', version: '4.3.1', ...stub });
  const files = { 'serverless-stages.yml': stages, ...cli, ...inFolder('api', stubService(app)) };
  const application = makeApplication(files, []);
  applications.push(application);
  return application;
}

const isFree = (app: string) => isLockFree(world, `/serverless-stages/${app}/configured/dev`);

/** Has a program find the disk full when it writes to a path that matches, and (`ever after`) whatever it writes from then on. */
function diskFullFor(path: RegExp, how: 'once' | 'ever after' = 'ever after'): string {
  return `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let full = false;
    const check = (call, path) => {
      const isMet = ${path}.test(String(path));
      full ||= isMet && ${how === 'ever after'};
      if (!isMet && !full) return;
      const message = 'ENOSPC: no space left on device, ' + call + " '" + path + "'";
      throw Object.assign(new Error(message), { code: 'ENOSPC', errno: -28, syscall: call, path });
    };
    for (const name of ['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'copyFile', 'cp']) {
      const later = fs.promises[name];
      const now = fs[name + 'Sync'];
      fs.promises[name] = async (path, ...more) => { check(name, path); return later(path, ...more); };
      fs[name + 'Sync'] = (path, ...more) => { check(name, path); return now(path, ...more); };
    }
    syncBuiltinESMExports();`;
}

/** Expects that the job's end went on, and left no file of ours behind. */
function expectCleanEnd({ job, posts }: Pick<WholeJob, 'job' | 'posts'>): void {
  expect(posts.length).toBeGreaterThan(0);
  for (const post of posts) expect(post.conclusion, post.log).toBe('success');
  const left = existsSync(job.temp) ? readdirSync(job.temp) : [];
  expect(left.filter((name) => name.startsWith('serverless-stages'))).toEqual([]);
}

describe('E33 the temp folder of the runner', () => {
  // A folder below a file cannot be made by anybody, whatever the rights are of who runs the tests.
  it.each(
    sampleOf([
      ['is read-only', /ENOTDIR|not a directory/, (file: string) => `process.env.RUNNER_TEMP = '${file}/temp';`],
      ['is full', FULL, () => diskFullFor(/serverless-stages-profile/)],
      ['is full when it comes to the credentials', FULL, () => diskFullFor(/\/credentials\.json$/)],
    ]),
  )('E33 %s: load-profile says so, and its end still comes', async (_what, reason, code) => {
    const application = applicationOf('temp-folder');
    const context = { ...world.dispatchRun('refs/heads/master'), workspace: application.folder };
    const job = world.job(world.withIdToken(context, 'dev'));
    const file = join(job.temp, 'a-file');
    writeFileSync(file, '');
    const env = { NODE_OPTIONS: preload(code(file)) };
    const step = await job.run({ action: 'load-profile', inputs: { stage: 'dev' }, env });
    expectCleanEnd({ job, posts: await job.finish() });
    const { message } = expectFailure(step, 'E_INPUT');
    expect(message).toMatch(reason);
    expect(message).toContain('RUNNER_TEMP');
  });

  it('E33 is full when deploy-service begins: it says so before anything is asked of AWS, and the end still comes', async () => {
    const application = applicationOf('full-at-start');
    const deployEnv = { NODE_OPTIONS: preload(diskFullFor(/\/deploy-/)) };
    const deployment = await deployInOwnJob(world, application.folder, { deployEnv });
    expect(deployment.calls).toEqual([]);
    expect(stubCalls(application.folder)).toEqual([]);
    expectCleanEnd(deployment);
    expect(expectFailure(deployment.step, 'E_INPUT').message).toMatch(FULL);
  });
});

describe('E33 a disk that fills while deploy-service works', () => {
  // The kernel's own ENOSPC, which needs no full disk (Linux).
  it.runIf(existsSync('/dev/full')).each([
    ['packages', 'full-package', 'package', 'E_PACKAGE_FAILED'],
    ['deploys', 'full-deploy', 'deploy', 'E_DEPLOY_FAILED'],
  ] as const)(
    'E33 so that the CLI cannot write while it %s: its words are the reason, the lock is free, the end comes',
    async (_what, app, command, code) => {
      const before = `if (command === '${command}') fs.writeFileSync('/dev/full', 'x');`;
      const deployment = await deployInOwnJob(world, applicationOf(app, { before }).folder);
      expect(expectFailure(deployment.step, code).message).toMatch(FULL);
      expect(deployment.step.outputs['status']).toBe('failed');
      expect(isFree(app)).toBe(true);
      expectCleanEnd(deployment);
    },
  );

  it.each(
    sampleOf([
      ['the runner of the CLI', 'full-runner', /\/empty$/],
      ['the parameters', 'full-parameters', /\/p-api\.json$/],
      ['the context of the plugin', 'full-context', /\/plugin-api\.json$/],
    ]),
  )(
    'E33 so that a file for %s cannot be written: a clear error, the lock is free, the end comes',
    async (_what, app, path) => {
      await expectNotDeployed(app, diskFullFor(path, 'once'));
    },
  );

  it('E33 so that nothing can be written any more: a clear error, the lock is free, the end comes', async () => {
    await expectNotDeployed('full-ever-after', diskFullFor(/\/p-api\.json$/));
  });

  async function expectNotDeployed(app: string, code: string): Promise<void> {
    const deployment = await deployInOwnJob(world, applicationOf(app).folder, {
      deployEnv: { NODE_OPTIONS: preload(code) },
    });
    expect(isFree(app)).toBe(true);
    expect(world.aws.stacks.find(`${app}-dev`)).toBeUndefined();
    expectCleanEnd(deployment);
    expectClearError(deployment);
  }

  it.each([
    ['outputs', 'full-outputs', 'GITHUB_OUTPUT'],
    ['summary', 'full-summary', 'GITHUB_STEP_SUMMARY'],
  ])(
    'E33 so that the %s cannot be written: it is told, the lock is free, the end comes',
    async (_what, app, variable) => {
      const suffix = variable.replace('GITHUB_', '').toLowerCase();
      const deployEnv = { NODE_OPTIONS: preload(diskFullFor(new RegExp(`_runner_file_commands/${suffix}_`))) };
      const deployment = await deployInOwnJob(world, applicationOf(app).folder, { deployEnv });
      expect(world.aws.stacks.find(`${app}-dev`)?.status).toBe('CREATE_COMPLETE');
      expect(isFree(app)).toBe(true);
      expectCleanEnd(deployment);
      const warnings = annotationsOf(deployment.step, 'warning').map(({ message }) => message);
      if (variable === 'GITHUB_OUTPUT') expectClearError(deployment);
      else expect(warnings.join()).toMatch(FULL);
    },
  );
});

/** Expects one error that names the full disk, and does not take it for a fault of the action. */
function expectClearError({ step }: WholeJob): void {
  const errors = annotationsOf(step, 'error').map(({ message }) => message);
  expect(step.exitCode).toBe(1);
  expect(errors).toEqual([expect.stringMatching(FULL)]);
  expect(errors.join()).not.toMatch(/E_INTERNAL|fault of the action/);
}
