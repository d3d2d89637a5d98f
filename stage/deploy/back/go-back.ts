import type { Rollback } from '../../../core/deploy/result.ts';
import { type Before, templateBesideCode, templateKeys, wayBackFault } from '../../../core/deploy/way-back.ts';
import { describeError } from '../../../core/described-error.ts';
import { deploymentBucket } from '../../../core/serverless/update-settings.ts';
import { losesData } from '../../../core/stack/change-table.ts';
import { isSuccess, type StackView } from '../../../core/stack/status.ts';
import { isVeryTemplate } from '../../../core/stack/template.ts';
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
    const lost = await update(before, url, edges);
    if (lost.length > 0) {
      return skipped(`that would take ${lost.join(', ')} away, and the data in it`);
    }
    return await wait(updated, before, edges);
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
  const keys = beside === undefined ? templateKeys(await uploads.list(bucket, `${packaged.folder}/`)) : [beside];
  for (const key of keys) {
    const text = await uploads.read(bucket, key);
    if (text !== undefined && isVeryTemplate(before.template, parse(text))) {
      return `https://${s3Host(region)}/${bucket}/${key}`;
    }
  }
  return undefined;
}

/** Begins the update, unless it takes data away: returns what that is. */
async function update(
  { stack, settings }: Before,
  url: string,
  { place, voice, checkHeld }: BackEdges,
): Promise<string[]> {
  const lost = await place.changeSets.ask(
    { ...settings, stack: stack.id, template: { url } },
    async (changes, read, execute) => {
      const rows = (await withNested(changes, undefined, read, place)).filter(losesData);
      if (rows.length === 0) {
        await checkHeld();
        await execute();
      }
      return rows.map(({ logicalId, type }) => `${logicalId} (${type})`);
    },
    voice.log.warning,
  );
  return lost ?? [];
}

/** Waits for CloudFormation's verdict, and notes it. */
async function wait(updated: Updated, { stack: { name } }: Before, edges: BackEdges): Promise<GoneBack> {
  const { run, place, voice, cancellation } = edges;
  const stack = await place.stacks.settled(name, WAIT_MS, sayWait(updated.label, place, voice));
  if (stack === undefined || !isSuccess(stack.status)) {
    const reason = `CloudFormation could not do it: the stack ${name} is ${stack?.status ?? 'gone'}`;
    return { rollback: { status: 'failed', reason }, ...(stack === undefined ? {} : { stack }) };
  }
  await recordGoneBack(updated.now, updated.record, stack, run, { ledger: place.ledger, log: voice.log, cancellation });
  return { rollback: { status: 'done' }, stack };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
