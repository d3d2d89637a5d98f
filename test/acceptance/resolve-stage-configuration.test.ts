import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationWith, type Files } from './repository.ts';
import { configurationOf, expectDecision, filled, openPull, resolveStage } from './resolve-stage-run.ts';
import { expectFailure, expectNoSecret } from './verdict.ts';
import { startWorld, type World } from './world.ts';

const FILE = 'serverless-stages.yml';
const GOOD = configurationWith(['[master]', '[master, bad]']);

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: { [FILE]: GOOD, 'elsewhere/serverless-stages.yml': GOOD } });
});
afterAll(() => world.close());

let count = 0;
/** Resolves a pull request into a branch whose configuration is this. */
async function resolveWith(file: Files[string]) {
  count += 1;
  world.repository.git('update-ref', 'refs/heads/bad', 'refs/heads/master');
  world.repository.commit('bad', { [FILE]: file });
  world.repository.commit(`topic/${count}`, { 'a.txt': 'a' }, { from: 'bad' });
  const { number } = await world.github.pulls.open({ head: `topic/${count}`, base: 'bad' });
  return resolveStage(world, await world.pullRequestRun(number, 'opened'));
}

describe('a configuration that says what it may not', () => {
  const line = (text: string) => GOOD.split('\n').findIndex((each) => each.includes(text)) + 1;

  it.each([
    [
      'B1 a tab',
      GOOD.replace('    region: us-east-1', '\tregion: us-east-1'),
      'E_CONFIG',
      line('    region: us-east-1'),
      /tab/i,
    ],
    ['B1 an open quote', GOOD.replace('env: dev', 'env: "dev'), 'E_CONFIG', undefined, /quote/i],
    [
      'B2 an unknown key',
      GOOD.replace('{ profile: prod', '{ porfile: prod'),
      'E_CONFIG',
      line('{ profile: prod'),
      /porfile.*profile/s,
    ],
    [
      'B4 an account that is a number',
      GOOD.replace('role: arn:aws:iam::111111111111:role/serverless-stages\n', 'role: 012345678901\n'),
      'E_CONFIG',
      undefined,
      /quote|text|string|ARN/i,
    ],
    [
      'B6 an unknown profile',
      GOOD.replace('{ profile: staging', '{ profile: stagign'),
      'E_PROFILE_UNKNOWN',
      line('{ profile: staging'),
      /stagign.*staging/s,
    ],
    [
      'B6 an unknown default profile',
      GOOD.replace('default-profile: dev', 'default-profile: devv'),
      'E_PROFILE_UNKNOWN',
      line('default-profile'),
      /dev/,
    ],
    [
      'B7 a role with a blank at its end',
      GOOD.replace('role/serverless-stages-preview', '"role/x"').replace(
        'role: arn:aws:iam::111111111111:"role/x"',
        'role: "arn:aws:iam::111111111111:role/serverless-stages-preview "',
      ),
      'E_ROLE_ARN',
      line('serverless-stages-preview'),
      /blank|space/,
    ],
    [
      'B7 a user',
      GOOD.replace('role/serverless-stages-preview', 'user/ada'),
      'E_ROLE_ARN',
      line('serverless-stages-preview'),
      /user/,
    ],
    [
      'B7 a role of China',
      GOOD.replace('arn:aws:iam::333333333333', 'arn:aws-cn:iam::333333333333'),
      'E_ROLE_ARN',
      line('333333333333'),
      /aws-cn/,
    ],
    [
      'B8 a region that is none',
      GOOD.replace('region: us-east-1', 'region: us-east1'),
      'E_CONFIG',
      line('region: us-east-1'),
      /us-east1.*us-east-1/s,
    ],
    ['B14 a newer version', GOOD.replace('version: 1', 'version: 2'), 'E_CONFIG_VERSION', line('version: 1'), /2/],
    [
      'a key of a later version',
      `${GOOD}\npromote: { from: staging, to: prod }\n`,
      'E_NOT_SUPPORTED',
      undefined,
      /promote/,
    ],
    [
      'a stage with the name of a preview',
      GOOD.replace('  prod: { profile: prod', '  login-3fa9c1: { profile: prod'),
      'E_CONFIG',
      line('  prod: { profile'),
      /login-3fa9c1/,
    ],
  ] as const)('%s is an error at its place', async (_what, text, code, at, words) => {
    const step = await resolveWith(text);
    const { message, properties } = expectFailure(step, code);
    expect(message).toMatch(words);
    const number = expect.stringMatching(/^[1-9]\d*$/);
    expect(properties).toMatchObject({ line: number, col: number });
    if (at !== undefined) expect(properties['line']).toBe(String(at));
    expect(message).toContain(`:${properties['line']}:${properties['col']}`);
    expect(filled(step)).toEqual({ decision: 'error' });
  });

  it('B1 names the file as it is called in the repository, so that GitHub shows the error beside its line', async () => {
    const step = await resolveWith(GOOD.replace('version: 1', 'version: 2'));
    expect(expectFailure(step, 'E_CONFIG_VERSION').properties['file']).toBe(FILE);
  });
});

describe('B5 a file that is not a plain text', () => {
  it.each([
    ['empty', ''],
    ['only a comment', '# nothing\n'],
    ['UTF-16', Buffer.from(`\uFEFF${GOOD}`, 'utf16le')],
    ['of 5 MB', `${GOOD}# ${'x'.repeat(5_000_000)}\n`],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from(GOOD), Buffer.from([0xff, 0xfe, 0xc0])])],
    ['a link out of the repository', { link: '/etc/passwd' }],
  ])('is an error: %s', async (_what, file) => {
    const step = await resolveWith(file);
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
    expectDecision(await resolveWith(text), { decision: 'deploy', profile: 'dev' });
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
    expect(step.outputs['configuration']).not.toMatch(/workshop\/prod|PROD_KEY|333333333333|eu-west-1/);
    expect(step.log).toMatch(/greedy|master|pull request/);
  });

  it('brings its own services and literal parameters, and the log says so', async () => {
    const own = GOOD.replace(
      'endpoint: https://workshop-dev.example.com',
      'endpoint: https://mine.example.com\n      colour: blue',
    ).replace('  tasks: { path: backend-tasks }', '  jobs: { path: backend-tasks }');
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

describe('GitHub that does not answer', () => {
  const dispatch = () => resolveStage(world, world.dispatchRun('refs/heads/master'), { stage: 'staging' });
  const asked = () => world.github.journal.length;

  it.each([
    ['an error of its own', { kind: 'status', status: 500 } as const],
    ['an HTML page', { kind: 'html', status: 502 } as const],
    ['a cut connection', { kind: 'reset' } as const],
  ])('H2 with %s is asked again', async (_what, fault) => {
    world.github.faults.next(fault);
    expectDecision(await dispatch(), { decision: 'deploy' });
  });

  it('H2 follows a repository that was renamed', async () => {
    world.github.faults.next({ kind: 'moved' });
    expectDecision(await dispatch(), { decision: 'deploy' });
  });

  it.each([
    [401, /github-token|token/],
    [403, /permissions|contents: read/],
  ])('H1 with %i is an error that says what to do, after one call', async (status, words) => {
    const before = asked();
    world.github.faults.next({ kind: 'status', status }, { times: 3 });
    try {
      const step = await dispatch();
      expect(expectFailure(step, 'E_GITHUB').message).toMatch(words);
      expect(filled(step)).toEqual({ decision: 'error' });
      expect(asked() - before).toBe(1);
      expectNoSecret(step, world.github.token);
    } finally {
      world.github.faults.clear();
    }
  });

  it('D1 gives no token away in debug', async () => {
    world.github.faults.next({ kind: 'status', status: 401 }, { times: 3 });
    const run = { ...world.dispatchRun('refs/heads/master'), debug: true };
    const step = await resolveStage(world, run, { stage: 'staging' });
    world.github.faults.clear();
    expect(step.exitCode).not.toBe(0);
    expectNoSecret(step, world.github.token);
  });
});
