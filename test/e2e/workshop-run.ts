import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRegistry } from '../world/machine.ts';
import type { WorkflowEvent } from '../world/run-context.ts';
import type { World } from '../world/world.ts';
import { runWorkflow, type WorkflowOutcome } from './act.ts';
import { requireBinary } from './binary.ts';
import type { JobIdentities } from './job-identities.ts';
import { mapForAct } from './product-copy.ts';

const PRODUCT = new URL('../..', import.meta.url).pathname;

/** A run that GitHub starts of one of the workflows that the example's repository has copied. */
export interface WorkshopRun {
  /** Name of the file in `.github/workflows/`. */
  readonly workflow: 'preview.yml' | 'staging.yml' | 'prod.yml' | 'promote.yml' | 'sweep.yml';
  readonly event: WorkflowEvent;
  /** Full ref of the run, as its identity token has it. */
  readonly ref: string;
  /** Commit that the workflow file is read from. */
  readonly commit: string;
  /** Environment in the identity tokens of all jobs, or the service that knows each job's own. */
  readonly environment: string | JobIdentities;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Seconds until the run is ended, if it is one that may hang. */
  readonly timeout?: number;
  /** Changes the workflow that the repository has copied. */
  readonly change?: (workflow: string) => string;
}

const runs = new WeakMap<World, number>();

/** Runs it with act, as an attempt of its own, with the token that GitHub gives its jobs. */
export async function runWorkshop(world: World, run: WorkshopRun): Promise<WorkflowOutcome> {
  const { aws, github, oidc, repository } = world;
  const id = (runs.get(world) ?? 7000) + 1;
  runs.set(world, id);
  const { environment } = run;
  const shared = typeof environment === 'string' ? environment : undefined;
  world.withIdToken({ event: run.event, ref: run.ref }, shared);
  const userRepository = repository.workspace(run.commit);
  mapWorkflow(join(userRepository, '.github/workflows', run.workflow), run.change);
  const outcome = await runWorkflow({
    act: requireBinary('ACT'),
    product: PRODUCT,
    userRepository,
    event: run.event,
    workflow: `.github/workflows/${run.workflow}`,
    ...(typeof environment === 'string' ? {} : { identities: environment }),
    env: {
      ...withRegistry().env,
      GITHUB_RUN_ID: String(id),
      GITHUB_API_URL: github.url,
      ...(shared === undefined
        ? {}
        : { ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken }),
      AWS_ENDPOINT_URL: aws.url,
      SLS_AWS_MONITORING_FREQUENCY: '50',
    },
    secrets: { GITHUB_TOKEN: github.token, ...run.secrets },
    variables: run.variables ?? {},
    ...(run.timeout === undefined ? {} : { timeout: run.timeout }),
  });
  github.runs.set(id, { status: 'completed' });
  return outcome;
}

/** Changes in the user's workflow what act does not know, as it is changed in the product's. */
function mapWorkflow(file: string, change = (workflow: string) => workflow): void {
  const name = { repository: 'OWNER/serverless-stages', ref: 'v1' };
  writeFileSync(file, mapForAct(change(readFileSync(file, 'utf8')), name));
}

/** The output of a step in a job. */
export function outputOf({ jobs }: WorkflowOutcome, job: string, step: string, name: string): string {
  return jobs[job]?.steps.find(({ id, stage }) => id === step && stage === 'Main')?.outputs[name] ?? '';
}
