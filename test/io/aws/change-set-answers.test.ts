import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChangeSets } from '../../../io/aws/change-sets.ts';
import { cloudFormationOf } from '../../../io/aws/cloudformation-client.ts';
import { createLiveSession } from '../../../io/aws/live-session.ts';

const STACK = 'arn:aws:cloudformation:us-east-1:111111111111:stack/api-dev/1';
const QUESTION = {
  name: 'serverless-stages-changes' as const,
  stack: STACK,
  template: { body: '{}' },
  capabilities: [],
  tags: {},
  parameters: [],
  notificationArns: [],
};
const SESSION = {
  accessKeyId: 'AKIACHANGES',
  secretAccessKey: 'secret',
  region: 'us-east-1',
  account: '111111111111',
  arn: 'arn:aws:sts::111111111111:assumed-role/r/s',
};
const REMOVAL =
  '<member><ResourceChange><Action>Remove</Action><LogicalResourceId>Table</LogicalResourceId>' +
  '<PhysicalResourceId>table</PhysicalResourceId><ResourceType>AWS::DynamoDB::Table</ResourceType></ResourceChange></member>';

/** What is said of the changes, one answer after the other; the last one again and again. */
let lists: string[] = [];
let descriptions = 0;

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const action = new URLSearchParams(body).get('Action') ?? '';
    const list = action === 'DescribeChangeSet' ? (lists[descriptions++] ?? lists.at(-1)) : '';
    const result = `<Id>${STACK}</Id><Status>CREATE_COMPLETE</Status>${list}`;
    response.writeHead(200, { 'content-type': 'text/xml', 'x-amzn-requestid': 'a-request' });
    response.end(`<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`);
  });
});
const before = process.env['AWS_ENDPOINT_URL'];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  if (before === undefined) delete process.env['AWS_ENDPOINT_URL'];
  else process.env['AWS_ENDPOINT_URL'] = before;
  await new Promise((resolve) => server.close(resolve));
});

async function ask(...answers: string[]): Promise<readonly string[] | undefined> {
  lists = answers;
  descriptions = 0;
  const changeSets = openChangeSets(cloudFormationOf(createLiveSession(SESSION, undefined, () => undefined)));
  return changeSets.ask(
    QUESTION,
    async (changes) => changes.map(({ action, logicalId }) => `${action} ${logicalId}`),
    () => undefined,
  );
}

describe('what a change set is said to change', () => {
  // The first description is of its status alone.
  it('is nothing where the list is empty', async () => {
    expect(await ask('<Changes/>', '<Changes/>')).toEqual([]);
  });

  it('is asked again where an answer has no list: it may lack a removal', async () => {
    expect(await ask('<Changes/>', '', `<Changes>${REMOVAL}</Changes>`)).toEqual(['Remove Table']);
  });
});
