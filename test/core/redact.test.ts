import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, REDACTED, redactDeep } from '../../core/redact.ts';
import { WRITTEN } from './secret-forms.ts';

const formsOf = (secret: string) => Object.values(WRITTEN).map((write) => write(secret));
const PEM = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkq/hkiG9w0+'.repeat(2)}\nshort\n-----END PRIVATE KEY-----\n`;
const SECRETS = [
  'p4ss"word\\ä & $x',
  'sk_live_0123456789',
  PEM,
  '{"user":"anna","key":"hunter2hunter2"}',
  '🚀🚀🚀 lift',
];
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('createRedactor', () => {
  it.each(SECRETS)('C5 takes %j out as it is, as JSON writes it and as a URL has it', (secret) => {
    const redactor = createRedactor([secret]);
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
      expect(redactor.redact(`before ${form} after`)).toBe(`before ${REDACTED} after`);
      expect(redactor.holds(form)).toBe(true);
    }
  });

  it.each(SECRETS)('C5 takes %j out of base64, wherever in a longer text it begins', (secret) => {
    const redactor = createRedactor([secret]);
    for (const before of ['', 'a', 'ab', 'abc', 'user:']) {
      for (const after of ['', 'z', 'yz', 'xyz']) {
        const encoded = base64(before + secret + after);
        const redacted = redactor.redact(encoded);
        expect(redacted).toContain(REDACTED);
        expect(redacted.length).toBeLessThanOrEqual(
          encoded.length - Math.floor((Buffer.byteLength(secret) * 4) / 3) + 8,
        );
      }
    }
  });

  it('C5 takes each long line of a PEM out', () => {
    const redactor = createRedactor([PEM]);
    for (const line of PEM.split('\n').filter((one) => one.length >= 8))
      expect(redactor.redact(`> ${line}.`)).toBe(`> ${REDACTED}.`);
    expect(redactor.redact('a short text')).toBe('a short text');
  });

  it('takes a PEM with Windows line ends out line by line', () => {
    const redactor = createRedactor([PEM.replaceAll('\n', '\r\n')]);
    expect(redactor.redact(PEM)).not.toMatch(/MIIEvQ/);
  });

  it.each(['', 'a', '1', 'true', '{', 'prod', 'abcde'])('C4 leaves %j, which is in every text', (secret) => {
    const redactor = createRedactor([secret]);
    expect(redactor.redact('a text: {"prod": true, "n": 1, "abcde": 2}')).toBe(
      'a text: {"prod": true, "n": 1, "abcde": 2}',
    );
    expect(redactor.holds('abcde prod true 1 {')).toBe(false);
  });

  it('takes the longer secret out where one is the beginning of the other', () => {
    const redactor = createRedactor(['secret-1', 'secret-1-and-more']);
    expect(redactor.redact('x secret-1-and-more y secret-1 z')).toBe(`x ${REDACTED} y ${REDACTED} z`);
  });

  it('leaves nothing of two secrets that overlap', () => {
    const redactor = createRedactor(['abcdefgh', 'efghijkl']);
    expect(redactor.redact('x abcdefghijkl y')).not.toMatch(/[a-l]{4}/);
  });

  it('takes signs of a regular expression, and of a replacement, as they are', () => {
    expect(createRedactor(['.*.*.*']).redact('any text')).toBe('any text');
    expect(createRedactor(['(a+)+$b[']).redact('x (a+)+$b[ y')).toBe(`x ${REDACTED} y`);
  });

  it('never lets a form of a secret through, and leaves all else as it is', () => {
    const secret = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (secrets, picks) => {
          const redactor = createRedactor(secrets);
          const forms = secrets.filter((one) => one.trim().length >= 6).flatMap((one) => formsOf(one));
          const text = picks.map((pick) => ` ${forms[pick % Math.max(1, forms.length)] ?? ''} `).join('|');
          const out = redactor.redact(text);
          for (const form of forms.filter((one) => one && !` ${REDACTED} | ${REDACTED}`.includes(one)))
            expect(out).not.toContain(form);
        },
      ),
      { seed: 20261123, numRuns: 500 },
    );
  });
});

describe('learn', () => {
  it('takes a secret out from then on, in every form', () => {
    const redactor = createRedactor(['sk_live_0123456789']);
    const later = 'p4ss"word\\ä & $x';
    expect(redactor.redact(later)).toBe(later);
    expect(redactor.holds(later)).toBe(false);
    redactor.learn(later);
    for (const form of [later, JSON.stringify(later).slice(1, -1), encodeURIComponent(later), base64(later)]) {
      expect(redactor.holds(form)).toBe(true);
      expect(redactor.redact(`before ${form} after`)).not.toContain(form);
    }
    expect(redactor.redact(`a ${later} b sk_live_0123456789 c`)).toBe(`a ${REDACTED} b ${REDACTED} c`);
  });

  it('works where nothing was known before', () => {
    const redactor = createRedactor([]);
    redactor.learn('hunter2hunter2');
    expect(redactor.redact('x hunter2hunter2')).toBe(`x ${REDACTED}`);
  });

  it('takes the longer secret out, too, where it begins like one that is known', () => {
    const redactor = createRedactor(['secret-1']);
    redactor.learn('secret-1-and-more');
    expect(redactor.redact('x secret-1-and-more y secret-1 z')).toBe(`x ${REDACTED} y ${REDACTED} z`);
  });

  it.each(['', 'a', 'true', 'abcde'])('C4 leaves %j, which is in every text', (secret) => {
    const redactor = createRedactor([]);
    redactor.learn(secret);
    expect(redactor.redact('a text: abcde true')).toBe('a text: abcde true');
  });

  it('learns the same secret twice without harm', () => {
    const redactor = createRedactor(['hunter2hunter2']);
    redactor.learn('hunter2hunter2');
    expect(redactor.redact('hunter2hunter2')).toBe(REDACTED);
  });

  it('is the same, for any secrets, as to know them from the first', () => {
    const secrets = fc.array(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 20 }), { maxLength: 4 });
    fc.assert(
      fc.property(secrets, fc.nat(4), fc.array(fc.nat(), { maxLength: 6 }), (all, cut, picks) => {
        const learned = createRedactor(all.slice(0, cut));
        for (const secret of all.slice(cut)) learned.learn(secret);
        const known = createRedactor(all);
        const text = picks.map((pick) => ` ${all[pick % Math.max(1, all.length)] ?? ''} `).join('|');
        expect(learned.redact(text)).toBe(known.redact(text));
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });
});

describe('redactDeep', () => {
  it('redacts every text of a value, keys too, and leaves the value that it got alone', () => {
    const redactor = createRedactor(['s3cr3t-value']);
    const value = { a: ['x s3cr3t-value', 1, null, true], 's3cr3t-value': { b: 's3cr3t-value' } };
    expect(redactDeep(value, redactor)).toEqual({ a: [`x ${REDACTED}`, 1, null, true], [REDACTED]: { b: REDACTED } });
    expect(value.a[0]).toBe('x s3cr3t-value');
  });
});
