import { recordOf, textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext, type JsonService } from '../protocol/service.ts';
import type { AttributeValue, Item, Table, TableKey } from '../state/tables.ts';
import type { World } from '../world.ts';
import { readKeyCondition, readUpdate } from './dynamodb-expressions.ts';

type Input = Record<string, unknown>;

/** DynamoDB's items by key: put, get, delete, query by equality, scan, and updates with SET and REMOVE. */
export function dynamoDbService(world: World): JsonService {
  const tableOf = (input: Input, context: CallContext): Table => {
    const name = (textOf(input, 'TableName') ?? '').replace(/^arn:.*:table\//, '');
    const table = world.tables.find(context, name);
    if (table) return table;
    throw new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
  };
  return {
    protocol: 'json',
    name: 'dynamodb',
    targetPrefix: 'DynamoDB_20120810',
    operations: {
      PutItem: (input, context) => {
        const table = tableOf(input, context);
        const item = recordOf(input['Item']) as Item;
        const key = keyOf(table.keys, item);
        const old = table.items.get(key);
        if (old && /attribute_not_exists/.test(textOf(input, 'ConditionExpression') ?? '')) {
          throw new AwsError('ConditionalCheckFailedException', 'The conditional request failed');
        }
        table.items.set(key, item);
        return input['ReturnValues'] === 'ALL_OLD' && old ? { Attributes: old } : {};
      },
      GetItem: (input, context) => {
        const table = tableOf(input, context);
        return { Item: table.items.get(keyOf(table.keys, recordOf(input['Key']) as Item)) };
      },
      DeleteItem: (input, context) => {
        const table = tableOf(input, context);
        const key = keyOf(table.keys, recordOf(input['Key']) as Item);
        const old = table.items.get(key);
        table.items.delete(key);
        return input['ReturnValues'] === 'ALL_OLD' && old ? { Attributes: old } : {};
      },
      UpdateItem: (input, context) => {
        const table = tableOf(input, context);
        const given = recordOf(input['Key']) as Item;
        const key = keyOf(table.keys, given);
        const item = readUpdate(input)({ ...given, ...table.items.get(key) });
        table.items.set(key, item);
        return String(input['ReturnValues'] ?? 'NONE').endsWith('_NEW') ? { Attributes: item } : {};
      },
      Scan: (input, context) => list([...tableOf(input, context).items.values()], input),
      Query: (input, context) => {
        const table = tableOf(input, context);
        const index = textOf(input, 'IndexName');
        const keys = index === undefined ? table.keys : table.indexes[index];
        if (!keys) throw new AwsError('ValidationException', `The table does not have the specified index: ${index}`);
        const wanted = readKeyCondition(input);
        const items = [...table.items.values()].filter((item) =>
          wanted.every(([name, value]) => same(item[name], value)),
        );
        const range = keys.find((key) => key.role === 'RANGE')?.name;
        if (range !== undefined) items.sort((a, b) => compare(a[range], b[range]));
        return list(input['ScanIndexForward'] === false ? items.reverse() : items, input);
      },
      DescribeTable: (input, context) => ({ Table: describe(tableOf(input, context)) }),
      ListTables: (_input, context) => ({
        TableNames: world.tables.list(context.account, context.region).map((t) => t.name),
      }),
    },
  };
}

function keyOf(keys: readonly TableKey[], item: Item): string {
  return JSON.stringify(
    keys.map(({ name }) => {
      const value = item[name];
      if (value) return value;
      throw new AwsError(
        'ValidationException',
        `One or more parameter values were invalid: Missing the key ${name} in the item`,
      );
    }),
  );
}

function list(items: Item[], input: Input): unknown {
  const limit = input['Limit'] === undefined ? items.length : Number(input['Limit']);
  const page = items.slice(0, limit);
  return { Items: page, Count: page.length, ScannedCount: page.length };
}

const same = (a: AttributeValue | undefined, b: AttributeValue) => JSON.stringify(a) === JSON.stringify(b);

function compare(a: AttributeValue | undefined, b: AttributeValue | undefined): number {
  const number = Number(a?.['N']) - Number(b?.['N']);
  if (!Number.isNaN(number)) return number;
  return String(a?.['S']) < String(b?.['S']) ? -1 : 1;
}

function describe(table: Table): unknown {
  return {
    TableName: table.name,
    TableArn: table.arn,
    TableStatus: 'ACTIVE',
    CreationDateTime: table.createdAt / 1000,
    ItemCount: table.items.size,
    KeySchema: table.keys.map(({ name, role }) => ({ AttributeName: name, KeyType: role })),
    DeletionProtectionEnabled: table.deletionProtection,
  };
}
