import { randomBytes } from 'node:crypto';
import {
  type Change,
  CloudFormationClient,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  ExecuteChangeSetCommand,
  type ResourceChange,
} from '@aws-sdk/client-cloudformation';
import type { LocalAws } from './server.ts';
import type { StackClient } from './stack-client.ts';
import { putObject } from './state/object-versions.ts';

/** The steps that the tests of change sets share; the change set is `next` unless the input names another. */
export interface ChangeSetClient {
  /** Asks for a change set and returns its ARN. */
  create(stack: string, template: object | undefined, input?: Partial<CreateChangeSetCommandInput>): Promise<string>;
  /** Looks once: at `next` of a stack, or at the change set of an ARN. */
  look(stackOrArn: string, input?: object): Promise<DescribeChangeSetCommandOutput>;
  /** Looks until it is made. */
  made(stackOrArn: string, input?: object): Promise<DescribeChangeSetCommandOutput>;
  /** Asks for one and looks until it is made. */
  show(
    stack: string,
    template: object | undefined,
    input?: Partial<CreateChangeSetCommandInput>,
  ): Promise<DescribeChangeSetCommandOutput>;
  execute(stackOrArn: string): Promise<unknown>;
  remove(stackOrArn: string): Promise<unknown>;
}

/** Change sets through AWS's own client. */
export function changeSetClient({ client }: StackClient): ChangeSetClient {
  const named = (stackOrArn: string) =>
    stackOrArn.includes(':changeSet/')
      ? { ChangeSetName: stackOrArn }
      : { StackName: stackOrArn, ChangeSetName: 'next' };
  const own: ChangeSetClient = {
    create: async (StackName, template, input = {}) => {
      const body = template === undefined ? {} : { TemplateBody: JSON.stringify(template) };
      const { Id = '' } = await client.send(
        new CreateChangeSetCommand({ StackName, ChangeSetName: 'next', ...body, ...input }),
      );
      return Id;
    },
    look: (stackOrArn, input = {}) => client.send(new DescribeChangeSetCommand({ ...named(stackOrArn), ...input })),
    made: async (stackOrArn, input) => {
      for (;;) {
        const answer = await own.look(stackOrArn, input);
        if (!/^CREATE_(PENDING|IN_PROGRESS)$/.test(answer.Status ?? '')) return answer;
      }
    },
    show: async (stack, template, input) => own.made(await own.create(stack, template, input)),
    execute: (stackOrArn) => client.send(new ExecuteChangeSetCommand(named(stackOrArn))),
    remove: (stackOrArn) => client.send(new DeleteChangeSetCommand(named(stackOrArn))),
  };
  return own;
}

/** One line for each change: action, logical id, replacement, and what becomes of the physical resource. */
export function lines({ Changes = [] }: { Changes?: Change[] | undefined }): string[] {
  return Changes.map(({ ResourceChange: one }) =>
    [one?.Action, one?.LogicalResourceId, one?.Replacement, one?.PolicyAction].filter(Boolean).join(' '),
  );
}

/** One line for each reason of a resource's change: what of it, recreation, evaluation, source and cause. */
export function reasons(answer: { Changes?: Change[] | undefined }, logicalId: string): string[] {
  return (changeOf(answer, logicalId).Details ?? []).map(({ Target, Evaluation, ChangeSource, CausingEntity }) =>
    [Target?.Name ?? Target?.Attribute, Target?.RequiresRecreation, Evaluation, ChangeSource, CausingEntity]
      .filter(Boolean)
      .join(' '),
  );
}

/** The change of one resource; throws where there is none. */
export function changeOf({ Changes = [] }: { Changes?: Change[] | undefined }, logicalId: string): ResourceChange {
  const found = Changes.find(({ ResourceChange: one }) => one?.LogicalResourceId === logicalId)?.ResourceChange;
  if (found === undefined) throw new Error(`nothing changes ${logicalId}`);
  return found;
}

/** Puts a template where CloudFormation reads it, and returns the URL. */
export function uploadTemplate(aws: LocalAws, name: string, template: object | string): string {
  const place = { account: '111111111111', region: 'us-east-1' };
  const bucket = aws.buckets.find('templates') ?? aws.buckets.add('templates', place);
  const text = typeof template === 'string' ? template : JSON.stringify(template);
  putObject(bucket, name, Buffer.from(text), {}, 0);
  return `https://s3.amazonaws.com/templates/${name}`;
}

/** A client of a session that may do these things alone, each an action and a resource. */
export function narrowedClient(aws: LocalAws, allowed: readonly (readonly [string, string])[]): CloudFormationClient {
  const keys = { accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`, secretAccessKey: 's' };
  const sessionPolicy = allowed.map(([Action, Resource], index) => {
    return { Sid: `S${index}`, Effect: 'Allow' as const, Action, Resource };
  });
  const account = '111111111111';
  const arn = `arn:aws:sts::${account}:assumed-role/any/session`;
  aws.credentials.add({ ...keys, account, arn, sessionPolicy });
  return new CloudFormationClient({ endpoint: aws.url, region: 'us-east-1', credentials: keys, maxAttempts: 1 });
}
