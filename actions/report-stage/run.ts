import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { renderReports } from '../../core/report/report-summary.ts';
import { type ReportingRun, reportOfStart, reportsOfEnd, type StageReport } from '../../core/report/stage-report.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { contract, Inputs } from './contract.ts';
import type { Dependencies } from './dependencies.ts';
import { endOf, githubDeploymentOf, phaseOf } from './inputs.ts';
import { tell } from './tell.ts';

/** Tells people how a stage, or each stage of a sweep, stands. What cannot be told is a warning. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const phase = phaseOf(inputs);
  githubDeploymentOf(inputs);
  const reports = reportsOf(phase, inputs, deps.configuration, deps.run);
  const outputs: { 'github-deployment'?: string; comment?: string } = {};
  for (const report of reports) {
    const { deployment, comment } = await tell(report, inputs, deps);
    Object.assign(outputs, {
      ...(deployment === undefined ? {} : { 'github-deployment': deployment.toString() }),
      ...(comment === undefined ? {} : { comment }),
    });
  }
  return phase === 'start' ? { outputs } : { outputs, summary: renderReports(reports) };
}

function reportsOf(
  phase: 'start' | 'end',
  inputs: Inputs,
  configuration: EffectiveConfiguration,
  run: ReportingRun,
): StageReport[] {
  return phase === 'start' ? [reportOfStart(configuration, run)] : reportsOfEnd(configuration, endOf(inputs), run);
}
