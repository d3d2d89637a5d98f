import { describe, expect, it } from 'vitest';
import { createSecretMasker } from './secret-masker.ts';

const maskerOf = (...values: string[]) => {
  const masker = createSecretMasker();
  for (const value of values) masker.add(value);
  return masker;
};

describe('the masker of the runner', () => {
  it('replaces each occurrence by three stars', () => {
    expect(maskerOf('hunter2').mask('hunter2 is hunter2')).toBe('*** is ***');
  });

  it('makes one range of secrets that overlap or touch', () => {
    expect(maskerOf('abcd', 'cdef', 'ghi').mask('xabcdefghix')).toBe('x***x');
  });

  it('hides each line of a secret of several lines', () => {
    const masker = maskerOf('first-line\nsecond-line\r\nthird-line');
    expect(masker.mask('a second-line b')).toBe('a *** b');
    expect(masker.mask('third-line')).toBe('***');
  });

  it('hides the brace of a secret that is pretty-printed JSON', () => {
    expect(maskerOf('{\n  "key": 1\n}').mask('{"other":2}')).toBe('***"other":2***');
  });

  it.each([
    ['base64', Buffer.from('s3cr3t&"<x>').toString('base64')],
    ['base64 without the first byte', Buffer.from('3cr3t&"<x>').toString('base64')],
    ['base64 without the first two bytes', Buffer.from('cr3t&"<x>').toString('base64')],
    ['a JSON text', 's3cr3t&\\"<x>'],
    ['a part of a URL', 's3cr3t%26%22%3Cx%3E'],
    ['XML', 's3cr3t&amp;&quot;&lt;x&gt;'],
  ])('hides a secret that was written as %s', (_encoding, text) => {
    expect(maskerOf('s3cr3t&"<x>').mask(`[${text}]`)).toBe('[***]');
  });

  it('hides what stands between the quotes of a quoted secret', () => {
    expect(maskerOf('"quoted-secret"').mask('quoted-secret')).toBe('***');
  });

  it('leaves everything alone when only an empty value was added', () => {
    expect(maskerOf('', '\n').mask('text\nmore')).toBe('text***more');
    expect(maskerOf('').mask('text')).toBe('text');
  });
});
