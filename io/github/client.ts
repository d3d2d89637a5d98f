import type { getOctokit } from '@actions/github';
import { array, type InferOutput } from 'valibot';
import { UserError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import type { PullRequestState, RepositoryFacts } from '../../core/preview/preview.ts';
import type { RunContext } from '../runner/context.ts';
import {
  commitAnswer,
  comparisonAnswer,
  contentAnswer,
  deploymentAnswer,
  deploymentStatusAnswer,
  pullRequestAnswer,
  read,
  readPages,
  refAnswer,
  repositoryAnswer,
  runAttemptAnswer,
} from './answers.ts';
import type { GitHubReader } from './reader.ts';
import { ask, isRefused, need } from './request.ts';

/** How long one answer of GitHub is waited for, in milliseconds: it is asked again then. */
const ANSWER_MS = 10_000;

const fetchInTime: typeof fetch = (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });

export type GitHubClient = ReturnType<typeof getOctokit>;

/**
 * Returns the way to a client of GitHub's REST API. It is loaded when the first question is asked: on loading it reads the
 * event's file, which may be broken.
 */
export function openClient(token: string, baseUrl: string): () => Promise<GitHubClient> {
  return once(async () => {
    const github = await import('@actions/github');
    return github.getOctokit(token, { baseUrl, request: { fetch: fetchInTime } });
  });
}

/** Where a repository is on GitHub. */
export type GitHubPlace = Pick<RunContext, 'owner' | 'repository' | 'apiUrl'>;

/** Builds a reader of one repository. */
export function createGitHubReader(token: string, context: GitHubPlace): GitHubReader {
  const client = openClient(token, context.apiUrl);
  const place = { owner: context.owner, repo: context.repository };
  const slug = `${context.owner}/${context.repository}`;
  const repository = once(async (): Promise<RepositoryFacts> => {
    const { rest } = await client();
    const data = await need(`what the repository ${slug} is`, async () =>
      read(repositoryAnswer, await rest.repos.get(place)),
    );
    return { id: data.id, defaultBranch: data.default_branch };
  });
  return {
    repository,
    async pullRequest(number) {
      const { rest } = await client();
      const answer = await ask(`the state of pull request #${number}`, async () =>
        read(pullRequestAnswer, await rest.pulls.get({ ...place, pull_number: number })),
      );
      return answer === undefined ? undefined : pullRequestState(answer);
    },
    async openPullRequests(branch) {
      const { rest } = await client();
      const head = `${context.owner}:${branch}`;
      const about = { ...place, state: 'open', head, sort: 'created', direction: 'asc' } as const;
      const pulls = await need(`which pull requests "${branch}" has`, () =>
        readPages(pullRequestAnswer, (page) => rest.pulls.list({ ...about, ...page })),
      );
      return pulls.map(pullRequestState);
    },
    async pullRequestsOfCommit(commit) {
      const { rest } = await client();
      const about = { ...place, commit_sha: commit };
      const pulls = await need(`which pull requests bring ${commit}`, () =>
        readPages(pullRequestAnswer, (page) => rest.repos.listPullRequestsAssociatedWithCommit({ ...about, ...page })),
      );
      return pulls.map(pullRequestState);
    },
    async allOpenPullRequests() {
      const { rest } = await client();
      const pulls = await need('which pull requests are open', () =>
        readPages(pullRequestAnswer, (page) => rest.pulls.list({ ...place, state: 'open', ...page })),
      );
      return pulls.map(pullRequestState);
    },
    async branches() {
      const { rest } = await client();
      const refs = await need('which branches there are', () =>
        readPages(refAnswer, (page) => rest.git.listMatchingRefs({ ...place, ref: 'heads/', ...page })),
      );
      return new Map(refs.map(({ ref, object }) => [ref.slice('refs/heads/'.length), object.sha]));
    },
    async branchHead(branch) {
      const { rest } = await client();
      const answer = await ask(`the head of "${branch}"`, async () =>
        read(refAnswer, await rest.git.getRef({ ...place, ref: `heads/${branch}` })),
      );
      return answer?.object.sha;
    },
    async compare(base, head) {
      const { rest } = await client();
      const about = { ...place, basehead: `${base}...${head}`, per_page: 1 };
      const answer = await ask(`how ${head} stands to ${base}`, async () =>
        read(comparisonAnswer, await rest.repos.compareCommitsWithBasehead(about)),
      );
      return answer === undefined ? undefined : { status: answer.status, mergeBase: answer.merge_base_commit.sha };
    },
    async file(path, commit) {
      const { rest } = await client();
      const answer = await ask(`what ${path} holds`, async () =>
        read(contentAnswer, await rest.repos.getContent({ ...place, path, ref: commit })),
      );
      return answer === undefined ? undefined : fileBytes(path, answer);
    },
    async commitMessage(commit) {
      const { rest } = await client();
      const { message } = await need(`the message of ${commit}`, async () =>
        read(commitAnswer, await rest.git.getCommit({ ...place, commit_sha: commit })),
      );
      return message;
    },
    async hasDeployment(task) {
      const { rest } = await client();
      try {
        const found = await need(`whether there is a GitHub deployment "${task}"`, async () =>
          read(array(deploymentAnswer), await rest.repos.listDeployments({ ...place, task, per_page: 1 })),
        );
        return found.length > 0;
      } catch (error) {
        if (isRefused(error)) {
          return undefined;
        }
        throw error;
      }
    },
    async deployedCommit(task) {
      const { rest } = await client();
      const what = `which commit the GitHub deployments "${task}" have`;
      try {
        const newest = await need(what, async () =>
          read(array(deploymentAnswer), await rest.repos.listDeployments({ ...place, task, per_page: 10 })),
        );
        for (const { id, sha } of newest) {
          const one = { ...place, deployment_id: id, per_page: 1 };
          const [status] = await need(what, async () =>
            read(array(deploymentStatusAnswer), await rest.repos.listDeploymentStatuses(one)),
          );
          if (status?.state === 'success') {
            return sha;
          }
        }
        return undefined;
      } catch (error) {
        if (isRefused(error)) {
          return undefined;
        }
        throw error;
      }
    },
    async hasEnded(run, attempt) {
      const { rest } = await client();
      const [run_id, attempt_number] = [Number(run), Number(attempt)];
      try {
        const answer = await ask(`whether attempt ${attempt} of run ${run} has ended`, async () =>
          read(runAttemptAnswer, await rest.actions.getWorkflowRunAttempt({ ...place, run_id, attempt_number })),
        );
        // Only a run that has ended can be deleted.
        return answer === undefined || answer.status === 'completed';
      } catch {
        return undefined;
      }
    },
  };
}

/** A pull request reduced to what we read. */
function pullRequestState(pull: InferOutput<typeof pullRequestAnswer>): PullRequestState {
  return {
    number: pull.number,
    open: pull.state === 'open',
    draft: pull.draft === true,
    byBot: pull.user?.type === 'Bot',
    headBranch: pull.head.ref,
    headSha: pull.head.sha,
    headRepositoryId: pull.head.repo?.id ?? null,
    baseBranch: pull.base.ref,
    labels: pull.labels.map(({ name }) => name),
  };
}

function fileBytes(path: string, data: InferOutput<typeof contentAnswer>): Uint8Array {
  if (Array.isArray(data) || data.type !== 'file') {
    const kind = Array.isArray(data) ? 'a directory' : `a ${data.type}`;
    throw new UserError('E_CONFIG_FILE', { what: `${path} is ${kind}`, fix: 'commit a plain file there' });
  }
  if (data.encoding !== 'base64') {
    throw new UserError('E_CONFIG_FILE', {
      what: `${path} has ${data.size} bytes, more than GitHub hands out`,
      fix: 'keep data out of the configuration',
    });
  }
  return Buffer.from(data.content, 'base64');
}
