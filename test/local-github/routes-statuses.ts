import { ApiError, invalidField, notFound, validationFailed } from './api-error.ts';
import { readCommit, resolveCommit } from './commits.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { paginate } from './paging.ts';
import { presentCombined, presentStatus } from './present-status.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import { STATUS_STATES, type StatusState } from './statuses.ts';

/** Commit statuses: written by commit id, read by any name of a commit. */
export const statusRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/statuses/:sha', permissions: [{ statuses: 'write' }], handle: createStatus },
  {
    method: 'GET',
    pattern: '/commits/:ref/statuses',
    permissions: [{ statuses: 'read' }],
    async handle(call) {
      const { page, headers } = paginate(call.repository.statuses.list(await requireSha(call)), call);
      return { headers, body: page.map((status) => presentStatus(status, call.repository, call.hub)) };
    },
  },
  {
    method: 'GET',
    pattern: '/commits/:ref/status',
    permissions: [{ statuses: 'read' }],
    async handle(call) {
      const sha = await requireSha(call);
      const { page, headers } = paginate(call.repository.statuses.latest(sha), call);
      return { headers, body: presentCombined(sha, page, call.repository, call.hub) };
    },
  },
];

async function requireSha({ repository, params }: Call): Promise<string> {
  const sha = await resolveCommit(repository.bare, params['ref'] ?? '');
  if (sha === undefined) throw notFound();
  return sha;
}

const RESOURCE = 'Status';

async function createStatus(call: Call): Promise<ApiAnswer> {
  const { repository, hub, token, params } = call;
  const sha = params['sha'] ?? '';
  const fields = fieldsOf(call);
  const state = readState(fields);
  const description = fields.text('description') ?? null;
  const targetUrl = fields.text('target_url') || null;
  if (description !== null && description.length > 140)
    throw invalidField(RESOURCE, 'description', 'is too long (maximum is 140 characters)');
  if (targetUrl !== null && !/^https?:\/\//.test(targetUrl))
    throw invalidField(RESOURCE, 'target_url', 'must use http(s) scheme');
  if (!/^[0-9a-f]{40}$/.test(sha) || (await readCommit(repository.bare, sha)) === undefined)
    throw new ApiError(422, `No commit found for SHA: ${sha}`);
  const context = fields.text('context') ?? 'default';
  const status = repository.statuses.add(sha, { state, description, targetUrl, context, creator: token.actor });
  if (status === undefined) {
    const message = 'This SHA and context has reached the maximum number of statuses.';
    throw validationFailed({ resource: RESOURCE, code: 'custom', message });
  }
  const body = presentStatus(status, repository, hub);
  return { status: 201, headers: { location: body.url }, body };
}

function readState(fields: Fields): StatusState {
  const given = fields.requiredText('state');
  const state = STATUS_STATES.find((known) => known === given);
  if (state === undefined) throw invalidField(RESOURCE, 'state', 'is not included in the list');
  return state;
}
