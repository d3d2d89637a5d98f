import type { Inputs as DeployInputs } from '../../actions/deploy-service/contract.ts';
import { run as deploy } from '../../actions/deploy-service/run.ts';
import { run as destroy } from '../../actions/destroy-stage/run.ts';
import { run as resolve } from '../../actions/resolve-stage/run.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { decodeJson } from '../../core/transport.ts';
import type { RunAttempt } from '../../stage/run.ts';
import { previewsFrom } from '../../stage/wanted/preview-now.ts';
import type { Attempt } from './actions.ts';
import { openDeployment, openGitHub, openStage, SILENT } from './edges.ts';
import { REPOSITORY_ID, type World } from './world.ts';

/** What the first job of a run hands to the second. */
export interface Resolved {
  readonly decision: string;
  readonly configuration: EffectiveConfiguration | undefined;
}

/** The jobs of workflows-templates/preview.yml and of the sweep: what is wanted is asked first, and done later. */
export async function playJobs(world: World, attempt: Attempt): Promise<void> {
  attempt.resolved ??= await resolveStage(world, attempt);
  const { decision, configuration } = attempt.resolved;
  if (configuration === undefined) {
    attempt.status = 'skip';
    return;
  }
  await world.scheduler.wait(
    attempt,
    `begins the job: ${decision} ${configuration.stage.name} ${configuration.stage.commit ?? ''}`,
  );
  const { outputs, failure } = await changeStage(world, attempt, decision, configuration);
  attempt.status = outputs.status;
  attempt.failure = failure?.message;
}

async function resolveStage(world: World, attempt: Attempt): Promise<Resolved> {
  const sources = openGitHub(world, attempt);
  const { trigger } = attempt;
  const { outputs } = await resolve(
    {
      stage: undefined,
      commit: undefined,
      ref: undefined,
      freeze: undefined,
      'lift-freeze': undefined,
      'dry-run': false,
      sweep: trigger.type === 'sweep',
      'working-directory': '.',
      'github-token': '',
    },
    {
      ...sources,
      ...previewsFrom(sources),
      log: SILENT,
      event: trigger.type === 'sweep' ? { type: 'dispatch' } : trigger,
      runRef: trigger.type === 'pull-request' ? `refs/pull/${trigger.number}/merge` : 'refs/heads/master',
      isRerun: attempt.attempt > 1,
      source: undefined,
      filesOf: async () => undefined,
      now: Date.now,
    },
  );
  const { decision = '', configuration } = outputs;
  return {
    decision,
    configuration: configuration === undefined ? undefined : (decodeJson(configuration) as EffectiveConfiguration),
  };
}

/** Inputs that both actions have. */
const COMMON = {
  configuration: undefined,
  stage: undefined,
  'credentials-file': '',
  concurrency: 4,
  'job-summary': true,
  'github-token': '',
  'working-directory': '.',
} as const;

const DEPLOY: DeployInputs = {
  ...COMMON,
  services: undefined,
  'parameters-file': '',
  'publish-outputs': undefined,
  'dry-run': false,
  redeploy: false,
  freeze: undefined,
  rollback: false,
  'lift-freeze': undefined,
  'test-result': undefined,
  'expected-code': undefined,
  'serverless-access-key': undefined,
  'serverless-license-key': undefined,
};

function changeStage(world: World, attempt: Attempt, decision: string, configuration: EffectiveConfiguration) {
  const run: RunAttempt = {
    repository: 'shop/shop',
    repositoryId: REPOSITORY_ID,
    id: attempt.run,
    attempt: String(attempt.attempt),
    runner: `runner of ${attempt.name}`,
    url: '',
  };
  if (decision === 'deploy') {
    return deploy(DEPLOY, openDeployment(world, attempt, run, configuration));
  }
  const expired = decision === 'sweep';
  const inputs = { ...COMMON, ref: undefined, expired, limit: 50, 'dry-run': false, confirm: undefined };
  return destroy(inputs, openStage(world, attempt, run, configuration));
}
