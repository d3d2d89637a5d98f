import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { describeError, stackTrace } from '../../core/described-error.ts';
import { UserError } from '../../core/errors.ts';
import { runGraph } from '../../core/graph/run.ts';
import { wishName } from '../../core/ledger/keys.ts';
import { describeOwner } from '../../core/ledger/owner.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Session } from '../../core/profile/session.ts';
import { checkStageClaim } from '../../core/removal/claim.ts';
import { removalTasks } from '../../core/removal/order.ts';
import type { RemovedService, RemovedStage } from '../../core/removal/result.ts';
import type { Place } from '../../io/aws/place.ts';
import type { Cancellation } from '../../io/cancellation.ts';
import type { RunInEmptyFolder } from '../../io/empty-folder.ts';
import type { Log } from '../../io/runner/log.ts';
import { runBeforeDestroy } from '../deploy/service/own-commands.ts';
import type { HeldLock } from '../hold/lock.ts';
import { type AcquireLock, whileAllLocked } from '../hold/locked-stage.ts';
import { type RunAttempt, recordedRun } from '../run.ts';
import { keptVoice, type Voice } from '../voice.ts';
import { type CheckedDeployment, checkStage } from './check.ts';
import { type FoundStage, readStage } from './find.ts';
import { type RemoveParts, removeDeployment } from './remove-deployment.ts';
import { keptService, plannedRemoval, removedService } from './removed-service.ts';

/** What a removal goes by, and its ways to AWS. */
export interface RemovalEdges {
  readonly configuration: EffectiveConfiguration;
  /** The session's account. */
  readonly session: Pick<Session, 'account'>;
  readonly placeIn: (region: string) => Place;
  readonly attempt: RunAttempt;
  readonly acquireLock: AcquireLock;
  readonly runInEmptyFolder: RunInEmptyFolder;
  readonly voice: Voice;
  readonly cancellation: Cancellation;
}

export interface StageRemovalParts extends RemovalEdges {
  /** How many deployments are removed at once. */
  readonly concurrency: number;
  readonly dryRun: boolean;
  /** How long a run that is at the stage is waited for, in milliseconds; half an hour where it is left out. */
  readonly waitMs?: number;
  /** Asks once more whether the stage is to go, when the run holds it. Throws E_GITHUB. */
  readonly verdict: (found: FoundStage) => Promise<{ readonly remove: boolean; readonly reason: string }>;
}

/**
 * Removes a stage of the ledger, all or nothing where a check fails: takes its lock, asks whether it is still to go, checks
 * every deployment, removes those that need others first, then their records, what the repository wanted, and the lock.
 * Never rejects.
 */
export async function removeStage(found: FoundStage, parts: StageRemovalParts): Promise<RemovedStage> {
  const { log } = parts.voice;
  try {
    checkStageClaim(found, regionsOf(parts.configuration));
    const work = (locks: readonly HeldLock[]) => removeHeldStage(found, { ...parts, locks });
    return parts.dryRun ? await work([]) : await whileAllLocked(found.stage, lockPlaces(found, parts), parts, work);
  } catch (error) {
    if (parts.waitMs !== undefined && error instanceof UserError && error.code === 'E_STAGE_BUSY') {
      log.warning(`${found.stage.name}: left to the next run: ${error.message}`);
      return { ...headOf(found), status: 'wanted', reason: 'another run is at it', services: [] };
    }
    log.debug(stackTrace(error));
    return { ...headOf(found), status: 'failed', reason: '', services: [], error: describeError(error) };
  }
}

/** Every region that a configuration names for what is removed. */
export const regionsOf = ({ profile, elsewhere }: EffectiveConfiguration): string[] => [
  ...profile.regions,
  ...elsewhere.flatMap(({ regions }) => regions),
];

/**
 * Where the lock may be: a run puts it into the first region of its profile by the alphabet, and a profile may have gained or
 * lost regions since. In one order, so that no two runs wait for each other.
 */
function lockPlaces(
  { wish, places }: FoundStage,
  { configuration, placeIn, session }: Pick<StageRemovalParts, 'configuration' | 'placeIn' | 'session'>,
): Place[] {
  const [first] = places;
  const isOwnAccount = first?.account === session.account;
  const own = isOwnAccount ? configuration.profile.regions : [];
  const regions = [...new Set([...(wish?.regions ?? places.map(({ region }) => region)), ...own])].sort();
  return regions.flatMap(
    (region) => places.find((place) => place.region === region) ?? (isOwnAccount ? [placeIn(region)] : []),
  );
}

const headOf = ({ stage: { name: stage, kind }, owner }: FoundStage) => ({
  stage,
  kind,
  of: owner === undefined ? '' : owner.kind === 'user' ? owner.user : (owner.ref ?? describeOwner(owner)),
});

/** Does the same where the run holds the stage's lock already. Throws E_GITHUB, E_AWS_DENIED and its kin. */
export async function removeHeldStage(
  before: FoundStage,
  parts: StageRemovalParts & { readonly locks: readonly HeldLock[] },
): Promise<RemovedStage> {
  const { configuration, dryRun, verdict, locks, voice } = parts;
  const { log } = voice;
  const found = await readStage(before.stage, before.owner, before.places, parts.attempt.repositoryId);
  checkStageClaim(found, regionsOf(configuration));
  const { remove, reason } = await verdict(found);
  const head = { ...headOf(found), reason };
  if (!remove) {
    log.info(`${found.stage.name}: left alone: ${reason}`);
    return { ...head, status: 'wanted', services: [] };
  }
  if (found.broken[0] !== undefined) {
    throw found.broken[0];
  }
  log.info(`${found.stage.name}: ${dryRun ? 'would be removed' : 'removing'}: ${reason}`);
  const { configured } = configuration;
  const checks = await checkStage(found, {
    configured: found.stage.kind === 'configured' ? [] : configured,
    waits: !dryRun,
    say: voice.say,
  });
  if (checks.some(({ ok }) => !ok)) {
    return { ...head, status: 'failed', services: checks.map(keptService) };
  }
  const checked = checks.flatMap((check) => (check.ok ? [check.checked] : []));
  if (dryRun) {
    return { ...head, status: 'planned', services: await Promise.all(checked.map(plannedRemoval)) };
  }
  const checkHeld = async () => {
    await Promise.all(locks.map((lock) => lock.check()));
  };
  const services = await removeInOrder(found, checked, { ...parts, checkHeld });
  const isGone = services.every(({ status }) => status === 'removed' || status === 'absent');
  if (isGone) {
    await checkHeld();
    await forget(found, parts.attempt.repositoryId);
    await Promise.all(locks.map((lock) => lock.discard()));
  }
  return { ...head, status: isGone ? 'removed' : 'failed', services };
}

const idOf = ({ place: { region } }: CheckedDeployment, service: string) => `${service}@${region}`;

/** Removes deployments in the reverse order of their dependencies, several at once. */
async function removeInOrder(
  found: FoundStage,
  checked: readonly CheckedDeployment[],
  {
    configuration,
    attempt,
    runInEmptyFolder,
    voice,
    cancellation,
    concurrency,
    checkHeld,
  }: StageRemovalParts & Pick<RemoveParts, 'checkHeld'>,
): Promise<RemovedService[]> {
  const byId = new Map(checked.map((one) => [idOf(one, one.record.service), one]));
  const rows = new Map<string, RemovedService>();
  const needsOf = (one: CheckedDeployment) => {
    const imported = checked.filter(
      (other) => other.place.region === one.place.region && other.importedBy.includes(one.record.stackName),
    );
    return [
      ...one.record.needs.map((service) => idOf(one, service)),
      ...imported.map((other) => idOf(other, other.record.service)),
    ];
  };
  const tasks = removalTasks([...byId].map(([id, one]) => ({ id, needs: needsOf(one) })));
  const keeps = new Set(checked.flatMap(({ contents }) => contents.retained.map(({ physicalId }) => physicalId)));
  await runGraph(tasks, concurrency, {
    async work(task) {
      const own = keptVoice(voice);
      const one = byId.get(task) as CheckedDeployment;
      const beforeDestroy = beforeDestroyOf(found, configuration, { runInEmptyFolder, log: own.log });
      const about = { stage: found.stage, run: recordedRun(attempt), keeps };
      const row = await removeDeployment(one, { ...about, beforeDestroy, checkHeld, voice: own, cancellation });
      rows.set(task, row);
      own.flush(`${row.key}: ${row.status} in ${row.seconds} s`);
      return row.status !== 'failed';
    },
    notStarted(task, because) {
      const one = byId.get(task) as CheckedDeployment;
      const reason = `not removed, because ${byId.get(because)?.record.key} failed`;
      rows.set(task, { ...removedService(one, one.place.ledger.now()), status: 'not-started', reason });
      voice.log.info(`${one.record.key}: ${reason}`);
    },
  });
  return [...byId.keys()].flatMap((task) => rows.get(task) ?? []);
}

/** The way to the hooks before-destroy, as the configuration that decides about the removal has them. */
function beforeDestroyOf(
  { stage: { name: stage } }: FoundStage,
  { services }: StageRemovalParts['configuration'],
  edges: { readonly runInEmptyFolder: RunInEmptyFolder; readonly log: Log },
): RemoveParts['beforeDestroy'] {
  return async ({ record: { key }, place }, stack) => {
    const command = services === undefined ? undefined : ownValue(services, key)?.commands?.beforeDestroy;
    if (command !== undefined) {
      await runBeforeDestroy({ key, stage, stack, command, place }, edges);
    }
  };
}

/** Removes what the repository wanted in a stage that is gone. */
async function forget({ stage, places }: FoundStage, repositoryId: string): Promise<void> {
  await Promise.all(places.map(({ ledger }) => ledger.remove(wishName(stage, repositoryId))));
}
