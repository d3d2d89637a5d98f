import { array } from 'valibot';
import type { CommitState } from '../../core/report/wording.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { RunContext } from '../runner/context.ts';
import { commitStatusAnswer, pullRequestAnswer, read } from './answers.ts';
import { type GitHubClient, openClient } from './client.ts';
import {
  type DeploymentStatus,
  deactivateDeployments,
  findOrCreateDeployment,
  type NewDeployment,
  setDeploymentStatus,
} from './deployments.ts';
import { createPatience, need } from './request.ts';
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
  /** What is written about was there a moment ago. */
  const write = async <Result>(what: string, permission: string, work: (client: GitHubClient) => Promise<Result>) => {
    const octokit = await client();
    return need(what, () => work(octokit), { permission, patience });
  };
  return {
    async headOf(number) {
      const ask = async ({ rest }: GitHubClient) =>
        read(pullRequestAnswer, await rest.pulls.get({ ...place, pull_number: number }));
      return (await write(`the head of pull request #${number}`, COMMENTS, ask)).head.sha;
    },
    async newestPullRequest(branch, state) {
      const head = `${context.owner}:${branch}`;
      const newest = { state, sort: 'created', direction: 'desc', per_page: 1 } as const;
      const ask = async ({ rest }: GitHubClient) =>
        read(array(pullRequestAnswer), await rest.pulls.list({ ...place, head, ...newest }));
      return (await write(`which pull request "${branch}" has`, COMMENTS, ask))[0]?.number;
    },
    async comment(number, sticky) {
      const edit = (octokit: GitHubClient) => writeSticky(octokit, { ...place, issue_number: number }, sticky);
      return (await write(`the comment on pull request #${number}`, COMMENTS, edit)).url;
    },
    createDeployment: (deployment) =>
      write('the deployment', DEPLOYMENTS, (octokit) => findOrCreateDeployment(octokit, place, deployment)),
    setDeployment(id, status) {
      let isAgain = false;
      return write('the status of the deployment', DEPLOYMENTS, (octokit) => {
        const set = setDeploymentStatus(octokit, place, id, status, isAgain);
        isAgain = true;
        return set;
      });
    },
    deactivate: (environment, task, status, except) =>
      write('the statuses of earlier deployments', DEPLOYMENTS, (octokit) =>
        deactivateDeployments(octokit, { ...place, environment, task }, status, except),
      ),
    async setCommitStatus(commit, { state, context: name, description, targetUrl }) {
      const status = { state, context: name, description, target_url: targetUrl };
      await write(`the status of commit ${shortCommit(commit)}`, STATUSES, async ({ rest }) =>
        read(commitStatusAnswer, await rest.repos.createCommitStatus({ ...place, sha: commit, ...status })),
      );
    },
  };
}
