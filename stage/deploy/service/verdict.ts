import { describeExit, lastWords } from '../../../core/child-exit.ts';
import { onlyDefined } from '../../../core/only-defined.ts';
import { licenceFailure } from '../../../core/serverless/cli.ts';
import { lostSight } from '../../../core/serverless/cli-output.ts';
import { isEmptyStack } from '../../../core/stack/empty-stack.ts';
import { explainFailure } from '../../../core/stack/explain.ts';
import { findFirstFailure } from '../../../core/stack/first-failure.ts';
import { isSuccess, type StackView } from '../../../core/stack/status.ts';
import type { StackReader } from '../../../io/aws/cloudformation.ts';
import type { ProcessResult } from '../../../io/process.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { CliJob } from '../../../io/serverless/runner.ts';

/** A stack before and after a deploy. */
export interface Observation {
  readonly before: StackView | undefined;
  readonly after: StackView | undefined;
  /** Time of the newest event before the deploy, milliseconds since 1970. */
  readonly since: number;
  /** Whether the live template is the one that was packaged. */
  readonly isLive: () => Promise<boolean>;
}

/** CloudFormation has the verdict; the CLI's exit code only tells apart what CloudFormation cannot. */
export async function verdictOfDeploy(
  job: CliJob,
  result: ProcessResult,
  { before, after, since, isLive }: Observation,
  { stacks, region, log }: { readonly stacks: StackReader; readonly region: string; readonly log: Log },
): Promise<'deployed' | 'unchanged'> {
  const untouched = after !== undefined && before?.id === after.id && before.changed === after.changed;
  const isNew = before === undefined || isEmptyStack(before);
  // One that was made empty, and got the bucket for packages at most.
  const isEmpty = after !== undefined && isEmptyStack(after);
  if (result.code === 0 && after !== undefined && isSuccess(after.status) && !isEmpty) {
    return untouched ? 'unchanged' : 'deployed';
  }
  if (result.code === 0 && untouched && after.status.endsWith('_ROLLBACK_COMPLETE') && (await isLive())) {
    // An update failed and was taken back since; what it was taken back to is what is wanted.
    return 'unchanged';
  }
  if (after?.status === 'UPDATE_COMPLETE' && !untouched && !isEmpty && lostSight(result.output)) {
    log.warning(
      `${job.key}: CloudFormation completed the update, but ${job.cli.product} lost sight of it (${describeExit(result)}): ${lastWords(result.output)}`,
    );
    return 'deployed';
  }
  const first = after === undefined || untouched ? undefined : await findFirstFailure(stacks, after.id, since);
  const licence = after === undefined ? licenceFailure(job.cli, result.output) : undefined;
  throw (
    licence ??
    explainFailure({
      service: job.key,
      region,
      ...onlyDefined({ stack: after }),
      untouched: after === undefined || untouched,
      isNew,
      first,
      ending: describeExit(result),
      lastWords: lastWords(result.output),
    })
  );
}
