import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { type Redactor, redactDeep } from '../../core/redact.ts';
import { visible } from '../../core/report/printable.ts';

/** Where an action says what it does. Everything is redacted by whoever holds secrets before it comes here. */
export interface Log {
  info(text: string): void;
  /** An annotation, at a place in the repository where it has one; so are the two below. */
  notice(text: string, place?: LogPlace): void;
  warning(text: string, place?: LogPlace): void;
  /** Does not fail the step. */
  error(text: string, place?: LogPlace): void;
  /** Shown where debug logging is on. */
  debug(text: string): void;
  /** Shows what a child process wrote, folded under a title; nothing in it is a command to the runner. */
  foreign(title: string, text: string): void;
  /** Shows entries that belong together, folded under a title. */
  group(title: string, entries: readonly LogEntry[]): void;
}

/** Where in the repository an annotation stands. */
export interface LogPlace {
  /** Path from its root. */
  readonly file: string;
  readonly line?: number;
}

/** What one piece of work said: a line of ours, or what its child wrote. */
export type LogEntry = { readonly line: string } | { readonly title: string; readonly foreign: string };

/** Keeps a line that holds somebody else's words from being a command: the runner looks for `::` and `##[`. */
function inert(text: string): string {
  return visible(text)
    .replace(/\r/g, '')
    .replace(/^(\s*)::/gm, '$1\u200b::')
    .replaceAll('##[', '##\u200b[');
}

/** The log of the GitHub runner. */
export const runnerLog: Log = {
  info: (text) => core.info(inert(text)),
  notice: (text, place) => core.notice(visible(text), propertiesOf(place)),
  warning: (text, place) => core.warning(visible(text), propertiesOf(place)),
  error: (text, place) => core.error(visible(text), propertiesOf(place)),
  debug: (text) => core.debug(visible(text)),
  foreign(title, text) {
    core.startGroup(inert(title));
    showForeign(text);
    core.endGroup();
  },
  group(title, entries) {
    core.startGroup(inert(title));
    for (const entry of entries) {
      if ('line' in entry) {
        core.info(inert(entry.line));
      } else {
        core.info(inert(`${entry.title}:`));
        showForeign(entry.foreign);
      }
    }
    core.endGroup();
  },
};

function propertiesOf(place: LogPlace | undefined): core.AnnotationProperties {
  return place === undefined
    ? {}
    : { file: place.file, ...(place.line === undefined ? {} : { startLine: place.line }) };
}

function showForeign(text: string): void {
  const token = randomUUID();
  core.info(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
}

/** A log whose every text is redacted first. */
export function redactingLog(log: Log, redactor: Redactor): Log {
  return {
    info: (text) => log.info(redactor.redact(text)),
    notice: (text, place) => log.notice(redactor.redact(text), place),
    warning: (text, place) => log.warning(redactor.redact(text), place),
    error: (text, place) => log.error(redactor.redact(text), place),
    foreign: (title, text) => log.foreign(title, redactor.redact(text)),
    debug: (text) => log.debug(redactor.redact(text)),
    group: (title, entries) => log.group(redactor.redact(title), redactDeep(entries, redactor)),
  };
}
