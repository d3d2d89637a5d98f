import { ok, type Question } from './shape-question.ts';

/** Workflows, runs, jobs and dispatches. */
export const actionQuestions: readonly Question[] = [
  ok('GET /actions/workflows', '/actions/workflows'),
  ok('GET /actions/workflows/:workflow', '/actions/workflows/deploy.yml'),
  ok('POST /actions/workflows/:workflow/dispatches', '/actions/workflows/deploy.yml/dispatches', {
    status: 204,
    body: { ref: 'main' },
  }),
  ok('POST /actions/workflows/:workflow/dispatches', '/actions/workflows/deploy.yml/dispatches', {
    status: 200,
    body: { ref: 'main', return_run_details: true },
    only: 'api.github.com',
  }),
  ok('POST /actions/workflows/:workflow/dispatches', '/actions/workflows/none.yml/dispatches', {
    status: 404,
    body: { ref: 'main' },
  }),
  ok('POST /actions/workflows/:workflow/dispatches', '/actions/workflows/deploy.yml/dispatches', {
    status: 422,
    body: { ref: 'none' },
  }),
  ok('GET /actions/workflows/:workflow', '/actions/workflows/none.yml', { status: 404 }),
  ok('GET /actions/workflows/:workflow/runs', '/actions/workflows/none.yml/runs', { status: 404 }),
  ok('GET /actions/runs', '/actions/runs', { save: 'run', property: 'workflow_runs.0.id' }),
  ok('GET /actions/runs/:run_id', '/actions/runs/8', { status: 404 }),
  ok('GET /actions/runs/:run_id/jobs', '/actions/runs/8/jobs', { status: 404 }),
  ok('GET /actions/runs/:run_id/attempts/:attempt_number', '/actions/runs/{run}/attempts/2', { status: 404 }),
  ok('GET /actions/jobs/:id', '/actions/jobs/8', { status: 404 }),
  ok('GET /actions/workflows/:workflow/runs', '/actions/workflows/deploy.yml/runs'),
  ok('GET /actions/runs/:run_id', '/actions/runs/{run}'),
  ok('GET /actions/runs/:run_id/attempts/:attempt_number', '/actions/runs/{run}/attempts/1'),
  ok('GET /actions/runs/:run_id/jobs', '/actions/runs/{run}/jobs', { save: 'job', property: 'jobs.0.id' }),
  ok('GET /actions/runs/:run_id/attempts/:attempt_number/jobs', '/actions/runs/7/attempts/1/jobs'),
  ok('GET /actions/runs/:run_id/attempts/:attempt_number/jobs', '/actions/runs/{run}/attempts/2/jobs', { status: 404 }),
  ok('GET /actions/jobs/:id', '/actions/jobs/{job}'),
  ok('POST /dispatches', '/dispatches', { status: 204, body: { event_type: 'sweep', client_payload: { a: 1 } } }),
  ok('POST /dispatches', '/dispatches', { status: 422, body: {} }),
  ok('GET /actions/permissions', '/actions/permissions'),
  ok('GET /actions/permissions/selected-actions', '/actions/permissions/selected-actions'),
  ok('GET /actions/secrets', '/actions/secrets'),
  ok('GET /actions/organization-secrets', '/actions/organization-secrets'),
];
