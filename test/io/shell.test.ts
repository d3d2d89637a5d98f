import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRedactor } from '../../core/redact.ts';
import { runShell } from '../../io/shell.ts';
import { HANGS_AFTER } from '../limits.ts';

const PATH = process.env['PATH'] ?? '';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'shell ä-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (line: string, environment: Readonly<Record<string, string>> = { PATH }, secrets: string[] = []) =>
  runShell(line, { folder, environment, redactor: createRedactor(secrets) });

describe('a command line of the configuration', () => {
  it('is run in the folder, by bash, with quotes, pipes and variables', async () => {
    const result = await run(`pwd; echo "$WORD \${#WORD}" | tr a-z A-Z; [[ -n $BASH_VERSION ]]`, {
      PATH,
      WORD: "it's",
    });
    expect(result).toMatchObject({ code: 0, signal: null, output: `${folder}\nIT'S 4\n` });
  });

  it('says how it ended', async () => {
    expect((await run('exit 7')).code).toBe(7);
    expect((await run('kill -TERM $$')).signal).toBe('SIGTERM');
  });

  it.each([
    ['a line that fails', 'false\ntouch after'],
    ['a part of a pipe that fails', 'false | cat\ntouch after'],
    ['a program that is not there', 'no-such-program-here\ntouch after'],
  ])('ends at %s', async (_what, line) => {
    expect((await run(line)).code).not.toBe(0);
    expect(existsSync(join(folder, 'after'))).toBe(false);
  });

  it('that holds a syntax error fails, and says where', async () => {
    const { code, output } = await run('if true; then echo yes');
    expect(code).not.toBe(0);
    expect(output).toMatch(/syntax error/);
  });

  it('has the environment that it is given, and no more', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'canary-token-of-the-parent');
    vi.stubEnv('BASH_ENV', join(folder, 'rc'));
    try {
      const { output } = await run('env', { PATH, ONLY: 'this' });
      // What bash sets by itself.
      const names = output
        .trim()
        .split('\n')
        .map((line) => line.replace(/=.*/, ''));
      expect(names.filter((name) => !/^(PWD|OLDPWD|SHLVL|_)$/.test(name)).sort()).toEqual(['ONLY', 'PATH']);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('reads nothing from a terminal', async () => {
    expect(await run('cat; read -r line || echo none')).toMatchObject({ code: 0, output: 'none\n' });
  });

  it('has what it prints redacted, of both streams', async () => {
    const { output } = await run('echo "key canary-of-a-secret"; echo canary-of-a-secret >&2', { PATH }, [
      'canary-of-a-secret',
    ]);
    expect(output).toContain('key ');
    expect(output).not.toContain('canary-of-a-secret');
  });

  it('leaves nothing running behind it', async () => {
    const { code } = await run('sleep 300 & echo $! > pid; exit 0');
    expect(code).toBe(0);
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: HANGS_AFTER });
  });

  it('cannot be run where there is no bash, which is an error and not a success', async () => {
    await expect(run('true', { PATH: folder })).rejects.toThrow(/bash/);
  });
});

/** Whether a process goes on; one that has ended and that nobody has waited for yet does not. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
