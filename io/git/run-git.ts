import { execFile } from 'node:child_process';
import { plainEnvironment } from '../../core/serverless/environment.ts';

/**
 * Arguments in front of every command: the repository may be somebody else's (in a container), and its configuration runs
 * no monitor. Its clean filters do run, which tell whether a file differs; they get no token of ours.
 */
export function gitArguments(folder: string): string[] {
  return ['-C', folder, '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
}

/** Environment of git: no tokens, nothing asked at a terminal, no locks taken, nothing fetched (by git 2.44 and newer). */
export function gitEnvironment(): Record<string, string> {
  return {
    ...plainEnvironment(process.env),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
}

export interface GitOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Exit codes that are an answer (default: 0). */
  readonly okCodes?: readonly number[];
}

/** Runs git in a folder and returns what it prints; undefined where it fails, or is not installed. */
export async function runGit(
  folder: string,
  args: readonly string[],
  { input = '', environment = gitEnvironment(), okCodes = [0] }: GitOptions = {},
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      [...gitArguments(folder), ...args],
      { env: environment, maxBuffer: 1024 * 1024 * 1024, encoding: 'utf8' },
      (error, stdout) => resolve(okCodes.some((code) => code === (error?.code ?? 0)) ? stdout : undefined),
    );
    child.stdin?.on('error', () => undefined).end(input);
  });
}
