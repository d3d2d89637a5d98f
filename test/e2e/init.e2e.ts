import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Laptop, makeLaptop } from '../world/laptop.ts';
import {
  COMPOSE_APPLICATION,
  DASHBOARD_APPLICATION,
  newApplication,
  oslsInstalled,
  withParameters,
} from '../world/new-application.ts';
import type { Files } from '../world/repository.ts';
import { runCommands } from '../world/set-up.ts';
import { startStandIns, type World } from '../world/world.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

const SECRET = 'canary-init-77';
const same = (configuration: string) => configuration;

interface Application {
  readonly files: Files;
  readonly configure: (configuration: string) => string;
  /** Files that a pull request changes: all services. */
  readonly changes: readonly string[];
  readonly stacks: readonly string[];
}
const APPLICATIONS: readonly (readonly [what: string, application: Application])[] = [
  [
    'the example',
    {
      files: newApplication(),
      configure: withParameters,
      changes: ['backend-database', 'backend-restapi', 'backend-tasks'],
      stacks: ['workshop-database', 'workshop-restapi', 'workshop-tasks'],
    },
  ],
  [
    'an application of Compose',
    {
      files: { ...oslsInstalled(), ...COMPOSE_APPLICATION },
      configure: same,
      changes: ['db', 'web'],
      stacks: ['todo-db', 'todo-web'],
    },
  ],
  [
    'an application in the spelling of the Dashboard',
    {
      files: { ...oslsInstalled({ plugin: true }), ...DASHBOARD_APPLICATION },
      configure: same,
      changes: ['db', 'web'],
      stacks: ['todo-db', 'todo-web'],
    },
  ],
];

describe.each(APPLICATIONS)('%s, set up by init and by the commands that it prints', (_what, application) => {
  const { files, configure, changes, stacks } = application;
  let world: World;
  let laptop: Laptop;
  beforeAll(async () => {
    world = await startStandIns();
    laptop = makeLaptop(world, { files });
    world.aws.ssm.put(ACCOUNTS.dev, REGION, '/workshop/dev/endpoint_api_key', SECRET, { type: 'SecureString' });
  });
  afterAll(async () => {
    laptop.remove();
    await world.close();
  });

  it('has a preview of its first pull request', async () => {
    const init = await laptop.run(
      'init',
      '--yes',
      '--json',
      '--account',
      ACCOUNTS.dev,
      '--region',
      REGION,
      '--owner',
      'OWNER',
    );
    expect(init.exitCode, init.stderr).toBe(0);
    // actionlint and zizmor, as strict as with the templates.
    execFileSync('.ci/lint-workflows.sh', [laptop.folder], { stdio: 'pipe' });
    await runCommands(world, laptop, JSON.parse(init.stdout).commands);
    laptop.write({ 'serverless-stages.yml': configure(laptop.text('serverless-stages.yml')) });
    laptop.git('add', '-A', '.');
    laptop.git('-c', 'user.name=Ada', 'commit', '-qm', 'Deploy with Serverless Stages');
    laptop.git('push', '-q', '--force', world.repository.bare, 'HEAD:refs/heads/master');
    const notes = Object.fromEntries(changes.map((folder) => [`${folder}/NOTES.md`, 'changed\n']));
    const head = world.repository.commit('feature/sign-up', notes, { message: 'Ask for a name' });
    await world.github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
    const event = { name: 'pull_request', payload: await world.github.eventFor(1, 'opened') } as const;
    const run = {
      workflow: 'preview.yml',
      event,
      ref: 'refs/pull/1/merge',
      commit: head,
      environment: 'preview',
    } as const;
    const outcome = await runWorkshop(world, run);
    expect(outcome.exitCode, outcome.log).toBe(0);
    const stage = outputOf(outcome, 'resolve', 'resolve', 'stage');
    const statuses = stacks.map((name) => world.aws.stacks.find(`${name}-${stage}`)?.status);
    expect(statuses).toEqual(stacks.map(() => expect.stringMatching(/^(CREATE|UPDATE)_COMPLETE$/)));
    expect(outcome.log).not.toContain(SECRET);
  });
});
