import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';

/** Where an action says what it does. Everything is redacted by whoever holds secrets before it comes here. */
export interface Log {
  info(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  /** Shows what a child process wrote, folded under a title; nothing in it is a command to the runner. */
  foreign(title: string, text: string): void;
}

/** Keeps a line that holds somebody else's words from being a command: the runner looks for `::` and `##[`. */
function inert(text: string): string {
  return text
    .replace(/\r/g, '')
    .replace(/^(\s*)::/gm, '$1\u200b::')
    .replaceAll('##[', '##\u200b[');
}

/** The log of the GitHub runner. */
export const runnerLog: Log = {
  info: (text) => core.info(inert(text)),
  notice: (text) => core.notice(text),
  warning: (text) => core.warning(text),
  foreign(title, text) {
    const token = randomUUID();
    core.startGroup(inert(title));
    core.info(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
    core.endGroup();
  },
};
