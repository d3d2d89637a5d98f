import type { ServiceCommands } from '../../../core/configuration/effective-services.ts';
import { UserError } from '../../../core/errors.ts';
import type { Fingerprint } from '../../../core/ledger/record.ts';
import type { StackView } from '../../../core/stack/status.ts';
import { isVeryTemplate } from '../../../core/stack/template.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { Cancellation } from '../../../io/cancellation.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { Held } from '../../hold/lock.ts';
import type { Run } from '../../run.ts';
import type { Voice } from '../../voice.ts';
import { type Deployed, deployPackage } from './deploy-package.ts';
import { makeProtectedStack } from './first-stack.ts';
import { runAfterDeploy } from './own-commands.ts';
import type { CheckedPackage } from './package-service.ts';
import type { ReadyStack } from './ready-stack.ts';
import { type Deploying, recordDeploying, recordInterrupted, recordVerdict } from './records.ts';

/** A service that is packaged, with what its record says of it. */
export interface RecordedService {
  readonly job: CliJob;
  readonly commands: ServiceCommands | undefined;
  /** Names of the services that it needs. */
  readonly needs: readonly string[];
  readonly fingerprint: Fingerprint | undefined;
}

interface RecordedEdges extends Held {
  readonly run: Run;
  readonly place: Place;
  readonly voice: Voice;
  readonly cancellation: Cancellation;
  readonly runner: ServerlessRunner;
}

/** Returns what the record says of a deploy. */
export function deployingOf(
  { job: { key, cli }, needs }: Pick<RecordedService, 'job' | 'needs'>,
  { service, stack }: Pick<CheckedPackage, 'service' | 'stack'>,
): Deploying {
  return { key, service, stackName: stack, needs: [...needs], cli: `${cli.product} ${cli.version}` };
}

/** Deploys a package with its record around it: `deploying` before the first call that can make a stack, then the verdict. */
export async function deployRecorded(
  service: RecordedService,
  packaged: CheckedPackage,
  { stack: before, record }: ReadyStack,
  edges: RecordedEdges,
): Promise<Deployed> {
  const { fingerprint } = service;
  const { run, place, voice, cancellation } = edges;
  const now = deployingOf(service, packaged);
  const book = { ledger: place.ledger, log: voice.log, cancellation };
  // What is begun from here on is taken back by a step that is cancelled: one that is already begins nothing.
  await cancellation.unlessCancelled();
  const begun = recordDeploying(now, record, run, book);
  const forget = cancellation.beforeCancelledExit(() =>
    begun.catch(() => undefined).then(() => recordInterrupted(now, record, run, book)),
  );
  let deployed: Deployed;
  try {
    await begun;
    deployed = await deployAndCheck(service, packaged, before, edges);
    if (deployed.status === undefined) {
      await recordVerdict(now, record, undefined, run, book);
    }
  } finally {
    forget();
  }
  if (deployed.status !== undefined) {
    await recordVerdict(now, record, { stack: deployed.stack, fingerprint, code: packaged.code }, run, book);
  }
  return deployed;
}

/** Deploys a package, and runs the hook and the check that come after it; both are a part of the verdict. */
async function deployAndCheck(
  { job, commands }: RecordedService,
  packaged: CheckedPackage,
  found: StackView | undefined,
  edges: RecordedEdges,
): Promise<Deployed> {
  const { run, place, voice, runner } = edges;
  let before = found;
  try {
    before ??= run.protectsStacks ? await makeProtectedStack(job, packaged, edges) : undefined;
  } catch (error) {
    return { stack: undefined, error };
  }
  const deployed = await deployPackage(job, packaged, before, edges);
  if (deployed.status === undefined) {
    return deployed;
  }
  const facts = { run, region: place.region, outputs: deployed.stack?.outputs ?? {} };
  try {
    await checkDeployedTemplate(job, packaged, deployed, edges);
    await runAfterDeploy(job, commands, facts, { runner, log: voice.log });
    return deployed;
  } catch (error) {
    return { stack: deployed.stack, error };
  }
}

/**
 * Compares what was deployed with what was checked; throws E_TEMPLATE_CHANGED if they differ. Not if nothing was deployed, or the
 * role may not read the template.
 */
async function checkDeployedTemplate(
  { key, label }: CliJob,
  { template }: CheckedPackage,
  { stack, status }: Deployed,
  { place: { stacks }, voice: { log } }: Pick<RecordedEdges, 'place' | 'voice'>,
): Promise<void> {
  if (stack === undefined || status !== 'deployed') {
    return;
  }
  const live = await stacks.template(stack.id, 'Original');
  if (live === undefined) {
    log.info(`${label}: the role may not read the template, so it is not compared with the one that was checked`);
    return;
  }
  if (!isVeryTemplate(live, template)) {
    throw new UserError('E_TEMPLATE_CHANGED', {
      what: `the stack ${stack.name} of "${key}" has another template than the package that was checked`,
      why: 'something changed it on its way (a plugin that works on deploy, say), so no safeguard saw what is deployed now; nothing was undone',
      fix: 'find out what changes it (aws cloudformation get-template --template-stage Original), and have it do so when the service is packaged',
    });
  }
}
