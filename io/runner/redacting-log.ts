import { type Redactor, redactDeep } from '../../core/redact.ts';
import type { Log } from './log.ts';

/** A log whose every text is redacted first. */
export function redactingLog(log: Log, redactor: Redactor): Log {
  return {
    info: (text) => log.info(redactor.redact(text)),
    notice: (text) => log.notice(redactor.redact(text)),
    warning: (text) => log.warning(redactor.redact(text)),
    foreign: (title, text) => log.foreign(title, redactor.redact(text)),
    debug: (text) => log.debug(redactor.redact(text)),
    group: (title, entries) => log.group(redactor.redact(title), redactDeep(entries, redactor)),
  };
}
