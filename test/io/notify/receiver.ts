import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that a receiver got, whole. */
export interface Received {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a receiver does with a request: a status, a redirect, or something that is no answer at all. */
export type Behaviour =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'silent' }
  /** One sign of a header now and then, and never an answer. */
  | { readonly kind: 'dripping' }
  /** 200, and a body that never ends. */
  | { readonly kind: 'endless' }
  /** The connection is cut. */
  | { readonly kind: 'cut' };

export interface Receiver {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  /** Connections that were opened, whether anything came or not. */
  readonly connections: number;
  /** What the next request gets; several are worked off in order, then it is `status` 200. */
  next(...behaviours: readonly Behaviour[]): void;
  /** Takes back what `next` said and nothing came for. */
  clear(): void;
  close(): Promise<void>;
}

/** Starts a receiver of notifications on 127.0.0.1. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const behaviours: Behaviour[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    received.push(await readWhole(request));
    behave(behaviours.shift() ?? { kind: 'status', status: 200 }, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    get connections() {
      return connections;
    },
    next: (...more) => void behaviours.push(...more),
    clear: () => void behaviours.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readWhole(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { method = '', url: path = '' } = request;
  return { method, path, headers, body: Buffer.concat(chunks).toString() };
}

function behave(behaviour: Behaviour, response: ServerResponse): void {
  switch (behaviour.kind) {
    case 'status':
      return void response.writeHead(behaviour.status).end(behaviour.status === 204 ? undefined : 'ok');
    case 'redirect':
      return void response.writeHead(behaviour.status, { location: behaviour.location }).end();
    case 'silent':
      return;
    case 'dripping':
      response.socket?.write('HTTP/1.1 200 OK\r\n');
      untilClosed(response, 200, () => response.socket?.write('x-a: b\r\n'));
      return;
    case 'endless':
      response.writeHead(200);
      untilClosed(response, 50, () => response.write('more '));
      return;
    case 'cut':
      return void response.destroy();
  }
}

function untilClosed(response: ServerResponse, ms: number, work: () => void): void {
  const timer = setInterval(work, ms);
  response.once('close', () => clearInterval(timer));
}
