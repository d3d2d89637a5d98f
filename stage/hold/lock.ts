import { randomUUID } from 'node:crypto';
import { UserError } from '../../core/errors.ts';
import {
  currentEntry,
  describeHolder,
  freeEntry,
  isOfSameJob,
  type LockEntry,
  type LockHolder,
  type LockVersion,
  parseLockEntry,
  takeEntry,
} from '../../core/ledger/lock.ts';
import type { Ledger } from '../../io/aws/ledger.ts';
import type { Cancellation } from '../../io/cancellation.ts';

/** A lock that this run holds. */
export interface HeldLock {
  /** Gives it back, once; a lock that was taken over meanwhile stays with who has it. */
  release(): Promise<void>;
  /** Gives it back by removing it, because its stage is gone; a lock that was taken over stays. */
  discard(): Promise<void>;
}

export interface LockParts {
  readonly ledger: Pick<Ledger, 'history' | 'append' | 'remove'>;
  /** Name of the lock's parameter. */
  readonly name: string;
  readonly holder: LockHolder;
  /** Whether a run's attempt has ended, as GitHub says; undefined where it does not. */
  readonly hasEnded: (run: string, attempt: string) => Promise<boolean | undefined>;
  /** Told what is waited for. */
  readonly onWait: (text: string) => void;
  /** How long a live lock is waited for, in milliseconds. */
  readonly waitMs?: number;
  /** How long SSM may lag behind what it has taken, about, in milliseconds. */
  readonly lagMs?: number;
  /** Lets time pass, in milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
  /** A cancelled step gives the lock back, and takes none. */
  readonly cancellation: Pick<Cancellation, 'beforeCancelledExit' | 'unlessCancelled'>;
}

/** How long a live lock is waited for, in milliseconds. */
const WAIT_MS = 30 * 60_000;
/** How long a person's lock counts, in milliseconds by SSM's clock. */
const PERSON_MS = 2 * 60 * 60_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
const HEARTBEAT_MS = 30_000;
const LAG_MS = 60_000;
/** How many versions of a parameter SSM keeps. */
const KEPT_VERSIONS = 100;

/**
 * Takes a stage's lock: a dead holder's at once, a live one's when it is given back. Throws E_STAGE_BUSY with the
 * holder's link where it is not given back in time, E_LEDGER where the lock cannot be read.
 */
export async function acquireLock(parts: LockParts): Promise<HeldLock> {
  const { name, holder, onWait, waitMs = WAIT_MS, pause } = parts;
  const start = Date.now();
  const look = observer(parts);
  let spoken = 0;
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 1.5, LONGEST_DELAY_MS)) {
    const seen = await look();
    if (seen.holder === undefined) {
      const entry = takeEntry(randomUUID(), seen.current, holder, seen.now);
      const taken = await take(parts, entry, seen.isNew);
      if (taken !== undefined) {
        return heldLock(parts, taken);
      }
    } else if (Date.now() - start >= waitMs) {
      throw busy(name, seen.holder, Date.now() - start);
    } else if (Date.now() - spoken >= HEARTBEAT_MS) {
      onWait(`waiting for ${describeHolder(seen.holder)}, which changes this stage${seen.doubt}`);
      spoken = Date.now();
    }
    await pause(delay * (0.75 + Math.random() / 2));
  }
}

/** What a run that took the lock does at its end. */
interface Taken {
  readonly entry: LockEntry;
  /** Takes back that a cancelled step gives the lock back. */
  readonly forget: () => void;
}

function heldLock(parts: LockParts, { entry, forget }: Taken): HeldLock {
  const { ledger, name, holder } = parts;
  let given: Promise<void> | undefined;
  const discard = async () => {
    // Taken once more, behind itself: that counts only where nobody has taken it over, whatever SSM shows for the moment.
    const again = await take(parts, takeEntry(randomUUID(), entry, holder, 0), false);
    if (again !== undefined) {
      await ledger.remove(name);
      again.forget();
    }
  };
  const end = (work: () => Promise<void>) => {
    given ??= work().finally(forget);
    return given;
  };
  return { release: () => end(() => release(ledger, name, entry)), discard: () => end(discard) };
}

/** The lock at one moment. */
interface Seen {
  readonly current: LockEntry | undefined;
  /** Who holds it and is not known to have ended. */
  readonly holder: LockHolder | undefined;
  /** Whether there is no lock at all yet. */
  readonly isNew: boolean;
  /** Milliseconds since 1970, by SSM's clock. */
  readonly now: number;
  /** What is not known of the holder, for people. */
  readonly doubt: string;
}

/** Returns a function that looks at the lock; GitHub is asked about its holder now and then alone. */
function observer(parts: LockParts): () => Promise<Seen> {
  let asked = 0;
  let answer: { readonly of: string; readonly dead: boolean | undefined } = { of: '', dead: false };
  return async () => {
    const { log, now } = await readLog(parts.ledger, parts.name);
    const current = currentEntry(log);
    const holder = current?.entry.holder;
    const isNew = log.length === 0;
    if (current === undefined || holder === undefined) {
      return { current: current?.entry, holder: undefined, isNew, now, doubt: '' };
    }
    if (answer.of !== current.entry.id || Date.now() - asked >= LONGEST_DELAY_MS) {
      answer = { of: current.entry.id, dead: await isDead(current, now, parts) };
      asked = Date.now();
    }
    const doubt =
      answer.dead === undefined ? ' (GitHub does not say whether it has ended: allow `actions: read` to the job)' : '';
    return { current: current.entry, holder: answer.dead === true ? undefined : holder, isNew, now, doubt };
  };
}

async function readLog(ledger: LockParts['ledger'], name: string): Promise<{ log: LockVersion[]; now: number }> {
  const { versions, now } = await ledger.history(name);
  const log = versions.map(({ version, written, value }) => ({ version, written, entry: parseLockEntry(value, name) }));
  return { log, now };
}

/**
 * Writes an entry and returns it where it counts, whatever became of the answer to the write. A step that is cancelled
 * from here on gives it back.
 */
async function take(parts: LockParts, entry: LockEntry, fresh: boolean): Promise<Taken | undefined> {
  const { ledger, name, cancellation } = parts;
  await cancellation.unlessCancelled();
  const written = ledger.append(name, JSON.stringify(entry), fresh);
  const forget = cancellation.beforeCancelledExit(async () => {
    await written.catch(() => undefined);
    await release(ledger, name, entry);
  }, 'last');
  let counts = false;
  try {
    const log = await wholeLog(parts, (await written) ?? 0, entry);
    counts = log !== undefined && currentEntry(log)?.entry.id === entry.id;
    return counts ? { entry, forget } : undefined;
  } catch (error) {
    await release(ledger, name, entry).catch(() => undefined);
    throw error;
  } finally {
    if (!counts) {
      forget();
    }
  }
}

/**
 * Reads the log when it holds every version up to that of an entry: SSM may answer for a while as if the last writes, ours or
 * another's, had not been. Undefined where the log that the entry was written to was removed meanwhile, with its stage.
 * Throws E_AWS_UNAVAILABLE where SSM lags for too long.
 */
async function wholeLog(
  { ledger, name, lagMs = LAG_MS, pause }: LockParts,
  version: number,
  { follows }: LockEntry,
): Promise<LockVersion[] | undefined> {
  for (let delay = 50; delay < lagMs; delay *= 2) {
    const { log } = await readLog(ledger, name);
    const isWhole = log.length === 0 || log.some((each) => each.version === 1);
    if (follows !== '' && isWhole && !log.some(({ entry }) => entry.id === follows)) {
      return undefined;
    }
    const known = new Set(log.map((each) => each.version));
    const wanted = Array.from({ length: Math.min(version, KEPT_VERSIONS) }, (_, index) => version - index);
    if (wanted.every((each) => known.has(each))) {
      return log;
    }
    await pause(delay);
  }
  throw new UserError('E_AWS_UNAVAILABLE', {
    what: `SSM does not show version ${version} of ${name}, which it has taken`,
    fix: 'run again when SSM answers with what was written',
  });
}

async function release(ledger: LockParts['ledger'], name: string, held: LockEntry): Promise<void> {
  await ledger.append(name, JSON.stringify(freeEntry(randomUUID(), held)), false);
}

/** Whether a holder has ended; undefined where GitHub does not say, so that it counts as alive. */
async function isDead(
  { entry, written }: LockVersion,
  now: number,
  { hasEnded, holder: own }: LockParts,
): Promise<boolean | undefined> {
  const { holder } = entry;
  if (holder !== undefined && isOfSameJob(holder, own)) {
    return true;
  }
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
