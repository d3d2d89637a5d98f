import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { UserKeys } from '../local-aws/server.ts';

/** Where the real serverless 3 is: it weighs 250 MB, so that only the checks that start it install it. */
export const SERVERLESS3_MODULES = join(import.meta.dirname, 'node_modules');
/** Arguments of node that start it, pointed at AWS_ENDPOINT_URL. */
const PRELOADED = [
  '--require',
  join(import.meta.dirname, 'preload.cjs'),
  join(SERVERLESS3_MODULES, 'serverless/bin/serverless.js'),
];
/** The CLI keeps a validator in its home: made once, then found by every run. */
const HOME = join(SERVERLESS3_MODULES, '.cache/home');

/** Throws unless the real serverless 3 is installed. */
export function requireServerless3(): void {
  if (!existsSync(join(SERVERLESS3_MODULES, 'serverless'))) {
    throw new Error('serverless 3 is not installed: run `npm ci --prefix test/serverless3`, or .ci/tools.sh');
  }
}

export interface Serverless3Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs serverless 3 in a service's folder against a stand-in, with nothing else in its environment; `script` is the one
 * that an application has installed, in place of the repository's own.
 */
export function runServerless3(
  cwd: string,
  args: readonly string[],
  aws: { url: string; keys: UserKeys; env?: Readonly<Record<string, string>> },
  script?: string,
): Promise<Serverless3Result> {
  mkdirSync(HOME, { recursive: true });
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME,
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: aws.keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.keys.secretAccessKey,
    AWS_REGION: 'us-east-1',
    ...aws.env,
  };
  const start = script === undefined ? PRELOADED : [script];
  return new Promise((done) => {
    execFile(process.execPath, [...start, ...args], { cwd, env }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      done({ code, stdout, stderr });
    });
  });
}
