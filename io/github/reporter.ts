import type { CommitState, DeploymentState } from '../../core/report/state.ts';
import type { RunContext } from '../runner/context.ts';
import { openClient } from './client.ts';
import { deactivateDeployments, findOrCreateDeployment } from './deployments.ts';
import { ask } from './request.ts';
import { type Sticky, writeSticky } from './sticky-comment.ts';

/** What a deployment of GitHub is of. */
export interface NewDeployment {
  /** 40 hex digits. */
  readonly commit: string;
  readonly environment: string;
  /** By this the deployments of one stage are found in an environment of many. */
  readonly task: string;
  readonly description: string;
  /** Whether it will be gone some day, as a preview's. */
  readonly transient: boolean;
  /** The run and its attempt: one deployment each. */
  readonly run: string;
}

export interface DeploymentStatus {
  readonly state: DeploymentState;
  /** At most 140 characters. */
  readonly description: string;
  readonly url?: string;
  readonly logUrl: string;
}

export interface CommitStatus {
  readonly state: CommitState;
  readonly context: string;
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl: string;
}

/** What the product writes on GitHub. Each rejects with E_GITHUB, which names the permission that is missing. */
export interface GitHubReporter {
  /** Number of the newest pull request of a branch, open or not; undefined for none. */
  newestPullRequest(branch: string): Promise<number | undefined>;
  /** Writes the one comment of ours on a pull request; returns its address, undefined where it is left alone. */
  comment(number: number, sticky: Sticky): Promise<string | undefined>;
  /** Makes the deployment of a run, once however often it is asked for; returns its id. */
  createDeployment(deployment: NewDeployment): Promise<number>;
  setDeployment(id: number, status: DeploymentStatus): Promise<void>;
  /** Makes the deployments of a task inactive that still are active, all but one. */
  deactivate(environment: string, task: string, status: DeploymentStatus, except?: number): Promise<void>;
  setCommitStatus(commit: string, status: CommitStatus): Promise<void>;
}

/** Builds the writer for the run's own repository. */
export function createGitHubReporter(token: string, context: RunContext): GitHubReporter {
  const client = openClient(token, context.apiUrl);
  const place = { owner: context.owner, repo: context.repository };
  return {
    async newestPullRequest(branch) {
      const { rest } = await client();
      const head = `${context.owner}:${branch}`;
      const answer = await ask(
        `which pull request "${branch}" has`,
        () => rest.pulls.list({ ...place, head, state: 'all', sort: 'created', direction: 'desc', per_page: 1 }),
        '`pull-requests: read`',
      );
      return answer?.data[0]?.number;
    },
    async comment(number, sticky) {
      const octokit = await client();
      const what = `the comment on pull request #${number}`;
      return ask(
        what,
        () => writeSticky(octokit, { ...place, issue_number: number }, sticky),
        '`pull-requests: write`',
      );
    },
    async createDeployment(deployment) {
      const octokit = await client();
      const id = await ask(
        'the deployment',
        () => findOrCreateDeployment(octokit, place, deployment),
        '`deployments: write`',
      );
      if (id === undefined) {
        throw new Error('GitHub knows no such repository or commit');
      }
      return id;
    },
    async setDeployment(id, { state, description, url, logUrl }) {
      const { rest } = await client();
      await ask(
        'the status of the deployment',
        () =>
          rest.repos.createDeploymentStatus({
            ...place,
            deployment_id: id,
            state,
            description,
            log_url: logUrl,
            ...(url === undefined ? {} : { environment_url: url }),
            auto_inactive: false,
          }),
        '`deployments: write`',
      );
    },
    async deactivate(environment, task, { description, logUrl }, except) {
      const octokit = await client();
      const about = { ...place, environment, task };
      await ask(
        'the statuses of earlier deployments',
        () => deactivateDeployments(octokit, about, { description, logUrl }, except),
        '`deployments: write`',
      );
    },
    async setCommitStatus(commit, { state, context: name, description, targetUrl }) {
      const { rest } = await client();
      await ask(
        `the status of commit ${commit.slice(0, 7)}`,
        () =>
          rest.repos.createCommitStatus({
            ...place,
            sha: commit,
            state,
            context: name,
            description,
            target_url: targetUrl,
          }),
        '`statuses: write`',
      );
    },
  };
}
