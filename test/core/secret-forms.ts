const hex = (code: number, length: number) => code.toString(16).padStart(length, '0');
const unit = (sign: string) => `\\u${hex(sign.charCodeAt(0), 4)}`;
const upperUnit = (sign: string) => `\\u${hex(sign.charCodeAt(0), 4).toUpperCase()}`;
const percent = (text: string) => [...Buffer.from(text)].map((code) => `%${hex(code, 2).toUpperCase()}`).join('');
const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const component = (text: string) => encodeURIComponent(text);
const html = (text: string, quote: string, apostrophe: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', quote)
    .replaceAll("'", apostrophe);
const codes = (text: string, write: (code: number) => string) =>
  Array.from(text, (sign) => write(sign.codePointAt(0) ?? 0)).join('');
const rfc3986 = (text: string) => component(text).replace(/[!'()*]/g, percent);
const form = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
const python = (text: string) => json(text).replace(/[\u007f-\uffff]/g, unit);

/** Ways of writing a text that keep its characters apart, as others' libraries write it, by name. */
export const WRITTEN: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  encodeURIComponent: component,
  encodeURI: (text) => encodeURI(text),
  'RFC 3986': rfc3986,
  'RFC 3986 in lower case': (text) => lower(rfc3986(text)),
  'URL, every byte': percent,
  'form (WHATWG)': form,
  'form in lower case': (text) => lower(form(text)),
  "Python's quote": (text) => rfc3986(text).replaceAll('%2F', '/'),
  'URL in a URL': (text) => component(component(text)),
  "JavaScript's JSON": json,
  "Go's JSON": (text) => json(text).replace(/[<>&\u2028\u2029]/g, unit),
  "PHP's JSON": (text) =>
    json(text)
      .replaceAll('/', '\\/')
      .replace(/[\u0080-\uffff]/g, unit),
  "Python's JSON": python,
  ".NET's JSON": (text) =>
    json(text)
      .replaceAll('\\"', '\\u0022')
      .replace(/['+<>&`\u007f-\uffff]/g, upperUnit),
  'JSON in JSON': (text) => json(json(text)),
  "Python's JSON in JSON": (text) => json(python(text)),
  'URL in JSON': (text) => json(component(text)),
  'JSON in a URL': (text) => component(json(text)),
  'JSON in HTML': (text) => html(json(text), '&quot;', '&#39;'),
  'URL in HTML': (text) => html(form(text), '&quot;', '&#39;'),
  "Go's HTML": (text) => html(text, '&#34;', '&#39;'),
  "Python's HTML": (text) => html(text, '&quot;', '&#x27;'),
  XML: (text) => html(text, '&quot;', '&apos;'),
  'HTML, decimal': (text) => codes(text, (code) => `&#${code};`),
  'HTML, hex': (text) => codes(text, (code) => `&#x${code.toString(16)};`),
  'HTML, hex in upper case': (text) => codes(text, (code) => `&#X${code.toString(16).toUpperCase()};`),
  'bytes of Python and C': (text) => [...Buffer.from(text)].map((code) => `\\x${hex(code, 2)}`).join(''),
  'bytes in octal': (text) => [...Buffer.from(text)].map((code) => `\\${code.toString(8).padStart(3, '0')}`).join(''),
};

const base64 = (text: string) => Buffer.from(text).toString('base64');
const wrapped = (text: string, width: number) => text.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\n');

/** Ways of writing a text that mix its characters with its neighbours', by name. */
export const ENCODED: Readonly<Record<string, (text: string) => string>> = {
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in upper case': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'hex in lines': (text) => wrapped(Buffer.from(text).toString('hex'), 60),
  base64,
  'base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'base64 in lines': (text) => wrapped(base64(text), 76),
  'base64 in JSON of PHP': (text) => base64(text).replaceAll('/', '\\/'),
  'base64 in a URL': (text) => component(base64(text)),
};

/** Names of the forms in which a text holds a secret. */
export function findForms(text: string, secret: string): string[] {
  return Object.entries({ ...WRITTEN, ...ENCODED })
    .filter(([, write]) => text.includes(write(secret)))
    .map(([name]) => name);
}
