import { ok, type Question } from './shape-question.ts';

const SHA = '{main}';

/** Commit statuses; they leave a green one. */
export const statusQuestions: readonly Question[] = [
  ok('POST /statuses/:sha', `/statuses/${SHA}`, { body: { state: 'success', target_url: 'https://example.com/1' } }),
  ok('GET /commits/:ref/statuses', '/commits/main/statuses'),
  ok('GET /commits/:ref/status', '/commits/main/status'),
  ok('GET /commits/:ref/status', '/commits/none/status', { status: 404 }),
  ok('GET /commits/:ref/statuses', '/commits/none/statuses', { status: 404 }),
  ok('POST /statuses/:sha', `/statuses/${SHA}`, { status: 422, body: { state: 'good' } }),
];

/** Check runs and suites; they leave a failed one. */
export const checkQuestions: readonly Question[] = [
  ok('POST /check-runs', '/check-runs', {
    body: { name: 'lint', head_sha: SHA, status: 'in_progress' },
    save: 'check',
  }),
  ok('PATCH /check-runs/:id', '/check-runs/{check}', {
    body: {
      conclusion: 'failure',
      output: {
        title: 'One',
        summary: 'One',
        annotations: [{ path: 'a', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'No' }],
      },
    },
  }),
  ok('GET /check-runs/:id', '/check-runs/{check}'),
  ok('GET /check-runs/:id/annotations', '/check-runs/{check}/annotations'),
  ok('GET /commits/:ref/check-runs', '/commits/main/check-runs'),
  ok('GET /commits/:ref/check-suites', '/commits/main/check-suites', { save: 'suite', property: 'check_suites.0.id' }),
  ok('GET /check-suites/:id', '/check-suites/{suite}'),
  ok('GET /check-suites/:id/check-runs', '/check-suites/{suite}/check-runs'),
  ok('POST /check-runs', '/check-runs', { status: 422, body: { name: 'lint', head_sha: '1'.repeat(40) } }),
  ok('GET /check-runs/:id', '/check-runs/1', { status: 404 }),
  ok('PATCH /check-runs/:id', '/check-runs/1', { status: 404, body: { name: 'x' } }),
  ok('GET /check-runs/:id/annotations', '/check-runs/1/annotations', { status: 404 }),
  ok('GET /commits/:ref/check-runs', '/commits/none/check-runs', { status: 422 }),
  ok('GET /commits/:ref/check-suites', '/commits/none/check-suites', { status: 422 }),
  ok('GET /check-suites/:id', '/check-suites/1', { status: 404 }),
  ok('GET /check-suites/:id/check-runs', '/check-suites/1/check-runs', { status: 404 }),
  // The failed check is in the way.
  ok('POST /deployments', '/deployments', { status: 409, body: { ref: 'main' } }),
];
