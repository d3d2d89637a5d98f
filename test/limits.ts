/** Milliseconds after which a test or a hook hangs: slow is no fault, it takes ten times as long on a busy machine. */
export const HANGS_AFTER = 600_000;
