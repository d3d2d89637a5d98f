import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { configurationWith } from '../world/example.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  configurationOf,
  expectDecision,
  filled,
  openPull,
  resolveStage,
  resolveWithConfiguration,
} from './resolve-stage-run.ts';
import { expectFailure, expectNoSecret } from './verdict.ts';

const FILE = 'serverless-stages.yml';
const GOOD = configurationWith(['[master]', '[master, bad]']);

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: { [FILE]: GOOD, 'elsewhere/serverless-stages.yml': GOOD } });
});
afterAll(() => world.close());

describe('B5 a file that is not a plain text', () => {
  it.each(
    sampleOf([
      ['empty', ''],
      ['only a comment', '# nothing\n'],
      ['UTF-16', Buffer.from(`\uFEFF${GOOD}`, 'utf16le')],
      ['of 5 MB', `${GOOD}# ${'x'.repeat(5_000_000)}\n`],
      ['bytes that are no UTF-8', Buffer.concat([Buffer.from(GOOD), Buffer.from([0xff, 0xfe, 0xc0])])],
      ['a link out of the repository', { link: '/etc/passwd' }],
    ]),
  )('is an error: %s', async (_what, file) => {
    const step = await resolveWithConfiguration(world, file);
    const code = step.annotations[0]?.message.startsWith('E_CONFIG_FILE') ? 'E_CONFIG_FILE' : 'E_CONFIG';
    expect(expectFailure(step, code).message).toContain(FILE);
    expectNoSecret(step, 'root:x:0:0');
  });

  it('is an error: a folder', async () => {
    world.repository.commit('bad', { [FILE]: null });
    world.repository.commit('bad', { [`${FILE}/a.txt`]: 'a' });
    const number = await openPull(world, 'topic/folder', { base: 'bad' });
    const step = await resolveStage(world, await world.pullRequestRun(number, 'opened'));
    expect(expectFailure(step, 'E_CONFIG_FILE').message).toContain(FILE);
  });

  it.each([
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['Windows line ends', GOOD.replaceAll('\n', '\r\n')],
  ])('takes one with %s', async (_what, text) => {
    expectDecision(await resolveWithConfiguration(world, text), { decision: 'deploy', profile: 'dev' });
  });

  it('is an error where there is none at all', async () => {
    const none = { 'working-directory': 'backend-tasks' };
    const step = await resolveStage(world, world.dispatchRun('refs/heads/master'), { stage: 'staging', ...none });
    expect(expectFailure(step, 'E_CONFIG_FILE').message).toContain(`backend-tasks/${FILE}`);
  });

  it('is found in the working directory', async () => {
    const step = await resolveStage(world, world.dispatchRun('refs/heads/master'), {
      stage: 'staging',
      'working-directory': 'elsewhere',
    });
    expectDecision(step, { decision: 'deploy', stage: 'staging' });
  });
});

describe("B13 a pull request's configuration", () => {
  const pullWith = async (branch: string, file: string | null) => {
    world.repository.commit(branch, { [FILE]: file });
    const { number } = await world.github.pulls.open({ head: branch, base: 'master' });
    return resolveStage(world, await world.pullRequestRun(number, 'opened'));
  };

  it('grants nothing: role, region, environment, references, stages, previews', async () => {
    const greedy = GOOD.replaceAll(
      'arn:aws:iam::111111111111:role/serverless-stages',
      'arn:aws:iam::333333333333:role/serverless-stages',
    )
      .replaceAll('-preview\n', '\n')
      .replaceAll('us-east-1', 'eu-west-1')
      .replace('environment: preview', 'environment: prod')
      .replaceAll('/workshop/dev/endpoint_api_key', '/workshop/prod/endpoint_api_key')
      .replace('      env: dev\n', '      env: { ssm: /workshop/prod/other }\n      more: { secret: PROD_KEY }\n')
      .replace('default-profile: dev', 'default-profile: prod')
      .replace('  dev: { profile: dev, branch: master }\n', '  dev: { profile: prod, branch: greedy }\n');
    const step = await pullWith('greedy', greedy);
    expectDecision(step, { decision: 'deploy', profile: 'dev', environment: 'preview', region: 'us-east-1' });
    const { profile } = configurationOf(step);
    expect(profile).toMatchObject({
      name: 'dev',
      role: 'arn:aws:iam::111111111111:role/serverless-stages-preview',
      region: 'us-east-1',
      environment: 'preview',
      parameters: { env: 'dev', endpoint_api_key: { ssm: '/workshop/dev/endpoint_api_key' } },
    });
    const { accounts, ...rest } = configurationOf(step);
    expect(JSON.stringify(rest)).not.toMatch(/workshop\/prod|PROD_KEY|333333333333|eu-west-1/);
    expect(accounts).toMatchObject({ dev: '111111111111' });
    expect(step.log).toMatch(/greedy|master|pull request/);
  });

  it('brings its own services and literal parameters, and the log says so', async () => {
    const own = GOOD.replace(
      'endpoint: https://workshop-dev.example.com',
      'endpoint: https://mine.example.com\n      colour: blue',
    ).replace('  tasks: { path:', '  jobs: { path:');
    const step = await pullWith('own/values', own);
    expectDecision(step, { decision: 'deploy' });
    const { profile, services } = configurationOf(step);
    expect(profile.parameters).toMatchObject({ endpoint: 'https://mine.example.com', colour: 'blue', env: 'dev' });
    expect(Object.keys(services).sort()).toEqual(['database', 'jobs', 'restapi']);
    expect(step.log).toMatch(/master/);
    expect(step.log).toMatch(/pull request/);
  });

  it('cannot call a configured stage its own by removing it', async () => {
    const without = GOOD.replace('  prod: { profile: prod, branch: prod }\n', '');
    world.repository.commit('topic/no-prod', { [FILE]: without });
    world.repository.git('update-ref', 'refs/heads/prod', 'refs/heads/topic/no-prod');
    const { number } = await world.github.pulls.open({ head: 'prod', base: 'master' });
    const step = await resolveStage(world, await world.pullRequestRun(number, 'opened'));
    expect(filled(step)['decision']).toBe('skip');
  });

  it('is an error at its place where it is malformed', async () => {
    const step = await pullWith('own/broken', GOOD.replace('env: dev', 'env: "dev'));
    expect(expectFailure(step, 'E_CONFIG').properties).toMatchObject({ line: expect.any(String) });
  });
});
