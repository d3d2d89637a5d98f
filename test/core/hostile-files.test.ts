import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../core/config/parse.ts';
import { decodeConfiguration } from '../../core/configuration/transport.ts';
import { UserError } from '../../core/errors.ts';
import { parseJsonFile } from '../../core/json-file.ts';
import { findUnresolved } from '../../core/safeguards/view/unresolved.ts';
import { restoreSharedObjects } from '../../core/serverless/shared-objects.ts';
import { composeReferences, parseCompose } from '../../core/service/compose.ts';
import { openConfigurationFiles } from '../../core/service/configuration-files.ts';
import { readServiceDefinition } from '../../core/service/read-definition.ts';
import { openLockfile } from '../../core/source/lockfile.ts';
import { readManifest, readPnpmWorkspace } from '../../core/source/manifest.ts';
import { parseTemplate } from '../../core/stack/retained.ts';
import { skipMark } from '../../core/stage/event.ts';
import { AT_ONCE, processorClock } from '../limits.ts';

const many = (text: string, times: number) => text.repeat(times);
const numbered = (times: number, line: (index: number) => string) =>
  Array.from({ length: times }, (_, i) => line(i)).join('');

/** Files that a reader may take ages, or all of the stack, over, by name. */
const HOSTILE: Readonly<Record<string, string>> = {
  '4,000 aliases in 12 KB': `service: &a x\nlist: [${many('*a, ', 4000)}]\n`,
  '900 aliases beside 8,000 values': `service: &a x\nlist: [${many('*a, ', 900)}]\n${numbered(8000, (i) => `k${i}: v\n`)}`,
  'aliases of aliases': `a0: &a0 [x, x]\n${numbered(40, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}service: x`,
  'merges of merges': `b0: &b0 {k: 1}\n${numbered(900, (i) => `b${i + 1}: &b${i + 1} {<<: *b${i}, k${i}: 1}\n`)}service: x`,
  'a large mapping that is merged often': `b: &b\n${numbered(5000, (i) => `  k${i}: 1\n`)}${numbered(900, (i) => `c${i}: {<<: *b}\n`)}service: x`,
  'a mapping that is merged into itself': 'service: x\na: &a {<<: *a, b: 1}\n',
  'an alias of its own parent': 'service: x\na: &a {b: *a}\n',
  'brackets that nothing closes': `service: x\na: ${many('[', 100_000)}`,
  'brackets in brackets': `service: x\na: ${many('[', 100_000)}${many(']', 100_000)}`,
  'mappings in mappings': `service: x\na: ${many('{a: ', 50_000)}1${many('}', 50_000)}`,
  'lists in lists of one line': `service: x\na:\n ${many('- ', 50_000)}x`,
  'keys in keys': `service: x\n${many('? ', 50_000)}x`,
  'mappings by their indent': `service: x\n${numbered(1000, (i) => `${many(' ', i)}a:\n`)}`,
  'JSON in brackets': `{"service": "x", "a": ${many('[', 100_000)}${many(']', 100_000)}}`,
  'JSON in braces': `{"service": "x", "a": ${many('{"a":', 100_000)}1${many('}', 100_000)}}`,
  colons: `service: x\na: ${many(': ', 50_000)}`,
  'quotes that nothing closes': `service: x\n${many('"\n', 50_000)}`,
  'signs that nothing may begin with': `service: x\n${many('@ % `\n', 50_000)}`,
  '100,000 keys': `service: x\n${numbered(100_000, (i) => `k${i}: v\n`)}`,
  'one key 30,000 times': `service: x\n${many('k: v\n', 30_000)}`,
  '30,000 anchors': `service: x\n${numbered(30_000, (i) => `k${i}: &a${i} v\n`)}`,
  '30,000 tags': `service: x\na: [${many('!x y, ', 30_000)}]`,
  '30,000 documents': `service: x\n${many('---\n', 30_000)}`,
  'a line of a megabyte': `service: x\na: ${many('x', 1_000_000)}`,
  'a number of a megabyte': `service: x\na: ${many('9', 1_000_000)}`,
  blanks: `service: x\na: ${many(' ', 500_000)}b`,
  'empty lines': `service: x\na: >\n  b\n${many('\n', 200_000)}  c`,
  '100,000 variables in each other': `service: x\na: '${many('${a:', 100_000)}x${many('}', 100_000)}'`,
  '8,000 variables in each other, in the name': `service: '${many('${a:', 8000)}x${many('}', 8000)}'`,
  'variables that nothing closes': `service: x\na: '${many('${a:)', 50_000)}'`,
  'brackets of a variable': `service: x\na: '\${a(${many('(', 100_000)}'`,
  'a path of 100,000 steps': `service: x\na: '${many('../', 100_000)}'`,
  'values that lead to themselves': `service: x\ncustom:\n  a: \${self:custom.b}\n  b: \${self:custom.a}\n`,
  'values that double each other': `service: x\ncustom:\n${numbered(60, (i) => `  a${i}: "\${self:custom.a${i + 1}}\${self:custom.a${i + 1}}"\n`)}  a60: xx\n`,
  'mappings that double each other': `service: x\nresources: \${self:custom.a0}\ncustom:\n${numbered(40, (i) => `  a${i}: {Outputs: {x: "\${self:custom.a${i + 1}}", y: "\${self:custom.a${i + 1}}"}}\n`)}  a40: 1\n`,
  'a prototype':
    'service: x\n__proto__: {polluted: 1}\na: {__proto__: {polluted: 1}, constructor: {prototype: {polluted: 1}}}',
  'a NUL': 'service: x\na: "\0"\n',
  'a byte order mark': '\ufeffservice: x\n',
};

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'serverless-stages.yml': (text) => parseConfig(Buffer.from(text)),
  'serverless.yml': (text) =>
    readServiceDefinition(
      { folder: 'api', file: 'serverless.yml', text },
      openConfigurationFiles(async () => undefined),
      (_, address) => address,
    ),
  'serverless-compose.yml': (text) => parseCompose(text, 'serverless-compose.yml'),
  'an included file': (text) =>
    readServiceDefinition(
      { folder: '.', file: 'serverless.yml', text: 'service: x\ncustom: ${file(a.yml)}\n' },
      openConfigurationFiles(async () => text),
      () => undefined,
    ).catch((error) => {
      if (!(error instanceof UserError)) throw error;
    }),
  'pnpm-workspace.yaml': readPnpmWorkspace,
  'package.json': (text) => readManifest(text),
  'package-lock.json': (text) =>
    openLockfile({ name: 'package-lock.json', text })({ folder: '', dependencies: { a: '1' } }),
  'pnpm-lock.yaml': (text) => openLockfile({ name: 'pnpm-lock.yaml', text })({ folder: '', dependencies: { a: '1' } }),
  'yarn.lock': (text) => openLockfile({ name: 'yarn.lock', text })({ folder: '', dependencies: { a: '1' } }),
  "a stack's template": parseTemplate,
};

/** Runs a reader, which may refuse a file with an error that the user can mend; says how long it computed. */
async function timed(read: () => unknown): Promise<{ readonly ms: number; readonly error: UserError | undefined }> {
  const elapsed = processorClock();
  try {
    await read();
    return { ms: elapsed(), error: undefined };
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return { ms: elapsed(), error: error as UserError };
  }
}

describe.each(Object.keys(READERS))('%s', (reader) => {
  it.each(Object.keys(HOSTILE))('ends at once with %s, and where it is refused the error says why', async (name) => {
    const { ms, error } = await timed(() => READERS[reader]?.(HOSTILE[name] ?? ''));
    expect(ms).toBeLessThan(AT_ONCE);
    expect(error?.message ?? '').not.toMatch(/call stack|Excessive alias|undefined/);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('the error of a file that is too much', () => {
  it.each([
    ['4,000 aliases in 12 KB', /more than 1000 aliases/],
    ['aliases of aliases', /values when its aliases are followed/],
    ['a large mapping that is merged often', /values when its aliases are followed/],
    ['brackets in brackets', /more than 100 levels/],
    ['mappings by their indent', /more than 100 levels/],
    ['100,000 keys', /more than 100000 words and signs/],
    ['30,000 anchors', /more than 1000 anchors/],
  ])('says that it has %s', async (name, words) => {
    for (const reader of ['serverless-stages.yml', 'serverless.yml', 'serverless-compose.yml']) {
      const { error } = await timed(() => READERS[reader]?.(HOSTILE[name] ?? ''));
      expect(error?.message, reader).toMatch(words);
    }
  });

  it.each(['100,000 variables in each other', '8,000 variables in each other, in the name'])(
    'says that it has %s',
    async (name) => {
      const { error } = await timed(() => READERS['serverless.yml']?.(HOSTILE[name] ?? ''));
      expect(error).toMatchObject({ code: 'E_SERVICE_CONFIG', message: expect.stringContaining('deeper than 50') });
    },
  );

  it('says where, in a configuration', async () => {
    const { error } = await timed(() => parseConfig(Buffer.from(`version: 1\n# more\na: ${many('[', 200)}`)));
    expect(error).toMatchObject({ code: 'E_CONFIG', position: { line: 3 } });
  });
});

describe('what is no more than usual', () => {
  it('is read: 300 merges of one mapping, 3,000 lines, 40 levels', async () => {
    const text = `x: &base {a: 1, b: 2}\nservice: shop\n${numbered(300, (i) => `c${i}: {<<: *base, d: ${i}}\n`)}${numbered(3000, (i) => `k${i}: v\n`)}${numbered(40, (i) => `${many(' ', i)}a:\n`)}`;
    const files = openConfigurationFiles(async () => undefined);
    const definition = await readServiceDefinition(
      { folder: '.', file: 'serverless.yml', text },
      files,
      () => undefined,
    );
    expect(definition.name).toBe('shop');
  });
});

describe('other texts', () => {
  it('a commit message of a megabyte is looked through at once', async () => {
    for (const part of ['\n', '\n\n', 'a\n', '\n\nskip-check']) {
      const { ms } = await timed(() => skipMark(many(part, 100_000)));
      expect(ms).toBeLessThan(AT_ONCE);
    }
  });

  it('a template full of variables that nothing closes is looked through at once', async () => {
    for (const part of ['${env:', '${file(', '${s3:', '${s3:a/', '${param:x-${AWS::Region']) {
      const { ms } = await timed(() => findUnresolved({ value: `${many(part, 100_000)}}` }, []));
      expect(ms, part).toBeLessThan(AT_ONCE);
    }
  });

  it('a parameter of Compose full of variables that nothing closes is looked through at once', async () => {
    for (const part of ['${a.', '${a', '${a.b']) {
      expect((await timed(() => composeReferences(many(part, 100_000)))).ms).toBeLessThan(AT_ONCE);
    }
  });

  it('a state of a package whose pointers double with each step is refused', async () => {
    const steps = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => {
        const pointer = { $ref: `$["a${i - 1}"]` };
        return [`a${i}`, i === 0 ? { x: 1 } : { x: pointer, y: { ...pointer } }];
      }),
    );
    const { error } = await timed(() => restoreSharedObjects(steps));
    expect(error?.code).toBe('E_PACKAGE_FAILED');
  }, 60_000);

  it('an output of another job that unpacks to a gigabyte is refused', async () => {
    const bomb = `gzip:${gzipSync(Buffer.alloc(256 * 1024 * 1024)).toString('base64')}`;
    const { error, ms } = await timed(() => decodeConfiguration(bomb));
    expect(error?.code).toBe('E_INPUT');
    expect(ms).toBeLessThan(AT_ONCE);
  });

  it('JSON with more than 200 levels is refused, whatever stands in its texts', () => {
    expect(parseJsonFile(`\ufeff{"a": "${many('[', 1000)}\\"{"}`)).toEqual({ a: `${many('[', 1000)}"{` });
    expect(() => parseJsonFile(many('[', 201) + many(']', 201))).toThrow(/200 levels/);
    expect(parseJsonFile(many('[', 200) + many(']', 200))).toHaveLength(1);
  });
});
