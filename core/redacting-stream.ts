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
  let held = '';
  const release = (end: number): string => {
    const ready = held.slice(0, end);
    held = held.slice(end);
    return redactor.redact(ready);
  };
  return {
    write(chunk) {
      held += chunk;
      const safe = firstOpenSecret(held, redactor.forms);
      const end = wholeLines(held, safe, redactor.forms);
      return release(end === 0 && held.length > MAX_HELD ? safe : end);
    },
    end: () => release(held.length),
  };
}

/** Where the first secret may begin that the text does not hold to its end; the text's length where none does. */
function firstOpenSecret(text: string, forms: readonly string[]): number {
  let first = text.length;
  for (const form of forms) {
    const head = form.charAt(0);
    for (let at = text.indexOf(head, Math.max(0, text.length - form.length + 1)); at !== -1 && at < first; ) {
      if (form.startsWith(text.slice(at))) {
        first = at;
      }
      at = text.indexOf(head, at + 1);
    }
  }
  return first;
}

/** The end of the last line before `limit` that no secret runs over. */
function wholeLines(text: string, limit: number, forms: readonly string[]): number {
  let end = limit === 0 ? 0 : text.lastIndexOf('\n', limit - 1) + 1;
  for (let moved = end > 0; moved; ) {
    moved = false;
    for (const form of forms) {
      const start = text.indexOf(form, Math.max(0, end - form.length + 1));
      if (start !== -1 && start < end) {
        end = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
        moved = end > 0;
      }
    }
  }
  return end;
}
