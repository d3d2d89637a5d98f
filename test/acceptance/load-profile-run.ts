import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import type { JobClaims } from '../local-oidc/claims.ts';
import type { Job } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import type { World } from '../world/world.ts';
import { expectFailure } from './verdict.ts';

export interface LoadOptions {
  /** Keys of the profile `dev`, over the role and region of the example; undefined takes one away. */
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Environment that the job names; default `dev`, as the role wants it. */
  readonly environment?: string;
  readonly claims?: Partial<JobClaims>;
  /** Of the run; default: a dispatch on master. */
  readonly context?: Partial<RunContext>;
  /** False for a job without `id-token: write`. */
  readonly idToken?: boolean;
}

export interface Loaded {
  readonly job: Job;
  readonly step: StepResult;
}

/** Runs the built load-profile for the stage `dev` of a workspace whose configuration holds this profile. */
export async function loadProfile(world: World, options: LoadOptions = {}): Promise<Loaded> {
  const context = options.context ?? world.dispatchRun('refs/heads/master');
  const job = world.job({
    ...(options.idToken === false ? context : world.withIdToken(context, options.environment ?? 'dev', options.claims)),
    workspace: '',
  });
  const workspace = mkdtempSync(join(job.temp, 'workspace-'));
  writeFileSync(join(workspace, 'serverless-stages.yml'), configurationOf(options.profile ?? {}));
  const inputs = { stage: 'dev', ...options.inputs };
  return { job, step: await job.run({ action: 'load-profile', inputs, workspace }) };
}

function configurationOf(profile: Readonly<Record<string, unknown>>): string {
  const role = `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`;
  const dev = Object.fromEntries(
    Object.entries({ role, region: REGION, ...profile }).filter(([, value]) => value !== undefined),
  );
  return stringify({
    version: 1,
    app: 'workshop',
    profiles: { dev },
    stages: { dev: { profile: 'dev', branch: 'master' } },
  });
}

/** One parameter as the parameters file holds it. */
export interface StoredParameter {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
}

/** What the parameters file holds, in its order. */
export function parametersOf({ step }: Loaded): StoredParameter[] {
  const held: unknown = JSON.parse(readFileSync(step.outputs['parameters-file'] ?? '', 'utf8'));
  return (Array.isArray(held) ? held : (held as { parameters: StoredParameter[] }).parameters) as StoredParameter[];
}

/** The values of the parameters file by name. */
export function valuesOf(loaded: Loaded): Record<string, string> {
  return Object.fromEntries(parametersOf(loaded).map(({ name, value }) => [name, value]));
}

/** Expects that a load failed with this code, set no output but its error and left no file behind; returns the error's text. */
export async function expectLoadFailure(
  { job, step }: Loaded,
  code: Parameters<typeof expectFailure>[1],
): Promise<string> {
  const { message } = expectFailure(step, code);
  expect(step.outputs).toEqual({ error: message.slice(0, 4000) });
  await job.finish();
  expect(filesBelow(job.temp).filter((path) => /credentials|parameters|profile/.test(path))).toEqual([]);
  return message;
}

/** Paths of all that stands below a folder, the runner's own files left out. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/^(_runner_file_commands|_github_workflow|workspace-)/.test(path),
  );
}

/** The workspace that `loadProfile` made in a job. */
export function workspaceOf({ temp }: Job): string {
  return join(temp, readdirSync(temp).find((name) => name.startsWith('workspace-')) ?? '');
}

/** The keys that a credentials file holds. */
export function keysIn(file = ''): { accessKeyId: string; secretAccessKey: string; sessionToken?: string } {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Counts the tokens that the jobs of a world ask for while something is done. */
export async function countTokens(world: World, work: () => Promise<unknown>): Promise<number> {
  const count = () => world.oidc.journal.filter(({ path }) => path === '/idtoken').length;
  const before = count();
  await work();
  return count() - before;
}

let places = 0;
/** Puts values into SSM below a path of their own, in the account and region of the profile; returns the path. */
export function putBelow(
  world: World,
  values: Readonly<Record<string, string>>,
  type: 'String' | 'SecureString' | 'StringList' = 'SecureString',
): string {
  places += 1;
  const path = `/p${places}/`;
  for (const [name, value] of Object.entries(values)) {
    // Written before the first answer: what is newer is read again.
    const modifiedAt = world.aws.clock.now() - 60_000;
    world.aws.ssm.put(ACCOUNTS.dev, REGION, `${path}${name}`, value, { type, modifiedAt });
  }
  return path;
}
