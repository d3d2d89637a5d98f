import { presentFullRepository } from './present-repository.ts';
import type { Route } from './route.ts';
import { branchPolicyRoutes } from './routes-branch-policies.ts';
import { branchRoutes } from './routes-branches.ts';
import { checkRoutes } from './routes-checks.ts';
import { commentRoutes } from './routes-comments.ts';
import { contentRoutes } from './routes-contents.ts';
import { deploymentStatusRoutes } from './routes-deployment-statuses.ts';
import { deploymentRoutes } from './routes-deployments.ts';
import { dispatchRoutes } from './routes-dispatches.ts';
import { environmentRoutes } from './routes-environments.ts';
import { gitRoutes } from './routes-git.ts';
import { mergeRoutes } from './routes-merges.ts';
import { objectRoutes } from './routes-objects.ts';
import { peopleRoutes } from './routes-people.ts';
import { pullWriteRoutes } from './routes-pull-writes.ts';
import { pullRoutes } from './routes-pulls.ts';
import { refRoutes } from './routes-refs.ts';
import { runRoutes } from './routes-runs.ts';
import { settingsRoutes } from './routes-settings.ts';
import { statusRoutes } from './routes-statuses.ts';
import { treeRoutes } from './routes-trees.ts';
import { workflowRoutes } from './routes-workflows.ts';

const repositoryRoute: Route = {
  method: 'GET',
  pattern: '',
  permissions: [{ metadata: 'read' }],
  handle: ({ hub, repository }) => ({ body: presentFullRepository(repository, hub) }),
};

/** Everything that can be asked of a repository, in this order: the first that fits answers. */
export const ROUTES: readonly Route[] = [
  repositoryRoute,
  ...commentRoutes,
  ...mergeRoutes,
  ...pullRoutes,
  ...pullWriteRoutes,
  ...statusRoutes,
  ...checkRoutes,
  ...deploymentStatusRoutes,
  ...deploymentRoutes,
  ...branchPolicyRoutes,
  ...environmentRoutes,
  ...branchRoutes,
  ...peopleRoutes,
  ...refRoutes,
  ...objectRoutes,
  ...treeRoutes,
  ...gitRoutes,
  ...contentRoutes,
  ...dispatchRoutes,
  ...runRoutes,
  ...workflowRoutes,
  ...settingsRoutes,
];
