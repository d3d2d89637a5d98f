import { UserError } from '../../core/errors.ts';
import type { RemovedService } from '../../core/removal/result.ts';
import type { Log } from '../../io/runner/log.ts';
import type { CheckedDeployment } from './check.ts';

/** What a removal has done so far. */
export type Work = { -readonly [Key in 'emptied' | 'alsoRemoved' | 'retained']: RemovedService[Key][number][] };

export interface LeftoverParts {
  readonly log: Log;
  /** Physical ids of what is retained of any service of the stage. */
  readonly keeps: ReadonlySet<string>;
}

/** Something that could not be removed, and why. */
export interface LeftBehind {
  readonly physicalId: string;
  readonly why: string;
}

/**
 * Removes what the stack did not know of, and returns why some of it could not be: that is reported as retained, and the stack
 * itself is gone.
 */
export async function removeLeftovers(
  { record, place, contents }: CheckedDeployment,
  done: Work,
  { log, keeps }: LeftoverParts,
): Promise<LeftBehind[]> {
  const failed: LeftBehind[] = [];
  const attempt = async (what: string, type: string, physicalId: string, remove: () => Promise<boolean>) => {
    try {
      if (await remove()) {
        done.alsoRemoved.push(`${what} ${physicalId}`);
      }
    } catch (error) {
      failed.push({ physicalId, why: (error as Error).message });
      log.warning(`${record.key}: ${(error as Error).message}`);
      done.retained.push({ logicalId: '', type, physicalId });
    }
  };
  const { leftovers } = place;
  const isKept = (name: string) => keeps.has(name) || done.retained.some(({ physicalId }) => physicalId === name);
  for (const name of contents.logGroups.filter((each) => !isKept(each))) {
    await attempt('log group', 'AWS::Logs::LogGroup', name, () => leftovers.removeLogGroup(name));
  }
  for (const name of contents.images) {
    await attempt('images', 'AWS::ECR::Repository', name, () => leftovers.removeImages(name));
  }
  for (const { bucket, prefix } of contents.packages) {
    const remove = async () => (await leftovers.buckets.empty(bucket, prefix)) > 0;
    await attempt('packages', 'AWS::S3::Object', `s3://${bucket}/${prefix}`, remove);
  }
  return failed;
}

/** Says what is left of a deployment whose stack is gone: the next run tries again. */
export function explainLeftovers(key: string, left: readonly LeftBehind[]): UserError {
  return new UserError('E_DESTROY_FAILED', {
    what: `the stack of "${key}" is gone, and this stayed: ${left.map(({ physicalId }) => physicalId).join(', ')}`,
    why: left[0]?.why ?? '',
    fix: 'mend the cause and run again: the ledger keeps the record as orphaned until then',
  });
}
