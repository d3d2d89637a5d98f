import { type ChildProcess, spawn } from 'node:child_process';
import { createKeptOutput } from '../core/kept-output.ts';
import type { Redactor } from '../core/redact.ts';
import { createRedactingStream } from '../core/redacting-stream.ts';
import { isCancelled, onCancel, unlessCancelled } from './cancellation.ts';

export interface ProcessRequest {
  /** Program: a path, or a name that is looked up in the child's PATH. Never a shell. */
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** The child's whole environment; nothing of ours is added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly redactor: Redactor;
  /** Ends the program and all of its group. */
  readonly abort?: AbortSignal;
}

export interface ProcessResult {
  /** Exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote to stdout and stderr, line by line in order of their ends, redacted; of a very long output its beginning and its end. */
  readonly output: string;
}

/** How long the pipes of a child that has ended are still read: what it left behind may hold them for ever. */
const PIPES_MS = 5000;

/**
 * Runs a program in a process group of its own and waits for its end; what it leaves in the group ends with it, and so
 * does all of it where the step is cancelled: nothing comes of it then. Rejects only where it cannot be started. `@actions/exec` is not used for
 * this: it gives no process group and no way to end a child.
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  await unlessCancelled();
  // Each pipe by itself: what one writes in between would cut a secret of the other in two.
  const streams = { stdout: createRedactingStream(request.redactor), stderr: createRedactingStream(request.redactor) };
  const output = createKeptOutput();
  let isLineOpen = false;
  const take = (text: string) => {
    output.add(text);
    isLineOpen = text === '' ? isLineOpen : !text.endsWith('\n');
  };
  const takeRest = (text: string) => take(text === '' || !isLineOpen ? text : `\n${text}`);
  return new Promise((resolve, reject) => {
    const child = spawn(request.command, request.args, {
      cwd: request.folder,
      env: request.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const forget = onCancel(() => endGroup(child));
    const end = () => endGroup(child);
    request.abort?.addEventListener('abort', end);
    for (const pipe of ['stdout', 'stderr'] as const) {
      child[pipe].setEncoding('utf8').on('data', (chunk: string) => take(streams[pipe].write(chunk)));
    }
    child.once('error', (error) => {
      forget();
      reject(error);
    });
    child.once('exit', () => {
      endGroup(child);
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, PIPES_MS).unref();
    });
    child.once('close', (code, signal) => {
      forget();
      request.abort?.removeEventListener('abort', end);
      takeRest(streams.stdout.end());
      takeRest(streams.stderr.end());
      if (!isCancelled()) {
        resolve({ code, signal, output: output.text() });
      }
    });
  });
}

/** Ends what a child left behind in its group: nothing it started goes on after it. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === 'win32') {
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
