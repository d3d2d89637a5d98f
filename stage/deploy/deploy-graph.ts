import { describeProgress } from '../../core/deploy/progress.ts';
import type { ServiceResult } from '../../core/deploy/result.ts';
import { type Deployment, deploymentsOf, labelOf, tasksOf } from '../../core/deploy/task.ts';
import { runGraph } from '../../core/graph/run.ts';
import type { ServerlessRunner } from '../../io/serverless/runner.ts';
import type { Dependencies } from './dependencies.ts';
import { createRunMemory } from './outputs/run-memory.ts';
import { createStackClaims } from './plan/prepare.ts';
import type { StageWork } from './plan/stage-work.ts';
import { deployAtTurn } from './turn.ts';

/** Deploys all that is selected, each as soon as what it needs is done, and returns what came of each. Never rejects. */
export async function deployGraph(work: StageWork, deps: Dependencies): Promise<ServiceResult[]> {
  const { plan, inputs } = work;
  const { regions } = deps.configuration.profile;
  const selected = plan.selection.selected.map(({ key }) => key);
  const deployments = deploymentsOf(selected, regions);
  const byId = new Map(deployments.map((deployment) => [deployment.id, deployment]));
  const results = new Map<string, ServiceResult>();
  const started = new Map<string, number>();
  const runnerOf = runnersByRegion(work, deps);
  const memory = createRunMemory();
  const claimStack = new Map(regions.map((region) => [region, createStackClaims()]));
  const label = (id: string) => labelOf(byId.get(id) ?? { id, key: id, region: '' }, regions);

  await runGraph(tasksOf(deployments, plan.graph), inputs.concurrency, {
    async work(id) {
      const deployment = byId.get(id) as Deployment;
      started.set(id, deps.clock());
      const log = deps.keptLog(deps.log);
      const claim = claimStack.get(deployment.region) ?? createStackClaims();
      const runner = () => runnerOf(deployment.region);
      const live = (text: string) => deps.log.info(text);
      const result = await deployAtTurn(deployment, { ...work, runner, claim, live, memory }, { ...deps, log });
      results.set(id, result);
      const url = result.url === undefined ? '' : `, ${result.url}`;
      log.flush(`${label(id)}: ${result.status} in ${result.seconds} s${url}`);
      return result.status !== 'failed';
    },
    notStarted(id, because) {
      const { key, region } = byId.get(id) as Deployment;
      const reason = `not started, because ${label(because)} failed`;
      results.set(id, { key, name: '', region, status: 'not-started', reason, reads: [], outputs: {}, seconds: 0 });
      deps.log.info(`${label(id)}: ${reason}`);
    },
    changed(schedule) {
      if (deployments.length > 1) {
        deps.log.info(describeProgress(schedule, { label, total: deployments.length, started, now: deps.clock() }));
      }
    },
  });
  return deployments.flatMap(({ id }) => results.get(id) ?? []);
}

/** One runner a region, made when the first service of it starts. */
function runnersByRegion(
  { licence }: StageWork,
  { configuration, live, redactor, createRunner }: Dependencies,
): (region: string) => Promise<ServerlessRunner> {
  const runners = new Map<string, Promise<ServerlessRunner>>();
  return (region) => {
    const known = runners.get(region);
    const { exportEnv } = configuration.profile;
    const target = { stage: configuration.stage.name, region };
    const runner = known ?? createRunner({ target, keys: live.inRegion(region).keys, exportEnv, licence, redactor });
    runners.set(region, runner);
    return runner;
  };
}
