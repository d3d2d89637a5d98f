import { randomUUID } from 'node:crypto';
import { UserError } from '../../core/errors.ts';
import { currentEntry, freeEntry, type LockEntry, type LockVersion, parseLockEntry } from '../../core/ledger/lock.ts';
import type { Ledger } from '../../io/aws/ledger.ts';
import type { Cancellation } from '../../io/cancellation.ts';

/** Where a lock's log is, and how it is waited for. */
export interface LockLogParts {
  readonly ledger: Pick<Ledger, 'history' | 'append' | 'remove'>;
  /** Name of the lock's parameter. */
  readonly name: string;
  /** How long SSM may lag behind what it has taken, about, in milliseconds. */
  readonly lagMs?: number;
  /** Lets time pass, in milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
  /** A cancelled step gives the lock back, and takes none. */
  readonly cancellation: Pick<Cancellation, 'beforeCancelledExit' | 'unlessCancelled'>;
}

/** How long SSM may lag behind what it has taken, about, in milliseconds. */
export const LAG_MS = 60_000;
/** How many versions of a parameter SSM keeps. */
const KEPT_VERSIONS = 100;

/** What a run that took the lock does at its end. */
export interface Taken {
  readonly entry: LockEntry;
  /** The version of the parameter that it is; 0 if the answer got lost. */
  readonly version: number;
  /** Takes back that a cancelled step gives the lock back. */
  readonly forget: () => void;
}

/** Reads the log that a lock is, with SSM's clock at the answer. Throws E_LEDGER. */
export async function readLog(
  ledger: LockLogParts['ledger'],
  name: string,
): Promise<{ log: LockVersion[]; now: number }> {
  const { versions, now } = await ledger.history(name);
  const log = versions.map(({ version, written, value }) => ({ version, written, entry: parseLockEntry(value, name) }));
  return { log, now };
}

/**
 * Writes an entry and returns it where it counts, whatever became of the answer to the write. A step that is cancelled
 * from here on gives it back.
 */
export async function take(parts: LockLogParts, entry: LockEntry, fresh: boolean): Promise<Taken | undefined> {
  const { ledger, name, cancellation } = parts;
  await cancellation.unlessCancelled();
  const written = ledger.append(name, JSON.stringify(entry), fresh);
  const forget = cancellation.beforeCancelledExit(async () => {
    await written.catch(() => undefined);
    await release(ledger, name, entry);
  }, 'last');
  let counts = false;
  try {
    const version = (await written) ?? 0;
    const log = await wholeLog(parts, version, entry);
    counts = log !== undefined && currentEntry(log)?.entry.id === entry.id;
    return counts ? { entry, version, forget } : undefined;
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
  { ledger, name, lagMs = LAG_MS, pause }: LockLogParts,
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

/** Writes that nobody holds the lock, behind an entry that did. */
export async function release(ledger: LockLogParts['ledger'], name: string, held: LockEntry): Promise<void> {
  await ledger.append(name, JSON.stringify(freeEntry(randomUUID(), held)), false);
}
