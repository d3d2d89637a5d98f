import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sourcesOf } from '../../../core/source/service-source.ts';
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
const NOWHERE = '0123456789012345678901234567890123456789';

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'repository-')));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(temporary, 'folder-'));

function git(folder: string, ...args: string[]): string {
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe'];
  const all = ['-c', 'protocol.file.allow=always', ...args];
  return execFileSync('git', all, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8', stdio }).trim();
}

/** Commits all that is in a folder, and returns the commit. */
function commit(folder: string, files: Files = {}): string {
  writeFiles(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Change');
  return git(folder, 'rev-parse', 'HEAD');
}

const FILES: Files = {
  '.gitignore': '*.log\n/build/\n',
  'package.json': '{"private":true}',
  'api/serverless.yml': 'service: shop-api\n',
  'api/src/handler.ts': 'export const main = 1;\n',
  'tasks/serverless.yml': 'service: shop-tasks\n',
  'shared/a.ts': 'a\n',
};

function newRepository(files: Files = FILES): string {
  const folder = newFolder();
  git(folder, 'init', '--quiet', '--initial-branch=master');
  commit(folder, files);
  return folder;
}

function newClone(from: string, ...options: string[]): string {
  const folder = newFolder();
  git(temporary, 'clone', '--quiet', ...options, `file://${from}`, folder);
  return folder;
}

/** Does something with the repository of a folder. */
async function within<Result>(folder: string, work: (repository: Repository) => Promise<Result>): Promise<Result> {
  const repository = (await openRepository(folder)) ?? expect.fail(`${folder} is in no repository`);
  try {
    return await work(repository);
  } finally {
    repository.close();
  }
}
const filesOf = (reader: SourceReader | undefined) => Object.fromEntries(reader?.tree.files ?? []);
const inWorkTree = (folder: string) => within(folder, async (repository) => filesOf(await repository.workTree()));
const atCommit = (folder: string, id: string) =>
  within(folder, async (repository) => filesOf(await repository.atCommit(id)));
const textsAt = async (reader: SourceReader | undefined, ...paths: string[]) =>
  Object.fromEntries((await reader?.read(paths)) ?? []);

/** What differs between the checked out commit and the work tree: `+` added, `-` removed, `~` changed. */
async function changes(folder: string): Promise<string[]> {
  const before = await atCommit(folder, git(folder, 'rev-parse', 'HEAD'));
  const after = await inWorkTree(folder);
  const signOf = (path: string) =>
    before[path] === undefined ? ['+'] : after[path] === undefined ? ['-'] : before[path] === after[path] ? [] : ['~'];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .flatMap((path) => signOf(path).map((sign) => `${sign} ${path}`));
}

/** Expects that the work tree is told just as when it is committed. */
async function expectAsCommitted(folder: string): Promise<void> {
  const before = await inWorkTree(folder);
  expect(await atCommit(folder, commit(folder))).toEqual(before);
}

const SERVICES = ['api', 'tasks'].map((key) => ({
  key,
  path: key,
  triggers: ['shared/**'],
  hasCode: true,
  includes: [],
  reads: findReferences({}),
}));
const hashesOf = async (reader: SourceReader | undefined) =>
  reader && Object.fromEntries([...(await sourcesOf(reader, SERVICES, ''))].map(([key, { hash }]) => [key, hash]));

describe('openRepository', () => {
  it('finds none in a plain folder, and in one that is not there', async () => {
    const folder = newFolder();
    expect(await openRepository(folder)).toBeUndefined();
    expect(await openRepository(join(folder, 'nowhere'))).toBeUndefined();
  });

  it('finds none without a commit', async () => {
    const folder = newFolder();
    git(folder, 'init', '--quiet');
    expect(await openRepository(folder)).toBeUndefined();
  });

  it('says which commit is checked out, and where the folder is in it', async () => {
    const folder = newRepository();
    const head = git(folder, 'rev-parse', 'HEAD');
    expect(await within(folder, async (repository) => [repository.prefix, repository.head])).toEqual(['', head]);
    expect(await within(join(folder, 'api/src'), async ({ prefix }) => prefix)).toBe('api/src');
  });

  it('knows its folder by way of a link as well', async () => {
    const folder = newRepository();
    const link = join(newFolder(), 'link');
    symlinkSync(folder, link);
    expect(await within(join(link, 'api'), async ({ prefix }) => prefix)).toBe('api');
    expect(await inWorkTree(join(link, 'api'))).toEqual(await inWorkTree(folder));
  });

  it('is not misled by the variables of a hook', async () => {
    const folder = newRepository();
    const expected = await inWorkTree(folder);
    process.env['GIT_DIR'] = join(newRepository({ other: '' }), '.git');
    process.env['GIT_INDEX_FILE'] = '/nowhere';
    try {
      expect(await inWorkTree(folder)).toEqual(expected);
    } finally {
      delete process.env['GIT_DIR'];
      delete process.env['GIT_INDEX_FILE'];
    }
  });
});

describe('the tree of a commit', () => {
  it('has all its files', async () => {
    const folder = newRepository();
    const files = await atCommit(folder, git(folder, 'rev-parse', 'HEAD'));
    expect(Object.keys(files).sort()).toEqual(Object.keys(FILES).sort());
    expect(files['api/serverless.yml']).toContain(git(folder, 'rev-parse', 'HEAD:api/serverless.yml'));
  });

  it('is the same whatever is in the folder', async () => {
    const folder = newRepository();
    const head = git(folder, 'rev-parse', 'HEAD');
    const before = await atCommit(folder, head);
    writeFiles(folder, { 'api/serverless.yml': 'changed', 'api/new.ts': '', 'shared/a.ts': null });
    expect(await atCommit(folder, head)).toEqual(before);
  });

  it('has all of the repository, from a folder of it too', async () => {
    const folder = newRepository();
    const head = git(folder, 'rev-parse', 'HEAD');
    expect(await atCommit(join(folder, 'api'), head)).toEqual(await atCommit(folder, head));
  });

  it('may be of any commit', async () => {
    const folder = newRepository();
    const first = git(folder, 'rev-parse', 'HEAD');
    const second = commit(folder, { 'api/new.ts': 'new' });
    expect(Object.keys(await atCommit(folder, first))).not.toContain('api/new.ts');
    expect(Object.keys(await atCommit(folder, second))).toContain('api/new.ts');
  });

  it.each([NOWHERE, 'nowhere', '', '--help', '-', 'HEAD:api', 'HEAD HEAD', 'a\nb'])(
    'is none where there is no commit %j',
    async (id) => {
      const folder = newRepository();
      expect(await within(folder, (repository) => repository.atCommit(id))).toBeUndefined();
    },
  );

  it('gives the texts of its files, and leaves out what is no file', async () => {
    const folder = newRepository({ ...FILES, 'ä/ü ß.txt': 'größer\r\n\n', empty: '' });
    const head = git(folder, 'rev-parse', 'HEAD');
    writeFiles(folder, { 'api/serverless.yml': 'changed' });
    const texts = await within(folder, async (repository) =>
      textsAt(
        await repository.atCommit(head),
        'api/serverless.yml',
        'ä/ü ß.txt',
        'empty',
        'nowhere',
        'api',
        '../x',
        '',
      ),
    );
    expect(texts).toEqual({ 'api/serverless.yml': 'service: shop-api\n', 'ä/ü ß.txt': 'größer\r\n\n', empty: '' });
  });

  it('gives many texts, large ones too, and the same one twice', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`many/${index}`, `text ${index}\n`]));
    const large = 'ä\n'.repeat(400_000);
    const folder = newRepository({ ...many, large });
    const texts = await within(folder, async (repository) => {
      const reader = await repository.atCommit(repository.head);
      expect(await textsAt(reader, 'large', 'many/1', 'large')).toEqual({ large, 'many/1': 'text 1\n' });
      return textsAt(reader, ...Object.keys(many));
    });
    expect(texts).toEqual(many);
  });

  it('gives texts of several commits at once', async () => {
    const folder = newRepository();
    const first = git(folder, 'rev-parse', 'HEAD');
    const second = commit(folder, { 'shared/a.ts': 'b\n' });
    const texts = await within(folder, async (repository) => {
      const readers = await Promise.all([first, second].map((id) => repository.atCommit(id)));
      return Promise.all(readers.map((reader) => textsAt(reader, 'shared/a.ts')));
    });
    expect(texts).toEqual([{ 'shared/a.ts': 'a\n' }, { 'shared/a.ts': 'b\n' }]);
  });
});

describe('the trees of two commits', () => {
  const change: Readonly<Record<string, (folder: string) => void>> = {
    'nothing changes': () => undefined,
    'files are added, changed and removed': (folder) => {
      writeFiles(folder, { 'new/a.ts': 'n\n', 'shared/a.ts': 'b\n' });
      rmSync(join(folder, 'tasks/serverless.yml'));
    },
    'a file is renamed': (folder) => renameSync(join(folder, 'shared/a.ts'), join(folder, 'shared/b.ts')),
    'a file becomes executable': (folder) => chmodSync(join(folder, 'shared/a.ts'), 0o755),
    'a file becomes a folder, and a folder a file': (folder) => {
      rmSync(join(folder, 'shared'), { recursive: true });
      rmSync(join(folder, 'package.json'));
      writeFiles(folder, { shared: 's\n', 'package.json/a.json': '{}' });
    },
    'a file becomes a link': (folder) => {
      rmSync(join(folder, 'shared/a.ts'));
      symlinkSync('../package.json', join(folder, 'shared/a.ts'));
    },
    'a repository comes into it': (folder) => {
      mkdirSync(join(folder, 'inner'));
      git(join(folder, 'inner'), 'init', '--quiet');
      commit(join(folder, 'inner'), { 'a.txt': 'a\n' });
      writeFiles(folder, { '.gitmodules': '[submodule "inner"]\n\tpath = inner\n\turl = ./inner\n\tignore = all\n' });
    },
    'names are odd': (folder) => writeFiles(folder, { 'a\nb.txt': '1\n', 'ä "x"\t.txt': '2\n', ':100644 x': '3\n' }),
    'all is gone': (folder) => {
      for (const name of Object.keys(FILES)) rmSync(join(folder, name));
    },
  };

  it.each(Object.entries(change))('are told one after the other as by themselves: %s', async (_what, make) => {
    const folder = newRepository();
    const before = git(folder, 'rev-parse', 'HEAD');
    make(folder);
    const after = commit(folder);
    const [first, second] = [await atCommit(folder, before), await atCommit(folder, after)];
    for (const [one, other, expected] of [
      [before, after, second],
      [after, before, first],
    ] as const) {
      await within(folder, async (repository) => {
        await repository.atCommit(one);
        expect(filesOf(await repository.atCommit(other))).toEqual(expected);
        expect(filesOf(await repository.workTree())).toEqual(second);
      });
    }
  });
});

describe('the work tree', () => {
  it('is the commit where nothing has changed', async () => {
    expect(await changes(newRepository())).toEqual([]);
  });

  it('is the commit where a file was only touched', async () => {
    const folder = newRepository();
    utimesSync(join(folder, 'api/serverless.yml'), 1_000_000, 1_000_000);
    writeFiles(folder, { 'shared/a.ts': FILES['shared/a.ts'] ?? null });
    expect(await changes(folder)).toEqual([]);
  });

  it.each<[string, Files, string[]]>([
    ['changed', { 'api/serverless.yml': 'changed' }, ['~ api/serverless.yml']],
    ['changed to one of the same length', { 'shared/a.ts': 'b\n' }, ['~ shared/a.ts']],
    ['emptied', { 'shared/a.ts': '' }, ['~ shared/a.ts']],
    ['added', { 'api/new.ts': 'new' }, ['+ api/new.ts']],
    ['added in a folder of its own', { 'web/src/x.ts': 'x', 'web/y.ts': 'y' }, ['+ web/src/x.ts', '+ web/y.ts']],
    ['removed', { 'api/src/handler.ts': null }, ['- api/src/handler.ts']],
    ['ignored', { 'api/x.log': 'x', 'build/x.js': 'x' }, []],
    ['made from sources', { 'api/node_modules/a/index.js': '', 'api/.serverless/x': '' }, []],
    ['turned into a folder', { 'shared/a.ts': null, 'shared/a.ts/x': 'x' }, ['- shared/a.ts', '+ shared/a.ts/x']],
    ['turned into a link', { 'shared/a.ts': { link: '../api' } }, ['~ shared/a.ts']],
    ['added as a link', { 'api/link': { link: 'src' }, 'api/nowhere': { link: 'x' } }, ['+ api/link', '+ api/nowhere']],
  ])('tells a file that is %s, just as a commit of it would', async (_, files, expected) => {
    const folder = newRepository();
    writeFiles(folder, files);
    expect(await changes(folder)).toEqual(expected);
    await expectAsCommitted(folder);
  });

  it('tells a file that is renamed', async () => {
    const folder = newRepository();
    renameSync(join(folder, 'api/src/handler.ts'), join(folder, 'api/src/main.ts'));
    expect(await changes(folder)).toEqual(['- api/src/handler.ts', '+ api/src/main.ts']);
    await expectAsCommitted(folder);
  });

  it('tells a file that becomes executable, or stops to be', async () => {
    const folder = newRepository();
    chmodSync(join(folder, 'shared/a.ts'), 0o755);
    expect(await changes(folder)).toEqual(['~ shared/a.ts']);
    await expectAsCommitted(folder);
    chmodSync(join(folder, 'shared/a.ts'), 0o644);
    expect(await changes(folder)).toEqual(['~ shared/a.ts']);
    await expectAsCommitted(folder);
  });

  it('tells a new file that is executable', async () => {
    const folder = newRepository();
    writeFiles(folder, { 'api/run': '#!/bin/sh\n' });
    chmodSync(join(folder, 'api/run'), 0o755);
    await expectAsCommitted(folder);
  });

  it('tells a link that leads elsewhere, and not what it leads to', async () => {
    const folder = newRepository({ ...FILES, link: { link: 'shared/a.ts' }, folder: { link: 'api' } });
    writeFiles(folder, { 'shared/a.ts': 'b\n' });
    expect(await changes(folder)).toEqual(['~ shared/a.ts']);
    writeFiles(folder, { link: { link: 'package.json' }, folder: { link: '/nowhere' } });
    expect(await changes(folder)).toEqual(['~ folder', '~ link', '~ shared/a.ts']);
    await expectAsCommitted(folder);
  });

  it('tells a file that is ignored and in the commit all the same', async () => {
    const folder = newRepository();
    writeFiles(folder, { 'api/kept.log': 'x' });
    git(folder, 'add', '--force', 'api/kept.log');
    git(folder, 'commit', '--quiet', '-m', 'Keep');
    writeFiles(folder, { 'api/kept.log': 'y', 'api/other.log': '' });
    expect(await changes(folder)).toEqual(['~ api/kept.log']);
  });

  it('is what is in the folder, whatever of it is staged', async () => {
    const folder = newRepository();
    writeFiles(folder, {
      'shared/a.ts': 'staged',
      'api/staged.ts': 'x',
      'api/gone.ts': 'x',
      'tasks/serverless.yml': null,
    });
    git(folder, 'add', '--all');
    writeFiles(folder, { 'shared/a.ts': 'in the folder', 'api/gone.ts': null, 'api/meant.ts': 'x' });
    git(folder, 'add', '--intent-to-add', 'api/meant.ts');
    const expected = ['+ api/meant.ts', '+ api/staged.ts', '~ shared/a.ts', '- tasks/serverless.yml'];
    expect(await changes(folder)).toEqual(expected);
    await expectAsCommitted(folder);
  });

  it('is the commit where a change was staged and undone in the folder', async () => {
    const folder = newRepository();
    writeFiles(folder, { 'shared/a.ts': 'staged' });
    git(folder, 'add', '--all');
    writeFiles(folder, { 'shared/a.ts': 'a\n' });
    expect(await changes(folder)).toEqual([]);
  });

  it('has a file that was taken out of the index alone', async () => {
    const folder = newRepository();
    git(folder, 'rm', '--quiet', '--cached', 'shared/a.ts');
    expect(await changes(folder)).toEqual([]);
  });

  it('can be told in the middle of a merge', async () => {
    const folder = newRepository();
    git(folder, 'checkout', '--quiet', '-b', 'other');
    commit(folder, { 'shared/a.ts': 'other\n' });
    git(folder, 'checkout', '--quiet', 'master');
    commit(folder, { 'shared/a.ts': 'master\n' });
    expect(() => git(folder, 'merge', '--quiet', 'other')).toThrow();
    expect(await changes(folder)).toEqual(['~ shared/a.ts']);
    await expectAsCommitted(folder);
  });

  it('has all of the repository, from a folder of it too', async () => {
    const folder = newRepository();
    writeFiles(folder, {
      'shared/a.ts': 'changed',
      'shared/new.ts': '',
      'api/new.ts': '',
      'tasks/serverless.yml': null,
    });
    const expected = await inWorkTree(folder);
    expect(Object.keys(expected)).toContain('shared/new.ts');
    expect(await inWorkTree(join(folder, 'api'))).toEqual(expected);
  });

  it('gives the texts as they stand in the folder', async () => {
    const folder = newRepository();
    writeFiles(folder, { 'shared/a.ts': 'changed', 'api/new.ts': 'new', 'tasks/serverless.yml': null });
    const texts = await within(folder, async (repository) =>
      textsAt(
        await repository.workTree(),
        ...['shared/a.ts', 'api/new.ts', 'tasks/serverless.yml', 'api/serverless.yml', 'api', 'x.log'],
      ),
    );
    expect(texts).toEqual({
      'shared/a.ts': 'changed',
      'api/new.ts': 'new',
      'api/serverless.yml': 'service: shop-api\n',
    });
  });

  it('gives them from a folder of it too', async () => {
    const folder = newRepository();
    writeFiles(folder, { 'shared/a.ts': 'changed' });
    const texts = await within(join(folder, 'api'), async (repository) =>
      textsAt(await repository.workTree(), 'shared/a.ts', 'api/serverless.yml'),
    );
    expect(texts).toEqual({ 'shared/a.ts': 'changed', 'api/serverless.yml': 'service: shop-api\n' });
  });

  describe('with the line ends of another system', () => {
    const files = { ...FILES, '.gitattributes': '*.txt text eol=crlf\n*.ts text eol=lf\n', 'api/a.txt': 'one\ntwo\n' };
    const edited = { 'api/a.txt': 'one\r\n2\r\n', 'api/new.txt': 'x\r\n' };

    it('is the commit where nothing has changed, and tells what has', async () => {
      const folder = newClone(newRepository(files));
      expect(await changes(folder)).toEqual([]);
      writeFiles(folder, edited);
      expect(await changes(folder)).toEqual(['~ api/a.txt', '+ api/new.txt']);
    });

    it('is told just as a commit of it would', async () => {
      const folder = newClone(newRepository(files));
      writeFiles(folder, edited);
      await expectAsCommitted(folder);
    });
  });

  it('is the commit where a sparse checkout left files out', async () => {
    const folder = newClone(newRepository(), '--sparse');
    git(folder, 'sparse-checkout', 'set', 'api');
    expect(existsSync(join(folder, 'tasks'))).toBe(false);
    expect(await changes(folder)).toEqual([]);
    writeFiles(folder, { 'api/new.ts': '' });
    expect(await changes(folder)).toEqual(['+ api/new.ts']);
  });
});

const NAMES = [
  'with space.ts',
  'größe – 日本語 😀.ts',
  'line\nbreak.ts',
  'tab\tand "quotes" and \'others\'.ts',
  'back\\slash.ts',
  '-dash.ts',
  ':(top)colon.ts',
  '*[a-z]?.ts',
  ' leading and trailing ',
  '\u001b[31mred.ts',
];

describe.each(NAMES)('a file named %j', (name) => {
  it('is told in a commit, changed, added and removed', async () => {
    const path = `api/${name}`;
    const folder = newRepository({ ...FILES, [path]: 'x' });
    expect(await changes(folder)).toEqual([]);
    expect(Object.keys(await inWorkTree(folder))).toContain(path);
    writeFiles(folder, { [path]: 'y', [`new/${name}`]: 'z', [name]: 'root' });
    expect(new Set(await changes(folder))).toEqual(new Set([`~ ${path}`, `+ new/${name}`, `+ ${name}`]));
    const texts = await within(folder, async (repository) => [
      await textsAt(await repository.workTree(), path, name),
      await textsAt(await repository.atCommit(repository.head), path, name),
    ]);
    expect(texts).toEqual([{ [path]: 'y', [name]: 'root' }, { [path]: 'x' }]);
    await expectAsCommitted(folder);
    writeFiles(folder, { [path]: null });
    expect(await changes(folder)).toEqual([`- ${path}`]);
  });
});

describe('the hashes of sources', () => {
  const lock = (version: string) =>
    JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/a': { version, integrity: `sha512-${version}` } } });
  const origin = newRepository({
    ...FILES,
    'package.json': '{"dependencies":{"a":"^1.0.0"}}',
    'package-lock.json': lock('1.0.0'),
    'api/größe\n.ts': 'x',
    'api/run.sh': '#!/bin/sh\n',
    'api/link': { link: '../shared/a.ts' },
  });
  chmodSync(join(origin, 'api/run.sh'), 0o755);
  const first = commit(origin);
  const head = commit(origin, { 'api/src/handler.ts': 'export const main = 2;\n' });
  const at = (folder: string, id: string) =>
    within(folder, async (repository) => hashesOf(await repository.atCommit(id)));
  const here = (folder: string) => within(folder, async (repository) => hashesOf(await repository.workTree()));

  function newWorktree(): string {
    const folder = join(newFolder(), 'worktree');
    git(origin, 'worktree', 'add', '--quiet', '--detach', folder, head);
    return folder;
  }

  it.each<[string, () => string]>([
    ['a full clone', () => newClone(origin)],
    ['a shallow clone', () => newClone(origin, '--depth=1')],
    ['a clone of one branch', () => newClone(origin, '--single-branch', '--no-tags')],
    ['a partial clone', () => newClone(origin, '--filter=blob:none')],
    ['a worktree', newWorktree],
    ['the repository itself', () => origin],
  ])('are the same in %s', async (_, made) => {
    const expected = await at(origin, head);
    const folder = made();
    expect(Object.keys(expected ?? {})).toEqual(['api', 'tasks']);
    expect(await at(folder, head)).toEqual(expected);
    expect(await here(folder)).toEqual(expected);
  });

  it('are the same in a clone that another program checked out, mode bits and times lost', async () => {
    const folder = newClone(origin);
    git(folder, 'config', 'core.fileMode', 'false');
    chmodSync(join(folder, 'api/run.sh'), 0o644);
    expect(await here(folder)).toEqual(await at(origin, head));
  });

  it('tell two commits apart by the services that changed', async () => {
    const [before, after] = [await at(origin, first), await at(origin, head)];
    expect(after?.['api']).not.toBe(before?.['api']);
    expect(after?.['tasks']).toBe(before?.['tasks']);
  });

  it('are those of the commit that a change becomes', async () => {
    const folder = newClone(origin);
    writeFiles(folder, { 'package-lock.json': lock('1.0.1'), 'shared/new.ts': 'x' });
    const dirty = await here(folder);
    expect(dirty).not.toEqual(await at(folder, head));
    expect(await at(folder, commit(folder))).toEqual(dirty);
  });

  it('are the same, or cannot be told, of a commit whose texts a partial clone does not have', async () => {
    const manifest = '{"dependencies":{"a":"^1.0.0"}}';
    const lacking = newRepository({ ...FILES, 'package.json': manifest, 'package-lock.json': lock('1.0.0') });
    git(lacking, 'config', 'uploadpack.allowFilter', 'true');
    const before = git(lacking, 'rev-parse', 'HEAD');
    commit(lacking, { 'package-lock.json': lock('1.0.1') });
    const expected = await at(lacking, before);
    const folder = newClone(lacking, '--filter=blob:none');
    rmSync(lacking, { recursive: true });
    const found = await at(folder, before).catch(() => undefined);
    expect([expected, undefined]).toContainEqual(found);
  });

  it('cannot be told of a commit that a shallow clone does not have', async () => {
    const folder = newClone(origin, '--depth=1');
    expect(await at(folder, first)).toBeUndefined();
    expect(await at(newClone(origin), first)).toBeDefined();
  });
});

describe('a partial clone', () => {
  function partial(filter: string) {
    const origin = newRepository();
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    const first = git(origin, 'rev-parse', 'HEAD');
    commit(origin, { 'api/serverless.yml': 'service: changed\n' });
    const folder = newClone(origin, `--filter=${filter}`);
    rmSync(origin, { recursive: true });
    return { folder, first };
  }

  it('has the trees of all commits, though not the texts', async () => {
    const { folder, first } = partial('blob:none');
    await within(folder, async (repository) => {
      const reader = await repository.atCommit(first);
      expect(reader?.tree.paths).toContain('api/serverless.yml');
      await expect(textsAt(reader, 'api/serverless.yml')).rejects.toThrow();
      expect(await textsAt(reader, 'tasks/serverless.yml')).toEqual({
        'tasks/serverless.yml': 'service: shop-tasks\n',
      });
      expect(await textsAt(await repository.workTree(), 'api/serverless.yml')).toEqual({
        'api/serverless.yml': 'service: changed\n',
      });
    });
  });

  it('does not have a commit whose trees it lacks', async () => {
    const { folder, first } = partial('tree:0');
    expect(await within(folder, (repository) => repository.atCommit(first))).toBeUndefined();
    expect(await changes(folder)).toEqual([]);
  });
});

describe('a repository in the repository', () => {
  const library = newRepository({ 'index.ts': '1' });
  const withLibrary = () => {
    const folder = newRepository();
    git(folder, 'submodule', '--quiet', 'add', `file://${library}`, 'api/library');
    commit(folder);
    return folder;
  };

  it('counts by its commit where it is a submodule', async () => {
    const folder = withLibrary();
    expect((await inWorkTree(folder))['api/library']).toContain(git(library, 'rev-parse', 'HEAD'));
    expect(await changes(folder)).toEqual([]);
  });

  it('is told where its commit changes', async () => {
    const folder = withLibrary();
    commit(join(folder, 'api/library'), { 'index.ts': '2' });
    expect(await changes(folder)).toEqual(['~ api/library']);
    await expectAsCommitted(folder);
  });

  it('is told where something in it changes', async () => {
    const folder = withLibrary();
    writeFiles(join(folder, 'api/library'), { 'index.ts': '2' });
    expect(await changes(folder)).not.toEqual([]);
  });

  it('is the same in a clone that has not fetched it', async () => {
    const folder = withLibrary();
    const clone = newClone(folder);
    expect(await changes(clone)).toEqual([]);
    expect(await inWorkTree(clone)).toEqual(await inWorkTree(folder));
  });

  it('has no text', async () => {
    const folder = withLibrary();
    const texts = await within(folder, async (repository) =>
      Promise.all([repository.workTree(), repository.atCommit(repository.head)]).then((readers) =>
        Promise.all(readers.map((reader) => textsAt(reader, 'api/library', 'shared/a.ts'))),
      ),
    );
    expect(texts).toEqual([{ 'shared/a.ts': 'a\n' }, { 'shared/a.ts': 'a\n' }]);
  });

  it('may be a clone that is no part of it', async () => {
    const folder = newRepository();
    git(folder, 'clone', '--quiet', library, join(folder, 'tools'));
    const found = await inWorkTree(folder);
    expect(found).toMatchObject(await atCommit(folder, git(folder, 'rev-parse', 'HEAD')));
    expect(await within(join(folder, 'tools'), async ({ prefix }) => prefix)).toBe('');
  });

  it('may be an empty one', async () => {
    const folder = newRepository();
    mkdirSync(join(folder, 'tools'));
    git(join(folder, 'tools'), 'init', '--quiet');
    expect(await inWorkTree(folder)).toMatchObject(await atCommit(folder, git(folder, 'rev-parse', 'HEAD')));
  });
});

describe('what a repository configures', () => {
  it.each([
    'filter.own.smudge',
    'diff.own.textconv',
    'diff.own.command',
    'diff.external',
    'core.fsmonitor',
    'core.pager',
    'core.sshCommand',
    'alias.ls-files',
  ])('runs no program of %s', async (setting) => {
    const folder = newRepository({ ...FILES, '.gitattributes': '*.ts filter=own diff=own\n' });
    const trace = join(newFolder(), 'trace');
    const program = `sh -c 'touch ${trace}; cat'`;
    git(folder, 'config', setting, setting.startsWith('alias.') ? `!${program}` : program);
    writeFiles(folder, { 'shared/a.ts': 'changed', 'api/new.ts': 'new' });
    await within(folder, async (repository) => {
      await textsAt(await repository.workTree(), 'shared/a.ts', 'api/new.ts');
      await textsAt(await repository.atCommit(repository.head), 'shared/a.ts');
    });
    expect(existsSync(trace)).toBe(false);
  });

  it('runs no hook', async () => {
    const folder = newRepository();
    const trace = join(newFolder(), 'trace');
    for (const name of ['post-index-change', 'post-checkout', 'reference-transaction', 'fsmonitor-watchman']) {
      writeFiles(folder, { [`.git/hooks/${name}`]: `#!/bin/sh\ntouch ${trace}\n` });
      chmodSync(join(folder, '.git/hooks', name), 0o755);
    }
    utimesSync(join(folder, 'api/serverless.yml'), 1_000_000, 1_000_000);
    await inWorkTree(folder);
    expect(existsSync(trace)).toBe(false);
  });

  it('changes nothing of what is told', async () => {
    const folder = newRepository({ ...FILES, 'api/größe.ts': 'x' });
    const expected = await inWorkTree(folder);
    const settings = { 'core.quotePath': 'true', 'status.showUntrackedFiles': 'no', 'core.ignoreCase': 'true' };
    for (const [key, value] of Object.entries({ ...settings, 'status.relativePaths': 'false' })) {
      git(folder, 'config', key, value);
    }
    expect(await inWorkTree(folder)).toEqual(expected);
    writeFiles(folder, { 'api/new.ts': 'x' });
    expect(await changes(folder)).toEqual(['+ api/new.ts']);
  });

  it('leaves the repository as it was', async () => {
    const folder = newRepository();
    writeFiles(folder, { 'shared/a.ts': 'changed', 'api/new.ts': 'new object' });
    const state = () => [
      git(folder, 'status', '--porcelain'),
      git(folder, 'count-objects'),
      git(folder, 'ls-files', '--stage'),
    ];
    const before = state();
    await inWorkTree(folder);
    expect(state()).toEqual(before);
    expect(existsSync(join(folder, '.git/index.lock'))).toBe(false);
  });
});
