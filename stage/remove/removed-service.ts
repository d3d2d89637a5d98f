import { describeError } from '../../core/described-error.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { RemovedService } from '../../core/removal/result.ts';
import type { StackView } from '../../core/stack/status.ts';
import type { Check, CheckedDeployment } from './check.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What a row says of a deployment before anything has come of it; `now` in milliseconds since 1970. */
export function removedService(
  { record, place, stack }: Pick<CheckedDeployment, 'record' | 'place'> & { readonly stack?: StackView | undefined },
  now: number,
): Omit<RemovedService, 'status'> {
  const created = stack === undefined ? Number.NaN : Date.parse(stack.created);
  return {
    service: record.service,
    key: record.key,
    account: place.account,
    region: place.region,
    stack: record.stackName,
    ...(Number.isNaN(created) ? {} : { days: Math.round((Math.max(0, now - created) / DAY_MS) * 10) / 10 }),
    ...onlyDefined({ cli: record.cli }),
    emptied: [],
    alsoRemoved: [],
    retained: [],
    seconds: 0,
  };
}

/** One deployment's row where another's, or its own, check failed. */
export function keptService(check: Check): RemovedService {
  if (check.ok) {
    const { checked } = check;
    return {
      ...removedService(checked, checked.place.ledger.now()),
      status: 'kept',
      reason: 'the check of another service failed',
    };
  }
  return {
    ...removedService(check.found, check.found.place.ledger.now()),
    status: 'kept',
    error: describeError(check.error),
  };
}

/** One deployment's row where nothing is to be changed: what would be done. */
export async function plannedRemoval(checked: CheckedDeployment): Promise<RemovedService> {
  const { contents, stack, place } = checked;
  const hasLogs = await Promise.all(contents.logGroups.map((name) => place.leftovers.hasLogGroup(name)));
  const names = [
    ...contents.logGroups.filter((_, index) => hasLogs[index]).map((name) => `log group ${name}`),
    ...contents.images.map((name) => `images ${name}`),
    ...contents.packages.map(({ bucket, prefix }) => `packages s3://${bucket}/${prefix}`),
  ];
  return {
    ...removedService(checked, checked.place.ledger.now()),
    status: stack === undefined ? 'absent' : 'planned',
    emptied: contents.buckets.map((bucket) => ({ bucket })),
    alsoRemoved: names,
    retained: contents.retained.map(({ logicalId, type, physicalId }) => ({ logicalId, type, physicalId })),
  };
}
