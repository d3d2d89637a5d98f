import { ApiError, invalidField, notFound, validationFailed } from './api-error.ts';
import { resolveCommit } from './commits.ts';
import { bringUpToDate, requireContexts } from './deployment-rules.ts';
import { type Deployment, stateOf } from './deployments.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { paginate } from './paging.ts';
import { presentDeployment } from './present-deployment.ts';
import type { ApiAnswer, Call, Route } from './route.ts';

/** Deployments without their statuses. */
export const deploymentRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/deployments', permissions: [{ deployments: 'read' }], handle: listDeployments },
  { method: 'POST', pattern: '/deployments', permissions: [{ deployments: 'write' }], handle: createDeployment },
  {
    method: 'GET',
    pattern: '/deployments/:id',
    permissions: [{ deployments: 'read' }],
    handle: (call) => ({ body: presentDeployment(requireDeployment(call), call.repository, call.hub) }),
  },
  { method: 'DELETE', pattern: '/deployments/:id', permissions: [{ deployments: 'write' }], handle: removeDeployment },
];

/** The deployment that the path names; throws 404. */
export function requireDeployment({ repository, params }: Call): Deployment {
  const deployment = repository.deployments.find(Number(params['id']));
  if (deployment === undefined) throw notFound();
  return deployment;
}

function listDeployments(call: Call): ApiAnswer {
  const { query } = call.request;
  const isWanted = (name: string, value: string) => [null, 'none', value].includes(query.get(name));
  const wanted = call.repository.deployments
    .list()
    .filter(
      ({ sha, ref, task, environment }) =>
        isWanted('sha', sha) && isWanted('ref', ref) && isWanted('task', task) && isWanted('environment', environment),
    );
  const { page, headers } = paginate(wanted, call);
  return { headers, body: page.map((deployment) => presentDeployment(deployment, call.repository, call.hub)) };
}

async function createDeployment(call: Call): Promise<ApiAnswer> {
  const { repository, hub, token } = call;
  const fields = fieldsOf(call);
  const ref = fields.requiredText('ref');
  const sha = await resolveCommit(repository.bare, ref);
  if (sha === undefined) throw new ApiError(422, `No ref found for: ${ref}`);
  const options = readOptions(fields);
  if (fields.flag('auto_merge') !== false) {
    const message = await bringUpToDate(call, ref, sha);
    if (message !== undefined) return { status: 202, body: { message } };
  }
  requireContexts(repository, ref, sha, fields.list('required_contexts')?.map(String));
  const deployment = repository.deployments.create({ ...options, ref, sha, creator: token.actor });
  const body = presentDeployment(deployment, repository, hub);
  return { status: 201, headers: { location: body.url }, body };
}

function readOptions(fields: Fields) {
  const description = fields.text('description') ?? null;
  const environment = fields.text('environment') ?? 'production';
  if (description !== null && description.length > 140)
    throw invalidField('Deployment', 'description', 'is too long (maximum is 140 characters)');
  if (environment.length > 255)
    throw invalidField('Deployment', 'environment', 'is too long (maximum is 255 characters)');
  return {
    task: fields.text('task') ?? 'deploy',
    payload: readPayload(fields),
    environment,
    description,
    transient: fields.flag('transient_environment') ?? false,
    production: fields.flag('production_environment') ?? environment === 'production',
  };
}

function readPayload(fields: Fields): unknown {
  const given = fields.raw('payload') ?? {};
  if (given === '') return {};
  if (typeof given === 'string' || (typeof given === 'object' && !Array.isArray(given))) return given;
  throw validationFailed({ resource: 'Deployment', code: 'invalid', field: 'payload' });
}

function removeDeployment(call: Call): ApiAnswer {
  const { deployments } = call.repository;
  const deployment = requireDeployment(call);
  const others = deployments.list().some(({ id }) => id !== deployment.id);
  if (stateOf(deployment) === 'success' && others) {
    const message = 'We cannot delete an active deployment unless it is the only deployment in a given environment.';
    throw new ApiError(422, message);
  }
  deployments.remove(deployment.id);
  return { status: 204, body: undefined };
}
