import { createNeedles, type Needles } from './redaction/needles.ts';
import { unwrapped, utf8, type View, viewsOf } from './redaction/views.ts';

/** Shortest value that is masked: the runner would turn every `a` of the log into ***, and drop every output with one. */
export const MIN_MASKED_LENGTH = 6;
/** Shortest line of a value of several lines that is masked by itself. */
const MIN_MASKED_LINE_LENGTH = 8;

/** What stands where a secret was. */
export const REDACTED = '***';

/** Takes every form of some secrets out of texts. */
export interface Redactor {
  /** Returns the text without any secret. */
  redact(text: string): string;
  /** Whether the text holds a secret in any form. */
  holds(text: string): boolean;
  /** Says where secrets stand in a text that goes on. */
  scan(text: string): Scan;
  /** Takes this secret out too, from here on. */
  learn(secret: string): void;
}

/** What of a text is secret, and what may become it. */
export interface Scan {
  /** Where secrets stand, in order, those that overlap as one. */
  readonly spans: readonly Span[];
  /** Where the first secret, or escape, may begin that the text does not hold to its end; the text's length for none. */
  readonly open: number;
}

export type Span = readonly [start: number, end: number];

/**
 * Builds a redactor. A secret is found as it is and line by line; with any of its characters escaped as URLs (RFC 3986,
 * forms), JSON (anybody's: `\u003c`, `\/`, upper and lower case) or HTML have it, one of these in another too; in hex; and in
 * base64 of both alphabets at each of the three places where it can begin in a longer text, wrapped into lines or not.
 * Values shorter than six characters are in every text and stay.
 */
export function createRedactor(secrets: Iterable<string>): Redactor {
  const plain = createNeedles();
  const encoded = createNeedles();
  const known = new Set<string>();
  const learn = (secret: string) => {
    for (const text of plainForms(secret).filter((form) => !known.has(form))) {
      known.add(text);
      plain.add(() => text);
      for (const encode of ENCODERS) {
        encoded.add(() => encode(text));
      }
    }
  };
  for (const secret of secrets) {
    learn(secret);
  }
  const search = (text: string, isOpen: boolean): Scan => {
    const spans: Span[] = [];
    let open = text.length;
    const look = (view: View, needles: Needles) => {
      needles.find(
        view.bytes,
        (start, end) => spans.push([view.start(start), view.end(end - 1)]),
        isOpen ? (start) => (open = Math.min(open, view.start(start))) : undefined,
      );
    };
    for (const view of known.size === 0 ? [] : viewsOf(text, isOpen)) {
      look(view, plain);
      look(unwrapped(view), encoded);
      open = Math.min(open, view.cut);
    }
    return { spans: merged(spans), open };
  };
  return {
    redact: (text) => cutOut(text, search(text, false).spans),
    holds: (text) => search(text, false).spans.length > 0,
    scan: (text) => search(text, true),
    learn,
  };
}

function merged(found: Span[]): Span[] {
  const spans: Span[] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = spans.at(-1);
    if (last !== undefined && start < last[1]) {
      spans[spans.length - 1] = [last[0], Math.max(last[1], end)];
    } else {
      spans.push([start, end]);
    }
  }
  return spans;
}

/** Returns a text with what is secret in place of those spans. */
export function cutOut(text: string, spans: readonly Span[]): string {
  const pieces = spans.map(([start], index) => text.slice(index === 0 ? 0 : spans[index - 1]?.[1], start) + REDACTED);
  return pieces.join('') + text.slice(spans.at(-1)?.[1] ?? 0);
}

/** The texts of a secret that are looked for, as bytes of UTF-8. */
function plainForms(secret: string): string[] {
  return secret.trim().length < MIN_MASKED_LENGTH
    ? []
    : [...new Set([secret, secret.trim(), ...linesOf(secret)])].map(utf8);
}

const hexOf = (bytes: string) => Buffer.from(bytes, 'latin1').toString('hex');

/** Hex in both cases, and base64 in both alphabets wherever a text begins in it. */
const ENCODERS: readonly ((bytes: string) => string)[] = [
  hexOf,
  (bytes) => hexOf(bytes).toUpperCase(),
  ...([0, 1, 2] as const).flatMap((shift) => [
    (bytes: string) => base64At(bytes, shift),
    (bytes: string) => base64At(bytes, shift).replaceAll('+', '-').replaceAll('/', '_'),
  ]),
];

/** The part of base64 that a text gives `shift` bytes behind a boundary: the characters at the edges hold foreign bits and fall off. */
function base64At(bytes: string, shift: 0 | 1 | 2): string {
  const padded = Buffer.concat([Buffer.alloc(shift), Buffer.from(bytes, 'latin1')]);
  const encoded = padded.toString('base64').replaceAll('=', '');
  return encoded.slice(shift === 0 ? 0 : shift + 1, padded.length % 3 === 0 ? undefined : -1);
}

/** Returns a copy of a plain JSON value with every text in it redacted, keys too. */
export function redactDeep<Value>(value: Value, redactor: Redactor): Value {
  if (typeof value === 'string') {
    return redactor.redact(value) as Value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => redactDeep(item, redactor)) as Value;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => [redactor.redact(key), redactDeep(item, redactor)]);
    return Object.fromEntries(entries) as Value;
  }
  return value;
}

/** Returns the lines of a text that are not empty, without the blanks around them. */
export function splitLines(value: string): string[] {
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Returns the lines of a value of several lines that are long enough to be looked for by themselves. */
export function linesOf(value: string): string[] {
  const lines = splitLines(value);
  return lines.length > 1 ? lines.filter((line) => line.length >= MIN_MASKED_LINE_LENGTH) : [];
}
