import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deploy, makeApplication, stagesFile } from './deployment.ts';
import { expectDecision, expectSkip, openPull, resolveStage } from './resolve-stage-run.ts';
import { inFolder, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, changesIn, expectFailure, expectSuccess } from './verdict.ts';

const HOUR = 60 * 60_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const windowFrom = (hours: number) => ({ start: inHours(hours), duration: '2h', reason: 'the year ends' });
const FROZEN = [windowFrom(-200), windowFrom(-1)];
const OPEN = [windowFrom(-3), windowFrom(5)];

/** A file whose stages have these windows; all are of branches of their own, but dev. */
const fileWith = (windows: Readonly<Record<string, object[]>>) => {
  const stages = ['dev', 'staging', 'prod'].map((name) => [
    name,
    { profile: 'dev', branch: name === 'dev' ? 'master' : name, freeze: windows[name] ?? [] },
  ]);
  const previews = { role: 'arn:aws:iam::111111111111:role/serverless-stages-preview' };
  return stagesFile({}, {}, { stages: Object.fromEntries(stages), 'default-profile': 'dev', previews });
};

let world: World;
let older: string;
beforeAll(async () => {
  world = await startWorld({ files: { 'serverless-stages.yml': fileWith({ staging: OPEN }) } });
  const { repository } = world;
  older = repository.commit('prod', { 'a.txt': 'before the freeze was written' });
  repository.commit('prod', { 'serverless-stages.yml': fileWith({ prod: FROZEN }) });
  repository.commit('staging', { 'a.txt': 'a' });
});
afterAll(() => world.close());

const byHand = (stage: string, branch: string, more: Record<string, string> = {}) =>
  resolveStage(world, world.dispatchRun(`refs/heads/${branch}`), { stage, ...more });
const byPush = async (stage: string, branch: string, more: Record<string, string> = {}) =>
  resolveStage(world, await world.pushRun(branch), { stage, ...more });

describe('a stage in a window of its freeze', () => {
  it('is left alone by a push: green, with a notice that says until when and why', async () => {
    const step = await byPush('prod', 'prod');
    expectSkip(step, /"prod" is frozen \(until .* UTC: the year ends\)/);
    expect(annotationsOf(step, 'notice').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^skip: .*the year ends.*nothing starts by itself/),
    ]);
  });

  it.each<[what: string, more: Record<string, string>]>([
    ['at its head', {}],
    ['at a commit whose file knew of no freeze', { commit: 'older' }],
  ])('is red for a person who starts it: %s', async (_what, more) => {
    const given = more['commit'] === undefined ? {} : { commit: older };
    const { message } = expectFailure(await byHand('prod', 'prod', given), 'E_FROZEN');
    expect(message).toMatch(/until .* UTC: the year ends.*start the run again/);
  });

  it('is red for a person who runs a push again', async () => {
    const run = { ...(await world.pushRun('prod')), runAttempt: '2' };
    expectFailure(await resolveStage(world, run, { stage: 'prod' }), 'E_FROZEN');
  });

  it('is left alone by a push that names no stage, too', async () => {
    expectSkip(await resolveStage(world, await world.pushRun('prod')), /frozen/);
  });

  it('is deployed out of them, and previews always are', async () => {
    expectDecision(await byPush('staging', 'staging'), { decision: 'deploy', stage: 'staging' });
    const number = await openPull(world, 'feature/in-the-freeze');
    const step = await resolveStage(world, await world.pullRequestRun(number, 'opened'), { freeze: 'all' });
    expectDecision(step, { decision: 'deploy', kind: 'preview' });
  });
});

describe('the variable', () => {
  it('freezes all stages, or those that it names', async () => {
    expectSkip(await byPush('staging', 'staging', { freeze: 'all' }), /SERVERLESS_STAGES_FREEZE is "all"/);
    expectSkip(await byPush('staging', 'staging', { freeze: 'dev,staging' }), /"dev,staging"/);
    expectDecision(await byPush('staging', 'staging', { freeze: 'prod' }), { decision: 'deploy' });
    expectFailure(await byHand('staging', 'staging', { freeze: 'staging' }), 'E_FROZEN');
  });

  it('that names no stage is an error: it would freeze nothing', async () => {
    const { message } = expectFailure(await byPush('staging', 'staging', { freeze: 'stagng' }), 'E_INPUT');
    expect(message).toMatch(/SERVERLESS_STAGES_FREEZE.*"stagng".*did you mean "staging"/);
  });
});

describe('a freeze that begins while a run waits', () => {
  const applications: Application[] = [];
  afterAll(() => applications.forEach((each) => void each.remove()));

  function applicationOf(name: string, windows: object[]): Application {
    const stages = { dev: { profile: 'dev', branch: 'master', destroy: 'allowed', freeze: windows } };
    const files = {
      'serverless-stages.yml': stagesFile({ api: 'api' }, {}, { stages }),
      ...stubCli({ name: 'osls', version: '4.3.1' }),
      ...inFolder('api', stubService(name)),
    };
    const application = makeApplication(files, []);
    applications.push(application);
    return application;
  }

  it.each<[by: string, windows: object[], inputs: Record<string, string>]>([
    ['its window', FROZEN, {}],
    ['the variable', [], { freeze: 'dev' }],
  ])('keeps it from deploying: %s', async (by, windows, inputs) => {
    const { folder } = applicationOf(`late-${by.at(-1)}`, windows);
    const { step, calls } = await deploy(world, folder, { inputs });
    expectFailure(step, 'E_FROZEN');
    expect(changesIn(calls)).toEqual([]);
    expect(stubCalls(folder)).toEqual([]);
  });

  it('does not where it is of other times, or of other stages', async () => {
    const { folder } = applicationOf('in-time', OPEN);
    expectSuccess((await deploy(world, folder, { inputs: { freeze: '' } })).step);
  });
});

describe('windows that are none', () => {
  it.each<[windows: unknown, text: RegExp]>([
    [[{ start: '2026-13-01', duration: '1h', reason: 'x' }], /stages\.dev|"2026-13-01" is not a date/],
    [[{ start: '2026-12-01', duration: '1w', reason: 'x' }], /"1w" is not a duration/],
    [[{ start: '2026-12-01', duration: '2d', repeat: 'daily', reason: 'x' }], /never ends/],
    [[{ start: '2026-12-01', duration: '2d', 'time-zone': 'Mars', reason: 'x' }], /"Mars" is not a time zone/],
    [[{ start: '2026-12-01', duration: '2d' }], /reason/],
    [[{ start: '2026-12-01', duration: '2d', reason: 'x', until: 'later' }], /until/],
    ['always', /freeze/],
  ])('are an error with the line: %j', async (windows, text) => {
    const stages = { dev: { profile: 'dev', branch: 'master', freeze: windows } };
    world.repository.commit('wrong', { 'serverless-stages.yml': stagesFile({}, {}, { stages }) }, { from: 'master' });
    const { message } = expectFailure(await byHand('dev', 'wrong'), 'E_CONFIG');
    expect(message).toMatch(text);
    expect(message).toMatch(/^E_CONFIG: serverless-stages\.yml.*:\d+:\d+: /);
  });

  it('are refused below a pattern, whose previews are never frozen', async () => {
    const stages = { 'feature/*': { profile: 'dev', freeze: OPEN } };
    const file = stagesFile({}, {}, { stages, 'default-profile': 'dev' });
    world.repository.commit('wrong', { 'serverless-stages.yml': file }, { from: 'master' });
    expect(expectFailure(await byHand('dev', 'wrong'), 'E_CONFIG').message).toContain('previews are never frozen');
  });
});
