import { UserError } from '../../../core/errors.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import { EMPTY_STACK } from '../../../core/stack/empty-stack.ts';
import { explainState } from '../../../core/stack/explain.ts';
import { isSuccess, type StackView } from '../../../core/stack/status.ts';
import type { Place } from '../../../io/aws/place.ts';
import { sayWait } from '../../say-wait.ts';
import type { Voice } from '../../voice.ts';

/**
 * Makes the stack that a service is deployed into for the first time, with nothing in it and under termination protection.
 * The role of a stage may not change that protection: allowing to switch it on would allow to switch it off. What the first
 * deploy adds and cannot make is taken back, and the stack stays one that can be deployed over. Returns undefined if the
 * service decides about its protection itself, or the role may not make the stack so: then the CLI makes it. Throws
 * E_STACK_STATE if the stack is not complete.
 */
export async function makeProtectedStack(
  label: string,
  { stack: name, stackTags: tags, decidesProtection }: PackagedService,
  { place, voice }: { readonly place: Place; readonly voice: Voice },
): Promise<StackView | undefined> {
  if (decidesProtection) {
    return undefined;
  }
  const { changes, region } = place;
  const parts = { template: EMPTY_STACK, tags };
  const made = await changes.createProtected(name, parts, sayWait(label, place, voice)).catch((error: unknown) => {
    if (!(error instanceof UserError) || error.code !== 'E_AWS_DENIED') {
      throw error;
    }
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    const command = 'aws cloudformation update-termination-protection --enable-termination-protection';
    voice.log.warning(
      `${label}: the stack ${name} is made without termination protection, because AWS refused it to the role: ${reason}. An administrator can switch it on: ${command} --stack-name ${name} --region ${region}`,
    );
    return undefined;
  });
  if (made === undefined) {
    return undefined;
  }
  if (!isSuccess(made.status)) {
    throw explainState(made, region);
  }
  voice.log.info(`${label}: the stack ${name} is made with termination protection`);
  return made;
}
