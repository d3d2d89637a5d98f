import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputId, outputName } from '../../../core/output/names.ts';

const SEED = 20261123;
const ALPHANUMERIC = /^[A-Za-z0-9]+$/;
/** Names of the characters that the form itself is made of. */
const tricky = fc.string({ unit: fc.constantFrom('0', 'x', 'X', '3', '2', 'e', 'E', '.', 'g', 'é'), minLength: 1 });

describe('outputId', () => {
  it.each(['url', 'TableName', 'a', 'Z', '7', '0', '00', 'x', 'x0', '0X', '0X2e', 'HelloLambdaFunctionQualifiedArn'])(
    'is the name itself for %s',
    (name) => {
      expect(outputId(name)).toBe(name);
    },
  );

  it.each([
    ['table.name', /^table0x2ename$/i],
    ['list.0', /^list0x2e0$/i],
    ['a-b_c', /^a0x2db0x5fc$/i],
    [' ', /^0x20$/],
    ['\n', /^0x0a$/i],
    ['.x', /^0x2ex$/i],
    ['0.', /^00x2e$/i],
    ['é', /^0xc30xa9$/i],
    ['🚀', /^0xf00x9f0x9a0x80$/i],
  ])('writes each byte that is no letter or digit of %j as two hex digits', (name, id) => {
    expect(outputId(name)).toMatch(id);
  });

  it.each([
    ['0x', '0x30x'],
    ['0x41', '0x30x41'],
    ['a0xb', 'a0x30xb'],
    ['00x', '00x30x'],
    ['0x0x', '0x30x0x30x'],
  ])('writes the 0 of the 0x in %s, too', (name, id) => {
    expect(outputId(name)).toBe(id);
  });
});

describe('outputName', () => {
  it.each(['TableName', '0', 'x', '0x', '0x4', '0xg1', '0x4g', 'a0x', '0X41', 'ServerlessDeploymentBucketName'])(
    'is the id itself for %s, which nobody wrote in this form',
    (id) => {
      expect(outputName(id)).toBe(id);
    },
  );

  it.each([
    ['0x30x', '0x'],
    ['0x30x41', '0x41'],
    ['0x30x30x', '0x30x'],
  ])('reads %s once, not again', (id, name) => {
    expect(outputName(id)).toBe(name);
  });

  it.each(['0xff', 'a0xc3', '0xc30x28', '0x80b', '0xed0xa00x80'])('reads %s, which is no text in UTF-8', (id) => {
    expect(() => outputName(id)).not.toThrow();
  });

  it('is the id itself for letters and digits without 0x', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]+$/), (id) => {
        fc.pre(!id.includes('0x'));
        expect(outputId(id)).toBe(id);
        expect(outputName(id)).toBe(id);
      }),
      { seed: SEED },
    );
  });
});

describe('a name and its id', () => {
  it.each([
    '0x',
    '0x2e',
    '0x2E',
    'table0x2ename',
    '0x30x',
    '0x30x2e',
    '0.x',
    '0é',
    '\0',
    '__proto__',
    '日本',
    '\uFEFFa',
  ])('belong together: %j', (name) => {
    expect(outputId(name)).toMatch(ALPHANUMERIC);
    expect(outputName(outputId(name))).toBe(name);
  });

  it.each([
    ['of any characters', fc.string({ unit: 'binary', minLength: 1 })],
    ['of what one reads as one character', fc.string({ unit: 'grapheme', minLength: 1 })],
    ['of the characters of the form itself', tricky],
  ])('belong together for every name %s', (_, names) => {
    fc.assert(
      fc.property(names, (name) => {
        expect(outputId(name)).toMatch(ALPHANUMERIC);
        expect(outputName(outputId(name))).toBe(name);
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  it('differ between any two names', () => {
    fc.assert(
      fc.property(tricky, tricky, (one, other) => {
        fc.pre(one !== other);
        expect(outputId(one)).not.toBe(outputId(other));
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  it('belong together again where an id is taken for a name', () => {
    fc.assert(
      fc.property(tricky, (name) => {
        expect(outputName(outputName(outputId(outputId(name))))).toBe(name);
      }),
      { seed: SEED },
    );
  });
});
