import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { NotificationConfig } from '../../core/configuration/notification-schema.ts';
import type { DeployResult, ServiceResult } from '../../core/deploy/result.ts';
import type { RemovalResult } from '../../core/removal/result.ts';
import type { StageIdentity } from '../../core/stage/identity.ts';
import { previewStageName } from '../../core/stage/name.ts';
import { encodeJson } from '../../core/transport.ts';
import { removedStage } from '../core/removal/sample-removal.ts';
import { deployedService, deployResult, removalResult, sampleConfiguration } from '../core/report/sample-report.ts';
import { type LocalGithub, startLocalGithub } from '../local-github/server.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import { makeUserRepository, type UserRepository } from '../world/repository.ts';
import { expectSuccess } from './verdict.ts';

/** A pull request's preview at one commit, and what resolve-stage says of it. */
export interface Preview {
  readonly number: number;
  readonly branch: string;
  readonly stage: StageIdentity & { readonly commit: string };
  readonly configuration: EffectiveConfiguration;
}

export interface ReportOptions {
  readonly result?: DeployResult | RemovalResult;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly context?: Partial<RunContext>;
}

/** GitHub with a user's repository, and the built report-stage. */
export interface Office {
  readonly repository: UserRepository;
  readonly github: LocalGithub;
  /** Opens a pull request of a new branch with one commit. */
  openPreview(notifications?: readonly NotificationConfig[]): Promise<Preview>;
  /** The same preview after one more commit. */
  pushTo(preview: Preview): Preview;
  /** Runs report-stage as a job of its own. */
  report(phase: string, configuration: EffectiveConfiguration | string, options?: ReportOptions): Promise<StepResult>;
  /** Runs it for the start and the end of one deploy, which both have to succeed; returns the two steps. */
  reportBoth(preview: Pick<Preview, 'configuration'>, result: DeployResult): Promise<readonly [StepResult, StepResult]>;
  close(): Promise<void>;
}

/** Starts GitHub on 127.0.0.1. */
export async function startOffice(options: { basePath?: string; serverUrl?: string } = {}): Promise<Office> {
  const repository = makeUserRepository();
  const named = {
    owner: 'acme',
    name: 'workshop',
    id: 1001,
    ownerId: 2001,
    defaultBranch: 'master',
    bare: repository.bare,
  };
  const github = await startLocalGithub({ repositories: [named], ...options });
  const jobs: Job[] = [];
  let count = 0;

  function previewAt(number: number, branch: string, commit: string, notifications?: readonly NotificationConfig[]) {
    const ref = `refs/heads/${branch}`;
    const name = previewStageName(ref, 20);
    const stage = { name, kind: 'preview', ref, pullRequest: number, commit, baseBranch: 'master' } as const;
    return { number, branch, stage, configuration: sampleConfiguration(stage, notifications) };
  }

  const office: Office = {
    repository,
    github,
    async openPreview(notifications) {
      count += 1;
      const branch = `feature/${count}`;
      const commit = repository.commit(branch, { 'changed.txt': branch });
      const { number } = await github.pulls.open({ head: branch, base: 'master' });
      return previewAt(number, branch, commit, notifications);
    },
    pushTo({ number, branch, configuration }) {
      count += 1;
      const commit = repository.commit(branch, { 'changed.txt': `${branch} ${count}` });
      return previewAt(number, branch, commit, configuration.notifications);
    },
    report(phase, configuration, { result, inputs, context } = {}) {
      const base = { workspace: repository.bare, githubApiUrl: github.url, githubToken: github.token };
      const job = createJob({ ...base, ...context });
      jobs.push(job);
      return job.run({
        action: 'report-stage',
        inputs: {
          phase,
          configuration: typeof configuration === 'string' ? configuration : encodeJson(configuration),
          ...(result === undefined ? {} : { result: encodeJson(result) }),
          ...inputs,
        },
      });
    },
    async reportBoth({ configuration }, result) {
      const start = await office.report('start', configuration);
      expectSuccess(start);
      const id = start.outputs['github-deployment'] ?? '';
      const end = await office.report('end', configuration, { result, inputs: { 'github-deployment': id } });
      expectSuccess(end);
      return [start, end];
    },
    async close() {
      for (const job of jobs) job.remove();
      await github.close();
      repository.remove();
    },
  };
  return office;
}

/** What deploy-service says of a preview (or a configured stage) whose services ended so. */
export function resultOf(
  { stage }: { readonly stage: StageIdentity },
  services: readonly ServiceResult[] = [deployedService()],
  overrides: Partial<DeployResult> = {},
): DeployResult {
  const { name, kind, ref, commit } = stage;
  return deployResult(services, { stage: name, kind, ref, ...(commit === undefined ? {} : { commit }), ...overrides });
}

/** What resolve-stage says of a preview that is to be removed, and destroy-stage when it is gone. */
export function removalOf({ stage }: Preview, overrides: Parameters<typeof removedStage>[0] = {}) {
  const { commit: _none, ...identity } = stage;
  const gone = removedStage({ stage: stage.name, of: stage.ref, reason: 'the pull request is closed', ...overrides });
  return { configuration: sampleConfiguration(identity), result: removalResult([gone]) };
}

/** The comments that are ours, on a pull request. */
export function ownComments({ github }: Office, number: number) {
  return github.comments.list(number).filter(({ body }) => body.startsWith('<!-- serverless-stages: app=workshop'));
}

/** The one comment of ours on a pull request; throws where there is not exactly one. */
export function ownComment(office: Office, number: number) {
  const [comment, ...doubles] = ownComments(office, number);
  if (comment === undefined || doubles.length > 0) throw new Error(`there are ${doubles.length + 1} comments or none`);
  return comment;
}

/** The GitHub deployments of a stage, newest first. */
export function deploymentsOf({ github }: Office, { name }: Pick<StageIdentity, 'name'>) {
  return github.deployments.list().filter(({ task }) => task === `deploy:workshop/${name}`);
}

/** The requests that changed something, as `METHOD path` below the repository. */
export function changesOf({ github }: Office, from = 0): string[] {
  return github.journal
    .slice(from)
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replace(/^.*\/repos\/[^/]+\/[^/]+/, '')}`);
}
