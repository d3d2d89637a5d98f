import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, REDACTED } from '../../core/redact.ts';
import { createRedactingStream } from '../../core/redacting-stream.ts';

const PEM = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq/hkiG9w0+MIIEvQ\n-----END PRIVATE KEY-----';
const SECRETS = ['p4ss"W0RD/+&', 'SK_LIVE_0123456789', PEM, 'LINE-ONE-OF-IT\nLINE-TWO-OF-IT'];
const redactor = createRedactor(SECRETS);

/** Sends a text through a stream in chunks that end at the given places, and returns what each write gave. */
function stream(text: string, cuts: readonly number[]): { writes: string[]; all: string } {
  const target = createRedactingStream(redactor);
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
        for (const form of redactor.forms) expect(all).not.toContain(form);
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
