import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtOf, hashInputs, hashJson, type InputParts } from '../../../core/deploy/inputs.ts';
import type { Parameter } from '../../../core/profile/parameter.ts';
import type { References } from '../../../core/service/references.ts';
import { findReferences } from '../service/found-references.ts';

const SEED = 20261130;

const parameter = (name: string, value: string, secret = false): Parameter => ({
  name,
  value,
  secret,
  source: secret ? `ssm:/shop/${name}` : 'literal',
});
const reads = (rest: Partial<References> = {}): References => ({ ...findReferences({}), ...rest });
const hash = (rest: Partial<InputParts> = {}) =>
  hashInputs({
    reads: reads({ params: ['endpoint', 'key'] }),
    parameters: [
      parameter('endpoint', 'https://example.com'),
      parameter('key', 'hunter2', true),
      parameter('other', 'x'),
    ],
    exportEnv: [],
    outputs: [{ address: 'shop-database.tableName', value: 'table-1' }],
    cli: { product: 'osls', version: '4.3.1' },
    nodeVersion: 'v24.1.0',
    salt: 'shop',
    ...rest,
  });
/** Which of the hashes a change changes. */
function changed(before: Partial<InputParts>, after: Partial<InputParts>): string[] {
  const [one, other] = [hash(before), hash(after)];
  return (Object.keys(one) as (keyof typeof one)[]).filter((key) => one[key] !== other[key]);
}

describe('hashInputs', () => {
  it('gives three short hashes, the same each time', () => {
    const found = hash();
    expect(Object.keys(found).sort()).toEqual(['outputs', 'parameters', 'tools']);
    for (const each of Object.values(found)) expect(each).toMatch(/^[0-9a-f]{32}$/);
    expect(hash()).toEqual(found);
  });

  it('gives hashes without anything read, too', () => {
    const nothing = { reads: reads(), parameters: [], outputs: [] };
    for (const each of Object.values(hash(nothing))) expect(each).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('the hash of parameters', () => {
  const all = (...made: Parameter[]) => ({ parameters: made, reads: reads({ params: made.map(({ name }) => name) }) });

  it.each([
    ['a value', [parameter('a', '1')], [parameter('a', '2')]],
    ['a value by a blank at its end', [parameter('a', '1')], [parameter('a', '1 ')]],
    ['the value of a secret', [parameter('a', '1', true)], [parameter('a', '2', true)]],
    ['a name', [parameter('a', '1')], [parameter('b', '1')]],
    [
      'values that change places',
      [parameter('a', '1'), parameter('b', '2')],
      [parameter('a', '2'), parameter('b', '1')],
    ],
    [
      'secrets that change places',
      [parameter('a', 'x', true), parameter('b', 'y', true)],
      [parameter('a', 'y', true), parameter('b', 'x', true)],
    ],
    ['a sign that moves from name to value', [parameter('a', '=b')], [parameter('a=', 'b')]],
  ])('changes, and it alone, with %s', (_, before, after) => {
    expect(changed(all(...before), all(...after))).toEqual(['parameters']);
  });

  it('does not change with parameters that are not read', () => {
    const made = (other: string) => ({
      ...all(parameter('a', '1')),
      parameters: [parameter('a', '1'), parameter('b', other)],
    });
    expect(changed(made('1'), made('2'))).toEqual([]);
    expect(changed(made('1'), all(parameter('a', '1')))).toEqual([]);
  });

  it('does not change with secrets that are not read', () => {
    const made = (other: string) => ({
      parameters: [parameter('a', '1'), parameter('b', other, true)],
      reads: reads({ params: ['a'] }),
    });
    expect(changed(made('one secret'), made('another secret'))).toEqual([]);
  });

  it('changes with any of them where any may be read', () => {
    const made = (other: string) => ({
      parameters: [parameter('a', '1'), parameter('b', other)],
      reads: reads({ anyParam: true }),
    });
    expect(changed(made('1'), made('2'))).toEqual(['parameters']);
  });

  it('changes with those that every command gets as variables', () => {
    const made = (value: string, exportEnv = ['b']) => ({
      parameters: [parameter('a', '1'), parameter('b', value), parameter('c', value)],
      reads: reads({ params: ['a'] }),
      exportEnv,
    });
    expect(changed(made('1'), made('2'))).toEqual(['parameters']);
    expect(changed(made('1', []), made('2', []))).toEqual([]);
  });

  it('changes with one that is read and appears, or goes', () => {
    const made = (...parameters: Parameter[]) => ({ parameters, reads: reads({ params: ['a', 'b'] }) });
    expect(changed(made(parameter('a', '1')), made(parameter('a', '1'), parameter('b', '')))).toEqual(['parameters']);
  });

  it.each(['constructor', '__proto__', 'toString'])('knows a parameter named %s', (name) => {
    expect(changed(all(parameter(name, '1')), all(parameter(name, '2')))).toEqual(['parameters']);
  });

  it('is the same in any order, wherever a value comes from', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(names, fc.array(fc.string(), { minLength: 6, maxLength: 6 }), fc.nat(6), (made, values, turn) => {
        const parameters = made.map((name, index) => parameter(name, values[index] ?? ''));
        const turned = [...parameters.slice(turn), ...parameters.slice(0, turn)].map((each) => ({
          ...each,
          source: 'x',
        }));
        const read = made.toReversed();
        expect(hash({ parameters: turned, reads: reads({ params: read }) })).toEqual(hash(all(...parameters)));
      }),
      { seed: SEED },
    );
  });
});

describe('a secret', () => {
  const VALUE = 'hunter2';
  const secret = (name: string, value: string, salt = 'shop') =>
    hash({ parameters: [parameter(name, value, true)], reads: reads({ params: [name] }), salt }).parameters;

  it('is not told by plain SHA-256 of anything that is known beside it', () => {
    const found = secret('key', VALUE);
    const digests = ['hex', 'base64'] as const;
    const plain = [VALUE, `key=${VALUE}`, `key:${VALUE}`, `key ${VALUE}`, `key\0${VALUE}`, `key\n${VALUE}`];
    const salted = plain.flatMap((each) =>
      ['', ' ', ':', '\0', '\n'].flatMap((gap) => [`shop${gap}${each}`, `${each}${gap}shop`]),
    );
    const texts = [...plain, ...salted];
    const once = digests.flatMap((form) => texts.map((each) => createHash('sha256').update(each).digest(form)));
    const keyed = digests.flatMap((form) =>
      texts.map((each) => createHmac('sha256', 'shop').update(each).digest(form)),
    );
    const cut = [...once, ...keyed].map((each) => each.slice(0, 32));
    const values = [...texts, ...once, ...keyed, ...cut];
    const shapes = (value: string) => [
      value,
      [value],
      { key: value },
      ['key', value],
      [['key', value]],
      [{ name: 'key', value }],
      [{ name: 'key', value, secret: true }],
      { key: { value, secret: true } },
      { key: { value } },
      [`key=${value}`],
      [`key ${value}`],
    ];
    const guesses = new Set([...cut, ...values.flatMap((value) => shapes(value).map(hashJson))]);
    expect(guesses.size).toBeGreaterThan(3000);
    expect(guesses).not.toContain(found);
  });

  it('costs whoever guesses it far more than a hash: a try takes over a millisecond', () => {
    const begin = performance.now();
    for (let index = 0; index < 20; index++) secret('key', `guess ${index}`);
    expect((performance.now() - begin) / 20).toBeGreaterThan(1);
  });

  it('has another hash in another application, where a value that is none has the same', () => {
    expect(secret('key', VALUE, 'shop')).not.toBe(secret('key', VALUE, 'blog'));
    const open = { parameters: [parameter('key', VALUE)], reads: reads({ params: ['key'] }) };
    expect(hash({ ...open, salt: 'shop' }).parameters).toBe(hash({ ...open, salt: 'blog' }).parameters);
  });

  it('has the same hash each time in one application', () => {
    expect(secret('key', VALUE)).toBe(secret('key', VALUE));
  });
});

describe('the hash of outputs', () => {
  const read = (...values: [string, unknown][]) => ({
    outputs: values.map(([address, value]) => ({ address, value })),
  });

  it.each<[string, [string, unknown][], [string, unknown][]]>([
    ['a value', [['a.b', 'x']], [['a.b', 'y']]],
    ['an address', [['a.b', 'x']], [['a.c', 'x']]],
    [
      'one more',
      [['a.b', 'x']],
      [
        ['a.b', 'x'],
        ['a.c', 'x'],
      ],
    ],
    ['a number that was a text', [['a.b', '1']], [['a.b', 1]]],
    ['something inside', [['a.b', { c: ['x'] }]], [['a.b', { c: ['y'] }]]],
    ['a list in another order', [['a.b', ['x', 'y']]], [['a.b', ['y', 'x']]]],
    ['one that is missing', [['a.b', 'x']], [['a.b', undefined]]],
  ])('changes, and it alone, with %s', (_, before, after) => {
    expect(changed(read(...before), read(...after))).toEqual(['outputs']);
  });

  it('is the same in any order', () => {
    expect(changed(read(['a.b', 'x'], ['c.d', 'y']), read(['c.d', 'y'], ['a.b', 'x']))).toEqual([]);
  });

  it('is the same in any order of the keys of a value: CloudFormation promises none', () => {
    expect(changed(read(['a.b', { x: 1, y: 2 }]), read(['a.b', { y: 2, x: 1 }]))).toEqual([]);
  });
});

describe('the hash of tools', () => {
  const osls = (version: string) => ({ cli: { product: 'osls', version } }) as const;

  it('changes, and it alone, with the product, its version, and Node', () => {
    expect(changed(osls('4.3.1'), osls('4.3.2'))).toEqual(['tools']);
    expect(changed(osls('4.3.1'), { cli: { product: 'serverless', version: '4.3.1' } })).toEqual(['tools']);
    expect(changed({ nodeVersion: 'v24.1.0' }, { nodeVersion: 'v22.1.0' })).toEqual(['tools']);
  });
});

describe('hashJson', () => {
  it('is the beginning of a SHA-256, in hex', () => {
    expect(hashJson({ a: [1, 'x', null, true] })).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tells plain values apart, and no others', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const canonical = (of: unknown): unknown =>
      Array.isArray(of)
        ? of.map(canonical)
        : of !== null && typeof of === 'object'
          ? [
              'object',
              ...Object.entries(of)
                .map(([key, inner]) => [key, canonical(inner)])
                .sort(),
            ]
          : of;
    fc.assert(
      fc.property(value, value, (a, b) => {
        const same = JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
        expect(hashJson(a) === hashJson(b)).toBe(same);
        expect(hashJson(JSON.parse(JSON.stringify(a)))).toBe(hashJson(a));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('doubtOf', () => {
  const doubt = (text: string, rest: Partial<Parameters<typeof doubtOf>[0]> = {}) =>
    doubtOf({ isProgram: false, triggers: [], reads: findReferences(text), ...rest });

  it.each([
    '',
    '${param:a} ${param:database.tableName}',
    '${output:shop-database.tableName}',
    '${sls:stage}',
    '${file(./a.yml):b}',
    '${self:custom.a}',
    '${param:${sls:stage}}',
  ])('is none where all is known: %s', (text) => {
    expect(doubt(text)).toBeUndefined();
    expect(doubt(text, { triggers: ['shared/**'] })).toBeUndefined();
  });

  it.each(['ssm', 's3', 'aws', 'git', 'env', 'myPlugin'])('names ${%s}', (source) => {
    expect(doubt(`\${${source}:x}`)).toContain(`\${${source}}`);
  });

  it('says what is read as people write it', () => {
    expect(doubt('${ssm:/a}')).toBe('it reads ${ssm}, whose values are not known before');
    expect(doubt('${ssm:/a} ${env:B}')).toMatch(/\$\{env\}.*\$\{ssm\}/);
    expect(doubt('${file(./a.js):b}')).toContain('./a.js');
  });

  it('names a program, and triggers that always count', () => {
    expect(doubt('', { isProgram: true })).toContain('program');
    expect(doubt('', { triggers: 'always' })).toContain('triggers: always');
  });
});
