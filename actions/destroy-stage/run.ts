import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { checkSession } from '../../core/profile/session.ts';
import { redactDeep } from '../../core/redact.ts';
import { removalFailure } from '../../core/removal/failure.ts';
import { describePlaces, type RemovalResult, removalStatus } from '../../core/removal/result.ts';
import { renderRemoval } from '../../core/report/removal.ts';
import { isBranchRef, pullRequestOfRef } from '../../core/stage/ref.ts';
import { encodeJson } from '../../core/transport.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { OpenedStage } from '../../stage/open/stage.ts';
import { removeOne, sweep } from '../../stage/remove/remove.ts';
import type { contract, Inputs } from './contract.ts';

/** Removes a stage, or every one that is not wanted any more, and returns what came of each. */
export async function run(inputs: Inputs, deps: OpenedStage): Promise<Outcome<typeof contract>> {
  const {
    configuration,
    voice: { log },
  } = deps;
  checkSession(configuration.profile, deps.session, 'destroy-stage');
  const options = { concurrency: inputs.concurrency, dryRun: inputs['dry-run'] };
  const ref = checkInputs(inputs, configuration);
  const removal = inputs.expired
    ? await sweep({ ...deps, ...options, limit: inputs.limit })
    : await removeOne({ ...deps, ...options, ref });
  const result: RemovalResult = redactDeep(
    {
      schemaVersion: 1,
      app: configuration.app,
      status: removalStatus(removal.stages),
      dryRun: inputs['dry-run'],
      stages: removal.stages,
      more: removal.more,
      wanted: removal.wanted,
      looked: removal.looked,
      unrecorded: removal.unrecorded,
    },
    deps.redactor,
  );
  const failure = removalFailure(result.stages);
  const failed = new Set(result.stages.flatMap(({ status, stage }) => (status === 'failed' ? [stage] : [])));
  const removed = result.stages.flatMap(({ status, stage }) =>
    status === 'removed' && !failed.has(stage) ? [stage] : [],
  );
  log.info(describe(result));
  for (const { stack, account, region } of result.unrecorded) {
    log.warning(
      `the stack ${stack} (account ${account}, ${region}) looks like a preview's, and no record of "${result.app}" claims it: untouched`,
    );
  }
  return {
    outputs: {
      status: result.status,
      removed: JSON.stringify([...new Set(removed)]),
      result: encodeJson(result),
    },
    summary: renderRemoval(result),
    ...(result.status === 'superseded' ? { notice: `superseded: ${result.stages[0]?.reason}` } : {}),
    ...onlyDefined({ failure }),
  };
}

function describe({ status, stages, more, looked }: RemovalResult): string {
  const places = describePlaces(looked);
  const rest = more === 0 ? '' : `; ${more} more are left to the next run`;
  return stages.length === 0
    ? `nothing found to remove; looked in ${places}`
    : `${status}: ${stages.map(({ stage, status: each }) => `${stage} ${each}`).join(', ')}${rest}; looked in ${places}`;
}

/** Checks that the inputs name what may be removed, and returns the ref of the preview that they name; '' for others. */
function checkInputs(inputs: Inputs, { stage, destroyAllowed }: EffectiveConfiguration): string {
  const ref = inputs.ref ?? stage.ref;
  if (inputs.expired) {
    if (inputs.ref !== undefined || inputs.confirm !== undefined) {
      throw new UserError('E_INPUT', {
        what: 'the input "expired" is true, and "ref" or "confirm" is given too',
        fix: 'leave "expired" out to remove one stage, or the others to remove all that expired',
      });
    }
    return '';
  }
  if (stage.kind !== 'preview') {
    checkKeys(inputs, stage.name, destroyAllowed);
    return '';
  }
  if (!isBranchRef(ref) && pullRequestOfRef(ref) === undefined) {
    throw new UserError('E_REF_REQUIRED', {
      what: ref === '' ? 'no preview is named' : `"${ref}" is neither a branch nor a pull request`,
      fix: 'give the input "ref" a full ref (refs/heads/NAME, refs/pull/NUMBER), or "expired: true" for all that expired',
    });
  }
  return ref;
}

/** A configured stage goes by two keys: one in the configuration, one by who starts the run. */
function checkKeys({ confirm, ref, 'dry-run': dryRun }: Inputs, name: string, allowed: boolean): void {
  if (ref !== undefined) {
    throw new UserError('E_INPUT', {
      what: `"ref" is "${ref}", and the configuration is of the configured stage "${name}"`,
      fix: 'leave "ref" out, or pass on the configuration of a preview',
    });
  }
  if (!allowed || (confirm !== name && !dryRun)) {
    const what = allowed
      ? `"confirm" is ${confirm === undefined ? 'not given' : `"${confirm}"`}`
      : `its configuration does not say \`destroy: allowed\``;
    throw new UserError('E_DESTROY_FORBIDDEN', {
      what: `the stage "${name}" is a configured one, and ${what}`,
      why: 'nothing was touched',
      fix: `write \`destroy: allowed\` below stages.${name} in serverless-stages.yml, and \`confirm: ${name}\` for the action`,
    });
  }
}
