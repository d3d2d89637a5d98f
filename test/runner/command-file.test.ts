import { describe, expect, it } from 'vitest';
import { parseCommandFile, parsePathFile } from './command-file.ts';

const valuesOf = (text: string) => {
  const { pairs, error } = parseCommandFile(text);
  expect(error).toBeUndefined();
  return Object.fromEntries(pairs);
};

describe('a command file', () => {
  it('gives names their values, the rest of the line as it is', () => {
    expect(valuesOf('a=1\n\nb= two = 2 \nc=\n')).toEqual({ a: '1', b: ' two = 2 ', c: '' });
  });

  it('keeps << in a value that comes after an equals sign', () => {
    expect(valuesOf('a=1<<EOF\n')).toEqual({ a: '1<<EOF' });
  });

  it('reads several lines up to the delimiter', () => {
    expect(valuesOf('a<<E=F\none\n\nb=2\nE=F\nc=3')).toEqual({ a: 'one\n\nb=2', c: '3' });
  });

  it('keeps carriage returns and a newline at the end of a value', () => {
    expect(valuesOf('a<<EOF\none\r\ntwo\n\nEOF\n')).toEqual({ a: 'one\r\ntwo\n' });
  });

  it('takes a delimiter at once as the empty value', () => {
    expect(valuesOf('a<<EOF\nEOF')).toEqual({ a: '' });
  });

  it('does not end at a line that only begins with the delimiter', () => {
    expect(valuesOf('a<<EOF\nEOF \nEOF\n')).toEqual({ a: 'EOF ' });
  });

  it.each([
    ['just text', "Invalid format 'just text'"],
    ['<<EOF\nx\nEOF', "Invalid format '<<EOF'. Name must not be empty and delimiter must not be empty"],
    ['a<<\nx', "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty"],
    ['a<<EOF\nx\n', "Invalid value. Matching delimiter not found 'EOF'"],
    ['a<<EOF\nx', 'Invalid value. EOF marker missing new line.'],
  ])('is malformed: %j', (text, error) => {
    expect(parseCommandFile(text).error).toBe(error);
  });

  it('counts up to the line that is malformed', () => {
    expect(parseCommandFile('a=1\nbroken\nb=2').pairs).toEqual([['a', '1']]);
  });

  it('names folders line by line for PATH', () => {
    expect(parsePathFile('/a\n\n/b b\r\n')).toEqual(['/a', '/b b']);
  });
});
