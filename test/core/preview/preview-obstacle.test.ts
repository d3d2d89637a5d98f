import { describe, expect, it } from 'vitest';
import type { Config } from '../../../core/configuration/schema.ts';
import {
  type PullRequestState,
  patternOfBranch,
  pullRequestObstacle,
  stagesOfBranch,
} from '../../../core/preview/preview.ts';
import { configOf, WORKSHOP, workshopWith } from '../sample-config.ts';
import { pullRequest, REPOSITORY } from '../stage/sample-pull-request.ts';

describe('pullRequestObstacle', () => {
  const obstacle = (overrides: Partial<PullRequestState>, config: Config = configOf()) =>
    pullRequestObstacle(config, REPOSITORY, pullRequest(overrides));

  it('finds none for an open or closed pull request of this repository', () => {
    expect(obstacle({})).toBeUndefined();
    expect(obstacle({ open: false })).toBeUndefined();
    expect(obstacle({ open: false, draft: true, byBot: true })).toBeUndefined();
  });

  it.each(['prod', 'master'])('A6 never makes a preview of %s, the branch of a configured stage', (headBranch) => {
    expect(obstacle({ headBranch })).toContain(headBranch);
    expect(obstacle({ headBranch, open: false })).toContain(headBranch);
  });

  it('A7 does not deploy a pull request of a fork, nor remove anything for one, even of its master', () => {
    const fork = { headBranch: 'master', headRepositoryId: 8 };
    expect(obstacle(fork)).toContain('fork pull requests are not deployed');
    expect(obstacle({ ...fork, open: false })).toContain('fork pull requests are not deployed');
  });

  it('A16 takes a head whose repository is gone for a fork', () => {
    expect(obstacle({ headRepositoryId: null })).toContain('fork pull requests are not deployed');
  });

  it('leaves a pull request into another branch alone', () => {
    expect(obstacle({ baseBranch: 'release' })).toContain('release');
  });

  it('takes only pull requests into the default branch where none is named', () => {
    const config = workshopWith('  target-branches: [master]\n', '');
    expect(obstacle({}, config)).toBeUndefined();
    expect(obstacle({ baseBranch: 'release' }, config)).toContain('release');
  });

  it('gives no preview where none is configured', () => {
    const config = configOf(WORKSHOP.replace(/previews:\n( .*\n)+/, ''));
    expect(obstacle({}, config)).toContain('previews');
  });
});

describe('which stage a branch belongs to', () => {
  it('lists every configured stage of the branch, so that a choice can be asked for', () => {
    expect(stagesOfBranch(configOf(), 'master')).toEqual(['dev', 'staging']);
    expect(stagesOfBranch(configOf(), 'prod')).toEqual(['prod']);
    expect(stagesOfBranch(configOf(), 'PROD')).toEqual([]);
  });

  it('goes by the first pattern of the file', () => {
    const patterns = "  'release/*': { profile: dev }\n  '**': { profile: dev }";
    const config = workshopWith('  prod: { profile: prod, branch: prod }', patterns);
    expect(patternOfBranch(config, 'release/1')).toBe('release/*');
    expect(patternOfBranch(config, 'feature/a/b')).toBe('**');
    expect(patternOfBranch(configOf(), 'release/1')).toBeUndefined();
  });
});
