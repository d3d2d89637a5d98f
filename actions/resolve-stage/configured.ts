import { configuredStages, findConfiguredStage } from '../../core/configuration/effective.ts';
import { freezeWindow } from '../../core/configuration/freeze.ts';
import type { Config, StageConfig } from '../../core/configuration/schema.ts';
import { UserError } from '../../core/errors.ts';
import { type Frozen, frozenError, frozenNow, readLift, tellLifted } from '../../core/freeze/freeze.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { skip } from '../../core/stage/decision.ts';
import { branchOfRef, isBranchRef } from '../../core/stage/ref.ts';
import type { Inputs } from './contract.ts';
import type { Dependencies, Resolution } from './resolution.ts';

/**
 * Decides the deploy of a configured stage: the run has to be on the stage's branch, as its role's trust policy asks,
 * and the commit (the branch's head, or a given one) has to be on it, as GitHub says. A stage that is frozen, by the file at the
 * branch's head or by `freeze`, is left alone: with a reason if a push started the run, with E_FROZEN if a person did.
 */
export async function resolveConfigured(
  name: string,
  {
    commit: given,
    freeze,
    'lift-freeze': lift,
    'dry-run': isDry = false,
  }: Pick<Inputs, 'commit' | 'freeze' | 'lift-freeze'> & Partial<Pick<Inputs, 'dry-run'>>,
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
  const windows = (stage.freeze ?? []).map(freezeWindow);
  const about = { stage: name, stages: configuredStages(config), windows, variable: freeze ?? '', now: deps.now() };
  const frozen = isDry ? undefined : frozenNow(about);
  const lifted = readLift(lift, about.now);
  if (frozen !== undefined && lifted === undefined) {
    return leaveFrozen(name, frozen, deps);
  }
  if (frozen !== undefined && lifted !== undefined) {
    deps.log.notice(tellLifted(name, frozen, lifted));
  }
  if (commit === head) {
    return deploy(config, name, stage, head, `${shortCommit(head)} is the head of "${runBranch}"`);
  }
  const comparison = await github.compare(commit, head);
  if (comparison?.status !== 'ahead' && comparison?.status !== 'identical') {
    throw notOnBranch(`the commit ${commit} is not on "${runBranch}"`, name, stage);
  }
  const own = await configs.ofCommit(commit, shortCommit(commit));
  // An older file may not know of a freeze yet.
  const then = { ...findConfiguredStage(own, name), freeze: stage.freeze };
  return deploy(
    { ...own, stages: { ...own.stages, [name]: then } },
    name,
    then,
    commit,
    `${shortCommit(commit)} was asked for and is on "${runBranch}"`,
  );
}

/** Nobody waits for what a push starts; a person is told in red. */
function leaveFrozen(name: string, frozen: Frozen, { event, isRerun }: Dependencies): Resolution {
  if (event.type === 'dispatch' || isRerun) {
    throw frozenError(name, frozen);
  }
  return {
    decision: skip(`the stage "${name}" is frozen (${frozen.reason}); nothing starts by itself when the freeze ends`),
  };
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
