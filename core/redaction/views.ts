/**
 * A text as a reader of one encoding sees it, with the way back to the places of the text. Its characters are bytes of UTF-8
 * (`\u0000` to `\u00ff`), so that encodings of characters and of bytes come to the same.
 */
export interface View {
  readonly bytes: string;
  /** Place in the text where the part begins that byte `at` is of; for the length of the view, where its last part ends. */
  start(at: number): number;
  /** Place behind the part that byte `at` is of. */
  end(at: number): number;
  /** Where an escape begins that the end of the text cuts off; the text's length where none is cut. */
  readonly cut: number;
}

/** One way to write characters as others, as JSON, URLs and HTML do. */
interface Encoding {
  /** Whether a text may hold one of its escapes: one look at the text, without an expression. */
  readonly isIn: (text: string) => boolean;
  readonly pattern: RegExp;
  readonly decode: (written: string) => string;
  /** An escape that is not whole yet, at the end of a text. */
  readonly unfinished: RegExp;
}

const PERCENT: Encoding = {
  isIn: (text) => text.includes('%'),
  pattern: /%[0-9a-f]{2}/gi,
  decode: (written) => byte(Number.parseInt(written.slice(1), 16)),
  unfinished: /%[0-9a-f]?$/i,
};

/** As forms are sent: the same, and `+` for a blank. */
const FORM: Encoding = {
  ...PERCENT,
  isIn: (text) => text.includes('+'),
  pattern: /%[0-9a-f]{2}|\+/gi,
  decode: (written) => (written === '+' ? ' ' : PERCENT.decode(written)),
};

const CONTROLS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  a: '\u0007',
  e: '\u001b',
};

/** JSON as anybody writes it, JavaScript, Python, C, and shells: a backslash, and what stands for the character. */
const BACKSLASH: Encoding = {
  isIn: (text) => text.includes('\\'),
  pattern:
    /\\(?:u(?:d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[0-9a-f]{4}|\{[0-9a-f]{1,6}\})|U[0-9a-f]{8}|x[0-9a-f]{2}|[0-7]{3}|[\s\S])/gi,
  decode(written) {
    const sign = written.charAt(1);
    if (/^\\[uU]./.test(written)) {
      const units = written.split(/\\u/i).slice(1);
      const codes = units.map((unit) => Number.parseInt(unit.replace(/[{}]/g, ''), 16));
      return utf8(codes.length === 2 ? String.fromCharCode(...codes) : character(codes[0]));
    }
    if (/^\\x./i.test(written)) {
      return byte(Number.parseInt(written.slice(2), 16));
    }
    return written.length === 4 ? byte(Number.parseInt(written.slice(1), 8)) : (CONTROLS[sign] ?? sign);
  },
  unfinished:
    /\\(?:u(?:d[89ab][0-9a-f]{2}(?:\\(?:u[0-9a-f]{0,3})?)?|[0-9a-f]{0,3}|\{[0-9a-f]{0,6})|U[0-9a-f]{0,7}|x[0-9a-f]?|[0-7]{1,2})?$/i,
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const HTML: Encoding = {
  isIn: (text) => text.includes('&'),
  pattern: /&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-f]{1,6});/gi,
  decode(written) {
    const name = written.slice(1, -1).toLowerCase();
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return NAMED[name] ?? utf8(character(code));
  },
  unfinished: /&[#a-z0-9]{0,8}$/i,
};

const ENCODINGS = [PERCENT, FORM, BACKSLASH, HTML];

/** Base64 and hex are broken into lines that hold nothing else; a shorter line is one of its own. */
const WRAPPED = /(?<=[A-Za-z0-9+/_-]{40})\r?\n/g;

const byte = (code: number) => String.fromCharCode(code & 0xff);
const character = (code = 0) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

/** Returns a text as bytes of UTF-8, each a character. */
export function utf8(text: string): string {
  return /[^\0-\x7f]/.test(text) ? Buffer.from(text).toString('latin1') : text;
}

/** How many encodings may lie over each other: JSON in JSON, or a URL in HTML. */
const LAYERS = 2;

/**
 * Returns the text itself, and as a reader of each encoding that it may hold sees it, of one encoding in another too.
 * `isOpen`: more text comes, so that an escape at its end may be cut.
 */
export function viewsOf(text: string, isOpen: boolean): View[] {
  // Half of a pair is no character yet.
  const end = isOpen && /[\ud800-\udbff]$/.test(text.slice(-1)) ? text.length - 1 : text.length;
  const views = [translate(plainView(text.slice(0, end), end), /[\u0080-\u{10ffff}]/gu, utf8)];
  let layer = views;
  for (let depth = 0; depth < LAYERS; depth += 1) {
    layer = layer.flatMap((view) =>
      ENCODINGS.filter(({ isIn }) => isIn(view.bytes))
        .map((encoding) => decoded(view, encoding, isOpen))
        .filter(({ bytes, cut }) => bytes !== view.bytes || cut !== view.cut),
    );
    views.push(...layer);
  }
  return views;
}

/** Returns a view without the line breaks that cut long lines of base64 and hex. */
export function unwrapped(view: View): View {
  return view.bytes.includes('\n') ? translate(view, WRAPPED, () => '') : view;
}

function plainView(text: string, cut: number): View {
  return { bytes: text, start: (at) => at, end: (at) => at + 1, cut };
}

function decoded(view: View, { pattern, decode, unfinished }: Encoding, isOpen: boolean): View {
  // No escape is longer: an expression that looks for its end looks at no more.
  const tail = isOpen ? unfinished.exec(view.bytes.slice(-16)) : null;
  const end = tail === null ? view.bytes.length : view.bytes.length - tail[0].length;
  const cut = tail === null ? view.cut : Math.min(view.cut, view.start(end));
  const whole = end === view.bytes.length ? view : { ...view, bytes: view.bytes.slice(0, end) };
  return { ...translate(whole, pattern, decode), cut };
}

/** Puts what `decode` gives in place of each match; keeps where the parts were. */
function translate(view: View, pattern: RegExp, decode: (match: string) => string): View {
  const { bytes } = view;
  const pieces: string[] = [];
  /** Places in the new bytes, and in the old ones, at which an escape, and what is behind it, begins. */
  const at: number[] = [0];
  const from: number[] = [0];
  let length = 0;
  let done = 0;
  for (const { 0: match, index } of bytes.matchAll(pattern)) {
    const made = decode(match);
    pieces.push(bytes.slice(done, index), made);
    length += index - done;
    at.push(length, length + made.length);
    length += made.length;
    done = index + match.length;
    from.push(index, done);
  }
  if (pieces.length === 0) {
    return view;
  }
  pieces.push(bytes.slice(done));
  /** Number of the last piece that begins at or before a place. */
  const pieceOf = (place: number): number => {
    let low = 0;
    let high = at.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((at[middle] ?? 0) <= place) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  };
  const isEscape = (piece: number) => piece % 2 === 1;
  return {
    bytes: pieces.join(''),
    cut: view.cut,
    start(place) {
      const piece = pieceOf(place);
      return view.start((from[piece] ?? 0) + (isEscape(piece) ? 0 : place - (at[piece] ?? 0)));
    },
    end(place) {
      const piece = pieceOf(place);
      return view.end(isEscape(piece) ? (from[piece + 1] ?? 0) - 1 : (from[piece] ?? 0) + place - (at[piece] ?? 0));
    },
  };
}
