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
  /** All forms of all secrets, longest first. */
  readonly forms: readonly string[];
  /** Takes this secret out too, from here on. */
  learn(secret: string): void;
}

/**
 * Builds a redactor. Forms: as it is, each long line, as JSON writes it, URL-encoded, and base64 at each of the three
 * places where it can begin in a longer text. Values shorter than six characters are in every text and stay.
 */
export function createRedactor(secrets: Iterable<string>): Redactor {
  let forms: readonly string[] = [];
  const learn = (...more: readonly string[]) => {
    forms = [...new Set([...forms, ...more.flatMap(formsOf)])].sort((a, b) => b.length - a.length);
  };
  learn(...secrets);
  return {
    redact: (text) => cutOut(text, findSpans(text, forms)),
    holds: (text) => forms.some((form) => text.includes(form)),
    get forms() {
      return forms;
    },
    learn: (secret) => learn(secret),
  };
}

type Span = readonly [start: number, end: number];

/** Where the forms stand in a text, in order, those that overlap as one. */
function findSpans(text: string, forms: readonly string[]): Span[] {
  const found: Span[] = [];
  for (const form of forms) {
    for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
      found.push([start, start + form.length]);
    }
  }
  const merged: Span[] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start < last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}

function cutOut(text: string, spans: readonly Span[]): string {
  const pieces = spans.map(([start], index) => text.slice(index === 0 ? 0 : spans[index - 1]?.[1], start) + REDACTED);
  return pieces.join('') + text.slice(spans.at(-1)?.[1] ?? 0);
}

/** Returns the forms of one secret that are looked for, the value itself first. */
export function formsOf(secret: string): string[] {
  if (secret.trim().length < MIN_MASKED_LENGTH) {
    return [];
  }
  const plain = [...new Set([secret, secret.trim(), ...linesOf(secret)])];
  return [...new Set(plain.flatMap((text) => [text, ...encodings(text)]))];
}

function encodings(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [
    json,
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(text),
    encodeURI(text),
    encodeURIComponent(text).replaceAll('%20', '+'),
    encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
    json.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
    Buffer.from(text).toString('hex'),
    ...base64Forms(text),
  ];
}

/** The part of base64 that a text gives wherever it begins: the characters at the edges hold foreign bits and fall off. */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text);
  const forms = [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    const encoded = padded.toString('base64').replace(/=+$/, '');
    const start = shift === 0 ? 0 : shift + 1;
    const whole = (padded.length % 3 === 0 ? 0 : 1) as number;
    const inner = encoded.slice(start, encoded.length - whole);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return forms.filter((form) => form.length >= MIN_MASKED_LENGTH);
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
