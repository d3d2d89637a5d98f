import { afterAll, afterEach, beforeAll } from 'vitest';
import type { FaultHandle } from '../local-aws/faults.ts';
import { type PublishedMessage, publishedMessages } from '../local-aws/services/sns-messages.ts';
import type { RunContext } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, type Deployment, deploy, PREVIEWS, stagesFile } from './deployment.ts';
import { inFolder, outputsService, stubCli } from './stub-cli.ts';

export const STUB: Files = stubCli({ name: 'osls', version: '4.3.1', readsParameters: true });
/** The ARN of a topic of the account of `dev`. */
export const topicOf = (name: string, region: string = REGION) => `arn:aws:sns:${region}:${ACCOUNTS.dev}:${name}`;
export const FIRST = topicOf('first');
export const SECOND = topicOf('second');

/** The files of an application with these notifications and one service, whose outputs these are. */
export const notifyingFiles = (
  app: string,
  notifications: readonly object[],
  outputs: Readonly<Record<string, string>> = {},
): Files => ({
  'serverless-stages.yml': stagesFile(
    { api: 'api' },
    { parameters: { key: { ssm: '/workshop/dev/endpoint_api_key' } } },
    { app, notifications, ...PREVIEWS },
  ),
  ...inFolder('api', outputsService(`${app}-api`, outputs)),
});

export type Message = Readonly<Record<string, unknown>> & { readonly services: readonly object[] };

export interface Notifying {
  readonly world: World;
  /** Deploys files on master (or what stands there) with a CLI, the stub by default. */
  run(files: Files, context?: Partial<RunContext>, cli?: Files): Promise<Deployment>;
  /** What topics took since the test began. */
  sent(): PublishedMessage[];
  /** The messages of that. */
  told(): Message[];
  /** `topic event` of each. */
  events(): string[];
  /** Has a topic refuse, or fail as `fault` says. */
  failTopic(arn: string, fault?: object): FaultHandle;
}

/** Gives a file of tests a world; each test begins with an empty journal and no fault. */
export function useNotifying(): Notifying {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  afterEach(() => {
    world.aws.faults.clear();
    world.aws.journal.clear();
  });
  const sent = () => publishedMessages(world.aws);
  return {
    get world() {
      return world;
    },
    run: (files, context = {}, cli = STUB) => deploy(world, checkOut(world, files, cli), { context }),
    sent,
    told: () => sent().map(({ message }) => JSON.parse(message) as Message),
    events: () => sent().map(({ topic, attributes }) => `${topic.split(':').at(-1)} ${attributes['event']}`),
    failTopic: (arn, fault = { code: 'AuthorizationError', status: 403 }) =>
      world.aws.faults.add({
        service: 'sns',
        action: 'Publish',
        match: (params) => params['TopicArn'] === arn,
        ...fault,
      }),
  };
}
