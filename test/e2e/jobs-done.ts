import { parseDocument } from 'yaml';
import type { WorkflowOutcome } from './act.ts';
import { outputOf } from './workshop-run.ts';

/** What a job of a workflow came to. */
export interface JobDone {
  readonly result: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * The text of a workflow some of whose jobs have come to something already: in their place stand jobs of the same name that
 * come to the same. act ends a run as soon as a workflow that it calls has failed; GitHub goes on to the jobs after it, and starts
 * those whose conditions hold. By this a test has the rest of such a run.
 */
export function withJobsDone(workflow: string, done: Readonly<Record<string, JobDone>>): string {
  const document = parseDocument(workflow);
  for (const [id, { result, outputs }] of Object.entries(done)) {
    if (!document.hasIn(['jobs', id])) throw new Error(`the workflow has no job ${id}`);
    const steps = [{ run: `exit ${result === 'success' ? 0 : 1}` }];
    document.setIn(['jobs', id], document.createNode({ 'runs-on': 'ubuntu-latest', outputs, steps }));
  }
  return document.toString({ lineWidth: 0 });
}

/** What a job came to whose outputs are those of one of its steps. */
export function jobDone(outcome: WorkflowOutcome, job: string, step: string): JobDone {
  const { result, steps = [] } = outcome.jobs[job] ?? {};
  if (result !== 'success' && result !== 'failure') throw new Error(`${job} is ${result}`);
  const names = Object.keys(steps.find(({ id, stage }) => id === step && stage === 'Main')?.outputs ?? {});
  return { result, outputs: Object.fromEntries(names.map((name) => [name, outputOf(outcome, job, step, name)])) };
}
