import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { typeFault } from './stored-text.ts';

const run = v.object({
  kind: v.literal('run'),
  /** `owner/name`. */
  repository: v.string(),
  repositoryId: v.string(),
  run: v.string(),
  attempt: v.string(),
  /** Name of the runner, which does one job at a time. */
  runner: v.string(),
  /** Where a person sees what it does. */
  url: v.string(),
});
const user = v.object({ kind: v.literal('user'), user: v.string(), machine: v.string() });
const holder = v.variant('kind', [run, user]);
const entry = v.object({
  /** Unique. */
  id: v.string(),
  /** Id of the entry that counted when this one was written; empty for the first. */
  follows: v.string(),
  /** Greater than that of every entry that counted before it. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Absent: the lock is free. */
  holder: v.exactOptional(holder),
});

/** Who holds a stage's lock: an attempt of a run, or a person. */
export type LockHolder = Readonly<v.InferOutput<typeof holder>>;

/** Returns the region of a stage's lock: the same however a profile orders its regions. */
export function lockRegion(regions: readonly string[]): string {
  return [...regions].sort()[0] ?? '';
}

/** One line in the log that a lock is. */
export type LockEntry = Readonly<v.InferOutput<typeof entry>>;

/** An entry as SSM has it, one version of the lock's parameter. */
export interface LockVersion {
  readonly version: number;
  /** Milliseconds since 1970, by SSM's clock. */
  readonly written: number;
  readonly entry: LockEntry;
}

/**
 * Returns the entry of a lock that counts now. SSM has no compare-and-set, but it numbers what is written, and keeps the
 * last 100 versions: so nobody's entry is taken for the truth because it stands on top, but only if it follows the one
 * that counted before it. Of several that follow the same one, the first written counts; the others know it when they
 * read the log again, and need not be taken back.
 */
export function currentEntry(history: readonly LockVersion[]): LockVersion | undefined {
  const log = [...history].sort((a, b) => a.version - b.version);
  const [first] = log;
  if (first === undefined || first.version > 1) {
    return furthest(log);
  }
  return log.reduce((last, next) => (next.entry.follows === last.entry.id ? next : last), first);
}

/**
 * Where the beginning of the log is gone: entries follow only what counted, so of those with the same sequence the first
 * written counts.
 */
function furthest(log: readonly LockVersion[]): LockVersion | undefined {
  return log.reduce<LockVersion | undefined>(
    (best, next) => (best === undefined || next.entry.sequence > best.entry.sequence ? next : best),
    undefined,
  );
}

/**
 * The entry by which `by` takes the lock behind the one that counts now. A log begins with the time (`now`, milliseconds
 * since 1970): what is late of an earlier log, which was removed with its stage, is below all of this one's.
 */
export function takeEntry(id: string, current: LockEntry | undefined, by: LockHolder, now: number): LockEntry {
  return current === undefined
    ? { id, follows: '', sequence: now, holder: by }
    : { id, ...behind(current), holder: by };
}

/** The entry by which the lock is given back; it does not count where somebody has taken it over meanwhile. */
export function freeEntry(id: string, held: LockEntry): LockEntry {
  return { id, ...behind(held) };
}

const behind = (current: LockEntry) => ({ follows: current.id, sequence: current.sequence + 1 });

/** Reads a version of a lock's parameter; throws E_LEDGER, with the command that removes it, where it is none. */
export function parseLockEntry(text: string, name: string): LockEntry {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), entry), text);
  if (!result.success) {
    throw new UserError('E_LEDGER', {
      what: `the lock ${name} in SSM Parameter Store cannot be read`,
      why: typeFault(text) ?? 'it is not what this product writes',
      fix: `see that nothing deploys this stage, then remove it: aws ssm delete-parameter --name ${name}`,
    });
  }
  return result.output;
}

/** Whether a lock is left over from an earlier step of the same job: its steps follow each other. */
export function isOfSameJob(a: LockHolder, b: LockHolder): boolean {
  if (a.kind === 'user' || b.kind === 'user') {
    return false;
  }
  return a.run === b.run && a.attempt === b.attempt && a.runner === b.runner && a.runner !== '';
}

/** Spells a holder for people, with the link where there is one. */
export function describeHolder(holder: LockHolder): string {
  return holder.kind === 'user'
    ? `${holder.user} on ${holder.machine}`
    : `run ${holder.run} (attempt ${holder.attempt}) of ${holder.repository}, ${holder.url}`;
}
