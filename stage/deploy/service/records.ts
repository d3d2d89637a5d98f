import { hashOutputs } from '../../../core/deploy/inputs.ts';
import type { Completed, DeploymentRecord, Fingerprint } from '../../../core/ledger/record.ts';
import { onlyDefined } from '../../../core/only-defined.ts';
import type { StackView } from '../../../core/stack/status.ts';
import type { Ledger } from '../../../io/aws/ledger.ts';
import type { Cancellation } from '../../../io/cancellation.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { Run } from '../../run.ts';

/** What is about to be deployed. */
export type Deploying = Pick<DeploymentRecord, 'key' | 'service' | 'stackName' | 'needs' | 'cli'>;

/** Where records are written. */
export interface Book {
  readonly ledger: Pick<Ledger, 'writeRecord'>;
  readonly log: Log;
  readonly cancellation: Pick<Cancellation, 'unlessCancelled'>;
}

/** Notes that a service is being deployed, before the first call that may make its stack: what it finished last stays. */
export async function recordDeploying(
  now: Deploying,
  before: DeploymentRecord | undefined,
  run: Run,
  { ledger }: Book,
): Promise<void> {
  await ledger.writeRecord(run.stage, recordOf(now, 'deploying', before, completedBefore(now, before), run));
}

/** Notes that a deploy was cancelled: CloudFormation goes on, and the next run sees what came of it. */
export async function recordInterrupted(
  now: Deploying,
  before: DeploymentRecord | undefined,
  run: Run,
  { ledger }: Book,
): Promise<void> {
  await ledger.writeRecord(run.stage, recordOf(now, 'interrupted', before, completedBefore(now, before), run));
}

/** What a deploy completed; the stack is the one that stands now. */
export interface Completion {
  readonly stack: StackView | undefined;
  readonly fingerprint: Fingerprint | undefined;
  /** Hash over the code of its functions. */
  readonly code: string | undefined;
}

/**
 * Notes what came of a deploy (`completion` undefined: it failed). The verdict is CloudFormation's: a ledger that cannot
 * be written to changes nothing in it, the next run only deploys once more.
 */
export async function recordVerdict(
  now: Deploying,
  before: DeploymentRecord | undefined,
  completion: Completion | undefined,
  run: Run,
  { ledger, log, cancellation }: Book,
): Promise<void> {
  // A cancelled step has its own word: what fails in it now only fails because it ends.
  await cancellation.unlessCancelled();
  const { stack } = completion ?? {};
  const record =
    stack === undefined
      ? recordOf(now, 'failed', before, completedBefore(now, before), run)
      : recordOf(now, 'deployed', before, completedBy(stack, completion, run), run);
  await ledger.writeRecord(run.stage, record).catch((error: Error) => {
    log.warning(`${now.key}: the verdict could not be noted, so the next run deploys it again: ${error.message}`);
  });
}

/**
 * Notes that a stack went back to what it was: what was completed before counts again, without its fingerprint, so that the next run
 * deploys it.
 */
export async function recordGoneBack(
  now: Deploying,
  before: DeploymentRecord | undefined,
  stack: StackView,
  run: Run,
  { ledger, log, cancellation }: Book,
): Promise<void> {
  await cancellation.unlessCancelled();
  const { fingerprint: _, ...last } =
    completedBefore(now, before) ?? completedBy(stack, undefined, { ...run, commit: undefined });
  const outputs = hashOutputs(stack.outputs, run.stage.app);
  const completed = { ...last, stack: stack.id, changed: stack.changed, outputs };
  await ledger.writeRecord(run.stage, recordOf(now, 'failed', before, completed, run)).catch((error: Error) => {
    log.warning(
      `${now.key}: that it went back could not be noted, so the next run compares it with CloudFormation: ${error.message}`,
    );
  });
}

function completedBy(
  stack: StackView,
  completion: Pick<Completion, 'fingerprint' | 'code'> | undefined,
  { commit, stage }: Run,
): Completed {
  const { fingerprint, code } = completion ?? {};
  return {
    ...onlyDefined({ commit, fingerprint, code }),
    stack: stack.id,
    changed: stack.changed,
    outputs: hashOutputs(stack.outputs, stage.app),
  };
}

function recordOf(
  now: Deploying,
  status: DeploymentRecord['status'],
  before: DeploymentRecord | undefined,
  completed: Completed | undefined,
  { owner, commit, recorded }: Run,
): DeploymentRecord {
  return {
    schemaVersion: 1,
    ...now,
    owner,
    run: recorded,
    status,
    ...onlyDefined({ commit, completed, removing: removingBefore(now, before) }),
  };
}

/** What was completed before, of the same stack: a service that has another one by now has completed nothing of it. */
function completedBefore(now: Deploying, before: DeploymentRecord | undefined): Completed | undefined {
  return before?.stackName === now.stackName ? before.completed : undefined;
}

/** The stack whose removal left something behind: until that is removed too, only this says so. */
function removingBefore(now: Deploying, before: DeploymentRecord | undefined): string | undefined {
  if (before?.stackName !== now.stackName) {
    return undefined;
  }
  return before.removing ?? (before.status === 'orphaned' ? before.completed?.stack : undefined);
}
