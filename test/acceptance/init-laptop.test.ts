import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Laptop, makeLaptop } from '../world/laptop.ts';
import {
  COMPOSE_APPLICATION,
  DASHBOARD_APPLICATION,
  newApplication,
  withParameters,
} from '../world/new-application.ts';
import type { Files } from '../world/repository.ts';
import { startStandIns, type World } from '../world/world.ts';

const SECRET = 'canary-first-steps-41';
interface Application {
  readonly files: Files;
  readonly configure: (configuration: string) => string;
  readonly services: readonly string[];
  /** An output that a service publishes. */
  readonly output: string;
}
const APPLICATIONS: readonly (readonly [what: string, application: Application])[] = [
  [
    'the example',
    {
      files: newApplication(),
      configure: withParameters,
      services: ['database', 'restapi', 'tasks'],
      output: 'tableName',
    },
  ],
  [
    'an application of Compose',
    { files: COMPOSE_APPLICATION, configure: (text) => text, services: ['db', 'web'], output: 'Table' },
  ],
  [
    'an application in the spelling of the Dashboard',
    {
      files: {
        ...DASHBOARD_APPLICATION,
        'node_modules/serverless-stages': { link: resolve(import.meta.dirname, '../..') },
      },
      configure: (text) => text,
      services: ['db', 'web'],
      output: 'table',
    },
  ],
];

describe.each(APPLICATIONS)('the first steps with %s', (_what, { files, configure, services, output }) => {
  let world: World;
  let laptop: Laptop;
  const shown: string[] = [];
  beforeAll(async () => {
    world = await startStandIns();
    laptop = makeLaptop(world, { files });
    world.aws.ssm.put(ACCOUNTS.dev, REGION, '/workshop/dev/endpoint_api_key', SECRET, { type: 'SecureString' });
  });
  afterAll(async () => {
    laptop.remove();
    await world.close();
  });
  const run = async (...args: string[]) => {
    const done = await laptop.run(...args);
    shown.push(done.stdout, done.stderr);
    expect(done.exitCode, `${args.join(' ')}\n${done.stdout}${done.stderr}`).toBe(0);
    return done.stdout;
  };

  it('are init, and then a stage of one’s own: planned, deployed, looked at and removed', async () => {
    await run('init', '--yes', '--account', ACCOUNTS.dev, '--region', REGION);
    laptop.write({ 'serverless-stages.yml': configure(laptop.text('serverless-stages.yml')) });
    const plan = JSON.parse(await run('plan', '--json'));
    expect(plan.order.flat().sort()).toEqual(services);
    expect(plan.order[0]).toContain(services[0]);
    await run('deploy');
    const { outputs } = JSON.parse(await run('outputs', '--json'));
    expect(outputs).toContainEqual(
      expect.objectContaining({ service: services[0], output, value: expect.stringMatching(/./) }),
    );
    await run('destroy', '--yes');
    expect(world.aws.stacks.list().filter(({ status }) => status !== 'DELETE_COMPLETE')).toEqual([]);
    expect(shown.join('')).not.toContain(SECRET);
  });
});
