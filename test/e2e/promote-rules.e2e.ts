import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkflowOutcome } from './act.ts';
import { errorsOf, type PromotionTeam, resultsOf, startPromotionTeam, summaryOf } from './promotion-team.ts';
import { outputOf } from './workshop-run.ts';

const APP = 'promoter[bot]';
const WORKFLOW = '.github/workflows/sweep.yml';
const VERSION = 'backend-tasks/src/version.mjs';
const TWO = "export const version = 'two';\n";

let team: PromotionTeam;
let first: string;
let asApp: ReturnType<typeof becomeApp>;
beforeAll(async () => {
  team = await startPromotionTeam();
  first = team.repository.head('prod');
  asApp = becomeApp();
});
afterAll(() => team.close());

/** What a repository with the App gives its runs. */
function becomeApp() {
  const permissions = { contents: 'write', 'pull-requests': 'write', workflows: 'write' } as const;
  const key = team.github.issueToken({ login: APP, permissions });
  return {
    variables: { SERVERLESS_STAGES_APP_ID: '4711', SERVERLESS_STAGES_APP_LOGIN: APP },
    secrets: { SERVERLESS_STAGES_APP_KEY: key },
  };
}

/** The branch of production takes no pushes but those of the App. */
function protect(): void {
  const rules = [{ type: 'pull_request' }, { type: 'non_fast_forward' }] as const;
  team.github.rulesets.put({ name: 'production', branches: ['prod'], rules, bypass: ['promoter'] });
}

/** Expects that the verdict was green, and the move red with this error: production and its branch are as they were. */
function expectNotMoved(outcome: WorkflowOutcome, staged: string, error: RegExp): void {
  expect(outcome.exitCode).not.toBe(0);
  expect(resultsOf(outcome)).toEqual({
    verdict: 'success',
    difference: 'success',
    plan: 'skipped',
    move: 'failure',
    resolve: 'skipped',
    start: 'skipped',
    test: 'skipped',
    deploy: 'skipped',
    end: 'skipped',
    result: 'skipped',
    report: 'failure',
  });
  expect(errorsOf(outcome)).toEqual([
    expect.stringMatching(error),
    expect.stringMatching(/^E_DEPLOY_FAILED: "prod" was not moved, and nothing was deployed to "prod"/),
  ]);
  expect(summaryOf(outcome)).toContain(`## ❌ not moved: staging at ${staged.slice(0, 7)} to prod`);
  expect(team.repository.head('prod')).toBe(first);
  expect(team.commitIn('prod')).toBe(first);
  expect(team.github.pushes).toEqual([]);
}

describe('a branch of production that only an App may move', () => {
  it("is not moved by the job's own token where pull requests are needed", async () => {
    protect();
    const staged = await team.stage('one');
    const outcome = await team.start('promote.yml');
    expectNotMoved(outcome, staged, /^E_BRANCH_RULES: /);
    expect(summaryOf(outcome)).toContain('refuse a push, unless the App that moves it is on their bypass list');
  });

  it("is not moved by the job's own token where a workflow changes, without any rule", async () => {
    team.github.rulesets.remove('production');
    const workflow = team.repository.git('show', `master:${WORKFLOW}`);
    const staged = await team.stage('two', { [VERSION]: TWO, [WORKFLOW]: `${workflow}\n# changed\n` });
    const outcome = await team.start('promote.yml');
    expectNotMoved(outcome, staged, /^E_GITHUB: .*`workflows: write`, which GITHUB_TOKEN can never have/);
    expect(summaryOf(outcome)).toMatch(/it brings changed workflows, .*: \.github\/workflows\/sweep\.yml/);
  });

  it('is moved by the App on its bypass list, and what it moved to is deployed', async () => {
    protect();
    const outcome = await team.start('promote.yml', {}, asApp);
    expect(outcome.exitCode, outcome.log).toBe(0);
    const moved = outputOf(outcome, 'move', 'move', 'commit');
    expect(team.repository.head('prod')).toBe(moved);
    expect(team.github.pushes).toMatchObject([
      { ref: 'refs/heads/prod', before: first, after: moved, actor: { login: APP }, startsWorkflows: true },
    ]);
    expect(team.repository.git('show', `prod:${WORKFLOW}`)).toMatch(/\n# changed$/);
    expect(team.commitIn('prod')).toBe(moved);
    expect(team.codeIn('prod')).toBe(team.codeIn('staging'));
    expect(outcome.log).not.toContain(asApp.secrets.SERVERLESS_STAGES_APP_KEY);
  });
});

describe("prod.yml, which the App's push starts", () => {
  const NOTHING = {
    approve: 'skipped',
    difference: 'skipped',
    plan: 'skipped',
    resolve: 'skipped',
    start: 'skipped',
    test: 'skipped',
    deploy: 'skipped',
    end: 'skipped',
    result: 'skipped',
  };

  it('leaves it to promote.yml: it asks nobody and deploys nothing', async () => {
    const before = team.identities.given.length;
    const outcome = await team.pushed(first, { actor: APP, variables: asApp.variables });
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(resultsOf(outcome)).toEqual(NOTHING);
    expect(team.identities.given.slice(before)).toEqual([]);
  });

  it("deploys everybody else's push", async () => {
    const before = team.repository.head('prod');
    const hotfix = team.repository.commit('prod', {
      'backend-tasks/src/version.mjs': "export const version = 'two';\n",
    });
    const outcome = await team.pushed(before, { actor: 'octocat', variables: asApp.variables });
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(resultsOf(outcome)).toMatchObject({ approve: 'success', deploy: 'success', result: 'success' });
    expect(team.commitIn('prod')).toBe(hotfix);
  });
});

describe('with mode: pull-request', () => {
  it('the move is a pull request with the verdict in it, and prod.yml deploys its merge', async () => {
    const { github, repository } = team;
    const read = (path: string) => `${repository.git('show', `master:${path}`)}\n`;
    const file = read('serverless-stages.yml');
    const proposing = file.replace('to: prod }', 'to: prod, mode: pull-request }');
    expect(proposing).not.toBe(file);
    // The file on the branch of production counts; there it came with the hotfix, which the main branch takes over.
    const before = repository.commit('prod', { 'serverless-stages.yml': proposing });
    const hotfix = repository.git('show', `prod:${VERSION}`);
    const staged = await team.stage('four', {
      'serverless-stages.yml': proposing,
      [VERSION]: `${hotfix}\n`,
      'backend-tasks/src/four.mjs': 'export const four = 4;\n',
    });

    const asked = await team.start('promote.yml', {}, asApp);
    expect(asked.exitCode, asked.log).toBe(0);
    expect(resultsOf(asked)).toMatchObject({
      move: 'success',
      resolve: 'skipped',
      deploy: 'skipped',
      report: 'success',
    });
    expect(repository.head('prod')).toBe(before);
    const number = Number(outputOf(asked, 'move', 'move', 'pull-request'));
    const pull = await github.pulls.find(number);
    expect(pull).toMatchObject({ head: 'promote/prod', base: 'prod', state: 'open', user: { login: APP } });
    expect(pull?.title).toBe(`Promote staging@${staged.slice(0, 7)} to prod`);
    expect(pull?.body).toContain('| ✅ passed | nothing of "prod" is lost |');
    expect(summaryOf(asked)).toContain(`pull/${number}`);

    await github.pulls.merge(number, 'squash');
    const deployed = await team.pushed(before, asApp);
    expect(deployed.exitCode, deployed.log).toBe(0);
    expect(team.commitIn('prod')).toBe(repository.head('prod'));
    expect(repository.git('rev-parse', 'prod^{tree}')).toBe(repository.git('rev-parse', `${staged}^{tree}`));
    expect(team.codeIn('prod')).toBe(team.codeIn('staging'));
    const again = await team.start('promote.yml', {}, asApp);
    expect(outputOf(again, 'verdict', 'verdict', 'decision'), again.log).toBe('nothing');
  });
});
