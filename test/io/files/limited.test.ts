import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_LIMITS } from '../../../core/file-size.ts';
import { readWorkspaceFile } from '../../../io/files/workspace.ts';
import { openRepository } from '../../../io/git/repository.ts';
import { findPackageFolders } from '../../../io/packages.ts';
import { readEventPayload } from '../../../io/runner/context.ts';
import { workspaceFiles } from '../../../io/services.ts';

const TOO_MUCH = 40 * 1024 * 1024;
const folder = () => mkdtempSync(join(tmpdir(), 'limited-'));

/** Makes a file of so many bytes, of which the disk holds none. */
function sparse(path: string, bytes: number): void {
  writeFileSync(path, '');
  truncateSync(path, bytes);
}

const tooLarge = (name: string) => ({
  code: 'E_CONFIG_FILE',
  message: expect.stringContaining(`${name} has ${TOO_MUCH} bytes`),
});

describe('a file that is too large', () => {
  it('is refused in the workspace, by its name and what it is', async () => {
    const root = folder();
    for (const name of ['serverless.yml', 'yarn.lock', 'serverless-stages.yml']) sparse(join(root, name), TOO_MUCH);
    const files = workspaceFiles(root);
    await expect(files.read('serverless.yml')).rejects.toMatchObject(tooLarge('serverless.yml'));
    await expect(files.read('yarn.lock')).rejects.toThrow(/of a lockfile at most 33554432 are read/);
    await expect(readWorkspaceFile(root, 'serverless-stages.yml')).rejects.toMatchObject(
      tooLarge('serverless-stages.yml'),
    );
  });

  it('is refused where packages are installed', async () => {
    const root = folder();
    writeFileSync(join(root, 'serverless.yml'), 'service: a\n');
    sparse(join(root, 'package.json'), TOO_MUCH);
    await expect(findPackageFolders(root, root, undefined)).rejects.toMatchObject({ code: 'E_CONFIG_FILE' });
  });

  it('is refused at a commit, before its content is read, and the next file is read all the same', async () => {
    const root = folder();
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        stdio: 'pipe',
      });
    git('init', '-q');
    sparse(join(root, 'serverless.yml'), TOO_MUCH);
    writeFileSync(join(root, 'small.yml'), 'a: b\n');
    writeFileSync(join(root, 'yarn.lock'), 'x'.repeat(FILE_LIMITS['a configuration'] + 1));
    git('add', '.');
    git('commit', '-q', '-m', 'large');
    const repository = await openRepository(root);
    try {
      const reader = await repository?.atCommit('HEAD');
      await expect(reader?.read(['serverless.yml', 'small.yml'])).rejects.toMatchObject(tooLarge('serverless.yml'));
      const texts = await reader?.read(['small.yml', 'yarn.lock']);
      expect(texts?.get('small.yml')).toBe('a: b\n');
      expect(texts?.get('yarn.lock')).toHaveLength(FILE_LIMITS['a configuration'] + 1);
      const now = await repository?.workTree();
      await expect(now?.read(['serverless.yml'])).rejects.toMatchObject(tooLarge('serverless.yml'));
    } finally {
      repository?.close();
    }
  });

  it('is refused as the payload of an event', () => {
    const path = join(folder(), 'event.json');
    sparse(path, TOO_MUCH);
    expect(() => readEventPayload({ GITHUB_EVENT_PATH: path })).toThrow(expect.objectContaining({ code: 'E_EVENT' }));
  });
});

describe('what is no plain file', () => {
  it('is not read: it may never end', async () => {
    const root = folder();
    symlinkSync('/dev/zero', join(root, 'serverless.yml'));
    execFileSync('mkfifo', [join(root, 'pipe.yml')]);
    const files = workspaceFiles(root);
    expect(await files.read('serverless.yml')).toBeUndefined();
    expect(await files.read('pipe.yml')).toBeUndefined();
  });
});
