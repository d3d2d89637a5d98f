import * as core from '@actions/core';
import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';
import { describeError } from '../../core/described-error.ts';
import { UserError } from '../../core/errors.ts';
import { missingInput, parseInput } from '../../core/input.ts';
import { visible } from '../../core/report/printable.ts';
import { onCancel } from '../cancellation.ts';
import { diskError } from '../files/disk.ts';

/** What an action came to: its outputs, and what a person is shown of it. */
export interface Outcome<Contract extends ActionContract> {
  readonly outputs: OutputsOf<Contract>;
  /** Markdown for the job summary. */
  readonly summary?: string;
  /** What a person is told although the step succeeds. */
  readonly notice?: string;
  /** Why the step fails although it has outputs. */
  readonly failure?: UserError;
}

/**
 * The one way every action goes: read all inputs, run, write the outputs; or fail the step with one annotation.
 * Never rejects.
 */
export async function runAction<Contract extends ActionContract>(
  contract: Contract,
  run: (inputs: InputsOf<Contract>) => Promise<Outcome<Contract>>,
): Promise<void> {
  const forget = onCancel(() => setOutputs(contract.onFailure));
  try {
    const inputs = readInputs(contract);
    const outcome = await run(inputs);
    const outputs: Readonly<Record<string, string | undefined>> = outcome.outputs;
    for (const name of contract.outputs) {
      core.setOutput(name, outputs[name] ?? '');
    }
    // An action that has the input `job-summary` writes none where it is false.
    if (Reflect.get(inputs, 'job-summary') !== false) {
      await writeSummary(outcome.summary);
    }
    if (outcome.notice !== undefined) {
      core.notice(visible(outcome.notice));
    }
    if (outcome.failure !== undefined) {
      failStep(outcome.failure);
      setOutputs(errorOutput(contract, outcome.failure));
    }
  } catch (error) {
    // First the annotation: outputs go to a file, which may be what fails.
    failStep(error);
    try {
      setOutputs({ ...contract.onFailure, ...errorOutput(contract, error) });
    } catch (fault) {
      core.debug(`the outputs could not be written: ${(fault as Error).message}`);
    }
  } finally {
    forget();
  }
}

/** Longest text of the output `error`, in characters. */
const MAX_ERROR = 4000;

/** The output `error` of the actions that have one: a later job tells people by it why there is no result. */
function errorOutput(contract: ActionContract, error: unknown): Record<string, string> {
  const { code, message } = describeError(diskError(error) ?? error);
  return contract.outputs.includes('error') ? { error: `${code}: ${message}`.slice(0, MAX_ERROR) } : {};
}

function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) {
    core.setOutput(name, value);
  }
}

/** Reads all inputs of a contract; throws E_INPUT for the first that is missing or is not of its kind. */
function readInputs<Contract extends ActionContract>(contract: Contract): InputsOf<Contract> {
  const values: Record<string, unknown> = {};
  for (const [name, { kind, always }] of Object.entries(contract.inputs)) {
    const value = parseInput(name, kind, core.getInput(name, { trimWhitespace: kind !== 'flag' }));
    if (value === undefined && always === true) {
      throw missingInput(name);
    }
    if (kind === 'secret' && typeof value === 'string' && value.length >= 8) {
      core.setSecret(value);
    }
    values[name] = value;
  }
  return values as InputsOf<Contract>;
}

/** Adds to the job summary; a summary that cannot be written does not undo what was done. */
async function writeSummary(summary: string | undefined): Promise<void> {
  if (summary !== undefined && (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '') {
    await core.summary
      .addRaw(summary)
      .write()
      .catch((error: Error) => core.warning(`the job summary could not be written: ${error.message}`));
  }
}

/** Fails the step with one annotation, `CODE: what – why – what to do`; the stack goes to the debug log alone. */
function failStep(error: unknown): void {
  process.exitCode = core.ExitCode.Failure;
  const known = error instanceof UserError ? error : diskError(error);
  const { code, message } = describeError(known ?? error);
  const position = known?.position;
  core.error(
    visible(`${code}: ${message}`),
    position === undefined ? {} : { file: position.file, startLine: position.line, startColumn: position.column },
  );
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    core.debug(cause.stack ?? cause.message);
  }
}
