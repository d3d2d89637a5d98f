import type { getOctokit } from '@actions/github';
import { UserError } from '../../core/errors.ts';
import type { PullRequestState, RepositoryFacts } from '../../core/preview/preview.ts';
import { once } from '../once.ts';
import type { RunContext } from '../runner/context.ts';
import type { GitHubReader } from './reader.ts';
import { ask, need } from './request.ts';

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

/** Builds a reader of the run's own repository. */
export function createGitHubReader(token: string, context: RunContext): GitHubReader {
  const client = openClient(token, context.apiUrl);
  const place = { owner: context.owner, repo: context.repository };
  const slug = `${context.owner}/${context.repository}`;
  const repository = once(async (): Promise<RepositoryFacts> => {
    const { rest } = await client();
    const { data } = await need(`what the repository ${slug} is`, () => rest.repos.get(place));
    return { id: data.id, defaultBranch: data.default_branch };
  });
  return {
    repository,
    async pullRequest(number) {
      const { rest } = await client();
      const answer = await ask(`the state of pull request #${number}`, () =>
        rest.pulls.get({ ...place, pull_number: number }),
      );
      return answer === undefined ? undefined : pullRequestState(answer.data);
    },
    async openPullRequests(branch) {
      const octokit = await client();
      const pulls = await need(`which pull requests "${branch}" has`, () =>
        octokit.paginate(octokit.rest.pulls.list, {
          ...place,
          state: 'open',
          head: `${context.owner}:${branch}`,
          sort: 'created',
          direction: 'asc',
          per_page: 100,
        }),
      );
      return pulls.map(pullRequestState);
    },
    async allOpenPullRequests() {
      const octokit = await client();
      const pulls = await need('which pull requests are open', () =>
        octokit.paginate(octokit.rest.pulls.list, { ...place, state: 'open', per_page: 100 }),
      );
      return pulls.map(pullRequestState);
    },
    async branches() {
      const octokit = await client();
      const refs = await need('which branches there are', () =>
        octokit.paginate(octokit.rest.git.listMatchingRefs, { ...place, ref: 'heads/', per_page: 100 }),
      );
      return new Map(refs.map(({ ref, object }) => [ref.slice('refs/heads/'.length), object.sha]));
    },
    async branchHead(branch) {
      const { rest } = await client();
      const answer = await ask(`the head of "${branch}"`, () => rest.git.getRef({ ...place, ref: `heads/${branch}` }));
      return answer?.data.object.sha;
    },
    async compare(base, head) {
      const { rest } = await client();
      const answer = await ask(`how ${head} stands to ${base}`, () =>
        rest.repos.compareCommitsWithBasehead({ ...place, basehead: `${base}...${head}`, per_page: 1 }),
      );
      return answer === undefined
        ? undefined
        : { status: answer.data.status, mergeBase: answer.data.merge_base_commit.sha };
    },
    async file(path, commit) {
      const { rest } = await client();
      const answer = await ask(`what ${path} holds`, () => rest.repos.getContent({ ...place, path, ref: commit }));
      return answer === undefined ? undefined : fileBytes(path, answer.data);
    },
    async commitMessage(commit) {
      const { rest } = await client();
      const { data } = await need(`the message of ${commit}`, () =>
        rest.git.getCommit({ ...place, commit_sha: commit }),
      );
      return data.message;
    },
    async hasEnded(run, attempt) {
      const { rest } = await client();
      const [run_id, attempt_number] = [Number(run), Number(attempt)];
      try {
        const answer = await ask(`whether attempt ${attempt} of run ${run} has ended`, () =>
          rest.actions.getWorkflowRunAttempt({ ...place, run_id, attempt_number }),
        );
        // Only a run that has ended can be deleted.
        return answer === undefined || answer.data.status === 'completed';
      } catch {
        return undefined;
      }
    },
  };
}

/** A pull request as GitHub's REST API has it, reduced to what we read. */
interface RestPullRequest {
  readonly number: number;
  readonly state: string;
  readonly draft?: boolean | undefined;
  readonly user: { readonly type: string } | null;
  readonly head: { readonly ref: string; readonly sha: string; readonly repo: { readonly id: number } | null };
  readonly base: { readonly ref: string };
  readonly labels: readonly { readonly name?: string }[];
}

function pullRequestState(pull: RestPullRequest): PullRequestState {
  return {
    number: pull.number,
    open: pull.state === 'open',
    draft: pull.draft === true,
    byBot: pull.user?.type === 'Bot',
    headBranch: pull.head.ref,
    headSha: pull.head.sha,
    headRepositoryId: pull.head.repo?.id ?? null,
    baseBranch: pull.base.ref,
    labels: pull.labels.map(({ name }) => name ?? ''),
  };
}

function fileBytes(path: string, data: unknown): Uint8Array {
  const file = data as { type?: string; encoding?: string; content?: string; size?: number };
  if (Array.isArray(data) || file.type !== 'file') {
    const kind = Array.isArray(data) ? 'a directory' : `a ${file.type ?? 'thing of no kind'}`;
    throw new UserError('E_CONFIG_FILE', { what: `${path} is ${kind}`, fix: 'commit a plain file there' });
  }
  if (file.encoding !== 'base64') {
    throw new UserError('E_CONFIG_FILE', {
      what: `${path} has ${file.size} bytes, more than GitHub hands out`,
      fix: 'keep data out of the configuration',
    });
  }
  return Buffer.from(file.content ?? '', 'base64');
}
