import { metAnother } from '../../../core/serverless/cli-output.ts';
import { consoleUrl, isSuccess, type StackView, stacksUrl } from '../../../core/stack/status.ts';
import { sameTemplate } from '../../../core/stack/template.ts';
import { describeWait } from '../../../core/stack/wait.ts';
import type { ProcessResult } from '../../../io/process.ts';
import type { CliJob } from '../../../io/serverless/runner.ts';
import type { DeployTools } from './deploy-tools.ts';
import { judge } from './judge.ts';
import { type CheckedPackage, checkUnchangedPackage } from './package-service.ts';
import { watchCli } from './watchdog.ts';

/** Longest time that one operation of CloudFormation is waited for, in milliseconds. */
const WAIT_MS = 60 * 60_000;

/**
 * Deploys a checked package over the stack as it was found and returns CloudFormation's verdict; `see` is told of the
 * stack as it stands then. Throws E_DEPLOY_FAILED, E_PACKAGE_CHANGED, E_STACK_STATE.
 */
export async function deployPackage(
  job: CliJob,
  packaged: CheckedPackage,
  before: StackView | undefined,
  tools: DeployTools,
  see: (stack: StackView | undefined) => void,
): Promise<'deployed' | 'unchanged'> {
  tools.log.info(`${job.label}: deploying the stack ${packaged.stack}`);
  const rolledBack = before !== undefined && !isSuccess(before.status);
  if (rolledBack) {
    tools.log.info(
      `${job.label}: its last update failed (${before.status}), so it is deployed whatever the CLI thinks`,
    );
  }
  const since = before === undefined ? 0 : ((await tools.stacks.newestEvent(before.id))?.time ?? 0);
  let after: StackView | undefined;
  const attempt = async (force: boolean, isLast = false): Promise<'deployed' | 'unchanged'> => {
    await checkUnchangedPackage(job, packaged.hash, tools.runner);
    const result = await deployWatched(job, packaged.stack, { before, force }, tools);
    tools.log.foreign(`${job.label}: ${job.cli.product} deploy`, result.output);
    after = await tools.stacks.settled(packaged.stack, WAIT_MS, (stack, newest) =>
      tools.live(`${job.label}: ${describeWait(stack, newest, tools.ledger.now())}`),
    );
    see(after);
    if (result.code !== 0 && metAnother(result.output) && !isLast) {
      tools.log.info(`${job.label}: another operation was under way and has ended by now, so it is deployed again`);
      return attempt(true, true);
    }
    const isLive = async () => !(await isOtherVersion(after, packaged.template, tools));
    return judge(job, result, { before, after, since, isLive }, tools);
  };
  const verdict = await attempt(rolledBack);
  if (verdict === 'unchanged' && (await isOtherVersion(after, packaged.template, tools))) {
    tools.log.info(`${job.label}: the CLI saw no change, but another template is live, so it is deployed`);
    return attempt(true);
  }
  return verdict;
}

/** Runs the CLI, and ends it where it goes on although CloudFormation has failed for good. */
async function deployWatched(
  job: CliJob,
  stack: string,
  { before, force }: { readonly before: StackView | undefined; readonly force: boolean },
  tools: DeployTools,
): Promise<ProcessResult> {
  const abort = new AbortController();
  const place = before === undefined ? stacksUrl(tools.region, stack) : consoleUrl(before.id);
  const stop = watchCli(tools.stacks, stack, before, ({ status }) => {
    tools.log.warning(`${job.label}: ${job.cli.product} went on although the stack is ${status}, and was ended`);
    abort.abort();
  });
  try {
    return await tools.runner.deploy(job, { force, abort: abort.signal, place });
  } finally {
    stop();
  }
}

/** The CLI compares with what was uploaded last, not with what is live (a rollback by hand, a run that was cut off). */
async function isOtherVersion(stack: StackView | undefined, template: unknown, tools: DeployTools): Promise<boolean> {
  const live = stack === undefined ? undefined : await tools.stacks.template(stack.id);
  return live !== undefined && !sameTemplate(live, template);
}
