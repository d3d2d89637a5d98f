import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../core/errors.ts';
import { ROOT, readSource, sourceFiles } from './source-files.ts';

const CODES = Object.keys(ERROR_CODES);
const HEADLINES = Object.entries(ERROR_CODES);
const LIST = 'core/errors.ts';
const SOURCES = ['core', 'stage', 'io', 'actions', 'cli', 'plugin']
  .filter((folder) => existsSync(join(ROOT, folder)))
  .flatMap(sourceFiles);
const codesIn = (text: string) => [...text.matchAll(/\bE_[A-Z0-9]+(?:_[A-Z0-9]+)*\b/g)].map(([code]) => code);
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');

/** Files that use each code, comments and the list itself left out. */
const users = new Map(
  CODES.map((code) => [
    code,
    SOURCES.filter((path) => path !== LIST && codesIn(withoutComments(readSource(path))).includes(code)),
  ]),
);

describe('the list of error codes', () => {
  it.each(CODES)('holds %s because something throws it', (code) => {
    expect(users.get(code)).not.toEqual([]);
  });

  it.each(SOURCES)('holds every code that %s speaks of', (path) => {
    expect(codesIn(readSource(path)).filter((code) => !CODES.includes(code))).toEqual([]);
  });
});

describe('docs/errors.md', () => {
  const path = 'docs/errors.md';
  const text = existsSync(join(ROOT, path)) ? readSource(path) : '';
  // An entry is a heading, a row of a table or an item of a list that begins with the code; it ends at the next one.
  const entries = text.split(/^(?=(?:#{1,6} +|\| *|[-*] +)`?E_[A-Z0-9_]+\b)/m).slice(1);
  const entriesOf = (code: string) => entries.filter((entry) => codesIn(entry)[0] === code);

  it('is there', () => {
    expect(text).not.toBe('');
  });

  it.each(HEADLINES)('has one entry for %s, with its headline', (code, headline) => {
    expect(entriesOf(code)).toHaveLength(1);
    expect(entriesOf(code)[0]).toContain(headline);
  });

  it('has no other code', () => {
    expect(codesIn(text).filter((code) => !CODES.includes(code))).toEqual([]);
  });
});
