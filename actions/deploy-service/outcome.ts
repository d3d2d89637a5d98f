import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { publishOutputs } from '../../core/deploy/publish.ts';
import { type DeployResult, overallStatus, type ServiceResult } from '../../core/deploy/result.ts';
import { joinErrors, UserError } from '../../core/errors.ts';
import type { Session } from '../../core/profile/session.ts';
import { type Redactor, redactDeep } from '../../core/redact.ts';
import { removalFailure } from '../../core/removal/failure.ts';
import type { RemovedStage } from '../../core/removal/result.ts';
import { renderSummary } from '../../core/report/summary.ts';
import { encodeJson } from '../../core/transport.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { contract, Inputs } from './contract.ts';
import type { StagePlan } from './stage-plan.ts';

/** What a run is of. */
interface RunParts {
  /** Commit that was deployed; undefined where the workspace is no clone. */
  readonly commit: string | undefined;
  readonly configuration: EffectiveConfiguration;
  readonly session: Pick<Session, 'account'>;
  readonly redactor: Redactor;
}

/** What became of a plan. */
export interface Deployed {
  readonly services: readonly ServiceResult[];
  readonly plan: Pick<StagePlan, 'leftOver'>;
}

/** Sums up a run that changed nothing, because another commit is wanted or there. */
export function supersededOutcome(reason: string, run: RunParts): Outcome<typeof contract> {
  const result: DeployResult = { ...head(run), status: 'superseded', reason, services: [], leftOver: [] };
  return {
    outputs: { status: 'superseded', result: encodeJson(result), outputs: '{}' },
    summary: renderSummary(result),
    notice: `superseded: ${reason}`,
  };
}

function head({ configuration, session, commit }: RunParts) {
  const { app, stage, profile } = configuration;
  return {
    schemaVersion: 1,
    app,
    stage: stage.name,
    kind: stage.kind,
    ref: stage.ref,
    ...(commit === undefined ? {} : { commit }),
    account: session.account,
    regions: profile.regions,
  } as const;
}

/** Sums up a run that removed its stage, or could not. */
export function removedOutcome(removed: RemovedStage, run: RunParts): Outcome<typeof contract> {
  const failure = removalFailure([removed]);
  const status = failure === undefined ? 'removed' : 'failed';
  const result: DeployResult = redactDeep(
    { ...head(run), status, reason: removed.reason, removed, services: [], leftOver: [] },
    run.redactor,
  );
  return {
    outputs: { status, result: encodeJson(result), outputs: '{}' },
    summary: renderSummary(result),
    ...(failure === undefined ? { notice: `removed: ${removed.reason}` } : { failure }),
  };
}

/**
 * Sums up what became of the services: outputs without secrets, the job summary, and one error for all that failed.
 * `superseded` says why they are not what is wanted any more.
 */
export function outcome(
  inputs: Inputs,
  { services, plan }: Deployed,
  run: RunParts,
  superseded?: string,
): Outcome<typeof contract> {
  const { redactor } = run;
  const url = services.find((service) => service.url !== undefined)?.url;
  const own = overallStatus(services);
  const isSuperseded = superseded !== undefined && own !== 'failed';
  const status = isSuperseded ? 'superseded' : own;
  const result: DeployResult = redactDeep(
    {
      ...head(run),
      status,
      ...(isSuperseded ? { reason: superseded } : {}),
      ...(url === undefined ? {} : { url }),
      services,
      leftOver: plan.leftOver,
    },
    redactor,
  );
  const published = failureOf(result) ?? tryPublish(inputs['publish-outputs'] ?? [], services, redactor);
  return {
    outputs: {
      status: published instanceof UserError ? 'failed' : status,
      url: result.url,
      result: encodeJson(result),
      outputs: JSON.stringify(published instanceof UserError ? {} : published),
    },
    summary: renderSummary(result),
    ...(isSuperseded ? { notice: `superseded: ${superseded}` } : {}),
    ...(published instanceof UserError ? { failure: published } : {}),
  };
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

function failureOf(result: DeployResult): UserError | undefined {
  return joinErrors(result.services.flatMap(({ error }) => (error === undefined ? [] : [error])));
}
