import { delimiter, dirname, join, resolve } from 'node:path';
import { node24 } from './node24.ts';
import type { RunContext } from './run-options.ts';

/** The token that JavaScript actions get for GitHub's cache and artifacts: nothing may ever print it or hand it on. */
export const RUNTIME_TOKEN = 'canary-actions-runtime-token-7f3b9d';

// Nothing listens there: a request that a test did not expect fails at once and never leaves the machine.
const NOWHERE = 'http://127.0.0.1:9';

/** Where Node.js keeps what it compiled of the built actions: thousands of steps load the same files. */
const COMPILE_CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/built-actions');

export interface JobFolders {
  temp: string;
  toolCache: string;
  home: string;
  eventFile: string;
}

/** The `GITHUB_*`, `RUNNER_*` and `ACTIONS_*` variables of one step. */
export function runnerVariables(context: RunContext, folders: JobFolders, action: string): Record<string, string> {
  return {
    CI: 'true',
    NODE_COMPILE_CACHE: COMPILE_CACHE,
    ...githubVariables(context, folders, action),
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.toolCache,
    RUNNER_WORKSPACE: dirname(context.workspace),
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_NAME: 'test-runner',
    RUNNER_ENVIRONMENT: 'github-hosted',
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    ACTIONS_RUNTIME_URL: `${NOWHERE}/runtime/`,
    ACTIONS_RESULTS_URL: `${NOWHERE}/results/`,
    ACTIONS_CACHE_URL: `${NOWHERE}/cache/`,
    ...(context.debug ? { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } : {}),
    ...(context.idToken
      ? {
          ACTIONS_ID_TOKEN_REQUEST_URL: context.idToken.url,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: context.idToken.token,
        }
      : {}),
  };
}

// GITHUB_ACTION_PATH is not among them: the runner sets it for composite actions only.
function githubVariables(context: RunContext, folders: JobFolders, action: string): Record<string, string> {
  const ref = context.ref ?? 'refs/heads/master';
  const repository = context.repository ?? 'acme/workshop';
  const actor = context.actor ?? 'ada';
  const sha = context.sha ?? '0'.repeat(40);
  const api = context.githubApiUrl ?? NOWHERE;
  const workflowRef = `${repository}/.github/workflows/test.yml@${ref}`;
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: `__${action}`,
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_API_URL: api,
    GITHUB_GRAPHQL_URL: `${api}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_BASE_REF: context.baseRef ?? '',
    GITHUB_HEAD_REF: context.headRef ?? '',
    GITHUB_EVENT_NAME: context.event?.name ?? 'workflow_dispatch',
    GITHUB_EVENT_PATH: folders.eventFile,
    GITHUB_JOB: context.job ?? 'test',
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: context.repositoryId ?? '1001',
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_REPOSITORY_OWNER_ID: '2001',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ID: context.runId ?? '3001',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: context.runAttempt ?? '1',
    GITHUB_SHA: sha,
    GITHUB_WORKFLOW: 'Test',
    GITHUB_WORKFLOW_REF: workflowRef,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_WORKSPACE: context.workspace,
  };
}

/** PATH with what earlier steps added in front (the newest first), then Node 24, then the machine's own or the one that `env` gives. */
export function buildPath(added: string[], given: string | undefined): string {
  const machine = given ?? process.env['PATH'] ?? join('/usr', 'bin');
  return [...added.toReversed(), dirname(node24()), machine].join(delimiter);
}
