import { describe, expect, it } from 'vitest';
import { missingInput, parseInput } from '../../core/input.ts';
import { caught } from './caught.ts';

describe('parseInput', () => {
  it.each(['yes', 'no', 'True', 'True ', 'TRUE', '1', '0', 'on', 'truee', "'true'"])(
    'B12 takes %j for no flag and names the input',
    (text) => {
      const error = caught(() => parseInput('assume-role', 'flag', text));
      expect(error.code).toBe('E_INPUT');
      expect(error.message).toContain('assume-role');
      expect(error.message).toMatch(/true.*false/);
    },
  );

  it.each([
    ['flag', 'true', true],
    ['flag', 'false', false],
    ['integer', '4', 4],
    ['text', 'a b', 'a b'],
    ['text', "$(x) 'y'\nz", "$(x) 'y'\nz"],
    ['secret', 'p4ss word', 'p4ss word'],
    ['list', 'restapi, tasks', ['restapi', 'tasks']],
    ['list', 'restapi\n  tasks\r\n\n', ['restapi', 'tasks']],
    ['list', 'all', ['all']],
    ['list', 'a,,b,', ['a', 'b']],
  ] as const)('reads the %s %j', (kind, text, value) => {
    expect(parseInput('x', kind, text)).toEqual(value);
  });

  it.each(['flag', 'integer', 'text', 'secret', 'list'] as const)(
    'reads an empty %s as one that was left out',
    (kind) => {
      expect(parseInput('x', kind, '')).toBeUndefined();
    },
  );

  it.each(['0', '-1', '1.5', '4x', '1e3', '0x10', ' ', 'NaN', 'Infinity', '99999999999999999999'])(
    'takes %j for no integer',
    (text) => {
      let value: unknown;
      try {
        value = parseInput('concurrency', 'integer', text);
      } catch (error) {
        expect(error).toMatchObject({ code: 'E_INPUT', message: expect.stringContaining('concurrency') });
        return;
      }
      expect(value).toBeUndefined();
      expect(text.trim()).toBe('');
    },
  );
});

describe('missingInput', () => {
  it('names the input', () => {
    expect(missingInput('credentials-file')).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining('credentials-file'),
    });
  });
});
