import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';
import type { UserError } from '../../../core/errors.ts';
import { combineParameters } from '../../../core/profile/parameter.ts';
import { MAX_CONFIG_BYTES } from '../../../core/yaml/source.ts';
import { caught } from '../caught.ts';
import { configOf, replaced, WORKSHOP } from '../sample-config.ts';

const errorOf = (text: string): UserError => caught(() => parseConfig(Buffer.from(text), 'app/serverless-stages.yml'));
const errorWith = (piece: string, replacement: string) => errorOf(replaced(piece, replacement));

describe('parseConfig of the text of a file', () => {
  it.each([
    ['a tab as indentation', 'version: 1\napp: x\nprofiles:\n\tdev: {}\n', 4],
    ['a quote that is not closed', "version: 1\napp: 'x\n", undefined],
    ['a brace that is not closed', 'version: 1\napp: x\nprofiles: { dev: { region: us-east-1 }\n', undefined],
  ])('B1 says where the YAML has %s', (_, text, line) => {
    const error = errorOf(text);
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toMatch(/^app\/serverless-stages\.yml:\d+:\d+: /);
    if (line) expect(error.position).toMatchObject({ line });
  });

  it('B4 has an account id quoted that YAML would make a number of', () => {
    const error = errorWith('      env: dev\n', '      account: 012345678901\n');
    expect(error.message).toMatch(/quot/i);
    expect(error.position).toMatchObject({ line: 8 });
  });

  it.each([
    'no',
    'on',
    'yes',
    'Off',
    '0123',
    '1e3',
    '1.10',
    '0x1F',
    '0o17',
    '+5',
    '1_000',
    '.5',
    '-0',
    '.inf',
    '.nan',
    '12345678901234567890',
    '2026-11-23',
    '12:30:45',
    '111111111111',
    'true',
    '7',
  ])('B4 never hands on another text than the %s that was written', (text) => {
    let config: ReturnType<typeof configOf>;
    try {
      config = configOf(replaced('      env: dev\n', `      env: ${text}\n`));
    } catch (error) {
      expect(String(error)).toMatch(/quot/i);
      return;
    }
    const parameters = { env: config.profiles['dev']?.parameters?.['env'] ?? 'missing' };
    const sources = { parameters, secrets: new Map(), referenced: new Map(), below: [] };
    expect(combineParameters(sources)[0]?.value).toBe(text);
  });

  it.each(['True', 'FALSE'])('B4 does not change the letter case of %s without a word', (text) => {
    const parameters = () => configOf(replaced('      env: dev\n', `      env: ${text}\n`)).profiles['dev']?.parameters;
    expect(caught(parameters).message).toMatch(/quot/i);
  });

  it.each(['', '\n\n', '# only a comment\n', '---\n', '\uFEFF'])(
    'B5 says what belongs into an empty file: %j',
    (text) => {
      const error = errorOf(text);
      expect(error.message).toMatch(/empty/);
      expect(error.message).toContain('version: 1');
    },
  );

  it('B5 reads a file with a byte order mark and Windows line ends', () => {
    expect(configOf(`\uFEFF${WORKSHOP.replaceAll('\n', '\r\n')}`)).toEqual(configOf());
  });

  it.each(['utf16le', 'latin1'] as const)('B5 refuses a file in %s', (encoding) => {
    const error = caught(() => parseConfig(Buffer.from(`\uFEFF# ÄÖ\n${WORKSHOP}`, encoding)));
    expect(error.code).toBe('E_CONFIG_FILE');
    expect(error.message).toContain('UTF-8');
  });

  it('B5 refuses a file of 5 MB', () => {
    expect(MAX_CONFIG_BYTES).toBeLessThan(5_000_000);
    const error = caught(() => parseConfig(Buffer.alloc(5_000_000, '# x\n')));
    expect(error.code).toBe('E_CONFIG_FILE');
  });

  it('B5 does not blow up a file of nested aliases', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items =
        level === 0
          ? '[x, x, x, x, x, x, x, x, x]'
          : `[${Array(9)
              .fill(`*a${level - 1}`)
              .join(', ')}]`;
      return `a${level}: &a${level} ${items}`;
    });
    expect(errorOf(levels.join('\n')).code).toMatch(/^E_CONFIG/);
  });

  it('says where an alias leads nowhere', () => {
    const error = errorWith('      env: dev', '      env: *nowhere');
    expect(error.code).toBe('E_CONFIG');
    expect(error.position).toMatchObject({ line: 8 });
  });

  it.each(['[]', '"text"', '7', '- version: 1'])('refuses a file that is no map: %s', (text) => {
    expect(errorOf(text).code).toBe('E_CONFIG');
  });

  it('A19 shows both lines where one stage is written twice', () => {
    const error = errorWith('  prod: { profile: prod, branch: prod }', '  staging: { profile: prod, branch: prod }');
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toMatch(/\b16\b/);
    expect(error.message).toMatch(/\b15\b/);
  });

  it.each(['a second document', 'nothing'])('refuses a file that goes on behind --- with %s', (rest) => {
    const error = errorWith('services:', `---\n${rest === 'nothing' ? '' : 'services:'}`);
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toMatch(/multiple documents/);
  });

  it.each(['constructor', 'prototype', '__proto__'])('refuses the name %s, which records would leave out', (name) => {
    for (const parent of ['profiles', 'stages', 'services']) {
      const error = errorWith(`${parent}:\n`, `${parent}:\n  ${name}: {}\n`);
      expect(error.code).toBe('E_CONFIG');
      expect(error.message).toContain(`"${name}" cannot be a name`);
    }
  });

  it('takes __proto__ for an unknown key and not for a way into objects', () => {
    const error = errorWith('services:', '__proto__: { polluted: true }\nservices:');
    expect(error.code).toBe('E_CONFIG');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
