/** Finds many texts at once. */
export interface Needles {
  /**
   * Takes a text, unless it is shorter than `ANCHOR`. It is asked for again when it may have been found, and is not kept:
   * the encodings of many long secrets would fill the memory.
   */
  add(text: () => string): void;
  /** Gives each place where a text stands, as start and end; and where one begins that the end of the bytes cuts off. */
  find(bytes: string, found: (start: number, end: number) => void, open?: (start: number) => void): void;
}

/** Characters by which a text is found, and the length of the shortest. */
export const ANCHOR = 6;
const BITS = 18;
const SHIFT = BITS / ANCHOR;
const MASK = 2 ** BITS - 1;
/** Characters of a text that are kept, to tell it from others that begin alike (keys in PEM, JSON). */
const HEAD = 64;

interface Needle {
  readonly head: string;
  readonly text: () => string;
}

/**
 * Builds a finder. It goes over the bytes once, whatever the number of texts: a sum of the last six characters says which
 * places are worth a look.
 */
export function createNeedles(): Needles {
  const worthALook = new Uint8Array(MASK + 1);
  const byAnchor = new Map<string, Needle[]>();
  /** Beginnings that are shorter than an anchor. */
  const beginnings = new Set<string>();

  const lookAt = (
    bytes: string,
    at: number,
    found: (start: number, end: number) => void,
    open: ((start: number) => void) | undefined,
  ) => {
    const rest = bytes.length - at;
    for (const needle of byAnchor.get(bytes.slice(at, at + ANCHOR)) ?? []) {
      const isHere = bytes.startsWith(needle.head, at);
      if (!isHere && (open === undefined || rest >= needle.head.length)) {
        continue;
      }
      const text = needle.text();
      if (bytes.startsWith(text, at)) {
        found(at, at + text.length);
      } else if (open !== undefined && text.length > rest && text.startsWith(bytes.slice(at))) {
        open(at);
      }
    }
  };
  return {
    add(text) {
      // A copy: a slice would keep the whole text.
      const head = Buffer.from(text().slice(0, HEAD), 'latin1').toString('latin1');
      const anchor = head.slice(0, ANCHOR);
      if (anchor.length < ANCHOR) {
        return;
      }
      const needle = { head, text };
      const same = byAnchor.get(anchor);
      if (same === undefined) {
        byAnchor.set(anchor, [needle]);
        worthALook[sumOf(anchor)] = 1;
        for (let length = 1; length < ANCHOR; length += 1) {
          beginnings.add(anchor.slice(0, length));
        }
      } else {
        same.push(needle);
      }
    },
    find(bytes, found, open) {
      let sum = 0;
      for (let at = 0; at < bytes.length; at += 1) {
        sum = ((sum << SHIFT) ^ bytes.charCodeAt(at)) & MASK;
        if (worthALook[sum] === 1 && at >= ANCHOR - 1) {
          lookAt(bytes, at - ANCHOR + 1, found, open);
        }
      }
      for (let at = Math.max(0, bytes.length - ANCHOR + 1); open !== undefined && at < bytes.length; at += 1) {
        if (beginnings.has(bytes.slice(at))) {
          open(at);
        }
      }
    },
  };
}

function sumOf(anchor: string): number {
  let sum = 0;
  for (let at = 0; at < anchor.length; at += 1) {
    sum = ((sum << SHIFT) ^ anchor.charCodeAt(at)) & MASK;
  }
  return sum;
}
