import { gunzipSync, gzipSync } from 'node:zlib';

/** Longest JSON that travels between jobs as it is, in bytes: an input is one environment string of at most 131,071. */
export const MAX_PLAIN_BYTES = 100 * 1024;
/** Most that a text may unpack to, in bytes: GitHub passes a megabyte of outputs on, and that could be a thousand times as much. */
const MAX_UNPACKED = 32 * 1024 * 1024;
const GZIP = 'gzip:';

/** Writes a value for an output: JSON, or `gzip:` and base64 of it where it is long. */
export function encodeJson(value: unknown): string {
  const json = JSON.stringify(value);
  return Buffer.byteLength(json) <= MAX_PLAIN_BYTES ? json : GZIP + gzipSync(json).toString('base64');
}

/** Reads what `encodeJson` wrote; throws where the text is neither form. */
export function decodeJson(text: string): unknown {
  const json = text.startsWith(GZIP)
    ? gunzipSync(Buffer.from(text.slice(GZIP.length), 'base64'), { maxOutputLength: MAX_UNPACKED }).toString()
    : text;
  return JSON.parse(json);
}
