import type { Job } from '../runner/job.ts';
import { createJob } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import { type StandIns, WORKSHOP } from './stand-ins.ts';

/** One run of a workflow, step by step as `.github/workflows/` has them. */
export interface WorkflowRun {
  readonly resolve: StepResult;
  /** The steps of the deploy job by action; empty where the decision is not to deploy. */
  readonly steps: Readonly<Record<string, StepResult>>;
  /** The deploy job's last words: its post steps. */
  readonly posts: readonly StepResult[];
}

export interface RunSettings {
  /** HOME of the jobs; a folder of their own by default. */
  readonly home?: string;
  /** Called before each step of the deploy job with the folder that the commit is checked out in. */
  readonly beforeStep?: (action: string, workspace: string) => void;
  /** Variables of every step; AWS_ENDPOINT_URL among them puts another AWS in the place of the local one. */
  readonly env?: Readonly<Record<string, string>>;
  /** Steps of the deploy job that the run leaves out. */
  readonly without?: readonly string[];
}

const DEPLOY_STEPS = ['install-dependencies', 'load-profile', 'deploy-service'] as const;
let runs = 0;

/** What is told of a run: its event and where it is. */
export type WorkflowContext = Pick<RunContext, 'workspace' | 'event' | 'ref' | 'sha' | 'headRef' | 'baseRef'>;

/** Plays the jobs of a workflow: resolve, with `inputs`; and deploy, where that is the decision. */
export async function runWorkflow(
  standIns: StandIns,
  context: WorkflowContext,
  inputs: Readonly<Record<string, string>>,
  settings: RunSettings,
): Promise<WorkflowRun> {
  const { github, oidc } = standIns;
  runs += 1;
  const shared: RunContext = {
    ...context,
    repository: `${WORKSHOP.owner}/${WORKSHOP.name}`,
    repositoryId: String(WORKSHOP.id),
    runId: String(3000 + runs),
    githubApiUrl: github.url,
    githubToken: github.token,
    ...(settings.home === undefined ? {} : { home: settings.home }),
    env: { ...settings.env },
  };
  const resolveJob = createJob({ ...shared, job: 'resolve' });
  const resolve = await resolveJob.run({ action: 'resolve-stage', inputs: { ...inputs } });
  await resolveJob.finish();
  const { outputs } = resolveJob.outputs(resolve.outputs);
  resolveJob.remove();
  if (outputs['decision'] !== 'deploy') {
    return { resolve, steps: {}, posts: [] };
  }
  const { ref = '', event, headRef } = context;
  oidc.setClaims({ environment: outputs['environment'], ref, event_name: event?.name ?? '', head_ref: headRef });
  const job = createJob({
    ...shared,
    job: 'deploy',
    idToken: { url: oidc.requestUrl, token: oidc.requestToken },
    env: { AWS_ENDPOINT_URL: standIns.aws.url, SLS_AWS_MONITORING_FREQUENCY: '50', ...settings.env },
  });
  try {
    const steps = await runDeployJob(job, outputs['configuration'] ?? '', shared.workspace, settings);
    return { resolve, steps, posts: await job.finish() };
  } finally {
    job.remove();
  }
}

async function runDeployJob(
  job: Job,
  configuration: string,
  workspace: string,
  settings: RunSettings,
): Promise<Record<string, StepResult>> {
  const steps: Record<string, StepResult> = {};
  for (const action of DEPLOY_STEPS.filter((name) => !settings.without?.includes(name))) {
    settings.beforeStep?.(action, workspace);
    const profile = steps['load-profile']?.outputs ?? {};
    const files = {
      'credentials-file': profile['credentials-file'] ?? '',
      'parameters-file': profile['parameters-file'] ?? '',
    };
    const inputs = { configuration, ...(action === 'deploy-service' ? files : {}) };
    const result = await job.run({ action, inputs });
    steps[action] = result;
    if (result.exitCode !== 0) {
      break;
    }
  }
  return steps;
}
