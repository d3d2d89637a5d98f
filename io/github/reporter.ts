import type { CommitState } from '../../core/report/state.ts';
import type { RunContext } from '../runner/context.ts';
import { type GitHubClient, openClient } from './client.ts';
import {
  type DeploymentStatus,
  deactivateDeployments,
  findOrCreateDeployment,
  type NewDeployment,
} from './deployments.ts';
import { ask, createPatience, githubError } from './request.ts';
import { type Sticky, writeSticky } from './sticky-comment.ts';

export interface CommitStatus {
  readonly state: CommitState;
  readonly context: string;
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl: string;
}

/** What the product writes on GitHub. Each rejects with E_GITHUB, which names the permission that is missing. */
export interface GitHubReporter {
  /** The commit at the head of a pull request. */
  headOf(number: number): Promise<string>;
  /** Number of the newest pull request of a branch, of the open ones or of all; undefined for none. */
  newestPullRequest(branch: string, state: 'open' | 'all'): Promise<number | undefined>;
  /** Writes the one comment of ours on a pull request; returns its address, undefined where it is left alone. */
  comment(number: number, sticky: Sticky): Promise<string | undefined>;
  /** Makes the deployment of a run, once however often it is asked for; returns its id. */
  createDeployment(deployment: NewDeployment): Promise<number>;
  setDeployment(id: number, status: DeploymentStatus): Promise<void>;
  /** Makes the deployments of a task inactive that still are active, all but one. */
  deactivate(
    environment: string,
    task: string,
    status: Pick<DeploymentStatus, 'description' | 'logUrl'>,
    except?: number,
  ): Promise<void>;
  setCommitStatus(commit: string, status: CommitStatus): Promise<void>;
}

const COMMENTS = '`pull-requests: write`';
const DEPLOYMENTS = '`deployments: write`';
const STATUSES = '`statuses: write`';

/** Builds the writer for the run's own repository. All that it waits because GitHub says so is a minute together. */
export function createGitHubReporter(token: string, context: RunContext): GitHubReporter {
  const client = openClient(token, context.apiUrl);
  const place = { owner: context.owner, repo: context.repository };
  const patience = createPatience();
  /** Asks, and takes a 404 as a failure: what is written about was there a moment ago. */
  const need = async <Result>(what: string, permission: string, work: (client: GitHubClient) => Promise<Result>) => {
    const octokit = await client();
    const answer = await ask(what, () => work(octokit), { permission, patience });
    if (answer === undefined) {
      throw githubError(what, Object.assign(new Error(`not found: ${what}`), { status: 404 }), permission);
    }
    return answer;
  };
  return {
    async headOf(number) {
      const read = ({ rest }: GitHubClient) => rest.pulls.get({ ...place, pull_number: number });
      return (await need(`the head of pull request #${number}`, COMMENTS, read)).data.head.sha;
    },
    async newestPullRequest(branch, state) {
      const head = `${context.owner}:${branch}`;
      const newest = { state, sort: 'created', direction: 'desc', per_page: 1 } as const;
      const read = ({ rest }: GitHubClient) => rest.pulls.list({ ...place, head, ...newest });
      return (await need(`which pull request "${branch}" has`, COMMENTS, read)).data[0]?.number;
    },
    async comment(number, sticky) {
      const write = (octokit: GitHubClient) => writeSticky(octokit, { ...place, issue_number: number }, sticky);
      return (await need(`the comment on pull request #${number}`, COMMENTS, write)).url;
    },
    createDeployment: (deployment) =>
      need('the deployment', DEPLOYMENTS, (octokit) => findOrCreateDeployment(octokit, place, deployment)),
    async setDeployment(id, { state, description, url, logUrl }) {
      const address = url === undefined ? {} : { environment_url: url };
      const status = { state, description, log_url: logUrl, auto_inactive: false, ...address };
      await need('the status of the deployment', DEPLOYMENTS, ({ rest }) =>
        rest.repos.createDeploymentStatus({ ...place, deployment_id: id, ...status }),
      );
    },
    async deactivate(environment, task, status, except) {
      await need('the statuses of earlier deployments', DEPLOYMENTS, async (octokit) => {
        await deactivateDeployments(octokit, { ...place, environment, task }, status, except);
        return true;
      });
    },
    async setCommitStatus(commit, { state, context: name, description, targetUrl }) {
      const status = { state, context: name, description, target_url: targetUrl };
      await need(`the status of commit ${commit.slice(0, 7)}`, STATUSES, ({ rest }) =>
        rest.repos.createCommitStatus({ ...place, sha: commit, ...status }),
      );
    },
  };
}
