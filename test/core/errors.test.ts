import { describe, expect, it } from 'vitest';
import { describeError, joinErrors } from '../../core/described-error.ts';
import { ERROR_CODES, formatPosition, throwCollected, UserError, UserErrors } from '../../core/errors.ts';
import { caught } from './caught.ts';

const position = { file: 'serverless-stages.yml', line: 3, column: 5 };
const first = new UserError('E_CONFIG', { what: 'a', why: 'b', fix: 'c', position });
const second = new UserError('E_ROLE_ARN', { what: 'd', fix: 'e' });

describe('UserError', () => {
  it('says what – why – what to do', () => {
    expect(new UserError('E_INPUT', { what: 'what', why: 'why', fix: 'fix' }).message).toBe('what – why – fix');
  });

  it('leaves out a why that it does not have', () => {
    expect(second.message).toBe('d – e');
  });

  it('begins with the place, as editors read it', () => {
    expect(first.message).toBe('serverless-stages.yml:3:5: a – b – c');
    expect(formatPosition(position)).toBe('serverless-stages.yml:3:5');
    expect(first.position).toEqual(position);
  });

  it('keeps its cause and its code', () => {
    const cause = new Error('inner');
    const error = new UserError('E_GITHUB', { what: 'a', fix: 'b', cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code: 'E_GITHUB', cause });
  });
});

describe('several errors at once', () => {
  it('are thrown together, the first code for all, each in a line of its own', () => {
    const error = caught(() => throwCollected([first, second]));
    expect(error).toBeInstanceOf(UserErrors);
    expect(error).toMatchObject({ code: 'E_CONFIG', errors: [first, second] });
    expect(error.message.split('\n')).toEqual([first.message, second.message]);
  });

  it('are not wrapped where there is one, and not thrown where there is none', () => {
    expect(caught(() => throwCollected([second]))).toBe(second);
    expect(() => throwCollected([])).not.toThrow();
  });
});

describe('ERROR_CODES', () => {
  it.each(Object.entries(ERROR_CODES))('%s has a headline of one line', (code, headline) => {
    expect(code).toMatch(/^E_[A-Z0-9]+(_[A-Z0-9]+)*$/);
    expect(headline).toMatch(/^\S.*[^.\s]$/);
  });
});

describe('describeError', () => {
  it('says code and message of an error that a user can mend', () => {
    expect(describeError(second)).toEqual({ code: 'E_ROLE_ARN', message: 'd – e' });
    expect(describeError(first)).toEqual({ code: 'E_CONFIG', message: first.message });
  });

  it('says the first code of several, and all that is wrong', () => {
    const error = caught(() => throwCollected([first, second]));
    expect(describeError(error)).toEqual({ code: 'E_CONFIG', message: error.message });
  });

  it('takes any other error for a fault of ours', () => {
    const { code, message } = describeError(new TypeError('x is not a function'));
    expect(code).toBe('E_INTERNAL');
    expect(message).toContain('x is not a function');
    expect(message).not.toMatch(/\n\s+at /);
  });

  it.each(['a text', undefined, null, 5, { code: 'E_GITHUB', message: 'forged' }])(
    'takes %j, which is no error at all, for a fault of ours',
    (thrown) => {
      const { code, message } = describeError(thrown);
      expect(code).toBe('E_INTERNAL');
      expect(typeof message).toBe('string');
    },
  );
});

describe('joinErrors', () => {
  const busy = { code: 'E_STAGE_BUSY', message: 'run 7 holds it – wait' };
  const denied = { code: 'E_AWS_DENIED', message: 'no right – grant it' };

  it('is none for none', () => {
    expect(joinErrors([])).toBeUndefined();
  });

  it('is the one that there is', () => {
    const error = joinErrors([busy]);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject(busy);
  });

  it('is all of several, each in a line of its own, under the first code', () => {
    const error = joinErrors([busy, denied]);
    expect(error).toBeInstanceOf(UserError);
    expect(error?.code).toBe('E_STAGE_BUSY');
    const lines = error?.message.split('\n') ?? [];
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(busy.message);
    expect(lines[1]).toContain(denied.message);
  });

  it('is described as it was', () => {
    expect(describeError(joinErrors([denied]))).toEqual(denied);
  });
});
