import pLimit from 'p-limit';
import { checkOwner, ownerOfRun } from '../../core/ledger/owner.ts';
import { stageClaimError } from '../../core/removal/claim.ts';
import type { LookedAt, RemovedStage, UnrecordedStack } from '../../core/removal/result.ts';
import type { SweepVerdict } from '../../core/removal/sweep.ts';
import { isNameOfRef } from '../../core/stage/name.ts';
import type { HeldLock } from '../hold/lock.ts';
import type { Run } from '../run.ts';
import { type PreviewSources, rememberConfigs } from '../wanted/preview-now.ts';
import { type AccountPlaces, type FoundStage, findStages, openPlaces, type PlaceEdges, readStage } from './find.ts';
import { type RemovalEdges, regionsOf, removeHeldStage, removeStage, type StageRemovalParts } from './remove-stage.ts';
import { findUnrecorded } from './unrecorded.ts';
import { closedVerdict, expiredVerdict, manyExpiredVerdict } from './verdict.ts';

/** What came of a removal of one stage, or of many. */
export interface Removal {
  readonly stages: readonly RemovedStage[];
  /** Stages that would go too, and are left to the next run. */
  readonly more: number;
  /** Stages that were looked at and are wanted. */
  readonly wanted: number;
  readonly looked: readonly LookedAt[];
  readonly unrecorded: readonly UnrecordedStack[];
}

/** How a removal goes about it. */
export type RemovalOptions = Pick<StageRemovalParts, 'concurrency' | 'dryRun'>;

type RemovalParts = RemovalEdges & PlaceEdges & PreviewSources & RemovalOptions;

/** How long the sweep waits for a run that is at a stage, in milliseconds: the next night comes. */
const SWEEP_WAIT_MS = 2 * 60_000;
/** How many stages the sweep removes at the same time. */
const STAGES_AT_ONCE = 4;

/**
 * Removes this repository's stages that are not wanted any more, or have expired, the oldest first and at most `limit`:
 * previews, or with the configuration of a configured stage the personal ones of its profile. Throws E_GITHUB, and removes
 * nothing, where GitHub cannot say what is wanted of each.
 */
export async function sweep(parts: RemovalParts & { readonly limit: number }): Promise<Removal> {
  const {
    configuration,
    voice: { log },
  } = parts;
  const places = await openPlaces(parts);
  const kind = configuration.stage.kind === 'configured' ? 'personal' : 'preview';
  const all = await findStages(places, { ...parts, app: configuration.app, kind });
  const isForged = (found: FoundStage) => stageClaimError(found, regionsOf(configuration)) !== undefined;
  const forged = all.filter(isForged);
  const genuine = all.filter((found) => !isForged(found));
  const sources = { ...parts, configs: rememberConfigs(parts.configs) };
  const verdict = kind === 'preview' ? await manyExpiredVerdict(sources) : expiredVerdict(sources);
  const asked: { readonly found: FoundStage; readonly verdict: SweepVerdict }[] = [];
  for (const found of genuine) {
    asked.push({ found, verdict: await verdict(found) });
  }
  const going = asked
    .filter((one) => one.verdict.remove)
    .map(({ found }) => found)
    .sort((a, b) => a.written - b.written);
  for (const { found, verdict: kept } of asked.filter((one) => !one.verdict.remove)) {
    log.info(`${found.stage.name}: stays: ${kept.reason}`);
  }
  const limit = pLimit(STAGES_AT_ONCE);
  const chosen = going.slice(0, parts.limit);
  const again = expiredVerdict(sources);
  // A stage that is not what it claims to be is told of, wanted or not, and takes nobody's place.
  const stages = await Promise.all(
    oneByOne([...chosen, ...forged]).map((group) =>
      limit(async () => {
        const rows: RemovedStage[] = [];
        for (const one of group) {
          rows.push(await removeStage(one, { ...parts, verdict: again, waitMs: SWEEP_WAIT_MS }));
        }
        return rows;
      }),
    ),
  );
  return {
    stages: stages.flat(),
    more: going.length - chosen.length,
    wanted: asked.length - going.length,
    looked: places.flatMap(lookedAt),
    unrecorded: kind === 'preview' ? await findUnrecorded(places, configuration.app, undefined, log.warning) : [],
  };
}

/** Groups stages that share a lock, several owners' of one stage: this run would hold it twice at the same time. */
function oneByOne(stages: readonly FoundStage[]): FoundStage[][] {
  const groups = new Map<string, FoundStage[]>();
  for (const one of stages) {
    const key = `${one.places[0]?.account}/${one.stage.name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Removes the one stage that the configuration is of. Throws E_STACK_FOREIGN for another person's, E_GITHUB and its kin. */
export async function removeOne(parts: RemovalParts & { readonly ref: string }): Promise<Removal> {
  const {
    configuration,
    ref,
    attempt,
    voice: { log },
  } = parts;
  const { kind, name } = configuration.stage;
  const places = await openPlaces(parts);
  // Nothing but a lock has no owner any more: a removal that was cut off at its very end.
  const isMeant = ({ stage, owner }: FoundStage) => {
    if (kind !== 'preview') {
      return stage.name === name;
    }
    return owner === undefined ? isNameOfRef(stage.name, ref) : owner.kind === 'repository' && owner.ref === ref;
  };
  const found = (await findStages(places, { ...parts, app: configuration.app, kind })).filter(isMeant);
  for (const { owner } of kind === 'personal' ? found : []) {
    if (owner !== undefined) {
      checkOwner(`the personal stage "${name}"`, owner, ownerOfRun(attempt, configuration.stage));
    }
  }
  const verdict =
    kind === 'preview'
      ? closedVerdict(parts)
      : async () => ({ remove: true, reason: 'it was asked for, and confirmed' });
  const remove = async (dryRun: boolean) => {
    const stages: RemovedStage[] = [];
    for (const one of found) {
      stages.push(await removeStage(one, { ...parts, verdict, dryRun }));
    }
    return stages;
  };
  // Parts in several accounts are one stage to people: all of them are checked before the first one goes.
  const planned = found.length > 1 ? await remove(true) : [];
  const isBlocked = planned.some(({ status }) => status === 'failed');
  const stages = isBlocked ? planned.map(keptStage) : await remove(parts.dryRun);
  const unrecorded =
    kind === 'preview'
      ? await findUnrecorded(places, configuration.app, found[0]?.stage.name ?? name, log.warning)
      : [];
  return { stages, more: 0, wanted: 0, looked: places.flatMap(lookedAt), unrecorded };
}

/** A part of a stage that stays because another part's check failed. */
function keptStage(stage: RemovedStage): RemovedStage {
  const services = stage.services.map((service) =>
    service.status === 'planned' || service.status === 'absent'
      ? { ...service, status: 'kept' as const, reason: 'the check of another place failed' }
      : service,
  );
  return { ...stage, status: 'failed', services };
}

const lookedAt = ({ regions, placeIn }: AccountPlaces): LookedAt[] =>
  regions.map((region) => ({ account: placeIn(region).account, region }));

/** How many deployments a deploy's own removal of its stage works on at once. */
const AT_ONCE = 4;

/**
 * Removes a preview whose lock this run holds, if GitHub says that it is not wanted any more; undefined if it stays, or if
 * nothing of it is there, and then the lock goes too. Throws E_GITHUB, E_LEDGER and their kin.
 */
export async function removeHeld(
  run: Run,
  lock: HeldLock,
  parts: RemovalEdges & PreviewSources,
): Promise<RemovedStage | undefined> {
  const { profile } = parts.configuration;
  const found = await readStage(run.stage, run.owner, profile.regions.map(parts.placeIn), parts.attempt.repositoryId);
  const verdict = closedVerdict(parts);
  const isEmpty = found.wish === undefined && found.deployments.length === 0;
  if (isEmpty) {
    const { remove } = await verdict(found);
    return remove ? lock.discard().then(() => undefined) : undefined;
  }
  const more = { locks: [lock], concurrency: AT_ONCE, dryRun: false, verdict };
  const removed = await removeHeldStage(found, { ...parts, ...more });
  return removed.status === 'wanted' ? undefined : removed;
}
