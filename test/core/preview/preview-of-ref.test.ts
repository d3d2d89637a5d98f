import { describe, expect, it } from 'vitest';
import type { Config } from '../../../core/configuration/schema.ts';
import { type BranchState, decidePreview, type PullRequestState } from '../../../core/preview/preview.ts';
import {
  decidePreviewOfBranch,
  decidePreviewOfPullRequest,
  pullRequestsOfRef,
} from '../../../core/preview/preview-of-ref.ts';
import { configOf, replaced, WORKSHOP, workshopWith } from '../sample-config.ts';
import { HEAD, pullRequest, REPOSITORY } from '../stage/sample-pull-request.ts';

const branchOf = (overrides: Partial<BranchState> = {}): BranchState => ({
  name: 'feature/login',
  headSha: HEAD,
  pullRequests: [],
  ...overrides,
});
const WITHOUT_PREVIEWS = configOf(WORKSHOP.replace(/previews:\n( .*\n)+/, ''));

describe('decidePreviewOfPullRequest', () => {
  const decide = (pull: PullRequestState, config: Config = configOf()) =>
    decidePreviewOfPullRequest(
      config,
      REPOSITORY,
      branchOf({ name: pull.headBranch, pullRequests: pull.open ? [pull] : [] }),
      pull,
    );

  it.each([true, false])('decides as decidePreview does where it may have a preview (open: %s)', (open) => {
    const pull = pullRequest({ open });
    const branch = branchOf({ pullRequests: open ? [pull] : [] });
    expect(decide(pull)).toEqual(decidePreview(configOf(), REPOSITORY, branch, pull));
    expect(decide(pull).decision).toBe(open ? 'deploy' : 'destroy');
  });

  it.each<[string, Partial<PullRequestState>]>([
    ['A7 of a fork', { headRepositoryId: 8 }],
    ['A7 of a fork whose branch is called master', { headRepositoryId: 8, headBranch: 'master' }],
    ['A16 of a repository that is gone', { headRepositoryId: null }],
    ['A6 of the branch of a configured stage', { headBranch: 'prod' }],
    ['into another branch', { baseBranch: 'release' }],
  ])('skips one %s, open or closed', (_, overrides) => {
    for (const open of [true, false]) {
      const decision = decide(pullRequest({ ...overrides, open }));
      expect(decision.decision).toBe('skip');
      expect(decision.reason).not.toBe('');
    }
  });

  it('skips one where no previews are configured', () => {
    expect(decide(pullRequest(), WITHOUT_PREVIEWS).decision).toBe('skip');
    expect(decide(pullRequest({ open: false }), WITHOUT_PREVIEWS).decision).toBe('skip');
  });
});

describe('decidePreviewOfBranch', () => {
  const decide = (overrides: Partial<BranchState> = {}, config: Config = configOf()) =>
    decidePreviewOfBranch(config, REPOSITORY, branchOf(overrides));

  it('deploys one with an open pull request, as decidePreview does', () => {
    const branch = branchOf({ pullRequests: [pullRequest()] });
    expect(decide(branch)).toEqual(decidePreview(configOf(), REPOSITORY, branch));
    expect(decide(branch)).toMatchObject({
      decision: 'deploy',
      stage: { ref: 'refs/heads/feature/login', commit: HEAD },
    });
  });

  it('F6 removes the preview of one that is gone', () => {
    expect(decide({ headSha: undefined })).toMatchObject({
      decision: 'destroy',
      stage: { kind: 'preview', ref: 'refs/heads/feature/login' },
    });
  });

  it('F5 removes the preview of one without an open pull request', () => {
    expect(decide()).toMatchObject({ decision: 'destroy', stage: { ref: 'refs/heads/feature/login' } });
  });

  it('F20 deploys while one of two pull requests of it is open', () => {
    expect(decide({ pullRequests: [pullRequest({ number: 13 })] }).decision).toBe('deploy');
  });

  it.each(['master', 'prod'])('A6 skips %s, the branch of a configured stage, there or gone', (name) => {
    expect(decide({ name }).decision).toBe('skip');
    expect(decide({ name, headSha: undefined }).decision).toBe('skip');
    expect(decide({ name, pullRequests: [pullRequest({ headBranch: name })] }).decision).toBe('skip');
  });

  it('A7 never deploys one for a pull request of a fork', () => {
    expect(decide({ pullRequests: [pullRequest({ headRepositoryId: 8 })] }).decision).not.toBe('deploy');
  });

  it('deploys one that a pattern of stages keeps, and removes it when it is gone', () => {
    const config = configOf(replaced('  prod: { profile: prod, branch: prod }', "  'release/*': { profile: dev }"));
    expect(decide({ name: 'release/1' }, config)).toMatchObject({ decision: 'deploy', stage: { commit: HEAD } });
    expect(decide({ name: 'release/1', headSha: undefined }, config).decision).toBe('destroy');
  });

  it('never deploys where no previews are configured', () => {
    expect(decide({ pullRequests: [pullRequest()] }, WITHOUT_PREVIEWS).decision).toBe('skip');
  });

  it.each([
    ['delete', true, 'skip'],
    ['delete', false, 'destroy'],
    ['never', false, 'skip'],
  ])('goes by `previews.destroy: %s` (branch there: %s)', (value, there, expected) => {
    const config = workshopWith('  target-branches', `  destroy: ${value}\n  target-branches`);
    expect(decide(there ? {} : { headSha: undefined }, config).decision).toBe(expected);
  });
});

describe('pullRequestsOfRef', () => {
  const numbers = (ref: string, open: readonly PullRequestState[]) =>
    pullRequestsOfRef(ref, REPOSITORY, open).map(({ number }) => number);

  it('F20 finds all that share a branch', () => {
    const open = [pullRequest(), pullRequest({ number: 13 }), pullRequest({ number: 14, headBranch: 'other' })];
    expect(numbers('refs/heads/feature/login', open)).toEqual([12, 13]);
  });

  it('finds the one that owns its preview, whoever else has the branch', () => {
    const open = [pullRequest({ number: 1 }), pullRequest(), pullRequest({ number: 123 })];
    expect(numbers('refs/pull/12', open)).toEqual([12]);
    expect(numbers('refs/pull/2', open)).toEqual([]);
  });

  it('A7 finds none of a fork, whose branch is another one', () => {
    const open = [pullRequest({ headRepositoryId: 8 }), pullRequest({ number: 13, headRepositoryId: null })];
    expect(numbers('refs/heads/feature/login', open)).toEqual([]);
    expect(numbers('refs/pull/12', open)).toEqual([]);
  });

  it('A8 A10 tells names apart by every character', () => {
    const open = [
      pullRequest({ headBranch: 'Feature/Login' }),
      pullRequest({ headBranch: 'refs/heads/feature/login' }),
    ];
    expect(numbers('refs/heads/feature/login', open)).toEqual([]);
    expect(numbers('refs/heads/refs/heads/feature/login', open)).toEqual([12]);
  });

  it.each(['', 'feature/login', 'refs/tags/feature/login', 'refs/heads/', 'refs/pull/'])('finds none of %j', (ref) => {
    expect(numbers(ref, [pullRequest()])).toEqual([]);
  });

  it('finds none where none is open', () => {
    expect(numbers('refs/heads/feature/login', [])).toEqual([]);
  });
});
