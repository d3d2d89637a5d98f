import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitLink, link, plain } from '../../../core/report/markdown.ts';
import { isWebAddress, printable } from '../../../core/report/printable.ts';

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

  // What GitHub makes of words: "Autolinked references and URLs", "Writing mathematical expressions".
  it.each<[string, RegExp]>([
    ['GH-12 gh-12 JIRA-7', /(gh|JIRA)-\d/i],
    ['acme/workshop#1 #1', /#\d/],
    [`acme@${'a1b2c3d'.repeat(5)}99999 or a5c3785`, /[0-9a-f]{7}/],
    [`${'0123abcd'.repeat(8)} A5C3785`, /[0-9a-f]{7}/i],
    ['@octocat @acme/team a@example.com', /@\w/],
    ['www.example.com WWW.example.com', /^$/],
    [':tada: :+1:', /:[a-z0-9_+-]+:/],
    ['$x$ $`x`$ $$x$$', /\$[^\s\u200b]/],
  ])('makes nothing of %j that GitHub looks for in the text that is shown', (text, made) => {
    expect(shown(plain(text))).not.toMatch(made);
    expect(shown(plain(text)).replace(/\u200b/g, '')).toBe(text);
    expect(unescapedOf(plain(text))).not.toMatch(/[@#$:]|www\./i);
  });

  it.each([
    ['\u202e', '\\u202e'],
    ['\u2066', '\\u2066'],
    ['\u200f', '\\u200f'],
    ['\u061c', '\\u061c'],
    ['\u0000', '\\u0000'],
    ['\u001b', '\\u001b'],
    ['\u0085', ' '],
    ['\u2028', ' '],
    ['\r\n', ' '],
  ])('shows where a sign such as %j would turn or break the line', (sign, shownAs) => {
    expect(printable(`a${sign}b`)).toBe(`a${shownAs}b`);
    expect(shown(plain(`a${sign}b`))).toBe(`a${shownAs}b`);
    expect(isWebAddress(`https://example.com/${sign}x`)).toBe(false);
  });

  it('leaves what people copy as it is: accounts, ARNs, names of stages', () => {
    for (const text of ['111111111111', 'feature-login-0pv3fa9c', 'us-east-1', '7 services', 'pr-12-0pv77ab0'])
      expect(shown(plain(text))).toBe(text);
    const arn = 'arn:aws:cloudformation:us-east-1:111111111111:stack/api-dev/1';
    expect(shown(plain(arn))).toBe(arn);
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
    'https://github.com@evil.example.com/',
    'https://github.com:x@evil.example.com/',
    'https://@evil.example.com/',
    'https://github.com%2f@evil.example.com',
    'https://ex\u0430mple.com/',
    'https://example.com/\u202etxt',
    'https://[::1',
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

describe('commitLink', () => {
  it('leaves a commit for GitHub to link, and nothing else', () => {
    expect(commitLink('a5c3785ed8d6a35868bc169f07e40e889087fd2e')).toBe('a5c3785');
    expect(unescapedOf(commitLink('<b>@octocat'))).not.toMatch(/[<>@]/);
  });
});
