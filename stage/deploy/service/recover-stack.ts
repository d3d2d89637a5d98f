import { type BeforeDeploy, beforeDeploy } from '../../../core/stack/before-deploy.ts';
import { explainProtection, explainRetained, explainState } from '../../../core/stack/explain.ts';
import { findFirstFailure } from '../../../core/stack/first-failure.ts';
import { retainedResources } from '../../../core/stack/retained.ts';
import type { StackView } from '../../../core/stack/status.ts';
import type { StageKind } from '../../../core/stage/identity.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { OnWait } from '../../../io/aws/settled.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { Held } from '../../hold/lock.ts';
import { sayWait } from '../../say-wait.ts';
import type { Voice } from '../../voice.ts';

/**
 * Brings a stack that no operation is under way on into a state that can be deployed over (undefined: it is made anew).
 * Throws E_STACK_STATE if only a person can do that, with the command; E_STAGE_BUSY if the run has lost the stage's lock.
 */
export async function recoverStack(
  label: string,
  stack: StackView,
  kind: StageKind,
  { place, voice, checkHeld }: { readonly place: Place; readonly voice: Voice } & Held,
): Promise<StackView | undefined> {
  const onWait = sayWait(label, place, voice);
  const action = beforeDeploy(stack.status, kind);
  if (action !== 'deploy') {
    await checkHeld();
  }
  switch (action) {
    case 'deploy':
      return stack;
    case 'recreate':
      return recreate(stack, kind, place, voice.log, onWait);
    case 'discard':
      return discard(stack, place, voice.log, onWait);
    case 'roll-back':
    case 'continue-rollback':
      return rollBack(stack, { action, kind }, place, voice.log, onWait);
    case 'wait':
    case 'refuse':
      throw explainState(stack, place.region);
  }
}

/** Removes a stack that never worked, after saying what went wrong with it. */
async function recreate(stack: StackView, kind: StageKind, place: Place, log: Log, onWait: OnWait): Promise<undefined> {
  const { changes, stacks, region } = place;
  if (stack.isProtected) {
    throw explainProtection(stack, region, `it never worked (${stack.status}) and has to be made anew`);
  }
  if (kind === 'configured') {
    const retained = retainedResources(await changes.resources(stack.id), await stacks.template(stack.id));
    if (retained.length > 0) {
      throw explainRetained(stack, retained, region);
    }
  }
  const first = await findFirstFailure(stacks, stack.id, 0);
  const why = first === undefined ? '' : `: ${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
  log.notice(`the stack ${stack.name} never worked (${stack.status}) and is made anew${why}`);
  return remove(stack, place, onWait);
}

/** Removes a stack that holds nothing but the change set of a CLI that was cut off. */
async function discard(stack: StackView, place: Place, log: Log, onWait: OnWait): Promise<undefined> {
  const { changes, region } = place;
  const [resources, changeSets] = await Promise.all([changes.resources(stack.id), changes.changeSets(stack.id)]);
  if (resources.length > 0 || changeSets.some((name) => name !== `${stack.name}-change-set`)) {
    throw explainState(stack, region);
  }
  log.info(`the stack ${stack.name} holds nothing but a change set and is made anew`);
  return remove(stack, place, onWait);
}

async function remove(stack: StackView, place: Place, onWait: OnWait): Promise<undefined> {
  const after = await place.changes.remove(stack.id, onWait);
  if (after !== undefined) {
    throw explainState(after, place.region);
  }
  return undefined;
}

/** Rolls back what stopped half-way, once; a rollback that stops again is a person's. */
async function rollBack(
  stack: StackView,
  {
    action,
    kind,
  }: { readonly action: Extract<BeforeDeploy, 'roll-back' | 'continue-rollback'>; readonly kind: StageKind },
  place: Place,
  log: Log,
  onWait: OnWait,
): Promise<StackView | undefined> {
  const { changes, region } = place;
  log.notice(`the stack ${stack.name} is ${stack.status} and is rolled back first`);
  const change = action === 'roll-back' ? changes.rollBack : changes.continueRollback;
  const after = await change(stack.id, onWait);
  if (after === undefined || beforeDeploy(after.status, kind) === 'deploy') {
    return after;
  }
  const failed = (await changes.resources(stack.id)).filter(({ status }) => status.endsWith('_FAILED'));
  throw explainState(
    after,
    region,
    failed.map(({ logicalId }) => logicalId),
  );
}
