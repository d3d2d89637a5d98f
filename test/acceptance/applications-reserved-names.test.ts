import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
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
  team = openApplication(world, 'reserved-names');
});
afterAll(() => world.close());

/** What the output `result` says of the services' outputs, by key. */
function outputsByKey(step: StepResult): Record<string, unknown> {
  const { services } = JSON.parse(step.outputs['result'] ?? '') as { services: { key: string; outputs: object }[] };
  return Object.fromEntries(services.map(({ key, outputs }) => [key, outputs]));
}

describe('services with names that JavaScript has for its own', () => {
  it('are deployed to dev like all others, and read', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'constructor', 'prototype');
    expectOrder(deployment, 'constructor-dev', 'prototype-dev');
    const queue = idOf(world, 'constructor-dev', 'Orders');
    expect(outputsOf(world, 'prototype-dev')).toEqual({
      toString: queue,
      QueueUrl: idOf(world, 'prototype-dev', 'Answers'),
    });
    const { constructor: first, prototype: second } = outputsByKey(deployment.step);
    expect(first).toMatchObject({ QueueUrl: queue });
    expect(second).toMatchObject({ toString: queue });
  });

  it('are left alone the second time', async () => {
    expectLeftAlone(await team.deployDev());
  });

  it('are read from dev by a preview', async () => {
    const preview = await team.deployPreview('one', {
      'prototype/serverless.yml': `${team.text('prototype/serverless.yml')}# Changed\n`,
    });
    expectDeployed(preview, 'prototype');
    expect(stacksIn(world, preview.stage)).toEqual([`prototype-${preview.stage}`]);
    expect(outputsOf(world, `prototype-${preview.stage}`)).toMatchObject({
      toString: idOf(world, 'constructor-dev', 'Orders'),
    });
  });
});
