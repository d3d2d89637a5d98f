import { describe, expect, it } from 'vitest';
import type { Config } from '../../../core/configuration/schema.ts';
import type { PullRequestState } from '../../../core/preview/preview.ts';
import { previewStageName } from '../../../core/stage/name.ts';
import { createConfigReader } from '../../../io/github/config-reader.ts';
import type { GitHubReader } from '../../../io/github/reader.ts';
import type { Log } from '../../../io/runner/log.ts';
import { previewOfRef } from '../../../stage/wanted/preview-now.ts';
import { replaced, WORKSHOP } from '../../core/sample-config.ts';
import { HEAD, pullRequest, REPOSITORY } from '../../core/stage/sample-pull-request.ts';

const REF = 'refs/heads/feature/login';
const BY_PULL = replaced('  target-branches', '  stage: pull-request\n  target-branches');
const silent: Log = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  debug: () => undefined,
  foreign: () => undefined,
  group: () => undefined,
};

interface Repository {
  /** Text of serverless-stages.yml by branch; its commit is `commit-of-BRANCH`, but for those in `heads`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Commits of further branches. */
  readonly heads?: Readonly<Record<string, string>>;
  readonly pulls?: readonly PullRequestState[];
  /** Thrown by every call. */
  readonly down?: Error;
}

/** A repository as GitHub has it now, with the default branch `master`. */
function githubOf({ files = { master: WORKSHOP }, heads = {}, pulls = [], down }: Repository): GitHubReader {
  const commits: Record<string, string> = {
    ...Object.fromEntries(Object.keys(files).map((branch) => [branch, `commit-of-${branch}`])),
    ...heads,
  };
  const answer = <Value>(value: Value): Promise<Value> =>
    down === undefined ? Promise.resolve(value) : Promise.reject(down);
  const open = pulls.filter((pull) => pull.open);
  const fileAt = (commit: string) =>
    Object.entries(commits).flatMap(([branch, head]) => (head === commit ? [files[branch]] : []))[0];
  return {
    repository: () => answer(REPOSITORY),
    pullRequest: (number) => answer(pulls.find((pull) => pull.number === number)),
    openPullRequests: (branch) =>
      answer(open.filter((pull) => pull.headBranch === branch && pull.headRepositoryId === REPOSITORY.id)),
    pullRequestsOfCommit: (commit) => answer(pulls.filter((pull) => pull.headSha === commit)),
    allOpenPullRequests: () => answer(open),
    branches: () => answer(new Map(Object.entries(commits))),
    branchHead: (branch) => answer(commits[branch]),
    compare: (base) => answer({ status: 'ahead' as const, mergeBase: base }),
    file: (path, commit) => {
      const text = path === 'serverless-stages.yml' ? fileAt(commit) : undefined;
      return answer(text === undefined ? undefined : Buffer.from(text));
    },
    commitMessage: () => answer('a change'),
    hasDeployment: () => answer(false),
    deployedCommit: () => answer(undefined),
    hasEnded: () => answer(undefined),
  };
}

const now = (ref: string, repository: Repository) => {
  const github = githubOf(repository);
  return previewOfRef(ref, { github, configs: createConfigReader(github, '.', silent) });
};
const stageOf = (config: Config | undefined) => Object.keys(config?.stages ?? {});

describe('the preview of a branch, by its ref', () => {
  const heads = { 'feature/login': HEAD };

  it('is deployed while its pull request is open, by the configurations that say so', async () => {
    const preview = await now(REF, { heads, pulls: [pullRequest()] });
    expect(preview.decision).toMatchObject({
      decision: 'deploy',
      stage: { ref: REF, name: previewStageName(REF, 20), commit: HEAD, pullRequest: 12 },
    });
    expect(stageOf(preview.config)).toEqual(['dev', 'staging', 'prod']);
    expect(stageOf(preview.main)).toEqual(['dev', 'staging', 'prod']);
  });

  it('tells of the open pull requests that may want it, labels and all', async () => {
    const pulls = [pullRequest({ labels: ['keep-preview'] }), pullRequest({ number: 13 })];
    const preview = await now(REF, { heads, pulls: [...pulls, pullRequest({ number: 14, headBranch: 'other' })] });
    expect(preview.pullRequests?.map(({ number }) => number)).toEqual([12, 13]);
    expect(preview.pullRequests?.[0]?.labels).toEqual(['keep-preview']);
  });

  it('F5 is removed where its pull request was closed', async () => {
    const { decision } = await now(REF, { heads, pulls: [pullRequest({ open: false })] });
    expect(decision).toMatchObject({ decision: 'destroy', stage: { ref: REF, name: previewStageName(REF, 20) } });
  });

  it('F6 is removed where the branch is gone', async () => {
    const { decision } = await now(REF, { pulls: [pullRequest({ open: false })] });
    expect(decision).toMatchObject({ decision: 'destroy', stage: { ref: REF } });
  });

  it('F20 stays while one of two pull requests of it is open', async () => {
    const pulls = [pullRequest({ open: false }), pullRequest({ number: 13 })];
    expect((await now(REF, { heads, pulls })).decision.decision).toBe('deploy');
  });

  it('A7 is not kept by a pull request of a fork whose branch has its name', async () => {
    const { decision } = await now(REF, { heads, pulls: [pullRequest({ headRepositoryId: 8 })] });
    expect(decision.decision).toBe('destroy');
  });

  it('goes by the configuration of the branch that its pull request goes into', async () => {
    const files = {
      master: replaced('[master]', '[master, next]'),
      next: replaced('  dev: { profile: dev, branch: master }\n', '').replace('[master]', '[master, next]'),
    };
    const preview = await now(REF, { files, heads, pulls: [pullRequest({ baseBranch: 'next' })] });
    expect(preview.decision.decision).toBe('deploy');
    expect(stageOf(preview.config)).toEqual(['staging', 'prod']);
    expect(stageOf(preview.main)).toEqual(['dev', 'staging', 'prod']);
  });

  it('is removed where its pull requests own their previews since', async () => {
    const preview = await now(REF, { files: { master: BY_PULL }, heads, pulls: [pullRequest()] });
    expect(preview.decision.decision).toBe('destroy');
    expect(preview.decision.reason).toContain(previewStageName('refs/pull/12', 20));
  });

  it('is removed itself, and never what took its place', async () => {
    const { decision } = await now(REF, { files: { master: BY_PULL }, heads, pulls: [pullRequest()] });
    expect(decision).toMatchObject({ decision: 'destroy', stage: { ref: REF, name: previewStageName(REF, 20) } });
  });

  it('is left alone, and never removed, where the branch is that of a configured stage', async () => {
    const { decision } = await now('refs/heads/prod', { heads: { prod: HEAD } });
    expect(decision.decision).toBe('skip');
  });

  it('stays where a pattern of stages keeps its branch', async () => {
    const files = { master: replaced('  prod: { profile: prod, branch: prod }', "  'release/*': { profile: dev }") };
    const { decision } = await now('refs/heads/release/1', { files, heads: { 'release/1': HEAD } });
    expect(decision).toMatchObject({ decision: 'deploy', stage: { ref: 'refs/heads/release/1', commit: HEAD } });
    expect((await now('refs/heads/release/1', { files })).decision.decision).toBe('destroy');
  });

  it('G10 is an error where GitHub cannot be asked: nothing is decided', async () => {
    const down = new Error('502');
    await expect(now(REF, { heads, pulls: [pullRequest()], down })).rejects.toThrow('502');
  });

  it('G10 is an error where the configuration cannot be read: nothing is decided', async () => {
    const files = { master: 'version: 1\napp: [' };
    await expect(now(REF, { files, heads })).rejects.toMatchObject({ code: expect.stringMatching(/^E_CONFIG/) });
    await expect(now(REF, { files: {}, heads: { master: 'm', ...heads } })).rejects.toMatchObject({
      code: 'E_CONFIG_FILE',
    });
  });
});

describe('the preview of a pull request, by its ref', () => {
  const files = { master: BY_PULL };
  const heads = { 'feature/login': HEAD };
  const REF_OF_PULL = 'refs/pull/12';

  it('is deployed while it is open', async () => {
    const preview = await now(REF_OF_PULL, { files, heads, pulls: [pullRequest()] });
    expect(preview.decision).toMatchObject({
      decision: 'deploy',
      stage: { ref: REF_OF_PULL, name: previewStageName(REF_OF_PULL, 20), pullRequest: 12, commit: HEAD },
    });
    expect(preview.pullRequests?.map(({ number }) => number)).toEqual([12]);
  });

  it('is removed when it is closed, whoever else has the branch', async () => {
    const pulls = [pullRequest({ open: false }), pullRequest({ number: 13 })];
    const { decision } = await now(REF_OF_PULL, { files, heads, pulls });
    expect(decision).toMatchObject({
      decision: 'destroy',
      stage: { ref: REF_OF_PULL, name: previewStageName(REF_OF_PULL, 20) },
    });
  });

  it('is removed where previews are named for branches since', async () => {
    const { decision } = await now(REF_OF_PULL, { heads, pulls: [pullRequest()] });
    expect(decision.decision).toBe('destroy');
    expect(decision.reason).toContain(previewStageName(REF, 20));
  });

  it('is removed itself, and never what took its place', async () => {
    const { decision } = await now(REF_OF_PULL, { heads, pulls: [pullRequest()] });
    expect(decision).toMatchObject({
      decision: 'destroy',
      stage: { ref: REF_OF_PULL, name: previewStageName(REF_OF_PULL, 20) },
    });
  });

  it('is not deployed where GitHub knows no such pull request', async () => {
    const { decision } = await now(REF_OF_PULL, { files, heads });
    expect(decision.decision).not.toBe('deploy');
  });

  it('A7 is not deployed where the pull request is of a fork', async () => {
    const { decision } = await now(REF_OF_PULL, { files, heads, pulls: [pullRequest({ headRepositoryId: 8 })] });
    expect(decision.decision).not.toBe('deploy');
  });
});
