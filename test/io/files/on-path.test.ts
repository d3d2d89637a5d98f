import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOnPath } from '../../../io/files/on-path.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'on path-'));
  for (const folder of ['first', 'second', 'text', 'folders/pnpm', 'links'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const program of ['first/pnpm', 'second/pnpm', 'second/yarn']) {
    writeFileSync(join(root, program), '#!/bin/sh\n');
    chmodSync(join(root, program), 0o755);
  }
  writeFileSync(join(root, 'text/yarn'), 'not a program');
  symlinkSync(join(root, 'second/yarn'), join(root, 'links/yarn'));
  symlinkSync(join(root, 'gone'), join(root, 'links/pnpm'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const find = (name: string, ...folders: readonly string[]) =>
  findOnPath(name, folders.map((folder) => (folder === '' ? '' : join(root, folder))).join(delimiter));
const at = (path: string) => join(root, path);

describe('a program', () => {
  it('is found in the first folder of PATH that has it', async () => {
    expect(await find('pnpm', 'first', 'second')).toBe(at('first/pnpm'));
    expect(await find('pnpm', 'second', 'first')).toBe(at('second/pnpm'));
    expect(await find('yarn', 'first', 'second')).toBe(at('second/yarn'));
  });

  it('is found through a link that leads to one, and not through one that leads nowhere', async () => {
    expect(await find('yarn', 'links')).toBe(at('links/yarn'));
    expect(await find('pnpm', 'links', 'second')).toBe(at('second/pnpm'));
  });

  it('is not a file that cannot be run', async () => {
    expect(await find('yarn', 'text', 'second')).toBe(at('second/yarn'));
    expect(await find('yarn', 'text')).toBeUndefined();
  });

  it('is not a folder of its name', async () => {
    expect(await find('pnpm', 'folders', 'second')).toBe(at('second/pnpm'));
    expect(await find('pnpm', 'folders')).toBeUndefined();
  });

  it('is not there where no folder of PATH has it', async () => {
    expect(await find('bun', 'first', 'gone', 'second')).toBeUndefined();
    expect(await find('bun')).toBeUndefined();
  });

  it('is not looked for in the current folder because PATH has an empty part', async () => {
    expect(await find('package.json', '', '')).toBeUndefined();
  });
});
