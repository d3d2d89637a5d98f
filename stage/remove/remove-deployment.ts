import { describeError, stackTrace } from '../../core/described-error.ts';
import { UserError } from '../../core/errors.ts';
import { type LedgerStage, recordName } from '../../core/ledger/keys.ts';
import type { DeploymentRecord, RecordedRun } from '../../core/ledger/record.ts';
import { removalPolicies } from '../../core/profile/session-policy.ts';
import type { RemovedService, Retained } from '../../core/removal/result.ts';
import { beforeDelete } from '../../core/stack/before-delete.ts';
import { explainRemoval } from '../../core/stack/explain.ts';
import { findFirstFailure } from '../../core/stack/first-failure.ts';
import { consoleUrl, type StackView } from '../../core/stack/status.ts';
import { LONG_WAIT_MS } from '../../core/stack/wait.ts';
import type { Cancellation } from '../../io/cancellation.ts';
import type { Held } from '../hold/lock.ts';
import { sayWait } from '../say-wait.ts';
import type { Voice } from '../voice.ts';
import type { CheckedDeployment } from './check.ts';
import { explainLeftovers, type LeftoverParts, removeLeftovers, type Work } from './remove-leftovers.ts';
import { removedService } from './removed-service.ts';

export interface RemoveParts extends Omit<LeftoverParts, 'log'>, Held {
  readonly stage: LedgerStage;
  readonly run: RecordedRun;
  /** Runs the service's hook, where it has one. Throws E_HOOK_FAILED. */
  readonly beforeDestroy: (one: CheckedDeployment, stack: StackView) => Promise<void>;
  readonly voice: Voice;
  readonly cancellation: Cancellation;
}

/** How often a removal is tried that CloudFormation ends with DELETE_FAILED. */
const ATTEMPTS = 3;
/** How long CloudFormation's own dust settles before the next attempt, in milliseconds. */
const PAUSE_MS = 5000;

/** Removes one checked deployment, its record last, and returns what came of it. Never rejects. */
export async function removeDeployment(checked: CheckedDeployment, parts: RemoveParts): Promise<RemovedService> {
  const { record, place } = checked;
  const { voice, cancellation } = parts;
  const start = voice.clock();
  const done: Work = { emptied: [], alsoRemoved: [], retained: [] };
  const finish = (rest: Pick<RemovedService, 'status' | 'error'>): RemovedService => ({
    ...removedService(checked, place.ledger.now()),
    ...done,
    seconds: Math.round((voice.clock() - start) / 100) / 10,
    ...rest,
  });
  /** The stack whose removal was begun. */
  let begun: StackView | undefined;
  let { ledger } = place;
  try {
    const found = await checked.recheck();
    await parts.checkHeld();
    if (found.stack !== undefined) {
      await parts.beforeDestroy(found, found.stack);
    }
    const one = await inOwnSession(found, parts);
    ledger = one.place.ledger;
    if (one.stack !== undefined) {
      begun = one.stack;
      await ledger.writeRecord(parts.stage, recordOf(record, 'removing', begun, parts.run));
      await removeStack(one, begun, done, parts);
      await parts.checkHeld();
    }
    const failed = await removeLeftovers(one, done, { keeps: parts.keeps, log: voice.log });
    await cancellation.unlessCancelled();
    if (failed.length > 0) {
      await ledger.writeRecord(parts.stage, recordOf(record, 'orphaned', begun, parts.run));
      return finish({ status: 'orphaned', error: describeError(explainLeftovers(record.key, failed)) });
    }
    await parts.checkHeld();
    await ledger.remove(recordName(parts.stage, record.service));
    return finish({ status: checked.stack === undefined ? 'absent' : 'removed' });
  } catch (error) {
    await cancellation.unlessCancelled();
    // Without the lock the record is another run's by now.
    if (begun !== undefined && !(error instanceof UserError && error.code === 'E_STAGE_BUSY')) {
      const orphan = recordOf(record, 'orphaned', begun, parts.run);
      await ledger.writeRecord(parts.stage, orphan).catch((fault: Error) => voice.log.warning(fault.message));
    }
    voice.log.debug(stackTrace(error));
    return finish({ status: 'failed', error: describeError(error) });
  }
}

/**
 * The deployment in a session of its own, which may change nothing else: a guard against our own mistakes. If AWS gives none,
 * the run goes on with the session that it has.
 */
async function inOwnSession(
  one: CheckedDeployment,
  { stage, voice: { log }, cancellation }: Pick<RemoveParts, 'stage' | 'voice' | 'cancellation'>,
): Promise<CheckedDeployment> {
  const { record, stack, contents, place } = one;
  const policies = removalPolicies(stage, {
    stackName: record.stackName,
    stacks: [...(stack === undefined ? [] : [stack.id]), ...contents.nested],
    buckets: contents.buckets,
    packages: contents.packages,
  });
  let refusal: unknown;
  for (const policy of policies) {
    try {
      return { ...one, place: await place.narrowed(policy) };
    } catch (error) {
      refusal = error;
      if (!(error instanceof UserError) || error.code !== 'E_NAME_TOO_LONG') {
        break;
      }
    }
  }
  await cancellation.unlessCancelled();
  log.warning(
    `${record.key}: removed with the rights of the whole removal, because AWS gave no narrower session: ${describeError(refusal).message}`,
  );
  return one;
}

/** The record of a removal that was begun: from here on it is of this very stack. */
function recordOf(
  record: DeploymentRecord,
  status: DeploymentRecord['status'],
  stack: StackView | undefined,
  run: RecordedRun,
): DeploymentRecord {
  const { completed } = record;
  if (stack === undefined) {
    return { ...record, run, status };
  }
  const now = completed === undefined ? { removing: stack.id } : { completed: { ...completed, stack: stack.id } };
  return { ...record, run, status, ...now };
}

async function removeStack(one: CheckedDeployment, stack: StackView, done: Work, parts: RemoveParts): Promise<void> {
  const { record, place, contents } = one;
  const { voice, cancellation } = parts;
  const forget = cancellation.onCancel(() =>
    voice.log.warning(
      `cancelled while ${record.key} was removed: CloudFormation goes on with its stack ${stack.name}; look at ${consoleUrl(stack.id)}, and run again when it is done`,
    ),
  );
  try {
    for (let attempt = 1; ; attempt++) {
      const current = attempt === 1 ? one : { ...(await one.recheck()), place };
      if (current.stack === undefined) {
        break;
      }
      const { after, since } = await deleteOnce(current, current.stack, done, { ...parts, isFirst: attempt === 1 });
      if (after === undefined) {
        break;
      }
      const first = await findFirstFailure(place.stacks, stack.id, since);
      if (attempt === ATTEMPTS || !after.status.startsWith('DELETE_')) {
        throw explainRemoval(record.key, after, first, place.region);
      }
      const why = first === undefined ? (after.reason ?? '') : `${first.logicalId} (${first.type}): ${first.reason}`;
      voice.say(`${record.key}: ${stack.name} is ${after.status}, tried again: ${why}`);
      await voice.pause(PAUSE_MS * attempt);
    }
    const skipped = (await place.changes.resources(stack.id)).filter(({ status }) => status === 'DELETE_SKIPPED');
    done.retained.push(...distinct([...contents.retained, ...skipped]));
  } finally {
    forget();
  }
}

/** What one deletion came to (undefined: the stack is gone), and when it began, in milliseconds since 1970. */
interface Deletion {
  readonly after: StackView | undefined;
  readonly since: number;
}

/** Empties the buckets and deletes the stack once; a deletion that is under way already is only waited for. */
async function deleteOnce(
  { record, place, contents }: CheckedDeployment,
  stack: StackView,
  done: Work,
  { voice: { log, say }, checkHeld, isFirst }: RemoveParts & { readonly isFirst: boolean },
): Promise<Deletion> {
  const onWait = sayWait(record.key, place, { say });
  if (isFirst && beforeDelete(stack.status) === 'await') {
    log.info(`${record.key}: the stack ${stack.name} is deleted already, and waited for`);
    const after = await place.stacks.settled(stack.id, LONG_WAIT_MS, onWait);
    return { after: beforeDelete(after?.status) === 'nothing' ? undefined : after, since: 0 };
  }
  await checkHeld();
  await emptyBuckets(contents.buckets, place, done);
  const since = (await place.stacks.newestEvent(stack.id))?.time ?? 0;
  log.info(`${record.key}: deleting the stack ${stack.name}`);
  return { after: await place.changes.remove(stack.id, onWait), since };
}

async function emptyBuckets(
  buckets: readonly string[],
  { leftovers }: CheckedDeployment['place'],
  done: Work,
): Promise<void> {
  for (const bucket of buckets) {
    const versions = await leftovers.buckets.empty(bucket, '');
    if (versions > 0) {
      done.emptied.push({ bucket, versions });
    }
  }
}

function distinct(resources: readonly Retained[]): Retained[] {
  const byId = new Map(
    resources.map(({ logicalId, type, physicalId }) => [physicalId, { logicalId, type, physicalId }]),
  );
  return [...byId.values()];
}
