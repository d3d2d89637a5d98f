import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeJson, encodeJson, MAX_PLAIN_BYTES } from '../../core/transport.ts';

const long = (bytes: number) => 'x'.repeat(bytes - 2);

describe('encodeJson', () => {
  it('writes JSON up to 100 KiB as it is', () => {
    expect(MAX_PLAIN_BYTES).toBe(102_400);
    expect(encodeJson({ a: [1, 'é'] })).toBe('{"a":[1,"é"]}');
    expect(encodeJson(long(MAX_PLAIN_BYTES))).toBe(JSON.stringify(long(MAX_PLAIN_BYTES)));
  });

  it('writes longer JSON as gzip and base64', () => {
    const text = encodeJson(long(MAX_PLAIN_BYTES + 1));
    expect(text).toMatch(/^gzip:[A-Za-z0-9+/]+=*$/);
    expect(gunzipSync(Buffer.from(text.slice(5), 'base64')).toString()).toBe(JSON.stringify(long(MAX_PLAIN_BYTES + 1)));
    expect(Buffer.byteLength(text)).toBeLessThan(131_071);
  });

  it('counts bytes and not characters', () => {
    expect(encodeJson('é'.repeat(MAX_PLAIN_BYTES / 2))).toMatch(/^gzip:/);
  });
});

describe('decodeJson', () => {
  it('reads what encodeJson wrote, short or long', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, isLong) => {
        const whole = isLong ? [value, 'x'.repeat(MAX_PLAIN_BYTES)] : value;
        expect(decodeJson(encodeJson(whole))).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it.each(['', '{', 'undefined', 'gzip:', 'gzip:%%%', 'gzip:AAAA', `gzip:${gzipSync('{').toString('base64')}`])(
    'refuses %j',
    (text) => {
      expect(() => decodeJson(text)).toThrow();
    },
  );
});
