import { findConfiguredStage } from '../../core/configuration/effective.ts';
import type { Config, StageConfig } from '../../core/configuration/schema.ts';
import { UserError } from '../../core/errors.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { branchOfRef, isBranchRef } from '../../core/stage/ref.ts';
import type { Dependencies, Resolution } from './resolution.ts';

/**
 * Decides the deploy of a configured stage: the run has to be on the stage's branch, as its role's trust policy asks,
 * and the commit (the branch's head, or a given one) has to be on it, as GitHub says.
 */
export async function resolveConfigured(
  name: string,
  given: string | undefined,
  deps: Dependencies,
): Promise<Resolution> {
  const { configs, github, runRef } = deps;
  if (!isBranchRef(runRef)) {
    const declared = findConfiguredStage(await configs.ofBranch((await github.repository()).defaultBranch), name);
    throw notOnBranch(`this run is on "${runRef}", not on refs/heads/${declared.branch}`, name, declared);
  }
  const runBranch = branchOfRef(runRef);
  const head = await github.branchHead(runBranch);
  if (head === undefined) {
    throw new UserError('E_NOT_ON_BRANCH', {
      what: `the branch "${runBranch}" of this run is gone`,
      fix: 'start the workflow on a branch that is there',
    });
  }
  const commit = given ?? head;
  if (!/^[0-9a-f]{40}$/.test(commit)) {
    throw new UserError('E_INPUT', {
      what: `the input "commit" is "${commit}"`,
      fix: 'write all 40 digits of the commit',
    });
  }
  const config = await configs.ofCommit(head, runBranch);
  const stage = findConfiguredStage(config, name);
  if (stage.branch !== runBranch) {
    throw notOnBranch(`this run is on "${runBranch}"`, name, stage);
  }
  if (commit === head) {
    return deploy(config, name, stage, head, `${shortCommit(head)} is the head of "${runBranch}"`);
  }
  const comparison = await github.compare(commit, head);
  if (comparison?.status !== 'ahead' && comparison?.status !== 'identical') {
    throw notOnBranch(`the commit ${commit} is not on "${runBranch}"`, name, stage);
  }
  const own = await configs.ofCommit(commit, shortCommit(commit));
  return deploy(
    own,
    name,
    findConfiguredStage(own, name),
    commit,
    `${shortCommit(commit)} was asked for and is on "${runBranch}"`,
  );
}

function notOnBranch(what: string, name: string, stage: StageConfig): UserError {
  return new UserError('E_NOT_ON_BRANCH', {
    what,
    why: `the stage "${name}" is deployed from the branch "${stage.branch}" alone`,
    fix: `start the workflow on "${stage.branch}", with a commit that is on it`,
  });
}

function deploy(config: Config, name: string, stage: StageConfig, commit: string, reason: string): Resolution {
  const ref = `refs/heads/${stage.branch}`;
  return {
    config,
    decision: {
      decision: 'deploy',
      reason,
      stage: { name, kind: 'configured', ref, commit },
      profile: stage.profile,
    },
  };
}
