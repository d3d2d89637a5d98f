import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wantedNodeVersion } from '../../../core/source/node-version.ts';

type Files = Readonly<Record<string, string>>;

/** Asks for the version in a repository with these files (by path from its root); `asked` collects what was read. */
function wanted(files: Files, prefix = '', asked: string[] = []): Promise<string | undefined> {
  const read = async (path: string) => {
    const name = posix.join(prefix, path);
    asked.push(name);
    return files[name];
  };
  return wantedNodeVersion(read, prefix);
}
const packageJson = (value: object) => ({ 'package.json': JSON.stringify(value) });
const devEngines = (runtime: unknown) => packageJson({ devEngines: { runtime } });

describe('the version of Node.js', () => {
  it.each<[what: string, files: Files, version: string]>([
    ['.nvmrc', { '.nvmrc': '22.11.0\n' }, '22.11.0'],
    ['.nvmrc with a v', { '.nvmrc': 'v22.11.0' }, '22.11.0'],
    ['.nvmrc with a line code', { '.nvmrc': 'lts/jod\n' }, 'lts/jod'],
    ['.nvmrc with the newest long-term version', { '.nvmrc': 'lts/*\r\n' }, 'lts/*'],
    ['.nvmrc with comments and empty lines', { '.nvmrc': '# ours\n\n  22 # for now\n' }, '22'],
    ['.node-version', { '.node-version': '20.19.0\n' }, '20.19.0'],
    ['volta', packageJson({ volta: { node: '20.19.0' } }), '20.19.0'],
    ['devEngines', devEngines({ name: 'node', version: '^22.11.0' }), '^22.11.0'],
    ['devEngines with several', devEngines([{ name: 'bun' }, { name: 'node', version: '>=22' }]), '>=22'],
    ['engines', packageJson({ engines: { node: '>=20 <23 || ^24.1' } }), '>=20 <23 || ^24.1'],
    ['engines with a wildcard', packageJson({ engines: { node: '22.x' } }), '22.x'],
  ])('is what %s says', async (_what, files, version) => {
    expect(await wanted(files)).toBe(version);
  });

  it('is what the first of .nvmrc, .node-version, volta, devEngines and engines says', async () => {
    const sources = [
      { '.nvmrc': '24' },
      { '.node-version': '23' },
      packageJson({ volta: { node: '22' }, devEngines: { runtime: { name: 'node', version: '21' } } }),
      packageJson({ devEngines: { runtime: { name: 'node', version: '21' } }, engines: { node: '20' } }),
      packageJson({ engines: { node: '20' } }),
    ];
    for (const [index, expected] of ['24', '23', '22', '21', '20'].entries()) {
      const files = Object.assign({}, ...sources.slice(index).toReversed());
      expect(await wanted(files)).toBe(expected);
    }
  });

  it('is what the nearest folder says, whatever stands above it', async () => {
    const files = { '.nvmrc': '24', 'apps/shop/package.json': '{"engines":{"node":"22"}}', 'apps/.node-version': '20' };
    expect(await wanted(files, 'apps/shop')).toBe('22');
    expect(await wanted(files, 'apps/other')).toBe('20');
    expect(await wanted(files, 'web/deep/down')).toBe('24');
    expect(await wanted(files)).toBe('24');
  });

  it('is what the folder above says where package.json asks for none, or for another program alone', async () => {
    const files = {
      '.nvmrc': '24',
      'a/package.json': '{"engines":{"npm":">=10"}}',
      'b/package.json': '{"devEngines":{"runtime":{"name":"bun","version":"1"}}}',
      'c/package.json': '{',
    };
    for (const folder of ['a', 'b', 'c']) expect(await wanted(files, folder)).toBe('24');
  });

  it('is looked for no higher than the repository’s root', async () => {
    const asked: string[] = [];
    expect(await wanted({}, 'apps/shop', asked)).toBeUndefined();
    expect(asked).toContain('.nvmrc');
    expect(asked.filter((path) => path.startsWith('..'))).toEqual([]);
  });

  it.each<[what: string, files: Files]>([
    ['nothing says it', {}],
    ['the file is empty', { '.nvmrc': '\n' }],
    ['it is a command', { '.nvmrc': '$(curl evil)\n' }],
    ['it would add an output', { '.nvmrc': '22%0Astage=prod\n' }],
    ['it is no text', packageJson({ engines: { node: 22 } })],
    ['package.json is null', { 'package.json': 'null' }],
  ])('is none where %s', async (_what, files) => {
    expect(await wanted(files)).toBeUndefined();
  });
});
