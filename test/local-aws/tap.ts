import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalAws } from './server.ts';

/** Who makes a call: the action itself, or a program that it has started. */
export type Caller = 'action' | 'child';

/** What happens at a call: it is counted from 1, `when` is before AWS acts on it, or before its answer goes out. */
export interface Strike {
  readonly at: number;
  readonly when: 'before' | 'after';
  /** Does it, and returns who has died of it: their call is not made any more, or not answered. */
  readonly act: () => readonly Caller[];
}

/** AWS as one run sees it. */
export interface Tap {
  /** The value for AWS_ENDPOINT_URL. */
  readonly url: string;
  /** The calls that count, in order; a look that only repeats the one before does not, as how often it comes is luck. */
  readonly calls: readonly string[];
  /** Operations that were asked for while CloudFormation was in another one on the same stack. */
  readonly overlaps: readonly string[];
  /** The call at which it was struck; undefined where it was not. */
  readonly struck: string | undefined;
  close(): Promise<void>;
}

interface Call {
  readonly text: string;
  readonly name: string;
  readonly stack: string;
  readonly caller: Caller;
}

const OPERATIONS = /^(Create|Update|Delete)Stack$|^ExecuteChangeSet$|^RollbackStack$|^ContinueUpdateRollback$/;

/** Stands between a run and a local AWS, and strikes at one call. */
export async function startTap(aws: Pick<LocalAws, 'url' | 'stacks'>, strike?: Strike): Promise<Tap> {
  const calls: string[] = [];
  const overlaps: string[] = [];
  let last = '';
  let struck: string | undefined;
  const dead = new Set<Caller>();

  const count = (call: Call): boolean => {
    const isNew = call.text !== last;
    last = call.text;
    if (isNew) calls.push(`${call.caller}: ${call.name}${call.stack === '' ? '' : ` ${call.stack}`}`);
    return isNew && strike !== undefined && struck === undefined && calls.length === strike.at;
  };
  const watch = ({ name, stack }: Call) => {
    const status = OPERATIONS.test(name) ? aws.stacks.find(stack)?.status : undefined;
    const isMoving = status?.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS';
    // To delete what is being deleted is no operation: CloudFormation answers, and does nothing.
    if (isMoving && `${name} ${status}` !== 'DeleteStack DELETE_IN_PROGRESS')
      overlaps.push(`${name} ${stack} while ${status}`);
  };
  const hit = () => {
    struck = calls.at(-1);
    for (const caller of strike?.act() ?? []) dead.add(caller);
  };
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await readAll(incoming);
    const call = readCall(incoming, body.toString('latin1'));
    const isPoint = count(call);
    if (isPoint && strike?.when === 'before') hit();
    if (dead.has(call.caller)) return outgoing.destroy();
    watch(call);
    const answer = await forward(aws.url, incoming, body);
    if (isPoint && strike?.when === 'after') hit();
    if (dead.has(call.caller)) return outgoing.destroy();
    outgoing.writeHead(answer.status, answer.headers);
    return outgoing.end(answer.body);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    overlaps,
    get struck() {
      return struck;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readCall({ method = '', url = '', headers }: IncomingMessage, body: string): Call {
  const target = String(headers['x-amz-target'] ?? '').split('.')[1];
  const form = new URLSearchParams(target === undefined ? body : '');
  const name = target ?? form.get('Action') ?? `${method} ${url.split('?')[0]}`;
  const caller = /aws-sdk/.test(String(headers['user-agent'])) ? 'action' : 'child';
  return { caller, name, stack: form.get('StackName') ?? '', text: `${caller} ${method} ${url} ${name} ${body}` };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function forward(endpoint: string, { method, url = '/', headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request(new URL(url, endpoint), { method, headers }, (answer) => {
      readAll(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: bytes }),
        reject,
      );
    });
    onward.on('error', reject);
    onward.end(body);
  });
}
