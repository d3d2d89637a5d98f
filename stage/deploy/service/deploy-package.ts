import { metAnother } from '../../../core/serverless/cli-output.ts';
import { isEmptyStack } from '../../../core/stack/empty-stack.ts';
import { consoleUrl, isSuccess, type StackView, stacksUrl } from '../../../core/stack/status.ts';
import { sameTemplate } from '../../../core/stack/template.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { ProcessResult } from '../../../io/process.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { Held } from '../../hold/lock.ts';
import { sayWait } from '../../say-wait.ts';
import type { Voice } from '../../voice.ts';
import { type CheckedPackage, checkUnchangedPackage } from './package-service.ts';
import { verdictOfDeploy } from './verdict.ts';
import { watchCli } from './watchdog.ts';

/** Longest time that one operation of CloudFormation is waited for, in milliseconds. */
const WAIT_MS = 60 * 60_000;

/** The stack as it stands after a deploy, and what came of it. */
export type Deployed =
  | { readonly stack: StackView | undefined; readonly status: 'deployed' | 'unchanged'; readonly error?: undefined }
  | { readonly stack: StackView | undefined; readonly status?: undefined; readonly error: unknown };

interface PackageEdges extends Held {
  readonly runner: ServerlessRunner;
  readonly place: Place;
  readonly voice: Voice;
}

/**
 * Deploys a checked package over the stack as it was found, and returns CloudFormation's verdict; its error is
 * E_DEPLOY_FAILED, E_PACKAGE_CHANGED, E_CLI_LICENSE, E_STACK_STATE or what AWS said. Never rejects.
 */
export async function deployPackage(
  job: CliJob,
  packaged: CheckedPackage,
  before: StackView | undefined,
  edges: PackageEdges,
): Promise<Deployed> {
  const { place, voice } = edges;
  let seen = before;
  /** Runs the CLI once, and once more if CloudFormation refused because another operation was under way. */
  const deployUnlessBusy = async (force: boolean, since: number): Promise<'deployed' | 'unchanged'> => {
    let attempt = await deployOnce(job, packaged, { before, force }, edges);
    seen = attempt.after;
    if (attempt.result.code !== 0 && metAnother(attempt.result.output)) {
      voice.log.info(`${job.label}: another operation was under way and has ended by now, so it is deployed again`);
      attempt = await deployOnce(job, packaged, { before, force: true }, edges);
      seen = attempt.after;
    }
    const { result, after } = attempt;
    const isLive = async () => !(await isOtherVersion(after, packaged.template, place));
    const { stacks, region } = place;
    return verdictOfDeploy(job, result, { before, after, since, isLive }, { stacks, region, log: voice.log });
  };
  try {
    voice.log.info(`${job.label}: deploying the stack ${packaged.stack}`);
    const hasFailed = before !== undefined && !isSuccess(before.status);
    if (hasFailed) {
      const why = `its last update failed (${before.status})`;
      voice.log.info(`${job.label}: ${why}, so it is deployed whatever the CLI thinks`);
    }
    const since = before === undefined ? 0 : ((await place.stacks.newestEvent(before.id))?.time ?? 0);
    const status = await deployUnlessBusy(hasFailed || (before !== undefined && isEmptyStack(before)), since);
    if (status !== 'unchanged' || !(await isOtherVersion(seen, packaged.template, place))) {
      return { stack: seen, status };
    }
    voice.log.info(`${job.label}: the CLI saw no change, but another template is live, so it is deployed`);
    const again = await deployUnlessBusy(true, since);
    return { stack: seen, status: again };
  } catch (error) {
    return { stack: seen, error };
  }
}

/** How the CLI is run once. */
interface Attempt {
  readonly before: StackView | undefined;
  readonly force: boolean;
}

/** Runs the CLI once, and returns what it said and the stack as it stands when CloudFormation is done. */
async function deployOnce(
  job: CliJob,
  packaged: CheckedPackage,
  attempt: Attempt,
  edges: PackageEdges,
): Promise<{ readonly result: ProcessResult; readonly after: StackView | undefined }> {
  const { runner, place, voice, checkHeld } = edges;
  await checkUnchangedPackage(job, packaged.hash, runner);
  await checkHeld();
  const result = await deployWatched(job, packaged.stack, attempt, edges);
  voice.log.foreign(`${job.label}: ${job.cli.product} deploy`, result.output);
  const after = await place.stacks.settled(packaged.stack, WAIT_MS, sayWait(job.label, place, voice));
  return { result, after };
}

/** Runs the CLI, and ends it if it goes on although CloudFormation has failed for good. */
async function deployWatched(
  job: CliJob,
  stack: string,
  { before, force }: Attempt,
  { runner, place, voice }: PackageEdges,
): Promise<ProcessResult> {
  const abort = new AbortController();
  const address = before === undefined ? stacksUrl(place.region, stack) : consoleUrl(before.id);
  const stop = watchCli(place.stacks, stack, before, ({ status }) => {
    voice.log.warning(`${job.label}: ${job.cli.product} went on although the stack is ${status}, and was ended`);
    abort.abort();
  });
  try {
    return await runner.deploy(job, { force, abort: abort.signal, console: address });
  } finally {
    stop();
  }
}

/** The CLI compares with what was uploaded last, not with what is live (a rollback by hand, a run that was cut off). */
async function isOtherVersion(stack: StackView | undefined, template: unknown, place: Place): Promise<boolean> {
  const live = stack === undefined ? undefined : await place.stacks.template(stack.id);
  return live !== undefined && !sameTemplate(live, template);
}
