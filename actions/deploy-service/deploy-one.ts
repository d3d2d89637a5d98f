import { type ServiceResult, urlOf } from '../../core/deploy/result.ts';
import { UserError } from '../../core/errors.ts';
import { licenceFailure } from '../../core/serverless/cli.ts';
import { checkResolved } from '../../core/serverless/unresolved.ts';
import { checkTemplateNames } from '../../core/service/names.ts';
import { explainState, foreignStack } from '../../core/stack/explain.ts';
import { beforeDeploy, isSuccess, type StackView } from '../../core/stack/status.ts';
import { sameTemplate } from '../../core/stack/template.ts';
import type { StageKind } from '../../core/stage/identity.ts';
import type { StackReader } from '../../io/aws/cloudformation.ts';
import type { Log } from '../../io/runner/log.ts';
import type { CliJob, ServerlessRunner } from '../../io/serverless/runner.ts';
import { ending, lastWords } from './cli-output.ts';
import { judge } from './judge.ts';

export interface DeployTools {
  readonly region: string;
  readonly stage: { readonly name: string; readonly kind: StageKind };
  /** Values of the parameters, to tell text on purpose from a variable that was not resolved. */
  readonly parameterValues: readonly string[];
  readonly runner: ServerlessRunner;
  readonly stacks: StackReader;
  /** Claims a stack's name for a service of this run; throws E_STACK_COLLISION where another one has it. */
  readonly claimStack: (stack: string, key: string) => void;
  readonly log: Log;
  /** Milliseconds since some moment; only differences count. */
  readonly clock: () => number;
}

/** How often a service at work says so, in milliseconds. */
const HEARTBEAT_MS = 30_000;
/** Longest time that one operation of CloudFormation is waited for, in milliseconds. */
const WAIT_MS = 60 * 60_000;
/** Longest time that somebody else's operation is waited for before ours, in milliseconds. */
const BUSY_WAIT_MS = 30 * 60_000;

/** Packages one service, deploys that package, and returns what CloudFormation says came of it. Never rejects. */
export async function deployOne(job: CliJob, tools: DeployTools): Promise<ServiceResult> {
  const start = tools.clock();
  const seen: { name?: string; stack?: StackView | undefined; stackName?: string } = {};
  const finish = (rest: Pick<ServiceResult, 'status' | 'error'>): ServiceResult => {
    const outputs = seen.stack?.outputs ?? {};
    const url = urlOf(outputs);
    return {
      key: job.key,
      name: seen.name ?? '',
      ...(seen.stackName === undefined ? {} : { stack: seen.stackName }),
      ...(seen.stack === undefined ? {} : { stackStatus: seen.stack.status }),
      ...(url === undefined ? {} : { url }),
      outputs,
      seconds: Math.round((tools.clock() - start) / 100) / 10,
      ...rest,
    };
  };
  const heartbeat = setInterval(() => {
    const seconds = Math.round((tools.clock() - start) / 1000);
    tools.log.info(`${job.key}: at work for ${seconds} s${seen.stackName === undefined ? '' : ` (${seen.stackName})`}`);
  }, HEARTBEAT_MS);
  try {
    tools.log.info(`${job.key}: packaging with ${job.cli.product} ${job.cli.version}`);
    const packaged = await packageService(job, tools);
    seen.name = packaged.service;
    seen.stackName = packaged.stack;
    const before = await readyStack(packaged.stack, tools);
    seen.stack = before;
    tools.log.info(`${job.key}: deploying the stack ${packaged.stack}`);
    const rolledBack = before !== undefined && !isSuccess(before.status);
    if (rolledBack) {
      tools.log.info(
        `${job.key}: its last update failed (${before.status}), so it is deployed whatever the CLI thinks`,
      );
    }
    const since = before === undefined ? 0 : await tools.stacks.newestEventTime(before.id);
    const attempt = async (force: boolean) => {
      await checkUnchangedPackage(job, packaged.hash, tools);
      const result = await tools.runner.deploy(job, force);
      tools.log.foreign(`${job.key}: ${job.cli.product} deploy`, result.output);
      seen.stack = await tools.stacks.settled(packaged.stack, WAIT_MS, (stack) =>
        tools.log.info(`${job.key}: the stack ${stack.name} is ${stack.status}`),
      );
      return judge(job, result, { before, after: seen.stack, since }, tools);
    };
    const verdict = await attempt(rolledBack);
    if (verdict === 'unchanged' && (await isOtherVersion(seen.stack, packaged.template, tools))) {
      tools.log.info(`${job.key}: the CLI saw no change, but another template is live, so it is deployed`);
      return finish({ status: await attempt(true) });
    }
    return finish({ status: verdict });
  } catch (error) {
    return finish({ status: 'failed', error: describeError(error) });
  } finally {
    clearInterval(heartbeat);
  }
}

function describeError(error: unknown): { code: string; message: string } {
  return error instanceof UserError
    ? { code: error.code, message: error.message }
    : { code: 'E_INTERNAL', message: error instanceof Error ? error.message : String(error) };
}

async function packageService(job: CliJob, tools: DeployTools) {
  const result = await tools.runner.package(job);
  if (result.code !== 0) {
    tools.log.foreign(`${job.key}: ${job.cli.product} package`, result.output);
    throw (
      licenceFailure(job.cli, result.output) ??
      new UserError('E_PACKAGE_FAILED', {
        what: `the service "${job.key}" could not be packaged (${ending(result)})`,
        why: lastWords(result.output),
        fix: 'mend what it says; nothing of this service was deployed',
      })
    );
  }
  const packaged = await tools.runner.packaged(job);
  tools.claimStack(packaged.stack, job.key);
  checkTemplateNames(packaged.stack, packaged.resources, tools.region);
  checkResolved(job.key, packaged.template, tools.parameterValues);
  return { ...packaged, hash: await hashPackage(job, tools) };
}

/** Waits for an operation that is under way and refuses a stack that cannot be deployed over. */
async function readyStack(name: string, tools: DeployTools): Promise<StackView | undefined> {
  const found = await tools.stacks.find(name);
  const stack =
    beforeDeploy(found?.status) === 'wait'
      ? await tools.stacks.settled(name, BUSY_WAIT_MS, (view) => tools.log.info(`waiting: ${name} is ${view.status}`))
      : found;
  const foreign = stack === undefined ? undefined : foreignStack(stack, tools.stage.name, tools.stage.kind);
  if (foreign !== undefined) {
    throw foreign;
  }
  if (stack !== undefined && beforeDeploy(stack.status) === 'refuse') {
    throw explainState(stack, tools.region);
  }
  return stack;
}

/** The CLI compares with what was uploaded last, not with what is live (a rollback by hand, a run that was cut off). */
async function isOtherVersion(stack: StackView | undefined, template: unknown, tools: DeployTools): Promise<boolean> {
  const live = stack === undefined ? undefined : await tools.stacks.template(stack.id);
  return live !== undefined && !sameTemplate(live, template);
}

/** Returns the package's hash; throws E_PACKAGE_CHANGED where files come and go while it is read. */
async function hashPackage(job: CliJob, tools: DeployTools): Promise<string> {
  return tools.runner.hash(job).catch((cause) => {
    throw packageChanged(job, cause);
  });
}

async function checkUnchangedPackage(job: CliJob, hash: string, tools: DeployTools): Promise<void> {
  if ((await hashPackage(job, tools)) !== hash) {
    throw packageChanged(job);
  }
}

function packageChanged(job: CliJob, cause?: unknown): UserError {
  return new UserError('E_PACKAGE_CHANGED', {
    what: `the package of the service "${job.key}" is not the one that was checked`,
    why: 'something wrote into it in the meantime, so it was not deployed',
    fix: 'find out what runs beside the deploy (a plugin that leaves a process behind, say)',
    cause,
  });
}
