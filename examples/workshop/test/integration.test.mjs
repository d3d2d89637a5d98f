import assert from 'node:assert/strict';
import { before, test } from 'node:test';

const apiUrl = process.env.WORKSHOP_API_URL?.replace(/\/$/, '');

before(() => {
  assert.ok(
    apiUrl,
    'Set WORKSHOP_API_URL to the URL of the deployed restapi, for example https://abc.execute-api.us-east-1.amazonaws.com',
  );
});

const post = (fields) =>
  fetch(`${apiUrl}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });

test('a submission can be sent and read back', async () => {
  const fields = { name: 'Ada', email: 'ada@example.com', message: `Grüße, ${new Date().toISOString()}` };
  const created = await post(fields);
  assert.equal(created.status, 201);
  const { id } = await created.json();
  const read = await fetch(`${apiUrl}/submissions/${id}`);
  assert.equal(read.status, 200);
  const { createdAt, ...submission } = await read.json();
  assert.deepEqual(submission, { id, ...fields });
});

test('a submission without an email is refused', async () => {
  const refused = await post({ name: 'Ada', message: 'Hello' });
  assert.equal(refused.status, 400);
  assert.deepEqual(await refused.json(), { errors: ['email is required and must be a text.'] });
});

test('an id that nobody got is not found', async () => {
  assert.equal((await fetch(`${apiUrl}/submissions/nobody`)).status, 404);
});
