import { type RunSettings, runWorkflow, type WorkflowRun } from './deploy-job.ts';
import type { StandIns } from './stand-ins.ts';

/** Plays the run that deploys a configured stage when its branch was pushed to, or by hand. */
export async function runStage(
  standIns: StandIns,
  stage: string,
  settings: RunSettings & { readonly commit?: string } = {},
): Promise<WorkflowRun> {
  const { github, repository } = standIns;
  const branch = stage === 'prod' ? 'prod' : 'master';
  const head = repository.head(branch);
  const context = {
    workspace: repository.checkOut(settings.commit ?? head),
    event: { name: 'push', payload: await github.pushEvent(branch, head, head) },
    ref: `refs/heads/${branch}`,
    sha: head,
  };
  const commit = settings.commit === undefined ? {} : { commit: settings.commit };
  return runWorkflow(standIns, context, { stage, ...commit }, settings);
}
