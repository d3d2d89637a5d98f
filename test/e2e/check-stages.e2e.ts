import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import { commentOf } from './told.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

const FILE = join(import.meta.dirname, '../../examples/workshop/serverless-stages.yml');

/** The example's configuration, which checks for staging and prod; prod has these safeguards. */
function withChecks(safeguards: readonly unknown[]): string {
  const config = parse(readFileSync(FILE, 'utf8')) as { profiles: { prod: object } };
  const profiles = { ...config.profiles, prod: { ...config.profiles.prod, safeguards } };
  return stringify({ ...config, profiles, 'check-stages': ['staging', 'prod'] });
}

let world: TeamWorld;
beforeEach(async () => {
  world = await startTeamWorld();
});
afterEach(() => world.close());

/** Opens a pull request that changes the digest of the tasks and runs its preview. */
async function runPreview(safeguards: readonly unknown[]) {
  const { github, repository } = world;
  repository.commit('master', { 'serverless-stages.yml': withChecks(safeguards) }, { message: 'Check for prod' });
  repository.commit('feature/checked', { 'backend-tasks/src/note.mjs': 'export const note = 1;\n' });
  await github.pulls.open({ head: 'feature/checked', base: 'master', title: 'Checked' });
  return runWorkshop(world, {
    workflow: 'preview.yml',
    event: { name: 'pull_request', payload: await github.eventFor(1, 'opened') },
    ref: 'refs/pull/1/merge',
    commit: repository.head('master'),
    environment: 'preview',
  });
}

describe('a pull request is checked for later stages', () => {
  it('and is deployed to its preview, with a line for each in the comment', async () => {
    const outcome = await runPreview([{ 'allowed-runtimes': ['nodejs24.x'] }, 'no-secret-env-vars']);
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(outputOf(outcome, 'test', 'check', 'status')).toBe('passed');
    expect(commentOf(world, 1)).toContain(
      '✅ would pass in staging** (1 service)\n- **✅ would pass in prod** (1 service)',
    );
  });

  it('and is red if it would not pass there, but has its preview', async () => {
    const outcome = await runPreview([{ 'require-description': { minLength: 200 } }]);
    expect(outcome.exitCode).not.toBe(0);
    expect(Object.fromEntries(Object.entries(outcome.jobs).map(([id, { result }]) => [id, result]))).toEqual({
      resolve: 'success',
      start: 'success',
      test: 'success',
      deploy: 'success',
      end: 'success',
      result: 'failure',
    });
    expect(outputOf(outcome, 'deploy', 'deploy', 'status')).toBe('deployed');
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/checked-for-prod.md');
  });
});
