import { invalidField, notFound } from './api-error.ts';
import { DEPLOYMENT_STATES, type DeploymentState } from './deployments.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { paginate } from './paging.ts';
import { presentDeploymentStatus } from './present-deployment.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import { requireDeployment } from './routes-deployments.ts';

/** What becomes of a deployment. */
export const deploymentStatusRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/deployments/:id/statuses',
    permissions: [{ deployments: 'read' }],
    handle(call) {
      const deployment = requireDeployment(call);
      const { page, headers } = paginate(deployment.statuses, call);
      const body = page.map((status) => presentDeploymentStatus(status, deployment, call.repository, call.hub));
      return { headers, body };
    },
  },
  {
    method: 'GET',
    pattern: '/deployments/:id/statuses/:status',
    permissions: [{ deployments: 'read' }],
    handle(call) {
      const deployment = requireDeployment(call);
      const status = deployment.statuses.find(({ id }) => id === Number(call.params['status']));
      if (status === undefined) throw notFound();
      return { body: presentDeploymentStatus(status, deployment, call.repository, call.hub) };
    },
  },
  {
    method: 'POST',
    pattern: '/deployments/:id/statuses',
    permissions: [{ deployments: 'write' }],
    handle: createStatus,
  },
];

const RESOURCE = 'DeploymentStatus';

function createStatus(call: Call): ApiAnswer {
  const { repository, hub, token } = call;
  const deployment = requireDeployment(call);
  const fields = fieldsOf(call);
  const description = fields.text('description') ?? '';
  if (description.length > 140) throw invalidField(RESOURCE, 'description', 'is too long (maximum is 140 characters)');
  const logUrl = readUrl(fields, 'log_url') || readUrl(fields, 'target_url');
  const environment = fields.text('environment');
  const autoInactive = fields.flag('auto_inactive');
  const status = repository.deployments.addStatus(deployment.id, {
    state: readState(fields),
    description,
    environmentUrl: readUrl(fields, 'environment_url'),
    logUrl,
    creator: token.actor,
    ...(environment === undefined ? {} : { environment }),
    ...(autoInactive === undefined ? {} : { autoInactive }),
  });
  const body = presentDeploymentStatus(status, deployment, repository, hub);
  return { status: 201, headers: { location: body.url }, body };
}

function readState(fields: Fields): DeploymentState {
  const given = fields.requiredText('state');
  const state = DEPLOYMENT_STATES.find((known) => known === given);
  if (state === undefined) throw invalidField(RESOURCE, 'state', 'is not included in the list');
  return state;
}

function readUrl(fields: Fields, name: string): string {
  const url = fields.text(name) ?? '';
  if (url !== '' && !/^https?:\/\//.test(url)) throw invalidField(RESOURCE, name, 'must use http(s) scheme');
  return url;
}
