import { type CheckResult, parseCheckResult } from '../../core/check/result.ts';
import type { DeployResult } from '../../core/deploy/result.ts';
import { UserError } from '../../core/errors.ts';
import type { RemovalResult } from '../../core/removal/result.ts';
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
    result: inputs.result === undefined ? undefined : resultOf(inputs.result),
    error: inputs.error,
    checks: inputs.checks === undefined ? undefined : checksOf(inputs.checks),
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

function resultOf(text: string): DeployResult | RemovalResult {
  const fix = 'pass the output "result" of deploy-service or destroy-stage on as it is';
  try {
    const result = parseResult(decodeJson(text));
    if (result !== undefined) {
      return result;
    }
  } catch (cause) {
    throw new UserError('E_INPUT', { what: 'the input "result" is not JSON', fix, cause });
  }
  throw new UserError('E_INPUT', { what: 'the input "result" is no result that this version knows', fix });
}

function checksOf(text: string): CheckResult {
  const fix = 'pass the output "result" of check-stages on as it is';
  try {
    const checks = parseCheckResult(decodeJson(text));
    if (checks !== undefined) {
      return checks;
    }
  } catch (cause) {
    throw new UserError('E_INPUT', { what: 'the input "checks" is not JSON', fix, cause });
  }
  throw new UserError('E_INPUT', { what: 'the input "checks" is no result that this version knows', fix });
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
