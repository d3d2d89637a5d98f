import { type RunSettings, runWorkflow, type WorkflowRun } from './deploy-job.ts';
import type { StandIns } from './stand-ins.ts';

/** Plays the run that GitHub starts for an event of a pull request. */
export async function runPreview(
  standIns: StandIns,
  number: number,
  action: 'opened' | 'synchronize' | 'closed' | 'reopened',
  settings: RunSettings = {},
): Promise<WorkflowRun> {
  const { github, repository } = standIns;
  const pull = await github.pulls.find(number);
  if (pull === undefined) throw new Error(`there is no pull request #${number}`);
  const context = {
    workspace: repository.checkOut(pull.headSha),
    event: { name: 'pull_request', payload: await github.eventFor(number, action) },
    ref: `refs/pull/${number}/merge`,
    sha: pull.headSha,
    headRef: pull.head,
    baseRef: pull.base,
  };
  return runWorkflow(standIns, context, {}, settings);
}
