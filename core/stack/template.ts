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

function comparable(template: Json): string {
  return JSON.stringify(ordered(template)).replace(/"((?:ApiGateway|Websockets)Deployment)[0-9A-Za-z]{5,}"/g, '"$1"');
}

/** A copy with its keys in order and without the keys of packages. */
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
