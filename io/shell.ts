import { join } from 'node:path';
import { createRedactor } from '../core/redact.ts';
import { plainEnvironment } from '../core/serverless/environment.ts';
import type { Service } from '../core/service/definition.ts';
import { type ProcessRequest, type ProcessResult, runProcess } from './process.ts';

/** Longest time that a command of the user's own may take, in milliseconds. */
const COMMAND_MS = 30 * 60_000;

/**
 * Runs a command line that the configuration holds, by bash as GitHub's own steps do: the first line or the first part of
 * a pipe that fails ends it. It is ended itself after COMMAND_MS. Rejects where there is no bash.
 */
export async function runShell(
  line: string,
  request: Omit<ProcessRequest, 'command' | 'args' | 'abort'>,
): Promise<ProcessResult> {
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', line];
  const abort = AbortSignal.timeout(COMMAND_MS);
  const result = await runProcess({ ...request, command: 'bash', args, abort });
  const note = `\nended, because it took longer than ${COMMAND_MS / 60_000} minutes\n`;
  return abort.aborted ? { ...result, output: result.output + note } : result;
}

/** Runs a service's own tests in its folder, with a plain environment: no token of the job, no credentials. */
export function runTests(root: string, { path }: Pick<Service, 'path'>, line: string): Promise<ProcessResult> {
  const environment = plainEnvironment(process.env);
  return runShell(line, { folder: join(root, path), environment, redactor: createRedactor([]) });
}
