import { execFile } from 'node:child_process';
import { plainEnvironment } from '../../core/serverless/environment.ts';

/**
 * Arguments in front of every command: the repository may be somebody else's (in a container), and nothing that it
 * configures may run a program of its own.
 */
export function gitArguments(folder: string): string[] {
  return ['-C', folder, '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
}

/** Environment of git: no tokens, nothing asked at a terminal, no locks taken. */
export function gitEnvironment(): Record<string, string> {
  return { ...plainEnvironment(process.env), GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
}

/** Runs git in a folder and returns what it prints; undefined where it fails, or is not installed. */
export async function runGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      'git',
      [...gitArguments(folder), ...args],
      { env: gitEnvironment(), maxBuffer: 1024 * 1024 * 1024, encoding: 'utf8' },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    );
  });
}
