import type { DeploymentRecord } from '../../core/ledger/record.ts';
import { type StackContents, stackContents } from '../../core/stack/contents.ts';
import type { RegionTools } from '../aws/region-tools.ts';
import type { StackResource } from '../aws/stack-changes.ts';

/** Nested stacks are at most so deep here; CloudFormation's own limits end them long before. */
const MAX_DEPTH = 10;

interface Named {
  readonly service: string;
  readonly stage: string;
}

/** What a stack holds, its nested stacks with it. */
export async function contentsOf(
  id: string,
  named: Named,
  tools: RegionTools,
  depth = 0,
): Promise<StackContents<StackResource>> {
  const [resources, template] = await Promise.all([tools.changes.resources(id), tools.stacks.template(id)]);
  const own = stackContents(resources, template, named);
  const nested = depth < MAX_DEPTH ? own.nested : [];
  const inner = await Promise.all(nested.map((one) => contentsOf(one, named, tools, depth + 1)));
  return inner.reduce(joined, own);
}

function joined(a: StackContents<StackResource>, b: StackContents<StackResource>): StackContents<StackResource> {
  return {
    retained: [...a.retained, ...b.retained],
    buckets: [...a.buckets, ...b.buckets],
    logGroups: [...a.logGroups, ...b.logGroups],
    nested: [...a.nested, ...b.nested],
    packages: [...a.packages, ...b.packages],
    images: [...new Set([...a.images, ...b.images])],
    isKnown: a.isKnown && b.isKnown,
  };
}

/** CloudFormation tells of a stack that is gone for 90 days, by its ARN: what it did not know of may still be there. */
export async function contentsOfGone(
  stage: string,
  { service, completed }: Pick<DeploymentRecord, 'service' | 'completed'>,
  tools: RegionTools,
): Promise<StackContents<StackResource>> {
  const none = stackContents<StackResource>([], undefined, { service, stage });
  const gone = completed === undefined ? undefined : await tools.stacks.find(completed.stack);
  const isOurs = gone?.status === 'DELETE_COMPLETE' && gone.stage === stage;
  return isOurs ? contentsOf(gone.id, { service, stage }, tools).catch(() => none) : none;
}
