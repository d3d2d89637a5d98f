type Cleanup = () => void;
type Farewell = () => Promise<void>;

/** What a step does when it is cancelled, and that it begins nothing any more then. */
export interface Cancellation {
  /** Has a cancelled step do something at once; returns the way to take it back. */
  readonly onCancel: (cleanup: Cleanup) => () => void;
  /** Has a cancelled step say something to others before it exits; returns the way to take it back. */
  readonly beforeCancelledExit: (farewell: Farewell, round?: 'first' | 'last') => () => void;
  /** Resolves at once; never if the step is being cancelled. */
  readonly unlessCancelled: () => Promise<void>;
}

const cleanups = new Set<Cleanup>();
const farewells = { first: new Set<Farewell>(), last: new Set<Farewell>() };
let listening = false;
let cancelled = false;

/** How long farewells may take together, in milliseconds: the runner sends SIGTERM 7.5 s after SIGINT, and kills 2.5 s later. */
const FAREWELL_MS = 4000;

/**
 * Has a cancelled step (SIGINT, SIGTERM) do something at once before it exits with 128 and the signal's number; returns
 * the way to take it back. What is given has to be quick and synchronous.
 */
export function onCancel(cleanup: Cleanup): () => void {
  listen();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/**
 * Has a cancelled step say something to others (AWS) when all that `onCancel` was given is done, all of a round at the same
 * time, and for a few seconds at the most; returns the way to take it back. What others wait for (a lock) comes last.
 */
export function beforeCancelledExit(farewell: Farewell, round: keyof typeof farewells = 'first'): () => void {
  listen();
  farewells[round].add(farewell);
  return () => farewells[round].delete(farewell);
}

/** Whether the step is being cancelled: it only says farewell any more. */
export function isCancelled(): boolean {
  return cancelled;
}

/** Resolves at once; never where the step is being cancelled: nothing that changes something is begun then. */
export function unlessCancelled(): Promise<void> {
  return cancelled ? new Promise(() => undefined) : Promise.resolve();
}

/** The cancellation of this process. */
export const cancellation: Cancellation = { onCancel, beforeCancelledExit, unlessCancelled };

function listen(): void {
  if (!listening) {
    listening = true;
    process.once('SIGINT', () => cancel(2));
    process.once('SIGTERM', () => cancel(15));
  }
}

function cancel(signal: number): void {
  if (cancelled) {
    process.exit(128 + signal);
  }
  cancelled = true;
  for (const cleanup of [...cleanups].reverse()) {
    try {
      cleanup();
    } catch {
      // The others have to be done too.
    }
  }
  const exit = () => process.exit(128 + signal);
  setTimeout(exit, FAREWELL_MS);
  const say = (round: keyof typeof farewells) =>
    Promise.allSettled([...farewells[round]].map((farewell) => farewell()));
  say('first')
    .then(() => say('last'))
    .then(exit);
}
