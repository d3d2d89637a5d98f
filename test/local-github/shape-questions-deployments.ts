import { ok, type Question } from './shape-question.ts';

const DEPLOYMENTS = '/deployments';
const POLICIES = '/environments/:name/deployment-branch-policies';

/** Of the newest commit on `main`. */
const SHA = '{main}';

/** Deployments and their statuses; they leave one that is active. */
export const deploymentQuestions: readonly Question[] = [
  ok(`POST ${DEPLOYMENTS}`, '/deployments', { body: { ref: 'main', payload: { a: 1 } }, save: 'deployment' }),
  ok(`POST ${DEPLOYMENTS}/:id/statuses`, '/deployments/{deployment}/statuses', {
    body: { state: 'success', environment_url: 'https://example.com' },
    save: 'status',
  }),
  ok(`POST ${DEPLOYMENTS}/:id/statuses`, '/deployments/{deployment}/statuses', { body: { state: 'success' } }),
  ok(`GET ${DEPLOYMENTS}/:id/statuses`, '/deployments/{deployment}/statuses'),
  ok(`GET ${DEPLOYMENTS}/:id/statuses/:status`, '/deployments/{deployment}/statuses/{status}'),
  ok(`GET ${DEPLOYMENTS}`, '/deployments'),
  ok(`GET ${DEPLOYMENTS}/:id`, '/deployments/{deployment}'),
  ok(`POST ${DEPLOYMENTS}`, '/deployments', { body: { ref: SHA, environment: 'qa' }, save: 'other' }),
  ok(`POST ${DEPLOYMENTS}`, '/deployments', { status: 202, body: { ref: 'behind' } }),
  ok(`POST ${DEPLOYMENTS}`, '/deployments', { status: 409, body: { ref: 'conflict' } }),
  ok(`POST ${DEPLOYMENTS}`, '/deployments', { status: 422, body: { ref: 'none' } }),
  ok(`DELETE ${DEPLOYMENTS}/:id`, '/deployments/{deployment}', { status: 422 }),
  ok(`DELETE ${DEPLOYMENTS}/:id`, '/deployments/{other}'),
  ok(`DELETE ${DEPLOYMENTS}/:id`, '/deployments/{other}', { status: 404 }),
  ok(`GET ${DEPLOYMENTS}/:id`, '/deployments/1', { status: 404 }),
  ok(`GET ${DEPLOYMENTS}/:id/statuses`, '/deployments/1/statuses', { status: 404 }),
  ok(`GET ${DEPLOYMENTS}/:id/statuses/:status`, '/deployments/{deployment}/statuses/1', { status: 404 }),
  ok(`POST ${DEPLOYMENTS}/:id/statuses`, '/deployments/{deployment}/statuses', { status: 422, body: { state: 'x' } }),
];

/** Environments and their branch policies. */
export const environmentQuestions: readonly Question[] = [
  ok('PUT /environments/:name', '/environments/staging', {
    body: {
      wait_timer: 30,
      prevent_self_review: true,
      reviewers: [{ type: 'User', id: 583231 }],
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    },
  }),
  ok('GET /environments', '/environments'),
  ok('GET /environments/:name', '/environments/staging'),
  ok('GET /environments/:name', '/environments/reviewed'),
  ok(`POST ${POLICIES}`, '/environments/staging/deployment-branch-policies', {
    status: 200,
    body: { name: 'release/*' },
    save: 'policy',
  }),
  ok(`POST ${POLICIES}`, '/environments/staging/deployment-branch-policies', {
    status: 303,
    body: { name: 'release/*' },
  }),
  ok(`POST ${POLICIES}`, '/environments/qa/deployment-branch-policies', { status: 404, body: { name: 'main' } }),
  ok(`GET ${POLICIES}`, '/environments/staging/deployment-branch-policies'),
  ok(`GET ${POLICIES}/:id`, '/environments/staging/deployment-branch-policies/{policy}'),
  ok(`PUT ${POLICIES}/:id`, '/environments/staging/deployment-branch-policies/{policy}', { body: { name: 'main' } }),
  ok(`DELETE ${POLICIES}/:id`, '/environments/staging/deployment-branch-policies/{policy}', { status: 204 }),
  ok('PUT /environments/:name', '/environments/staging', { status: 422, body: { wait_timer: 99_999 } }),
  ok(`GET ${POLICIES}`, '/environments/none/deployment-branch-policies', { status: 404 }),
  ok(`GET ${POLICIES}/:id`, '/environments/staging/deployment-branch-policies/1', { status: 404 }),
  ok(`PUT ${POLICIES}/:id`, '/environments/staging/deployment-branch-policies/1', { status: 404, body: { name: 'x' } }),
  ok(`DELETE ${POLICIES}/:id`, '/environments/staging/deployment-branch-policies/1', { status: 404 }),
  ok('DELETE /environments/:name', '/environments/staging'),
  ok('DELETE /environments/:name', '/environments/staging', { status: 404 }),
  ok('GET /environments/:name', '/environments/staging', { status: 404 }),
];
