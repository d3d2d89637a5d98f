import picomatch from 'picomatch';
import { configuredStages } from '../configuration/effective.ts';
import type { Config } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import { type Decision, skip } from '../stage/decision.ts';
import { DEFAULT_MAX_LENGTH, isStagePattern, previewStageName } from '../stage/name.ts';

/** A pull request as GitHub has it now. */
export interface PullRequestState {
  readonly number: number;
  readonly open: boolean;
  readonly draft: boolean;
  readonly byBot: boolean;
  /** Branch's name, without refs/heads/. */
  readonly headBranch: string;
  readonly headSha: string;
  /** Id of the repository that the branch is in; null where that repository is gone. */
  readonly headRepositoryId: number | null;
  readonly baseBranch: string;
  readonly labels: readonly string[];
}

/** A branch with what hangs on it, as GitHub has it now. */
export interface BranchState {
  readonly name: string;
  /** The commit at its head; undefined where the branch is gone. */
  readonly headSha: string | undefined;
  /** Open pull requests whose head it is, oldest first. */
  readonly pullRequests: readonly PullRequestState[];
}

export interface RepositoryFacts {
  readonly id: number;
  readonly defaultBranch: string;
}

/** The label that keeps the preview of an open pull request from expiring. */
export const KEEP_LABEL = 'keep-preview';

/** Labels that mean something to us; a run that another label started has nothing to do. */
export const OUR_LABELS: readonly string[] = [KEEP_LABEL];

/** Returns why a pull request gets no preview, whatever its state; undefined where it may have one. */
export function pullRequestObstacle(
  config: Config,
  repository: RepositoryFacts,
  pull: PullRequestState,
): string | undefined {
  if (pull.headRepositoryId !== repository.id) {
    return 'fork pull requests are not deployed';
  }
  const { previews } = config;
  if (previews === undefined) {
    return 'the configuration has no "previews"';
  }
  const [owner] = stagesOfBranch(config, pull.headBranch);
  if (owner !== undefined) {
    return `"${pull.headBranch}" is the branch of the stage "${owner}", so it has no preview`;
  }
  const targets = previews['target-branches'] ?? [repository.defaultBranch];
  if (!targets.includes(pull.baseBranch)) {
    return `its target branch is "${pull.baseBranch}", and only pull requests into ${targets.join(', ')} get a preview`;
  }
  return undefined;
}

/** Returns why an open pull request is not deployed at this time; undefined where it is. */
function openPullRequestObstacle(config: Config, pull: PullRequestState): string | undefined {
  if (pull.draft && config.previews?.drafts !== true) {
    return `pull request #${pull.number} is a draft (previews.drafts: true deploys drafts)`;
  }
  if (pull.byBot && config.previews?.bots !== true) {
    return `pull request #${pull.number} is a bot's (previews.bots: true deploys them)`;
  }
  return undefined;
}

/** Returns the configured stages that a branch is the branch of. */
export function stagesOfBranch(config: Config, branch: string): string[] {
  return configuredStages(config).filter((name) => config.stages?.[name]?.branch === branch);
}

/** Returns the first pattern of `stages` that matches a branch, in the order of the file. */
export function patternOfBranch(config: Config, branch: string): string | undefined {
  return Object.keys(config.stages ?? {}).find((key) => isStagePattern(key) && picomatch.isMatch(branch, key));
}

/**
 * Decides what a preview is to be now: deployed while a pull request of it is open or a pattern keeps its branch,
 * else removed as `previews.destroy` says. `pull` is the pull request that the run is about, where there is one.
 */
export function decidePreview(
  config: Config,
  repository: RepositoryFacts,
  branch: BranchState,
  pull?: PullRequestState,
): Decision {
  const pattern = patternOfBranch(config, branch.name);
  const own = ownedByPullRequest(config, pull) ? pull : undefined;
  const candidates = own === undefined ? branch.pullRequests : [own].filter((candidate) => candidate.open);
  const wanted = candidates.filter((candidate) => pullRequestObstacle(config, repository, candidate) === undefined);
  const open = wanted.find((candidate) => candidate.number === pull?.number) ?? wanted[0];
  const stage = identify(config, branch, own ?? open ?? pull);
  const profile = profileOfPreview(config, pattern);
  if (open !== undefined) {
    const obstacle = openPullRequestObstacle(config, open);
    const reason = `pull request #${open.number} of "${open.headBranch}" into "${open.baseBranch}" is open`;
    return obstacle === undefined
      ? { decision: 'deploy', reason, stage: { ...stage, commit: open.headSha, baseBranch: open.baseBranch }, profile }
      : skip(obstacle);
  }
  if (own === undefined && pattern !== undefined && branch.headSha !== undefined) {
    const reason = `the branch "${branch.name}" matches the pattern "${pattern}" of stages`;
    const { headSha: commit } = branch;
    const { defaultBranch: baseBranch } = repository;
    return { decision: 'deploy', reason, stage: { ...stage, commit, baseBranch }, profile };
  }
  return decideRemoval(config, branch, stage, profile, pull);
}

function decideRemoval(
  config: Config,
  branch: BranchState,
  stage: ReturnType<typeof identify>,
  profile: string,
  pull: PullRequestState | undefined,
): Decision {
  const gone = branch.headSha === undefined;
  const none =
    branch.pullRequests.length === 0
      ? `no pull request of "${branch.name}" is open`
      : `no open pull request of "${branch.name}" is one that gets a preview (see previews.target-branches)`;
  const what = pull === undefined ? none : `pull request #${pull.number} is closed`;
  const reason = gone ? `${what} and the branch is gone` : what;
  const when = config.previews?.destroy ?? 'close';
  if (when === 'never') {
    return skip(`${reason}, but previews.destroy: never keeps its preview`);
  }
  if (when === 'delete' && !gone) {
    return skip(`${reason}, but previews.destroy: delete keeps its preview until the branch is deleted`);
  }
  return { decision: 'destroy', reason, stage, profile };
}

function ownedByPullRequest(config: Config, pull: PullRequestState | undefined): boolean {
  return pull !== undefined && config.previews?.stage === 'pull-request';
}

function identify(config: Config, branch: BranchState, pull: PullRequestState | undefined) {
  const ref =
    pull !== undefined && ownedByPullRequest(config, pull) ? `refs/pull/${pull.number}` : `refs/heads/${branch.name}`;
  const number = pull === undefined ? {} : { pullRequest: pull.number };
  const name = previewStageName(ref, config.previews?.['max-length'] ?? DEFAULT_MAX_LENGTH);
  return { name, kind: 'preview' as const, ref, ...number };
}

function profileOfPreview(config: Config, pattern: string | undefined): string {
  const name = (pattern === undefined ? undefined : config.stages?.[pattern]?.profile) ?? config['default-profile'];
  if (name === undefined) {
    throw new UserError('E_PROFILE_UNKNOWN', {
      what: 'previews have no profile',
      fix: 'add `default-profile:` to serverless-stages.yml',
    });
  }
  return name;
}
