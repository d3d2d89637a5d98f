import { cutOut, type Redactor, type Scan } from './redact.ts';

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
  return {
    write(chunk) {
      held += chunk;
      const isTooLong = held.length > MAX_HELD;
      if (!isTooLong && !held.includes('\n')) {
        return '';
      }
      const scan = redactor.scan(held);
      const end = lastBreak(scan, (limit) => (limit === 0 ? 0 : held.lastIndexOf('\n', limit - 1) + 1));
      const cut = end === 0 && isTooLong ? lastBreak(scan, (limit) => limit) : end;
      const ready = cutOut(
        held.slice(0, cut),
        scan.spans.filter(([, after]) => after <= cut),
      );
      held = held.slice(cut);
      return ready;
    },
    end() {
      const rest = redactor.redact(held);
      held = '';
      return rest;
    },
  };
}

/** The last place before what is open where the text may be cut, and no secret runs over it; `breakBefore` says where it may be. */
function lastBreak({ spans, open }: Scan, breakBefore: (limit: number) => number): number {
  let end = breakBefore(open);
  for (const [start, after] of spans.toReversed()) {
    if (start < end && end < after) {
      end = breakBefore(start);
    }
  }
  return end;
}
