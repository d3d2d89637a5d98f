import * as v from 'valibot';
import { UserError } from '../../core/errors.ts';
import type { Asked } from '../../core/promote/asked.ts';
import type {
  ActionsSettings,
  EnvironmentSettings,
  RepositorySettings,
  RuleSettings,
} from '../../core/setup/settings.ts';
import { read, readPages } from './answers.ts';
import { type GitHubClient, type GitHubPlace, openClient } from './client.ts';
import { ask, isRefused, need } from './request.ts';

/** What a set-up asks GitHub about a repository's settings; what the token may not ask is told with the right that it takes. */
export interface SettingsReader {
  /** Undefined if the token sees no such repository. */
  repository(): Promise<Asked<RepositorySettings | undefined>>;
  /** An environment; undefined if there is none. */
  environment(name: string): Promise<Asked<EnvironmentSettings | undefined>>;
  /** The rules of a branch. */
  rules(branch: string): Promise<Asked<RuleSettings>>;
  /** What actions may run, and whether any may. */
  actions(): Promise<Asked<ActionsSettings>>;
  /** Names of the repository's secrets for actions, those of its organisation included. */
  secrets(): Promise<Asked<readonly string[]>>;
  /** Whether a branch has a file; undefined if there is no such branch or file. */
  fileText(path: string, branch: string): Promise<Asked<string | undefined>>;
}

const repositoryAnswer = v.object({
  id: v.number(),
  private: v.boolean(),
  default_branch: v.string(),
  owner: v.object({ id: v.number(), login: v.string() }),
  name: v.string(),
});
const environmentAnswer = v.object({
  protection_rules: v.optional(
    v.array(v.looseObject({ type: v.string(), reviewers: v.optional(v.array(v.unknown())) })),
  ),
  deployment_branch_policy: v.nullish(
    v.object({ protected_branches: v.boolean(), custom_branch_policies: v.boolean() }),
  ),
});
const policyAnswer = v.object({ name: v.string(), type: v.optional(v.string()) });
const ruleAnswer = v.object({ type: v.string(), parameters: v.nullish(v.looseObject({})) });
const permissionsAnswer = v.object({
  enabled: v.boolean(),
  allowed_actions: v.optional(v.string()),
  sha_pinning_required: v.optional(v.boolean()),
});
const selectedAnswer = v.object({
  github_owned_allowed: v.optional(v.boolean()),
  verified_allowed: v.optional(v.boolean()),
  patterns_allowed: v.optional(v.array(v.string())),
});
const secretAnswer = v.object({ name: v.string() });
const contentAnswer = v.object({ content: v.string(), encoding: v.string() });

/** Builds such a reader of one repository. */
export function createSettingsReader(token: string, { owner, repository, apiUrl }: GitHubPlace): SettingsReader {
  const client = openClient(token, apiUrl);
  const place = { owner, repo: repository };
  const asked = async <Value>(
    right: string,
    work: (octokit: GitHubClient) => Promise<Value>,
  ): Promise<Asked<Value>> => {
    try {
      return { value: await work(await client()) };
    } catch (error) {
      if (isRefused(error) || isHidden(error)) {
        return { because: `the token may not ask for it; it takes ${right}` };
      }
      if (error instanceof UserError) {
        return { because: error.message };
      }
      throw error;
    }
  };
  return {
    repository: () =>
      asked('`metadata: read`', async ({ rest }) => {
        const answer = await ask('what the repository is', async () =>
          read(repositoryAnswer, await rest.repos.get(place)),
        );
        return answer === undefined
          ? undefined
          : {
              id: String(answer.id),
              ownerId: String(answer.owner.id),
              owner: answer.owner.login,
              name: answer.name,
              defaultBranch: answer.default_branch,
              isPrivate: answer.private,
            };
      }),
    environment: (name) =>
      asked('`actions: read`', async ({ rest }) => {
        const about = { ...place, environment_name: name };
        const answer = await ask(`what the environment "${name}" asks for`, async () =>
          read(environmentAnswer, await rest.repos.getEnvironment(about)),
        );
        if (answer === undefined) {
          return undefined;
        }
        const { deployment_branch_policy: policy, protection_rules: rules = [] } = answer;
        const branches =
          policy?.custom_branch_policies === true
            ? await need(`which branches the environment "${name}" is limited to`, async () => {
                const list = await rest.repos.listDeploymentBranchPolicies({ ...about, per_page: 100 });
                return v.parse(v.object({ branch_policies: v.array(policyAnswer) }), list.data).branch_policies;
              })
            : undefined;
        return {
          reviewers: rules.flatMap(({ reviewers = [] }) => reviewers).length,
          limit: policy === null || policy === undefined ? 'none' : branches === undefined ? 'protected' : 'named',
          branches: (branches ?? []).flatMap(({ name: pattern, type }) => (type === 'tag' ? [] : [pattern])),
        };
      }),
    rules: (branch) =>
      asked('`metadata: read`', async ({ rest }) => {
        const rules = await need(`the rules of "${branch}"`, () =>
          readPages(ruleAnswer, (page) => rest.repos.getBranchRules({ ...place, branch, ...page })),
        );
        const whole = await ask(`whether "${branch}" is protected`, async () =>
          read(v.object({ protected: v.boolean() }), await rest.repos.getBranch({ ...place, branch })),
        );
        return {
          exists: whole !== undefined,
          types: rules.map(({ type }) => type),
          checks: rules.flatMap(({ parameters }) => checksOf(parameters)),
          hasClassicProtection: whole?.protected === true && rules.length === 0,
        };
      }),
    actions: () =>
      asked('`administration: read`', async ({ rest }) => {
        const { enabled, allowed_actions: allowed = 'all' } = await need('what actions may run', async () =>
          read(permissionsAnswer, await rest.actions.getGithubActionsPermissionsRepository(place)),
        );
        const selected =
          allowed === 'selected'
            ? await need('which actions may run', async () =>
                read(selectedAnswer, await rest.actions.getAllowedActionsRepository(place)),
              )
            : undefined;
        return {
          isEnabled: enabled,
          allowed: allowed === 'selected' || allowed === 'local_only' ? allowed : 'all',
          takesGitHubs: selected?.github_owned_allowed === true,
          takesVerified: selected?.verified_allowed === true,
          patterns: selected?.patterns_allowed ?? [],
        };
      }),
    secrets: () =>
      asked('`secrets: read`', async ({ rest }) => {
        const lists = await need('which secrets there are', () =>
          Promise.all([
            rest.actions.listRepoSecrets({ ...place, per_page: 100 }),
            rest.actions.listRepoOrganizationSecrets({ ...place, per_page: 100 }),
          ]),
        );
        return lists.flatMap(({ data }) =>
          v.parse(v.object({ secrets: v.array(secretAnswer) }), data).secrets.map(({ name }) => name),
        );
      }),
    fileText: (path, branch) =>
      asked('`contents: read`', async ({ rest }) => {
        const answer = await ask(`what ${path} of "${branch}" holds`, async () =>
          read(contentAnswer, await rest.repos.getContent({ ...place, path, ref: branch })),
        );
        return answer === undefined ? undefined : Buffer.from(answer.content, 'base64').toString();
      }),
  };
}

/** Whether GitHub hides what a token may not see: it says 404 then. */
function isHidden(error: unknown): boolean {
  return error instanceof UserError && (error.cause as { status?: unknown } | undefined)?.status === 404;
}

/** Names of the checks that a rule asks for. */
function checksOf(parameters: Readonly<Record<string, unknown>> | null | undefined): string[] {
  const checks = parameters?.['required_status_checks'];
  return Array.isArray(checks)
    ? checks.flatMap((check: unknown) => {
        const context = (check as { context?: unknown } | null)?.context;
        return typeof context === 'string' ? [context] : [];
      })
    : [];
}
