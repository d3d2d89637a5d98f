import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import {
  environmentOf,
  expectDeployed,
  expectLeftAlone,
  expectOrder,
  idOf,
  openApplication,
  stacksIn,
  type Team,
} from './applications.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each(['npm', 'pnpm', 'yarn'])('services that use packages of a workspace of %s', (manager) => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, `${manager}-workspaces`);
  });
  const stackOf = (service: string, stage: string) => `${manager}notes-${service}-${stage}`;
  const functionOf = { mailer: 'send', digest: 'collect' } as const;
  /** Expects that a stage has just these services, and that they read the store of dev. */
  function expectReadersOfDev(stage: string, ...services: (keyof typeof functionOf)[]): void {
    expect(stacksIn(world, stage)).toEqual(services.map((service) => stackOf(service, stage)).sort());
    for (const service of services) {
      expect(environmentOf(world, `${stackOf(service, stage)}-${functionOf[service]}`)).toMatchObject({
        NOTES_URL: idOf(world, stackOf('store', 'dev'), 'Notes'),
      });
    }
  }

  it('are deployed to dev', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'digest', 'mailer', 'store');
    expectOrder(deployment, stackOf('store', 'dev'), stackOf('mailer', 'dev'));
    expectOrder(deployment, stackOf('store', 'dev'), stackOf('digest', 'dev'));
    expect(environmentOf(world, `${stackOf('mailer', 'dev')}-send`)).toMatchObject({
      NOTES_URL: idOf(world, stackOf('store', 'dev'), 'Notes'),
    });
  });

  it('are in a preview that changes a package that they use', async () => {
    const changed = team.text('packages/kit/index.js').replace('[notes]', '[my notes]');
    const deployment = await team.deployPreview('kit', { 'packages/kit/index.js': changed });
    expectDeployed(deployment, 'mailer');
    expectReadersOfDev(deployment.stage, 'mailer');
  });

  it('are in a preview that changes a package that such a package uses', async () => {
    const changes = { 'packages/text/index.js': 'exports.upper = (text) => text.toLocaleUpperCase();\n' };
    const deployment = await team.deployPreview('text', changes);
    expectDeployed(deployment, 'digest', 'mailer');
    expectReadersOfDev(deployment.stage, 'digest', 'mailer');
  });

  it('are left as they are by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});
