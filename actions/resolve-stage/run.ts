import { type EffectiveConfiguration, effectiveConfiguration } from '../../core/config/effective.ts';
import type { Config } from '../../core/config/schema.ts';
import { UserError } from '../../core/errors.ts';
import { type Decision, skip } from '../../core/stage/decision.ts';
import type { RunEvent } from '../../core/stage/event.ts';
import {
  decidePreview,
  OUR_LABELS,
  type PullRequestState,
  patternOfBranch,
  pullRequestObstacle,
  stagesOfBranch,
} from '../../core/stage/preview.ts';
import { branchOfRef, isBranchRef, pullRequestOfRef } from '../../core/stage/ref.ts';
import { skipMark } from '../../core/stage/skip-ci.ts';
import { encodeJson } from '../../core/transport.ts';
import type { GitHubReader } from '../../io/github/reader.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { ConfigReader } from './config-reader.ts';
import { resolveConfigured } from './configured.ts';
import type { contract, Inputs, Outputs } from './contract.ts';

export interface Dependencies {
  readonly event: RunEvent;
  /** GITHUB_REF of the run. */
  readonly runRef: string;
  readonly github: GitHubReader;
  readonly configs: ConfigReader;
  readonly log: Log;
}

/** A decision with the configuration that it was made by; none where nothing is to be done. */
export interface Resolution {
  readonly decision: Decision;
  readonly config?: Config;
}

/** Decides what this run brings which stage to, by what GitHub says is wanted now. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const resolution = await resolve(inputs, deps);
  const { decision } = resolution;
  if (decision.decision === 'skip' || resolution.config === undefined) {
    deps.log.notice(`skip: ${decision.reason}`);
    return { outputs: { decision: 'skip', reason: decision.reason } };
  }
  const { stage } = decision;
  const configuration = effectiveConfiguration(resolution.config, stage, decision.profile);
  deps.log.info(`${decision.decision}: stage ${stage.name} (${stage.kind}, ${stage.ref}): ${decision.reason}`);
  return { outputs: outputsOf(decision, configuration) };
}

function outputsOf(decision: Exclude<Decision, { decision: 'skip' }>, configuration: EffectiveConfiguration): Outputs {
  const { stage, profile } = configuration;
  return {
    decision: decision.decision,
    reason: decision.reason,
    kind: stage.kind,
    stage: stage.name,
    ref: stage.ref,
    commit: stage.commit,
    'pull-request': stage.pullRequest?.toString(),
    profile: profile.name,
    environment: profile.environment,
    region: profile.region,
    configuration: encodeJson(configuration),
  };
}

async function resolve(inputs: Inputs, deps: Dependencies): Promise<Resolution> {
  if (inputs.stage !== undefined) {
    return resolveConfigured(inputs.stage, inputs.commit, deps);
  }
  if (inputs.commit !== undefined) {
    throw new UserError('E_INPUT', {
      what: 'the input "commit" is given without "stage"',
      why: 'a preview always follows its branch',
      fix: 'add "stage:", or leave "commit" out',
    });
  }
  const { event } = deps;
  switch (event.type) {
    case 'pull-request':
      return resolvePullRequest(event, deps);
    case 'delete':
      return event.refType === 'branch'
        ? resolveBranch(event.ref, deps)
        : { decision: skip(`the ${event.refType} "${event.ref}" was deleted; only branches have previews`) };
    case 'push':
      return resolvePush(event.ref, deps);
    case 'dispatch':
      return resolveDispatch(inputs.ref, deps);
    case 'other':
      return { decision: skip(`a run of the event "${event.name}" deploys nothing`) };
  }
}

async function resolvePullRequest(
  event: Extract<RunEvent, { type: 'pull-request' }>,
  deps: Dependencies,
): Promise<Resolution> {
  const labelled = event.action === 'labeled' || event.action === 'unlabeled';
  if (labelled && !OUR_LABELS.includes(event.label ?? '')) {
    return { decision: skip(`the label "${event.label}" means nothing to previews`) };
  }
  const pull = await deps.github.pullRequest(event.number);
  if (pull === undefined) {
    throw new UserError('E_EVENT', {
      what: `GitHub knows no pull request #${event.number} in this repository`,
      fix: 'start the run by an event of this repository',
    });
  }
  if (pull.open && pull.headSha !== event.headSha) {
    const moved = `the head of pull request #${pull.number} has moved on from ${event.headSha.slice(0, 7)}`;
    return { decision: skip(`${moved} to ${pull.headSha.slice(0, 7)}, which has a run of its own`) };
  }
  return resolveOfPullRequest(pull, deps, pull.open);
}

async function resolveOfPullRequest(
  pull: PullRequestState,
  deps: Dependencies,
  heedSkipMark: boolean,
): Promise<Resolution> {
  const repository = await deps.github.repository();
  if (pull.headRepositoryId !== repository.id) {
    return { decision: skip('fork pull requests are not deployed') };
  }
  const trusted = await deps.configs.ofBranch(pull.baseBranch, pull.headSha);
  const obstacle = pullRequestObstacle(trusted, repository, pull);
  if (obstacle !== undefined) {
    return { decision: skip(obstacle) };
  }
  const [headSha, pullRequests] = await Promise.all([
    deps.github.branchHead(pull.headBranch),
    deps.github.openPullRequests(pull.headBranch),
  ]);
  const branch = { name: pull.headBranch, headSha, pullRequests };
  return complete(decidePreview(trusted, repository, branch, pull), trusted, deps, heedSkipMark);
}

/** A preview of a branch, whatever started the run: its pull request's where it has one, else by a pattern of stages. */
async function resolveBranch(name: string, deps: Dependencies, heedSkipMark = false): Promise<Resolution> {
  const [repository, headSha, pullRequests] = await Promise.all([
    deps.github.repository(),
    deps.github.branchHead(name),
    deps.github.openPullRequests(name),
  ]);
  const base = pullRequests[0]?.baseBranch ?? repository.defaultBranch;
  const trusted = await deps.configs.ofBranch(base, headSha);
  if (trusted.previews === undefined) {
    return { decision: skip('the configuration has no "previews"') };
  }
  const [owner] = stagesOfBranch(trusted, name);
  if (owner !== undefined) {
    return { decision: skip(`"${name}" is the branch of the stage "${owner}", so it has no preview`) };
  }
  const decision = decidePreview(trusted, repository, { name, headSha, pullRequests });
  return complete(decision, trusted, deps, heedSkipMark);
}

async function complete(
  decision: Decision,
  trusted: Config,
  deps: Dependencies,
  heedSkipMark: boolean,
): Promise<Resolution> {
  if (decision.decision !== 'deploy' || decision.stage.commit === undefined) {
    return { decision, config: trusted };
  }
  const { commit } = decision.stage;
  const mark = heedSkipMark ? skipMark(await deps.github.commitMessage(commit)) : undefined;
  if (mark !== undefined) {
    return { decision: skip(`the message of commit ${commit.slice(0, 7)} says ${mark}`) };
  }
  return { decision, config: await deps.configs.merged(trusted, commit) };
}

async function resolvePush(ref: string, deps: Dependencies): Promise<Resolution> {
  if (!isBranchRef(ref)) {
    return { decision: skip(`"${ref}" is not a branch; a pushed tag deploys nothing`) };
  }
  const name = branchOfRef(ref);
  const config = await deps.configs.ofBranch((await deps.github.repository()).defaultBranch);
  const stages = stagesOfBranch(config, name);
  if (stages.length > 1) {
    throw new UserError('E_STAGE_AMBIGUOUS', {
      what: `"${name}" is the branch of the stages ${stages.join(', ')}`,
      fix: 'say which one with the input "stage" (one job for each)',
    });
  }
  const [only] = stages;
  if (only !== undefined) {
    return resolveConfigured(only, undefined, deps);
  }
  if (patternOfBranch(config, name) === undefined) {
    return { decision: skip(`no pattern of stages matches "${name}"; its preview, if any, follows its pull request`) };
  }
  const resolution = await resolveBranch(name, deps, true);
  const followsPullRequest = resolution.decision.decision === 'deploy' && resolution.decision.stage.pullRequest;
  return followsPullRequest
    ? { decision: skip(`the preview of "${name}" follows its pull request, whose own run deploys it`) }
    : resolution;
}

async function resolveDispatch(ref: string | undefined, deps: Dependencies): Promise<Resolution> {
  const wanted = ref ?? deps.runRef;
  const number = pullRequestOfRef(wanted);
  if (number !== undefined) {
    const pull = await deps.github.pullRequest(number);
    if (pull === undefined) {
      throw new UserError('E_REF_REQUIRED', {
        what: `there is no pull request #${number}`,
        fix: 'give the input "ref" a branch or refs/pull/NUMBER',
      });
    }
    return resolveOfPullRequest(pull, deps, false);
  }
  return resolveBranch(branchOfRef(wanted), deps);
}
