import type { Config } from '../../core/configuration/schema.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { type PullRequestState, pullRequestObstacle, type RepositoryFacts } from '../../core/preview/preview.ts';
import { decidePreviewOfBranch, decidePreviewOfPullRequest, decisionOfRef } from '../../core/preview/preview-of-ref.ts';
import { type Decision, skip } from '../../core/stage/decision.ts';
import { branchOfRef, pullRequestOfRef } from '../../core/stage/ref.ts';
import type { ConfigReader } from '../../io/github/config-reader.ts';
import type { GitHubReader } from '../../io/github/reader.ts';

/** What a preview is to be at this moment, and the configurations that say so; none where nothing is to be done. */
export interface PreviewNow {
  readonly decision: Decision;
  /** Of the branch that its pull request goes into. */
  readonly config?: Config;
  /** Of the default branch. */
  readonly main?: Config;
  /** Commit at its branch's head; absent if the branch is gone. */
  readonly head?: string;
  /** The open pull requests that may want it. */
  readonly pullRequests?: readonly PullRequestState[];
}

export interface PreviewSources {
  readonly github: GitHubReader;
  readonly configs: ConfigReader;
}

/** The ways to what a preview is to be now. */
export interface Previews {
  readonly previewOfPullRequest: (pull: PullRequestState) => Promise<PreviewNow>;
  readonly previewOfBranch: (name: string) => Promise<PreviewNow>;
}

/** Binds the two questions to where they are asked. */
export function previewsFrom(sources: PreviewSources): Previews {
  return {
    previewOfPullRequest: (pull) => previewOfPullRequest(pull, sources),
    previewOfBranch: (name) => previewOfBranch(name, sources),
  };
}

/** Asks GitHub what the preview of a pull request is to be now. Throws E_GITHUB, E_CONFIG and its kin. */
export async function previewOfPullRequest(
  pull: PullRequestState,
  { github, configs }: PreviewSources,
): Promise<PreviewNow> {
  const repository = await github.repository();
  if (pull.headRepositoryId !== repository.id) {
    return { decision: skip('fork pull requests are not deployed') };
  }
  const main = await configs.ofBranch(repository.defaultBranch, pull.headSha);
  const config = await configs.ofTarget(pull.baseBranch, repository.defaultBranch, main);
  const [headSha, pullRequests] = await Promise.all([
    github.branchHead(pull.headBranch),
    github.openPullRequests(pull.headBranch),
  ]);
  const branch = { name: pull.headBranch, headSha, pullRequests };
  const decision = decidePreviewOfPullRequest(config, repository, branch, pull);
  return { decision, config, main, ...onlyDefined({ head: headSha }), pullRequests: pull.open ? [pull] : [] };
}

/** Asks the same of a branch: its pull request's preview where it has one, else by a pattern of stages. */
export async function previewOfBranch(name: string, { github, configs }: PreviewSources): Promise<PreviewNow> {
  const [repository, headSha, pullRequests] = await Promise.all([
    github.repository(),
    github.branchHead(name),
    github.openPullRequests(name),
  ]);
  const main = await configs.ofBranch(repository.defaultBranch, headSha);
  const config = await configs.ofTarget(
    targetOf(main, repository, pullRequests) ?? repository.defaultBranch,
    repository.defaultBranch,
    main,
  );
  const branch = { name, headSha, pullRequests };
  const decision = decidePreviewOfBranch(config, repository, branch);
  return { decision, config, main, ...onlyDefined({ head: headSha }), pullRequests };
}

function targetOf(main: Config, repository: RepositoryFacts, pulls: readonly PullRequestState[]): string | undefined {
  return pulls.find((pull) => pullRequestObstacle(main, repository, pull) === undefined)?.baseBranch;
}

/**
 * Asks the same of the ref that owns a preview (`refs/heads/NAME`, `refs/pull/NUMBER`). One that another ref's preview has
 * taken the place of (`previews.stage` was changed) is to be removed.
 */
export async function previewOfRef(ref: string, sources: PreviewSources): Promise<PreviewNow> {
  const now = await ofRef(ref, sources);
  return now.config === undefined ? now : { ...now, decision: decisionOfRef(now.decision, ref, now.config) };
}

async function ofRef(ref: string, sources: PreviewSources): Promise<PreviewNow> {
  const number = pullRequestOfRef(ref);
  if (number === undefined) {
    return previewOfBranch(branchOfRef(ref), sources);
  }
  const pull = await sources.github.pullRequest(number);
  return pull === undefined
    ? { decision: skip(`GitHub knows no pull request #${number}`) }
    : previewOfPullRequest(pull, sources);
}

/** Returns a reader that asks for each branch's file once: for a run that decides about very many stages by one configuration. */
export function rememberConfigs(configs: ConfigReader): ConfigReader {
  const known = new Map<string, Promise<Config>>();
  const ask = (key: string, read: () => Promise<Config>) => {
    const answer = known.get(key) ?? read();
    known.set(key, answer);
    return answer;
  };
  return {
    ...configs,
    ofBranch: (branch, ownCommit) => ask(`branch ${branch}`, () => configs.ofBranch(branch, ownCommit)),
    ofTarget: (branch, defaultBranch, main) =>
      ask(`target ${branch}`, () => configs.ofTarget(branch, defaultBranch, main)),
  };
}
