import type { CheckResult } from '../check/result.ts';
import type { EffectiveConfiguration } from '../configuration/effective.ts';
import type { DeployResult } from '../deploy/result.ts';
import { onlyDefined } from '../only-defined.ts';
import type { RemovalResult, RemovedStage, RemovedStageStatus } from '../removal/result.ts';
import type { StageIdentity } from '../stage/identity.ts';
import type { ReportState } from './wording.ts';

/** The attempt of a run that reports. */
export interface ReportingRun {
  readonly id: string;
  readonly attempt: string;
  /** Where a person sees it. */
  readonly url: string;
}

/** What people are told of one stage. */
export interface StageReport {
  readonly app: string;
  readonly stage: Omit<StageIdentity, 'commit' | 'baseBranch' | 'mergeBase'>;
  /** The commit that was to be deployed; absent where the stage was to be removed. */
  readonly commit?: string;
  /** GitHub environment of the stage. */
  readonly environment: string;
  readonly state: ReportState;
  /** Why it stands so, where the state alone does not say. */
  readonly reason?: string;
  readonly url?: string;
  readonly deploy?: DeployResult;
  readonly removal?: RemovedStage;
  /** What came of the check for later stages. */
  readonly checks?: CheckResult;
  readonly run: ReportingRun;
}

/** How a job ended, as `needs.<job>.result` says it; empty where there is none. */
export type JobResult = 'success' | 'failure' | 'cancelled' | 'skipped' | '';

/** What a run knows when it is over. */
export interface RunEnd {
  /** What was decided at the start of the run. */
  readonly decision: 'deploy' | 'destroy' | 'sweep';
  /** Result of deploy-service or destroy-stage; undefined where the job ended before there was one. */
  readonly result: DeployResult | RemovalResult | undefined;
  /** The error that ended the job before there was a result. */
  readonly error: string | undefined;
  /** What came of the check for later stages; undefined if there was none. */
  readonly checks?: CheckResult | undefined;
  readonly testResult: JobResult;
  readonly deployResult: JobResult;
}

/** Says that the deploy of a stage begins. */
export function reportOfStart(configuration: EffectiveConfiguration, run: ReportingRun): StageReport {
  return { ...about(configuration), ...commitOf(configuration), state: 'deploying', run };
}

/** Says what became of each stage that a run was about: one, but for a sweep. */
export function reportsOfEnd(configuration: EffectiveConfiguration, end: RunEnd, run: ReportingRun): StageReport[] {
  const { result, checks } = end;
  const checked = onlyDefined({ checks });
  if (result === undefined) {
    return [{ ...about(configuration), ...commitOf(configuration), ...endWithoutResult(end), ...checked, run }];
  }
  return 'stages' in result
    ? reportsOfRemoval(configuration, result, run)
    : [{ ...reportOfDeploy(configuration, result, run), ...checked }];
}

/** Says what became of a deploy. */
export function reportOfDeploy(
  configuration: EffectiveConfiguration,
  deploy: DeployResult,
  run: ReportingRun,
): StageReport {
  const { status, reason, removed, url, services } = deploy;
  const isEmpty = status === 'unchanged' && services.every((service) => service.status === 'left-out');
  return {
    ...about(configuration),
    // The result comes from a job that runs the author's code: it has no say in what it is of, where that is known.
    ...onlyDefined({ commit: deploy.commit }),
    ...commitOf(configuration),
    state: isEmpty ? 'empty' : status,
    ...onlyDefined({ reason, url }),
    deploy,
    ...onlyDefined({ removal: removed }),
    run,
  };
}

const STATES: Readonly<Record<RemovedStageStatus, ReportState>> = {
  removed: 'removed',
  planned: 'kept',
  wanted: 'kept',
  failed: 'failed',
};

/** Says what became of each stage of a removal; of the one that it was about also where there was nothing of it. */
function reportsOfRemoval(
  configuration: EffectiveConfiguration,
  { stages, status, dryRun }: RemovalResult,
  run: ReportingRun,
): StageReport[] {
  if (dryRun) {
    return [];
  }
  const base = about(configuration);
  const isOfOne = base.stage.ref !== '';
  // Only a sweep is of other stages than its own, and of previews alone.
  const own = stages.filter(({ stage, kind }) => (isOfOne ? stage === base.stage.name : kind === 'preview'));
  const reports = own.map((removal): StageReport => {
    const isOwn = removal.stage === base.stage.name;
    const stage = isOwn ? base.stage : { name: removal.stage, kind: removal.kind, ref: removal.of };
    const reason = removal.error?.message ?? removal.reason;
    return { ...base, stage, state: STATES[removal.status], ...(reason === '' ? {} : { reason }), removal, run };
  });
  const isAbsent = isOfOne && status === 'nothing';
  return isAbsent ? [{ ...base, state: 'absent', reason: 'there was nothing of it', run }] : reports;
}

function endWithoutResult({ decision, error, testResult, deployResult }: RunEnd): {
  state: ReportState;
  reason?: string;
} {
  if (error !== undefined) {
    return { state: 'failed', reason: error };
  }
  if (testResult === 'failure') {
    return { state: 'failed', reason: 'the tests failed, so nothing was deployed' };
  }
  if (deployResult === 'failure') {
    return {
      state: 'failed',
      reason: 'the job ended before it could say what became of the services; its log says why',
    };
  }
  if (deployResult === 'success') {
    const reason = 'the job succeeded, and its result did not reach this one; its log has it';
    return { state: decision === 'deploy' ? 'deployed' : 'removed', reason };
  }
  return deployResult === 'skipped' && testResult !== 'cancelled'
    ? { state: 'failed', reason: 'the job that works on the stage was skipped' }
    : { state: 'cancelled', reason: 'the run was cancelled; what CloudFormation had begun goes on' };
}

function about({ app, stage, profile }: EffectiveConfiguration): Pick<StageReport, 'app' | 'stage' | 'environment'> {
  const { name, kind, ref, pullRequest } = stage;
  return {
    app,
    stage: { name, kind, ref, ...onlyDefined({ pullRequest }) },
    environment: profile.environment,
  };
}

function commitOf({ stage: { commit } }: EffectiveConfiguration): { commit?: string } {
  return commit === undefined ? {} : { commit };
}
