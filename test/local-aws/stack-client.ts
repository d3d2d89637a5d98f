import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Stack,
  type StackEvent,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import type { LocalAws } from './server.ts';

/** A real SDK client and the few steps that the tests of stacks share. */
export interface StackClient {
  readonly client: CloudFormationClient;
  create(name: string, template: object, input?: object): Promise<Stack>;
  update(name: string, template: object, input?: object): Promise<Stack>;
  remove(name: string, input?: object): Promise<Stack>;
  /** The stack once it is no longer in progress. */
  settled(nameOrArn: string): Promise<Stack>;
  /** Newest first, the first page. */
  events(nameOrArn: string): Promise<StackEvent[]>;
}

/** A client of an account's user in one region. */
export function stackClient(aws: LocalAws, account = '111111111111', region = 'us-east-1'): StackClient {
  const client = new CloudFormationClient({ endpoint: aws.url, region, credentials: aws.addUser(account) });
  const describe = async (name: string) => {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks[0] as Stack;
  };
  const settled = async (name: string): Promise<Stack> => {
    for (;;) {
      const stack = await describe(name);
      if (!stack.StackStatus?.endsWith('_IN_PROGRESS')) return stack;
      await sleep(5);
    }
  };
  const common = { Capabilities: ['CAPABILITY_NAMED_IAM' as const] };
  return {
    client,
    settled,
    create: async (name, template, input = {}) => {
      const TemplateBody = JSON.stringify(template);
      const { StackId = '' } = await client.send(
        new CreateStackCommand({ StackName: name, TemplateBody, ...common, ...input }),
      );
      return settled(StackId);
    },
    update: async (name, template, input = {}) => {
      const TemplateBody = JSON.stringify(template);
      await client.send(new UpdateStackCommand({ StackName: name, TemplateBody, ...common, ...input }));
      return settled(name);
    },
    remove: async (name, input = {}) => {
      const { StackId = '' } = await describe(name);
      await client.send(new DeleteStackCommand({ StackName: name, ...input }));
      return settled(StackId);
    },
    events: async (name) => (await client.send(new DescribeStackEventsCommand({ StackName: name }))).StackEvents ?? [],
  };
}

/** A template of queues: logical id to properties. */
export function queues(properties: Record<string, object>, outputs: Record<string, object> = {}): object {
  const entries = Object.entries(properties).map(([id, one]) => [id, { Type: 'AWS::SQS::Queue', Properties: one }]);
  return { Resources: Object.fromEntries(entries), Outputs: outputs };
}

/** `status logicalId` of events, oldest first. */
export function timeline(events: readonly StackEvent[]): string[] {
  return [...events].reverse().map((event) => `${event.ResourceStatus} ${event.LogicalResourceId}`);
}

/** A delay of resources that lasts until its `end` is called. */
export function held(): { readonly isOver: Promise<number>; readonly end: () => void } {
  let end = () => {};
  const isOver = new Promise<number>((done) => {
    end = () => done(0);
  });
  return { isOver, end };
}
