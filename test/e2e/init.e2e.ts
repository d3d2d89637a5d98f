import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../world/accounts.ts';
import { everyService } from '../world/example.ts';
import { type Laptop, makeLaptop } from '../world/laptop.ts';
import { newApplication, withParameters } from '../world/new-application.ts';
import { runCommands } from '../world/set-up.ts';
import { startStandIns, type World } from '../world/world.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

const SERVICES = ['workshop-database', 'workshop-restapi', 'workshop-tasks'];

let world: World;
let laptop: Laptop;
beforeAll(async () => {
  world = await startStandIns();
  laptop = makeLaptop(world, { files: newApplication() });
});
afterAll(async () => {
  laptop.remove();
  await world.close();
});

describe('an application that init has set up, by the commands that it prints', () => {
  it('has a preview of its first pull request', async () => {
    const init = await laptop.run(
      'init',
      '--yes',
      '--json',
      '--account',
      ACCOUNTS.dev,
      '--region',
      'us-east-1',
      '--owner',
      'OWNER',
    );
    expect(init.exitCode, init.stderr).toBe(0);
    // actionlint and zizmor, as strict as with the templates.
    execFileSync('.ci/lint-workflows.sh', [laptop.folder], { stdio: 'pipe' });
    await runCommands(world, laptop, JSON.parse(init.stdout).commands);
    world.aws.ssm.put(ACCOUNTS.dev, 'us-east-1', '/workshop/dev/endpoint_api_key', 'canary-init-77', {
      type: 'SecureString',
    });
    expect(init.stdout).toContain('Add the parameters endpoint, endpoint_api_key');
    laptop.write({ 'serverless-stages.yml': withParameters(laptop.text('serverless-stages.yml')) });
    laptop.git('add', '-A', '.');
    laptop.git('-c', 'user.name=Ada', 'commit', '-qm', 'Deploy with Serverless Stages');
    execFileSync('git', [
      '-C',
      laptop.folder,
      'push',
      '-q',
      '--force',
      world.repository.bare,
      'HEAD:refs/heads/master',
    ]);
    const head = world.repository.commit('feature/sign-up', everyService('Sign up now'), { message: 'Ask for a name' });
    await world.github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
    const event = { name: 'pull_request', payload: await world.github.eventFor(1, 'opened') } as const;
    const outcome = await runWorkshop(world, {
      workflow: 'preview.yml',
      event,
      ref: 'refs/pull/1/merge',
      commit: head,
      environment: 'preview',
    });
    expect(outcome.exitCode, outcome.log).toBe(0);
    const stage = outputOf(outcome, 'resolve', 'resolve', 'stage');
    expect(SERVICES.map((name) => world.aws.stacks.find(`${name}-${stage}`)?.status)).toEqual(
      SERVICES.map(() => 'UPDATE_COMPLETE'),
    );
    expect(outcome.log).not.toContain('canary-init-77');
  });
});
