import type { DeployResult } from '../../core/deploy/result.ts';
import { UserError } from '../../core/errors.ts';
import type { RemovalResult } from '../../core/removal/result.ts';
import { parseResult } from '../../core/report/result-schema.ts';
import type { JobResult, RunEnd } from '../../core/report/stage-report.ts';
import { decodeJson } from '../../core/transport.ts';
import type { Inputs } from './contract.ts';

/** Reads the input `phase`; throws E_INPUT. */
export function phaseOf({ phase }: Pick<Inputs, 'phase'>): 'start' | 'end' {
  if (phase === 'start' || phase === 'end') {
    return phase;
  }
  throw new UserError('E_INPUT', { what: `the input "phase" is "${phase}"`, fix: 'write start or end' });
}

/** Reads what is known of a run that is over; throws E_INPUT. */
export function endOf(inputs: Inputs): RunEnd {
  return {
    result: inputs.result === undefined ? undefined : resultOf(inputs.result),
    error: inputs.error,
    testResult: jobResult('test-result', inputs['test-result']),
    deployResult: jobResult('deploy-result', inputs['deploy-result']),
  };
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

/** Reads the input `github-deployment`; throws E_INPUT. */
export function githubDeploymentOf({ 'github-deployment': id }: Inputs): number | undefined {
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

const JOB_RESULTS: readonly string[] = ['success', 'failure', 'cancelled', 'skipped'] satisfies JobResult[];

function jobResult(name: string, text = ''): JobResult {
  if (text === '' || JOB_RESULTS.includes(text)) {
    return text as JobResult;
  }
  throw new UserError('E_INPUT', {
    what: `the input "${name}" is "${text}"`,
    fix: `write ${JOB_RESULTS.join(', ')}, or leave it out`,
  });
}
