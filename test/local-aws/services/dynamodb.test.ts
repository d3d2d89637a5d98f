import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';
import { stackClient } from '../stack-client.ts';

let aws: LocalAws;
let client: DynamoDBClient;
const TableName = 'orders';

beforeAll(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0 });
  const KeySchema = [
    { AttributeName: 'customer', KeyType: 'HASH' },
    { AttributeName: 'number', KeyType: 'RANGE' },
  ];
  const GlobalSecondaryIndexes = [{ IndexName: 'by-state', KeySchema: [{ AttributeName: 'state', KeyType: 'HASH' }] }];
  const Table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName, KeySchema, GlobalSecondaryIndexes } };
  await stackClient(aws).create('table', { Resources: { Table } });
  client = new DynamoDBClient({ endpoint: aws.url, region: 'us-east-1', credentials: aws.addUser('111111111111') });
  for (const [customer, number, state] of [
    ['ann', '10', 'open'],
    ['ann', '9', 'paid'],
    ['bob', '1', 'open'],
  ] as const) {
    await client.send(
      new PutItemCommand({
        TableName,
        Item: { customer: { S: customer }, number: { N: number }, state: { S: state } },
      }),
    );
  }
});
afterAll(() => aws.close());

describe('a table', () => {
  const Key = { customer: { S: 'ann' }, number: { N: '9' } };

  it('gives items by their whole key', async () => {
    expect((await client.send(new GetItemCommand({ TableName, Key }))).Item).toMatchObject({ state: { S: 'paid' } });
    const missing = client.send(new GetItemCommand({ TableName, Key: { customer: { S: 'ann' } } }));
    await expect(missing).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('is queried by key in order, and by an index', async () => {
    const byCustomer = {
      KeyConditionExpression: '#c = :c',
      ExpressionAttributeNames: { '#c': 'customer' },
      ExpressionAttributeValues: { ':c': { S: 'ann' } },
    };
    const { Items } = await client.send(new QueryCommand({ TableName, ...byCustomer }));
    expect(Items?.map((item) => item['number'])).toEqual([{ N: '9' }, { N: '10' }]);
    const byState = {
      IndexName: 'by-state',
      KeyConditionExpression: 'state = :s',
      ExpressionAttributeValues: { ':s': { S: 'open' } },
    };
    expect((await client.send(new QueryCommand({ TableName, ...byState }))).Count).toBe(2);
    const range = {
      KeyConditionExpression: 'customer = :c AND number > :n',
      ExpressionAttributeValues: { ':c': { S: 'ann' }, ':n': { N: '1' } },
    };
    await expect(client.send(new QueryCommand({ TableName, ...range }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });

  it('is updated and emptied', async () => {
    const update = { UpdateExpression: 'SET note = :n REMOVE state', ExpressionAttributeValues: { ':n': { S: 'x' } } };
    const { Attributes } = await client.send(
      new UpdateItemCommand({ TableName, Key, ...update, ReturnValues: 'ALL_NEW' }),
    );
    expect(Attributes).toEqual({ ...Key, note: { S: 'x' } });
    await client.send(new DeleteItemCommand({ TableName, Key }));
    expect((await client.send(new ScanCommand({ TableName }))).Count).toBe(2);
  });

  it('belongs to its account and region', async () => {
    const elsewhere = new DynamoDBClient({
      endpoint: aws.url,
      region: 'eu-west-1',
      credentials: aws.addUser('111111111111'),
    });
    await expect(elsewhere.send(new ScanCommand({ TableName }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});
