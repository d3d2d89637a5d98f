import type { ServiceCommands } from '../../core/configuration/effective-services.ts';
import { type DecisionParts, decideDeployment } from '../../core/deploy/decide.ts';
import type { ServiceResult } from '../../core/deploy/result.ts';
import { describeError } from '../../core/described-error.ts';
import type { DeploymentRecord, Fingerprint } from '../../core/ledger/record.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { apiUrl } from '../../core/output/api-url.ts';
import type { StackView } from '../../core/stack/status.ts';
import { describeWait } from '../../core/stack/wait.ts';
import type { CliJob } from '../../io/serverless/runner.ts';
import type { ServiceInputs } from './outputs/read-outputs.ts';
import { deployPackage } from './service/deploy-package.ts';
import type { DeployTools } from './service/deploy-tools.ts';
import { runAfterDeploy, runBeforeDeploy } from './service/own-commands.ts';
import { packageService } from './service/package-service.ts';
import { readyStack } from './service/ready-stack.ts';
import { recordDeploying, recordInterrupted, recordVerdict } from './service/records.ts';

/** One service at its turn: all that it needs is deployed. */
export interface Turn {
  readonly job: CliJob;
  /** Its `service:`, where the configuration or the ledger tells it. */
  readonly name: string | undefined;
  /** Its hooks and its check. */
  readonly commands: ServiceCommands | undefined;
  /** Names of the services that it depends on. */
  readonly needs: readonly string[];
  /** Why it is in the stage. */
  readonly why: string;
  readonly forced: boolean;
  readonly record: DeploymentRecord | undefined;
  readonly inputs: ServiceInputs;
  readonly fingerprint: Fingerprint | undefined;
  readonly doubt: string | undefined;
}

/** How often a service at work says so, in milliseconds. */
const HEARTBEAT_MS = 30_000;

interface Seen {
  name: string;
  stackName?: string;
  stack?: StackView | undefined;
  reason: string;
}

/** Brings one service up to date and returns what CloudFormation says came of it. Never rejects. */
export async function deployOne(turn: Turn, tools: DeployTools): Promise<ServiceResult> {
  const { job } = turn;
  const start = tools.clock();
  const seen: Seen = { name: turn.name ?? '', reason: turn.why };
  const finish = (rest: Pick<ServiceResult, 'status' | 'error'>): ServiceResult => {
    const outputs = seen.stack?.outputs ?? {};
    const url = apiUrl(outputs);
    return {
      key: job.key,
      name: seen.name,
      region: tools.region,
      reason: seen.reason,
      reads: turn.inputs.reads,
      ...onlyDefined({ stack: seen.stackName, stackStatus: seen.stack?.status, url }),
      outputs,
      seconds: Math.round((tools.clock() - start) / 100) / 10,
      ...rest,
    };
  };
  const heartbeat = setInterval(async () => {
    const seconds = Math.round((tools.clock() - start) / 1000);
    tools.live(`${job.label}: at work for ${seconds} s${await lastEvent(seen.stackName, tools)}`);
  }, HEARTBEAT_MS);
  try {
    const status = await work(turn, seen, tools);
    if (seen.stack !== undefined) {
      tools.note({ key: job.key, name: seen.name, stack: seen.stack });
    }
    return finish({ status });
  } catch (error) {
    tools.log.debug(stackOf(error));
    return finish({ status: 'failed', error: describeError(error) });
  } finally {
    clearInterval(heartbeat);
  }
}

async function work(turn: Turn, seen: Seen, tools: DeployTools): Promise<'deployed' | 'unchanged'> {
  const { job, record } = turn;
  const stackName = record?.stackName ?? stackNameOf(turn.name, tools);
  if (stackName !== undefined) {
    seen.stackName = stackName;
    seen.stack = await tools.stacks.find(stackName);
  }
  const parts: DecisionParts = { ...turn, stack: seen.stack };
  const decision = decideDeployment(parts);
  const isNew = record === undefined && seen.stack === undefined;
  seen.reason = isNew && tools.stage.kind === 'preview' ? turn.why : decision.reason;
  for (const { service, stage } of turn.inputs.reads) {
    tools.log.info(`${job.label}: ${service} from ${stage}`);
  }
  if (!decision.deploy) {
    tools.log.info(`${job.label}: left alone, ${decision.reason}`);
    return 'unchanged';
  }
  await runBeforeDeploy(turn, tools);
  tools.log.info(`${job.label}: packaging with ${job.cli.product} ${job.cli.version}: ${seen.reason}`);
  const packaged = await packageService(job, turn.inputs.missing, tools);
  seen.name = packaged.service;
  seen.stackName = packaged.stack;
  const { stack: before, record: recorded } = await readyStack(job, packaged, tools);
  seen.stack = before;
  const commit = onlyDefined({ commit: tools.commit });
  const { needs } = turn;
  const cli = `${job.cli.product} ${job.cli.version}`;
  const now = { key: job.key, service: packaged.service, stackName: packaged.stack, needs: [...needs], cli, ...commit };
  const begun = recordDeploying(now, recorded, tools);
  const forget = tools.beforeCancelledExit(() =>
    begun.catch(() => undefined).then(() => recordInterrupted(now, recorded, tools)),
  );
  let verdict: 'deployed' | 'unchanged';
  try {
    await begun;
    const see = (stack: StackView | undefined) => {
      seen.stack = stack;
    };
    try {
      verdict = await deployPackage(job, packaged, before, tools, see);
      await runAfterDeploy(turn, seen.stack?.outputs ?? {}, tools);
    } catch (error) {
      await recordVerdict(now, recorded, undefined, tools);
      throw error;
    }
  } finally {
    forget();
  }
  await recordVerdict(now, recorded, { stack: seen.stack, fingerprint: turn.fingerprint }, tools);
  return verdict;
}

/** What CloudFormation did last, for people who wonder whether anything happens. */
async function lastEvent(stackName: string | undefined, { stacks, ledger }: DeployTools): Promise<string> {
  const stack = stackName === undefined ? undefined : await stacks.find(stackName).catch(() => undefined);
  const newest = stack === undefined ? undefined : await stacks.newestEvent(stack.id).catch(() => undefined);
  return stack === undefined ? '' : `; ${describeWait(stack, newest, ledger.now())}`;
}

function stackNameOf(name: string | undefined, { stage }: DeployTools): string | undefined {
  return name === undefined ? undefined : `${name}-${stage.name}`;
}

/** Where an error comes from, for the debug log. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
