/** How deep lists and objects may stand in each other; what reads them calls itself for each level. */
const MAX_DEPTH = 200;

const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const OPENING = ['[', '{'].map((sign) => sign.charCodeAt(0));
const CLOSING = [']', '}'].map((sign) => sign.charCodeAt(0));

/**
 * Reads the JSON of a file of the user's; a byte order mark before it counts for nothing, as package managers have it.
 * Throws where it is no JSON, or nests too deep.
 */
export function parseJsonFile(text: string): unknown {
  const fault = excessOfJson(text);
  if (fault !== undefined) {
    throw new Error(`it ${fault}`);
  }
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}

/** Says why a JSON text is more than a reader can bear, in words that go on from "it "; undefined where it is not. */
export function excessOfJson(text: string): string | undefined {
  let depth = 0;
  for (let at = 0, inText = false; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inText) {
      at += sign === BACKSLASH ? 1 : 0;
      inText = sign !== QUOTE;
    } else if (sign === QUOTE) {
      inText = true;
    } else if (OPENING.includes(sign)) {
      depth += 1;
      if (depth > MAX_DEPTH) {
        return `has more than ${MAX_DEPTH} levels`;
      }
    } else if (CLOSING.includes(sign)) {
      depth -= 1;
    }
  }
  return undefined;
}
