import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from './child-process.ts';
import { node24 } from './node24.ts';
import { COMMAND_FILES, type CommandFileName, type RunContext, type StepResult } from './run-options.ts';
import type { SecretMasker } from './secret-masker.ts';
import { completeStep } from './step-completion.ts';
import { createStepLog, type StepLog } from './step-log.ts';

// The runner gives a cancelled step 7.5 s after SIGINT and 2.5 s after SIGTERM (actions/runner, ProcessInvoker). Machines that run
// tests side by side are slower than that: four times as long.
const PATIENCE = { interrupt: 30_000, terminate: 10_000 };

export interface StepPlan {
  script: string;
  action: string;
  variables: Record<string, string>;
  unexpectedInputs: string[];
  context: RunContext;
  temp: string;
  masker: SecretMasker;
}

/** A step that runs. */
export interface RunningStep {
  result: Promise<StepResult>;
  /** Cancels the step as the runner does: SIGINT, SIGTERM, SIGKILL, with time between them. */
  cancel(): Promise<StepResult>;
  /** Ends the process at once, as when the machine dies. */
  kill(): Promise<StepResult>;
}

/** Starts one script of an action with command files of its own. */
export function startStep(plan: StepPlan): RunningStep {
  const { context, masker } = plan;
  const log = createStepLog({ masker, workspace: context.workspace, debug: context.debug ?? false });
  if (plan.unexpectedInputs.length > 0) {
    log.issue('warning', `Unexpected input(s) ${plan.unexpectedInputs.map((name) => `'${name}'`).join(', ')}`);
  }
  const files = createCommandFiles(plan.temp);
  const child = startChild({
    command: node24(),
    args: [plan.script],
    cwd: context.workspace,
    env: { ...plan.variables, ...Object.fromEntries(COMMAND_FILES.map((name) => [`GITHUB_${name}`, files[name]])) },
    onLine: log.take,
  });
  let cancelledBy: NodeJS.Signals | undefined;
  const result = child.ended.then((end) => completeStep(end, files, log, masker, cancelledBy));
  const cancel = async () => {
    const send = (signal: NodeJS.Signals) => {
      cancelledBy = signal;
      child.signal(signal);
    };
    await endWithPatience(child, send, context.patience ?? PATIENCE);
    return result;
  };
  if (context.timeout) cancelAfter(context.timeout, plan.action, child, log, cancel);
  const kill = () => {
    child.signal('SIGKILL');
    return result;
  };
  return { result, cancel, kill };
}

function createCommandFiles(temp: string): Record<CommandFileName, string> {
  const folder = join(temp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const suffix = randomUUID();
  const files = COMMAND_FILES.map((name) => [name, join(folder, `${name.toLowerCase()}_${suffix}`)] as const);
  for (const [, file] of files) writeFileSync(file, '');
  return Object.fromEntries(files) as Record<CommandFileName, string>;
}

async function endWithPatience(
  child: Child,
  send: (signal: NodeJS.Signals) => void,
  patience: { interrupt: number; terminate: number },
): Promise<void> {
  const waitAtMost = (time: number) => {
    const waiting = new AbortController();
    const timer = sleep(time, false, { signal: waiting.signal }).catch(() => true);
    const ended = child.ended.then(() => true);
    return Promise.race([ended, timer]).finally(() => waiting.abort());
  };
  send('SIGINT');
  if (await waitAtMost(patience.interrupt)) return;
  send('SIGTERM');
  if (await waitAtMost(patience.terminate)) return;
  send('SIGKILL');
}

function cancelAfter(time: number, action: string, child: Child, log: StepLog, cancel: () => Promise<unknown>): void {
  const timer = setTimeout(() => {
    log.issue('error', `The action '${action}' has timed out after ${time / 60_000} minutes.`);
    cancel().catch(() => undefined);
  }, time);
  const stop = () => clearTimeout(timer);
  child.ended.then(stop, stop);
}
