import { UserError } from '../../../core/errors.ts';
import { recordName } from '../../../core/ledger/keys.ts';
import { checkOwner } from '../../../core/ledger/owner.ts';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import { beforeDeploy } from '../../../core/stack/before-deploy.ts';
import { foreignStack } from '../../../core/stack/explain.ts';
import type { StackView } from '../../../core/stack/status.ts';
import { describeWait } from '../../../core/stack/wait.ts';
import type { CliJob } from '../../../io/serverless/runner.ts';
import type { DeployTools } from './deploy-tools.ts';
import { recoverStack } from './recover-stack.ts';

/** Longest time that somebody else's operation is waited for before ours, in milliseconds. */
const BUSY_WAIT_MS = 30 * 60_000;

/** Where a package goes. */
export interface ReadyStack {
  /** Undefined where there is none yet. */
  readonly stack: StackView | undefined;
  readonly record: DeploymentRecord | undefined;
}

/**
 * Returns the stack that a package goes into, brought into a state that can be deployed over, and what is recorded of it. Throws
 * E_STACK_FOREIGN where it is somebody else's, or nobody's and the stage is no configured one; E_STACK_COLLISION where it
 * is another service's of ours; E_STACK_STATE where it cannot be deployed over.
 */
export async function readyStack(
  job: Pick<CliJob, 'label'>,
  packaged: Pick<PackagedService, 'service' | 'stack'>,
  tools: DeployTools,
): Promise<ReadyStack> {
  const record = tools.records.get(packaged.service);
  if (record !== undefined) {
    checkOwner(`the deployment of "${packaged.service}" in the stage "${tools.stage.name}"`, record.owner, tools.owner);
  }
  checkClaims(packaged, tools);
  const found = await tools.stacks.find(packaged.stack);
  const stack =
    beforeDeploy(found?.status, tools.stage.kind) === 'wait'
      ? await tools.stacks.settled(packaged.stack, BUSY_WAIT_MS, (view, newest) =>
          tools.live(`${job.label}: ${describeWait(view, newest, tools.ledger.now(), record?.run.url)}`),
        )
      : found;
  if (stack === undefined) {
    return { stack, record };
  }
  const foreign = foreignStack(stack, tools.stage.name, tools.stage.kind);
  if (foreign !== undefined) {
    throw foreign;
  }
  if (record?.stackName !== stack.name) {
    adopt(stack, tools);
  }
  if (record !== undefined && record.stackName !== packaged.stack) {
    tools.log.warning(`${job.label}: its stack was ${record.stackName} before, which is left over and not removed`);
  }
  return { stack: await recoverStack(stack, tools), record };
}

/** A stack that the record of another service names is that service's, whatever this one calls its own. */
function checkClaims({ service, stack }: Pick<PackagedService, 'service' | 'stack'>, tools: DeployTools): void {
  const other = [...tools.records.values()].find((record) => record.stackName === stack && record.service !== service);
  if (other === undefined) {
    return;
  }
  checkOwner(`the stack ${stack}, of the service "${other.service}",`, other.owner, tools.owner);
  throw new UserError('E_STACK_COLLISION', {
    what: `the stack ${stack} is that of the service "${other.service}", and now "${service}" has it too`,
    fix:
      'give one of them another stack; where the service was renamed, remove the old record: ' +
      `aws ssm delete-parameter --name ${recordName(tools.ledgerStage, other.service)}`,
  });
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
