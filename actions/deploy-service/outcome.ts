import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { publishOutputs } from '../../core/deploy/publish.ts';
import { type DeployResult, overallStatus, type ServiceResult } from '../../core/deploy/result.ts';
import { type ErrorCode, UserError } from '../../core/errors.ts';
import type { Session } from '../../core/profile/session.ts';
import { type Redactor, redactDeep } from '../../core/redact.ts';
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

/** Sums up what became of the services: outputs without secrets, the job summary, and one error for all that failed. */
export function outcome(
  inputs: Inputs,
  { services, plan }: Deployed,
  redactor: Redactor,
  run: RunParts,
): Outcome<typeof contract> {
  const url = services.find((service) => service.url !== undefined)?.url;
  const status = overallStatus(services);
  const result: DeployResult = redactDeep(
    { ...head(run), status, ...(url === undefined ? {} : { url }), services, leftOver: plan.leftOver },
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

/** One error for all that failed; the first one's code stands for them. */
function failureOf(result: DeployResult): UserError | undefined {
  const errors = result.services.flatMap(({ error }) => (error === undefined ? [] : [error]));
  const [first, ...rest] = errors;
  if (first === undefined) {
    return undefined;
  }
  const others = rest.map((error) => `${error.code}: ${error.message}`);
  return new UserError(first.code as ErrorCode, { what: [first.message, ...others].join('\n'), fix: '' });
}
