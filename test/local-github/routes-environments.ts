import { ApiError, notFound } from './api-error.ts';
import type { Environment, Reviewer, Rules } from './environments.ts';
import { type Fields, fieldsIn, fieldsOf, isRecord } from './fields.ts';
import { paginate } from './paging.ts';
import { presentEnvironment } from './present-environment.ts';
import type { ApiAnswer, Call, Route } from './route.ts';

const READ = [{ actions: 'read' }] as const;
const WRITE = [{ administration: 'write' }] as const;

/** Environments; only an administrator's token changes them, a workflow's never can. */
export const environmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/environments',
    permissions: READ,
    handle(call) {
      const all = call.repository.environments.list();
      const { page, headers } = paginate(all, call);
      const environments = page.map((one) => presentEnvironment(one, call.repository, call.hub));
      return { headers, body: { total_count: all.length, environments } };
    },
  },
  {
    method: 'GET',
    pattern: '/environments/:name',
    permissions: READ,
    handle: (call) => present(requireEnvironment(call), call),
  },
  {
    method: 'PUT',
    pattern: '/environments/:name',
    permissions: WRITE,
    handle: (call) => present(call.repository.environments.put(call.params['name'] ?? '', readRules(call)), call),
  },
  {
    method: 'DELETE',
    pattern: '/environments/:name',
    permissions: WRITE,
    handle(call) {
      call.repository.environments.remove(requireEnvironment(call).name);
      return { status: 204, body: undefined };
    },
  },
];

/** The environment that the path names; throws 404. */
export function requireEnvironment({ repository, params }: Call): Environment {
  const environment = repository.environments.find(params['name'] ?? '');
  if (environment === undefined) throw notFound();
  return environment;
}

function present(environment: Environment, { repository, hub }: Call): ApiAnswer {
  return { body: presentEnvironment(environment, repository, hub) };
}

/** 30 days. */
const MAX_WAIT = 43_200;

function readRules(call: Call): Omit<Rules, 'canAdminsBypass'> {
  const fields = fieldsOf(call);
  const waitTimer = fields.integer('wait_timer') ?? 0;
  if (waitTimer < 0 || waitTimer > MAX_WAIT)
    throw new ApiError(422, `Wait timer must be a value between 0 and ${MAX_WAIT}.`);
  const reviewers = (fields.list('reviewers') ?? []).filter(isRecord).map(readReviewer);
  if (reviewers.length > 6) throw new ApiError(422, 'An environment can have at most 6 reviewers.');
  const preventSelfReview = fields.flag('prevent_self_review') ?? false;
  return { waitTimer, preventSelfReview, reviewers, branches: readBranches(fields) };
}

function readReviewer(given: Readonly<Record<string, unknown>>): Reviewer {
  const { type, id } = given;
  // There are no teams here but those that a test puts into an environment.
  if (type !== 'User' || typeof id !== 'number') throw new ApiError(422, 'Invalid reviewer');
  return { type, id };
}

function readBranches(fields: Fields): Rules['branches'] {
  const given = fields.record('deployment_branch_policy');
  if (given === undefined) return null;
  const [inProtected, custom] = ['protected_branches', 'custom_branch_policies'].map((n) => fieldsIn(given).flag(n));
  if (inProtected === custom) {
    throw new ApiError(422, 'protected_branches and custom_branch_policies cannot have the same value');
  }
  return custom === true ? 'custom' : 'protected';
}
