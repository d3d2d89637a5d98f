import type { TableKey } from '../../state/tables.ts';
import type { Handlers, Made, ResourceRequest } from '../handler.ts';
import { arnIn, generatedName, textProperty } from '../physical-id.ts';

export const tableHandlers: Handlers = {
  'AWS::DynamoDB::Table': {
    create: (request) => {
      const { world, stack } = request;
      const name = textProperty(request, 'TableName') ?? generatedName(request, 255);
      if (world.tables.find(stack, name)) throw new Error(`${name} already exists`);
      const { account, region } = stack;
      const made = describe(request, name);
      world.tables.put(name, {
        name,
        arn: String(made.attributes?.['Arn']),
        account,
        region,
        createdAt: world.clock.now(),
        keys: readKeys(request.properties['KeySchema']),
        indexes: readIndexes(request),
        items: new Map(),
        deletionProtection: isProtected(request),
      });
      return made;
    },
    update: (request, name) => {
      const table = request.world.tables.find(request.stack, name);
      if (!table) throw new Error(`Requested resource not found: Table: ${name} not found`);
      table.indexes = readIndexes(request);
      table.deletionProtection = isProtected(request);
      return describe(request, name);
    },
    remove: ({ world, stack }, name) => {
      if (world.tables.find(stack, name)?.deletionProtection) {
        throw new Error(
          `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`,
        );
      }
      world.tables.remove(stack, name);
    },
  },
};

function describe(request: ResourceRequest, name: string): Made {
  const arn = arnIn(request, 'dynamodb', `table/${name}`);
  return { physicalId: name, attributes: { Arn: arn, StreamArn: `${arn}/stream/2026-01-01T00:00:00.000` } };
}

function isProtected({ properties }: ResourceRequest): boolean {
  return String(properties['DeletionProtectionEnabled']) === 'true';
}

interface KeyElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

function readKeys(schema: unknown): TableKey[] {
  return ((schema as KeyElement[] | undefined) ?? []).map((key) => ({ name: key.AttributeName, role: key.KeyType }));
}

function readIndexes({ properties }: ResourceRequest): Record<string, TableKey[]> {
  const indexes = ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'].flatMap(
    (name) => (properties[name] as { IndexName: string; KeySchema: unknown }[] | undefined) ?? [],
  );
  return Object.fromEntries(indexes.map((index) => [index.IndexName, readKeys(index.KeySchema)]));
}
