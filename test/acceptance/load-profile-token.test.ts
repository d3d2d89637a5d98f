import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { configurationWith } from '../world/example.ts';
import { startWorld, type World } from '../world/world.ts';
import { countTokens, expectLoadFailure, loadProfile } from './load-profile-run.ts';
import { expectDecision, resolveStage } from './resolve-stage-run.ts';
import { changesIn, expectNoSecret, expectSuccess } from './verdict.ts';

const ROLE = `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.aws.faults.clear();
  world.oidc.faults.clear();
  world.oidc.setSubjectFormat('legacy');
  expect(changesIn(world.aws.journal.entries)).toEqual([]);
  world.aws.journal.clear();
});

describe('a job without id-token: write', () => {
  it('D1 is told which permission to add', async () => {
    const loaded = await loadProfile(world, { idToken: false });
    expect(await expectLoadFailure(loaded, 'E_OIDC_PERMISSION')).toContain('id-token: write');
    expect(world.aws.journal.entries).toEqual([]);
  });

  it("D1 is told of the fork where it is a fork's pull request", async () => {
    world.repository.commit('topic/fork', { 'a.txt': 'a' });
    const { number } = await world.github.pulls.open({ head: 'topic/fork', base: 'master', headRepositoryId: 77 });
    const context = await world.pullRequestRun(number, 'opened');
    const loaded = await loadProfile(world, { context, idToken: false });
    expect(await expectLoadFailure(loaded, 'E_OIDC_PERMISSION')).toMatch(/fork/);
  });
});

describe('the token endpoint', () => {
  it.each(
    sampleOf([
      ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } } as const],
      ['500', { kind: 'status', status: 500 } as const],
      ['a cut connection', { kind: 'reset' } as const],
      ['no answer at all', { kind: 'timeout' } as const],
    ]),
  )('D2 is asked again after %s', async (_what, fault) => {
    world.oidc.faults.next(fault);
    const tokens = await countTokens(world, async () => expectSuccess((await loadProfile(world)).step));
    expect(tokens).toBe(2);
  });

  it.each(
    sampleOf([
      ['401', { kind: 'status', status: 401 } as const, 1],
      ['403', { kind: 'status', status: 403 } as const, 1],
      ['no JSON', { kind: 'invalid-json' } as const, 3],
      ['an empty value', { kind: 'empty-value' } as const, 3],
    ]),
  )('D2 is not asked for ever after %s', async (_what, fault, times) => {
    world.oidc.faults.next(fault, 5);
    const tokens = await countTokens(world, async () => {
      const loaded = await loadProfile(world);
      await expectLoadFailure(loaded, 'E_OIDC_TOKEN');
      expectNoSecret(loaded.step, world.oidc.requestToken);
    });
    expect(tokens).toBe(times);
    expect(world.aws.journal.entries).toEqual([]);
  });
});

describe('what resolve-stage gives', () => {
  it('is taken for a preview too, also where it is long', async () => {
    const parameters = Object.fromEntries(
      Array.from({ length: 2500 }, (_, index) => [`p${index}`, `value-${index}-${'v'.repeat(40)}`]),
    );
    const dev = { role: ROLE, region: REGION, parameters };
    const previews = { 'target-branches': ['long'], role: `${ROLE}-preview` };
    const file = stringify({ version: 1, app: 'workshop', profiles: { dev }, 'default-profile': 'dev', previews });
    const listed = configurationWith(['target-branches: [master]', 'target-branches: [master, long]']);
    world.repository.commit('master', { 'serverless-stages.yml': listed });
    world.repository.commit('long', { 'serverless-stages.yml': file });
    world.repository.commit('topic/long', { 'a.txt': 'a' }, { from: 'long' });
    const { number } = await world.github.pulls.open({ head: 'topic/long', base: 'long' });
    const context = await world.pullRequestRun(number, 'opened');
    const resolved = await resolveStage(world, context);
    expectDecision(resolved, { decision: 'deploy', configuration: expect.stringMatching(/^gzip:/) });
    const job = world.job(world.withIdToken(context, 'preview'));
    const configuration = resolved.outputs['configuration'] ?? '';
    const step = await job.run({ action: 'load-profile', inputs: { configuration } });
    expectSuccess(step);
    expect(step.outputs['parameter-names']?.split(',')).toHaveLength(2500);
  });
});
