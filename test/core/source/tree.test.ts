import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashLines } from '../../../core/source/hash.ts';
import { folderOf, foldersUpwards, pathsBeginning, pathsBelow, sourceTree } from '../../../core/source/tree.ts';

const SEED = 20261126;
const ids = (paths: readonly string[]) => new Map(paths.map((path) => [path, `100644 ${path}`]));
const tree = (...paths: string[]) => sourceTree(ids(paths));
const sorted = (paths: readonly string[]) => [...paths].sort();

/** Names with the signs that stand before and behind a slash in order, and signs of other languages. */
const name = fc.string({
  unit: fc.constantFrom('a', 'b', '-', '.', '0', '!', ' ', 'é', '\u{1F600}', '￿'),
  minLength: 1,
  maxLength: 3,
});
const paths = fc
  .uniqueArray(
    fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
    { maxLength: 30 },
  )
  .filter((all) => all.every((path) => path.split('/').every((part) => part !== '.' && part !== '..')));

describe('sourceTree', () => {
  it('keeps the object ids, and gives the paths in order', () => {
    const { files, paths: ordered } = tree('b/x', 'a', 'b-c/x', 'b/a');
    expect(files.get('b/x')).toBe('100644 b/x');
    expect(files.size).toBe(4);
    expect(ordered).toHaveLength(4);
    expect(ordered.indexOf('b/a') - ordered.indexOf('b/x')).toBe(-1);
  });

  it.each([
    'node_modules/a/index.js',
    'api/node_modules/a/index.js',
    'a/b/c/node_modules/.bin/x',
    '.serverless/state.json',
    'api/.serverless/api.zip',
  ])('leaves out what is made from sources: %s', (path) => {
    const { files, paths: ordered } = tree(path, 'api/serverless.yml');
    expect([...files.keys()]).toEqual(['api/serverless.yml']);
    expect(ordered).toEqual(['api/serverless.yml']);
  });

  it.each(['my-node_modules/a', 'node_modules.txt', 'api/.serverless-old/x', 'serverless/x', 'dist/x', '.env'])(
    'keeps %s',
    (path) => {
      expect(tree(path).paths).toEqual([path]);
    },
  );

  it('leaves the map that it is made of as it is', () => {
    const files = ids(['b', 'node_modules/a']);
    sourceTree(files);
    expect([...files.keys()]).toEqual(['b', 'node_modules/a']);
  });

  it('is empty without files', () => {
    const none = tree();
    expect(none.paths).toEqual([]);
    expect(pathsBelow(none, '')).toEqual([]);
    expect(pathsBelow(none, 'a')).toEqual([]);
    expect(pathsBeginning(none, '')).toEqual([]);
  });
});

describe('pathsBelow', () => {
  const some = tree('api', 'api-old/x', 'api.ts', 'api/a', 'api/b/c', 'api0/x', 'apis/x', 'z/api/x');

  it('are those in a folder, and in folders below', () => {
    expect(pathsBelow(some, 'api')).toEqual(['api/a', 'api/b/c']);
    expect(pathsBelow(some, 'api/b')).toEqual(['api/b/c']);
  });

  it('are all of the root', () => {
    expect(sorted(pathsBelow(some, ''))).toEqual(sorted(some.paths));
  });

  it.each(['ap', 'api/a', 'nothing', 'zz', '!'])('are none of %s, which is no folder', (folder) => {
    expect(pathsBelow(some, folder)).toEqual([]);
  });

  it('are what looking at all paths would give, in any order of the files', () => {
    fc.assert(
      fc.property(paths, fc.array(name, { maxLength: 2 }), fc.nat(), (all, parts, pick) => {
        const folders = [parts.join('/'), folderOf(all[pick % Math.max(all.length, 1)] ?? '')];
        for (const folder of folders) {
          const expected = all.filter((path) => folder === '' || path.startsWith(`${folder}/`));
          expect(sorted(pathsBelow(tree(...all), folder))).toEqual(sorted(expected));
          expect(pathsBelow(tree(...all.toReversed()), folder)).toEqual(pathsBelow(tree(...all), folder));
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('pathsBeginning', () => {
  it('are those that begin with a text, a folder or not', () => {
    const some = tree('api', 'api-old/x', 'api/a', 'b/api');
    expect(sorted(pathsBeginning(some, 'api'))).toEqual(['api', 'api-old/x', 'api/a']);
    expect(pathsBeginning(some, 'api-')).toEqual(['api-old/x']);
    expect(pathsBeginning(some, 'c')).toEqual([]);
  });

  it('are what looking at all paths would give', () => {
    fc.assert(
      fc.property(
        paths,
        fc.string({ unit: fc.constantFrom('a', '-', '/', '.', 'é', '￿'), maxLength: 4 }),
        (all, text) => {
          const expected = all.filter((path) => path.startsWith(text));
          expect(sorted(pathsBeginning(tree(...all), text))).toEqual(sorted(expected));
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('folders', () => {
  it.each([
    ['a', ''],
    ['a/b', 'a'],
    ['a/b/c.ts', 'a/b'],
  ])('of %s is "%s"', (path, folder) => {
    expect(folderOf(path)).toBe(folder);
  });

  it.each([
    ['', ['']],
    ['a', ['a', '']],
    ['a/b/c', ['a/b/c', 'a/b', 'a', '']],
  ])('from "%s" upwards end with the root', (folder, all) => {
    expect(foldersUpwards(folder)).toEqual(all);
  });
});

describe('hashLines', () => {
  it('is the same in any order of the lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(), (lines, turn) => {
        const at = turn % (lines.length + 1);
        expect(hashLines([...lines.slice(at), ...lines.slice(0, at)])).toBe(hashLines(lines));
        expect(hashLines(lines.toReversed())).toBe(hashLines(lines));
      }),
      { seed: SEED },
    );
  });

  it('is SHA-256 in hex, and leaves the lines as they are', () => {
    const lines = ['b', 'a'];
    expect(hashLines(lines)).toMatch(/^[0-9a-f]{64}$/);
    expect(lines).toEqual(['b', 'a']);
  });

  it.each([
    [['a'], ['b']],
    [[], ['']],
    [['a'], ['a', '']],
    [['a'], ['a', 'a']],
    [['ab'], ['a', 'b']],
    [['a\0b'], ['a', 'b']],
  ])('tells %j from %j', (one, other) => {
    expect(hashLines(one)).not.toBe(hashLines(other));
  });
});
