import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeDelete } from '../../core/stack/before-delete.ts';
import { explainGoneRole } from '../../core/stack/explain.ts';
import type { StackView } from '../../core/stack/status.ts';
import { LONG_WAIT_MS } from '../../core/stack/wait.ts';
import { unlessCancelled } from '../cancellation.ts';
import type { StackReader } from './cloudformation.ts';
import type { CloudFormationAccess } from './cloudformation-client.ts';
import { awsError } from './errors.ts';
import { allPages } from './pages.ts';
import { entriesOf, request, whole } from './request.ts';
import type { OnWait } from './settled.ts';

/** A resource of a stack. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  /** Empty where it was never made. */
  readonly physicalId: string;
  readonly status: string;
  /** Why it has this status; empty where CloudFormation does not say. */
  readonly reason: string;
}

/** What a stack is made from. */
interface NewStack {
  readonly template: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Makes and removes stacks of one account and region, and brings them out of the states that nothing can be deployed over. Each
 * change waits for its end and returns the stack as it stands then (undefined: it is gone); none is begun by a step that is
 * being cancelled. Each throws E_AWS_DENIED, E_STACK_STATE, E_DESTROY_FAILED if the stack's own role is gone.
 */
export interface StackChanger {
  /**
   * Begins to make a stack with termination protection, from the text of a template that needs no capability, and returns its
   * ARN. Does not wait.
   */
  beginProtected(name: string, parts: NewStack): Promise<string>;
  /** Deletes a stack; what CloudFormation retains stays. Where it refuses, the stack is as it was, with a reason. */
  remove(id: string, onWait: OnWait): Promise<StackView | undefined>;
  /** Rolls an update back that stopped half-way. */
  rollBack(id: string, onWait: OnWait): Promise<StackView | undefined>;
  /** Goes on with a rollback that stopped half-way, no resource skipped. */
  continueRollback(id: string, onWait: OnWait): Promise<StackView | undefined>;
  /** Resources of a stack; of one that is gone too, for 90 days, by its ARN. */
  resources(id: string): Promise<StackResource[]>;
  /** Names of the change sets that wait to be executed. */
  changeSets(id: string): Promise<string[]>;
}

/** How often and how far apart a stack is looked at that seems to have ignored its deletion, in milliseconds. */
const LOOKS = 5;
const LOOK_MS = 1000;

type Sdk = Awaited<ReturnType<CloudFormationAccess>>['sdk'];
type Command = 'DeleteStackCommand' | 'RollbackStackCommand' | 'ContinueUpdateRollbackCommand';

/** Opens CloudFormation for changes. */
export function openStackChanger(access: CloudFormationAccess, stacks: StackReader): StackChanger {
  const begin = async (command: Command, id: string, failure: string) => {
    const { sdk, client } = await access();
    const CommandClass = sdk[command] as Sdk['DeleteStackCommand'];
    await unlessCancelled();
    const input = { StackName: id, ClientRequestToken: randomUUID() };
    await request(() => client.send(new CommandClass(input))).catch((error) => {
      throw (
        explainGoneRole(id, String(error.message), command === 'DeleteStackCommand') ??
        awsError(`the ${failure}`, error)
      );
    });
  };
  return {
    async beginProtected(name, { template, tags }) {
      const { sdk, client } = await access();
      await unlessCancelled();
      const command = new sdk.CreateStackCommand({
        StackName: name,
        TemplateBody: template,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        EnableTerminationProtection: true,
        ClientRequestToken: randomUUID(),
      });
      const { StackId } = await request(() => whole(client.send(command), 'StackId')).catch((error) => {
        throw awsError(`the stack ${name} could not be made`, error);
      });
      return StackId;
    },
    async remove(id, onWait) {
      const newest = async () => (await stacks.newestEvent(id))?.time ?? 0;
      const before = await newest();
      await begin('DeleteStackCommand', id, `stack ${id} could not be deleted`);
      let after = await stacks.settled(id, LONG_WAIT_MS, onWait);
      // A state without an event of its own is that of before: CloudFormation has not begun yet.
      for (let look = 0; look < LOOKS && beforeDelete(after?.status) !== 'nothing'; look++) {
        if ((await newest()) > before) {
          break;
        }
        await sleep(LOOK_MS);
        after = await stacks.settled(id, LONG_WAIT_MS, onWait);
      }
      return beforeDelete(after?.status) === 'nothing' ? undefined : after;
    },
    async rollBack(id, onWait) {
      await begin('RollbackStackCommand', id, `stack ${id} could not be rolled back`);
      return stacks.settled(id, LONG_WAIT_MS, onWait);
    },
    async continueRollback(id, onWait) {
      await begin('ContinueUpdateRollbackCommand', id, `rollback of the stack ${id} could not be gone on with`);
      return stacks.settled(id, LONG_WAIT_MS, onWait);
    },
    async resources(id) {
      const { sdk, client } = await access();
      return allPages(async (token) => {
        const command = new sdk.ListStackResourcesCommand({ StackName: id, NextToken: token });
        return request(async () => {
          const page = await whole(client.send(command), 'StackResourceSummaries');
          const all = entriesOf(
            page.StackResourceSummaries,
            'a resource',
            'LogicalResourceId',
            'ResourceType',
            'ResourceStatus',
          );
          const items = all.map((one) => ({
            logicalId: one.LogicalResourceId,
            type: one.ResourceType,
            physicalId: one.PhysicalResourceId ?? '',
            status: one.ResourceStatus,
            reason: one.ResourceStatusReason ?? '',
          }));
          return { items, next: page.NextToken };
        }).catch((error) => {
          throw awsError(`the resources of the stack ${id} could not be listed`, error);
        });
      });
    },
    async changeSets(id) {
      const { sdk, client } = await access();
      return allPages(async (token) => {
        const command = new sdk.ListChangeSetsCommand({ StackName: id, NextToken: token });
        return request(async () => {
          const page = await whole(client.send(command), 'Summaries');
          const all = entriesOf(page.Summaries, 'a change set', 'ChangeSetName');
          return { items: all.map(({ ChangeSetName }) => ChangeSetName), next: page.NextToken };
        }).catch((error) => {
          throw awsError(`the change sets of the stack ${id} could not be listed`, error);
        });
      });
    },
  };
}
