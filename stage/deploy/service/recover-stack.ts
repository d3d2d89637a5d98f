import { type BeforeDeploy, beforeDeploy } from '../../../core/stack/before-deploy.ts';
import { explainRetained, explainState } from '../../../core/stack/explain.ts';
import { findFirstFailure } from '../../../core/stack/first-failure.ts';
import { retainedResources } from '../../../core/stack/retained.ts';
import type { StackView } from '../../../core/stack/status.ts';
import { describeWait } from '../../../core/stack/wait.ts';
import type { OnWait } from '../../../io/aws/settled.ts';
import type { DeployTools } from './deploy-tools.ts';

/**
 * Brings a stack that no operation is under way on into a state that can be deployed over (undefined: it is made anew).
 * Throws E_STACK_STATE where only a person can do that, with the command.
 */
export async function recoverStack(stack: StackView, tools: DeployTools): Promise<StackView | undefined> {
  const action = beforeDeploy(stack.status, tools.stage.kind);
  switch (action) {
    case 'deploy':
      return stack;
    case 'recreate':
      return recreate(stack, tools);
    case 'discard':
      return discard(stack, tools);
    case 'roll-back':
    case 'continue-rollback':
      return rollBack(stack, action, tools);
    case 'wait':
    case 'refuse':
      throw explainState(stack, tools.region);
  }
}

/** Removes a stack that never worked, after saying what went wrong with it. */
async function recreate(stack: StackView, tools: DeployTools): Promise<undefined> {
  const { changes, stacks, stage, region } = tools;
  if (stage.kind === 'configured') {
    const retained = retainedResources(await changes.resources(stack.id), await stacks.template(stack.id));
    if (retained.length > 0) {
      throw explainRetained(stack, retained, region);
    }
  }
  const first = await findFirstFailure(stacks, stack.id, 0);
  const why = first === undefined ? '' : `: ${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
  tools.log.notice(`the stack ${stack.name} never worked (${stack.status}) and is made anew${why}`);
  return removed(stack, tools);
}

/** Removes a stack that holds nothing but the change set of a CLI that was cut off. */
async function discard(stack: StackView, tools: DeployTools): Promise<undefined> {
  const { changes, region } = tools;
  const [resources, changeSets] = await Promise.all([changes.resources(stack.id), changes.changeSets(stack.id)]);
  if (resources.length > 0 || changeSets.some((name) => name !== `${stack.name}-change-set`)) {
    throw explainState(stack, region);
  }
  tools.log.info(`the stack ${stack.name} holds nothing but a change set and is made anew`);
  return removed(stack, tools);
}

async function removed(stack: StackView, tools: DeployTools): Promise<undefined> {
  const after = await tools.changes.remove(stack.id, waiting(tools));
  if (after !== undefined) {
    throw explainState(after, tools.region);
  }
  return undefined;
}

/** Rolls back what stopped half-way, once; a rollback that stops again is a person's. */
async function rollBack(
  stack: StackView,
  action: Extract<BeforeDeploy, 'roll-back' | 'continue-rollback'>,
  tools: DeployTools,
): Promise<StackView | undefined> {
  const { changes, stage, region } = tools;
  tools.log.notice(`the stack ${stack.name} is ${stack.status} and is rolled back first`);
  const change = action === 'roll-back' ? changes.rollBack : changes.continueRollback;
  const after = await change(stack.id, waiting(tools));
  if (after === undefined || beforeDeploy(after.status, stage.kind) === 'deploy') {
    return after;
  }
  const failed = (await changes.resources(stack.id)).filter(({ status }) => status.endsWith('_FAILED'));
  throw explainState(
    after,
    region,
    failed.map(({ logicalId }) => logicalId),
  );
}

const waiting =
  ({ live, ledger }: DeployTools): OnWait =>
  (stack, newest) =>
    live(describeWait(stack, newest, ledger.now()));
