import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Job } from '../runner/job.ts';
import type { World } from '../world/world.ts';

/** Answers with a 2xx status that are none of the service's; `cut` is the service's own, of which half is missing. */
export const WRONG = {
  empty: { status: 200, type: 'application/json', body: '' },
  null: { status: 200, type: 'application/json', body: 'null' },
  object: { status: 200, type: 'application/json', body: '{}' },
  html: { status: 200, type: 'text/html', body: '<html><head><title>Log in</title></head><body>Log in.</body></html>' },
  'no content': { status: 204, type: undefined, body: '' },
  cut: undefined,
} as const;
export type Wrong = keyof typeof WRONG;

/** Which call is answered wrongly, how, and how often. */
export interface Spoilt {
  readonly call: string;
  readonly wrong: Wrong;
  /** Whether the service has done what it was asked for. */
  readonly done: boolean;
  /** Default: once. */
  readonly times?: number;
}

/** What stands before services, for the actions of one lane. */
export interface Doors {
  /** The distinct calls of the actions (not of what they start) since `begin`, in the order of the first of each. */
  readonly calls: readonly string[];
  /** How many answers were spoilt since `begin`. */
  readonly hits: number;
  /** Forgets what was called, and spoils from now on. `names` are what stands for itself in a call: the stage, say. */
  begin(spoilt?: Spoilt, names?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

interface Seen {
  readonly service: 'aws' | 'github' | 'oidc';
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Door {
  readonly url: string;
  close(): Promise<void>;
}

/** Whether a call changes something. */
export const isWrite = (call: string): boolean =>
  /^aws \S+:(Put|Delete|Create|Update|Execute|Rollback|Assume|Tag|(POST|PUT|DELETE) )/.test(call) ||
  /^github (POST|PUT|PATCH|DELETE)/.test(call);

/** Puts doors before AWS, GitHub and its token service; the jobs of the world that is returned go through them. */
export async function openDoors(world: World): Promise<Doors & { readonly world: World }> {
  const state = createState();
  const oidc = new URL(world.oidc.requestUrl);
  const [aws, github, tokens] = await Promise.all([
    openDoor('aws', world.aws.url, state.look),
    openDoor('github', world.github.url, state.look),
    openDoor('oidc', oidc.origin, state.look),
  ]);
  const requestUrl = `${tokens.url}${oidc.pathname}${oidc.search}`;
  const behind: World = {
    ...world,
    aws: { ...world.aws, url: aws.url },
    job: (context = {}) =>
      through(github.url, world.job({ ...context, env: { AWS_ENDPOINT_URL: aws.url, ...context.env } })),
    withIdToken: (context, environment, claims) => {
      const { idToken, ...rest } = world.withIdToken(context, environment, claims);
      return { ...rest, idToken: idToken && { ...idToken, url: requestUrl } };
    },
  };
  return Object.assign(doorsOf(state, [aws, github, tokens]), { world: behind });
}

/** Puts a door before GitHub alone; it is reached at `url`. */
export async function openGithubDoor(github: { readonly url: string }): Promise<Doors & { readonly url: string }> {
  const state = createState();
  const door = await openDoor('github', github.url, state.look);
  return Object.assign(doorsOf(state, [door]), { url: door.url });
}

function doorsOf(state: ReturnType<typeof createState>, doors: readonly Door[]): Doors {
  return {
    get calls() {
      return [...state.calls];
    },
    get hits() {
      return state.hits();
    },
    begin: state.begin,
    close: async () => void (await Promise.all(doors.map((door) => door.close()))),
  };
}

/** A job whose steps reach GitHub at another address. */
function through(githubApiUrl: string, job: Job): Job {
  return {
    temp: job.temp,
    get status() {
      return job.status;
    },
    run: (options) => job.run({ githubApiUrl, ...options }),
    start: (options) => job.start({ githubApiUrl, ...options }),
    finish: () => job.finish(),
    outputs: (values) => job.outputs(values),
    remove: () => job.remove(),
  };
}

/** The answer that goes out, and whether the service is asked for it at all. */
type Look = (seen: Seen) => Pick<Spoilt, 'wrong' | 'done'> | undefined;

function createState() {
  let spoilt: Spoilt | undefined;
  let names: Readonly<Record<string, string>> = {};
  let count = 0;
  const calls = new Set<string>();
  /** The last write to each subject. */
  const writes = new Map<string, string>();
  const look: Look = (seen) => {
    if (seen.service === 'aws' && !/aws-sdk/.test(String(seen.headers['user-agent']))) return undefined;
    const { action, subject } = describeCall(seen, names);
    const after = subject === '' ? undefined : writes.get(subject);
    const call = `${seen.service} ${action} ${subject}${after === undefined ? '' : ` after ${after}`}`.trim();
    if (isWrite(call)) writes.set(subject, action);
    calls.add(call);
    // What is wrong for longer is so for whatever is asked again, too.
    const isMet =
      call === spoilt?.call || (count > 0 && spoilt?.call.startsWith(`${seen.service} ${action} ${subject}`.trim()));
    if (spoilt === undefined || !isMet || count >= (spoilt.times ?? 1)) return undefined;
    count += 1;
    return spoilt;
  };
  const begin: Doors['begin'] = (next, known = {}) => {
    spoilt = next;
    names = known;
    count = 0;
    calls.clear();
    writes.clear();
  };
  return { look, begin, calls, hits: () => count };
}

/** What a call does, and to what: names that a run makes up are left out. */
function describeCall({ service, method, url, headers, body }: Seen, names: Readonly<Record<string, string>>) {
  const general = (text: string) =>
    Object.entries(names)
      .reduce((all, [name, value]) => all.replaceAll(value, name), text)
      .replace(/arn:aws:cloudformation:[^:]*:\d+:stack\/([^/]+)\/\S*/, '$1')
      .replaceAll(/\b[0-9a-f]{40}\b/g, 'SHA')
      .replaceAll(/\b\d{3,}\b/g, 'N');
  const [path = '', query = ''] = url.split('?');
  const keys = [...new URLSearchParams(query).keys()].filter((key) => key !== 'x-id').sort();
  const asked = keys.length === 0 ? '' : `?${keys.join('&')}`;
  if (service !== 'aws') {
    const place = general(decodeURIComponent(path))
      .replace(/\/repos\/[^/]+\/[^/]+/, '')
      .replace(/heads\/.*/, 'heads/BRANCH')
      .replaceAll(/\/\d+/g, '/N');
    return { action: method, subject: `${place}${asked}` };
  }
  const [, of = ''] = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(String(headers.authorization)) ?? [];
  const target = String(headers['x-amz-target'] ?? '').split('.')[1];
  if (target !== undefined) {
    const input = JSON.parse(body || '{}') as Record<string, unknown>;
    const subject = input['Name'] ?? input['Path'] ?? input['Names'] ?? input['logGroupName'] ?? '';
    return { action: `${of}:${target}`, subject: general(String(subject)) };
  }
  const form = new URLSearchParams(body);
  const action = of === 's3' ? undefined : form.get('Action');
  if (action != null) {
    const subject = form.get('StackName') ?? form.get('ExportName') ?? '';
    return { action: `${of || 'sts'}:${action}`, subject: general(subject) };
  }
  const parts = path.split('/').filter((part) => part !== '');
  const place = parts.length > 1 ? '/BUCKET/KEY' : parts.length === 1 ? '/BUCKET' : '/';
  return { action: `${of}:${method} ${place}${asked}`, subject: '' };
}

async function openDoor(service: Seen['service'], target: string, look: Look): Promise<Door> {
  const base = new URL(target);
  const answerTo = async (incoming: IncomingMessage): Promise<Answer> => {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await readAll(incoming);
    const found = look({ service, method, url, headers, body: body.toString('latin1') });
    const ask = () => forward(new URL(url, base.origin), incoming, body);
    if (found === undefined) return ask();
    const real = found.done ? await ask() : undefined;
    const wrong = WRONG[found.wrong];
    return wrong === undefined ? cut(real) : wrongAnswer(wrong);
  };
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { status, headers, body } = await answerTo(incoming);
    const { 'content-length': _length, 'transfer-encoding': _coding, ...rest } = headers;
    const hasBody = status !== 204 && incoming.method !== 'HEAD';
    outgoing.writeHead(status, { ...rest, ...(hasBody ? { 'content-length': String(body.length) } : {}) });
    outgoing.end(hasBody ? body : undefined);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base.pathname === '/' ? '' : base.pathname}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function wrongAnswer({ status, type, body }: Exclude<(typeof WRONG)[Wrong], undefined>): Answer {
  return { status, headers: type === undefined ? {} : { 'content-type': type }, body: Buffer.from(body) };
}

function cut(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Error('an answer is cut that nobody gave');
  return { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) };
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function forward(to: URL, { method, headers }: IncomingMessage, body: Buffer) {
  return new Promise<Answer>((resolve, reject) => {
    const onward = request(to, { method, headers }, (answer) => {
      readAll(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: bytes }),
        reject,
      );
    });
    onward.on('error', reject);
    onward.end(body);
  });
}
