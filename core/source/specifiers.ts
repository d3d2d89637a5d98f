/** A module that a file names, or a file or folder beside it. */
export interface Specifier {
  readonly text: string;
  /**
   * What the text is: a module; the `beginning` of one whose path is put together when it runs, so that any file below the folder may be
   * meant; or a `place` from the file's folder, as data is read.
   */
  readonly kind: 'module' | 'beginning' | 'place';
  /** Whether it may stand in a comment alone: then it is no fault that there is no such file. */
  readonly isComment: boolean;
}

/** Files whose imports are looked for. */
export const SOURCE_FILE = /\.(?:[cm]?[jt]sx?|vue|svelte)$/;

/**
 * Where a module is named in JavaScript and TypeScript: `from '…'`, `import '…'`, `import('…')`, `require('…')`. Comments and texts
 * count too: that costs a needless deploy, a parser that fails costs a missing one. Of 4,931 files that esbuild took into the
 * bundles of 191 services, this found all, and no parser found one that this did not.
 */
const IMPORTS =
  /(?:(?<![.\w$])(?:from|import)|\brequire(?:\.resolve)?)\s{0,20}(?:\?\.)?\s{0,20}(?:\(\s{0,200})?(?:'([^'\n\\]{1,1024})'|"([^"\n\\]{1,1024})"|`([^`\\]{1,1024})`)(\s{0,20}\+)?/g;

/**
 * Where a file or folder is named that stands beside the code: `new URL('…', import.meta.url)`, `require.context('…')`,
 * `path.join(__dirname, '…', '…')`, `__dirname + '…'`, `${__dirname}…`. What follows is read by `placeIn`.
 */
const PLACES =
  /\bnew\s{1,20}URL\(\s{0,20}(?=['"`][^'"`\n]{0,1024}['"`]\s{0,20},\s{0,20}import\.meta\.url)|\brequire\.context\(\s{0,20}|\b(?:__dirname|import\.meta\.dirname)\s{0,20}[,+]\s{0,20}|\$\{(?:__dirname|import\.meta\.dirname)\}([^`$\n]{1,1024})(\$?)/g;

/** A text in quotes, up to the first variable of a template literal, and what stands behind it. */
const PART = /\s{0,20}(?:'([^'\n\\]{0,1024})'|"([^"\n\\]{0,1024})"|`([^`$\\]{0,1024})(`|\$\{))\s{0,20}([,+)]?)/y;

/** Texts and comments; a text goes before what looks like a comment in it. */
const TEXT_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** Returns the modules that a file of JavaScript or TypeScript names, each once, in their order. */
export function specifiersOf(text: string): Specifier[] {
  const found = new Map<string, Specifier>();
  if (!/\/[/*]/.test(text)) {
    collect(text, false, found);
    return [...found.values(), ...placesOf(text)];
  }
  // Without its comments first; with them too, as a quote in a regular expression may make code look like one.
  const code = text.replace(TEXT_OR_COMMENT, (piece) => (piece.startsWith('/') ? ' ' : piece));
  collect(code, false, found);
  collect(text, true, found);
  return [...found.values(), ...placesOf(text)];
}

/** The places that a text names; comments count too: they cost a needless deploy at most. */
function placesOf(text: string): Specifier[] {
  if (!/__dirname|import\.meta|require\.context/.test(text)) {
    return [];
  }
  const places = [...text.matchAll(PLACES)].map((match) => {
    const [start, inTemplate, variable] = match;
    return inTemplate === undefined ? placeIn(text, match.index + start.length) : cutAt(inTemplate, variable !== '');
  });
  return [...new Set(places)]
    .filter((place) => place !== '')
    .map((place) => ({ text: place, kind: 'place', isComment: false }));
}

/** The path that begins at an index: `'..', 'lib'` and `'/../' + 'lib'` as one; if a variable is in it, the folder before. */
function placeIn(text: string, index: number): string {
  let place = '';
  let next = '';
  PART.lastIndex = index;
  for (let part = PART.exec(text); part !== null; part = PART.exec(text)) {
    const [, single, double, template, end, sign = ''] = part;
    place += `${next}${single ?? double ?? template ?? ''}`;
    if (end === '${') {
      return cutAt(place, true);
    }
    if (sign !== ',' && sign !== '+') {
      return place;
    }
    next = sign === ',' ? '/' : '';
    const rest = text.slice(PART.lastIndex, PART.lastIndex + 40);
    if (!/^\s{0,20}['"`]/.test(rest)) {
      const isCut = sign === '+' || !/^\s{0,20}(?:\)|import\b|true\b|false\b)/.test(rest);
      return isCut ? cutAt(`${place}${next}`, true) : place;
    }
  }
  return cutAt(place, true);
}

/** A place, or the folder of one that goes on with what is not known. */
function cutAt(place: string, isCut: boolean): string {
  return isCut ? place.slice(0, place.lastIndexOf('/') + 1) : place;
}

function collect(text: string, isComment: boolean, found: Map<string, Specifier>): void {
  for (const [, single, double, template, sum] of text.matchAll(IMPORTS)) {
    const [literal = '', ...rest] = template === undefined ? [single ?? double] : template.split('${');
    const kind = rest.length > 0 || sum !== undefined ? 'beginning' : 'module';
    const key = `${literal} ${kind}`;
    if (!found.has(key)) {
      found.set(key, { text: literal, kind, isComment });
    }
  }
}

/** Returns the texts in quotes of a file of Go, among which its imports are. */
export function quotedOf(text: string): string[] {
  return [...new Set([...text.matchAll(/["`]([\w.~/-]{1,512})["`]/g)].map(([, path = '']) => path))];
}

/** Files in which Python's tools name what they install. */
export const REQUIREMENTS =
  /(?:^|\/)(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in)|pyproject\.toml|Pipfile)$/;
/** Files that such files lead to, whatever their names. */
export const LED_TO = /\.(?:txt|in)$/;

/** `../lib`, wherever it stands; behind the project's folder too. */
const PATH = /(?:^|[\s"'=:@(]|\}\/)(\.\.?\/[^\s"',;#\])}[]{1,1024})/gm;
/** `-r base.txt`, `--constraint=base.txt`, `-e ../lib`. */
const OPTION = /^\s{0,20}(?:-[rce]|--(?:requirement|constraint|editable))[\s=]{0,20}([^\s#;[]{1,1024})/gm;

/** Returns the paths that such a file names: of further requirements, and of packages. */
export function requiredPaths(text: string): string[] {
  const found = [...text.matchAll(PATH), ...text.matchAll(OPTION)].map(([, path = '']) => path);
  return [...new Set(found)];
}
