import { describe, expect, it } from 'vitest';
import { createGitHubReader } from '../../../io/github/client.ts';
import { createMover } from '../../../io/github/mover.ts';
import { createPromotionReader } from '../../../io/github/promotion-reader.ts';
import type { GitHubReader } from '../../../io/github/reader.ts';
import { createGitHubReporter } from '../../../io/github/reporter.ts';
import type { RunContext } from '../../../io/runner/context.ts';
import { ANSWERS, outcomesOf, serveByCaller, WRONG_ANSWERS } from '../broken-server.ts';

const COMMIT = 'a'.repeat(40);
const DEPLOYMENT = {
  commit: COMMIT,
  environment: 'preview',
  task: 'deploy:workshop/dev',
  description: 'text',
  transient: true,
  run: '1/1',
  author: 'bot',
};
/** Every question to GitHub. */
const READS: Readonly<Record<string, (github: GitHubReader) => Promise<unknown>>> = {
  repository: (github) => github.repository(),
  pullRequest: (github) => github.pullRequest(1),
  openPullRequests: (github) => github.openPullRequests('feature/one'),
  pullRequestsOfCommit: (github) => github.pullRequestsOfCommit(COMMIT),
  allOpenPullRequests: (github) => github.allOpenPullRequests(),
  branches: (github) => github.branches(),
  branchHead: (github) => github.branchHead('feature/one'),
  compare: (github) => github.compare(COMMIT, COMMIT),
  file: (github) => github.file('serverless-stages.yml', COMMIT),
  commitMessage: (github) => github.commitMessage(COMMIT),
  hasDeployment: (github) => github.hasDeployment('deploy:workshop/dev'),
  deployedCommit: (github) => github.deployedCommit('deploy:workshop/dev'),
};

/** All of them, and all that is written: an answer to a write that is none says nothing of whether it was done. */
function questions(url: string, token: string): Record<string, Promise<unknown>> {
  const context = { apiUrl: url, owner: 'acme', repository: 'workshop' } as RunContext;
  const github = createGitHubReader(token, context);
  const reporter = createGitHubReporter(token, context);
  const mover = createMover(token, context);
  const promotion = createPromotionReader(token, context);
  const about = { author: 'bot', isOurs: () => true, render: () => 'text' };
  return {
    ...Object.fromEntries(Object.entries(READS).map(([key, ask]) => [key, ask(github)])),
    hasEnded: github.hasEnded('1', '1'),
    headOf: reporter.headOf(1),
    newestPullRequest: reporter.newestPullRequest('feature/one', 'open'),
    comment: reporter.comment(1, about),
    deployment: reporter.createDeployment(DEPLOYMENT),
    deploymentStatus: reporter.setDeployment(1, { state: 'success', description: 'text', logUrl: url }),
    deactivation: reporter.deactivate('preview', DEPLOYMENT.task, { description: 'text', logUrl: url }),
    commitStatus: reporter.setCommitStatus(COMMIT, {
      state: 'success',
      context: 'text',
      description: 'text',
      targetUrl: url,
    }),
    head: mover.head('prod'),
    commit: mover.commit(COMMIT),
    newCommit: mover.createCommit({ message: 'text', tree: COMMIT, parents: [COMMIT] }),
    advance: mover.advance('prod', COMMIT),
    point: mover.point('prod', COMMIT),
    proposal: mover.propose({ head: 'one', base: 'prod', title: 'text', body: 'text' }),
    rules: promotion.rules('prod'),
    environment: promotion.environment('prod'),
    role: promotion.role('ada'),
  };
}

describe('where GitHub is answered for with something else', () => {
  it('no question has an answer, least of all that nothing is there', async () => {
    const callers = ANSWERS.map((name, index) => [`token-${index}`, name] as const);
    const answers = Object.fromEntries(
      callers.map(([token, name]) => [token, WRONG_ANSWERS[name] as (typeof WRONG_ANSWERS)[string]]),
    );
    const server = await serveByCaller(answers);
    const outcomes = await outcomesOf(
      callers.map(([token]) => token),
      (token) => questions(server.url, token),
    );
    await server.close();
    for (const [token, name] of callers) {
      const { hasEnded, ...others } = outcomes[token] ?? {};
      expect(hasEnded, `${name}: whether a run has ended is not known`).toBeUndefined();
      expect(others, name).toEqual(Object.fromEntries(Object.keys(others).map((key) => [key, 'E_GITHUB'])));
      expect(Object.keys(others)).toHaveLength(Object.keys(READS).length + 16);
    }
  });
});
