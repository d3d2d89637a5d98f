import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isSameCode, parseExpectedCode } from '../../core/deploy/same-code.ts';
import { foreignRecord } from '../../core/foreign-record.ts';
import { parsePluginContext } from '../../core/output/plugin-context.ts';

const NAMES = ['constructor', 'prototype', '__proto__', 'toString', 'a'];
const textOf = (value: unknown) =>
  `{${NAMES.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;

describe('foreignRecord', () => {
  it('keeps every name', () => {
    const read = v.parse(foreignRecord(v.number()), JSON.parse(textOf(1)));
    expect(Object.entries(read).sort()).toEqual(NAMES.map((name) => [name, 1]).sort());
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it.each([[[]], [null], ['text'], [{ a: 'no number' }], [JSON.parse('{"__proto__":"no number"}')]])(
    'takes no %j',
    (value) => {
      expect(v.safeParse(foreignRecord(v.number()), value).success).toBe(false);
    },
  );
});

describe('what others name', () => {
  it('is known in the code that a stage is to have', () => {
    const expected = parseExpectedCode(`{"stage":"staging","level":"required","services":${textOf(['hash'])}}`);
    for (const name of NAMES) {
      expect(isSameCode(expected, name, 'hash')).toBe(true);
      expect(isSameCode(expected, name, 'other')).toBe(false);
    }
  });

  it('is known in what the plugin is told', () => {
    const reader = { app: 'app', stage: 'dev', kind: 'configured', region: 'us-east-1', accounts: {} };
    const context = `{"schemaVersion":1,"reader":${JSON.stringify(reader)},"resolved":{},"stacks":${textOf('x-dev')}}`;
    expect(Object.keys(parsePluginContext(context).stacks).sort()).toEqual([...NAMES].sort());
  });
});
