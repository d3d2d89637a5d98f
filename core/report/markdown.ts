/** Writes a text so that Markdown and HTML leave it as it is: no markup, no mention, no image, no broken table. */
export function plain(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r?\n/g, ' ')
    .replace(/([\\`*_{}[\]()#|!~@:])/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Writes an http(s) address as a link, and anything else as plain text. */
export function link(url: string): string {
  return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(url) ? `<${url}>` : plain(url);
}
