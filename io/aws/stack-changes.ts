import { randomUUID } from 'node:crypto';
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { Session } from '../../core/profile/session.ts';
import type { StackView } from '../../core/stack/status.ts';
import { clientOptions } from './client-options.ts';
import type { StackReader } from './cloudformation.ts';
import { awsError } from './errors.ts';
import { request } from './request.ts';

/** A resource of a stack. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  /** Empty where it was never made. */
  readonly physicalId: string;
  readonly status: string;
}

/**
 * Brings stacks of one account and region out of the states that nothing can be deployed over. Each call waits for the
 * end and returns the stack as it stands then (undefined: it is gone). Each throws E_AWS_DENIED, E_STACK_STATE.
 */
export interface StackChanger {
  /** Deletes a stack; what CloudFormation retains stays. */
  remove(id: string, onWait: (stack: StackView) => void): Promise<StackView | undefined>;
  /** Rolls an update back that stopped half-way. */
  rollBack(id: string, onWait: (stack: StackView) => void): Promise<StackView | undefined>;
  /** Goes on with a rollback that stopped half-way, no resource skipped. */
  continueRollback(id: string, onWait: (stack: StackView) => void): Promise<StackView | undefined>;
  resources(id: string): Promise<StackResource[]>;
  /** Names of the change sets that wait to be executed. */
  changeSets(id: string): Promise<string[]>;
}

/** Longest time that such an operation is waited for, in milliseconds. */
const WAIT_MS = 60 * 60_000;

/** Opens CloudFormation for changes with a session; the SDK is loaded when the first one is made. */
export function openStackChanger(session: Session, stacks: StackReader): StackChanger {
  let opened: Promise<CloudFormationClient> | undefined;
  const sdk = () => import('@aws-sdk/client-cloudformation');
  const client = () => {
    opened ??= sdk().then(({ CloudFormationClient }) => new CloudFormationClient(clientOptions(session)));
    return opened;
  };
  const explain = (what: string) => (error: unknown) => {
    throw awsError(what, error);
  };
  const gone = (stack: StackView | undefined) => (stack?.status === 'DELETE_COMPLETE' ? undefined : stack);
  return {
    async remove(id, onWait) {
      const { DeleteStackCommand } = await sdk();
      const cloudFormation = await client();
      const command = new DeleteStackCommand({ StackName: id, ClientRequestToken: randomUUID() });
      await request(() => cloudFormation.send(command)).catch(explain(`the stack ${id} could not be deleted`));
      return gone(await stacks.settled(id, WAIT_MS, onWait));
    },
    async rollBack(id, onWait) {
      const { RollbackStackCommand } = await sdk();
      const cloudFormation = await client();
      const command = new RollbackStackCommand({ StackName: id, ClientRequestToken: randomUUID() });
      await request(() => cloudFormation.send(command)).catch(explain(`the stack ${id} could not be rolled back`));
      return stacks.settled(id, WAIT_MS, onWait);
    },
    async continueRollback(id, onWait) {
      const { ContinueUpdateRollbackCommand } = await sdk();
      const cloudFormation = await client();
      const command = new ContinueUpdateRollbackCommand({ StackName: id, ClientRequestToken: randomUUID() });
      await request(() => cloudFormation.send(command)).catch(
        explain(`the rollback of the stack ${id} could not be gone on with`),
      );
      return stacks.settled(id, WAIT_MS, onWait);
    },
    async resources(id) {
      const { ListStackResourcesCommand } = await sdk();
      const cloudFormation = await client();
      const found: StackResource[] = [];
      for (let token: string | undefined; ; ) {
        const command = new ListStackResourcesCommand({ StackName: id, NextToken: token });
        const page = await request(() => cloudFormation.send(command)).catch(
          explain(`the resources of the stack ${id} could not be listed`),
        );
        for (const one of page.StackResourceSummaries ?? []) {
          const { LogicalResourceId = '', ResourceType = '', PhysicalResourceId = '', ResourceStatus = '' } = one;
          found.push({
            logicalId: LogicalResourceId,
            type: ResourceType,
            physicalId: PhysicalResourceId,
            status: ResourceStatus,
          });
        }
        token = page.NextToken;
        if (token === undefined) {
          return found;
        }
      }
    },
    async changeSets(id) {
      const { ListChangeSetsCommand } = await sdk();
      const cloudFormation = await client();
      const command = new ListChangeSetsCommand({ StackName: id });
      const page = await request(() => cloudFormation.send(command)).catch(
        explain(`the change sets of the stack ${id} could not be listed`),
      );
      return (page.Summaries ?? []).map(({ ChangeSetName }) => ChangeSetName ?? '');
    },
  };
}
