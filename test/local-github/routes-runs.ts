import { isoSeconds, resolveCommit } from './commits.ts';
import { apiOf } from './present-commit.ts';
import { nodeId, numberOf, presentRepository, presentUser } from './repositories.ts';
import { ApiError, type Call, type Route } from './route.ts';

/** Workflow runs: the newest attempt of one, or any of its attempts. */
export const runRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/actions/runs/:run_id', handle: answerRun },
  { method: 'GET', pattern: '/actions/runs/:run_id/attempts/:attempt_number', handle: answerRun },
];

async function answerRun({ hub, repository, params }: Call) {
  const { run_id: id = '', attempt_number: attempt } = params;
  if (![id, attempt ?? '1'].every((number) => /^\d+$/.test(number))) throw new ApiError(404, 'Not Found');
  const run = repository.runs.find(Number(id), attempt === undefined ? undefined : Number(attempt));
  if (run === undefined) throw new ApiError(404, 'Not Found');
  const { event = 'workflow_dispatch', headBranch = repository.defaultBranch } = run;
  const { name = 'Deploy', path = '.github/workflows/deploy.yml' } = run;
  const url = `${apiOf(repository, hub)}/actions/runs/${run.id}`;
  const actor = presentUser({ login: 'octocat', type: 'User' });
  return {
    body: {
      id: run.id,
      node_id: nodeId('WorkflowRun', run.id),
      name,
      display_title: name,
      path,
      event,
      head_branch: headBranch,
      head_sha: run.headSha ?? (await resolveCommit(repository.bare, headBranch)) ?? '0'.repeat(40),
      run_number: 1,
      run_attempt: run.attempt,
      status: run.status,
      conclusion: run.conclusion,
      workflow_id: numberOf(path),
      url,
      html_url: `https://github.com/${repository.owner}/${repository.name}/actions/runs/${run.id}`,
      previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
      created_at: isoSeconds(run.createdAt),
      updated_at: isoSeconds(run.updatedAt),
      run_started_at: isoSeconds(run.startedAt),
      actor,
      triggering_actor: actor,
      repository: presentRepository(repository, hub.url),
    },
  };
}
