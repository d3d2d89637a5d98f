import { parseRoleArn } from '../../core/aws/role-arn.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { LedgerStage } from '../../core/ledger/keys.ts';
import type { ListedStage } from '../../core/ledger/listing.ts';
import { type Owner, sameOwner } from '../../core/ledger/owner.ts';
import type { DeploymentRecord } from '../../core/ledger/record.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import { newestWish } from '../../core/ledger/wish.ts';
import type { Session } from '../../core/profile/session.ts';
import { isRegion } from '../../core/removal/claim.ts';
import type { StageKind } from '../../core/stage/identity.ts';
import type { Place } from '../../io/aws/place.ts';
import type { RunAttempt } from '../run.ts';

/** A deployment as its record claims it. */
export interface FoundDeployment {
  readonly record: DeploymentRecord;
  /** Of the account and region that the record stands in. */
  readonly place: Place;
}

/** All that is known of one owner's deployments in one stage of one account. */
export interface FoundStage {
  readonly stage: LedgerStage;
  /** Undefined where nothing but a lock is left. */
  readonly owner: Owner | undefined;
  readonly wish: Wish | undefined;
  readonly deployments: readonly FoundDeployment[];
  /** Every region in which the ledger holds something of it. */
  readonly places: readonly Place[];
  /** What cannot be read of it (E_LEDGER). */
  readonly broken: readonly Error[];
  /** When something of it was written last, in milliseconds since 1970. */
  readonly written: number;
}

/** Where stages are looked for: regions of one account. */
export interface AccountPlaces {
  readonly regions: readonly string[];
  readonly placeIn: (region: string) => Place;
}

/** The ways to every place that a configuration names. */
export interface PlaceEdges {
  readonly configuration: Pick<EffectiveConfiguration, 'profile' | 'elsewhere'>;
  /** The session's account. */
  readonly session: Pick<Session, 'account'>;
  readonly placeIn: (region: string) => Place;
  /** The account of another role, which this run may assume too. Throws E_OIDC_PERMISSION, E_ROLE_REFUSED. */
  readonly placesOfRole: (role: string) => Promise<(region: string) => Place>;
}

/**
 * Opens every place that a configuration says its stage's deployments may be in; a region of an account that two roles reach
 * is one place. Throws E_OIDC_PERMISSION, E_ROLE_REFUSED where another role cannot be assumed: nobody may think that nothing
 * is there.
 */
export async function openPlaces({
  configuration: { profile, elsewhere },
  session,
  placeIn,
  placesOfRole,
}: PlaceEdges): Promise<AccountPlaces[]> {
  const known = new Set(profile.regions.map((region) => `${session.account}/${region}`));
  const others: AccountPlaces[] = [];
  for (const { role, regions } of elsewhere) {
    const { account } = parseRoleArn(role);
    const unknown = regions.filter((region) => !known.has(`${account}/${region}`));
    for (const region of unknown) {
      known.add(`${account}/${region}`);
    }
    if (unknown.length > 0) {
      others.push({ regions: unknown, placeIn: await placesOfRole(role) });
    }
  }
  return [{ regions: profile.regions, placeIn }, ...others];
}

/** Finds this repository's stages of a kind in the ledger; a stage's owner counts, never a computed name. */
export async function findStages(
  places: readonly AccountPlaces[],
  {
    app,
    kind,
    attempt: { repositoryId },
  }: { readonly app: string; readonly kind: StageKind; readonly attempt: Pick<RunAttempt, 'repositoryId'> },
): Promise<FoundStage[]> {
  const configured = places.flatMap(({ regions }) => regions);
  const found = await Promise.all(
    places.map(async ({ regions, placeIn }) => {
      const listed = await Promise.all(
        regions.map(async (region) => {
          const place = placeIn(region);
          return (await place.ledger.stages({ app, kind })).map((listed) => ({ listed, place }));
        }),
      );
      const stages = groupByOwner(listed.flat(), repositoryId);
      return stages.map((stage) => ({ ...stage, places: allPlaces(stage, placeIn, configured) }));
    }),
  );
  return found.flat();
}

/** Where a stage was found, and where its last run deployed to, although no configuration names that any more. */
function allPlaces(
  { places, wish }: FoundStage,
  placeIn: AccountPlaces['placeIn'],
  configured: readonly string[],
): Place[] {
  const known = new Set(places.map(({ region }) => region));
  const others = (wish?.regions ?? []).filter((region) => !known.has(region) && isRegion(region, configured));
  return [...places, ...others.map(placeIn)];
}

interface Listed {
  readonly listed: ListedStage;
  readonly place: Place;
}

function groupByOwner(listed: readonly Listed[], repositoryId: string): FoundStage[] {
  const names = [...new Set(listed.map(({ listed: { stage } }) => stage.name))];
  return names.flatMap((name) => {
    const here = listed.filter(({ listed: { stage } }) => stage.name === name);
    return ownersIn(here, repositoryId).map((owner) => stageOf(here, owner, repositoryId));
  });
}

/** The owners of this repository in one stage; undefined where nothing but its lock, or what cannot be read, is left. */
function ownersIn(here: readonly Listed[], repositoryId: string): (Owner | undefined)[] {
  const wishes = here.flatMap(({ listed: one }) => one.wishes.get(repositoryId)?.owner ?? []);
  const records = here.flatMap(({ listed: one }) => one.records.map(({ owner }) => owner));
  const persons = wishes.filter(({ kind }) => kind === 'user');
  const ours = [...wishes, ...records].filter((owner) => owner.kind === 'repository' && owner.id === repositoryId);
  const owners: Owner[] = [];
  for (const owner of [...persons, ...ours]) {
    if (!owners.some((known) => sameOwner(known, owner))) {
      owners.push(owner);
    }
  }
  const hasLock = here.some(({ listed: one }) => one.locks.includes(repositoryId));
  return owners.length === 0 && hasLock ? [undefined] : owners;
}

function stageOf(here: readonly Listed[], owner: Owner | undefined, repositoryId: string): FoundStage {
  const isOwners = (other: Owner) => owner !== undefined && sameOwner(other, owner);
  const wishes = here.flatMap(({ listed: one }) => one.wishes.get(repositoryId) ?? []);
  return {
    stage: (here[0] as Listed).listed.stage,
    owner,
    wish: newestWish(wishes.filter((wish) => isOwners(wish.owner))),
    deployments: here.flatMap(({ listed: one, place }) =>
      one.records.filter((record) => isOwners(record.owner)).map((record) => ({ record, place })),
    ),
    places: here.map(({ place }) => place),
    broken: here.flatMap(({ listed: one }) =>
      one.broken.flatMap(({ error, of }) => (of === undefined || of === repositoryId ? [error] : [])),
    ),
    written: Math.max(...here.map(({ listed: one }) => one.written)),
  };
}

/** Reads one owner's part of a stage in some places, as it is now. */
export async function readStage(
  stage: LedgerStage,
  known: Owner | undefined,
  places: readonly Place[],
  repositoryId: string,
): Promise<FoundStage> {
  const listed = await Promise.all(places.map(async (place) => ({ listed: await place.ledger.stage(stage), place })));
  return stageOf(listed, known ?? ownersIn(listed, repositoryId)[0], repositoryId);
}
