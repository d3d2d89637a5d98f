import { isoSeconds, resolveCommit } from './commits.ts';
import type { Repository, Site } from './hub.ts';
import type { Job } from './jobs.ts';
import { presentSimpleCommit } from './present-commit.ts';
import { apiOf, htmlOf, presentMinimalRepository } from './present-repository.ts';
import { presentUser } from './present-user.ts';
import { nodeId } from './repositories.ts';
import type { RunAttempt } from './run.ts';
import { workflowId } from './workflows.ts';

/** What a run is of, with what it is of unless it was set otherwise. */
export async function originOf(run: RunAttempt, repository: Repository) {
  const { event = 'workflow_dispatch', headBranch = repository.defaultBranch } = run;
  const { name = 'Deploy', path = '.github/workflows/deploy.yml' } = run;
  const { actor = { login: 'octocat', type: 'User' } as const } = run;
  const headSha = run.headSha ?? (await resolveCommit(repository.bare, headBranch)) ?? '0'.repeat(40);
  return { event, headBranch, headSha, name, path, actor };
}

/** One attempt of a workflow run. */
export async function presentRun(run: RunAttempt, repository: Repository, site: Site) {
  const { event, headBranch, headSha, name, path, actor } = await originOf(run, repository);
  const api = apiOf(repository, site);
  const url = `${api}/actions/runs/${run.id}`;
  const user = presentUser(actor, site);
  const home = presentMinimalRepository(repository, site);
  return {
    id: run.id,
    name,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: headBranch,
    head_sha: headSha,
    path,
    display_title: name,
    run_number: run.number,
    event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflowId(path),
    check_suite_id: run.id,
    check_suite_node_id: nodeId('CheckSuite', run.id),
    url,
    html_url: `${htmlOf(repository, site)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: isoSeconds(run.createdAt),
    updated_at: isoSeconds(run.updatedAt),
    actor: user,
    run_attempt: run.attempt,
    referenced_workflows: [],
    run_started_at: isoSeconds(run.startedAt),
    triggering_actor: user,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${api}/actions/workflows/${workflowId(path)}`,
    head_commit: await presentSimpleCommit(headSha, repository),
    repository: home,
    head_repository: home,
  };
}

/** One job of an attempt. */
export async function presentJob({ id, run, ...job }: Job, repository: Repository, site: Site) {
  const { headBranch, headSha, name } = await originOf(run, repository);
  const api = apiOf(repository, site);
  const [startedAt, completedAt] = [isoSeconds(run.startedAt), isoSeconds(run.updatedAt)];
  const done = job.status === 'completed';
  return {
    id,
    run_id: run.id,
    workflow_name: name,
    head_branch: headBranch,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: run.attempt,
    node_id: nodeId('CheckRun', id),
    head_sha: headSha,
    url: `${api}/actions/jobs/${id}`,
    html_url: `${htmlOf(repository, site)}/actions/runs/${run.id}/job/${id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: startedAt,
    started_at: startedAt,
    completed_at: done ? completedAt : null,
    name: job.name,
    steps: job.steps.map((step, index) => ({
      name: step.name,
      status: step.conclusion === undefined && !done ? 'queued' : 'completed',
      conclusion: step.conclusion ?? (done ? 'success' : null),
      number: index + 1,
      started_at: startedAt,
      completed_at: done ? completedAt : null,
    })),
    check_run_url: `${api}/check-runs/${id}`,
    labels: ['ubuntu-latest'],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
  };
}
