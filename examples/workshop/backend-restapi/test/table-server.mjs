import { createServer } from 'node:http';

/** Starts a small DynamoDB on 127.0.0.1 that knows PutItem and GetItem by id; gives its URL, its tables and how to stop it. */
export async function startTableServer() {
  const tables = new Map();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const answer = answerCall(tables, request.headers['x-amz-target'], JSON.parse(text));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, tables, stop };
}

function answerCall(tables, target, { TableName, Item, Key }) {
  const items = tables.get(TableName) ?? new Map();
  tables.set(TableName, items);
  if (target.endsWith('.PutItem')) {
    items.set(Item.id.S, Item);
    return {};
  }
  const found = items.get(Key.id.S);
  return found ? { Item: found } : {};
}
