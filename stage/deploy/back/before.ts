import type { Before, NoWayBack } from '../../../core/deploy/way-back.ts';
import { isEmptyStack } from '../../../core/stack/empty-stack.ts';
import type { StackView } from '../../../core/stack/status.ts';
import type { Place } from '../../../io/aws/place.ts';

/** Reads what it takes to bring a stack back, before a deploy changes it. */
export async function readBefore(
  stack: StackView | undefined,
  { stacks }: Pick<Place, 'stacks'>,
): Promise<Before | NoWayBack> {
  if (stack === undefined || isEmptyStack(stack)) {
    return { because: 'it is new in this stage' };
  }
  const [template, settings] = await Promise.all([stacks.template(stack.id, 'Original'), stacks.settings(stack.id)]);
  if (template === undefined) {
    return { because: 'the role may not read its template (cloudformation:GetTemplate)' };
  }
  return settings === undefined ? { because: 'its stack is gone' } : { stack, template, settings };
}
