import { parseExpectedCode } from '../../core/deploy/same-code.ts';
import { UserError } from '../../core/errors.ts';
import { ownerOfRun } from '../../core/ledger/owner.ts';
import type { OpenedDeployment } from '../../stage/open/deployment.ts';
import { type Run, recordedRun } from '../../stage/run.ts';
import type { Inputs } from './contract.ts';

/** Returns what a run brings its stage to; throws E_WRONG_CHECKOUT, E_INPUT. */
export async function runOf(
  inputs: Inputs,
  { configuration, attempt, source, isRollback }: OpenedDeployment,
): Promise<Run> {
  const { redeploy, rollback, 'expected-code': expected } = inputs;
  const { app, stage, boundary, destroyAllowed, onFailure } = configuration;
  const commit = commitOf(stage.commit, source?.head);
  const isConfigured = stage.kind === 'configured';
  return {
    stage: { app, kind: stage.kind, name: stage.name },
    owner: ownerOfRun(attempt, stage),
    commit,
    recorded: recordedRun(attempt),
    boundary,
    goesBack: redeploy || rollback || (isConfigured && commit !== undefined && (await isRollback(commit))),
    tests: testsOf(inputs['test-result']),
    expectedCode: expected === undefined ? undefined : parseExpectedCode(expected),
    isDryRun: inputs['dry-run'],
    // A dry run changes nothing that would go back.
    rollsBack: onFailure === 'rollback' && !inputs['dry-run'],
    protectsStacks: isConfigured && !destroyAllowed,
  };
}

/** What the result of the job that tests says; throws E_INPUT. */
function testsOf(result: string | undefined): Run['tests'] {
  switch (result) {
    case undefined:
      return undefined;
    case 'success':
      return 'passed';
    case 'skipped':
      return 'none';
    default:
      throw new UserError('E_INPUT', {
        what: `the input "test-result" is "${result}", and only what passed its tests is deployed`,
        fix: 'pass the result of the job that tests on (`success`, or `skipped` if there are no tests), or leave it out',
      });
  }
}

/** The commit that is deployed: what was decided has to be what is checked out. Throws E_WRONG_CHECKOUT. */
function commitOf(decided: string | undefined, checkedOut: string | undefined): string | undefined {
  if (decided !== undefined && checkedOut !== undefined && checkedOut !== decided) {
    throw new UserError('E_WRONG_CHECKOUT', {
      what: `the commit ${decided} is to be deployed, and ${checkedOut} is checked out`,
      fix: 'give actions/checkout the output "commit" of resolve-stage: `ref: ${{ … outputs.commit }}`',
    });
  }
  return decided ?? checkedOut;
}
