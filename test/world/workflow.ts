import type { Job } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import type { World } from './world.ts';

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
  /** Further inputs of steps, by action. */
  readonly inputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The steps of the deploy job by what is decided. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  deploy: ['install-dependencies', 'load-profile', 'deploy-service'],
  destroy: ['load-profile', 'destroy-stage'],
  sweep: ['load-profile', 'destroy-stage'],
};
let runs = 0;

/** Plays the run that GitHub starts for an event of a pull request. */
export async function runPreview(
  world: World,
  number: number,
  action: 'opened' | 'synchronize' | 'closed' | 'reopened',
  settings: RunSettings = {},
): Promise<WorkflowRun> {
  const context = await world.pullRequestRun(number, action);
  const pull = await world.github.pulls.find(number);
  const workspace = world.repository.workspace(pull?.headSha ?? '');
  return runWorkflow(world, { ...context, workspace }, {}, settings);
}

/** Plays the run that deploys a configured stage when its branch was pushed to, or by hand. */
export async function runStage(
  world: World,
  stage: string,
  settings: RunSettings & { readonly commit?: string } = {},
): Promise<WorkflowRun> {
  const branch = stage === 'prod' ? 'prod' : 'master';
  const context = await world.pushRun(branch);
  const workspace = world.repository.workspace(settings.commit ?? context.sha ?? '');
  const commit = settings.commit === undefined ? {} : { commit: settings.commit };
  return runWorkflow(world, { ...context, workspace }, { stage, ...commit }, settings);
}

/** Plays the run of the schedule that removes what nobody wants any more. */
export async function runSweep(world: World, settings: RunSettings = {}): Promise<WorkflowRun> {
  const context = world.otherRun('schedule', 'refs/heads/master');
  const workspace = world.repository.workspace('master');
  return runWorkflow(world, { ...context, workspace }, { sweep: 'true' }, settings);
}

/** Plays the jobs of a workflow: resolve, with `inputs`; and the one that deploys or removes, where that is the decision. */
async function runWorkflow(
  world: World,
  context: RunContext,
  inputs: Readonly<Record<string, string>>,
  settings: RunSettings,
): Promise<WorkflowRun> {
  runs += 1;
  const { workspace } = context;
  const home = settings.home === undefined ? {} : { home: settings.home };
  const shared: RunContext = { ...context, ...home, runId: String(3000 + runs), env: { ...settings.env } };
  const resolveJob = world.job({ ...shared, job: 'resolve' });
  const resolve = await resolveJob.run({
    action: 'resolve-stage',
    inputs: { ...inputs, ...settings.inputs?.['resolve-stage'] },
  });
  await resolveJob.finish();
  const { outputs } = resolveJob.outputs(resolve.outputs);
  resolveJob.remove();
  const names = STEPS[outputs['decision'] ?? ''];
  if (names === undefined) return { resolve, steps: {}, posts: [], reports: {} };

  const configuration = outputs['configuration'] ?? '';
  const isDeploy = outputs['decision'] === 'deploy';
  const start = isDeploy ? await report(world, shared, { phase: 'start', configuration }) : undefined;
  const job = world.job({
    ...world.withIdToken(shared, outputs['environment']),
    job: 'deploy',
    env: { SLS_AWS_MONITORING_FREQUENCY: '50', ...settings.env },
  });
  try {
    const given = { configuration, expired: String(outputs['decision'] === 'sweep') };
    const steps = await runDeployJob(job, { names, given, workspace }, settings);
    const posts = await job.finish();
    const end = await report(world, shared, {
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
async function report(world: World, shared: RunContext, inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  const job = world.job({ ...shared, job: inputs['phase'] ?? '' });
  try {
    const told = await job.run({ action: 'report-stage', inputs });
    await job.finish();
    return told;
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

/** What load-profile hands to the steps after it. */
export function handedOver({
  outputs,
}: Pick<StepResult, 'outputs'>): Record<'credentials-file' | 'parameters-file', string> {
  const fileOf = (name: string) => outputs[name] ?? '';
  return { 'credentials-file': fileOf('credentials-file'), 'parameters-file': fileOf('parameters-file') };
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
    const files = handedOver(steps['load-profile'] ?? { outputs: {} });
    const more: Readonly<Record<string, Record<string, string>>> = {
      'deploy-service': files,
      'destroy-stage': { 'credentials-file': files['credentials-file'], expired },
    };
    const result = await job.run({
      action,
      inputs: { configuration, ...more[action], ...settings.inputs?.[action] },
    });
    steps[action] = result;
    if (result.exitCode !== 0) break;
  }
  return steps;
}
