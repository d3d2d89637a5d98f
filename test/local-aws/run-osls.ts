import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { UserKeys } from './server.ts';

const repository = resolve(import.meta.dirname, '../..');
const osls = join(repository, 'test/osls/package/bin/serverless.js');

export interface OslsResult {
  code: number;
  /** Standard output and standard error. */
  output: string;
}

/** A home without a configuration of the person's. */
const home = join(repository, 'node_modules/.cache/osls-home');

/** Runs the repository's own osls in a service's folder against a stand-in, with nothing else in its environment. */
export function runOsls(
  cwd: string,
  args: readonly string[],
  aws: { url: string; keys: UserKeys; env?: Record<string, string> },
): Promise<OslsResult> {
  mkdirSync(home, { recursive: true });
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: aws.keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.keys.secretAccessKey,
    AWS_REGION: 'us-east-1',
    SLS_AWS_MONITORING_FREQUENCY: '50',
    SLS_NOTIFICATIONS_MODE: 'off',
    ...aws.env,
  };
  return new Promise((done) => {
    execFile(osls, [...args], { cwd, env }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      done({ code, output: stdout + stderr });
    });
  });
}
