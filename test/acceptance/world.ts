import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { trustPolicyFromTemplate } from '../local-aws/trust/template.ts';
import type { PullAction } from '../local-github/events.ts';
import type { RepositoryOptions } from '../local-github/repositories.ts';
import { type LocalGithub, startLocalGithub } from '../local-github/server.ts';
import type { JobClaims } from '../local-oidc/claims.ts';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { RunContext } from '../runner/run-options.ts';
import { type Files, makeUserRepository, type UserRepository } from './repository.ts';

/** The accounts of the example's profiles, by profile. */
export const ACCOUNTS = { dev: '111111111111', staging: '222222222222', prod: '333333333333' } as const;
export type Profile = keyof typeof ACCOUNTS;
export const REGION = 'us-east-1';

/** The secret that each profile's `endpoint_api_key` refers to; no log, output or file but the parameters file may hold one. */
export const API_KEYS: Readonly<Record<Profile, string>> = {
  dev: 'canary-dev-api-key-71c0',
  staging: 'canary-staging-api-key-84e2',
  prod: 'canary-prod-api-key-9f5d',
};

/** Repository and owner in GitHub, in the token's claims and in the roles' trust policies. */
export const REPOSITORY = { owner: 'acme', name: 'workshop', id: 1001, ownerId: 2001 } as const;

const TEMPLATE = readFileSync(resolve(import.meta.dirname, '../../aws/github-oidc-role.yml'), 'utf8');

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

/** Starts a world; roles are those that `aws/github-oidc-role.yml` makes for the example's configuration. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const repository = makeUserRepository(options.files);
  const { resourceDelayMs, resourceDelays } = options;
  const aws = await startLocalAws({
    ...(resourceDelayMs === undefined ? {} : { resourceDelayMs }),
    ...(resourceDelays === undefined ? {} : { resourceDelays }),
  });
  const oidc = await startLocalOidc({ now: aws.clock.now });
  const named = { ...REPOSITORY, defaultBranch: 'master', bare: repository.bare };
  const github = await startLocalGithub({ repositories: [named, ...(options.repositories ?? [])] });
  for (const profile of Object.keys(ACCOUNTS) as Profile[]) addAccount(aws, oidc, profile);
  addPreviewRole(aws);

  const jobs: Job[] = [];
  const fullName = `${REPOSITORY.owner}/${REPOSITORY.name}`;
  const contextOf = (given: Omit<RunContext, 'workspace' | 'sha'> & { sha?: string }): RunContext => ({
    sha: repository.head('master'),
    workspace: repository.bare,
    ...given,
  });
  return {
    repository,
    github,
    oidc,
    aws,
    job(context = {}) {
      const base: Partial<RunContext> = {
        workspace: repository.bare,
        repository: fullName,
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
    withIdToken(context, environment, claims = {}) {
      oidc.setClaims({
        ...noClaims(oidc),
        repository: fullName,
        repository_id: String(REPOSITORY.id),
        repository_owner_id: String(REPOSITORY.ownerId),
        ref: context.ref ?? 'refs/heads/master',
        event_name: context.event?.name ?? 'workflow_dispatch',
        environment,
        ...claims,
      });
      return { ...context, idToken: { url: oidc.requestUrl, token: oidc.requestToken } };
    },
    async pullRequestRun(number, action, extra) {
      const payload = await github.eventFor(number, action, extra);
      const pull = await github.pulls.find(number);
      if (pull === undefined) throw new Error(`no pull request #${number}`);
      // The `closed` run of a merged pull request has the branch it went into as its ref (GitHub, "Events that trigger workflows").
      const merged = action === 'closed' && pull.mergedAt !== undefined;
      return contextOf({
        event: { name: 'pull_request', payload },
        ref: merged ? `refs/heads/${pull.base}` : `refs/pull/${number}/merge`,
        sha: pull.mergeSha ?? pull.headSha,
        headRef: pull.head,
        baseRef: pull.base,
      });
    },
    async pushRun(branch, before) {
      const after = repository.head(`refs/heads/${branch}`);
      const payload = await github.pushEvent(branch, before ?? '0'.repeat(40), after);
      return contextOf({ event: { name: 'push', payload }, ref: `refs/heads/${branch}`, sha: after });
    },
    deleteRun: (ref, type = 'branch') =>
      contextOf({ event: { name: 'delete', payload: github.deleteEvent(ref, type) }, ref: 'refs/heads/master' }),
    dispatchRun: (ref, inputs) =>
      contextOf({
        event: { name: 'workflow_dispatch', payload: github.dispatchEvent(ref, inputs) },
        ref,
        sha: repository.head(ref),
      }),
    otherRun: (event, ref, payload = {}) => contextOf({ event: { name: event, payload }, ref }),
    async close() {
      for (const job of jobs) job.remove();
      await Promise.all([github.close(), oidc.close(), aws.close()]);
      repository.remove();
    },
  };
}

/** Every claim that a job before may have set, taken back. */
function noClaims(oidc: LocalOidc): { [K in keyof JobClaims]?: undefined } {
  return Object.fromEntries(Object.keys(oidc.claims()).map((name) => [name, undefined]));
}

function addAccount(aws: LocalAws, oidc: LocalOidc, profile: Profile): void {
  const account = ACCOUNTS[profile];
  aws.providers.add({ account, url: oidc.issuer, audiences: ['sts.amazonaws.com'], jwksUri: oidc.jwksUri });
  addRole(aws, account, 'serverless-stages', {
    Kind: 'configured',
    Environment: profile,
    Branch: profile === 'prod' ? 'prod' : 'master',
  });
  const key = `/workshop/${profile}/endpoint_api_key`;
  aws.ssm.put(account, REGION, key, API_KEYS[profile], { type: 'SecureString', keyId: 'alias/aws/ssm' });
}

function addPreviewRole(aws: LocalAws): void {
  addRole(aws, ACCOUNTS.dev, 'serverless-stages-preview', {
    Kind: 'previews',
    Environment: 'preview',
    DefaultBranch: 'master',
    PreviewBranches: 'refs/heads/feature/*',
  });
}

/** Registers a role with the trust policy that the shipped template gives it with these parameters. */
export function addRole(
  aws: LocalAws,
  account: string,
  name: string,
  parameters: Readonly<Record<string, string>>,
  more: { partition?: string; maxSessionDuration?: number } = {},
): void {
  const { partition = 'aws', ...rest } = more;
  const trustPolicy = trustPolicyFromTemplate(TEMPLATE, 'Role', {
    RepositoryOwner: REPOSITORY.owner,
    Repository: REPOSITORY.name,
    OwnerId: String(REPOSITORY.ownerId),
    RepositoryId: String(REPOSITORY.id),
    App: 'workshop',
    RoleName: name,
    ...parameters,
    'AWS::AccountId': account,
    'AWS::Partition': partition,
  });
  aws.roles.add({ arn: `arn:${partition}:iam::${account}:role/${name}`, trustPolicy, ...rest });
}
