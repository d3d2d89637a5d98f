import type { DeployedRole } from '../aws/deploy-role.ts';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import type { PullAction } from '../local-github/events.ts';
import type { RepositoryOptions } from '../local-github/repositories.ts';
import { type LocalGithub, startLocalGithub } from '../local-github/server.ts';
import type { JobClaims } from '../local-oidc/claims.ts';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { RunContext } from '../runner/run-options.ts';
import { FULL_NAME, REPOSITORY } from './accounts.ts';
import { copiedWorkflows, exampleInOneAccount } from './example.ts';
import { type Files, makeUserRepository, type UserRepository } from './repository.ts';
import { addTrustedRoles, deployRoles } from './roles.ts';
import { describeRun, type WorkflowEvent } from './run-context.ts';

export interface WorldOptions {
  /** Changes to the example's files on master. */
  readonly files?: Files;
  /** Milliseconds that CloudFormation takes over one resource. */
  readonly resourceDelayMs?: number;
  /** The same by a resource's type or logical id. */
  readonly resourceDelays?: Readonly<Record<string, number>>;
  /** Repositories that GitHub has beside the world's own; whoever made them removes them. */
  readonly repositories?: readonly RepositoryOptions[];
}

/** GitHub, its token service, AWS and a repository with the example application, all on 127.0.0.1. */
export interface World {
  readonly repository: UserRepository;
  readonly github: LocalGithub;
  readonly oidc: LocalOidc;
  readonly aws: LocalAws;
  /**
   * A job of this world: it knows GitHub's and AWS's addresses and no more (no id-token; see `withIdToken`). `context`
   * usually comes from a builder below. `remove()` it, or leave it to `close`.
   */
  job(context?: Partial<RunContext>): Job;
  /**
   * What gives a job `id-token: write`: its token says what `context` says, and that it names this environment. There is
   * one token service: jobs that run at the same time share the newest claims.
   */
  withIdToken(context: Partial<RunContext>, environment?: string, claims?: Partial<JobClaims>): Partial<RunContext>;
  /** Contexts of runs, with the payload as GitHub has it at this moment. */
  pullRequestRun(number: number, action: PullAction, extra?: { label?: string; before?: string }): Promise<RunContext>;
  pushRun(branch: string, before?: string): Promise<RunContext>;
  deleteRun(ref: string, type?: 'branch' | 'tag'): RunContext;
  dispatchRun(ref: string, inputs?: Readonly<Record<string, string>>): RunContext;
  /** Any other event on a ref. */
  otherRun(event: string, ref: string, payload?: object): RunContext;
  close(): Promise<void>;
}

/** A world as a team has it that uses the product. */
export interface TeamWorld extends World {
  /** The previews' role as the template made it. */
  readonly previewRole: DeployedRole;
}

/** Starts a world with the example's three accounts, whose roles everybody may assume whom the shipped template trusts. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const world = await startStandIns(options);
  addTrustedRoles(world.aws, world.oidc);
  return world;
}

/** Starts a world as a team sets it up: the workflows are copied, and the roles deployed, all in one account, by the shipped template. */
export async function startTeamWorld(options: WorldOptions = {}): Promise<TeamWorld> {
  const files = { ...copiedWorkflows(), 'serverless-stages.yml': exampleInOneAccount(), ...options.files };
  const world = await startStandIns({ ...options, files });
  return { ...world, previewRole: await deployRoles(world.aws, world.oidc) };
}

/** Starts a world in which nobody has set anything up in AWS. */
export async function startStandIns(options: WorldOptions = {}): Promise<World> {
  const repository = makeUserRepository(options.files);
  const { resourceDelayMs, resourceDelays } = options;
  const aws = await startLocalAws({
    ...(resourceDelayMs === undefined ? {} : { resourceDelayMs }),
    ...(resourceDelays === undefined ? {} : { resourceDelays }),
  });
  const oidc = await startLocalOidc({ now: aws.clock.now });
  const named = { ...REPOSITORY, defaultBranch: 'master', bare: repository.bare };
  const github = await startLocalGithub({ repositories: [named, ...(options.repositories ?? [])] });
  const jobs: Job[] = [];
  return {
    repository,
    github,
    oidc,
    aws,
    job(context = {}) {
      const base: Partial<RunContext> = {
        workspace: repository.bare,
        repository: FULL_NAME,
        repositoryId: String(REPOSITORY.id),
        githubApiUrl: github.url,
        githubToken: github.token,
      };
      // Without the second one an SDK without credentials would ask the machine's metadata service.
      const env = { AWS_ENDPOINT_URL: aws.url, AWS_EC2_METADATA_DISABLED: 'true', ...context.env };
      const job = createJob({ ...base, ...context, env });
      jobs.push(job);
      return job;
    },
    withIdToken: (context, environment, claims = {}) => withIdToken(oidc, context, { environment, ...claims }),
    ...runsOf(repository, github),
    async close() {
      for (const job of jobs) job.remove();
      await Promise.all([github.close(), oidc.close(), aws.close()]);
      repository.remove();
    },
  };
}

type Claims = { readonly [K in keyof JobClaims]?: JobClaims[K] | undefined };

function withIdToken(oidc: LocalOidc, context: Partial<RunContext>, claims: Claims): Partial<RunContext> {
  const workflow = `${FULL_NAME}/.github/workflows/preview.yml@refs/heads/master`;
  oidc.setClaims({
    ...noClaims(oidc),
    repository: FULL_NAME,
    repository_id: String(REPOSITORY.id),
    repository_owner: REPOSITORY.owner,
    repository_owner_id: String(REPOSITORY.ownerId),
    workflow_ref: workflow,
    job_workflow_ref: workflow,
    ref: context.ref ?? 'refs/heads/master',
    event_name: context.event?.name ?? 'workflow_dispatch',
    head_ref: context.headRef,
    ...claims,
  });
  return { ...context, idToken: { url: oidc.requestUrl, token: oidc.requestToken } };
}

/** Every claim that a job before may have set, taken back. */
function noClaims(oidc: LocalOidc): { [K in keyof JobClaims]?: undefined } {
  return Object.fromEntries(Object.keys(oidc.claims()).map((name) => [name, undefined]));
}

type Runs = Pick<World, 'pullRequestRun' | 'pushRun' | 'deleteRun' | 'dispatchRun' | 'otherRun'>;

/** The builders of contexts of runs. */
function runsOf(repository: UserRepository, github: LocalGithub): Runs {
  const contextOf = (event: WorkflowEvent, commitOf: (ref: string) => string | undefined): RunContext => {
    const { ref, sha, headRef, baseRef } = describeRun(event, commitOf);
    const ofPull = headRef === undefined ? {} : { headRef, baseRef: baseRef ?? '' };
    return { event, ref, sha, ...ofPull, workspace: repository.bare };
  };
  return {
    async pullRequestRun(number, action, extra) {
      const payload = await github.eventFor(number, action, extra);
      const pull = await github.pulls.find(number);
      if (pull === undefined) throw new Error(`no pull request #${number}`);
      return contextOf({ name: 'pull_request', payload }, () => pull.mergeSha ?? pull.headSha);
    },
    async pushRun(branch, before) {
      const after = repository.head(`refs/heads/${branch}`);
      const payload = await github.pushEvent(branch, before ?? '0'.repeat(40), after);
      return contextOf({ name: 'push', payload }, () => after);
    },
    deleteRun: (ref, type = 'branch') =>
      contextOf({ name: 'delete', payload: github.deleteEvent(ref, type) }, repository.head),
    dispatchRun: (ref, inputs) =>
      contextOf({ name: 'workflow_dispatch', payload: github.dispatchEvent(ref, inputs) }, repository.head),
    otherRun: (name, ref, payload = {}) => ({
      event: { name, payload },
      ref,
      sha: repository.head('master'),
      workspace: repository.bare,
    }),
  };
}
