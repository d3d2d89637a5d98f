import { isWebAddress, printable } from './printable.ts';

/** Begins a text where a list, rule, heading or code block could start, and parts what GitHub makes something of; nothing is seen of it. */
const NOTHING = '\u200b';

/** Longest piece of a commit's hash that GitHub makes no link of, in digits. */
const SHORT = 6;

/**
 * Writes a text so that Markdown and HTML show it as it is: no markup, no image, no broken table, no maths, and nothing that
 * GitHub makes of plain words (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls):
 * mentions, issues (`#1`, `GH-1`, those of other trackers), commits, emojis. It looks for these in the rendered text, where an
 * entity hides nothing, so a sign that is not seen stands in them.
 */
export function plain(text: string): string {
  const line = parted(printable(text));
  const escaped = line
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([\\`*_{}[\]()#|!~@:$])/g, (sign) => `&#${sign.charCodeAt(0)};`)
    // GitHub makes links of these, too.
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
  return /^(\s|[-+]|\d+[.)]|=)/.test(line) ? NOTHING + escaped : escaped;
}

function parted(line: string): string {
  return line
    .replace(/([@#])(?=\w)|(\$)(?=\S)/g, `$&${NOTHING}`)
    .replace(/\b(?:gh|[A-Z][A-Z0-9]+)-(?=\d)/gi, (start) => (isTracker(start) ? start + NOTHING : start))
    .replace(/\b[0-9a-f]{7,64}\b/gi, (hex) =>
      // A number is none: accounts stand in commands that people copy.
      /^\d+$/.test(hex) ? hex : (hex.match(new RegExp(`.{1,${SHORT}}`, 'g')) ?? []).join(NOTHING),
    )
    .replace(/\S+/g, (word) => (word.includes('arn:') ? word : word.replace(/:(?=[a-z0-9_+-]+:)/g, `:${NOTHING}`)));
}

/** `GH-12` in any case, and keys of trackers, which are in capitals. */
function isTracker(start: string): boolean {
  return /^gh-$/i.test(start) || start === start.toUpperCase();
}

/** Writes a commit's short hash, which GitHub may make a link of; anything else as plain text. */
export function commitLink(commit: string): string {
  const short = commit.slice(0, 7);
  return /^[0-9a-f]{7}$/.test(short) ? short : plain(short);
}

/** Writes an http(s) address as a link, and anything else as plain text. */
export function link(url: string): string {
  return isWebAddress(url) ? `<${url}>` : plain(url);
}
