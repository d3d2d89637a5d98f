import { metAnother } from '../../../core/serverless/cli-output.ts';
import { consoleUrl, isSuccess, type StackView, stacksUrl } from '../../../core/stack/status.ts';
import { sameTemplate } from '../../../core/stack/template.ts';
import { describeWait } from '../../../core/stack/wait.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { ProcessResult } from '../../../io/process.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
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

interface PackageEdges {
  readonly runner: ServerlessRunner;
  readonly place: Place;
  readonly voice: Voice;
}

/**
 * Deploys a checked package over the stack as it was found, and returns CloudFormation's verdict; its error is
 * E_DEPLOY_FAILED, E_PACKAGE_CHANGED, E_STACK_STATE or what AWS said. Never rejects.
 */
export async function deployPackage(
  job: CliJob,
  packaged: CheckedPackage,
  before: StackView | undefined,
  edges: PackageEdges,
): Promise<Deployed> {
  const { place, voice } = edges;
  try {
    voice.log.info(`${job.label}: deploying the stack ${packaged.stack}`);
    const hasFailed = before !== undefined && !isSuccess(before.status);
    if (hasFailed) {
      const why = `its last update failed (${before.status})`;
      voice.log.info(`${job.label}: ${why}, so it is deployed whatever the CLI thinks`);
    }
    const since = before === undefined ? 0 : ((await place.stacks.newestEvent(before.id))?.time ?? 0);
    const found = { before, since };
    const deployed = await deployUnlessBusy(job, packaged, { ...found, force: hasFailed }, edges);
    if (deployed.status !== 'unchanged' || !(await isOtherVersion(deployed.stack, packaged.template, place))) {
      return deployed;
    }
    voice.log.info(`${job.label}: the CLI saw no change, but another template is live, so it is deployed`);
    return await deployUnlessBusy(job, packaged, { ...found, force: true }, edges);
  } catch (error) {
    return { stack: before, error };
  }
}

/** How the CLI is run once. */
interface Attempt {
  readonly before: StackView | undefined;
  /** Time of the newest event before the deploy, milliseconds since 1970. */
  readonly since: number;
  readonly force: boolean;
}

/** Deploys, and once more if CloudFormation refused because another operation was under way, which has ended then. */
async function deployUnlessBusy(
  job: CliJob,
  packaged: CheckedPackage,
  attempt: Attempt,
  edges: PackageEdges,
): Promise<Deployed> {
  const first = await deployOnce(job, packaged, attempt, edges);
  if (!first.metAnother) {
    return first.deployed;
  }
  edges.voice.log.info(`${job.label}: another operation was under way and has ended by now, so it is deployed again`);
  return (await deployOnce(job, packaged, { ...attempt, force: true }, edges)).deployed;
}

async function deployOnce(
  job: CliJob,
  packaged: CheckedPackage,
  { before, since, force }: Attempt,
  edges: PackageEdges,
): Promise<{ readonly deployed: Deployed; readonly metAnother: boolean }> {
  const { runner, place, voice } = edges;
  await checkUnchangedPackage(job, packaged.hash, runner);
  const result = await deployWatched(job, packaged.stack, { before, force }, edges);
  voice.log.foreign(`${job.label}: ${job.cli.product} deploy`, result.output);
  const after = await place.stacks.settled(packaged.stack, WAIT_MS, (stack, newest) =>
    voice.say(`${job.label}: ${describeWait(stack, newest, place.ledger.now())}`),
  );
  const isLive = async () => !(await isOtherVersion(after, packaged.template, place));
  const { stacks, region } = place;
  const deployed = await verdictOfDeploy(
    job,
    result,
    { before, after, since, isLive },
    { stacks, region, log: voice.log },
  ).then(
    (status): Deployed => ({ stack: after, status }),
    (error: unknown): Deployed => ({ stack: after, error }),
  );
  return { deployed, metAnother: result.code !== 0 && metAnother(result.output) };
}

/** Runs the CLI, and ends it if it goes on although CloudFormation has failed for good. */
async function deployWatched(
  job: CliJob,
  stack: string,
  { before, force }: Pick<Attempt, 'before' | 'force'>,
  { runner, place, voice }: PackageEdges,
): Promise<ProcessResult> {
  const abort = new AbortController();
  const lookAt = before === undefined ? stacksUrl(place.region, stack) : consoleUrl(before.id);
  const stop = watchCli(place.stacks, stack, before, ({ status }) => {
    voice.log.warning(`${job.label}: ${job.cli.product} went on although the stack is ${status}, and was ended`);
    abort.abort();
  });
  try {
    return await runner.deploy(job, { force, abort: abort.signal, place: lookAt });
  } finally {
    stop();
  }
}

/** The CLI compares with what was uploaded last, not with what is live (a rollback by hand, a run that was cut off). */
async function isOtherVersion(stack: StackView | undefined, template: unknown, place: Place): Promise<boolean> {
  const live = stack === undefined ? undefined : await place.stacks.template(stack.id);
  return live !== undefined && !sameTemplate(live, template);
}
