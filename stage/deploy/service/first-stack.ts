import { UserError } from '../../../core/errors.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import { EMPTY_STACK } from '../../../core/stack/empty-stack.ts';
import { explainProtection, protectionCommand } from '../../../core/stack/explain.ts';
import { isSuccess, type StackView } from '../../../core/stack/status.ts';
import { LONG_WAIT_MS } from '../../../core/stack/wait.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { CliJob } from '../../../io/serverless/runner.ts';
import { sayWait } from '../../say-wait.ts';
import type { Voice } from '../../voice.ts';

interface FirstStackEdges {
  readonly place: Place;
  readonly voice: Voice;
}

/**
 * Makes the stack that a service is deployed into for the first time, with nothing in it and under termination protection.
 * The role of a stage may not change that protection: allowing to switch it on would allow to switch it off. What the first
 * deploy adds and cannot make is taken back, and the stack stays one that can be deployed over. Returns undefined if the
 * service decides about its protection itself, or the role may not make the stack so: then the CLI makes it. Throws
 * E_STACK_PROTECTED if the stack is not complete.
 */
export async function makeProtectedStack(
  { label, cli }: Pick<CliJob, 'label' | 'cli'>,
  packaged: Pick<PackagedService, 'stack' | 'stackTags' | 'decidesProtection'>,
  edges: FirstStackEdges,
): Promise<StackView | undefined> {
  const { place, voice } = edges;
  // Of osls alone: other CLIs read over the key.
  if (packaged.decidesProtection && cli.product === 'osls') {
    return undefined;
  }
  const id = await begin(label, packaged, edges);
  const made =
    id === undefined ? undefined : await place.stacks.settled(id, LONG_WAIT_MS, sayWait(label, place, voice));
  if (made === undefined) {
    return undefined;
  }
  if (!isSuccess(made.status)) {
    throw explainProtection(
      made,
      place.region,
      `it could not be made (${made.status}): ${made.reason ?? 'no reason given'}`,
    );
  }
  voice.log.info(`${label}: the stack ${made.name} is made with termination protection`);
  return made;
}

/** Returns the ARN of the stack; undefined, with a warning, if AWS refuses the role to make it so. */
async function begin(
  label: string,
  { stack: name, stackTags: tags }: Pick<PackagedService, 'stack' | 'stackTags'>,
  { place: { changes, region }, voice: { log } }: FirstStackEdges,
): Promise<string | undefined> {
  try {
    return await changes.beginProtected(name, { template: EMPTY_STACK, tags });
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'E_AWS_DENIED') {
      throw error;
    }
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    log.warning(
      `${label}: AWS refused the role to make the stack ${name} with termination protection, so it is made without: ${reason}. An administrator can switch it on: ${protectionCommand('enable', name, region)}`,
    );
    return undefined;
  }
}
