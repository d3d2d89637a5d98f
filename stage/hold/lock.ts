import { randomUUID } from 'node:crypto';
import { UserError } from '../../core/errors.ts';
import {
  currentEntry,
  describeHolder,
  isOfSameJob,
  type LockEntry,
  type LockHolder,
  type LockVersion,
  takeEntry,
} from '../../core/ledger/lock.ts';
import { LAG_MS, type LockLogParts, readLog, release, type Taken, take } from './lock-log.ts';

/** What asks whether the run holds the stage still. */
export interface Held {
  /** Throws E_STAGE_BUSY if the run has lost the stage's lock. */
  readonly checkHeld: () => Promise<void>;
}

/** A lock that this run holds. */
export interface HeldLock {
  /** Throws E_STAGE_BUSY if the lock is somebody else's by now, or gone: a run asks before each change. */
  check(): Promise<void>;
  /** Gives it back, once; a lock that was taken over meanwhile stays with who has it. */
  release(): Promise<void>;
  /** Gives it back by removing it, because its stage is gone; a lock that was taken over stays. */
  discard(): Promise<void>;
}

export interface LockParts extends LockLogParts {
  readonly holder: LockHolder;
  /** Whether a run's attempt has ended, as GitHub says; undefined where it does not. */
  readonly hasEnded: (run: string, attempt: string) => Promise<boolean | undefined>;
  /** Told what is waited for. */
  readonly onWait: (text: string) => void;
  /** How long a live lock is waited for, in milliseconds. */
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

function heldLock(parts: LockParts, { entry, version, forget }: Taken): HeldLock {
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
  return {
    check: () => checkHeld(parts, entry, version),
    release: () => end(() => release(ledger, name, entry)),
    discard: () => end(discard),
  };
}

/** How long a lock is looked for that SSM does not show although it shows what came later, or nothing, in milliseconds. */
const LOOK_MS = 1000;

async function checkHeld(
  { ledger, name, pause, lagMs = LAG_MS }: LockParts,
  own: LockEntry,
  version: number,
): Promise<void> {
  for (let delay = 50; ; delay *= 2) {
    const { log } = await readLog(ledger, name);
    const current = currentEntry(log)?.entry;
    if (current?.id === own.id) {
      return;
    }
    // SSM may answer for a while as if the last writes had not been: then its newest version is older than ours.
    const isBehind = log.length > 0 && log.every((each) => each.version < version);
    if (log.some(({ entry }) => entry.id === own.id) || delay >= (isBehind ? lagMs : LOOK_MS)) {
      throw lost(name, current?.holder);
    }
    await pause(delay);
  }
}

function lost(name: string, holder: LockHolder | undefined): UserError {
  return new UserError('E_STAGE_BUSY', {
    what: `this run's lock of the stage is gone: ${holder === undefined ? 'somebody removed it' : `${describeHolder(holder)} has it now`}`,
    why: 'another run may change the stage, so this one changes nothing more of it',
    fix: `run again when no other run changes the stage (the lock is the SSM parameter ${name})`,
  });
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
