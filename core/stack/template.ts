import { literally } from '../literally.ts';

type Json = unknown;

/** Reads a template's JSON; undefined if it is none. */
export function parseTemplate(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const template: unknown = JSON.parse(text);
    return typeof template === 'object' && template !== null ? (template as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a live template and a packaged one would make the same stack. What differs from packaging to packaging is left
 * out: where in the bucket code and layers are (their versions hold the hash), and the suffix of deployments of APIs. GetTemplate
 * gives a `?` for each character that is not ASCII, so a `?` stands for any of those.
 */
export function sameTemplate(live: string, packaged: Json): boolean {
  try {
    return comparable(JSON.parse(live)) === comparable(packaged);
  } catch {
    return false;
  }
}

/**
 * Whether a stack's template as it was sent is the very one of a package. The Serverless Framework changes nothing of it on the way
 * (osls 4.3, serverless 3): places of code and suffixes of deployments are of the package, too.
 */
export function isVeryTemplate(live: string, packaged: Json): boolean {
  try {
    return isSame(JSON.parse(live), packaged);
  } catch {
    return false;
  }
}

/** Whether two values are the same, but for one `?` or more in the live one for each run of characters that are not ASCII. */
function isSame(live: Json, packaged: Json): boolean {
  if (typeof live === 'string' && typeof packaged === 'string') {
    return live === packaged || asPattern(packaged).test(live);
  }
  if (typeof live !== 'object' || typeof packaged !== 'object' || live === null || packaged === null) {
    return live === packaged;
  }
  const [own, others] = [Object.entries(live), Object.entries(packaged).filter(([, value]) => value !== undefined)];
  return (
    Array.isArray(live) === Array.isArray(packaged) &&
    own.length === others.length &&
    own.every(([key, value]) => {
      const other = others.find(([one]) => one === key) ?? others.find(([one]) => isSame(key, one));
      return other !== undefined && isSame(value, other[1]);
    })
  );
}

function asPattern(text: string): RegExp {
  const parts = text.split(/[\u0080-\uffff]+/).map(literally);
  return new RegExp(`^${parts.join('\\?+')}$`);
}

/** Returns a text that is the same for two templates, or parts of them, that would make the same stack. */
export function comparable(template: Json): string {
  return (JSON.stringify(ordered(template)) ?? '').replace(
    /"((?:ApiGateway|Websockets)Deployment)[0-9A-Za-z]{5,}"/g,
    '"$1"',
  );
}

/** A copy with its keys in order, without the keys of packages. */
function ordered(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(ordered);
  }
  if (typeof value === 'string') {
    return asAscii(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).flatMap(([key, item]): [string, Json][] =>
    key === 'S3Key' ? [] : [[asAscii(key), item]],
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, ordered(item)]));
}

/** A text with one `?` for each run of characters that are `?` or not ASCII. */
function asAscii(text: string): string {
  return text.replace(/[^ -~\n\r\t]+|\?+/g, '?').replace(/\?+/g, '?');
}
