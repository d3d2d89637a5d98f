import * as v from 'valibot';
import { UserError } from '../../core/errors.ts';
import type { RunContext } from '../runner/context.ts';
import { read, refAnswer } from './answers.ts';
import { openClient } from './client.ts';
import { type AskOptions, ask, need, refusalOf } from './request.ts';

/** A commit that moves a branch. */
export interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

/** A pull request that asks for a move. */
export interface Proposal {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** Moves branches. Each rejects with E_GITHUB, which names the permission that is missing, or as it says. */
export interface GitHubMover {
  /** The commit at a branch's head; undefined if the branch is gone. */
  head(branch: string): Promise<string | undefined>;
  /** A commit's tree, parents and message, as GitHub has them. */
  commit(id: string): Promise<NewCommit>;
  /** Makes a commit on no branch. GitHub signs it for an App or for GITHUB_TOKEN, since no author is sent. */
  createCommit(commit: NewCommit): Promise<string>;
  /** Moves a branch to a commit that follows its head; E_MOVED if the branch moved on, E_BRANCH_RULES if its rules refuse. */
  advance(branch: string, commit: string): Promise<void>;
  /** Points a branch of ours at a commit, and makes the branch if there is none. */
  point(branch: string, commit: string): Promise<void>;
  /** Opens a pull request, or brings the open one of the same branches up to date; returns its number. */
  propose(proposal: Proposal): Promise<number>;
}

const commitAnswer = v.object({
  sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
  message: v.string(),
  tree: v.object({ sha: v.string() }),
  parents: v.array(v.object({ sha: v.string() })),
});
const numberAnswer = v.object({ number: v.number() });
const CONTENTS: AskOptions = { permission: '`contents: write`' };
const PULLS: AskOptions = { permission: '`pull-requests: write`' };
/** GitHub says no more than that the token may not. */
const MOVE: AskOptions = {
  ...CONTENTS,
  hint: 'changed files of .github/workflows/ take a GitHub App that has `workflows: write`, which GITHUB_TOKEN can never have (docs/promotion.md)',
};

/** Builds the mover of the run's own repository. */
export function createMover(token: string, context: RunContext): GitHubMover {
  const client = openClient(token, context.apiUrl);
  const place = { owner: context.owner, repo: context.repository };
  const headOf = async (branch: string): Promise<string | undefined> => {
    const { rest } = await client();
    const answer = await ask(
      `the head of "${branch}"`,
      async () => read(refAnswer, await rest.git.getRef({ ...place, ref: `heads/${branch}` })),
      MOVE,
    );
    return answer?.object.sha;
  };
  return {
    head: headOf,
    async commit(id) {
      const { rest } = await client();
      const answer = await need(`the commit ${id}`, async () =>
        read(commitAnswer, await rest.git.getCommit({ ...place, commit_sha: id })),
      );
      const { message, tree, parents } = answer;
      return { message, tree: tree.sha, parents: parents.map(({ sha }) => sha) };
    },
    async createCommit({ message, tree, parents }) {
      const { rest } = await client();
      const make = async () =>
        read(commitAnswer, await rest.git.createCommit({ ...place, message, tree, parents: [...parents] }));
      return (await need('a commit', make, CONTENTS)).sha;
    },
    async advance(branch, commit) {
      const { rest } = await client();
      const update = async () =>
        read(refAnswer, await rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: commit, force: false }));
      await need(`the move of "${branch}"`, update, MOVE).catch((error) => {
        throw moveError(branch, error);
      });
    },
    async point(branch, commit) {
      const { rest } = await client();
      const write = async () => {
        // Looked at each time: a write whose answer got lost was done all the same.
        const known = await headOf(branch);
        const written =
          known === undefined
            ? await rest.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha: commit })
            : await rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: commit, force: true });
        return read(refAnswer, written);
      };
      await need(`the branch "${branch}"`, write, MOVE).catch((error) => {
        throw moveError(branch, error);
      });
    },
    async propose({ head, base, title, body }) {
      const { rest } = await client();
      const list = async () =>
        read(
          v.array(numberAnswer),
          await rest.pulls.list({ ...place, state: 'open', head: `${context.owner}:${head}`, base }),
        );
      const write = async () => {
        // Looked at each time: a write whose answer got lost was done all the same.
        const [open] = await need(`which pull requests "${head}" has`, list, PULLS);
        return open === undefined
          ? read(numberAnswer, await rest.pulls.create({ ...place, head, base, title, body }))
          : read(numberAnswer, await rest.pulls.update({ ...place, pull_number: open.number, title, body }));
      };
      const { number } = await need('the pull request', write, PULLS).catch((error) => {
        throw proposalError(error);
      });
      return number;
    },
  };
}

/** A repository may forbid its workflows to open pull requests, whatever their permissions. */
function proposalError(error: unknown): unknown {
  return /not permitted to create/i.test(refusalOf(error) ?? '')
    ? new UserError('E_GITHUB', {
        what: 'GitHub did not let this workflow open a pull request',
        fix: 'open it as a GitHub App (docs/promotion.md), or allow it in the settings: "Allow GitHub Actions to create and approve pull requests"',
        cause: error,
      })
    : error;
}

/** Says why GitHub refused to move a branch, as far as its words tell. */
function moveError(branch: string, error: unknown): unknown {
  const refusal = refusalOf(error);
  if (refusal === undefined) {
    return error;
  }
  if (/not a fast forward/i.test(refusal)) {
    return new UserError('E_MOVED', {
      what: `the branch "${branch}" moved on while it was to be moved`,
      why: 'nothing was moved and nothing was deployed',
      fix: 'start the promotion anew: its verdict was of another head',
      cause: error,
    });
  }
  if (/rule violations|protected branch|changes must be made through|required status check/i.test(refusal)) {
    return new UserError('E_BRANCH_RULES', {
      what: `the rules of "${branch}" refuse the move: ${oneLine(refusal)}`,
      fix: 'put the GitHub App that moves the branch on the bypass list of the ruleset (GITHUB_TOKEN cannot be on it), or write `mode: pull-request` (docs/promotion.md)',
      cause: error,
    });
  }
  return error;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
