import { notFound } from './api-error.ts';
import { isoSeconds } from './commits.ts';
import type { Repository, Site } from './hub.ts';
import { paginate } from './paging.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import { nodeId } from './repositories.ts';
import type { Route } from './route.ts';
import { findWorkflow, listWorkflows, type Workflow } from './workflows.ts';

const READ = [{ actions: 'read' }] as const;

/** The workflows on the default branch, read from git. */
export const workflowRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/actions/workflows',
    permissions: READ,
    async handle(call) {
      const all = await listWorkflows(call.repository);
      const { page, headers } = paginate(all, call);
      const workflows = page.map((workflow) => presentWorkflow(workflow, call.repository, call.hub));
      return { headers, body: { total_count: all.length, workflows } };
    },
  },
  {
    method: 'GET',
    pattern: '/actions/workflows/:workflow',
    permissions: READ,
    async handle({ hub, repository, params }) {
      const workflow = await findWorkflow(repository, params['workflow'] ?? '');
      if (workflow === undefined) throw notFound();
      return { body: presentWorkflow(workflow, repository, hub) };
    },
  },
];

const SINCE = isoSeconds(Date.UTC(2026, 0, 1));

function presentWorkflow({ id, name, path }: Workflow, repository: Repository, site: Site) {
  const html = htmlOf(repository, site);
  return {
    id,
    node_id: nodeId('Workflow', id),
    name,
    path,
    state: 'active',
    created_at: SINCE,
    updated_at: SINCE,
    url: `${apiOf(repository, site)}/actions/workflows/${id}`,
    html_url: `${html}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${html}/workflows/${encodeURIComponent(name)}/badge.svg`,
  };
}
