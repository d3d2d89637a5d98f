import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link, plain } from '../../../core/report/markdown.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', commat: '@' };

/** Shows a text as a reader of the rendered page has it: entities and escapes resolved, invisible signs kept. */
function shown(markdown: string): string {
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#x([0-9a-f]+);|&#(\d+);|&(\w+);/gi, (all, hex, decimal, name) =>
      name ? (ENTITIES[name] ?? all) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    );
}

/** Takes everything out that Markdown does not read as markup: entities and escaped signs. */
const unescapedOf = (markdown: string) => markdown.replace(/\\[!-/:-@[-`{-~]|&#?\w+;/g, '');

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=y>',
  '![a](https://evil.example.com/x.png)',
  '[a](https://evil.example.com)',
  '| a | b |',
  '`code`',
  '**bold** _it_ ~~no~~',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '<!-- marker -->',
  '</details>',
  '```\ncode',
  'a\n\n# b',
  'a\r\nb',
  '&lt;b&gt;',
  '\\',
  '---',
  '$x$',
  '[^1]',
  '- [ ] task',
];

describe('plain', () => {
  it.each(HOSTILE)('H6 leaves no markup of %j', (text) => {
    expect(unescapedOf(plain(text))).not.toMatch(/[<>|`*_[\]!~\r\n\\]/);
  });

  it.each(HOSTILE.filter((text) => !/[\r\n]/.test(text)))('H6 shows %j as it is', (text) => {
    expect(shown(plain(text)).replace(/\u200b/g, '')).toBe(text);
  });

  it.each(['- item', '+ item', '1. item', '1) item', '---', '# heading', '    code'])(
    'H6 makes no list, rule, heading or code of %j at the beginning of a line',
    (text) => {
      expect(unescapedOf(plain(text))).not.toMatch(/^(\s*(#|[-+] |\d+[.)] |---)| {4})/);
    },
  );

  it('H6 breaks no table by a carriage return, which Markdown takes for the end of a line', () => {
    expect(plain('a\rb')).not.toContain('\r');
  });

  it('H6 mentions nobody: GitHub looks for names in the text that is shown, so an entity does not hide one', () => {
    for (const text of ['@octocat', 'thanks @acme/team!', '(@octocat)'])
      expect(shown(plain(text))).not.toMatch(/@[a-z]/i);
  });

  it('H6 leaves no markup of any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'<>|`*_[]()!~#\n\\&;@-ab1 '), maxLength: 40 });
    fc.assert(
      fc.property(text, (one) => {
        expect(unescapedOf(plain(one))).not.toMatch(/[<>|`*_[\]~\r\n\\]/);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });

  it('leaves an ordinary text readable', () => {
    expect(plain('Table created in 12 s')).toBe('Table created in 12 s');
  });
});

describe('link', () => {
  it.each(['https://a1b2.execute-api.us-east-1.amazonaws.com/dev', 'http://127.0.0.1:3000/x?a=1&b=2'])(
    'links %s',
    (url) => {
      expect(link(url)).toContain(url);
      expect(link(url)).toMatch(/^(<.*>|\[.*\]\(.*\))$/);
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://x',
    'not a url',
    '',
    'https:',
    '//x.example.com',
    'JAVASCRIPT:alert(1)',
  ])('H6 does not link %j', (text) => {
    expect(unescapedOf(link(text))).not.toMatch(/[<>[\]]/);
  });

  it.each([
    'https://x.example.com/> <b>',
    'https://x.example.com/)|[a](b',
    'https://x.example.com/\n# b',
    'https://x.example.com/"><img>',
    'https://x.example.com/`|',
  ])('H6 is not broken out of by %j', (url) => {
    expect(link(url)).not.toMatch(/[\r\n]|<b|<img/);
    expect(unescapedOf(link(url))).not.toMatch(/\|/);
  });
});
