import { onlyDefined } from '../../core/only-defined.ts';
import { renderReports } from '../../core/report/report-summary.ts';
import { reportOfStart, reportsOfEnd } from '../../core/report/stage-report.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import { announce } from './announce.ts';
import type { contract, Inputs } from './contract.ts';
import type { Dependencies } from './dependencies.ts';
import { readInputs } from './inputs.ts';

/** Tells people how a stage, or each stage of a sweep, stands. What cannot be told is a warning. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const reading = readInputs(inputs);
  const { configuration, run: own } = deps;
  const { end } = reading;
  const reports = end === undefined ? [reportOfStart(configuration, own)] : reportsOfEnd(configuration, end, own);
  const outputs: { 'github-deployment'?: string; comment?: string } = {};
  for (const report of reports) {
    const { deployment, comment } = await announce(report, reading, deps);
    Object.assign(outputs, {
      ...(deployment === undefined ? {} : { 'github-deployment': deployment.toString() }),
      ...onlyDefined({ comment }),
    });
  }
  return end === undefined ? { outputs } : { outputs, summary: renderReports(reports) };
}
