/** Milliseconds after which a test or a hook hangs: slow is no fault, it takes ten times as long on a busy machine. */
export const HANGS_AFTER = 600_000;

/**
 * Milliseconds of the processor within which a text is refused that would take minutes, or for ever, if it were not: real time
 * says more of the machine's load.
 */
export const AT_ONCE = 5000;

/** A clock of this process's own processor time: what has gone since it was made, in milliseconds. */
export function processorClock(): () => number {
  const begin = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  };
}
