import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeptOutput } from '../../core/kept-output.ts';

const LIMITS = { beginning: 5, end: 10 };
const keptOf = (texts: readonly string[]) => {
  const output = createKeptOutput(LIMITS);
  for (const text of texts) output.add(text);
  return output.text();
};

describe('an output that is kept', () => {
  it('is whole as long as it has room', () => {
    expect(keptOf(['abc', 'defgh', 'ijklmno'])).toBe('abcdefghijklmno');
  });

  it('has its beginning and its end, and says how much is left out', () => {
    expect(keptOf(['abcdefghijklmnopqrstuvwxyz'])).toBe('abcde\n[11 characters are left out here]\nqrstuvwxyz');
  });

  it('is the same however it came', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), (texts) => {
        expect(keptOf(texts)).toBe(keptOf([texts.join('')]));
      }),
    );
  });
});
