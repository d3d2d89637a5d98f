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

/** Sums up what became of the services: outputs without secrets, the job summary, and one error for all that failed. */
export function outcome(
  inputs: Inputs,
  services: readonly ServiceResult[],
  redactor: Redactor,
  {
    configuration,
    session,
  }: { readonly configuration: EffectiveConfiguration; readonly session: Pick<Session, 'account'> },
): Outcome<typeof contract> {
  const { app, stage, profile } = configuration;
  const url = services.find((service) => service.url !== undefined)?.url;
  const status = overallStatus(services);
  const result: DeployResult = redactDeep(
    {
      schemaVersion: 1,
      app,
      stage: stage.name,
      kind: stage.kind,
      ref: stage.ref,
      ...(stage.commit === undefined ? {} : { commit: stage.commit }),
      account: session.account,
      region: profile.region,
      status,
      ...(url === undefined ? {} : { url }),
      services,
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
