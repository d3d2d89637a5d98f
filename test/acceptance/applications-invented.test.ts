import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import {
  expectDeployed,
  expectLeftAlone,
  expectOrder,
  idOf,
  openApplication,
  outputsOf,
  stacksIn,
  type Team,
} from './applications.ts';

let world: World;
let team: Team;
beforeAll(async () => {
  world = await startWorld();
  team = openApplication(world, 'invented');
});
afterAll(() => world.close());

const KEYS = ['admin-listing', 'mailer', 'orders', 'public-listing'];
const NO_SERVICES = [
  'src/types',
  'test/fixtures/app',
  'examples/one',
  'templates/default',
  'integrationTests/x',
  'snippets',
];

describe('an application that lists no services, and has files that look like some', () => {
  it('has its real services in dev, and is told what was left out, and why', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, ...KEYS);
    expect(stacksIn(world, 'dev')).toEqual(KEYS.map((key) => `real-${key}-dev`));
    expectOrder(deployment, 'real-orders-dev', 'real-mailer-dev');
    expectOrder(deployment, 'real-admin-listing-dev', 'real-public-listing-dev');
    expect(outputsOf(world, 'real-mailer-dev')).toEqual({ queueUrl: idOf(world, 'real-orders-dev', 'Queue') });
    expect(outputsOf(world, 'real-public-listing-dev')).toEqual({
      queueUrl: idOf(world, 'real-admin-listing-dev', 'Queue'),
    });
    for (const folder of NO_SERVICES) {
      const lines = deployment.step.log.split('\n').filter((line) => line.includes(folder));
      const reason = lines.join('\n').replaceAll(/\S*\/\S*/g, '');
      expect(reason, `what is said of ${folder}`).toMatch(/(\w+\W+){3}/);
    }
  });

  it('has the service that a pull request changes in the preview', async () => {
    const deployment = await team.deployPreview('listing', { 'public/listing/NOTES.md': 'changed\n' });
    const { stage } = deployment;
    expectDeployed(deployment, 'public-listing');
    expect(stacksIn(world, stage)).toEqual([`real-public-listing-${stage}`]);
    expect(outputsOf(world, `real-public-listing-${stage}`)).toEqual({
      queueUrl: idOf(world, 'real-admin-listing-dev', 'Queue'),
    });
  });

  it('is left as it is by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});
