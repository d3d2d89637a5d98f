import { ApiError } from './api-error.ts';
import { type Commit, listRefs } from './commits.ts';
import { paginate } from './paging.ts';
import { presentBranch, presentProtection } from './present-branch.ts';
import { requireCommit } from './present-commit.ts';
import { presentRule } from './present-rule.ts';
import type { Call, Route } from './route.ts';

/** Branches and what holds for them; of who may pass by a rule no token of a workflow reads anything. */
export const branchRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/branches/*branch/protection',
    permissions: [{ administration: 'read' }],
    async handle(call) {
      const { repository, hub, params } = call;
      const name = params['branch'] ?? '';
      await requireTip(call, name);
      const protection = repository.protections.of(name);
      // A ruleset is none: what only has rules is not found here.
      if (protection === undefined) throw new ApiError(404, 'Branch not protected');
      return { body: presentProtection(protection, name, repository, hub) };
    },
  },
  {
    method: 'GET',
    pattern: '/branches/*branch',
    permissions: [{ contents: 'read' }],
    async handle(call) {
      const name = call.params['branch'] ?? '';
      return { body: presentBranch(name, await requireTip(call, name), call.repository, call.hub) };
    },
  },
  {
    method: 'GET',
    pattern: '/rules/branches/*branch',
    permissions: [{ metadata: 'read' }],
    handle(call) {
      const { repository, params } = call;
      // The branch need not be there: its name is enough.
      const rulesets = repository.rulesets.of(params['branch'] ?? '');
      const rules = rulesets.flatMap((one) => one.rules.map((rule) => presentRule(rule, one, repository)));
      const { page, headers } = paginate(rules, call);
      return { headers, body: page };
    },
  },
];

async function requireTip({ repository }: Call, name: string): Promise<Commit> {
  const found = (await listRefs(repository.bare)).find(({ ref }) => ref === `refs/heads/${name}`);
  if (found === undefined) throw new ApiError(404, 'Branch not found');
  return requireCommit(repository, found.sha);
}
