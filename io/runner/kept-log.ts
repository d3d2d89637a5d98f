import type { Log, LogEntry } from './log.ts';

/**
 * A log that keeps lines and children's output until `flush`, so that pieces of work that go on at the same time are
 * shown one after the other; notices and warnings are annotations, and are shown at once.
 */
export function keptLog(log: Log): Log & { flush(title: string): void } {
  const entries: LogEntry[] = [];
  return {
    info: (line) => entries.push({ line }),
    notice: (text) => log.notice(text),
    warning: (text) => log.warning(text),
    debug: (text) => log.debug(text),
    foreign: (title, foreign) => entries.push({ title, foreign }),
    group: (title, more) => entries.push({ line: title }, ...more),
    flush: (title) => log.group(title, entries.splice(0)),
  };
}
