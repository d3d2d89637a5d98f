import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CredentialStore } from '../state/credentials.ts';
import type { LambdaFunction } from '../state/functions.ts';
import type { Place } from '../state/place.ts';
import { startWorker, type Worker } from './worker.ts';
import { unpackZip } from './zip.ts';

export interface Invocation {
  /** JSON: the handler's result, or `{ errorType, errorMessage, trace }`. */
  payload: string;
  failed: boolean;
}

/** Runs deployed functions, each in a process of its own that lives until its code or configuration changes. */
export interface LambdaRunner {
  invoke(fn: LambdaFunction, event: unknown): Promise<Invocation>;
  /** Ends the function's process; the next call starts anew. */
  forget(place: Place, name: string): void;
  close(): Promise<void>;
}

/** What AWS's Node runtime brings besides the function's own packages: the SDK, here this repository's. */
const runtimeModules = resolve(import.meta.dirname, '../../../node_modules');

interface RunnerDeps {
  credentials: CredentialStore;
  endpoint: () => string;
  /** Told of each call before it runs. */
  onStart(fn: LambdaFunction): void;
}

export function createLambdaRunner({ credentials, endpoint, onStart }: RunnerDeps): LambdaRunner {
  const root = mkdtempSync(join(tmpdir(), 'local-aws-'));
  const workers = new Map<string, Worker>();
  const ending = new Set<Promise<void>>();
  const keyOf = ({ account, region }: Place, name: string) => `${account}/${region}/${name}`;

  const start = (fn: LambdaFunction): Worker => {
    const folder = join(root, randomUUID());
    const task = join(folder, 'task');
    mkdirSync(task, { recursive: true });
    symlinkSync(runtimeModules, join(folder, 'node_modules'));
    unpackCode(fn.zip, task);
    return startWorker(fn, task, environmentOf(fn, task, sessionOf(fn, credentials), endpoint()));
  };
  const stop = (worker: Worker) => {
    const ended = worker.stop();
    ending.add(ended);
    void ended.then(() => ending.delete(ended));
  };

  return {
    invoke: (fn, event) => {
      onStart(fn);
      const key = keyOf(fn, fn.name);
      let worker = workers.get(key);
      if (!worker?.alive) {
        worker = start(fn);
        workers.set(key, worker);
      }
      return worker.invoke(event);
    },
    forget: (place, name) => {
      const worker = workers.get(keyOf(place, name));
      if (worker) stop(worker);
      workers.delete(keyOf(place, name));
    },
    close: async () => {
      for (const worker of workers.values()) stop(worker);
      workers.clear();
      await Promise.all(ending);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function unpackCode(zip: Buffer, task: string): void {
  if (zip.subarray(0, 2).toString('latin1') === 'PK') unpackZip(zip, task);
  // A template's inline code is the text of index.js.
  else writeFileSync(join(task, 'index.js'), zip);
}

interface Session {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

function sessionOf(fn: LambdaFunction, credentials: CredentialStore): Session {
  const session = {
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(60).toString('base64'),
  };
  const role = fn.roleArn.slice(fn.roleArn.lastIndexOf('/') + 1);
  credentials.add({
    ...session,
    account: fn.account,
    arn: `arn:aws:sts::${fn.account}:assumed-role/${role}/${fn.name}`,
  });
  return session;
}

/** The function's variables and those that Lambda sets (developer guide, "Defined runtime environment variables"). */
function environmentOf(fn: LambdaFunction, task: string, session: Session, endpoint: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    AWS_ENDPOINT_URL: endpoint,
    ...fn.environment,
    _HANDLER: fn.handler,
    LAMBDA_TASK_ROOT: task,
    TZ: ':UTC',
    AWS_REGION: fn.region,
    AWS_DEFAULT_REGION: fn.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${fn.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: fn.logGroup,
    AWS_ACCESS_KEY_ID: session.accessKeyId,
    AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
    AWS_SESSION_TOKEN: session.sessionToken,
  };
}
