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
  standing,
  type Team,
} from './applications.ts';
import { servicesOf } from './deployment.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('services with symbolic links', () => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, 'links');
  });
  const waiting = () => ({ WAITING_URL: idOf(world, 'links-queue-dev', 'Waiting') });

  it('are deployed to dev', async () => {
    expect(world.repository.git('ls-tree', '-r', 'master').match(/^120000 .*$/gm)).toHaveLength(3);
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'api', 'queue', 'web');
    expectOrder(deployment, 'links-queue-dev', 'links-api-dev');
    expectOrder(deployment, 'links-queue-dev', 'links-web-dev');
    expect(environmentOf(world, 'links-api-dev-greet')).toMatchObject(waiting());
    expect(environmentOf(world, 'links-web-dev-page')).toMatchObject({ TITLE: 'Welcome', ...waiting() });
  });

  it('are in a preview that changes a file of a folder that a link leads to', async () => {
    const deployment = await team.deployPreview('shared', { 'shared/greeting.js': "exports.greeting = 'good day';\n" });
    const { stage } = deployment;
    expectDeployed(deployment, 'api');
    expect(stacksIn(world, stage)).toEqual([`links-api-${stage}`]);
    expect(environmentOf(world, `links-api-${stage}-greet`)).toMatchObject(waiting());
    expect(await answerOf(world, `links-api-${stage}-greet`, {})).toMatchObject({ body: 'good day' });
  });

  it('are in a preview that changes the configuration that a link leads to', async () => {
    const changed = team.text('templates/web.yml').replace('Welcome', 'Welcome back');
    const deployment = await team.deployPreview('template', { 'templates/web.yml': changed });
    const { stage } = deployment;
    expectDeployed(deployment, 'web');
    expect(stacksIn(world, stage)).toEqual([`links-web-${stage}`]);
    const expected = { TITLE: 'Welcome back', ...waiting() };
    expect(environmentOf(world, `links-web-${stage}-page`)).toMatchObject(expected);
  });

  it('are left as they are by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});

describe('services that read a file for each stage, or else one for all', () => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, 'stage-files');
  });
  const inbox = () => ({ INBOX_URL: idOf(world, 'files-inbox-dev', 'Inbox') });

  it('are deployed to dev', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'cron', 'inbox', 'web');
    expectOrder(deployment, 'files-inbox-dev', 'files-web-dev');
    expectOrder(deployment, 'files-inbox-dev', 'files-cron-dev');
    const web = { TITLE: 'Development', LIMIT: '10', ...inbox() };
    expect(environmentOf(world, 'files-web-dev-page')).toMatchObject(web);
    expect(environmentOf(world, 'files-cron-dev-tick')).toMatchObject({ LEVEL: 'info', RETRIES: '3', ...inbox() });
  });

  it('are in a preview that changes the one for all', async () => {
    const changes = { 'config/default.yml': 'title: A new preview\nlimit: 20\n' };
    const deployment = await team.deployPreview('default', changes);
    const { stage } = deployment;
    expectDeployed(deployment, 'web');
    expect(stacksIn(world, stage)).toEqual([`files-web-${stage}`]);
    const web = { TITLE: 'A new preview', LIMIT: '20', ...inbox() };
    expect(environmentOf(world, `files-web-${stage}-page`)).toMatchObject(web);
  });

  it('are in a preview that changes a module that such a file requires', async () => {
    const changes = { 'config/base.js': "module.exports = { level: 'debug', retries: 2 };\n" };
    const deployment = await team.deployPreview('base', changes);
    const { stage } = deployment;
    expectDeployed(deployment, 'cron');
    expect(stacksIn(world, stage)).toEqual([`files-cron-${stage}`]);
    const cron = { LEVEL: 'debug', RETRIES: '3', ...inbox() };
    expect(environmentOf(world, `files-cron-${stage}-tick`)).toMatchObject(cron);
  });

  it('are left as they are by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev(), 'cron');
  });
});

describe('a service with a long name', () => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, 'long-names');
  });
  const NAME = 'notification-preferences-service';
  const topics = () => ({ TOPICS_URL: idOf(world, 'topics-dev', 'Topics') });

  it('is deployed to dev', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'preferences', 'topics');
    expectOrder(deployment, 'topics-dev', `${NAME}-dev`);
    expect(environmentOf(world, `${NAME}-dev-unsubscribeAll`)).toMatchObject(topics());
  });

  it('has a preview, whatever its branch is called', async () => {
    const topic = 'a-topic-with-many-words';
    const deployment = await team.deployPreview(topic, { 'preferences/NOTES.md': 'changed\n' });
    const { stage } = deployment;
    expectDeployed(deployment, 'preferences');
    expect(servicesOf(deployment.step)['preferences']?.reads).toEqual([{ service: 'topics', stage: 'dev' }]);
    expect(stacksIn(world, stage)).toHaveLength(1);
    const [stack = ''] = stacksIn(world, stage);
    expect(stack).toContain('notification-preferences');
    const [name = '', role = ''] = ['AWS::Lambda::Function', 'AWS::IAM::Role'].map((wanted) => {
      const { resources } = standing(world, stack);
      return [...resources.values()].find(({ type }) => type === wanted)?.physicalId;
    });
    expect(environmentOf(world, name)).toMatchObject(topics());
    for (const each of [name, role]) expect(each.length, each).toBeLessThanOrEqual(64);
  });

  it('is left as it is by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});
