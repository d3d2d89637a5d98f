import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  environmentOf,
  expectDeployed,
  expectLeftAlone,
  expectOrder,
  idOf,
  openApplication,
  outputsOf,
  stacksIn,
  type Team,
} from './applications.ts';
import { servicesOf } from './deployment.ts';
import { expectNoSecret } from './verdict.ts';

const API_KEY = 'canary-compose-api-key-27';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a serverless-compose.json with params and dependsOn', () => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, 'compose-json');
    world.aws.ssm.put(ACCOUNTS.dev, REGION, '/compose-json/dev/api_key', API_KEY, { type: 'SecureString' });
  });

  it('is deployed to dev: outputs and parameters of the profile are its params', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'cron', 'db', 'web');
    expectOrder(deployment, 'todo-db-dev', 'todo-web-dev', 'todo-cron-dev');
    const URL = idOf(world, 'todo-db-dev', 'Todos');
    expect(environmentOf(world, 'todo-web-dev-app')).toMatchObject({ URL, KEY: API_KEY });
    expectNoSecret(deployment.step, API_KEY);
  });

  it('has a preview of what reads alone, which has the values of dev', async () => {
    const deployment = await team.deployPreview('web', { 'web/NOTES.md': 'changed\n' });
    const { stage } = deployment;
    expectDeployed(deployment, 'web');
    expect(stacksIn(world, stage)).toEqual([`todo-web-${stage}`]);
    const URL = idOf(world, 'todo-db-dev', 'Todos');
    expect(environmentOf(world, `todo-web-${stage}-app`)).toMatchObject({ URL, KEY: API_KEY });
    expect(servicesOf(deployment.step)['web']?.reads).toEqual([{ service: 'db', stage: 'dev' }]);
    expectNoSecret(deployment.step, API_KEY);
  });

  it('is left as it is by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});

describe('two services of Compose in one folder, each with a configuration of its own name', () => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, 'compose-config');
  });

  it('are deployed to dev', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'jobs', 'mail', 'web');
    expectOrder(deployment, 'notes-web-dev', 'notes-jobs-dev', 'notes-mail-dev');
    const requests = idOf(world, 'notes-web-dev', 'Requests');
    expect(environmentOf(world, 'notes-jobs-dev-tidy')).toMatchObject({ REQUESTS_URL: requests });
    expect(outputsOf(world, 'notes-mail-dev')).toEqual({ jobs: requests });
  });

  it('are both in a preview that changes a file of the folder', async () => {
    const changes = { 'app/src/show.js': 'exports.handler = async () => ({ statusCode: 204 });\n' };
    const deployment = await team.deployPreview('app', changes);
    const { stage } = deployment;
    expectDeployed(deployment, 'jobs', 'web');
    expect(stacksIn(world, stage)).toEqual([`notes-jobs-${stage}`, `notes-web-${stage}`]);
    expect(environmentOf(world, `notes-jobs-${stage}-tidy`)).toMatchObject({
      REQUESTS_URL: idOf(world, `notes-web-${stage}`, 'Requests'),
    });
  });

  it('are not in a preview of another, which has the values of dev', async () => {
    const deployment = await team.deployPreview('mail', { 'mail/NOTES.md': 'changed\n' });
    const { stage } = deployment;
    expectDeployed(deployment, 'mail');
    expect(stacksIn(world, stage)).toEqual([`notes-mail-${stage}`]);
    expect(outputsOf(world, `notes-mail-${stage}`)).toEqual({ jobs: idOf(world, 'notes-web-dev', 'Requests') });
  });

  it('are left as they are by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});

describe('a service in the folder of another', () => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, 'nested');
  });
  const pending = (stage: string) => idOf(world, `nested-jobs-${stage}`, 'Pending');

  it('is deployed to dev', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'api', 'jobs');
    expectOrder(deployment, 'nested-jobs-dev', 'nested-api-dev');
    expect(environmentOf(world, 'nested-api-dev-start')).toMatchObject({ PENDING_URL: pending('dev') });
  });

  it('changes both with a file of its own', async () => {
    const changes = { 'services/api/jobs/src/steps.js': "exports.steps = ['read'];\n" };
    const deployment = await team.deployPreview('jobs', changes);
    const { stage } = deployment;
    expectDeployed(deployment, 'api', 'jobs');
    expect(stacksIn(world, stage)).toEqual([`nested-api-${stage}`, `nested-jobs-${stage}`]);
    expect(environmentOf(world, `nested-api-${stage}-start`)).toMatchObject({ PENDING_URL: pending(stage) });
  });

  it('is not changed by a file of the outer one', async () => {
    const deployment = await team.deployPreview('api', { 'services/api/NOTES.md': 'changed\n' });
    const { stage } = deployment;
    expectDeployed(deployment, 'api');
    expect(stacksIn(world, stage)).toEqual([`nested-api-${stage}`]);
    expect(environmentOf(world, `nested-api-${stage}-start`)).toMatchObject({ PENDING_URL: pending('dev') });
  });

  it('is left as it is by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});
