import type { UnrecordedStack } from '../../core/removal/result.ts';
import { unrecordedStacks } from '../../core/removal/unrecorded.ts';
import type { Place } from '../../io/aws/place.ts';
import type { AccountPlaces } from './find.ts';

/**
 * Finds stacks that look like previews' of an application (of one stage, where one is given), and that no record claims.
 * Where that cannot be asked, `warn` is told and nothing is found.
 */
export async function findUnrecorded(
  places: readonly AccountPlaces[],
  app: string,
  stage: string | undefined,
  warn: (text: string) => void,
): Promise<UnrecordedStack[]> {
  const place = places.flatMap(({ regions, placeIn }) => regions.map(placeIn));
  const found = await Promise.all(
    place.map((one) =>
      inRegion(one, app, stage).catch((error: Error) => {
        warn(`it could not be looked for stacks without a record in ${one.account}, ${one.region}: ${error.message}`);
        return [];
      }),
    ),
  );
  return found.flat();
}

async function inRegion(
  { ledger, stacks, account, region }: Place,
  app: string,
  stage: string | undefined,
): Promise<UnrecordedStack[]> {
  const kinds = ['preview', 'configured'] as const;
  const [listed, names] = await Promise.all([
    Promise.all(kinds.map((kind) => ledger.stages({ app, kind }))),
    stacks.names(),
  ]);
  const records = listed.flat().flatMap((one) => one.records);
  const services = new Set(records.map(({ service }) => service));
  const recorded = new Set(records.map(({ stackName }) => stackName));
  return unrecordedStacks({ stacks: names, services, recorded, stage }).map((stack) => ({ stack, account, region }));
}
