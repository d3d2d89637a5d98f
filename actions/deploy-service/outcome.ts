import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { publishOutputs } from '../../core/deploy/publish.ts';
import { type DeployResult, overallStatus, type RunStatus, type ServiceResult } from '../../core/deploy/result.ts';
import { joinErrors } from '../../core/described-error.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { Session } from '../../core/profile/session.ts';
import { type Redactor, redactDeep } from '../../core/redact.ts';
import { removalFailure } from '../../core/removal/failure.ts';
import type { RemovedStage } from '../../core/removal/result.ts';
import { renderSummary } from '../../core/report/summary.ts';
import { encodeJson } from '../../core/transport.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { StagePlan } from '../../stage/deploy/plan/stage-plan.ts';
import type { contract, Inputs } from './contract.ts';

/** What an action came to, and the result that its output of that name holds. */
export interface DeployOutcome extends Outcome<typeof contract> {
  readonly result: DeployResult;
}

/** What a run is of. */
export interface RunFacts {
  /** Commit that was deployed; undefined where the workspace is no clone. */
  readonly commit: string | undefined;
  /** The stage whose code each service's is compared with; undefined if it is not. */
  readonly codeOf: string | undefined;
  readonly configuration: EffectiveConfiguration;
  readonly session: Pick<Session, 'account'>;
  readonly redactor: Redactor;
}

/** What became of a plan. */
export interface Deployed {
  readonly services: readonly ServiceResult[];
  readonly plan: Pick<StagePlan, 'leftOver' | 'graph'>;
}

/** Sums up a run that changed nothing, because another commit is wanted or there. */
export function supersededOutcome(reason: string, run: RunFacts): DeployOutcome {
  const result: DeployResult = { ...head(run), status: 'superseded', reason, services: [], leftOver: [] };
  return {
    result,
    outputs: { status: 'superseded', result: encodeJson(result), outputs: '{}' },
    summary: renderSummary(result),
    notice: `superseded: ${reason}`,
  };
}

function head({ configuration, session, commit }: RunFacts) {
  const { app, stage, profile } = configuration;
  return {
    schemaVersion: 1,
    app,
    stage: stage.name,
    kind: stage.kind,
    ref: stage.ref,
    ...onlyDefined({ commit }),
    account: session.account,
    regions: profile.regions,
  } as const;
}

/** Why what was deployed is not what is wanted any more. */
export interface Overtaken {
  readonly superseded?: string;
  /** What became of the stage, where it had to go. */
  readonly removed?: RemovedStage;
}

/** Sums up a run that removed its stage, or could not, before it deployed anything. */
export function removedOutcome(removed: RemovedStage, run: RunFacts): DeployOutcome {
  return summarise({ services: [], plan: { leftOver: [], graph: new Map() } }, run, { removed });
}

/**
 * Sums up what became of the services: outputs without secrets, the job summary, and one error for all that failed. What
 * failed of a stage that is gone again fails nobody.
 */
export function outcome(inputs: Inputs, deployed: Deployed, run: RunFacts, overtaken: Overtaken = {}): DeployOutcome {
  const summed = summarise(deployed, run, overtaken);
  if (summed.failure !== undefined || overtaken.removed !== undefined) {
    return summed;
  }
  const published = tryPublish(inputs['publish-outputs'] ?? [], deployed.services, run.redactor);
  return published instanceof UserError
    ? { ...summed, outputs: { ...summed.outputs, status: 'failed' }, failure: published }
    : { ...summed, outputs: { ...summed.outputs, outputs: JSON.stringify(published) } };
}

function summarise({ services, plan }: Deployed, run: RunFacts, overtaken: Overtaken): DeployOutcome {
  const { removed } = overtaken;
  const failure =
    removed === undefined
      ? joinErrors(services.flatMap(({ error }) => (error === undefined ? [] : [error])))
      : removalFailure([removed]);
  const status = statusOf(services, overtaken, failure);
  const isOver = status === 'superseded' || status === 'removed';
  const reason = removed?.reason ?? (isOver ? overtaken.superseded : undefined);
  const url = removed === undefined ? services.find((service) => service.url !== undefined)?.url : undefined;
  const result: DeployResult = redactDeep(
    {
      ...head(run),
      status,
      ...onlyDefined({ reason, removed, url }),
      services,
      ...onlyDefined({ codeOf: run.codeOf }),
      ...(services.length === 0 ? {} : { dependsOn: dependenciesOf(plan) }),
      leftOver: plan.leftOver,
    },
    run.redactor,
  );
  return {
    result,
    outputs: { status, url: result.url, result: encodeJson(result), outputs: '{}' },
    summary: renderSummary(result),
    ...(isOver ? { notice: `${status}: ${result.reason}` } : {}),
    ...(failure === undefined ? {} : { failure: redacted(failure, run.redactor) }),
  };
}

function dependenciesOf({ graph }: Pick<StagePlan, 'graph'>): Record<string, string[]> {
  return Object.fromEntries([...graph].map(([key, needs]) => [key, needs.map(({ on }) => on)]));
}

function statusOf(services: readonly ServiceResult[], overtaken: Overtaken, failure: UserError | undefined): RunStatus {
  if (failure !== undefined) {
    return 'failed';
  }
  if (overtaken.removed !== undefined) {
    return 'removed';
  }
  return overtaken.superseded === undefined ? overallStatus(services) : 'superseded';
}

function redacted({ code, message }: UserError, redactor: Redactor): UserError {
  return new UserError(code, { what: redactor.redact(message), fix: '' });
}

function tryPublish(
  names: readonly string[],
  services: readonly ServiceResult[],
  redactor: Redactor,
): Record<string, string> | UserError {
  try {
    return publishOutputs(names, services, redactor);
  } catch (error) {
    if (error instanceof UserError) {
      return error;
    }
    throw error;
  }
}
