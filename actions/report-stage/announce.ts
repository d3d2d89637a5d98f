import { UserError } from '../../core/errors.ts';
import { notificationOf } from '../../core/notify/message.ts';
import { readMark, reasonToKeep, renderComment } from '../../core/report/comment.ts';
import { deploymentTask, describeShortly, statusContext } from '../../core/report/github-texts.ts';
import { isWebAddress } from '../../core/report/printable.ts';
import type { StageReport } from '../../core/report/stage-report.ts';
import { wordingOf } from '../../core/report/wording.ts';
import { branchOfRef, isBranchRef, pullRequestOfRef } from '../../core/stage/ref.ts';
import type { Dependencies } from './dependencies.ts';
import type { Reading } from './inputs.ts';

/** What was made on GitHub. */
interface Made {
  readonly deployment: number | undefined;
  readonly comment: string | undefined;
}

type Attempt = <Result>(what: string, work: () => Promise<Result>) => Promise<Result | undefined>;

/** Tells of one stage on all ways at once; what fails on one is a warning, and stops no other. */
export async function announce(report: StageReport, reading: Reading, deps: Dependencies): Promise<Made> {
  const attempt: Attempt = async (what, work) => {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof UserError ? `${error.code}: ` : '';
      deps.log.warning(`${what}: ${code}${(error as Error).message}`);
      return undefined;
    }
  };
  const message = notificationOf(report, deps.repository);
  const [comment, deployment] = await Promise.all([
    attempt('the pull request was not told', () => tellPullRequest(report, reading.author, deps)),
    tellDeployment(report, reading, deps, attempt),
    attempt('no commit status', () => tellCommit(report, deps)),
    message === undefined ? undefined : deps.deliver(message),
  ]);
  return { comment, deployment };
}

/** Writes the comment on the pull request of a preview. */
async function tellPullRequest(report: StageReport, author: string, { github, log }: Dependencies) {
  const number = report.stage.kind === 'preview' ? await pullRequestOf(report, github) : undefined;
  if (number === undefined) {
    return undefined;
  }
  const headSha = await github.headOf(number);
  return github.comment(number, {
    author,
    isOurs: (body) => readMark(body)?.app === report.app,
    render(before) {
      const mark = before === undefined ? undefined : readMark(before);
      const reason = reasonToKeep(report, mark, headSha);
      if (reason !== undefined) {
        log.info(`the comment on #${number} is left alone: ${reason}`);
      }
      return reason === undefined ? renderComment(report, before) : undefined;
    },
  });
}

/** A deploy is told to an open pull request alone; a removal also to the one that was closed. */
async function pullRequestOf({ stage, commit }: StageReport, github: Dependencies['github']) {
  const { pullRequest, ref } = stage;
  const number = pullRequest ?? pullRequestOfRef(ref);
  const state = commit === undefined ? 'all' : 'open';
  return number ?? (isBranchRef(ref) ? github.newestPullRequest(branchOfRef(ref), state) : undefined);
}

/** Makes the GitHub deployment of a deploy that starts, and says of it and of earlier ones how they stand when it ends. */
async function tellDeployment(
  report: StageReport,
  { author, githubDeployment }: Reading,
  { github }: Dependencies,
  attempt: Attempt,
): Promise<number | undefined> {
  const { commit, environment, stage, state, url, run } = report;
  const task = deploymentTask(report);
  const description = describeShortly(report);
  const isTransient = stage.kind === 'preview';
  const about = { environment, task, description, transient: isTransient, run: `${run.id}.${run.attempt}`, author };
  const id =
    state === 'deploying' && commit !== undefined
      ? await attempt('no GitHub deployment', () => github.createDeployment({ ...about, commit }))
      : githubDeployment;
  // GitHub takes no other addresses (a WebSocket's, say), and people trust where its button leads.
  const address = url !== undefined && isWebAddress(url) ? { url } : {};
  const status = { state: wordingOf(state).deployment, description, ...address, logUrl: run.url };
  if (id !== undefined) {
    await attempt('no status of the GitHub deployment', () => github.setDeployment(id, status));
  }
  const isReplaced = status.state === 'success';
  if (isReplaced || state === 'removed' || state === 'absent') {
    const last = isReplaced ? 'a newer deploy has taken its place' : description;
    await attempt('earlier GitHub deployments', () =>
      github.deactivate(environment, task, { description: last, logUrl: run.url }, isReplaced ? id : undefined),
    );
  }
  return id;
}

async function tellCommit(report: StageReport, { github }: Dependencies): Promise<void> {
  const { commit, state, run } = report;
  if (commit !== undefined) {
    await github.setCommitStatus(commit, {
      state: wordingOf(state).commit,
      context: statusContext(report),
      description: describeShortly(report),
      targetUrl: run.url,
    });
  }
}
