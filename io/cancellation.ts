type Cleanup = () => void;

const cleanups = new Set<Cleanup>();
let listening = false;

/**
 * Has a cancelled step (SIGINT, SIGTERM) do something at once before it exits with 128 and the signal's number; returns
 * the way to take it back. What is given has to be quick and synchronous: the runner ends a step after 10 seconds.
 */
export function onCancel(cleanup: Cleanup): () => void {
  cleanups.add(cleanup);
  if (!listening) {
    listening = true;
    process.once('SIGINT', () => cancel(2));
    process.once('SIGTERM', () => cancel(15));
  }
  return () => cleanups.delete(cleanup);
}

function cancel(signal: number): never {
  for (const cleanup of [...cleanups].reverse()) {
    try {
      cleanup();
    } catch {
      // The others have to be done too.
    }
  }
  process.exit(128 + signal);
}
