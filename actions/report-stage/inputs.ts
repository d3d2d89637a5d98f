import { parseCheckResult } from '../../core/check/result.ts';
import { UserError } from '../../core/errors.ts';
import { parseResult } from '../../core/report/result-schema.ts';
import type { JobResult, RunEnd } from '../../core/report/stage-report.ts';
import { decodeJson } from '../../core/transport.ts';
import type { Inputs } from './contract.ts';

/** The inputs as they are meant, read before anything is told. */
export interface Reading {
  /** What the run knows when it is over; undefined when it begins. */
  readonly end: RunEnd | undefined;
  /** Id of the GitHub deployment that was made when it began. */
  readonly githubDeployment: number | undefined;
  /** Login of whoever the token speaks as. */
  readonly author: string;
}

/** Reads the inputs; throws E_INPUT. */
export function readInputs(inputs: Inputs): Reading {
  return {
    end: oneOf('phase', inputs.phase, ['start', 'end']) === 'start' ? undefined : endOf(inputs),
    githubDeployment: githubDeploymentOf(inputs),
    author: inputs['comment-author'],
  };
}

function endOf(inputs: Inputs): RunEnd {
  const jobResult = (name: 'test-result' | 'deploy-result'): JobResult =>
    inputs[name] === undefined ? '' : oneOf(name, inputs[name], ['success', 'failure', 'cancelled', 'skipped']);
  return {
    decision: oneOf('decision', inputs.decision, ['deploy', 'destroy', 'sweep']),
    result: handedOver('result', inputs.result, parseResult, 'deploy-service or destroy-stage'),
    error: inputs.error,
    checks: handedOver('checks', inputs.checks, parseCheckResult, 'check-stages'),
    testResult: jobResult('test-result'),
    deployResult: jobResult('deploy-result'),
  };
}

function oneOf<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === text);
  if (word === undefined) {
    throw new UserError('E_INPUT', { what: `the input "${name}" is "${text}"`, fix: `write ${words.join(' or ')}` });
  }
  return word;
}

/** Reads what an action handed over in an output; `from` says which. Throws E_INPUT. */
function handedOver<Value>(
  name: 'result' | 'checks',
  text: string | undefined,
  parse: (value: unknown) => Value | undefined,
  from: string,
): Value | undefined {
  if (text === undefined) {
    return undefined;
  }
  const fix = `pass the output "result" of ${from} on as it is`;
  try {
    const value = parse(decodeJson(text));
    if (value !== undefined) {
      return value;
    }
  } catch (cause) {
    throw new UserError('E_INPUT', { what: `the input "${name}" is not JSON`, fix, cause });
  }
  throw new UserError('E_INPUT', { what: `the input "${name}" is no result that this version knows`, fix });
}

function githubDeploymentOf({ 'github-deployment': id }: Inputs): number | undefined {
  if (id === undefined) {
    return undefined;
  }
  if (!/^[1-9][0-9]{0,14}$/.test(id)) {
    throw new UserError('E_INPUT', {
      what: `the input "github-deployment" is "${id}"`,
      fix: 'pass the output "github-deployment" of report-stage at the start on as it is',
    });
  }
  return Number(id);
}
