import { notFound } from './api-error.ts';
import { jobsOf, runOfJob } from './jobs.ts';
import { paginate } from './paging.ts';
import { originOf, presentJob, presentRun } from './present-run.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import type { RunAttempt } from './run.ts';
import { findWorkflow } from './workflows.ts';

const READ = [{ actions: 'read' }] as const;

/** Workflow runs, the newest attempt of each or any of its attempts, and their jobs. */
export const runRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/actions/runs', permissions: READ, handle: (call) => listRuns(call) },
  {
    method: 'GET',
    pattern: '/actions/workflows/:workflow/runs',
    permissions: READ,
    async handle(call) {
      const workflow = await findWorkflow(call.repository, call.params['workflow'] ?? '');
      if (workflow === undefined) throw notFound();
      return listRuns(call, workflow.path);
    },
  },
  { method: 'GET', pattern: '/actions/runs/:run_id', permissions: READ, handle: answerRun },
  { method: 'GET', pattern: '/actions/runs/:run_id/attempts/:attempt_number', permissions: READ, handle: answerRun },
  { method: 'GET', pattern: '/actions/runs/:run_id/jobs', permissions: READ, handle: listJobs },
  {
    method: 'GET',
    pattern: '/actions/runs/:run_id/attempts/:attempt_number/jobs',
    permissions: READ,
    handle: listJobs,
  },
  {
    method: 'GET',
    pattern: '/actions/jobs/:id',
    permissions: READ,
    async handle({ hub, repository, params }) {
      const id = Number(params['id']);
      const { run, attempt } = runOfJob(id);
      const found = repository.runs.find(run, attempt);
      const job = found === undefined ? undefined : jobsOf(found).find((one) => one.id === id);
      if (job === undefined) throw notFound();
      return { body: await presentJob(job, repository, hub) };
    },
  },
];

/** Filters that are not imitated. */
const UNKNOWN_FILTERS = ['created', 'check_suite_id'];

async function listRuns(call: Call, path?: string): Promise<ApiAnswer> {
  const { repository, hub, request } = call;
  const unknown = UNKNOWN_FILTERS.find((name) => request.query.has(name));
  if (unknown !== undefined) throw new Error(`local GitHub does not filter runs by ${unknown}`);
  const wanted: RunAttempt[] = [];
  for (const run of repository.runs.list()) if (await isWanted(run, call, path)) wanted.push(run);
  const { page, headers } = paginate(wanted, call);
  const workflowRuns = await Promise.all(page.map((run) => presentRun(run, repository, hub)));
  return { headers, body: { total_count: wanted.length, workflow_runs: workflowRuns } };
}

async function isWanted(run: RunAttempt, { repository, request }: Call, path?: string): Promise<boolean> {
  const origin = await originOf(run, repository);
  const fits = (name: string, ...values: readonly (string | null)[]) => {
    const wanted = request.query.get(name);
    return wanted === null || values.includes(wanted);
  };
  return (
    (path === undefined || origin.path === path) &&
    fits('branch', origin.headBranch) &&
    fits('event', origin.event) &&
    // One filter for both, as on GitHub.
    fits('status', run.status, run.conclusion) &&
    fits('head_sha', origin.headSha) &&
    fits('actor', origin.actor.login)
  );
}

async function answerRun(call: Call): Promise<ApiAnswer> {
  return { body: await presentRun(requireRun(call), call.repository, call.hub) };
}

async function listJobs(call: Call): Promise<ApiAnswer> {
  const { repository, hub, request } = call;
  const run = requireRun(call);
  const attempts = request.query.get('filter') === 'all' ? attemptsOf(run, call) : [run];
  const jobs = attempts.flatMap(jobsOf);
  const { page, headers } = paginate(jobs, call);
  const body = await Promise.all(page.map((job) => presentJob(job, repository, hub)));
  return { headers, body: { total_count: jobs.length, jobs: body } };
}

function attemptsOf(run: RunAttempt, { repository }: Call): readonly RunAttempt[] {
  const numbers = Array.from({ length: run.attempt }, (_, index) => index + 1);
  return numbers.flatMap((attempt) => repository.runs.find(run.id, attempt) ?? []);
}

function requireRun({ repository, params }: Call): RunAttempt {
  const { run_id: id = '', attempt_number: attempt } = params;
  if (![id, attempt ?? '1'].every((number) => /^\d+$/.test(number))) throw notFound();
  const run = repository.runs.find(Number(id), attempt === undefined ? undefined : Number(attempt));
  if (run === undefined) throw notFound();
  return run;
}
