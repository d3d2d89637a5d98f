import type { DescribeStacksOutput, StackEvent as SdkEvent, Stack as SdkStack } from '@aws-sdk/client-cloudformation';
import pThrottle from 'p-throttle';
import { onlyDefined } from '../../core/only-defined.ts';
import type { UpdateSettings as StackSettings } from '../../core/serverless/update-settings.ts';
import type { StackEvent } from '../../core/stack/failure.ts';
import { outputText } from '../../core/stack/output-text.ts';
import { STACK_STATUSES, type StackView } from '../../core/stack/status.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import type { CloudFormationAccess } from './cloudformation-client.ts';
import { awsError, isDenied } from './errors.ts';
import { allPages } from './pages.ts';
import { entriesOf, PATIENT_RETRY, type RetryPlan, request, whole } from './request.ts';
import { type OnWait, untilSettled } from './settled.ts';

/** Looks at the stacks of one account and region; never changes one. */
export interface StackReader {
  /** Returns undefined where there is no stack of that name. */
  find(name: string): Promise<StackView | undefined>;
  /** Names of all stacks that are there. */
  names(): Promise<string[]>;
  /** Waits until a stack is in no operation. Throws E_STACK_STATE after `budgetMs`. */
  settled(name: string, budgetMs: number, onWait: OnWait): Promise<StackView | undefined>;
  /** A stack's template, its macros resolved, or as it was sent; undefined where the role may not read it. */
  template(id: string, stage?: 'Processed' | 'Original'): Promise<string | undefined>;
  /** What a stack was updated with, beside its template; undefined if there is none of that name. */
  settings(id: string): Promise<StackSettings | undefined>;
  /** A stack's newest event; undefined where it has none. */
  newestEvent(id: string): Promise<StackEvent | undefined>;
  /** Names of the stacks that import an export. */
  importers(name: string): Promise<string[]>;
  /** Events after a time (milliseconds since 1970), newest first, all pages. */
  events(id: string, since: number): Promise<StackEvent[]>;
}

/** The Serverless Framework exports every function, and who imports is asked of each: CloudFormation throttles that soon. */
const pacedImports = pThrottle({ limit: 8, interval: 1000 });

/** Opens CloudFormation for looking. */
export function openStackReader(access: CloudFormationAccess): StackReader {
  /** Reads something of a stack; undefined if there is none of that name. */
  const ask = async <Result>(
    name: string,
    read: (sending: Promise<DescribeStacksOutput>) => Promise<Result>,
    plan?: RetryPlan,
  ): Promise<Result | undefined> => {
    const { sdk, client } = await access();
    try {
      return await request(() => read(client.send(new sdk.DescribeStacksCommand({ StackName: name }))), plan);
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      const goesOn =
        plan === undefined ? '' : ' (CloudFormation may still be running; the next run goes on from there)';
      throw awsError(`the stack ${name} could not be looked at${goesOn}`, error);
    }
  };
  const find = (name: string) => ask(name, describeStack);
  const eventPage = async (id: string, token: string | undefined) => {
    const { sdk, client } = await access();
    const command = new sdk.DescribeStackEventsCommand({ StackName: id, NextToken: token });
    return request(async () => {
      const page = await whole(client.send(command), 'StackEvents');
      const all = entriesOf(page.StackEvents, 'an event', 'EventId', 'Timestamp');
      return { items: all.map(stackEvent), next: page.NextToken };
    }).catch((error) => {
      throw awsError(`the events of the stack ${id} could not be read`, error);
    });
  };
  const newestEvent = async (id: string) => {
    const { items } = await eventPage(id, undefined);
    return [...items].sort((a, b) => b.time - a.time)[0];
  };
  return {
    find,
    newestEvent,
    async names() {
      const { sdk, client } = await access();
      const StackStatusFilter = STACK_STATUSES.filter((status) => status !== 'DELETE_COMPLETE');
      return allPages(async (token) => {
        const command = new sdk.ListStacksCommand({ StackStatusFilter, NextToken: token });
        return request(async () => {
          const page = await whole(client.send(command), 'StackSummaries');
          const all = entriesOf(page.StackSummaries, 'a stack', 'StackName');
          return { items: all.map(({ StackName }) => StackName), next: page.NextToken };
        }).catch((error) => {
          throw awsError('the stacks could not be listed', error);
        });
      });
    },
    settings: (id) => ask(id, describeSettings),
    settled: (name, budgetMs, onWait) =>
      untilSettled({ find: (one) => ask(one, describeStack, PATIENT_RETRY), newestEvent }, name, { budgetMs, onWait }),
    async template(id, stage = 'Processed') {
      const { sdk, client } = await access();
      try {
        const command = new sdk.GetTemplateCommand({ StackName: id, TemplateStage: stage });
        return (await request(() => whole(client.send(command), 'TemplateBody'))).TemplateBody;
      } catch (error) {
        if (isDenied(error)) {
          return undefined;
        }
        throw awsError(`the template of the stack ${id} could not be read`, error);
      }
    },
    async importers(name) {
      const { sdk, client } = await access();
      return allPages(async (token) => {
        const command = new sdk.ListImportsCommand({ ExportName: name, NextToken: token });
        try {
          const page = await request(pacedImports(() => whole(client.send(command), 'Imports')));
          return { items: page.Imports, next: page.NextToken };
        } catch (error) {
          // CloudFormation's way to say "none".
          if (error instanceof Error && /is not imported by any stack/.test(error.message)) {
            return { items: [], next: undefined };
          }
          throw awsError(`the importers of the export ${name} could not be listed`, error);
        }
      });
    },
    async events(id, since) {
      const isOld = ({ time }: StackEvent) => time <= since;
      const events = await allPages(
        (token) => eventPage(id, token),
        (page) => page.some(isOld),
      );
      return events.filter((event) => !isOld(event));
    },
  };
}

/**
 * Returns the stack that was asked for by its name, with these members: that there is none is an error of CloudFormation's,
 * never an empty list. Throws BrokenAnswer.
 */
async function theStack<Member extends keyof SdkStack>(
  sending: Promise<DescribeStacksOutput>,
  ...members: readonly Member[]
) {
  const { Stacks } = await whole(sending, 'Stacks');
  const [stack] = entriesOf(Stacks, 'the stack', ...members);
  if (stack === undefined) {
    throw new BrokenAnswer('the list of stacks is empty');
  }
  return stack;
}

/** Returns a stack as it is. Throws BrokenAnswer. */
export async function describeStack(sending: Promise<DescribeStacksOutput>): Promise<StackView> {
  const stack = await theStack(sending, 'StackId', 'StackName', 'StackStatus', 'CreationTime');
  const outputs = entriesOf(stack.Outputs ?? [], 'an output', 'OutputKey', 'OutputValue').map((output) => ({
    ...output,
    text: outputText(output.OutputValue, output.Description),
  }));
  const lost = outputs.filter(({ text }) => text === undefined);
  const stage = stack.Tags?.find((tag) => tag.Key === 'STAGE')?.Value;
  return {
    name: stack.StackName,
    id: stack.StackId,
    status: stack.StackStatus,
    ...onlyDefined({ reason: stack.StackStatusReason }),
    created: stack.CreationTime.toISOString(),
    changed: (stack.LastUpdatedTime ?? stack.CreationTime).toISOString(),
    outputs: Object.fromEntries(outputs.map(({ OutputKey, OutputValue, text = OutputValue }) => [OutputKey, text])),
    exports: Object.fromEntries(
      outputs.flatMap(({ ExportName, OutputValue, text = OutputValue }) =>
        ExportName === undefined ? [] : [[ExportName, text]],
      ),
    ),
    ...(lost.length === 0
      ? {}
      : {
          lostOutputs: lost.map(({ OutputKey }) => OutputKey),
          lostExports: lost.flatMap(({ ExportName }) => ExportName ?? []),
        }),
    isProtected: stack.EnableTerminationProtection === true,
    ...onlyDefined({ stage }),
  };
}

async function describeSettings(sending: Promise<DescribeStacksOutput>): Promise<StackSettings> {
  const stack = await theStack(sending, 'StackId');
  const parameters = entriesOf(stack.Parameters ?? [], 'a parameter', 'ParameterKey');
  const tags = entriesOf(stack.Tags ?? [], 'a tag', 'Key', 'Value');
  return {
    parameters: parameters.map(({ ParameterKey: key, ParameterValue: value = '' }) => ({ key, value })),
    tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
    capabilities: (stack.Capabilities ?? []) as StackSettings['capabilities'],
    notificationArns: stack.NotificationARNs ?? [],
    ...onlyDefined({ role: stack.RoleARN }),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message);
}

function stackEvent(event: SdkEvent & { readonly EventId: string; readonly Timestamp: Date }): StackEvent {
  return {
    id: event.EventId,
    time: event.Timestamp.getTime(),
    logicalId: event.LogicalResourceId ?? '',
    physicalId: event.PhysicalResourceId ?? '',
    type: event.ResourceType ?? '',
    status: event.ResourceStatus ?? '',
    reason: event.ResourceStatusReason ?? '',
  };
}
