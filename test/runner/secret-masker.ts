/** Replaces the secrets of a job in what its users see, as the runner does (actions/runner, SecretMasker and ValueEncoders). */
export interface SecretMasker {
  /** Hides a value from now on, each of its lines, and the encodings of both that the runner knows; an empty value is ignored. */
  add(value: string): void;
  /** The text with every range that holds a secret replaced by `***`; ranges that touch become one. */
  mask(text: string): string;
}

/** Makes a masker that hides nothing yet. */
export function createSecretMasker(): SecretMasker {
  const hidden = new Set<string>();
  const hide = (value: string) => {
    for (const form of [value, ...encodings(value)]) if (form !== '') hidden.add(form);
  };
  return {
    add(value) {
      hide(value);
      for (const line of value.split(/[\r\n]+/)) hide(line);
    },
    mask: (text) => maskRanges(text, mergeRanges(findRanges(text, hidden))),
  };
}

interface Range {
  start: number;
  end: number;
}

function encodings(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const base64 = [0, 1, 2].map((shift) => (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64'));
  const json = JSON.stringify(value).slice(1, -1);
  const xml = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const quoted = value.length > 8 && value.startsWith('"') && value.endsWith('"');
  return [
    ...base64,
    json,
    escapeUriData(value),
    xml.replaceAll("'", '&apos;'),
    value.replaceAll("'", "''"),
    quoted ? value.slice(1, -1) : '',
  ];
}

/** .NET's Uri.EscapeDataString, which unlike encodeURIComponent escapes `!'()*` too and takes lone surrogates. */
function escapeUriData(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function findRanges(text: string, hidden: Set<string>): Range[] {
  const ranges: Range[] = [];
  for (const value of hidden) {
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
      ranges.push({ start, end: start + value.length });
    }
  }
  return ranges.sort((a, b) => a.start - b.start);
}

function mergeRanges(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function maskRanges(text: string, ranges: Range[]): string {
  let shown = '';
  let position = 0;
  for (const { start, end } of ranges) {
    shown += `${text.slice(position, start)}***`;
    position = end;
  }
  return shown + text.slice(position);
}
