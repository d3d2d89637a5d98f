import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, REDACTED } from '../../core/redact.ts';
import { createRedactingStream } from '../../core/redacting-stream.ts';
import { processorClock } from '../limits.ts';
import { ENCODED, findForms, WRITTEN } from './secret-forms.ts';

const PEM = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq/hkiG9w0+MIIEvQ\n-----END PRIVATE KEY-----';
const SECRETS = ['p4ss"W0RD/+&', 'SK_LIVE_0123456789', PEM, 'LINE-ONE-OF-IT\nLINE-TWO-OF-IT'];
const redactor = createRedactor(SECRETS);

/** Sends a text through a stream in chunks that end at the given places, and returns what each write gave. */
function stream(text: string, cuts: readonly number[], by = redactor): { writes: string[]; all: string } {
  const target = createRedactingStream(by);
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  const writes = places.slice(1).map((place, index) => target.write(text.slice(places[index], place)));
  return { writes, all: writes.join('') + target.end() };
}

const plain = fc.string({
  unit: fc.constantFrom('x', 'y', 'z', ' ', '\n', 'é', '🚀', '.'),
  minLength: 1,
  maxLength: 12,
});
const secretForm = fc.constantFrom(
  ...SECRETS,
  ...SECRETS.map((secret) => JSON.stringify(secret).slice(1, -1)),
  ...SECRETS.map((secret) => encodeURIComponent(secret)),
);
const base64Form = fc
  .tuple(fc.constantFrom('', 'a', 'ab'), fc.constantFrom(...SECRETS))
  .map(([before, secret]) => Buffer.from(before + secret).toString('base64'));
const cuts = fc.array(fc.nat(2000), { maxLength: 60 });
const SETTINGS = { seed: 20261123, numRuns: 1500 };

describe('createRedactingStream', () => {
  it('C5 takes every secret out and leaves all other text unchanged, however the chunks are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, secretForm)), plain, cuts, (pieces, last, places) => {
        const text = pieces.map(([before, secret]) => before + secret).join('') + last;
        const expected = pieces.map(([before]) => before + REDACTED).join('') + last;
        expect(stream(text, places).all).toBe(expected);
      }),
      SETTINGS,
    );
  });

  it('C5 gives what redacting the whole text gives, base64 included', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, secretForm, base64Form)), cuts, (pieces, places) => {
        const text = pieces.join(' ');
        const { all } = stream(text, places);
        expect(all).toBe(redactor.redact(text));
        for (const secret of SECRETS) expect(findForms(all, secret)).toEqual([]);
      }),
      SETTINGS,
    );
  });

  it('gives whole lines, so that nothing is written in the middle of one', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, secretForm)), cuts, (pieces, places) => {
        for (const write of stream(pieces.join(''), places).writes)
          expect(write === '' || write.endsWith('\n')).toBe(true);
      }),
      SETTINGS,
    );
  });

  it('C5 takes a secret out that comes one character at a time', () => {
    const text = `before ${PEM} after\nmore\n`;
    const every = Array.from(text, (_, index) => index);
    expect(stream(text, every).all).toBe(`before ${REDACTED} after\nmore\n`);
  });

  it('gives a line as soon as it is whole and cannot be the beginning of a secret', () => {
    const target = createRedactingStream(redactor);
    expect(target.write('first line\nsecond')).toBe('first line\n');
    expect(target.write(' line\n')).toBe('second line\n');
    expect(target.end()).toBe('');
  });

  it('gives what was held back of a secret that never came whole', () => {
    const target = createRedactingStream(redactor);
    expect(target.write('LINE-ON') + target.end()).toBe('LINE-ON');
  });

  it('is an ordinary pipe where there are no secrets', () => {
    const target = createRedactingStream(createRedactor([]));
    expect(target.write('a\nb') + target.end()).toBe('a\nb');
  });
});

describe('a random secret in a stream', () => {
  // Its ends are no characters of what is around it, so that it is told where it begins and ends.
  const secret = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 6, maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...'aB3%+\\"\'/&<>;=~!*()#\t\n\u007f\u2028é🚀 '),
        minLength: 6,
        maxLength: 60,
      }),
      fc.base64String({ minLength: 6, maxLength: 200 }),
    )
    .map((text) => `Q${text}W`);
  const around = fc.string({ unit: fc.constantFrom('x', 'y', ' ', '\n', '.', 'é'), maxLength: 12 });

  it.each(Object.keys(WRITTEN))('is taken out as %s writes it, and all else left as it is', (name) => {
    const write = WRITTEN[name] as (text: string) => string;
    fc.assert(
      fc.property(secret, fc.array(around, { minLength: 2, maxLength: 4 }), cuts, (value, texts, places) => {
        const text = texts.join(write(value));
        expect(stream(text, places, createRedactor([value])).all).toBe(texts.join(REDACTED));
      }),
      { seed: 20261129, numRuns: 300 },
    );
  });

  it.each(Object.keys(ENCODED))('is taken out of %s, wherever in a longer text it begins', (name) => {
    const encode = ENCODED[name] as (text: string) => string;
    const neighbour = fc.string({ unit: fc.constantFrom('u', ':', '0', 'ü'), maxLength: 5 });
    fc.assert(
      fc.property(secret, neighbour, neighbour, cuts, (value, before, after, places) => {
        const text = `x ${encode(before + value + after)} y`;
        const { all } = stream(text, places, createRedactor([value]));
        expect(all).toContain(REDACTED);
        expect(all).toMatch(/^x [\s\S]* y$/);
        // The characters at its edges belong to its neighbours, too.
        const most = encode(`${before}uu`).length + encode(`uu${after}`).length + 12;
        expect(all.replace(REDACTED, '').length).toBeLessThanOrEqual(most);
      }),
      { seed: 20261129, numRuns: 300 },
    );
  });

  it('is taken out of a line that is longer than what is held back, in any form', () => {
    const value = 'Q%a+"b\\<&é~W and more of it';
    for (const [name, write] of Object.entries({ ...WRITTEN, ...ENCODED })) {
      for (const shift of [1, 5, 13]) {
        const before = 'x'.repeat(256 * 1024 - shift);
        const text = `${before} ${write(value)} y`;
        const { all } = stream(text, [before.length + 2, before.length + 9], createRedactor([value]));
        expect(all.slice(before.length - 2), name).toMatch(/^xx [\s\S]{0,3}\*\*\*[\s\S]{0,8} y$/);
      }
    }
  });

  it('is taken out, too, where one overlaps with what another may begin with at the end of a long line', () => {
    const both = createRedactor(['abcdefgh', 'efghijkl']);
    const { all } = stream(`${'x'.repeat(256 * 1024)}abcdefgh`, [256 * 1024 + 8], both);
    expect(all.endsWith(`x${REDACTED}`)).toBe(true);
  });
});

describe('the cost of redaction', () => {
  it('does not grow with the number of secrets: 1,000 of 4 KB, and 2 MB of output', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `${index}-${'key'.repeat(1365)}`);
    const known = createRedactor(many);
    const line = '2026-11-29T02:02:02 "an output" of C:\\temp & https://example.com/a%20b?c=d+e\n';
    const target = createRedactingStream(known);
    const spent = processorClock();
    for (let sent = 0; sent < 2 * 1024 * 1024; sent += 50 * line.length) target.write(line.repeat(50));
    expect(spent()).toBeLessThan(20_000);
  });
});
