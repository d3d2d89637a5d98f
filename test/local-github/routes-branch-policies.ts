import { notFound } from './api-error.ts';
import type { BranchPolicy } from './environments.ts';
import { fieldsOf } from './fields.ts';
import { paginate } from './paging.ts';
import { presentPolicy } from './present-environment.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import { requireEnvironment } from './routes-environments.ts';

const READ = [{ actions: 'read' }] as const;
const WRITE = [{ administration: 'write' }] as const;
const ALL = '/environments/:name/deployment-branch-policies';

/** The branches and tags that may deploy to an environment with custom branch policies. */
export const branchPolicyRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: ALL,
    permissions: READ,
    handle(call) {
      const { policies } = requireEnvironment(call);
      const { page, headers } = paginate(policies, call);
      return { headers, body: { total_count: policies.length, branch_policies: page.map(presentPolicy) } };
    },
  },
  { method: 'POST', pattern: ALL, permissions: WRITE, handle: addPolicy },
  {
    method: 'GET',
    pattern: `${ALL}/:id`,
    permissions: READ,
    handle: (call) => ({ body: presentPolicy(requirePolicy(call)) }),
  },
  {
    method: 'PUT',
    pattern: `${ALL}/:id`,
    permissions: WRITE,
    handle(call) {
      const { id } = requirePolicy(call);
      const { name } = requireEnvironment(call);
      const to = fieldsOf(call).requiredText('name');
      return { body: presentPolicy(call.repository.environments.renamePolicy(name, id, to)) };
    },
  },
  {
    method: 'DELETE',
    pattern: `${ALL}/:id`,
    permissions: WRITE,
    handle(call) {
      call.repository.environments.removePolicy(requireEnvironment(call).name, requirePolicy(call).id);
      return { status: 204, body: undefined };
    },
  },
];

function addPolicy(call: Call): ApiAnswer {
  const environment = requireEnvironment(call);
  const fields = fieldsOf(call);
  const name = fields.requiredText('name');
  const type = fields.text('type') === 'tag' ? 'tag' : 'branch';
  // GitHub says 404 too where the environment takes no policies of its own.
  if (environment.branches !== 'custom') throw notFound();
  if (environment.policies.some((policy) => policy.name === name && policy.type === type)) {
    return { status: 303, body: undefined };
  }
  return { body: presentPolicy(call.repository.environments.addPolicy(environment.name, { name, type })) };
}

function requirePolicy(call: Call): BranchPolicy {
  const id = Number(call.params['id']);
  const policy = requireEnvironment(call).policies.find((one) => one.id === id);
  if (policy === undefined) throw notFound();
  return policy;
}
