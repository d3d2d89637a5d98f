import { join } from 'node:path';
import { createRedactor } from '../core/redact.ts';
import { plainEnvironment } from '../core/serverless/environment.ts';
import type { Service } from '../core/service/definition.ts';
import type { ProcessResult } from './process.ts';
import { runShell } from './shell.ts';

/** Runs a service's own tests in its folder, with a plain environment: no token of the job, no credentials. */
export function runTests(root: string, { path }: Pick<Service, 'path'>, line: string): Promise<ProcessResult> {
  const environment = plainEnvironment(process.env);
  return runShell(line, { folder: join(root, path), environment, redactor: createRedactor([]) });
}
