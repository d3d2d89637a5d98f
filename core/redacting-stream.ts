import type { Redactor } from './redact.ts';

/** Redacts a stream whose chunks may cut a secret in two: it holds back what could be the beginning of one. */
export interface RedactingStream {
  /** Takes a chunk and returns the whole lines that are ready. */
  write(chunk: string): string;
  /** Returns what was held back. */
  end(): string;
}

/** Longest text without a line break that is held back, in characters. */
const MAX_HELD = 256 * 1024;

/** Builds a redacting stream; text comes out in whole lines, and never ends inside a secret. */
export function createRedactingStream(redactor: Redactor): RedactingStream {
  const longest = redactor.forms[0]?.length ?? 0;
  let held = '';
  const release = (end: number): string => {
    const ready = held.slice(0, end);
    held = held.slice(end);
    return redactor.redact(ready);
  };
  return {
    write(chunk) {
      held += chunk;
      const safe = held.length - longest;
      if (safe <= 0) {
        return '';
      }
      const line = held.lastIndexOf('\n', safe - 1) + 1;
      return release(outsideOfSecrets(held, line > 0 || held.length < MAX_HELD ? line : safe, redactor.forms));
    },
    end: () => release(held.length),
  };
}

/** Moves a cut back to where a secret begins that it would split; every secret that begins before it is whole. */
function outsideOfSecrets(text: string, cut: number, forms: readonly string[]): number {
  let end = cut;
  for (let moved = true; moved; ) {
    moved = false;
    for (const form of forms) {
      const start = text.indexOf(form, Math.max(0, end - form.length + 1));
      if (start !== -1 && start < end) {
        end = start;
        moved = true;
      }
    }
  }
  return end;
}
