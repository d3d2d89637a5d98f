type Json = unknown;

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
    return JSON.stringify(ordered(JSON.parse(live), [])) === JSON.stringify(ordered(packaged, []));
  } catch {
    return false;
  }
}

function comparable(template: Json): string {
  return JSON.stringify(ordered(template, ['S3Key'])).replace(
    /"((?:ApiGateway|Websockets)Deployment)[0-9A-Za-z]{5,}"/g,
    '"$1"',
  );
}

/** A copy with its keys in order, without those of these names. */
function ordered(value: Json, leftOut: readonly string[]): Json {
  if (Array.isArray(value)) {
    return value.map((one) => ordered(one, leftOut));
  }
  if (typeof value === 'string') {
    return asAscii(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).flatMap(([key, item]): [string, Json][] =>
    leftOut.includes(key) ? [] : [[asAscii(key), item]],
  );
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, ordered(item, leftOut)]),
  );
}

/** A text with one `?` for each run of characters that are `?` or not ASCII. */
function asAscii(text: string): string {
  return text.replace(/[^ -~\n\r\t]+|\?+/g, '?').replace(/\?+/g, '?');
}
