import { decideDeployment } from '../../core/deploy/decide.ts';
import type { ServiceResult } from '../../core/deploy/result.ts';
import { isSameCode, otherCodeError } from '../../core/deploy/same-code.ts';
import { describeError, stackTrace } from '../../core/described-error.ts';
import type { DeploymentRecord, Fingerprint } from '../../core/ledger/record.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { apiUrl } from '../../core/output/api-url.ts';
import { outputsGivenBack, type StackView } from '../../core/stack/status.ts';
import { describeWait } from '../../core/stack/wait.ts';
import type { Place } from '../../io/aws/place.ts';
import type { Cancellation } from '../../io/cancellation.ts';
import type { CliJob, ServerlessRunner } from '../../io/serverless/runner.ts';
import type { Safeguarding } from '../edges.ts';
import type { Held } from '../hold/lock.ts';
import type { Run } from '../run.ts';
import type { Voice } from '../voice.ts';
import { readBefore } from './back/before.ts';
import { type Updated, updateOf } from './back/updated.ts';
import type { ServiceInputs } from './outputs/read-outputs.ts';
import type { RunMemory } from './outputs/run-memory.ts';
import type { PlannedService } from './plan/planned-service.ts';
import { type Checked, checkSafeguards } from './service/check-safeguards.ts';
import { deployingOf, deployRecorded } from './service/deploy-recorded.ts';
import { makePackage } from './service/make-package.ts';
import type { CheckedPackage } from './service/package-service.ts';
import { readyStack } from './service/ready-stack.ts';
import type { ClaimStack } from './service/stack-claims.ts';
import { checkKeepsData } from './service/stateful.ts';
import { tellFindings, throwIfBlocked } from './service/tell-findings.ts';

/** One service in one region when all that it needs is deployed. */
export interface ReadyService {
  readonly job: CliJob;
  readonly planned: PlannedService;
  /** Names of the services that it needs. */
  readonly needs: readonly string[];
  /** What is recorded of it in this region. */
  readonly record: DeploymentRecord | undefined;
  readonly inputs: ServiceInputs;
  readonly fingerprint: Fingerprint | undefined;
  /** Why the fingerprint does not tell everything. */
  readonly doubt: string | undefined;
}

/** What one service's deploy works with. */
export interface ServiceEdges extends Held {
  readonly run: Run;
  readonly place: Place;
  readonly voice: Voice;
  readonly cancellation: Cancellation;
  readonly safeguarding: Safeguarding;
  readonly runner: ServerlessRunner;
  /** Records of the stage in this region as the run found them, by the service's name. */
  readonly records: ReadonlyMap<string, DeploymentRecord>;
  readonly claimStack: ClaimStack;
  /** Told of a stack that was updated, whatever came of its checks. */
  readonly updated: (one: Omit<Updated, 'label' | 'region'>) => void;
  /** Keeps what has become of a deployment for the services that read it. */
  readonly note: (deployment: Omit<Parameters<RunMemory['note']>[0], 'region'>) => void;
}

/** How often a service at work says so, in milliseconds. */
const HEARTBEAT_MS = 30_000;

/** What is known of a deployment so far. */
interface Known {
  /** The service's name; empty until it is known. */
  readonly name: string;
  readonly stackName?: string;
  readonly stack?: StackView;
  readonly reason: string;
  /** Hash over the code of its functions, of the package or of what stands. */
  readonly code?: string;
  /** What was found in the package. */
  readonly checked?: Checked;
}

/** Brings one service up to date and returns what CloudFormation says came of it. Never rejects. */
export async function deployService(ready: ReadyService, edges: ServiceEdges): Promise<ServiceResult> {
  const { job, planned } = ready;
  const { run, place, voice, note } = edges;
  const start = voice.clock();
  let known: Known = { name: planned.service.name ?? '', reason: planned.why };
  const heartbeat = setInterval(async () => {
    const seconds = Math.round((voice.clock() - start) / 1000);
    voice.say(`${job.label}: at work for ${seconds} s${await lastEvent(known.stackName, place)}`);
  }, HEARTBEAT_MS);
  const result = (rest: Pick<ServiceResult, 'status' | 'error'>): ServiceResult => {
    const { name, reason, stackName, stack, code, checked } = known;
    const outputs = stack === undefined ? {} : outputsGivenBack(stack);
    const sameCode = isSameCode(run.expectedCode, name, code);
    return {
      key: job.key,
      name,
      region: place.region,
      reason,
      reads: ready.inputs.reads,
      ...onlyDefined({ stack: stackName, stackStatus: stack?.status, url: apiUrl(outputs), sameCode }),
      outputs,
      seconds: Math.round((voice.clock() - start) / 100) / 10,
      ...onlyDefined({ safeguards: checked?.safeguards, changes: checked?.changes }),
      ...rest,
    };
  };
  try {
    known = { ...known, ...onlyDefined({ stackName: stackNameOf(ready, run) }) };
    known = withStack(known, await lookAt(known, place));
    const { deploy, reason } = decideDeployment({ ...ready, forced: planned.forced, stack: known.stack });
    known = { ...known, reason: isNewInPreview(ready, known, edges) ? planned.why : reason };
    tellReads(ready, voice);
    if (!deploy) {
      voice.log.info(`${job.label}: left alone, ${reason}`);
      known = { ...known, ...onlyDefined({ code: ready.record?.completed?.code }) };
      remember(known, job, note);
      return result({ status: 'unchanged' });
    }
    const packaged = await makePackage(ready, known.reason, edges);
    known = { ...known, name: packaged.service, stackName: packaged.stack, ...onlyDefined({ code: packaged.code }) };
    checkCode(job, packaged, edges);
    // A dry run takes a stack as it stands.
    const before = run.isDryRun
      ? { stack: await place.stacks.find(packaged.stack), record: edges.records.get(packaged.service) }
      : await readyStack(job.label, packaged, edges);
    known = withStack(known, before.stack);
    if (run.goesBack && before.stack !== undefined) {
      await checkKeepsData(job.key, packaged, before.stack, place);
    }
    const checked = await checkSafeguards(
      job,
      planned.service,
      packaged,
      { ...before, isDoubtful: ready.doubt !== undefined },
      edges,
    );
    known = { ...known, checked };
    tellFindings(job, checked.safeguards, voice.log);
    throwIfBlocked(job.key, checked.safeguards);
    if (run.isDryRun) {
      return result({ status: 'planned' });
    }
    await edges.checkHeld();
    const recorded = { ...ready, commands: planned.service.commands };
    const way = run.rollsBack ? await readBefore(before.stack, place) : undefined;
    const deployed = await deployRecorded(recorded, packaged, before, edges);
    known = withStack(known, deployed.stack);
    const update = way === undefined ? undefined : await updateOf(before.stack, way, deployed, packaged.stack, place);
    if (update !== undefined) {
      edges.updated({ packaged, ...update, now: deployingOf(recorded, packaged), record: before.record });
    }
    if (deployed.status === undefined) {
      throw deployed.error;
    }
    remember(known, job, note);
    return result({ status: deployed.status });
  } catch (error) {
    voice.log.debug(stackTrace(error));
    return result({ status: 'failed', error: describeError(error) });
  } finally {
    clearInterval(heartbeat);
  }
}

function withStack({ stack: _, ...known }: Known, stack: StackView | undefined): Known {
  return { ...known, ...onlyDefined({ stack }) };
}

/** The stack that the service's record names, or that its name and the stage give. */
function stackNameOf({ record, planned: { service } }: ReadyService, { stage }: Run): string | undefined {
  const byName = service.name === undefined ? undefined : `${service.name}-${stage.name}`;
  return record?.stackName ?? service.stackName ?? byName;
}

async function lookAt({ stackName }: Known, { stacks }: Place): Promise<StackView | undefined> {
  return stackName === undefined ? undefined : stacks.find(stackName);
}

/** A preview's new service has the reason why it is in the preview; others have the reason for their deploy. */
function isNewInPreview({ record }: ReadyService, { stack }: Known, { run }: ServiceEdges): boolean {
  return record === undefined && stack === undefined && run.stage.kind === 'preview';
}

function tellReads({ job, inputs }: ReadyService, { log }: Voice): void {
  for (const { service, stage } of inputs.reads) {
    log.info(`${job.label}: ${service} from ${stage}`);
  }
}

function remember({ name, stack }: Known, { key }: CliJob, note: ServiceEdges['note']): void {
  if (stack !== undefined) {
    note({ key, name, stack });
  }
}

/** Compares a package with the code that the stage before has; throws E_OTHER_CODE if it has to be the same. */
function checkCode({ key, label }: CliJob, { service, code }: CheckedPackage, { run, voice }: ServiceEdges): void {
  const { expectedCode: expected } = run;
  const isSame = isSameCode(expected, service, code);
  if (expected === undefined || isSame === true) {
    return;
  }
  if (isSame === false && expected.level === 'required') {
    throw otherCodeError(key, expected);
  }
  const what = isSame === false ? 'its code is not' : 'it is not known whether its code is';
  voice.log.warning(`${label}: ${what} the code that "${expected.stage}" has`);
}

/** What CloudFormation did last, for people who wonder whether anything happens. */
async function lastEvent(stackName: string | undefined, { stacks, ledger }: Place): Promise<string> {
  const stack = stackName === undefined ? undefined : await stacks.find(stackName).catch(() => undefined);
  const newest = stack === undefined ? undefined : await stacks.newestEvent(stack.id).catch(() => undefined);
  return stack === undefined ? '' : `; ${describeWait(stack, newest, ledger.now())}`;
}
