import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { node24 } from '../runner/node24.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

export interface Ministack {
  /** `http://127.0.0.1:<port>`: the value for AWS_ENDPOINT_URL. */
  readonly url: string;
  /** Where a deployed HTTP API (its ApiId) answers, with the path behind it. */
  apiUrl(apiId: string, path: string): string;
  /** Forgets every account, stack and bucket. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts ministack, an AWS emulator that nobody here wrote, on a free port of 127.0.0.1; its handlers run on Node 24.
 * `account` is the one of calls that no key tells the account of: requests to deployed APIs, keys that are no account id.
 */
export async function startMinistack(binary: string, { account = '000000000000' } = {}): Promise<Ministack> {
  // Handlers are unpacked below TMPDIR and find the AWS SDK, which AWS's own runtime brings, in the folder above it. A
  // package.json there would decide whether their files are modules.
  const folder = mkdtempSync(join(tmpdir(), 'ministack-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  const port = await findFreePort();
  const log = join(folder, 'log');
  const output = openSync(log, 'w');
  const child = spawn(binary, [], {
    cwd: folder,
    // A group of its own: the processes that run its handlers end with it.
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      PATH: [dirname(node24()), process.env['PATH'] ?? ''].join(delimiter),
      HOME: folder,
      TMPDIR: temporary,
      // Its default is every address of the machine.
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      LAMBDA_EXECUTOR: 'local',
      MINISTACK_ACCOUNT_ID: account,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const close = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, `${url}/_ministack/health`);
  } catch (cause) {
    const written = readFileSync(log, 'utf8').slice(-2000);
    await close();
    throw new Error(`ministack did not start; it wrote:\n${written}`, { cause });
  }
  return {
    url,
    apiUrl: (apiId, path) => `${url}/_aws/execute-api/${apiId}/$default/${path.replace(/^\//, '')}`,
    reset: async () => {
      const answer = await fetch(`${url}/_ministack/reset`, { method: 'POST' });
      if (!answer.ok) throw new Error(`ministack's reset answered ${answer.status}`);
    },
    close,
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('the machine gave no port');
  return address.port;
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (failed !== undefined) throw failed;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  throw new Error('no answer for 60 seconds');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended = new Promise((done) => child.once('exit', done));
  if (child.exitCode === null && child.signalCode === null) {
    process.kill(-child.pid, 'SIGTERM');
    await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone, as it should be.
  }
}
