import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import {
  answerOf,
  environmentOf,
  expectDeployed,
  expectLeftAlone,
  expectOrder,
  idOf,
  openApplication,
  stacksIn,
  type Team,
} from './applications.ts';

const INSTALLED = {
  'node_modules/serverless-esbuild': { link: resolve(import.meta.dirname, 'bundler') },
  'node_modules/esbuild': { link: resolve(import.meta.dirname, '../../node_modules/esbuild') },
};

let world: World;
let team: Team;
beforeAll(async () => {
  world = await startWorld();
  team = openApplication(world, 'typescript-config', INSTALLED);
});
afterAll(() => world.close());

const outbox = () => ({ OUTBOX_URL: idOf(world, 'typed-letters-dev', 'Outbox') });

describe('services that are configured and written in TypeScript, and bundled with libraries beside them', () => {
  it('are deployed to dev', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'invoices', 'letters', 'prices');
    expectOrder(deployment, 'typed-letters-dev', 'typed-prices-dev');
    expectOrder(deployment, 'typed-letters-dev', 'typed-invoices-dev');
    expect(environmentOf(world, 'typed-prices-dev-show')).toMatchObject(outbox());
    expect(environmentOf(world, 'typed-invoices-dev-print')).toMatchObject(outbox());
    expect(await answerOf(world, 'typed-prices-dev-show', { cents: 250 })).toMatchObject({ body: '2.50 EUR' });
    expect(await answerOf(world, 'typed-invoices-dev-print', { cents: 250 })).toMatchObject({
      body: 'Total: 2.50 EUR',
    });
  });

  it('are in a preview that changes a library that they import, by its path or by an alias', async () => {
    const changed = team.text('libs/money/index.ts').replace('EUR', 'euros');
    const deployment = await team.deployPreview('money', { 'libs/money/index.ts': changed });
    const { stage } = deployment;
    expectDeployed(deployment, 'invoices', 'prices');
    expect(stacksIn(world, stage)).toEqual([`typed-invoices-${stage}`, `typed-prices-${stage}`]);
    expect(environmentOf(world, `typed-prices-${stage}-show`)).toMatchObject(outbox());
    expect(environmentOf(world, `typed-invoices-${stage}-print`)).toMatchObject(outbox());
    const printed = await answerOf(world, `typed-invoices-${stage}-print`, { cents: 250 });
    expect(printed).toMatchObject({ body: 'Total: 2.50 euros' });
  });

  it('are all in a preview that changes what their configurations import', async () => {
    const changed = team.text('shared/config.ts').replace('256', '512');
    const { stage, ...deployment } = await team.deployPreview('config', { 'shared/config.ts': changed });
    expectDeployed(deployment, 'invoices', 'letters', 'prices');
    expect(environmentOf(world, `typed-prices-${stage}-show`)).toMatchObject({
      OUTBOX_URL: idOf(world, `typed-letters-${stage}`, 'Outbox'),
    });
  });

  it('are packaged in a second run of dev, as their configurations are programs, and changed in nothing', async () => {
    expectLeftAlone(await team.deployDev(), 'invoices', 'letters', 'prices');
  });
});
