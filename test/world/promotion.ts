import type { RunContext, StepResult } from '../runner/run-options.ts';
import { type RunSettings, runStage, type WorkflowRun } from './workflow.ts';
import type { World } from './world.ts';

/** One run of the workflow that promotes, job by job as `workflows-templates/promote.yml` has them. */
export interface PromotionRun {
  readonly verdict: StepResult;
  /** Undefined if the verdict lets nothing happen. */
  readonly move?: StepResult;
  /** Undefined if nothing was moved. */
  readonly deploy?: WorkflowRun;
  readonly report?: StepResult;
}

export interface PromotionSettings extends RunSettings {
  /** Branch that the run is started on; default: prod. */
  readonly branch?: string;
  readonly actor?: string;
  readonly runId?: string;
  /** Variable SERVERLESS_STAGES_FREEZE of the repository. */
  readonly freeze?: string;
  /** Token of the verdict; default: one with the rights that the workflow has. */
  readonly verdictToken?: string;
  /** Token of the job that moves; default: one with the rights that the workflow has. */
  readonly moveToken?: string;
  /** Whether the job may ask for identity tokens; default: it may. */
  readonly hasIdentity?: boolean;
  /** The variable when the move has its turn; default: as before. */
  readonly freezeAtMove?: string;
  readonly runAttempt?: string;
  /** What happens while the run waits for its approval. */
  readonly whileWaiting?: (verdict: StepResult) => unknown;
  /** Whether the run ends after the verdict, or after the move, without a report, as a killed one does. */
  readonly endAfter?: 'verdict' | 'move';
}

let runs = 0;
const VERDICT_RIGHTS = { contents: 'read', actions: 'read' } as const;
/** Milliseconds after which a job of a promotion hangs: most are done in one second. */
const HANGS_AFTER = 60_000;
const MOVE_RIGHTS = { contents: 'write', 'pull-requests': 'write' } as const;

/** Plays the run that a person starts by hand, with these inputs. */
export async function runPromotion(
  world: World,
  inputs: Readonly<Record<string, string>> = {},
  settings: PromotionSettings = {},
): Promise<PromotionRun> {
  const { freeze = '' } = settings;
  const { shared, run } = openRun(world, inputs, settings);
  const token = settings.verdictToken ?? world.github.issueToken({ permissions: VERDICT_RIGHTS });
  const trusted = settings.hasIdentity === false ? shared : world.withIdToken(shared);
  const verdict = await run('verdict', trusted, { ...inputs, freeze, 'github-token': token });
  const { plan = '' } = verdict.outputs;
  if (plan === '' || settings.endAfter === 'verdict') return { verdict };

  await settings.whileWaiting?.(verdict);
  const move = await moveIn(world, run, shared, plan, settings);
  if (settings.endAfter === 'move') return { verdict, move };
  const commit = move.outputs['commit'] ?? '';
  const deploy = commit === '' ? undefined : await deployMoved(world, { verdict, move }, settings);
  const report = await run('report', shared, {
    phase: 'report',
    plan,
    'moved-commit': commit,
    'pull-request': move.outputs['pull-request'] ?? '',
    'deploy-result': deploy === undefined ? 'skipped' : resultOf(deploy),
    'deploy-status': deploy?.steps['deploy-service']?.outputs['status'] ?? '',
  });
  return { verdict, move, report, ...(deploy === undefined ? {} : { deploy }) };
}

/** Plays the job that moves once more, or alone, with the plan of a verdict. */
export async function runMove(world: World, plan: string, settings: PromotionSettings = {}): Promise<StepResult> {
  const { shared, run } = openRun(world, {}, settings);
  return moveIn(world, run, shared, plan, settings);
}

type RunJob = (
  job: string,
  context: Partial<RunContext>,
  given: Readonly<Record<string, string>>,
) => Promise<StepResult>;

/** What the jobs of one run have in common. */
function openRun(
  world: World,
  inputs: Readonly<Record<string, string>>,
  settings: PromotionSettings,
): { readonly shared: Partial<RunContext>; readonly run: RunJob } {
  runs += 1;
  const { branch = 'prod', actor = 'ada', runId = String(9000 + runs), runAttempt = '1' } = settings;
  const context = { ...world.dispatchRun(`refs/heads/${branch}`, inputs), actor, runId, runAttempt };
  const shared = {
    ...context,
    timeout: HANGS_AFTER,
    workspace: world.repository.workspace(world.repository.head(branch)),
  };
  const more = settings.env === undefined ? {} : { env: { ...settings.env } };
  const run: RunJob = async (job, of, given) => {
    const opened = world.job({ ...of, job, ...more });
    const step = await opened.run({ action: 'promote', inputs: { ...given } });
    await opened.finish();
    opened.remove();
    return step;
  };
  return { shared, run };
}

function moveIn(
  world: World,
  run: RunJob,
  shared: Partial<RunContext>,
  plan: string,
  { freeze = '', freezeAtMove = freeze, moveToken }: PromotionSettings,
): Promise<StepResult> {
  const token = moveToken ?? world.github.issueToken({ permissions: MOVE_RIGHTS });
  return run('move', shared, { phase: 'move', plan, freeze: freezeAtMove, 'github-token': token });
}

/** What stage.yml does with what was moved. */
function deployMoved(
  world: World,
  { verdict, move }: { readonly verdict: StepResult; readonly move: StepResult },
  settings: RunSettings,
): Promise<WorkflowRun> {
  const { commit = '', redeploy = '', rollback = '' } = move.outputs;
  const lift = { 'lift-freeze': verdict.outputs['lift-freeze'] ?? '' };
  return runStage(world, 'prod', {
    ...settings,
    commit,
    inputs: {
      'resolve-stage': lift,
      'deploy-service': {
        ...lift,
        redeploy,
        rollback,
        'expected-code': verdict.outputs['expected-code'] ?? '',
        'test-result': 'success',
      },
    },
  });
}

/** Result of the job, as GitHub says it. */
function resultOf({ resolve, steps }: WorkflowRun): string {
  const all = [resolve, ...Object.values(steps)];
  return all.every(({ exitCode }) => exitCode === 0) ? 'success' : 'failure';
}
