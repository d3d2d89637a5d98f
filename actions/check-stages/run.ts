import { checkError } from '../../core/check/error.ts';
import { type CheckResult, overallCheck, type StageCheck } from '../../core/check/result.ts';
import type { StageChecks } from '../../core/configuration/effective.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { renderChecks } from '../../core/report/stage-checks.ts';
import { encodeJson } from '../../core/transport.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import { checkStage } from '../../stage/check/check-stage.ts';
import type { CheckEdges } from '../../stage/check/edges.ts';
import { tellCheck } from '../../stage/check/tell.ts';
import type { contract } from './contract.ts';

/** Says for each stage whether the services would pass there; the step fails if they would not. */
export async function run(
  { stages, services: changed, named }: StageChecks & { readonly named?: readonly string[] },
  edges: CheckEdges,
): Promise<Outcome<typeof contract>> {
  const checks: StageCheck[] = [];
  // One after the other: a service's folder is packaged for one stage at a time.
  for (const configuration of stages) {
    const check = await checkStage(configuration, { changed, named }, edges);
    tellCheck(check, edges.log);
    checks.push(check);
  }
  const result: CheckResult = { schemaVersion: 1, stages: checks };
  const status = stages.length === 0 ? 'none' : overallCheck(checks);
  return {
    outputs: { status, result: encodeJson(result) },
    summary: renderChecks(result),
    ...onlyDefined({ failure: checkError(checks) }),
  };
}
