import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ACCOUNTS, FULL_NAME } from './accounts.ts';
import { type Files, writeFiles } from './repository.ts';
import type { World } from './world.ts';

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli/index.js');
const OSLS = resolve(import.meta.dirname, '../osls/package');
/** Milliseconds after which a run of the program hangs. */
const HANGS_AFTER = 120_000;

/** Who works at a laptop. */
export interface LaptopOptions {
  /** `user.email` of git; empty for none. */
  readonly email?: string;
  readonly branch?: string;
  /** Account that the person's keys are of. */
  readonly account?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files of a new repository that is made in place of a clone of the world's, with the same remote. */
  readonly files?: Files;
  /** Folder of the repository that the person is in (default: its top). */
  readonly workingDirectory?: string;
}

/** What a run of the program came to. */
export interface ProgramRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A person's clone of the world's repository, with osls installed, and the built program. */
export interface Laptop {
  readonly folder: string;
  readonly home: string;
  write(files: Files): void;
  /** The text of a file of the clone. */
  text(path: string): string;
  git(...args: string[]): string;
  run(...args: string[]): Promise<ProgramRun>;
  /** Starts the program and leaves it at work. */
  start(...args: string[]): { readonly ended: Promise<ProgramRun>; kill(signal: NodeJS.Signals): void };
  /** The texts of all files of the clone, the home and the temp folder, but what was installed. */
  texts(): string[];
  remove(): void;
}

/** Clones the world's repository as a person has it, who has keys of an account. */
export function makeLaptop(world: Pick<World, 'repository' | 'aws' | 'github'>, options: LaptopOptions = {}): Laptop {
  const { email = 'ada@example.com', branch = 'master', account = ACCOUNTS.dev } = options;
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'laptop-')));
  const [folder, home, temp] = ['workshop', 'home', 'tmp'].map((name) => join(root, name)) as [string, string, string];
  mkdirSync(home);
  mkdirSync(temp);
  const keys = world.aws.addUser(account);
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TMPDIR: temp,
    GIT_CONFIG_NOSYSTEM: '1',
    AWS_ENDPOINT_URL: world.aws.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    GITHUB_API_URL: world.github.url,
    GH_TOKEN: world.github.token,
    NODE_NO_WARNINGS: '1',
    ...options.env,
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { env: environment, encoding: 'utf8', stdio: 'pipe' }).trim();
  if (options.files === undefined) {
    execFileSync('git', ['clone', '-q', '-b', branch, world.repository.bare, folder], { env: environment });
    git('remote', 'set-url', 'origin', `git@github.com:${FULL_NAME}.git`);
  } else {
    execFileSync('git', ['init', '-q', '-b', branch, folder], { env: environment });
    git('remote', 'add', 'origin', `git@github.com:${FULL_NAME}.git`);
    writeFiles(folder, options.files);
  }
  if (email !== '') git('config', 'user.email', email);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(OSLS, join(folder, 'node_modules/osls'));
  const cwd = join(folder, options.workingDirectory ?? '.');
  const start: Laptop['start'] = (...args) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: environment, timeout: HANGS_AFTER });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.end();
    const ended = new Promise<ProgramRun>((done, fail) => {
      child.once('error', fail);
      child.once('close', (exitCode) => done({ exitCode, stdout, stderr }));
    });
    return { ended, kill: (signal) => child.kill(signal) };
  };
  return {
    folder,
    home,
    write: (files) => writeFiles(folder, files),
    text: (path) => readFileSync(join(folder, path), 'utf8'),
    git,
    run: (...args) => start(...args).ended,
    start,
    texts: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
