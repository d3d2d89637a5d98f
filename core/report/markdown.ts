/** Begins a text where a list, rule, heading or code block could start; nothing is seen of it. */
const NOTHING = '\u200b';

/**
 * Writes a text so that Markdown and HTML show it as it is: no markup, no image, no broken table, and no mention (GitHub
 * looks for names in the rendered text, so a sign that is not seen stands behind each `@` and `#`).
 */
export function plain(text: string): string {
  const line = text.replace(/\r\n?|\n/g, ' ').replace(/([@#])(?=\w)/g, `$1${NOTHING}`);
  const escaped = line
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([\\`*_{}[\]()#|!~@:])/g, (sign) => `&#${sign.charCodeAt(0)};`)
    // GitHub makes links of these, too.
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
  return /^(\s|[-+]|\d+[.)]|=)/.test(line) ? NOTHING + escaped : escaped;
}

/** Writes an http(s) address as a link, and anything else as plain text. */
export function link(url: string): string {
  return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(url) ? `<${url}>` : plain(url);
}
