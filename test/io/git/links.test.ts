import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type ServiceSource, type SourcedService, sourcesOf } from '../../../core/source/service-source.ts';
import type { SourceReader } from '../../../core/source/tree.ts';
import { openRepository, type Repository } from '../../../io/git/repository.ts';
import { findReferences } from '../../core/service/found-references.ts';
import { type Files, writeFiles } from '../../world/repository.ts';

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Workshop',
  GIT_AUTHOR_EMAIL: 'workshop@example.com',
  GIT_COMMITTER_NAME: 'Workshop',
  GIT_COMMITTER_EMAIL: 'workshop@example.com',
};

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'links-')));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(temporary, 'folder-'));

function git(folder: string, ...args: string[]): string {
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe'];
  const all = ['-c', 'protocol.file.allow=always', ...args];
  return execFileSync('git', all, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8', stdio }).trim();
}

function commit(folder: string, files: Files = {}): string {
  writeFiles(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Change');
  return git(folder, 'rev-parse', 'HEAD');
}

function newRepository(files: Files): string {
  const folder = newFolder();
  git(folder, 'init', '--quiet', '--initial-branch=master');
  commit(folder, files);
  return folder;
}

const service = (key: string, rest: Partial<SourcedService> = {}): SourcedService => ({
  key,
  path: key,
  triggers: [],
  hasCode: true,
  includes: [],
  reads: findReferences({}),
  ...rest,
});
const SERVICES = [service('api'), service('tasks'), service('orders')];

type Sources = Record<string, ServiceSource>;
async function told(
  folder: string,
  open: (repository: Repository) => Promise<SourceReader | undefined>,
): Promise<Sources> {
  const repository = (await openRepository(folder)) ?? expect.fail(`${folder} is in no repository`);
  try {
    const reader = (await open(repository)) ?? expect.fail('The commit is not there');
    return Object.fromEntries(await sourcesOf(reader, SERVICES, ''));
  } finally {
    repository.close();
  }
}
const inWorkTree = (folder: string) => told(folder, (repository) => repository.workTree());
const atHead = (folder: string) => told(folder, (repository) => repository.atCommit(repository.head));

const differing = (before: Sources, after: Sources) =>
  Object.keys(before).filter((key) => before[key]?.hash !== after[key]?.hash);

/** Keys of the services that a change is one of; it is the same before and after it is committed. */
async function changedBy(folder: string, files: Files): Promise<string[]> {
  const before = await atHead(folder);
  expect(await inWorkTree(folder)).toEqual(before);
  writeFiles(folder, files);
  const dirty = await inWorkTree(folder);
  expect(await atHead(folder)).toEqual(before);
  commit(folder);
  expect(await atHead(folder)).toEqual(dirty);
  expect(await inWorkTree(folder)).toEqual(dirty);
  return differing(before, dirty);
}

const FILES: Files = {
  '.gitignore': '*.log\n',
  'api/serverless.yml': 'service: api\n',
  'api/handler.ts': 'export const main = 1;\n',
  'tasks/serverless.yml': 'service: tasks\n',
  'real/orders/serverless.yml': 'service: orders\n',
  'real/orders/deep/x.ts': 'x\n',
  orders: { link: 'real/orders' },
  'shared/a.ts': 'a\n',
  'shared/deep/größe\n.ts': 'b\n',
  'other/c.ts': 'c\n',
};

describe('a symbolic link in a repository', () => {
  it.each<[string, Files, Files, string[]]>([
    ['a file', { 'api/a.ts': { link: '../shared/a.ts' } }, { 'shared/a.ts': 'changed\n' }, ['api']],
    ['a file, and another changes', { 'api/a.ts': { link: '../shared/a.ts' } }, { 'other/c.ts': 'changed\n' }, []],
    ['a folder', { 'api/lib': { link: '../shared' } }, { 'shared/deep/größe\n.ts': 'changed\n' }, ['api']],
    ['a folder that gets a file', { 'api/lib': { link: '../shared/' } }, { 'shared/deep/new.ts': '' }, ['api']],
    ['a folder that gets a file that git ignores', { 'api/lib': { link: '../shared' } }, { 'shared/x.log': 'x' }, []],
    ['a folder that loses a file', { 'api/lib': { link: '../shared' } }, { 'shared/a.ts': null }, ['api']],
    [
      'a folder of links',
      { 'api/lib': { link: '../links' }, 'links/one': { link: '../shared' }, 'links/two': { link: '../other/c.ts' } },
      { 'other/c.ts': 'changed\n' },
      ['api'],
    ],
    [
      'a folder of links that gets one',
      { 'api/lib': { link: '../links' }, 'links/one': { link: '../shared' } },
      { 'links/two': { link: '../other' } },
      ['api'],
    ],
    [
      'a link',
      { 'api/lib': { link: '../one' }, one: { link: 'two' }, two: { link: 'shared' } },
      { 'shared/a.ts': '' },
      ['api'],
    ],
    [
      'a name that is no ASCII',
      { 'api/ä ö': { link: '../schön ß' }, 'schön ß/ü.ts': '1' },
      { 'schön ß/ü.ts': '2' },
      ['api'],
    ],
    [
      'another service',
      { 'api/tasks': { link: '../tasks' } },
      { 'tasks/serverless.yml': 'changed\n' },
      ['api', 'tasks'],
    ],
    ['the folder of a service', {}, { 'real/orders/deep/x.ts': 'changed\n' }, ['orders']],
    ['the folder of a service that gets a file', {}, { 'real/orders/new.ts': '' }, ['orders']],
    [
      'a package.json',
      {
        'package.json': '{"workspaces":["packages/*"]}',
        'packages/one/package.json': '{"name":"one"}',
        'packages/one/index.js': '1',
        'config/api.json': '{"name":"api","dependencies":{"one":"*"}}',
        'api/package.json': { link: '../config/api.json' },
      },
      { 'packages/one/index.js': '2' },
      ['api'],
    ],
    [
      'a serverless.yml',
      { 'api/serverless.yml': { link: '../config/api.yml' }, 'config/api.yml': 'service: api\n' },
      { 'config/api.yml': 'service: api # changed\n' },
      ['api'],
    ],
    [
      'code that imports',
      { 'api/x.ts': { link: '../impl/x.ts' }, 'impl/x.ts': "import '../other/c';\n" },
      { 'other/c.ts': 'changed\n' },
      ['api'],
    ],
    ['what comes to be a link', { 'api/lib': 'a file' }, { 'api/lib': { link: '../shared' } }, ['api']],
    ['what comes to be a file', { 'api/lib': { link: '../shared/a.ts' } }, { 'api/lib': 'a\n' }, ['api']],
    [
      'what comes to be a folder',
      { 'api/lib': { link: '../shared' } },
      { 'api/lib': null, 'api/lib/a.ts': 'a\n' },
      ['api'],
    ],
    ['one that leads elsewhere', { 'api/lib': { link: '../shared' } }, { 'api/lib': { link: '../other' } }, ['api']],
    ['itself, in the folder above', { 'api/up': { link: '..' } }, { 'other/c.ts': 'changed\n' }, ['api']],
  ])('to %s tells the same in the work tree and the commit', async (_, made, change, keys) => {
    const folder = newRepository({ ...FILES, ...made });
    expect(Object.values(await atHead(folder)).map(({ doubt }) => doubt)).toEqual([undefined, undefined, undefined]);
    expect(await changedBy(folder, change)).toEqual(keys);
  });

  it('is no other where it was staged, or added without being staged', async () => {
    const folder = newRepository(FILES);
    writeFiles(folder, { 'api/lib': { link: '../shared' } });
    const added = await inWorkTree(folder);
    expect(differing(await atHead(folder), added)).toEqual(['api']);
    git(folder, 'add', '--all');
    expect(await inWorkTree(folder)).toEqual(added);
    commit(folder);
    expect(await atHead(folder)).toEqual(added);
  });

  it('is the same in a clone, and in a worktree', async () => {
    const links: Files = {
      'api/lib': { link: '../shared' },
      'api/bad': { link: '/nowhere' },
      'tasks/lib': { link: '../api' },
    };
    const folder = newRepository({ ...FILES, ...links });
    const expected = await atHead(folder);
    const [clone, worktree] = [newFolder(), join(newFolder(), 'worktree')];
    git(temporary, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone);
    git(folder, 'worktree', 'add', '--quiet', '--detach', worktree);
    for (const each of [clone, worktree]) {
      expect(await atHead(each)).toEqual(expected);
      expect(await inWorkTree(each)).toEqual(expected);
    }
  });

  it('is the same in a clone whose system has no links', async () => {
    const folder = newRepository({ ...FILES, 'api/lib': { link: '../shared' }, 'api/a.ts': { link: '../other/c.ts' } });
    const clone = newFolder();
    git(temporary, 'clone', '--quiet', '-c', 'core.symlinks=false', `file://${folder}`, clone);
    expect(await inWorkTree(clone)).toEqual(await atHead(folder));
    writeFiles(clone, { 'other/c.ts': 'changed\n' });
    expect(differing(await atHead(folder), await inWorkTree(clone))).toEqual(['api']);
  });

  it.each([
    ['an absolute path in the same repository', (folder: string) => join(folder, 'shared/a.ts')],
    ['a file of the system', () => '/etc/hostname'],
    ['what is not there', () => '../nowhere'],
    ['what git ignores', () => '../shared/kept.log'],
    ['a folder above the repository', () => '../..'],
    ['itself', () => 'broken'],
  ])('to %s is a doubt that names it, in the commit as in the work tree', async (_, target) => {
    const folder = newRepository(FILES);
    writeFiles(folder, { 'shared/kept.log': 'x', 'api/broken': { link: target(folder) } });
    const dirty = await inWorkTree(folder);
    expect(dirty['api']?.doubt).toContain('api/broken');
    expect([dirty['tasks']?.doubt, dirty['orders']?.doubt]).toEqual([undefined, undefined]);
    commit(folder);
    expect(await atHead(folder)).toEqual(dirty);
  });
});

describe('a symbolic link into a submodule', () => {
  const library = newRepository({ 'src/index.ts': '1\n' });

  it('counts by the commit of the submodule, fetched or not', async () => {
    const folder = newRepository(FILES);
    git(folder, 'submodule', '--quiet', 'add', `file://${library}`, 'vendor');
    commit(folder, { 'api/lib': { link: '../vendor/src' } });
    const before = await atHead(folder);
    expect(await inWorkTree(folder)).toEqual(before);
    expect(before['api']?.doubt).toBeUndefined();
    const clone = newFolder();
    git(temporary, 'clone', '--quiet', `file://${folder}`, clone);
    expect(await inWorkTree(clone)).toEqual(before);

    commit(join(folder, 'vendor'), { 'src/index.ts': '2\n' });
    const dirty = await inWorkTree(folder);
    expect(differing(before, dirty)).toEqual(['api']);
    commit(folder);
    expect(await atHead(folder)).toEqual(dirty);
  });
});
