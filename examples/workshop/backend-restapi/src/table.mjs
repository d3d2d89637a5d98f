import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';

// One client for the life of the Lambda: a new one for each request would open a new connection each time.
const client = new DynamoDBClient();

/** Stores one submission, whose fields are all texts, in the table TABLE_NAME. */
export async function putSubmission(submission) {
  const Item = Object.fromEntries(Object.entries(submission).map(([field, value]) => [field, { S: value }]));
  await client.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item }));
}

/** Gives the submission with this id, or undefined where there is none. */
export async function getSubmission(id) {
  const { Item } = await client.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: { id: { S: id } } }));
  return Item && Object.fromEntries(Object.entries(Item).map(([field, value]) => [field, value.S]));
}
