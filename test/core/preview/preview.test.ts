import { describe, expect, it } from 'vitest';
import type { Config } from '../../../core/configuration/schema.ts';
import { type BranchState, decidePreview, type PullRequestState } from '../../../core/preview/preview.ts';
import { previewStageName } from '../../../core/stage/name.ts';
import { configOf, replaced, workshopWith } from '../sample-config.ts';
import { HEAD, pullRequest, REPOSITORY } from '../stage/sample-pull-request.ts';

/** Decides for one pull request and its branch as GitHub would have them. */
function decide(pull: PullRequestState, config: Config = configOf(), branch: Partial<BranchState> = {}) {
  const state = { name: pull.headBranch, headSha: pull.headSha, pullRequests: pull.open ? [pull] : [], ...branch };
  return decidePreview(config, REPOSITORY, state, pull);
}

describe('decidePreview of a pull request', () => {
  it('deploys an open one at its head, with the default profile', () => {
    expect(decide(pullRequest())).toMatchObject({
      decision: 'deploy',
      profile: 'dev',
      stage: {
        name: previewStageName('refs/heads/feature/login', 20),
        kind: 'preview',
        ref: 'refs/heads/feature/login',
        pullRequest: 12,
        commit: HEAD,
      },
    });
  });

  it('removes the preview of a closed one', () => {
    const decision = decide(pullRequest({ open: false }));
    expect(decision).toMatchObject({
      decision: 'destroy',
      stage: { name: previewStageName('refs/heads/feature/login', 20), ref: 'refs/heads/feature/login' },
    });
  });

  it('removes the preview of a closed one whose branch is gone', () => {
    const decision = decide(pullRequest({ open: false }), configOf(), { headSha: undefined });
    expect(decision).toMatchObject({ decision: 'destroy' });
  });

  it('removes the preview of a closed draft too', () => {
    expect(decide(pullRequest({ open: false, draft: true }))).toMatchObject({ decision: 'destroy' });
  });

  it.each(['PROD', 'Prod', 'staging', 'default', 'dev'])('A6 deploys the branch %s as a preview of its own', (name) => {
    const decision = decide(pullRequest({ headBranch: name }));
    expect(decision).toMatchObject({ decision: 'deploy', profile: 'dev' });
    expect(decision).toHaveProperty(
      'stage.name',
      expect.stringMatching(new RegExp(`^${name.toLowerCase()}-0pv\\w{5}$`)),
    );
  });

  it.each([
    ['a draft', { draft: true }, 'drafts'],
    ['the pull request of a bot', { byBot: true }, 'bots'],
  ] as const)('leaves %s alone unless previews.%s says otherwise', (_, overrides, key) => {
    expect(decide(pullRequest(overrides)).decision).toBe('skip');
    const config = workshopWith('  target-branches', `  ${key}: true\n  target-branches`);
    expect(decide(pullRequest(overrides), config).decision).toBe('deploy');
  });

  it('F20 keeps the preview that another open pull request of the branch shares', () => {
    const closed = pullRequest({ open: false });
    const open = pullRequest({ number: 13 });
    const decision = decide(closed, configOf(), { pullRequests: [open] });
    expect(decision).toMatchObject({ decision: 'deploy', stage: { ref: 'refs/heads/feature/login', commit: HEAD } });
  });

  it('F20 does not count a pull request that could have no preview', () => {
    const closed = pullRequest({ open: false });
    const elsewhere = pullRequest({ number: 13, baseBranch: 'release' });
    expect(decide(closed, configOf(), { pullRequests: [elsewhere] }).decision).toBe('destroy');
  });

  it('F16 deploys the head that the pull request has now', () => {
    const decision = decide(pullRequest({ headSha: 'c'.repeat(40) }));
    expect(decision).toMatchObject({ decision: 'deploy', stage: { commit: 'c'.repeat(40) } });
  });
});

describe('decidePreview with stage: pull-request', () => {
  const config = workshopWith('  target-branches', '  stage: pull-request\n  target-branches');

  it('names the stage for the pull request, which owns it', () => {
    expect(decide(pullRequest(), config)).toMatchObject({
      decision: 'deploy',
      stage: { name: previewStageName('refs/pull/12', 20), ref: 'refs/pull/12', pullRequest: 12, commit: HEAD },
    });
  });

  it('removes it with its own pull request, whoever else has the branch', () => {
    const decision = decide(pullRequest({ open: false }), config, { pullRequests: [pullRequest({ number: 13 })] });
    expect(decision).toMatchObject({ decision: 'destroy', stage: { ref: 'refs/pull/12' } });
  });
});

describe('decidePreview of a branch that a pattern keeps', () => {
  const text = replaced('  prod: { profile: prod, branch: prod }', "  'release/*': { profile: release }");
  const config = configOf(
    text.replace(
      'default-profile',
      '  release: { role: arn:aws:iam::111111111111:role/x, region: us-east-1 }\ndefault-profile',
    ),
  );
  const branch = (overrides: Partial<BranchState> = {}): BranchState => ({
    name: 'release/1',
    headSha: HEAD,
    pullRequests: [],
    ...overrides,
  });

  it('deploys it with the profile of the pattern', () => {
    const decision = decidePreview(config, REPOSITORY, branch());
    expect(decision).toMatchObject({ decision: 'deploy', profile: 'release', stage: { commit: HEAD } });
  });

  it('removes it when the branch is gone', () => {
    expect(decidePreview(config, REPOSITORY, branch({ headSha: undefined })).decision).toBe('destroy');
  });

  it('leaves a branch without a pull request and without a pattern alone, or removes what is left of it', () => {
    expect(decidePreview(config, REPOSITORY, branch({ name: 'topic' })).decision).not.toBe('deploy');
  });
});

describe('decidePreview with previews.destroy', () => {
  const config = (value: string) => workshopWith('  target-branches', `  destroy: ${value}\n  target-branches`);
  const closed = pullRequest({ open: false });

  it.each([
    ['close', 'destroy', 'destroy'],
    ['delete', 'skip', 'destroy'],
    ['never', 'skip', 'skip'],
  ])('%s: a closed pull request is a reason to %s, its branch gone to %s', (value, whileThere, gone) => {
    expect(decide(closed, config(value)).decision).toBe(whileThere);
    expect(decide(closed, config(value), { headSha: undefined }).decision).toBe(gone);
  });

  it.each(['close', 'delete', 'never'])('%s: an open one is deployed', (value) => {
    expect(decide(pullRequest(), config(value)).decision).toBe('deploy');
  });
});
