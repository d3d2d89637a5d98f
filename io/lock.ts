import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../core/errors.ts';
import {
  currentEntry,
  describeHolder,
  freeEntry,
  type LockEntry,
  type LockHolder,
  type LockVersion,
  parseLockEntry,
  takeEntry,
} from '../core/ledger/lock.ts';
import type { Ledger } from './aws/ledger.ts';

/** A lock that this run holds. */
export interface HeldLock {
  /** Gives it back; a lock that was taken over meanwhile stays with who has it. */
  release(): Promise<void>;
}

export interface LockParts {
  readonly ledger: Pick<Ledger, 'history' | 'append'>;
  /** Name of the lock's parameter. */
  readonly name: string;
  readonly holder: LockHolder;
  /** Whether a run's attempt has ended, as GitHub says; undefined where it does not. */
  readonly hasEnded: (run: string, attempt: string) => Promise<boolean | undefined>;
  /** Told what is waited for. */
  readonly onWait: (text: string) => void;
  /** Milliseconds. */
  readonly waitMs?: number;
}

/** How long a live lock is waited for, in milliseconds. */
const WAIT_MS = 30 * 60_000;
/** How long a person's lock counts, in milliseconds by SSM's clock. */
const PERSON_MS = 2 * 60 * 60_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
const HEARTBEAT_MS = 30_000;

/**
 * Takes a stage's lock: a dead holder's at once, a live one's when it is given back. Throws E_STAGE_BUSY with the
 * holder's link where it is not given back in time, E_LEDGER where the lock cannot be read.
 */
export async function acquireLock(parts: LockParts): Promise<HeldLock> {
  const { ledger, name } = parts;
  const start = Date.now();
  let spoken = 0;
  let asked = 0;
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 1.5, LONGEST_DELAY_MS)) {
    const { log, now } = await readLog(ledger, name);
    const current = currentEntry(log);
    const holder = current?.entry.holder;
    const mayAsk = holder !== undefined && Date.now() - asked >= LONGEST_DELAY_MS;
    asked = mayAsk ? Date.now() : asked;
    const dead = mayAsk && current !== undefined ? await isDead(current, now, parts) : false;
    if (current === undefined || holder === undefined || dead === true) {
      const entry = takeEntry(randomUUID(), current?.entry, parts.holder);
      if (await take(ledger, name, entry, log.length === 0)) {
        return { release: () => release(ledger, name, entry) };
      }
      asked = 0;
      continue;
    }
    if (Date.now() - start >= (parts.waitMs ?? WAIT_MS)) {
      throw busy(name, holder, Date.now() - start);
    }
    if (Date.now() - spoken >= HEARTBEAT_MS) {
      const doubt =
        dead === undefined ? ' (GitHub does not say whether it has ended: allow `actions: read` to the job)' : '';
      parts.onWait(`waiting for ${describeHolder(holder)}, which changes this stage${doubt}`);
      spoken = Date.now();
    }
    await sleep(delay * (0.75 + Math.random() / 2));
  }
}

async function readLog(ledger: LockParts['ledger'], name: string): Promise<{ log: LockVersion[]; now: number }> {
  const { versions, now } = await ledger.history(name);
  const log = versions.map(({ version, written, value }) => ({ version, written, entry: parseLockEntry(value, name) }));
  return { log, now };
}

/** Writes an entry and says whether it counts, whatever became of the answer to the write. */
async function take(ledger: LockParts['ledger'], name: string, entry: LockEntry, fresh: boolean): Promise<boolean> {
  try {
    await ledger.append(name, JSON.stringify(entry), fresh);
    return currentEntry((await readLog(ledger, name)).log)?.entry.id === entry.id;
  } catch (error) {
    await release(ledger, name, entry).catch(() => undefined);
    throw error;
  }
}

async function release(ledger: LockParts['ledger'], name: string, held: LockEntry): Promise<void> {
  await ledger.append(name, JSON.stringify(freeEntry(randomUUID(), held)), false);
}

/** Whether a holder has ended; undefined where GitHub does not say, so that it counts as alive. */
async function isDead(
  { entry, written }: LockVersion,
  now: number,
  { hasEnded }: LockParts,
): Promise<boolean | undefined> {
  const { holder } = entry;
  if (holder?.kind === 'user') {
    return now - written >= PERSON_MS;
  }
  return holder === undefined ? true : hasEnded(holder.run, holder.attempt);
}

function busy(name: string, holder: LockHolder, waited: number): UserError {
  return new UserError('E_STAGE_BUSY', {
    what: `${describeHolder(holder)} changes this stage, and has not ended in ${Math.round(waited / 60_000)} minutes`,
    why: 'two runs must not change one stage at once',
    fix:
      'run again when it has ended; where it has ended and GitHub did not say so, allow `actions: read` to the job, ' +
      `or remove the lock: aws ssm delete-parameter --name ${name}`,
  });
}
