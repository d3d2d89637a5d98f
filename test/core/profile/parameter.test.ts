import { describe, expect, it } from 'vitest';
import {
  checkSecretReferences,
  combineParameters,
  type ParameterSources,
  parseParametersSecret,
  type SsmValue,
  ssmReferences,
} from '../../../core/profile/parameter.ts';
import { caught } from '../caught.ts';

const ssm = (name: string, value: string, secure = false): SsmValue => ({ name, value, secure, version: 1 });

function combine(overrides: Partial<ParameterSources> = {}) {
  return combineParameters({
    parameters: {},
    secrets: new Map(),
    referenced: new Map(),
    below: [],
    path: '/workshop/dev/',
    ...overrides,
  });
}

describe('combineParameters', () => {
  it('puts literals, references and what stands below the path together, ordered by name', () => {
    const parameters = combine({
      parameters: { zone: 'z', env: 'dev', key: { ssm: '/shared/key' }, token: { secret: 'TOKEN' } },
      secrets: new Map([['TOKEN', 'from the secret']]),
      referenced: new Map([['/shared/key', ssm('/shared/key', 'from ssm', true)]]),
      below: [ssm('/workshop/dev/host', 'a.example.com')],
    });
    expect(parameters).toEqual([
      { name: 'env', value: 'dev', secret: false, source: 'literal' },
      { name: 'host', value: 'a.example.com', secret: false, source: 'ssm:/workshop/dev/host', version: 1 },
      { name: 'key', value: 'from ssm', secret: true, source: 'ssm:/shared/key', version: 1 },
      { name: 'token', value: 'from the secret', secret: true, source: 'secret:TOKEN' },
      { name: 'zone', value: 'z', secret: false, source: 'literal' },
    ]);
  });

  it('lets an explicit parameter win over one below the path', () => {
    const below = [ssm('/workshop/dev/env', 'from the path', true)];
    expect(combine({ parameters: { env: 'dev' }, below })).toEqual([
      { name: 'env', value: 'dev', secret: false, source: 'literal' },
    ]);
  });

  it('writes numbers and booleans as texts', () => {
    const values = combine({ parameters: { a: 1, b: true, c: 0.5, d: '' } }).map(({ value }) => value);
    expect(values).toEqual(['1', 'true', '0.5', '']);
  });

  it.each(['/workshop/dev', '/workshop/dev/'])('names a parameter by what follows %s', (path) => {
    const names = combine({ path, below: [ssm('/workshop/dev/db/host', 'x')] }).map(({ name }) => name);
    expect(names).toEqual(['db/host']);
  });

  it('C14 leaves the commas and escapes of a StringList as SSM stores them', () => {
    const value = 'a,b\\,c,,"d", e ';
    expect(combine({ below: [ssm('/workshop/dev/list', value)] })[0]?.value).toBe(value);
  });

  it('C15 keeps an odd name that ${param:…} can spell', () => {
    expect(combine({ below: [ssm('/workshop/dev/a.b-c_d/e', 'x')] })[0]?.name).toBe('a.b-c_d/e');
  });

  it.each(['a.b-c_d/é', '1st', 'a b', 'a$b', '-a'])(
    'C15 refuses the name %s, which ${param:…} cannot spell',
    (name) => {
      const error = caught(() => combine({ below: [ssm(`/workshop/dev/${name}`, 'the-value')] }));
      expect(error.code).toBe('E_PARAMETER');
      expect(error.message).toContain(name);
      expect(error.message).not.toContain('the-value');
    },
  );

  it.each(['a\nb\n', 'a\r\nb', ' a ', '\'"$\\`${x}', 'ghadelimiter_x\nEOF\nstage=prod', 'é🚀', 'x'.repeat(8192)])(
    'C1 keeps the value %j byte for byte',
    (value) => {
      expect(combine({ below: [ssm('/workshop/dev/a', value)] })[0]?.value).toBe(value);
    },
  );

  it('C8 orders 10,000 parameters the same, however they come', () => {
    const below = Array.from({ length: 10_000 }, (_, index) => ssm(`/workshop/dev/p${index}`, `${index}`));
    expect(combine({ below: below.toReversed() })).toEqual(combine({ below }));
  });
});

describe('ssmReferences', () => {
  it('lists what references point at, each once', () => {
    const names = ssmReferences({ a: { ssm: '/x' }, b: { ssm: '/x' }, c: { ssm: '/y' }, d: 'z', e: { secret: 'S' } });
    expect([...names].sort()).toEqual(['/x', '/y']);
  });
});

describe('parseParametersSecret', () => {
  it('reads lines of NAME=<JSON string>', () => {
    const secrets = parseParametersSecret('A="one"\r\nB="two=2\\nlines"\n\n_C9="é"\n');
    expect([...secrets]).toEqual([
      ['A', 'one'],
      ['B', 'two=2\nlines'],
      ['_C9', 'é'],
    ]);
  });

  it('reads an empty secret as no entries', () => {
    expect(parseParametersSecret('').size).toBe(0);
  });

  it.each([
    'A=plain-secret',
    'A=7',
    'A={"b":"plain-secret"}',
    'plain-secret',
    '="plain-secret"',
    'A B="plain-secret"',
    'A="plain-secret',
  ])('names the line that it cannot read and never shows it: %s', (line) => {
    const error = caught(() => parseParametersSecret(`FIRST="fine"\n${line}\n`));
    expect(error.code).toBe('E_SECRET_MISSING');
    expect(error.message).toMatch(/\b2\b/);
    expect(error.message).not.toContain('plain-secret');
    expect(String(error.cause ?? '')).not.toContain('plain-secret');
  });
});

describe('checkSecretReferences', () => {
  it('names the parameter and the entry that is missing', () => {
    const check = () => checkSecretReferences({ token: { secret: 'TOKEN' } }, new Map([['TOKE', 'hidden']]));
    const error = caught(check);
    expect(error.code).toBe('E_SECRET_MISSING');
    expect(error.message).toContain('TOKEN');
    expect(error.message).not.toContain('hidden');
  });

  it('is content where every entry is there', () => {
    expect(checkSecretReferences({ token: { secret: 'TOKEN' }, env: 'dev' }, new Map([['TOKEN', '']]))).toBeUndefined();
  });
});
