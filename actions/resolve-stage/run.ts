import { checkedStages } from '../../core/configuration/check-stages.ts';
import {
  type EffectiveConfiguration,
  effectiveConfiguration,
  type StageChecks,
} from '../../core/configuration/effective.ts';
import { removalConfiguration, sweepConfiguration } from '../../core/configuration/removal.ts';
import type { Config } from '../../core/configuration/schema.ts';
import { UserError } from '../../core/errors.ts';
import { NONE } from '../../core/input.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { deploymentTask } from '../../core/report/github-texts.ts';
import { plain } from '../../core/report/markdown.ts';
import { type Decision, skip } from '../../core/stage/decision.ts';
import type { StageIdentity } from '../../core/stage/identity.ts';
import { encodeJson } from '../../core/transport.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import { resolveBranch, resolveDispatch, resolvePullRequest, resolvePush } from './by-event.ts';
import { resolveConfigured } from './configured.ts';
import type { contract, Inputs, Outputs } from './contract.ts';
import { fitted } from './fitted.ts';
import { ofCommit } from './of-commit.ts';
import type { Dependencies, Resolution } from './resolution.ts';

/** Decides what this run brings which stage to, by what GitHub says is wanted now. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const resolution = await resolve(inputs, deps);
  const { decision } = resolution;
  if (decision.decision === 'skip' || resolution.config === undefined) {
    deps.log.notice(`skip: ${decision.reason}`);
    return {
      outputs: { decision: 'skip', reason: decision.reason },
      summary: `## ⏭️ skip\n\n${plain(decision.reason)}\n`,
    };
  }
  const { configuration, services } = await fitted(configurationOf(decision, resolution, resolution.config), deps);
  const { stage } = configuration;
  const what = decision.decision === 'sweep' ? 'all previews' : `stage ${stage.name} (${stage.kind}, ${stage.ref})`;
  deps.log.info(`${decision.decision}: ${what}: ${decision.reason}`);
  if (decision.decision !== 'deploy') {
    return { outputs: outputsOf(decision, configuration) };
  }
  if (inputs['dry-run']) {
    const deployed = (await deps.github.deployedCommit(deploymentTask(configuration))) ?? NONE;
    const { outputs: own } = await ofCommit(configuration, deps, services);
    const outputs = { ...outputsOf(decision, configuration), ...own };
    const reason = `a dry run: ${decision.reason}`;
    const planner = String(configuration.profile.plannerRole !== undefined);
    return { outputs: { ...outputs, decision: 'dry-run', reason, deployed, planner, 'check-stages': NONE } };
  }
  const { outputs: more, changed } = await ofCommit(configuration, deps, services);
  const checks = checksOf(stage, resolution.config, changed);
  const listed = checks?.stages.map((each) => each.stage.name).join(',');
  const checked = { ...configuration, ...onlyDefined({ checks }) };
  return { outputs: { ...outputsOf(decision, checked), ...more, 'check-stages': listed ?? NONE } };
}

/** The stages that a pull request's services are checked for; undefined if there is nothing to check. */
function checksOf(
  { commit, pullRequest }: StageIdentity,
  config: Config,
  services: readonly string[] | undefined,
): StageChecks | undefined {
  // The question is about a merge, so that it is a pull request's.
  const stages = pullRequest === undefined || services?.length === 0 ? [] : checkedStages(config, commit);
  return stages.length === 0 ? undefined : { stages, ...onlyDefined({ services }) };
}

function configurationOf(
  { decision, stage, profile }: Exclude<Decision, { decision: 'skip' }>,
  { main, targets }: Resolution,
  config: Config,
): EffectiveConfiguration {
  switch (decision) {
    case 'deploy':
      return effectiveConfiguration(config, stage, profile);
    case 'destroy':
      return removalConfiguration(
        effectiveConfiguration(config, stage, profile),
        main === undefined ? [config] : [config, main],
      );
    case 'sweep':
      return sweepConfiguration(config, targets);
  }
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
  if (inputs['dry-run'] && inputs.stage === undefined) {
    throw new UserError('E_INPUT', {
      what: 'the input "dry-run" is given without "stage"',
      why: 'a dry run is of a configured stage: a preview is one itself',
      fix: 'add "stage:", or leave "dry-run" out',
    });
  }
  if (inputs.sweep) {
    return resolveSweep(inputs, deps);
  }
  if (inputs.stage !== undefined && inputs.ref !== undefined) {
    throw new UserError('E_INPUT', {
      what: `the input "stage" is "${inputs.stage}", and "ref" is "${inputs.ref}"`,
      why: 'a configured stage has a branch of its own, and "ref" names a preview',
      fix: 'leave one of them out; for a commit of the stage write "commit"',
    });
  }
  if (inputs.stage !== undefined) {
    return resolveConfigured(inputs.stage, inputs, deps);
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
      return resolvePush(event.ref, inputs, deps);
    case 'dispatch':
      return resolveDispatch(inputs.ref, deps);
    case 'other':
      return { decision: skip(`a run of the event "${event.name}" deploys nothing`) };
  }
}

/** All previews, by the default branch's configuration: whatever started the run. */
async function resolveSweep({ stage, commit, ref }: Inputs, { github, configs }: Dependencies): Promise<Resolution> {
  if (stage !== undefined || commit !== undefined || ref !== undefined) {
    throw new UserError('E_INPUT', {
      what: 'the input "sweep" is true, and "stage", "commit" or "ref" is given too',
      why: 'a sweep is of all previews',
      fix: 'leave the others out',
    });
  }
  const { defaultBranch } = await github.repository();
  const config = await configs.ofBranch(defaultBranch);
  if (config.previews === undefined) {
    return { decision: skip('the configuration has no "previews"') };
  }
  const { stage: of, profile } = sweepConfiguration(config);
  const reason = `previews that are not wanted any more, by the configuration of "${defaultBranch}"`;
  const branches = (config.previews['target-branches'] ?? []).filter((branch) => branch !== defaultBranch);
  const targets = await Promise.all(branches.map((branch) => configs.ofTarget(branch, defaultBranch, config)));
  return { config, targets, decision: { decision: 'sweep', reason, stage: of, profile: profile.name } };
}
