import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { createLineSplitter } from './line-splitter.ts';

// The runner waits this long for the pipes of a process that has ended: a child of it may still hold them.
const PIPES_WAIT = 5_000;

export interface ChildOptions {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  onLine(line: string): void;
}

export interface ChildEnd {
  exitCode: number;
  signal?: string;
  raw: string;
  orphans: number[];
}

export interface Child {
  ended: Promise<ChildEnd>;
  signal(name: NodeJS.Signals): void;
}

/** Starts a process in a group of its own; its lines come from stdout and stderr as they arrive. */
export function startChild({ command, args, cwd, env, onLine }: ChildOptions): Child {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const streams = [child.stdout, child.stderr];
  const chunks = streams.map((stream) => {
    const splitter = createLineSplitter();
    const written: Buffer[] = [];
    stream.on('data', (bytes: Buffer) => {
      written.push(bytes);
      splitter.write(bytes).forEach(onLine);
    });
    return { written, flush: () => splitter.end().forEach(onLine) };
  });
  const ended = new Promise<ChildEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      const giveUp = setTimeout(() => {
        for (const stream of streams) stream.destroy();
      }, PIPES_WAIT);
      child.once('close', () => clearTimeout(giveUp));
    });
    child.once('close', (code, signal) => {
      for (const { flush } of chunks) flush();
      const raw = chunks.map(({ written }) => Buffer.concat(written).toString('utf8')).join('');
      const exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGKILL'] ?? 0);
      resolve({ exitCode, ...(signal ? { signal } : {}), raw, orphans: findGroupMembers(child.pid) });
    });
  });
  return { ended, signal: (name) => void child.kill(name) };
}

/** The living processes of a process group, from /proc; none where there is no /proc. */
function findGroupMembers(group: number | undefined): number[] {
  if (process.platform !== 'linux' || group === undefined) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isMember(name, group))
    .map(Number);
}

function isMember(pid: string, group: number): boolean {
  try {
    const [state, , processGroup] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(processGroup) === group && state !== 'Z';
  } catch {
    return false;
  }
}
