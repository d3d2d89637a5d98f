import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, type UserError } from '../../core/errors.ts';
import { type LedgerStage, recordName } from '../../core/ledger/keys.ts';
import type { DeploymentRecord, RecordedRun } from '../../core/ledger/record.ts';
import type { RemovedService, Retained } from '../../core/removal/result.ts';
import { beforeDelete } from '../../core/stack/before-delete.ts';
import { explainRemoval } from '../../core/stack/explain.ts';
import { findFirstFailure } from '../../core/stack/first-failure.ts';
import { consoleUrl, type StackView } from '../../core/stack/status.ts';
import { describeWait } from '../../core/stack/wait.ts';
import { LONG_WAIT_MS, type OnWait } from '../aws/settled.ts';
import { onCancel, unlessCancelled } from '../cancellation.ts';
import { type Log, runnerLog } from '../runner/log.ts';
import type { CheckedDeployment } from './check.ts';

export interface RemoveParts {
  readonly stage: LedgerStage;
  readonly run: RecordedRun;
  readonly log: Log;
  /** Shows a line at once. */
  readonly live: (text: string) => void;
  /** Milliseconds since some moment; only differences count. */
  readonly clock: () => number;
  /** Physical ids of what is retained of any service of the stage. */
  readonly keeps: ReadonlySet<string>;
}

/** How often a removal is tried that CloudFormation ends with DELETE_FAILED. */
const ATTEMPTS = 3;
/** How long CloudFormation's own dust settles before the next attempt, in milliseconds. */
const PAUSE_MS = 5000;

type Work = { -readonly [Key in 'emptied' | 'alsoRemoved' | 'retained']: RemovedService[Key][number][] };

/** Removes one checked deployment, its record last, and returns what came of it. Never rejects. */
export async function removeDeployment(checked: CheckedDeployment, parts: RemoveParts): Promise<RemovedService> {
  const { record, tools } = checked;
  const start = parts.clock();
  const done: Work = { emptied: [], alsoRemoved: [], retained: [] };
  const finish = (rest: Pick<RemovedService, 'status' | 'error'>): RemovedService => ({
    ...rowOf(checked, tools.ledger.now()),
    ...done,
    seconds: Math.round((parts.clock() - start) / 100) / 10,
    ...rest,
  });
  let isBegun = false;
  try {
    const one = await checked.recheck();
    if (one.stack !== undefined) {
      isBegun = true;
      await tools.ledger.writeRecord(parts.stage, recordOf(record, 'removing', one.stack, parts.run));
      await removeStack(one, one.stack, done, parts);
    }
    await removeLeftovers(one, done, parts);
    await unlessCancelled();
    await tools.ledger.remove(recordName(parts.stage, record.service));
    return finish({ status: checked.stack === undefined ? 'absent' : 'removed' });
  } catch (error) {
    await unlessCancelled();
    if (isBegun) {
      const orphan = recordOf(record, 'orphaned', checked.stack, parts.run);
      await tools.ledger.writeRecord(parts.stage, orphan).catch((fault: Error) => parts.log.warning(fault.message));
    }
    parts.log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return finish({ status: 'failed', error: describeError(error) });
  }
}

/** The record of a removal that was begun: from here on it is of this very stack. */
function recordOf(
  record: DeploymentRecord,
  status: DeploymentRecord['status'],
  stack: StackView | undefined,
  run: RecordedRun,
): DeploymentRecord {
  const { completed } = record;
  const now = completed === undefined || stack === undefined ? {} : { completed: { ...completed, stack: stack.id } };
  return { ...record, run, status, ...now };
}

const DAY_MS = 24 * 60 * 60_000;

/** What a row says of a deployment before anything has come of it; `now` in milliseconds since 1970. */
export function rowOf(
  { record, tools, stack }: Pick<CheckedDeployment, 'record' | 'tools'> & { readonly stack?: StackView | undefined },
  now: number,
): Omit<RemovedService, 'status'> {
  const created = stack === undefined ? Number.NaN : Date.parse(stack.created);
  return {
    service: record.service,
    key: record.key,
    account: tools.account,
    region: tools.region,
    stack: record.stackName,
    ...(Number.isNaN(created) ? {} : { days: Math.round((Math.max(0, now - created) / DAY_MS) * 10) / 10 }),
    ...(record.cli === undefined ? {} : { cli: record.cli }),
    emptied: [],
    alsoRemoved: [],
    retained: [],
    seconds: 0,
  };
}

async function removeStack(one: CheckedDeployment, stack: StackView, done: Work, parts: RemoveParts): Promise<void> {
  const { record, tools, contents } = one;
  const forget = onCancel(() =>
    runnerLog.warning(
      `cancelled while ${record.key} was removed: CloudFormation goes on with its stack ${stack.name}; look at ${consoleUrl(stack.id)}, and run again when it is done`,
    ),
  );
  try {
    for (let attempt = 1; ; attempt++) {
      const current = attempt === 1 ? one : await one.recheck();
      if (current.stack === undefined) {
        break;
      }
      const { after, since } = await deleteOnce(current, current.stack, done, { ...parts, isFirst: attempt === 1 });
      if (after === undefined) {
        break;
      }
      const first = await findFirstFailure(tools.stacks, stack.id, since);
      if (attempt === ATTEMPTS || !after.status.startsWith('DELETE_')) {
        throw explainRemoval(record.key, after, first, tools.region);
      }
      const why = first === undefined ? (after.reason ?? '') : `${first.logicalId} (${first.type}): ${first.reason}`;
      parts.live(`${record.key}: ${stack.name} is ${after.status}, tried again: ${why}`);
      await sleep(PAUSE_MS * attempt);
    }
    const skipped = (await tools.changes.resources(stack.id)).filter(({ status }) => status === 'DELETE_SKIPPED');
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
  { record, tools, contents }: CheckedDeployment,
  stack: StackView,
  done: Work,
  { log, live, isFirst }: RemoveParts & { readonly isFirst: boolean },
): Promise<Deletion> {
  const onWait: OnWait = (view, newest) => live(`${record.key}: ${describeWait(view, newest, tools.ledger.now())}`);
  if (isFirst && beforeDelete(stack.status) === 'await') {
    log.info(`${record.key}: the stack ${stack.name} is deleted already, and waited for`);
    const after = await tools.stacks.settled(stack.id, LONG_WAIT_MS, onWait);
    return { after: beforeDelete(after?.status) === 'nothing' ? undefined : after, since: 0 };
  }
  await emptyBuckets(contents.buckets, tools, done);
  const since = (await tools.stacks.newestEvent(stack.id))?.time ?? 0;
  log.info(`${record.key}: deleting the stack ${stack.name}`);
  return { after: await tools.changes.remove(stack.id, onWait), since };
}

async function emptyBuckets(
  buckets: readonly string[],
  { leftovers }: CheckedDeployment['tools'],
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

/** Removes what the stack did not know of. What may not be removed is reported as retained: the stack itself is gone. */
async function removeLeftovers(
  { record, tools, contents }: CheckedDeployment,
  done: Work,
  { log, keeps }: RemoveParts,
) {
  const attempt = async (what: string, type: string, physicalId: string, remove: () => Promise<boolean>) => {
    try {
      if (await remove()) {
        done.alsoRemoved.push(`${what} ${physicalId}`);
      }
    } catch (error) {
      log.warning(`${record.key}: ${(error as UserError).message}`);
      done.retained.push({ logicalId: '', type, physicalId });
    }
  };
  const { leftovers } = tools;
  const isKept = (name: string) => keeps.has(name) || done.retained.some(({ physicalId }) => physicalId === name);
  for (const name of contents.logGroups.filter((each) => !isKept(each))) {
    await attempt('log group', 'AWS::Logs::LogGroup', name, () => leftovers.removeLogGroup(name));
  }
  for (const name of contents.images) {
    await attempt('images', 'AWS::ECR::Repository', name, () => leftovers.removeImages(name));
  }
  for (const { bucket, prefix } of contents.packages) {
    const remove = async () => (await leftovers.buckets.empty(bucket, prefix)) > 0;
    await attempt('packages', 'AWS::S3::Object', `s3://${bucket}/${prefix}`, remove);
  }
}
