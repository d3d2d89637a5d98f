import { readFileSync } from 'node:fs';
import type { ChildEnd } from './child-process.ts';
import { parseCommandFile, parsePathFile } from './command-file.ts';
import { COMMAND_FILES, type CommandFileName, type StepResult } from './run-options.ts';
import type { SecretMasker } from './secret-masker.ts';
import type { StepLog } from './step-log.ts';

const SUMMARY_LIMIT = 1024 * 1024;

/** Reads the command files of a step that has ended and says what came of it. */
export function completeStep(
  { exitCode, signal, raw, orphans }: ChildEnd,
  paths: Record<CommandFileName, string>,
  log: StepLog,
  masker: SecretMasker,
  cancelledBy: NodeJS.Signals | undefined,
): StepResult {
  const files = Object.fromEntries(
    COMMAND_FILES.map((name) => [name, readFileIfThere(paths[name])]),
  ) as StepResult['files'];
  const failures: string[] = [];
  const read = (name: 'OUTPUT' | 'ENV' | 'STATE') => readPairs(name, files[name], log, failures);
  const env = read('ENV');
  // NODE_OPTIONS would load code into every later action: the runner refuses it, in any case.
  for (const name of Object.keys(env).filter((key) => key.toUpperCase() === 'NODE_OPTIONS')) {
    log.issue('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    delete env[name];
  }
  const outputs = { ...log.outputs, ...read('OUTPUT') };
  const state = { ...log.state, ...read('STATE') };
  const summary = readSummary(files.STEP_SUMMARY, log, masker);
  const failed = exitCode !== 0 || log.failed || failures.length > 0;
  if (exitCode !== 0) log.debug(`Node Action run completed with exit code ${exitCode}`);
  return {
    conclusion: cancelledBy !== undefined ? 'cancelled' : failed ? 'failure' : 'success',
    ...(cancelledBy === undefined ? {} : { cancelledBy }),
    exitCode,
    ...(signal ? { signal } : {}),
    outputs,
    env,
    state,
    path: parsePathFile(files.PATH),
    summary,
    annotations: log.annotations,
    masks: log.masks,
    log: log.text(),
    raw,
    files,
    orphans,
  };
}

function readFileIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function readPairs(
  name: 'OUTPUT' | 'ENV' | 'STATE',
  text: string,
  log: StepLog,
  failures: string[],
): Record<string, string> {
  const { pairs, error } = parseCommandFile(text);
  for (const [key, value] of pairs) log.debug(`${name} ${key}='${value}'`);
  if (error) {
    log.issue('error', `Unable to process file command '${name.toLowerCase()}' successfully.`);
    log.issue('error', error);
    failures.push(name);
  }
  return Object.fromEntries(pairs);
}

function readSummary(text: string, log: StepLog, masker: SecretMasker): string {
  const size = Buffer.byteLength(text);
  if (size > SUMMARY_LIMIT) {
    log.issue(
      'error',
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${SUMMARY_LIMIT / 1024}k, got ${Math.floor(size / 1024)}k.`,
    );
    return '';
  }
  // Line by line, as the runner does: a secret of several lines is hidden by the masks of its lines.
  return text.split('\n').map(masker.mask).join('\n');
}
