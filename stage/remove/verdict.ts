import type { Config } from '../../core/configuration/schema.ts';
import type { PullRequestState, RepositoryFacts } from '../../core/preview/preview.ts';
import {
  decidePreviewOfBranch,
  decidePreviewOfPullRequest,
  pullRequestsOfRef,
} from '../../core/preview/preview-of-ref.ts';
import { type SweepVerdict, sweepVerdict } from '../../core/removal/sweep.ts';
import { type Decision, skip } from '../../core/stage/decision.ts';
import { branchOfRef, pullRequestOfRef } from '../../core/stage/ref.ts';
import { type PreviewSources, previewOfRef } from '../wanted/preview-now.ts';
import type { FoundStage } from './find.ts';

/** Says of a stage whether it is to go. */
export type Verdict = (found: FoundStage) => Promise<SweepVerdict>;

const NOTHING_LEFT = {
  remove: true,
  reason: 'nothing is left of it but what the ledger kept for the next run',
} as const;

/** The ref of a preview's owner; undefined where its owner has none. */
const refOf = ({ owner }: FoundStage) => (owner?.kind === 'repository' ? owner.ref : undefined);

/** A preview goes when GitHub says now that it is not wanted. */
export function closedVerdict(sources: PreviewSources): Verdict {
  return async (found) => {
    const ref = refOf(found);
    if (ref === undefined) {
      return found.owner === undefined ? NOTHING_LEFT : { remove: false, reason: 'its owner has no ref' };
    }
    const { decision, head, pullRequests = [] } = await previewOfRef(ref, sources);
    const remove = decision.decision === 'destroy';
    return leftIfOpen({ remove, reason: decision.reason }, found, { ref, pullRequests, head }, sources);
  };
}

/** The verdict, or, if a preview is to go whose pull request is open all the same, that it stays. */
async function leftIfOpen(
  verdict: SweepVerdict,
  found: FoundStage,
  listed: ListedPulls,
  sources: PreviewSources,
): Promise<SweepVerdict> {
  const reason = verdict.remove ? await openAllTheSame(found, listed, sources) : undefined;
  return reason === undefined ? verdict : { remove: false, reason };
}

/** What GitHub's list of open pull requests makes of a preview. */
interface ListedPulls {
  readonly ref: string;
  /** Those that the list has. */
  readonly pullRequests: readonly PullRequestState[];
  /** Commit at the branch's head; undefined if the branch is gone. */
  readonly head: string | undefined;
}

/**
 * Returns why a preview stays although the list of open pull requests has none of its branch: one of those that it was deployed
 * for, asked for by its number, is open, or one that GitHub relates to the branch's head. A list that GitHub answers empty by
 * mistake takes no preview; undefined if it may go.
 */
async function openAllTheSame(
  { wish }: FoundStage,
  { ref, pullRequests, head }: ListedPulls,
  { github }: PreviewSources,
): Promise<string | undefined> {
  if (pullRequests.length > 0 || pullRequestOfRef(ref) !== undefined) {
    return undefined;
  }
  const branch = branchOfRef(ref);
  const [repository, known, ofHead] = await Promise.all([
    github.repository(),
    Promise.all((wish?.pullRequests ?? []).map((number) => github.pullRequest(number))),
    head === undefined ? [] : github.pullRequestsOfCommit(head),
  ]);
  const open = [...known, ...ofHead].find(
    (pull) => pull?.open === true && pull.headBranch === branch && pull.headRepositoryId === repository.id,
  );
  return open === undefined
    ? undefined
    : `GitHub lists no open pull request of "${branch}", but says that #${open.number} of it is open`;
}

/** A stage goes in the sweep when it is not wanted, or has expired; GitHub is asked about this one. */
export function expiredVerdict(sources: PreviewSources): Verdict {
  return async (found) => {
    const ref = refOf(found);
    if (found.stage.kind !== 'preview' || ref === undefined) {
      return verdictWithoutRef(found);
    }
    const { decision, head, pullRequests = [] } = await previewOfRef(ref, sources);
    const verdict = verdictByDecision(found, decision, pullRequests);
    // One that has expired goes, open or not.
    const isUnwanted = decision.decision === 'destroy';
    return isUnwanted ? leftIfOpen(verdict, found, { ref, pullRequests, head }, sources) : verdict;
  };
}

/** The same for very many stages, with few questions to GitHub: by the default branch's configuration alone. */
export async function manyExpiredVerdict({ github, configs }: PreviewSources): Promise<Verdict> {
  const repository = await github.repository();
  const [config, open, branches] = await Promise.all([
    configs.ofBranch(repository.defaultBranch),
    github.allOpenPullRequests(),
    github.branches(),
  ]);
  return async (found) => {
    const ref = refOf(found);
    if (found.stage.kind !== 'preview' || ref === undefined) {
      return verdictWithoutRef(found);
    }
    const number = pullRequestOfRef(ref);
    const pull =
      number === undefined
        ? undefined
        : (open.find((one) => one.number === number) ?? (await github.pullRequest(number)));
    if (number !== undefined && pull === undefined) {
      return verdictByDecision(found, skip(`GitHub knows no pull request #${number}`), []);
    }
    const facts = { config, repository, pulls: pullRequestsOfRef(ref, repository, open), branches };
    return verdictByDecision(found, decideByFacts(ref, pull, facts), facts.pulls);
  };
}

interface Facts {
  readonly config: Config;
  readonly repository: RepositoryFacts;
  /** The open pull requests of the ref. */
  readonly pulls: readonly PullRequestState[];
  /** Heads of all branches. */
  readonly branches: ReadonlyMap<string, string>;
}

function decideByFacts(
  ref: string,
  pull: PullRequestState | undefined,
  { config, repository, pulls, branches }: Facts,
): Decision {
  const name = pull?.headBranch ?? branchOfRef(ref);
  const branch = { name, headSha: branches.get(name), pullRequests: pulls };
  return pull === undefined
    ? decidePreviewOfBranch(config, repository, branch)
    : decidePreviewOfPullRequest(config, repository, branch, pull);
}

/** AWS's time where the stage is, in milliseconds since 1970. */
const nowOf = (places: FoundStage['places']) => places[0]?.ledger.now() ?? Date.now();

function verdictByDecision(
  { wish, places }: FoundStage,
  decision: Decision,
  pulls: readonly PullRequestState[],
): SweepVerdict {
  const labels = pulls.flatMap((pull) => pull.labels);
  return sweepVerdict({ kind: 'preview', expires: wish?.expires, now: nowOf(places), decision, labels });
}

/** What GitHub has no word about: personal stages, and what has no owner any more. */
function verdictWithoutRef({ stage, owner, wish, places }: FoundStage): SweepVerdict {
  if (owner === undefined) {
    return NOTHING_LEFT;
  }
  return stage.kind === 'personal'
    ? sweepVerdict({ kind: 'personal', expires: wish?.expires, now: nowOf(places) })
    : { remove: false, reason: 'its owner has no ref' };
}
