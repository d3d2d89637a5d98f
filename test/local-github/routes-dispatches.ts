import { ApiError, notFound } from './api-error.ts';
import { listRefs, type Ref, resolveCommit } from './commits.ts';
import { readInputs } from './dispatch-inputs.ts';
import { fieldsOf, isRecord } from './fields.ts';
import type { Repository } from './hub.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import type { ApiAnswer, Call, Route } from './route.ts';
import { findWorkflow, readWorkflows, triggerOf } from './workflows.ts';

/** What starts workflows from outside. */
export const dispatchRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: '/actions/workflows/:workflow/dispatches',
    permissions: [{ actions: 'write' }],
    handle: dispatchWorkflow,
  },
  { method: 'POST', pattern: '/dispatches', permissions: [{ contents: 'write' }], handle: dispatchEvent },
];

/** The workflow must be on the default branch; what it takes, the file at the ref says. */
async function dispatchWorkflow(call: Call): Promise<ApiAnswer> {
  const { repository, hub, token, params } = call;
  const known = await findWorkflow(repository, params['workflow'] ?? '');
  if (known === undefined) throw notFound();
  const fields = fieldsOf(call);
  const name = fields.requiredText('ref');
  const given = fields.record('inputs') ?? {};
  const ref = await findRef(repository, name);
  if (ref === undefined) throw new ApiError(422, `No ref found for: ${name}`);
  const workflows = await readWorkflows(repository.bare, `${ref.ref}^{commit}`);
  const workflow = workflows.find(({ path }) => path === known.path);
  const trigger = workflow === undefined ? undefined : triggerOf(workflow, 'workflow_dispatch');
  if (workflow === undefined || trigger === undefined)
    throw new ApiError(422, "Workflow does not have 'workflow_dispatch' trigger");
  const declared = trigger['inputs'];
  const inputs = readInputs(isRecord(declared) ? declared : {}, given);
  const headSha = (await resolveCommit(repository.bare, ref.ref)) ?? ref.sha;
  const headBranch = ref.ref.replace(/^refs\/(?:heads|tags)\//, '');
  const origin = { event: 'workflow_dispatch', headBranch, headSha, path: workflow.path, name: workflow.name };
  const runId = repository.runs.start({ ...origin, actor: token.actor });
  const dispatch = { workflow: workflow.path, ref: ref.ref, inputs, runId, actor: token.actor };
  repository.dispatches.push({ kind: 'workflow_dispatch', ...dispatch });
  // GitHub Enterprise Server does not know the parameter yet.
  if (fields.flag('return_run_details') !== true || hub.enterprise !== undefined)
    return { status: 204, body: undefined };
  return {
    status: 200,
    body: {
      workflow_run_id: runId,
      run_url: `${apiOf(repository, hub)}/actions/runs/${runId}`,
      html_url: `${htmlOf(repository, hub)}/actions/runs/${runId}`,
    },
  };
}

/** A branch or tag; a commit is none. */
async function findRef({ bare }: Repository, name: string): Promise<Ref | undefined> {
  const refs = await listRefs(bare);
  const names = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  return names.map((candidate) => refs.find(({ ref }) => ref === candidate)).find((ref) => ref !== undefined);
}

function dispatchEvent(call: Call): ApiAnswer {
  const fields = fieldsOf(call);
  const eventType = fields.requiredText('event_type');
  const clientPayload = fields.record('client_payload') ?? {};
  if (eventType.length > 100 || eventType === '')
    throw new ApiError(
      422,
      `Invalid request.\n\nevent_type must have 1 to 100 characters; ${eventType.length} were supplied.`,
    );
  const count = Object.keys(clientPayload).length;
  if (count > 10)
    throw new ApiError(422, `Invalid request.\n\nNo more than 10 properties are allowed; ${count} were supplied.`);
  const { actor } = call.token;
  call.repository.dispatches.push({ kind: 'repository_dispatch', eventType, clientPayload, actor });
  return { status: 204, body: undefined };
}
