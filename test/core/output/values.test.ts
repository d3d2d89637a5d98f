import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputId } from '../../../core/output/names.ts';
import { flattenOutputs, outputNamesOf, readOutput } from '../../../core/output/values.ts';
import { caught } from '../caught.ts';

const SEED = 20261123;
/** A stack's outputs as CloudFormation returns them, from names and values. */
const stack = (values: readonly { name: string; value: unknown }[]): Record<string, string> =>
  Object.fromEntries(values.map(({ name, value }) => [outputId(name), String(value)]));
const deployed = (outputs: Record<string, unknown>) => stack(flattenOutputs(outputs));
const stackOf = (values: Record<string, string>) =>
  stack(Object.entries(values).map(([name, value]) => ({ name, value })));

describe('flattenOutputs', () => {
  it('takes texts as they are', () => {
    expect(flattenOutputs({ url: 'https://x', empty: '' })).toEqual([
      { name: 'url', value: 'https://x' },
      { name: 'empty', value: '' },
    ]);
  });

  it('joins the keys of mappings by dots', () => {
    expect(flattenOutputs({ table: { name: 't', index: { name: 'i' } }, url: 'u' })).toEqual([
      { name: 'table.name', value: 't' },
      { name: 'table.index.name', value: 'i' },
      { name: 'url', value: 'u' },
    ]);
  });

  it('counts the entries of lists from 0', () => {
    expect(flattenOutputs({ list: ['a', { b: 'c' }, ['d']] })).toEqual([
      { name: 'list.0', value: 'a' },
      { name: 'list.1.b', value: 'c' },
      { name: 'list.2.0', value: 'd' },
    ]);
  });

  it.each([
    [true, 'true'],
    [false, 'false'],
    [0, '0'],
    [-1.5, '-1.5'],
    [42, '42'],
  ])('makes a text of %j', (value, text) => {
    expect(flattenOutputs({ a: value, b: [value] })).toEqual([
      { name: 'a', value: text },
      { name: 'b.0', value: text },
    ]);
  });

  it.each([
    { Ref: 'Table' },
    { Condition: 'IsProd' },
    { 'Fn::GetAtt': ['Table', 'Arn'] },
    { 'Fn::Sub': ['${x}', { x: { Ref: 'Table' } }] },
    { 'Fn::If': ['IsProd', 'a', { Ref: 'AWS::NoValue' }] },
    { 'Fn::Sub': ['${a.b}', { 'a.b': null, c: {} }] },
  ])('keeps the function %j whole, wherever it stands', (value) => {
    expect(flattenOutputs({ a: value, b: { c: value }, d: [value] })).toEqual([
      { name: 'a', value },
      { name: 'b.c', value },
      { name: 'd.0', value },
    ]);
  });

  it('takes a mapping with a second key for no function', () => {
    expect(flattenOutputs({ a: { Ref: 'r', other: 'o' } })).toEqual([
      { name: 'a.Ref', value: 'r' },
      { name: 'a.other', value: 'o' },
    ]);
  });

  it('takes a mapping with one key that only looks like a function for none', () => {
    expect(flattenOutputs({ a: { ref: 'r' }, b: { Fn: 'f' } })).toEqual([
      { name: 'a.ref', value: 'r' },
      { name: 'b.Fn', value: 'f' },
    ]);
  });

  it.each([
    ['null', { wrong: null }],
    ['undefined', { wrong: undefined }],
    ['null in a mapping', { a: { wrong: null } }],
    ['null in a list', { wrong: ['x', null] }],
    ['an empty mapping', { wrong: {} }],
    ['an empty mapping in a mapping', { a: { wrong: {} } }],
    ['an empty mapping in a list', { wrong: [{}] }],
    ['an empty list', { wrong: [] }],
    ['a key with a dot', { 'wrong.b': 'x' }],
    ['a key with a dot in a mapping', { a: { 'wrong.b': 'x' } }],
    ['a key with a dot in a list', { a: [{ 'wrong.b': 'x' }] }],
    ['a key that is a dot with a function', { 'wrong.b': { Ref: 'Table' } }],
  ])('refuses %s and names it', (_, outputs) => {
    const error = caught(() => flattenOutputs(outputs));
    expect(error.code).toBe('E_SERVICE_CONFIG');
    expect(error.message).toContain('wrong');
  });
});

describe('readOutput', () => {
  it('reads what the stack itself calls so', () => {
    expect(readOutput({ TableName: 't', Other: 'o' }, ['TableName'])).toBe('t');
  });

  it('reads one value of a mapping or a list', () => {
    const outputs = deployed({ table: { name: 't' }, list: ['a', 'b'] });
    expect(readOutput(outputs, ['table', 'name'])).toBe('t');
    expect(readOutput(outputs, ['list', '1'])).toBe('b');
  });

  it('puts a mapping together again', () => {
    const outputs = deployed({ table: { name: 't', index: { name: 'i', keys: ['a', 'b'] } }, url: 'u' });
    expect(readOutput(outputs, ['table'])).toEqual({ name: 't', index: { name: 'i', keys: ['a', 'b'] } });
    expect(readOutput(outputs, ['table', 'index'])).toEqual({ name: 'i', keys: ['a', 'b'] });
  });

  it('puts a list together again, in its order though it has more than ten entries', () => {
    const list = Array.from({ length: 12 }, (_, index) => `entry ${index}`);
    const shuffled = Object.fromEntries(Object.entries(deployed({ list })).sort());
    expect(readOutput(shuffled, ['list'])).toEqual(list);
  });

  it('puts lists of lists and of mappings together again', () => {
    const list = [['a'], { b: ['c', 'd'] }];
    expect(readOutput(deployed({ list }), ['list'])).toEqual(list);
  });

  it('takes numbers that do not count from 0 for keys of a mapping', () => {
    expect(readOutput(deployed({ years: { '2025': 'a', '2026': 'b' } }), ['years'])).toEqual({
      '2025': 'a',
      '2026': 'b',
    });
  });

  it.each([
    ['a name that is not there', ['no']],
    ['a part of a name', ['tab']],
    ['a part of a key', ['table', 'na']],
    ['a key that is not there', ['table', 'no']],
    ['what is below a text', ['url', 'more']],
    ['what is below a nested text', ['table', 'name', 'more']],
    ['what is below a list', ['list', '2']],
    ['a name in other letters', ['URL']],
    ['a name of every object', ['toString']],
    ['another name of every object', ['constructor', 'name']],
    ['the prototype', ['__proto__']],
    ['a name of every mapping', ['table', 'hasOwnProperty']],
    ['the length of a list', ['list', 'length']],
  ])('finds nothing for %s', (_, path) => {
    const outputs = deployed({ url: 'u', table: { name: 't' }, list: ['a', 'b'] });
    expect(readOutput(outputs, path)).toBeUndefined();
  });

  it('finds nothing in a stack without outputs', () => {
    expect(readOutput({}, ['a'])).toBeUndefined();
  });

  it('reads keys that every object has', () => {
    const outputs = deployed({ a: { constructor: 'c', toString: 's' }, valueOf: 'v' });
    expect(readOutput(outputs, ['a'])).toEqual({ constructor: 'c', toString: 's' });
    expect(readOutput(outputs, ['valueOf'])).toBe('v');
  });

  it('leaves all other objects as they are when a key is __proto__', () => {
    readOutput(stackOf({ 'a.__proto__.changed': 'yes', '__proto__.changed': 'yes' }), ['a']);
    readOutput(stackOf({ 'a.__proto__.changed': 'yes', '__proto__.changed': 'yes' }), ['__proto__']);
    expect(({} as Record<string, unknown>)['changed']).toBeUndefined();
  });

  it.each(['', 'x'.repeat(4096), 'é🚀', ' a\r\n', '{"a":1}', '${param:a}', 'null'])(
    'E25 reads %j byte for byte',
    (value) => {
      const outputs = deployed({ a: value, b: [value] });
      expect(readOutput(outputs, ['a'])).toBe(value);
      expect(readOutput(outputs, ['b'])).toEqual([value]);
    },
  );

  it('gives back what was taken apart, as texts', () => {
    // A number as a key would make a list of a mapping, and CloudFormation's functions are values.
    const key = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter((text) => !/\.|^\d+$|^Ref$|^Condition$|^Fn::|^__proto__$/.test(text));
    const { tree } = fc.letrec<{ tree: unknown; leaf: unknown; list: unknown; mapping: unknown }>((tie) => ({
      leaf: fc.oneof(fc.string({ unit: 'grapheme' }), fc.boolean(), fc.integer()),
      list: fc.array(tie('tree'), { minLength: 1, maxLength: 12 }),
      mapping: fc.dictionary(key, tie('tree'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
      tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('list'), tie('mapping')),
    }));
    const texts = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(texts);
      if (typeof value !== 'object' || value === null) return String(value);
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, texts(one)]));
    };
    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 4, minKeys: 1, noNullPrototype: true }), (outputs) => {
        const all = deployed(outputs);
        for (const [name, value] of Object.entries(outputs)) expect(readOutput(all, [name])).toEqual(texts(value));
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('finds each value that was taken apart by its own path', () => {
    const outputs = { url: 'u', table: { name: 't', keys: ['a', 'b'] }, list: [{ x: 'y' }] };
    for (const { name, value } of flattenOutputs(outputs)) {
      expect(readOutput(deployed(outputs), name.split('.'))).toBe(value);
    }
  });
});

describe('outputNamesOf', () => {
  it('sorts the names', () => {
    expect(outputNamesOf({ TableName: 't', Arn: 'a', Url: 'u' })).toEqual(['Arn', 'TableName', 'Url']);
  });

  it('says names as the service wrote them, not their ids', () => {
    expect(outputNamesOf(deployed({ url: 'u', 'my-table': 't' }))).toEqual(['my-table', 'url']);
  });

  it('has each value of a nested one', () => {
    const names = outputNamesOf(deployed({ url: 'u', table: { name: 't', arn: 'a' }, list: ['x', 'y'] }));
    expect(names).toEqual(expect.arrayContaining(['list.0', 'list.1', 'table.arn', 'table.name', 'url']));
    expect(names).toEqual([...names].sort());
  });

  it('is empty for a stack without outputs', () => {
    expect(outputNamesOf({})).toEqual([]);
  });

  it('has only names that can be read', () => {
    const outputs = deployed({ url: 'u', table: { name: 't', keys: ['a'] } });
    for (const name of outputNamesOf(outputs)) expect(readOutput(outputs, name.split('.'))).toBeDefined();
  });
});
