import { type ChildProcess, spawn } from 'node:child_process';
import type { Redactor } from '../core/redact.ts';
import { createRedactingStream } from '../core/redacting-stream.ts';

export interface ProcessRequest {
  /** Program: a path, or a name that is looked up in the child's PATH. Never a shell. */
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** The child's whole environment; nothing of ours is added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly redactor: Redactor;
  /** Gets the child's output, redacted, as whole lines come. */
  readonly onOutput?: (text: string) => void;
}

export interface ProcessResult {
  /** Exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote to stdout and stderr in order of arrival, redacted; only the end of a very long output. */
  readonly output: string;
}

/** Most of a child's output that is kept, in characters. */
const MAX_KEPT = 2 * 1024 * 1024;

const running = new Set<ChildProcess>();

/**
 * Runs a program in a process group of its own and waits for its end. Rejects only where it cannot be started.
 * `@actions/exec` is not used for this: it gives no process group and no way to end a child.
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  const stream = createRedactingStream(request.redactor);
  let output = '';
  const take = (text: string) => {
    if (text !== '') {
      output = (output + text).slice(-MAX_KEPT);
      request.onOutput?.(text);
    }
  };
  return new Promise((resolve, reject) => {
    const child = spawn(request.command, request.args, {
      cwd: request.folder,
      env: request.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    running.add(child);
    for (const pipe of [child.stdout, child.stderr]) {
      pipe.setEncoding('utf8').on('data', (chunk: string) => take(stream.write(chunk)));
    }
    child.once('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.once('exit', () => endGroup(child));
    child.once('close', (code, signal) => {
      running.delete(child);
      take(stream.end());
      resolve({ code, signal, output });
    });
  });
}

/** Ends what a child left behind in its group: nothing it started goes on after it. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (child.pid === undefined || process.platform === 'win32') {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Ends every child that still runs, with its group; for the end of our own process. */
export function endAllProcesses(): void {
  for (const child of running) {
    endGroup(child);
  }
}
