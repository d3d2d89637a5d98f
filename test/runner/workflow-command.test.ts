import { describe, expect, it } from 'vitest';
import { parseCommand } from './workflow-command.ts';

const parse = (line: string) => parseCommand(line, (name) => ['error', 'debug'].includes(name.toLowerCase()));

describe('a line of output', () => {
  it('is a command with properties and data when it begins with two colons', () => {
    expect(parse('::error file=a.yml,line=3::It broke')).toEqual({
      name: 'error',
      properties: { file: 'a.yml', line: '3' },
      data: 'It broke',
    });
  });

  it('may have blanks before the command', () => {
    expect(parse('  \t::error::x')?.data).toBe('x');
  });

  it('unescapes newlines and percent signs in data, in this order', () => {
    expect(parse('::error::a%0Ab%0D%25 %250A')?.data).toBe('a\nb\r% %0A');
  });

  it('unescapes colons and commas in properties but not in data', () => {
    const command = parse('::error title=a%3Ab%2Cc%0A::%3A%2C');
    expect(command).toEqual({ name: 'error', properties: { title: 'a:b,c\n' }, data: '%3A%2C' });
  });

  it('leaves out a property without a value', () => {
    expect(parse('::error file=,line=3::x')?.properties).toEqual({ line: '3' });
  });

  it('keeps an equals sign in the value of a property', () => {
    expect(parse('::error title=a=b::x')?.properties).toEqual({ title: 'a=b' });
  });

  it('is a command of the old form wherever that stands in the line', () => {
    expect(parse('npm says: ##[error file=a;line=2]x%5D%3B')).toEqual({
      name: 'error',
      properties: { file: 'a', line: '2' },
      data: 'x];',
    });
  });

  it.each(['text', 'text ::error::x', '::error x', '::unknown::x', '##[unknown]x', '##[error', '::', ''])(
    'is plain text: %j',
    (line) => {
      expect(parse(line)).toBeUndefined();
    },
  );
});
