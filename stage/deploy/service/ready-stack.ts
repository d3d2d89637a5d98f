import { UserError } from '../../../core/errors.ts';
import { recordName } from '../../../core/ledger/keys.ts';
import { checkOwner } from '../../../core/ledger/owner.ts';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import { beforeDeploy } from '../../../core/stack/before-deploy.ts';
import { foreignStack } from '../../../core/stack/explain.ts';
import type { StackView } from '../../../core/stack/status.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { Held } from '../../hold/lock.ts';
import type { Run } from '../../run.ts';
import { sayWait } from '../../say-wait.ts';
import type { Voice } from '../../voice.ts';
import { recoverStack } from './recover-stack.ts';

/** Longest time that somebody else's operation is waited for before ours, in milliseconds. */
const BUSY_WAIT_MS = 30 * 60_000;

/** Where a package goes. */
export interface ReadyStack {
  /** Undefined if there is none yet. */
  readonly stack: StackView | undefined;
  readonly record: DeploymentRecord | undefined;
}

/** Name of a package's service, and of its stack. */
type Named = Pick<PackagedService, 'service' | 'stack'>;

type Records = ReadonlyMap<string, DeploymentRecord>;

/**
 * Returns the stack that a package goes into, brought into a state that can be deployed over, and what is recorded of it. Throws
 * E_STACK_FOREIGN if it is somebody else's, or nobody's and the stage is no configured one; E_STACK_COLLISION if it
 * is another service's of ours; E_STACK_STATE if it cannot be deployed over.
 */
export async function readyStack(
  label: string,
  packaged: Named,
  {
    run,
    place,
    voice,
    records,
    checkHeld,
  }: { readonly run: Run; readonly place: Place; readonly voice: Voice; readonly records: Records } & Held,
): Promise<ReadyStack> {
  const { kind, name: stageName } = run.stage;
  const record = records.get(packaged.service);
  if (record !== undefined) {
    checkOwner(`the deployment of "${packaged.service}" in the stage "${stageName}"`, record.owner, run.owner);
  }
  checkClaims(packaged, records, run);
  const found = await place.stacks.find(packaged.stack);
  const stack =
    beforeDeploy(found?.status, kind) === 'wait'
      ? await place.stacks.settled(packaged.stack, BUSY_WAIT_MS, sayWait(label, place, voice, record?.run.url))
      : found;
  if (stack === undefined) {
    return { stack, record };
  }
  const foreign = foreignStack(stack, stageName, kind);
  if (foreign !== undefined) {
    throw foreign;
  }
  if (record?.stackName !== stack.name) {
    adopt(stack, run, voice.log);
  }
  if (record !== undefined && record.stackName !== packaged.stack) {
    voice.log.warning(`${label}: its stack was ${record.stackName} before, which is left over and not removed`);
  }
  return { stack: await recoverStack(label, stack, kind, { place, voice, checkHeld }), record };
}

/** A stack that the record of another service names is that service's, whatever this one calls its own. */
function checkClaims({ service, stack }: Named, records: Records, { owner, stage }: Run): void {
  const other = [...records.values()].find((record) => record.stackName === stack && record.service !== service);
  if (other === undefined) {
    return;
  }
  checkOwner(`the stack ${stack}, of the service "${other.service}",`, other.owner, owner);
  throw new UserError('E_STACK_COLLISION', {
    what: `the stack ${stack} is that of the service "${other.service}", and now "${service}" has it too`,
    fix:
      'give one of them another stack; where the service was renamed, remove the old record: ' +
      `aws ssm delete-parameter --name ${recordName(stage, other.service)}`,
  });
}

/** A configured stage takes over what was deployed before it had a record; a preview never began that way. */
function adopt(stack: StackView, { stage }: Run, log: Log): void {
  if (stage.kind !== 'configured') {
    throw new UserError('E_STACK_FOREIGN', {
      what: `the stack ${stack.name} is there, and the ledger has no record that this product made it`,
      why: 'it was left untouched: only a configured stage takes a stack over',
      fix: `remove it if nobody needs it (aws cloudformation delete-stack --stack-name ${stack.name}), and run again`,
    });
  }
  log.notice(`the stack ${stack.name} was deployed without this product; the stage "${stage.name}" takes it over`);
}
