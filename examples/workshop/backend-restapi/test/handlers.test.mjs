import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTableServer } from './table-server.mjs';

const ada = { name: 'Ada', email: 'ada@example.com', message: 'Grüße' };
let server;
let create;
let get;

before(async () => {
  server = await startTableServer();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: server.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TABLE_NAME: 'workshop-submissions-test',
  });
  // Imported only now: the client reads the endpoint from the environment when it is made.
  ({ handler: create } = await import('../src/create-submission.mjs'));
  ({ handler: get } = await import('../src/get-submission.mjs'));
});

after(() => server.stop());

test('gives back what was sent', async () => {
  const created = await create({ body: JSON.stringify(ada) });
  assert.equal(created.statusCode, 201);
  const { id } = JSON.parse(created.body);
  const read = await get({ pathParameters: { id } });
  assert.equal(read.statusCode, 200);
  const { createdAt, ...submission } = JSON.parse(read.body);
  assert.deepEqual(submission, { id, ...ada });
  assert.ok(Date.parse(createdAt));
});

test('stores into the table that TABLE_NAME names', async () => {
  const { id } = JSON.parse((await create({ body: JSON.stringify(ada) })).body);
  assert.deepEqual([...server.tables.keys()], ['workshop-submissions-test']);
  assert.ok(server.tables.get('workshop-submissions-test').has(id));
});

test('reads a body that the API handed over in base64', async () => {
  const body = Buffer.from(JSON.stringify(ada)).toString('base64');
  assert.equal((await create({ body, isBase64Encoded: true })).statusCode, 201);
});

test('answers 400 with what is wrong and stores nothing', async () => {
  const sizeBefore = server.tables.get('workshop-submissions-test').size;
  const refused = await create({ body: JSON.stringify({ name: 'Ada', email: 'ada@example.com' }) });
  assert.equal(refused.statusCode, 400);
  assert.deepEqual(JSON.parse(refused.body), { errors: ['message is required and must be a text.'] });
  assert.equal(server.tables.get('workshop-submissions-test').size, sizeBefore);
});

test('answers 404 for an id that nobody got', async () => {
  const answer = await get({ pathParameters: { id: 'nobody' } });
  assert.equal(answer.statusCode, 404);
  assert.deepEqual(JSON.parse(answer.body), { errors: ['There is no such submission.'] });
});
