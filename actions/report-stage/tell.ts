import { describeError } from '../../core/described-error.ts';
import { UserError } from '../../core/errors.ts';
import { notificationOf } from '../../core/notify/message.ts';
import { readMark, reasonToKeep, renderComment } from '../../core/report/comment.ts';
import { deploymentTask, describeShortly, statusContext } from '../../core/report/short.ts';
import type { StageReport } from '../../core/report/stage-report.ts';
import { told } from '../../core/report/state.ts';
import { branchOfRef, isBranchRef, pullRequestOfRef } from '../../core/stage/ref.ts';
import type { Inputs } from './contract.ts';
import type { Dependencies } from './dependencies.ts';
import { githubDeploymentOf } from './inputs.ts';

/** What was made on GitHub. */
interface Made {
  readonly deployment: number | undefined;
  readonly comment: string | undefined;
}

/** Tells of one stage on all ways at once; what fails on one is a warning, and stops no other. */
export async function tell(report: StageReport, inputs: Inputs, deps: Dependencies): Promise<Made> {
  const attempt = async <Result>(what: string, work: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (error) {
      deps.log.warning(`${what}: ${describeFailure(error)}`);
      return undefined;
    }
  };
  const message = notificationOf(report, deps.repository);
  const [comment, deployment] = await Promise.all([
    attempt('the pull request was not told', () => comments(report, inputs['comment-author'], deps)),
    attempt('no GitHub deployment', () => deployments(report, inputs, deps)),
    attempt('no commit status', () => commitStatus(report, deps)),
    message === undefined ? undefined : deps.deliver(message),
  ]);
  return { comment, deployment };
}

function describeFailure(error: unknown): string {
  return error instanceof UserError ? `${error.code}: ${error.message}` : describeError(error).message;
}

/** Writes the comment on the pull request of a preview. */
async function comments(report: StageReport, author: string, { github, log }: Dependencies) {
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

async function pullRequestOf({ stage }: StageReport, github: Dependencies['github']): Promise<number | undefined> {
  const { pullRequest, ref } = stage;
  const number = pullRequest ?? pullRequestOfRef(ref);
  return number ?? (isBranchRef(ref) ? github.newestPullRequest(branchOfRef(ref)) : undefined);
}

/** Makes the GitHub deployment of a deploy that starts, and says of it and of earlier ones how they stand when it ends. */
async function deployments(report: StageReport, inputs: Inputs, { github }: Dependencies) {
  const { commit, environment, stage, state, url, run } = report;
  const task = deploymentTask(report);
  const status = {
    state: told(state).deployment,
    description: describeShortly(report),
    ...(url === undefined ? {} : { url }),
    logUrl: run.url,
  };
  let id = githubDeploymentOf(inputs);
  if (state === 'deploying' && commit !== undefined) {
    id = await github.createDeployment({
      commit,
      environment,
      task,
      description: status.description,
      transient: stage.kind === 'preview',
      run: `${run.id}.${run.attempt}`,
      author: inputs['comment-author'],
    });
  }
  if (id !== undefined) {
    await github.setDeployment(id, status);
  }
  if (status.state === 'success') {
    await github.deactivate(environment, task, { ...status, description: 'a newer deploy has taken its place' }, id);
  } else if (state === 'removed') {
    await github.deactivate(environment, task, status);
  }
  return id;
}

async function commitStatus(report: StageReport, { github }: Dependencies): Promise<void> {
  const { commit, state, run } = report;
  if (commit !== undefined) {
    await github.setCommitStatus(commit, {
      state: told(state).commit,
      context: statusContext(report),
      description: describeShortly(report),
      targetUrl: run.url,
    });
  }
}
