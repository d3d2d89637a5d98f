import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { LambdaFunction } from '../state/functions.ts';
import type { Invocation } from './runner.ts';

/** One process of one function; it handles one event at a time, as an execution environment does. */
export interface Worker {
  readonly alive: boolean;
  invoke(event: unknown): Promise<Invocation>;
  stop(): Promise<void>;
}

const bootstrap = join(import.meta.dirname, 'bootstrap.mjs');

export function startWorker(fn: LambdaFunction, task: string, env: Record<string, string>): Worker {
  // No options of this process (a loader, an inspector) may reach the function.
  const child = fork(bootstrap, { cwd: task, env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let output = '';
  child.stderr?.on('data', (chunk) => {
    output = (output + chunk).slice(-4000);
  });
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  let turn: Promise<unknown> = Promise.resolve();
  return {
    get alive() {
      return child.exitCode === null && child.signalCode === null && child.connected;
    },
    invoke: (event) => {
      const answer = turn.then(() => invokeOnce(child, fn, event, () => output));
      turn = answer;
      return answer;
    },
    stop: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

function invokeOnce(
  child: ChildProcess,
  fn: LambdaFunction,
  event: unknown,
  output: () => string,
): Promise<Invocation> {
  const requestId = randomUUID();
  return new Promise((resolve) => {
    const settle = (invocation: Invocation) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(invocation);
    };
    const fail = (errorType: string, errorMessage: string) =>
      settle({ failed: true, payload: JSON.stringify({ errorType, errorMessage, trace: output().split('\n') }) });
    const onMessage = (message: unknown) => {
      const { ok, payload } = message as { ok: boolean; payload: string };
      settle({ failed: !ok, payload });
    };
    const onExit = (code: number | null) =>
      fail('Runtime.ExitError', `RequestId: ${requestId} Error: Runtime exited with error: exit status ${code}`);
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('Sandbox.Timedout', `RequestId: ${requestId} Error: Task timed out after ${fn.timeout.toFixed(2)} seconds`);
    }, fn.timeout * 1000);
    child.on('message', onMessage);
    child.once('exit', onExit);
    if (child.exitCode !== null || !child.connected) onExit(child.exitCode);
    else child.send({ event, context: contextOf(fn, requestId) });
  });
}

function contextOf(fn: LambdaFunction, awsRequestId: string): Record<string, unknown> {
  return {
    awsRequestId,
    functionName: fn.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: fn.arn,
    memoryLimitInMB: String(fn.memorySize),
    logGroupName: fn.logGroup,
    deadline: Date.now() + fn.timeout * 1000,
  };
}
