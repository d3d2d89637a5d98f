import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { digestOf, postDigest } from '../src/digest.mjs';
import { handler } from '../src/handler.mjs';

/** Starts an endpoint that answers with this status (never, without one) and collects what it was sent. */
async function startEndpoint(context, status) {
  const requests = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ authorization: request.headers.authorization, body: JSON.parse(body) });
    if (status) response.writeHead(status).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, requests };
}

test('covers the full hour before the time of the event', () => {
  assert.deepEqual(digestOf('dev', '2026-11-23T10:59:59Z'), {
    application: 'workshop',
    stage: 'dev',
    from: '2026-11-23T09:00:00.000Z',
    until: '2026-11-23T10:00:00.000Z',
  });
});

test('posts the digest with the key to the endpoint of the environment', async (context) => {
  const endpoint = await startEndpoint(context, 204);
  Object.assign(process.env, { STAGE: 'dev', ENDPOINT: endpoint.url, ENDPOINT_API_KEY: 'key-of-the-test' });
  await handler({ time: '2026-11-23T10:00:00Z' });
  assert.deepEqual(endpoint.requests, [
    { authorization: 'Bearer key-of-the-test', body: digestOf('dev', '2026-11-23T10:00:00Z') },
  ]);
});

test('fails with the status when the endpoint refuses', async (context) => {
  const endpoint = await startEndpoint(context, 403);
  await assert.rejects(postDigest({}, { endpoint: endpoint.url, apiKey: 'key-of-the-test' }), (error) => {
    assert.equal(error.message, `${endpoint.url} refused the digest: HTTP 403 Forbidden`);
    return true;
  });
});

test('fails clearly when nothing listens there', async () => {
  const endpoint = 'http://127.0.0.1:1';
  await assert.rejects(
    postDigest({}, { endpoint, apiKey: 'k' }),
    /^Error: http:\/\/127\.0\.0\.1:1 could not be reached$/,
  );
});

test('gives up on an endpoint that does not answer', async (context) => {
  const endpoint = await startEndpoint(context);
  await assert.rejects(
    postDigest({}, { endpoint: endpoint.url, apiKey: 'k', timeout: 50 }),
    /gave no answer within 50 ms$/,
  );
});
