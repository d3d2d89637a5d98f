import type { Before, NoWayBack } from '../../../core/deploy/way-back.ts';
import { describeError } from '../../../core/described-error.ts';
import { isEmptyStack } from '../../../core/stack/empty-stack.ts';
import { NESTED_STACK, nestedStacks } from '../../../core/stack/nested-templates.ts';
import { isStanding } from '../../../core/stack/retained.ts';
import type { StackView } from '../../../core/stack/status.ts';
import { parseTemplate } from '../../../core/stack/template.ts';
import type { Place } from '../../../io/aws/place.ts';

/** Reads what it takes to bring a stack back, before a deploy changes it. What cannot be read keeps nothing from being deployed. */
export async function readBefore(
  stack: StackView | undefined,
  place: Pick<Place, 'stacks' | 'changes'>,
): Promise<Before | NoWayBack> {
  return read(stack, place).catch((error) => {
    const { code, message } = describeError(error);
    return { because: `what it was could not be read: ${code}: ${message}` };
  });
}

async function read(
  stack: StackView | undefined,
  { stacks, changes }: Pick<Place, 'stacks' | 'changes'>,
): Promise<Before | NoWayBack> {
  if (stack === undefined || isEmptyStack(stack)) {
    return { because: 'it is new in this stage' };
  }
  const [template, settings] = await Promise.all([stacks.template(stack.id, 'Original'), stacks.settings(stack.id)]);
  if (template === undefined) {
    return { because: 'the role may not read its template (cloudformation:GetTemplate)' };
  }
  if (settings === undefined) {
    return { because: 'its stack is gone' };
  }
  const nested = new Map<string, string>();
  for (const { logicalId, physicalId } of hasNested(template) ? await nestedIn(stack.id, changes) : []) {
    const inner = await stacks.template(physicalId, 'Original');
    if (inner === undefined || hasNested(inner)) {
      return { because: `the template of its nested stack ${logicalId} cannot be compared` };
    }
    nested.set(logicalId, inner);
  }
  return { stack, template, nested, settings };
}

async function nestedIn(stack: string, changes: Place['changes']) {
  return (await changes.resources(stack)).filter((one) => one.type === NESTED_STACK && isStanding(one));
}

/** Whether a template has nested stacks; one that is no JSON may have. */
function hasNested(template: string): boolean {
  const parsed = parseTemplate(template);
  return parsed === undefined || nestedStacks(parsed).length > 0;
}
