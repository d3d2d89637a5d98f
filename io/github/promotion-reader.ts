import * as v from 'valibot';
import type { Asked } from '../../core/promote/asked.ts';
import type { ApprovalEnvironment } from '../../core/promote/people.ts';
import type { BranchRules } from '../../core/promote/rules.ts';
import type { RunContext } from '../runner/context.ts';
import { read, readPages } from './answers.ts';
import { type GitHubClient, openClient } from './client.ts';
import { ask, isRefused, need } from './request.ts';

/** What a promotion asks GitHub about people and protection; what the token may not ask is told with the reason. */
export interface PromotionReader {
  /** The rules of a branch. */
  rules(branch: string): Promise<Asked<BranchRules>>;
  /** An environment; undefined if there is none. */
  environment(name: string): Promise<Asked<ApprovalEnvironment | undefined>>;
  /** The role of a person in the repository: read, triage, write, maintain or admin. */
  role(login: string): Promise<Asked<string>>;
}

const ruleAnswer = v.object({ type: v.string(), parameters: v.nullish(v.looseObject({})) });
const branchAnswer = v.object({ name: v.string(), protected: v.boolean() });
const reviewerAnswer = v.object({
  type: v.string(),
  reviewer: v.looseObject({ login: v.optional(v.string()), slug: v.optional(v.string()) }),
});
const environmentAnswer = v.object({
  name: v.string(),
  protection_rules: v.optional(
    v.array(
      v.looseObject({
        type: v.string(),
        prevent_self_review: v.optional(v.boolean()),
        reviewers: v.optional(v.array(reviewerAnswer)),
      }),
    ),
  ),
});
const roleAnswer = v.object({
  permission: v.string(),
  role_name: v.optional(v.string()),
  user: v.nullish(v.looseObject({ permissions: v.optional(v.record(v.string(), v.boolean())) })),
});

const ROLES = ['read', 'triage', 'write', 'maintain', 'admin'];
/** What GitHub calls the permissions of a person, the most first, and the role that has each. */
const PERMISSIONS = [
  ['admin', 'admin'],
  ['maintain', 'maintain'],
  ['push', 'write'],
  ['triage', 'triage'],
  ['pull', 'read'],
] as const;

/** Builds such a reader of the run's own repository. */
export function createPromotionReader(token: string, context: RunContext): PromotionReader {
  const client = openClient(token, context.apiUrl);
  const place = { owner: context.owner, repo: context.repository };
  const asked = async <Value>(
    permission: string,
    work: (octokit: GitHubClient) => Promise<Value>,
  ): Promise<Asked<Value>> => {
    try {
      return { value: await work(await client()) };
    } catch (error) {
      if (isRefused(error)) {
        return { because: `the token may not ask GitHub for it; it takes ${permission}` };
      }
      throw error;
    }
  };
  return {
    rules: (branch) =>
      asked('`contents: read`', async ({ rest }) => {
        const rules = await need(`the rules of "${branch}"`, () =>
          readPages(ruleAnswer, (page) => rest.repos.getBranchRules({ ...place, branch, ...page })),
        );
        const whole = await need(`whether "${branch}" is protected`, async () =>
          read(branchAnswer, await rest.repos.getBranch({ ...place, branch })),
        );
        return {
          types: rules.map(({ type }) => type),
          approvals: Math.max(0, ...rules.map(approvalsOf)),
          isProtected: whole.protected || rules.length > 0,
        };
      }),
    environment: (name) =>
      asked('`actions: read`', async ({ rest }) => {
        const answer = await ask(`what the environment "${name}" asks for`, async () =>
          read(environmentAnswer, await rest.repos.getEnvironment({ ...place, environment_name: name })),
        );
        return answer === undefined ? undefined : environmentOf(answer);
      }),
    role: async (login) => {
      const role = await asked('`contents: read`', ({ rest }) =>
        ask(`the role of ${login}`, async () =>
          read(roleAnswer, await rest.repos.getCollaboratorPermissionLevel({ ...place, username: login })),
        ),
      );
      if ('because' in role) {
        return role;
      }
      const { value } = role;
      return { value: value === undefined ? 'none' : roleOf(value) };
    },
  };
}

function approvalsOf({ type, parameters }: v.InferOutput<typeof ruleAnswer>): number {
  const count = type === 'pull_request' ? parameters?.['required_approving_review_count'] : undefined;
  return typeof count === 'number' ? count : 0;
}

function environmentOf({ name, protection_rules }: v.InferOutput<typeof environmentAnswer>): ApprovalEnvironment {
  const rules = (protection_rules ?? []).filter(({ type }) => type === 'required_reviewers');
  return {
    name,
    reviewers: rules.flatMap(({ reviewers }) =>
      (reviewers ?? []).map(({ reviewer }) => reviewer.login ?? `the team ${reviewer.slug ?? '?'}`),
    ),
    preventsSelfReview: rules.some(({ prevent_self_review }) => prevent_self_review === true),
  };
}

/** A role of the organisation's own has a name of its own, and the permissions of the role that it extends. */
function roleOf({ permission, role_name, user }: v.InferOutput<typeof roleAnswer>): string {
  if (role_name !== undefined && ROLES.includes(role_name)) {
    return role_name;
  }
  const has = PERMISSIONS.find(([name]) => user?.permissions?.[name] === true);
  return has?.[1] ?? permission;
}
