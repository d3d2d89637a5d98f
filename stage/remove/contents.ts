import type { DeploymentRecord } from '../../core/ledger/record.ts';
import { joinContents, type StackContents, stackContents } from '../../core/stack/contents.ts';
import type { CliStack } from '../../core/stack/left-outside.ts';
import type { StackView } from '../../core/stack/status.ts';
import type { Place } from '../../io/aws/place.ts';
import type { StackResource } from '../../io/aws/stack-changes.ts';

/** Nested stacks are at most so deep here; CloudFormation's own limits end them long before. */
const MAX_DEPTH = 10;

/** What a stack holds, its nested stacks with it. */
async function contentsOf(id: string, stack: CliStack, place: Place, depth = 0): Promise<StackContents<StackResource>> {
  const [resources, template] = await Promise.all([place.changes.resources(id), place.stacks.template(id)]);
  const own = stackContents(resources, template, stack);
  const nested = depth < MAX_DEPTH ? own.nested : [];
  const inner = await Promise.all(nested.map((one) => contentsOf(one, stack, place, depth + 1)));
  return inner.reduce(joinContents, own);
}

/** What a deployment consists of: its stack, if it stands, and what is left of stacks that its record knows and that are gone. */
export async function contentsOfDeployment(
  standing: StackView | undefined,
  stack: CliStack,
  { completed, removing }: Pick<DeploymentRecord, 'completed' | 'removing'>,
  place: Place,
): Promise<StackContents<StackResource>> {
  const known = [completed?.stack, removing].filter((id) => id !== undefined && id !== standing?.id);
  const parts = await Promise.all([
    ...(standing === undefined ? [] : [contentsOf(standing.id, stack, place)]),
    ...[...new Set(known)].map((id) => contentsOfGone(stack, id ?? '', place)),
  ]);
  const found = parts.filter((part) => part !== undefined);
  return found.length === 0 ? stackContents<StackResource>([], undefined, stack) : found.reduce(joinContents);
}

/**
 * CloudFormation tells of a stack that is gone for 90 days, by its ARN: what it did not know of may still be there. Undefined if it is
 * another's, or told of no more.
 */
async function contentsOfGone(
  stack: CliStack,
  id: string,
  place: Place,
): Promise<StackContents<StackResource> | undefined> {
  const gone = await place.stacks.find(id);
  const isOurs = gone?.status === 'DELETE_COMPLETE' && gone.stage === stack.stage && gone.name === stack.stackName;
  return isOurs ? contentsOf(gone.id, stack, place) : undefined;
}
