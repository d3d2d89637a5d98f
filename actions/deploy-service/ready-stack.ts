import { UserError } from '../../core/errors.ts';
import { checkOwner } from '../../core/ledger/owner.ts';
import type { DeploymentRecord } from '../../core/ledger/record.ts';
import type { PackagedService } from '../../core/serverless/state.ts';
import { explainState, foreignStack } from '../../core/stack/explain.ts';
import { beforeDeploy, type StackView } from '../../core/stack/status.ts';
import type { DeployTools } from './deploy-tools.ts';

/** Longest time that somebody else's operation is waited for before ours, in milliseconds. */
const BUSY_WAIT_MS = 30 * 60_000;

/** Where a package goes. */
export interface ReadyStack {
  /** Undefined where there is none yet. */
  readonly stack: StackView | undefined;
  readonly record: DeploymentRecord | undefined;
}

/**
 * Returns the stack that a package goes into, when no operation is under way, and what is recorded of it. Throws
 * E_STACK_FOREIGN where it is somebody else's, or nobody's and the stage is no configured one; E_STACK_STATE where it
 * cannot be deployed over.
 */
export async function readyStack(
  packaged: Pick<PackagedService, 'service' | 'stack'>,
  known: DeploymentRecord | undefined,
  tools: DeployTools,
): Promise<ReadyStack> {
  // The name may only now be known; then its record was not found before.
  const record =
    known?.service === packaged.service ? known : await tools.ledger.record(tools.ledgerStage, packaged.service);
  if (record !== undefined) {
    checkOwner(`the deployment of "${packaged.service}" in the stage "${tools.stage.name}"`, record.owner, tools.owner);
  }
  const found = await tools.stacks.find(packaged.stack);
  const stack =
    beforeDeploy(found?.status) === 'wait'
      ? await tools.stacks.settled(packaged.stack, BUSY_WAIT_MS, (view) =>
          tools.live(`waiting: ${view.name} is ${view.status}`),
        )
      : found;
  if (stack === undefined) {
    return { stack, record };
  }
  const foreign = foreignStack(stack, tools.stage.name, tools.stage.kind);
  if (foreign !== undefined) {
    throw foreign;
  }
  if (record === undefined) {
    adopt(stack, tools);
  }
  if (beforeDeploy(stack.status) === 'refuse') {
    throw explainState(stack, tools.region);
  }
  return { stack, record };
}

/** A configured stage takes over what was deployed before it had a record; a preview never began that way. */
function adopt(stack: StackView, { stage, log }: DeployTools): void {
  if (stage.kind !== 'configured') {
    throw new UserError('E_STACK_FOREIGN', {
      what: `the stack ${stack.name} is there, and the ledger has no record that this product made it`,
      why: 'it was left untouched: only a configured stage takes a stack over',
      fix: `remove it if nobody needs it (aws cloudformation delete-stack --stack-name ${stack.name}), and run again`,
    });
  }
  log.notice(`the stack ${stack.name} was deployed without this product; the stage "${stage.name}" takes it over`);
}
