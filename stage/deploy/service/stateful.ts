import type { PackagedService } from '../../../core/serverless/state.ts';
import { statefulRemovalError, statefulRemovals } from '../../../core/stack/stateful.ts';
import type { StackView } from '../../../core/stack/status.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { StackResource } from '../../../io/aws/stack-changes.ts';

/** Throws E_STATEFUL_REMOVAL if a package lacks what the stack has and holds data: an earlier commit knew nothing of it. */
export async function checkKeepsData(
  key: string,
  packaged: Pick<PackagedService, 'resources'>,
  stack: StackView,
  place: Place,
): Promise<void> {
  const removed = await removedFrom(stack.id, packaged.resources, place);
  if (removed.length > 0) {
    throw statefulRemovalError(key, stack.name, removed);
  }
}

/** A nested stack that goes takes all that is in it. */
async function removedFrom(id: string, next: PackagedService['resources'], place: Place): Promise<StackResource[]> {
  const [resources, template] = await Promise.all([place.changes.resources(id), place.stacks.template(id)]);
  const { stateful, nested } = statefulRemovals({ resources, template }, next);
  const inner = await Promise.all(nested.map(({ physicalId }) => removedFrom(physicalId, {}, place)));
  return [...stateful, ...inner.flat()];
}
