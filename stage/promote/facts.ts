import type { LedgerStage } from '../../core/ledger/keys.ts';
import { newestWish } from '../../core/ledger/wish.ts';
import type { StageFacts } from '../../core/promote/staged.ts';
import type { View } from '../../io/viewer.ts';

/** Where a stage is looked at. */
export interface Sight {
  readonly stage: LedgerStage;
  readonly regions: readonly string[];
  readonly repositoryId: string;
  readonly viewOf: (region: string) => View;
}

/** Reads what this repository has in a stage: its records, and the stack of each. Throws E_AWS_DENIED and its kin. */
export async function readStageFacts({ stage, regions, repositoryId, viewOf }: Sight): Promise<StageFacts> {
  const listed = await Promise.all(
    regions.map(async (region) => ({ region, ...(await viewOf(region).ledger.stage(stage)) })),
  );
  const isOurs = (id: string | undefined) => id === undefined || id === repositoryId;
  const own = listed.flatMap(({ region, records }) =>
    records
      .filter(({ owner }) => owner.kind === 'repository' && owner.id === repositoryId)
      .map((record) => ({ region, record })),
  );
  const deployments = await Promise.all(
    own.map(async ({ region, record }) => ({
      region,
      record,
      stack: await viewOf(region).stacks.find(record.stackName),
    })),
  );
  const wishes = listed.flatMap(({ wishes: all, wishTimes }) => {
    const wish = all.get(repositoryId);
    return wish === undefined ? [] : [{ wish, written: wishTimes.get(repositoryId) ?? 0 }];
  });
  const wish = newestWish(wishes.map((one) => one.wish));
  const [first] = regions;
  return {
    stage: stage.name,
    wish,
    wishWritten: Math.max(0, ...wishes.filter((one) => one.wish === wish).map(({ written }) => written)),
    deployments,
    broken: listed.flatMap(({ broken }) => broken.filter(({ of }) => isOurs(of)).map(({ error }) => error.message)),
    now: first === undefined ? Date.now() : viewOf(first).ledger.now(),
  };
}
