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
  /** What people were told, by the phase; a sweep has no start. */
  readonly reports: Readonly<Partial<Record<'start' | 'end', StepResult>>>;
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

/** The steps of the deploy job by what is decided. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  deploy: ['install-dependencies', 'load-profile', 'deploy-service'],
  destroy: ['load-profile', 'destroy-stage'],
  sweep: ['load-profile', 'destroy-stage'],
};
let runs = 0;

/** What is told of a run: its event and where it is. */
export type WorkflowContext = Pick<RunContext, 'workspace' | 'event' | 'ref' | 'sha' | 'headRef' | 'baseRef'>;

/** Plays the jobs of a workflow: resolve, with `inputs`; and the one that deploys or removes, where that is the decision. */
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
  const names = STEPS[outputs['decision'] ?? ''];
  if (names === undefined) {
    return { resolve, steps: {}, posts: [], reports: {} };
  }
  const configuration = outputs['configuration'] ?? '';
  const start =
    outputs['decision'] === 'deploy' ? await runReport(shared, { phase: 'start', configuration }) : undefined;
  const { ref = '', event, headRef } = context;
  oidc.setClaims({ environment: outputs['environment'], ref, event_name: event?.name ?? '', head_ref: headRef });
  const job = createJob({
    ...shared,
    job: 'deploy',
    idToken: { url: oidc.requestUrl, token: oidc.requestToken },
    env: { AWS_ENDPOINT_URL: standIns.aws.url, SLS_AWS_MONITORING_FREQUENCY: '50', ...settings.env },
  });
  try {
    const given = { configuration, expired: String(outputs['decision'] === 'sweep') };
    const steps = await runDeployJob(job, { names, given, workspace: shared.workspace }, settings);
    const posts = await job.finish();
    const end = await runReport(shared, {
      phase: 'end',
      configuration,
      ...endOf(Object.values(steps)),
      'github-deployment': start?.outputs['github-deployment'] ?? '',
    });
    return { resolve, steps, posts, reports: { ...(start === undefined ? {} : { start }), end } };
  } finally {
    job.remove();
  }
}

/** A job of its own that tells people how the stage stands. */
async function runReport(shared: RunContext, inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  const job = createJob({ ...shared, job: inputs['phase'] ?? '' });
  try {
    const report = await job.run({ action: 'report-stage', inputs });
    await job.finish();
    return report;
  } finally {
    job.remove();
  }
}

/** What the deploy job hands on: the runner drops an output that holds a masked value. */
function endOf(steps: readonly StepResult[]): Record<string, string> {
  const last = steps.at(-1);
  const isDone = last?.exitCode === 0;
  const error = last?.outputs['error'] ?? '';
  return { result: last?.outputs['result'] ?? '', error, 'deploy-result': isDone ? 'success' : 'failure' };
}

interface JobParts {
  /** Its steps. */
  readonly names: readonly string[];
  readonly given: { readonly configuration: string; readonly expired: string };
  readonly workspace: string;
}

async function runDeployJob(
  job: Job,
  { names, given: { configuration, expired }, workspace }: JobParts,
  settings: RunSettings,
): Promise<Record<string, StepResult>> {
  const steps: Record<string, StepResult> = {};
  for (const action of names.filter((name) => !settings.without?.includes(name))) {
    settings.beforeStep?.(action, workspace);
    const profile = steps['load-profile']?.outputs ?? {};
    const credentials = { 'credentials-file': profile['credentials-file'] ?? '' };
    const more: Readonly<Record<string, Record<string, string>>> = {
      'deploy-service': { ...credentials, 'parameters-file': profile['parameters-file'] ?? '' },
      'destroy-stage': { ...credentials, expired },
    };
    const inputs = { configuration, ...more[action] };
    const result = await job.run({ action, inputs });
    steps[action] = result;
    if (result.exitCode !== 0) {
      break;
    }
  }
  return steps;
}
