import type { Rollback } from '../../../core/deploy/result.ts';
import { type Before, templateBesideCode, templateKeys, wayBackFault } from '../../../core/deploy/way-back.ts';
import { describeError } from '../../../core/described-error.ts';
import { deploymentBucket } from '../../../core/serverless/update-settings.ts';
import { losesData } from '../../../core/stack/change-table.ts';
import { findFirstFailure } from '../../../core/stack/first-failure.ts';
import { NESTED_STACK } from '../../../core/stack/nested-templates.ts';
import { holdsData } from '../../../core/stack/stateful.ts';
import { consoleUrl, isSuccess, type StackView } from '../../../core/stack/status.ts';
import { isVeryTemplate, parseTemplate } from '../../../core/stack/template.ts';
import type { AnsweredChange, StandingChangeSet } from '../../../io/aws/change-sets.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { Cancellation } from '../../../io/cancellation.ts';
import type { Held } from '../../hold/lock.ts';
import type { Run } from '../../run.ts';
import { sayWait } from '../../say-wait.ts';
import type { Voice } from '../../voice.ts';
import { s3Host, withNested } from '../service/changes.ts';
import { recordGoneBack } from '../service/records.ts';
import type { Updated } from './updated.ts';

/** Longest time that CloudFormation is waited for, in milliseconds. */
const WAIT_MS = 60 * 60_000;

/** How often, and after how many milliseconds, a stack is looked at again that does not show what was begun. */
const MOST_LOOKS = 12;
const LOOK_MS = 5000;

/** What came of taking a stack back, and the stack as it stands then. */
export interface GoneBack {
  readonly rollback: Rollback;
  readonly stack?: StackView;
}

interface BackEdges extends Held {
  readonly run: Run;
  readonly place: Place;
  readonly voice: Voice;
  readonly cancellation: Cancellation;
}

/**
 * Takes a stack back to what it was before the run: by a change set of the template beside the code that was live, with the
 * parameters and tags that it had. Nothing is done if that would take data away. Never rejects.
 */
export async function goBack(updated: Updated, edges: BackEdges): Promise<GoneBack> {
  const { before, label, packaged } = updated;
  const { voice } = edges;
  try {
    const fault = 'because' in before ? before.because : wayBackFault(before, packaged.provider);
    if ('because' in before || fault !== undefined) {
      return skipped(fault);
    }
    await edges.checkHeld();
    const url = await findTemplate(before, updated, edges.place);
    if (url === undefined) {
      return skipped('the template that was live is not in the bucket of packages any more');
    }
    voice.log.info(`${label}: going back to what it was before this run`);
    const forget = edges.cancellation.beforeCancelledExit(async () =>
      voice.log.warning(
        `cancelled while ${label} went back: CloudFormation in ${edges.place.region} goes on with its stack; look at ${consoleUrl(before.stack.id)}, and run again when it is done`,
      ),
    );
    try {
      const begun = await update(before, url, edges);
      if (begun === undefined) {
        // Nothing differs: the stack is what it was.
        await noteGoneBack(updated, updated.after, edges);
        await removePackage(updated, before, edges);
        return { rollback: { status: 'done' }, stack: updated.after };
      }
      return 'refused' in begun ? skipped(begun.refused) : await wait(updated, before, edges);
    } finally {
      forget();
    }
  } catch (error) {
    const { code, message } = describeError(error);
    return { rollback: { status: 'failed', reason: `${code}: ${message}` } };
  }
}

function skipped(reason = ''): GoneBack {
  return { rollback: { status: 'skipped', reason } };
}

/** Where the very template that was live is in the bucket of packages; never made from what GetTemplate says, which may have lost characters. */
async function findTemplate(
  before: Before,
  { packaged }: Updated,
  { uploads, region }: Place,
): Promise<string | undefined> {
  const bucket = deploymentBucket(packaged, before.stack.outputs);
  if (bucket === undefined) {
    return undefined;
  }
  const beside = templateBesideCode(before.template, packaged.folder);
  const keys =
    beside === undefined
      ? templateKeys(await uploads.list(bucket, `${packaged.folder}/`)).filter((key) => !isOfFailed(key, packaged))
      : [beside];
  for (const key of keys) {
    const text = await uploads.read(bucket, key);
    if (text !== undefined && isVeryTemplate(before.template, parseTemplate(text))) {
      return `https://${s3Host(region)}/${bucket}/${key}`;
    }
  }
  return undefined;
}

/** Whether an object is of the package that failed. */
function isOfFailed(key: string, { directory }: Updated['packaged']): boolean {
  return directory !== undefined && key.startsWith(`${directory}/`);
}

/**
 * Begins the update, unless it takes data away, or is of another template than was live: `refused` says why it does not. Undefined if it
 * would change nothing.
 */
async function update(
  before: Before,
  url: string,
  { place, voice, checkHeld }: BackEdges,
): Promise<{ readonly refused: string } | { readonly isBegun: true } | undefined> {
  return place.changeSets.ask(
    { ...before.settings, name: 'serverless-stages-changes', stack: before.stack.id, template: { url } },
    async (changes, read, set) => {
      // Also what stays in the account: it would be in the way of the next run, which makes it anew.
      const rows = (await withNested(changes, undefined, read, place)).filter(
        (row) => losesData(row) || (row.action === 'remove' && holdsData(row.type)),
      );
      if (rows.length > 0) {
        const lost = rows.map(({ logicalId, type }) => `${logicalId} (${type})`);
        return { refused: `that would take ${lost.join(', ')} away, and the data in it` };
      }
      // What was read in the bucket may have been changed since: only what the change set itself has counts.
      if (!(await isOfBefore(changes, before, set))) {
        return { refused: 'another template is in the bucket of packages than the one that was live' };
      }
      await checkHeld();
      await set.execute();
      return { isBegun: true };
    },
    voice.log.warning,
  );
}

/** Whether a change set is made of the templates that were live, those of nested stacks included. */
async function isOfBefore(
  changes: readonly AnsweredChange[],
  { template, nested }: Before,
  set: StandingChangeSet,
): Promise<boolean> {
  const isSame = (live: string, text: string | undefined) =>
    text !== undefined && isVeryTemplate(live, parseTemplate(text));
  if (!isSame(template, await set.template())) {
    return false;
  }
  for (const change of changes.filter(({ type, action }) => type === NESTED_STACK && action !== 'Remove')) {
    const live = nested.get(change.logicalId);
    if (live === undefined || !isSame(live, await set.template(change))) {
      return false;
    }
  }
  return true;
}

/** Waits for CloudFormation's verdict, and notes it. */
async function wait(updated: Updated, before: Before, edges: BackEdges): Promise<GoneBack> {
  const { place, voice } = edges;
  const { name } = before.stack;
  const look = () => place.stacks.settled(name, WAIT_MS, sayWait(updated.label, place, voice));
  let stack = await look();
  // What was begun may not be seen at once.
  for (let looks = 0; looks < MOST_LOOKS && stack?.changed === updated.after.changed; looks += 1) {
    await voice.pause(LOOK_MS);
    stack = await look();
  }
  const isUntouched = stack !== undefined && stack.changed === updated.after.changed;
  if (stack === undefined || !isSuccess(stack.status) || isUntouched) {
    const reason = isUntouched ? 'CloudFormation did not begin' : await reasonOf(stack, updated, place);
    return { rollback: { status: 'failed', reason }, ...(stack === undefined ? {} : { stack }) };
  }
  await noteGoneBack(updated, stack, edges);
  await removePackage(updated, before, edges);
  return { rollback: { status: 'done' }, stack };
}

async function noteGoneBack({ now, record }: Updated, stack: StackView, edges: BackEdges): Promise<void> {
  const { run, place, voice, cancellation } = edges;
  await recordGoneBack(now, record, stack, run, { ledger: place.ledger, log: voice.log, cancellation });
}

async function reasonOf(stack: StackView | undefined, { after }: Updated, { stacks }: Place): Promise<string> {
  if (stack === undefined) {
    return 'the stack is gone';
  }
  const first = await findFirstFailure(stacks, stack.id, Date.parse(after.changed)).catch(() => undefined);
  const why = first === undefined ? (stack.reason ?? '') : `${first.logicalId}: ${first.reason}`;
  return `CloudFormation could not do it: the stack ${stack.name} is ${stack.status}${why === '' ? '' : ` (${why})`}`;
}

/**
 * Removes the package that failed: the Serverless Framework keeps so many of the newest, and would remove the live one in the place of
 * one that is not used.
 */
async function removePackage({ label, packaged }: Updated, before: Before, { place, voice }: BackEdges): Promise<void> {
  const { directory = '', folder } = packaged;
  const bucket = deploymentBucket(packaged, before.stack.outputs);
  const isOwn = directory.startsWith(`${folder}/`) && /^[0-9]{10,}-[^/]+$/.test(directory.slice(folder.length + 1));
  if (bucket === undefined || !isOwn || templateBesideCode(before.template, folder)?.startsWith(`${directory}/`)) {
    return;
  }
  await place.leftovers.buckets.empty(bucket, `${directory}/`).catch((error: Error) => {
    voice.log.warning(`${label}: the package that failed stays in the bucket: ${error.message}`);
  });
}
