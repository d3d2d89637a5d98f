import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudFormationClient, Stack } from '@aws-sdk/client-cloudformation';
import { UserError } from '../../core/errors.ts';
import type { Session } from '../../core/profile/session.ts';
import type { StackEvent } from '../../core/stack/failure.ts';
import { isTerminal, type StackView } from '../../core/stack/status.ts';
import { clientOptions } from './client-options.ts';
import { awsError, isDenied } from './errors.ts';
import { request } from './request.ts';

/** Looks at the stacks of one account and region; never changes one. */
export interface StackReader {
  /** Returns undefined where there is no stack of that name. */
  find(name: string): Promise<StackView | undefined>;
  /** Waits until a stack is in no operation; `onWait` is told every half a minute. Throws E_STACK_STATE after `budgetMs`. */
  settled(name: string, budgetMs: number, onWait: (stack: StackView) => void): Promise<StackView | undefined>;
  /** A stack's template as it was given; undefined where the role may not read it. */
  template(id: string): Promise<string | undefined>;
  /** Time of a stack's newest event, milliseconds since 1970. */
  newestEventTime(id: string): Promise<number>;
  /** Names of the stacks that import an export. */
  importers(name: string): Promise<string[]>;
  /** Events after a time (milliseconds since 1970), newest first, all pages. */
  events(id: string, since: number): Promise<StackEvent[]>;
}

const HEARTBEAT_MS = 30_000;
const FIRST_DELAY_MS = 2000;
const LONGEST_DELAY_MS = 15_000;

/** Opens CloudFormation with a session; the SDK is loaded when the first stack is asked for. */
export function openStackReader(session: Session): StackReader {
  let opened: Promise<CloudFormationClient> | undefined;
  const client = () => {
    opened ??= import('@aws-sdk/client-cloudformation').then(
      (sdk) => new sdk.CloudFormationClient(clientOptions(session)),
    );
    return opened;
  };
  const find = async (name: string): Promise<StackView | undefined> => {
    const { DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
    const cloudFormation = await client();
    try {
      const answer = await request(() => cloudFormation.send(new DescribeStacksCommand({ StackName: name })));
      const [stack] = answer.Stacks ?? [];
      return stack === undefined ? undefined : stackView(stack);
    } catch (error) {
      if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message)) {
        return undefined;
      }
      throw awsError(`the stack ${name} could not be looked at`, error);
    }
  };
  return {
    find,
    async settled(name, budgetMs, onWait) {
      const start = Date.now();
      let spoken = start;
      for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 1.5, LONGEST_DELAY_MS)) {
        const stack = await find(name);
        if (stack === undefined || isTerminal(stack.status)) {
          return stack;
        }
        if (Date.now() - start > budgetMs) {
          throw busy(stack, budgetMs);
        }
        if (Date.now() - spoken >= HEARTBEAT_MS) {
          onWait(stack);
          spoken = Date.now();
        }
        await sleep(delay * (0.75 + Math.random() / 2));
      }
    },
    async template(id) {
      const { GetTemplateCommand } = await import('@aws-sdk/client-cloudformation');
      const cloudFormation = await client();
      try {
        return (await request(() => cloudFormation.send(new GetTemplateCommand({ StackName: id })))).TemplateBody;
      } catch (error) {
        if (isDenied(error)) {
          return undefined;
        }
        throw awsError(`the template of the stack ${id} could not be read`, error);
      }
    },
    async importers(name) {
      const { ListImportsCommand } = await import('@aws-sdk/client-cloudformation');
      const cloudFormation = await client();
      const found: string[] = [];
      for (let token: string | undefined; ; ) {
        const command = new ListImportsCommand({ ExportName: name, NextToken: token });
        const page = await request(() => cloudFormation.send(command)).catch((error) => {
          throw awsError(`the importers of the export ${name} could not be listed`, error);
        });
        found.push(...(page.Imports ?? []));
        token = page.NextToken;
        if (token === undefined) {
          return found;
        }
      }
    },
    async newestEventTime(id) {
      const page = await eventPage(id, undefined);
      return Math.max(0, ...page.events.map((event) => event.time));
    },
    async events(id, since) {
      const events: StackEvent[] = [];
      for (let token: string | undefined; ; ) {
        const page = await eventPage(id, token);
        events.push(...page.events.filter((event) => event.time > since));
        token = page.next;
        if (token === undefined || page.events.some((event) => event.time <= since)) {
          return events;
        }
      }
    },
  };

  async function eventPage(id: string, token: string | undefined): Promise<{ events: StackEvent[]; next?: string }> {
    const { DescribeStackEventsCommand } = await import('@aws-sdk/client-cloudformation');
    const cloudFormation = await client();
    const command = new DescribeStackEventsCommand({ StackName: id, NextToken: token });
    const page = await request(() => cloudFormation.send(command)).catch((error) => {
      throw awsError(`the events of the stack ${id} could not be read`, error);
    });
    const events = (page.StackEvents ?? []).map((event) => ({
      id: event.EventId ?? '',
      time: event.Timestamp?.getTime() ?? 0,
      logicalId: event.LogicalResourceId ?? '',
      physicalId: event.PhysicalResourceId ?? '',
      type: event.ResourceType ?? '',
      status: event.ResourceStatus ?? '',
      reason: event.ResourceStatusReason ?? '',
    }));
    return { events, ...(page.NextToken === undefined ? {} : { next: page.NextToken }) };
  }
}

/** Reduces a stack as the SDK has it to what we look at. */
export function stackView(stack: Stack): StackView {
  const outputs = (stack.Outputs ?? []).map((output): [string, string] => [
    output.OutputKey ?? '',
    output.OutputValue ?? '',
  ]);
  const stage = stack.Tags?.find((tag) => tag.Key === 'STAGE')?.Value;
  return {
    name: stack.StackName ?? '',
    id: stack.StackId ?? '',
    status: stack.StackStatus ?? '',
    ...(stack.StackStatusReason === undefined ? {} : { reason: stack.StackStatusReason }),
    changed: (stack.LastUpdatedTime ?? stack.CreationTime)?.toISOString() ?? '',
    outputs: Object.fromEntries(outputs),
    ...(stage === undefined ? {} : { stage }),
  };
}

function busy(stack: StackView, budgetMs: number): UserError {
  return new UserError('E_STACK_STATE', {
    what: `the stack ${stack.name} is ${stack.status} for more than ${Math.round(budgetMs / 60_000)} minutes`,
    why: 'CloudFormation goes on with it',
    fix: 'run again when CloudFormation is done with it',
  });
}
