import { execFile } from 'node:child_process';

/** Nothing of the machine's or the user's git configuration, and an identity for the commits that GitHub makes. */
const ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'GitHub',
  GIT_AUTHOR_EMAIL: 'noreply@github.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
};

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  /** Added to the environment: whose commit it is, another index. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
}

/** What git says of objects by their full names stays true; GitHub is asked the same of them again and again. */
const LASTING = new Set(['cat-file blob', 'ls-tree', 'log', 'merge-base', 'rev-list', 'diff-tree']);
const NAMES = /^[0-9a-f]{40}(?:\.{2,3}[0-9a-f]{40})?$/;
const answers = new Map<string, GitAnswer>();

function isLasting([command = '', ...words]: readonly string[]): boolean {
  const [kind = ''] = words;
  if (!LASTING.has(command) && !LASTING.has(`${command} ${kind}`)) return false;
  // What the branches hold is another thing tomorrow.
  if (words.includes('--branches')) return false;
  return words.every((word) => NAMES.test(word) || word.startsWith('-') || word === 'blob');
}

/** Runs git on a bare repository, without a shell; answers with its exit code, whatever that is. */
export async function askGit(bare: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  if (Object.keys(options).length > 0 || !isLasting(args)) return startGit(bare, args, options);
  const key = [bare, ...args].join('\0');
  const known = answers.get(key) ?? (await startGit(bare, args, options));
  if (known.code === 0) answers.set(key, known);
  return known;
}

function startGit(bare: string, args: readonly string[], options: GitOptions): Promise<GitAnswer> {
  const argv = ['-c', 'safe.directory=*', '-c', 'core.quotePath=false', '--git-dir', bare, ...args];
  return new Promise((resolve, reject) => {
    const env = { ...ENVIRONMENT, ...options.env };
    const child = execFile('git', argv, { env, encoding: 'buffer', maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ code, stdout, stderr: stderr.toString() });
      else reject(new Error(`git ${args[0]} did not run`, { cause: error }));
    });
    // Git may end before it has read everything; its exit code says why.
    child.stdin?.on('error', () => undefined).end(options.input ?? '');
  });
}

/** The trimmed output of a git command; throws with git's own words when it fails. */
export function git(bare: string, ...args: string[]): Promise<string> {
  return runGit(bare, args);
}

/** The same with an input or an environment. */
export async function runGit(bare: string, args: readonly string[], options: GitOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await askGit(bare, args, options);
  if (code !== 0) throw new Error(`git ${args.join(' ')} in ${bare}: exit ${code}: ${stderr.trim()}`);
  return stdout.toString().trim();
}
