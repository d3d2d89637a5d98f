import type { Log, LogEntry } from '../io/runner/log.ts';

/** The voice: what a piece of work says, and the time that it goes by. */
export interface Voice {
  readonly log: Log;
  /** Shows a line at once, even if `log` is kept until a service is done. */
  readonly say: (line: string) => void;
  /** Milliseconds since some moment; only differences count. */
  readonly clock: () => number;
  /** Lets time pass, in milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** A voice whose log is kept until `flush` shows it under a title. */
export interface KeptVoice extends Voice {
  flush(title: string): void;
}

/**
 * Returns the voice of one of several pieces of work that go on at the same time: its lines and its children's output are
 * kept until `flush` shows them as one. Notices and warnings are annotations, and are shown at once.
 */
export function keptVoice(voice: Voice): KeptVoice {
  const { log } = voice;
  const entries: LogEntry[] = [];
  return {
    ...voice,
    log: {
      info: (line) => entries.push({ line }),
      notice: log.notice,
      warning: log.warning,
      error: log.error,
      debug: (text) => log.debug(text),
      foreign: (title, foreign) => entries.push({ title, foreign }),
      group: (title, more) => entries.push({ line: title }, ...more),
    },
    flush: (title) => log.group(title, entries.splice(0)),
  };
}
