import type { Handlers, Made, ResourceHandler, ResourceRequest } from '../handler.ts';
import { arnIn, generatedName, textProperty } from '../physical-id.ts';

/** A type that the stand-in only keeps: under which property its name is, and what Ref and GetAtt answer. */
interface Kind {
  nameProperty: string;
  /** Longest name; a generated one is cut where that is short. */
  limit?: number;
  describe(request: ResourceRequest, name: string): Made;
}

const kinds: Readonly<Record<string, Kind>> = {
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    limit: 512,
    describe: (request, name) => ({
      physicalId: name,
      attributes: { Arn: arnIn(request, 'logs', `log-group:${name}:*`) },
    }),
  },
  'AWS::CloudWatch::Alarm': {
    nameProperty: 'AlarmName',
    limit: 255,
    describe: (request, name) => ({
      physicalId: name,
      attributes: { Arn: arnIn(request, 'cloudwatch', `alarm:${name}`) },
    }),
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    describe: (request, name) => ({ physicalId: name, attributes: { Arn: arnIn(request, 'events', `rule/${name}`) } }),
  },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    describe: (request, name) => ({
      physicalId: name,
      attributes: { Arn: arnIn(request, 'scheduler', `schedule/default/${name}`) },
    }),
  },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    describe: (request, name) => {
      const arn = arnIn(request, 'sns', name);
      return { physicalId: arn, attributes: { TopicArn: arn, TopicName: name } };
    },
  },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    describe: (request, name) => {
      const { region, account } = request.stack;
      const url = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
      return { physicalId: url, attributes: { Arn: arnIn(request, 'sqs', name), QueueName: name, QueueUrl: url } };
    },
  },
};

export const thingHandlers: Handlers = Object.fromEntries(
  Object.entries(kinds).map(([type, kind]) => [type, handlerFor(kind)]),
);

function handlerFor(kind: Kind): ResourceHandler {
  const keyOf = (request: ResourceRequest, name: string) => `${request.type}/${name}`;
  return {
    create: (request) => {
      const { world, stack, type, properties } = request;
      const name = textProperty(request, kind.nameProperty) ?? generatedName(request, kind.limit ?? 80);
      if (world.things.find(stack, keyOf(request, name))) throw new Error(`${name} already exists`);
      const made = kind.describe(request, name);
      const { account, region } = stack;
      const arn = String(made.attributes?.['Arn'] ?? made.physicalId);
      const createdAt = world.clock.now();
      world.things.put(keyOf(request, name), { type, name, arn, account, region, createdAt, properties });
      return made;
    },
    update: (request, physicalId) => {
      const name = nameOf(physicalId);
      const thing = request.world.things.find(request.stack, keyOf(request, name));
      if (thing) thing.properties = request.properties;
      return kind.describe(request, name);
    },
    remove: (request, physicalId) =>
      void request.world.things.remove(request.stack, keyOf(request, nameOf(physicalId))),
  };
}

/** The name in a physical id: queues are known by their URL and topics by their ARN, both end with it. */
function nameOf(physicalId: string): string {
  if (physicalId.startsWith('https:')) return physicalId.slice(physicalId.lastIndexOf('/') + 1);
  return physicalId.startsWith('arn:') ? physicalId.slice(physicalId.lastIndexOf(':') + 1) : physicalId;
}
