import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, circlesOf } from './folder-circles.ts';
import { type Import, importsOf, ROOT, readSource, sourceFiles } from './source-files.ts';

/** Libraries without side effects, which decisions may be made with. */
const PURE_LIBRARIES = [
  'p-limit',
  'valibot',
  'yaml',
  'picomatch',
  'semver',
  'fastest-levenshtein',
  '@yarnpkg/parsers',
  'standardwebhooks',
  'temporal-polyfill',
  'strip-json-comments',
];
/** What a command line and its questions are made with. */
const CLI_LIBRARIES = ['commander', '@clack/prompts'];
const PURE_NODE = ['node:crypto', 'node:path', 'node:path/posix', 'node:zlib'];

type Layer = 'core' | 'stage' | 'open' | 'io' | 'contract' | 'run' | 'main' | 'cli' | 'plugin' | 'wiring';

const FOLDERS = ['core', 'stage', 'io', 'actions', 'cli', 'plugin'].filter((folder) => existsSync(join(ROOT, folder)));
const FILES = FOLDERS.flatMap(sourceFiles);

function layerOf(path: string): Layer {
  const [top, , file] = path.split('/');
  if (path.startsWith('stage/open/')) return 'open';
  if (top !== 'actions') return top as Layer;
  if (path === 'actions/bundle.ts') return 'wiring';
  if (file === 'contract.ts') return 'contract';
  return file === 'main.ts' || file === 'post.ts' ? 'main' : 'run';
}

const actionOf = (path: string) => (path.startsWith('actions/') ? path.split('/')[1] : undefined);
const isLibrary = ({ target }: Import) =>
  !target.startsWith('node:') && !/^(core|stage|io|actions|cli|plugin|scripts|test|dist)\//.test(target);
const isPure = ({ target }: Import) => PURE_LIBRARIES.includes(target) || PURE_NODE.includes(target);
const isCore = ({ target }: Import) => target.startsWith('core/');
const isStage = ({ target }: Import) => target.startsWith('stage/');
const isOpen = ({ target }: Import) => target.startsWith('stage/open/');
const isIo = ({ target }: Import) => target.startsWith('io/');
const isOwn = (path: string, { target }: Import) => actionOf(path) !== undefined && actionOf(target) === actionOf(path);

/** The table of imports in the design: whether a file of a layer may import something. */
const ALLOWED: Record<Layer, (path: string, one: Import) => boolean> = {
  core: (_, one) => isCore(one) || isPure(one),
  // What happens to a stage: types of io alone; its values are put in by stage/open/, which nothing below imports.
  stage: (_, one) => isCore(one) || isPure(one) || (isIo(one) && one.kind === 'type') || (isStage(one) && !isOpen(one)),
  open: (_, one) => isCore(one) || isStage(one) || isIo(one) || isPure(one) || one.target === 'node:timers/promises',
  contract: (_, one) => isCore(one),
  run: (path, one) =>
    isCore(one) ||
    isPure(one) ||
    (isStage(one) && (!isOpen(one) || one.kind === 'type')) ||
    (isIo(one) && one.kind === 'type') ||
    (isOwn(path, one) && layerOf(one.target) !== 'main'),
  io: (_, one) => isCore(one) || isIo(one) || isLibrary(one) || one.target.startsWith('node:'),
  main: (path, one) => isCore(one) || isStage(one) || isIo(one) || isOwn(path, one) || one.target.startsWith('node:'),
  cli: (_, one) =>
    isCore(one) ||
    isStage(one) ||
    isIo(one) ||
    one.target.startsWith('cli/') ||
    /^actions\/[^/]+\/run\.ts$/.test(one.target) ||
    (/^actions\/[^/]+\/contract\.ts$/.test(one.target) && one.kind === 'type') ||
    CLI_LIBRARIES.includes(one.target) ||
    one.target.startsWith('node:'),
  plugin: (_, one) => isCore(one) || isIo(one) || one.target.startsWith('plugin/') || one.target.startsWith('node:'),
  wiring: (_, one) => /^(actions\/[^/]+\/(main|post)|cli\/main|plugin\/plugin)\.ts$/.test(one.target),
};

describe('the imports of a file', () => {
  it.each(FILES)('stay within its layer: %s', (path) => {
    const layer = layerOf(path);
    const wrong = importsOf(path).filter((one) => !ALLOWED[layer](path, one));
    expect(wrong.map(({ target, kind }) => `${layer} may not import ${target} (${kind})`)).toEqual([]);
  });

  it.each(FILES)('are spelt with node: and with the ending .ts, and lead to a file: %s', (path) => {
    for (const { target } of importsOf(path)) {
      expect(builtinModules).not.toContain(target);
      if (/^(core|stage|io|actions|cli|plugin)\//.test(target)) {
        expect(target).toMatch(/\.ts$/);
        expect(existsSync(join(ROOT, target)), target).toBe(true);
      }
    }
  });

  it('are all read by this test: one, several lines, types, exports and import()', () => {
    const text = `import a from '../a.ts';\nimport {\n  b,\n  type C,\n} from "./b.ts";\nimport type { D } from 'd';\nimport 'e';
export * from './f.ts';\nexport type { G } from './g.ts';\nconst h = await import('./h.ts');\ntype I = typeof import('./i.ts');\n// import 'j';\n`;
    expect(importsOf('core/x/y.ts', text).map(({ target, kind }) => `${kind} ${target}`)).toEqual([
      'value core/a.ts',
      'value core/x/b.ts',
      'type d',
      'value e',
      'value core/x/f.ts',
      'type core/x/g.ts',
      'dynamic core/x/h.ts',
      'type core/x/i.ts',
    ]);
  });
});

describe('the folders', () => {
  it.each(['core', 'stage'])('of %s do not import each other in circles', (top) => {
    expect(circlesOf(top)).toEqual([]);
  });

  it('in a circle are found, types and longer ways included', () => {
    const imports = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a'])],
      ['d', new Set(['a'])],
    ]);
    expect(circles(imports)).toEqual([['a', 'b', 'c']]);
  });
});

describe('the layers', () => {
  it.each(sourceFiles('core'))('core has no clock, no environment, no chance and no output of its own: %s', (path) => {
    const code = readSource(path)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '');
    expect(code).not.toMatch(
      /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandom(UUID|Bytes)\b|\bconsole\.|\bfetch\(|\bset(Timeout|Interval)\(/,
    );
  });

  it.each(FILES.filter((path) => ['run', 'contract', 'stage'].includes(layerOf(path))))(
    '%s reads no environment of its own',
    (path) => {
      expect(readSource(path)).not.toMatch(
        /\bprocess\.(env|exit|stdout|stderr|cwd|on|once|kill|platform)\b|\bconsole\./,
      );
    },
  );

  it.each(FILES.filter((path) => layerOf(path) === 'main'))('%s is at most 15 lines of wiring', (path) => {
    const code = readSource(path)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^import [\s\S]*?;$/gm, '');
    expect(code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
  });

  it.each(FILES)('%s has a name that says its topic', (path) => {
    expect(path).not.toMatch(/(^|\/)(utils?|helpers?|common|misc|index)\.ts$/);
  });
});
