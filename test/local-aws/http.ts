import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unchunk } from './protocol/chunked.ts';
import type { RestAnswer, RestRequest } from './protocol/service.ts';

/** Answers a request, or undefined to end its connection without an answer. */
export type Answerer = (request: RestRequest) => Promise<RestAnswer | undefined>;

export interface Listener {
  port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes any that is free. Answers bear the time that `now` says (milliseconds since 1970). */
export async function listen(port: number, answer: Answerer, now: () => number = Date.now): Promise<Listener> {
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(now()).toUTCString());
    void respond(request, response, answer).catch((cause) => {
      console.error('local-aws:', cause);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, answer: Answerer): Promise<void> {
  const reply = await answer(await readRequest(request));
  if (!reply) {
    request.socket.destroy();
    return;
  }
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : (reply.body ?? Buffer.alloc(0));
  const status = reply.status ?? 200;
  const hasBody = request.method !== 'HEAD' && status !== 204;
  response.writeHead(status, {
    ...(status === 204 ? {} : { 'content-length': String(body.length) }),
    ...reply.headers,
  });
  response.end(hasBody ? body : undefined);
}

async function readRequest(request: IncomingMessage): Promise<RestRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const chunked =
    headers['content-encoding']?.includes('aws-chunked') || headers['x-amz-content-sha256']?.startsWith('STREAMING-');
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers,
    body: chunked ? unchunk(raw) : raw,
  };
}
