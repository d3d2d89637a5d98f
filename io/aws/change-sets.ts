import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { UpdateSettings } from '../../core/serverless/update-settings.ts';
import type { ResourceChange } from '../../core/stack/change-table.ts';
import { beforeCancelledExit, unlessCancelled } from '../cancellation.ts';
import type { CloudFormationAccess } from './cloudformation-client.ts';
import { awsError, isDenied } from './errors.ts';
import { allPages } from './pages.ts';
import { entriesOf, request, whole } from './request.ts';

/** Names of change sets: that of a run that holds the stage, and that of a dry one, whose role may make no other. */
export type ChangeSetName = 'serverless-stages-changes' | 'serverless-stages-plan';

/** What an update of a stack is asked about with. */
export interface UpdateQuestion extends UpdateSettings {
  /** Name of the change set: one at a time for a stack and a purpose, so that one that a run left behind is replaced. */
  readonly name: ChangeSetName;
  /** ARN of the stack. */
  readonly stack: string;
  /** The template, as text of at most 51,200 bytes, or where it was uploaded. */
  readonly template: { readonly body: string } | { readonly url: string };
}

/** An entry of a change set; of a nested stack with where its own changes are. */
export interface AnsweredChange extends ResourceChange {
  /** Empty for one that is to be made. */
  readonly physicalId: string;
  /** ARN of the nested stack's change set. */
  readonly changeSet?: string;
}

/** Looks at the entries of a change set while it is there. */
export type LookAtChanges<Result> = (
  changes: readonly AnsweredChange[],
  read: ReadChanges,
  set: StandingChangeSet,
) => Promise<Result>;

/** A change set that is there. */
export interface StandingChangeSet {
  /** The very template that it was made of, or that of a nested stack's; undefined if the role may not read it. */
  template(nested?: AnsweredChange): Promise<string | undefined>;
  /** Begins the update, which nobody waits for here; resolves also if it is not known whether it has begun. */
  execute(): Promise<void>;
}

/** Asks CloudFormation what an update would change. */
export interface ChangeSets {
  /**
   * Returns what `look` makes of a change set that is made for the question, and deleted again unless it was executed;
   * undefined if the update changes nothing. `tell` is told of one that could not be deleted. Throws E_AWS_DENIED;
   * E_STACK_STATE if CloudFormation cannot make one.
   */
  ask<Result>(
    question: UpdateQuestion,
    look: LookAtChanges<Result>,
    tell: (text: string) => void,
  ): Promise<Result | undefined>;
}

/** Reads the entries of a nested stack's change set. */
export type ReadChanges = (changeSet: string, stack: string) => Promise<AnsweredChange[]>;

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5000;
/** How long one is waited for that is on its way, or is going: about half a minute. */
const PATIENCE = { retries: 7, minTimeout: FIRST_DELAY_MS, factor: 2 };
/** Longest time that a change set is waited for, in milliseconds. */
const BUDGET_MS = 10 * 60_000;

/** What CloudFormation says of a change set that has nothing in it. */
const NOTHING = /didn't contain changes|no updates are to be performed/i;

/** Opens CloudFormation for questions about updates. */
export function openChangeSets(access: CloudFormationAccess): ChangeSets {
  const about = (stack: string) => `what the deploy changes in the stack ${stack} could not be asked`;
  const create = async (question: UpdateQuestion): Promise<string> => {
    const { sdk, client } = await access();
    await unlessCancelled();
    const command = new sdk.CreateChangeSetCommand(inputOf(question));
    return (await request(() => whole(client.send(command), 'Id'))).Id;
  };
  const remove = async (stack: string, id: string) => {
    const { sdk, client } = await access();
    await request(() => client.send(new sdk.DeleteChangeSetCommand({ StackName: stack, ChangeSetName: id })));
  };
  /** Deletes it; CloudFormation refuses that while it is being made. */
  const removeOnceMade = (stack: string, name: ChangeSetName) =>
    pRetry(() => remove(stack, name), {
      ...PATIENCE,
      shouldRetry: ({ error }) => error.name.startsWith('InvalidChangeSetStatus'),
    });
  /** Makes it in the place of one that a killed run has left behind, which takes a moment to go. */
  const createAnew = (question: UpdateQuestion): Promise<string> =>
    pRetry(() => create(question), {
      ...PATIENCE,
      shouldRetry: async ({ error }) => {
        const isLeftBehind = error.name === 'AlreadyExistsException';
        if (isLeftBehind) {
          await removeOnceMade(question.stack, question.name);
        }
        return isLeftBehind;
      },
    });
  const describe = async (id: string, stack: string, token?: string) => {
    const { sdk, client } = await access();
    // One that is to be made has no stack yet.
    const of = stack === '' ? {} : { StackName: stack };
    return () => client.send(new sdk.DescribeChangeSetCommand({ ChangeSetName: id, ...of, NextToken: token }));
  };
  /** Waits for the end of its making; whether it has anything in it. */
  const hasChanges = async (stack: string, id: string): Promise<boolean> => {
    const start = Date.now();
    const look = await describe(id, stack);
    for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
      const { Status: status, StatusReason: reason = '' } = await request(() => whole(look(), 'Status'));
      if (status === 'CREATE_COMPLETE') {
        return true;
      }
      if (status === 'FAILED' && NOTHING.test(reason)) {
        return false;
      }
      if (status === 'FAILED' || !/^CREATE_/.test(status) || Date.now() - start > BUDGET_MS) {
        throw new UserError('E_STACK_STATE', {
          what: `${about(stack)}: the change set is ${status}`,
          ...(reason === '' ? {} : { why: reason }),
          fix: 'mend what it says, and run again',
        });
      }
      await sleep(delay);
    }
  };
  const read: ReadChanges = (id, stack) =>
    allPages(async (token) => {
      const look = await describe(id, stack, token);
      return request(async () => {
        const page = await whole(look(), 'Changes');
        const changes = entriesOf(page.Changes, 'a change', 'ResourceChange');
        return { items: changes.map(({ ResourceChange }) => answered(ResourceChange)), next: page.NextToken };
      });
    });
  const executeNow = async (stack: string, id: string) => {
    const { sdk, client } = await access();
    await unlessCancelled();
    const command = new sdk.ExecuteChangeSetCommand({ StackName: stack, ChangeSetName: id });
    await request(() => client.send(command));
  };
  const templateOf = async (stack: string, id: string) => {
    const { sdk, client } = await access();
    const of = stack === '' ? {} : { StackName: stack };
    const command = new sdk.GetTemplateCommand({ ...of, ChangeSetName: id, TemplateStage: 'Original' });
    try {
      return (await request(() => whole(client.send(command), 'TemplateBody'))).TemplateBody;
    } catch (error) {
      if (isDenied(error)) {
        return undefined;
      }
      throw error;
    }
  };
  return {
    async ask(question, look, tell) {
      const { stack, name } = question;
      let isExecuted = false;
      // By its name: a step that is cancelled may not know yet whether there is one.
      const forget = beforeCancelledExit(() => remove(stack, name));
      try {
        const id = await createAnew(question);
        const set: StandingChangeSet = {
          template: (nested) =>
            nested === undefined ? templateOf(stack, id) : templateOf(nested.physicalId, nested.changeSet ?? id),
          async execute() {
            await executeNow(stack, id).catch((error) => {
              if (isRefusal(error)) {
                throw error;
              }
            });
            // CloudFormation deletes it itself then.
            isExecuted = true;
          },
        };
        return (await hasChanges(stack, id)) ? await look(await read(id, stack), read, set) : undefined;
      } catch (error) {
        throw error instanceof UserError ? error : awsError(about(stack), error);
      } finally {
        forget();
        if (!isExecuted) {
          await removeOnceMade(stack, name).catch((error: Error) =>
            tell(`the change set ${name} of ${stack} could not be deleted: ${error.message}`),
          );
        }
      }
    },
  };
}

/**
 * Whether a request was refused, and nothing begun. One whose answer got lost may have been heard: asked again, CloudFormation no longer
 * knows the change set, or it is being executed.
 */
function isRefusal(error: unknown): boolean {
  const { name = '', $fault: fault } = error as { readonly name?: string; readonly $fault?: string };
  return fault === 'client' && !/^(ChangeSetNotFound|InvalidChangeSetStatus)/.test(name);
}

function inputOf({ stack, name, template, tags, parameters, capabilities, notificationArns, role }: UpdateQuestion) {
  return {
    StackName: stack,
    ChangeSetName: name,
    ChangeSetType: 'UPDATE' as const,
    Description: 'What an update would change; deleted again if it is only looked at.',
    ...('url' in template ? { TemplateURL: template.url } : { TemplateBody: template.body }),
    Capabilities: [...capabilities],
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    Parameters: parameters.map(({ key, value }) =>
      value === undefined
        ? { ParameterKey: key, UsePreviousValue: true }
        : { ParameterKey: key, ParameterValue: value },
    ),
    NotificationARNs: [...notificationArns],
    ...onlyDefined({ RoleARN: role }),
    IncludeNestedStacks: true,
  };
}

type SdkChange = NonNullable<import('@aws-sdk/client-cloudformation').Change['ResourceChange']>;

/** Without any value of a property. */
function answered(change: SdkChange): AnsweredChange {
  const [one] = entriesOf([change], 'a change', 'Action', 'LogicalResourceId', 'ResourceType');
  if (one === undefined) {
    throw new Error('a list of one has no first entry');
  }
  const properties = (one.Details ?? []).flatMap(({ Target }) =>
    Target?.Attribute === 'Properties' && Target.Name !== undefined ? [Target.Name] : [],
  );
  return {
    action: one.Action,
    logicalId: one.LogicalResourceId,
    type: one.ResourceType,
    physicalId: one.PhysicalResourceId ?? '',
    properties: [...new Set(properties)],
    ...onlyDefined({ replacement: one.Replacement, policyAction: one.PolicyAction, changeSet: one.ChangeSetId }),
  };
}
