import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Job } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import type { World } from '../world/world.ts';
import { expectSuccess } from './verdict.ts';

/** What decides which profile load-profile gives, beside what is in AWS. */
export interface ProfileRun {
  readonly context: RunContext;
  /** GitHub environment of the job. */
  readonly environment: string;
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A job whose profile is loaded. */
export interface LoadedProfile {
  readonly job: Job;
  readonly profile: StepResult;
}

/** Runs the built load-profile in a new job of the world, which has to succeed. */
export async function loadProfileIn(world: World, { context, environment, env, inputs }: ProfileRun) {
  const job = world.job({ ...world.withIdToken(context, environment), env });
  const profile = await job.run({ action: 'load-profile', inputs: { ...inputs } });
  expectSuccess(profile);
  return { job, profile } satisfies LoadedProfile;
}

/** Sessions live for an hour; tests turn the clock. */
const FRESH_MS = 20 * 60_000;
const loaded = new WeakMap<World, Map<string, { readonly at: number; readonly profile: Promise<LoadedProfile> }>>();

/** The same, but one job for all that would load the same: same configuration, same run, same parameters in AWS. */
export function loadOnce(world: World, run: ProfileRun): Promise<LoadedProfile> {
  const ofWorld = loaded.get(world) ?? new Map();
  loaded.set(world, ofWorld);
  const key = keyOf(world, run);
  const now = world.aws.clock.now();
  const known = ofWorld.get(key);
  if (known !== undefined && Math.abs(now - known.at) < FRESH_MS) return known.profile;
  const profile = loadProfileIn(world, run);
  ofWorld.set(key, { at: now, profile });
  return profile;
}

/** All that a profile is made of: the services, and the commit and folder of a run are not. */
function keyOf({ aws }: World, { context, ...run }: ProfileRun): string {
  const { workspace, event, sha: _sha, ...rest } = context;
  const file = join(workspace, 'serverless-stages.yml');
  const text = 'configuration' in run.inputs || !existsSync(file) ? '{}' : readFileSync(file, 'utf8');
  const { services: _services, ...configuration } = parse(text) as Record<string, unknown>;
  const parameters = Object.values(ACCOUNTS).flatMap((account) =>
    aws.ssm
      .list(account, REGION)
      .filter(({ name }) => !name.startsWith('/serverless-stages/'))
      .map(({ name, versions }) => [account, name, versions.at(-1)?.value]),
  );
  return JSON.stringify([run, rest, event?.name, configuration, parameters]);
}
