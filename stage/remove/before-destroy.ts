import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ending, lastWords } from '../../core/child-end.ts';
import { UserError } from '../../core/errors.ts';
import type { Redactor } from '../../core/redact.ts';
import { awsEnvironment, factVariables } from '../../core/serverless/environment.ts';
import { isSuccess, type StackView } from '../../core/stack/status.ts';
import type { RegionTools } from '../../io/aws/region-tools.ts';
import { onDisk } from '../../io/files/disk.ts';
import { withPrivateFolder } from '../../io/private-work.ts';
import type { ProcessResult } from '../../io/process.ts';
import type { Log } from '../../io/runner/log.ts';
import { runShell } from '../../io/shell.ts';

/** A deployment that is about to be removed, and its hook. */
export interface Farewell {
  /** Key of the service. */
  readonly key: string;
  readonly stage: string;
  readonly stack: StackView;
  readonly command: string;
  readonly tools: Pick<RegionTools, 'region' | 'keys'>;
}

/**
 * Runs the hook before-destroy, in an empty folder, as a removal has no checkout; with the role's keys and the facts of the
 * deployment. A stack that is not whole any more has none of it run. Throws E_HOOK_FAILED: nothing of the service was touched.
 */
export async function runBeforeDestroy(
  { key, stage, stack, command, tools }: Farewell,
  { log, redactor }: { readonly log: Log; readonly redactor: Redactor },
): Promise<void> {
  if (!isSuccess(stack.status)) {
    log.info(`${key}: hook before-destroy is left out, the stack is ${stack.status}`);
    return;
  }
  log.info(`${key}: hook before-destroy`);
  const { region } = tools;
  const facts = factVariables({ stage, region, service: key, outputs: stack.outputs });
  const result = await withPrivateFolder(process.env['RUNNER_TEMP'] ?? '.', 'before-destroy', async (own) => {
    const emptyFile = join(own, 'empty');
    const folder = join(own, 'work');
    await onDisk(async () => {
      await writeFile(emptyFile, '', { mode: 0o600 });
      await mkdir(folder, { mode: 0o700 });
    });
    const aws = awsEnvironment({ own: process.env, session: await tools.keys(), emptyFile, exported: [] });
    return runShell(command, { folder, environment: { ...aws, ...facts }, redactor });
  });
  log.foreign(`${key}: hook before-destroy`, result.output);
  if (result.code !== 0) {
    throw failed(key, region, result);
  }
}

function failed(key: string, region: string, result: ProcessResult): UserError {
  return new UserError('E_HOOK_FAILED', {
    what: `the hook "before-destroy" of the service "${key}" in ${region} failed (${ending(result)}); nothing of the service was removed`,
    why: lastWords(result.output),
    fix: 'mend the command in serverless-stages.yml, or take it out; the next removal runs it again',
  });
}
