import { describeProgress } from '../../core/deploy/progress.ts';
import type { ServiceResult } from '../../core/deploy/result.ts';
import { type Deployment, deploymentId, deploymentsOf, labelOf, tasksOf } from '../../core/deploy/task.ts';
import { runGraph } from '../../core/graph/run.ts';
import { inTree } from '../../core/source/tree.ts';
import type { ServerlessRunner } from '../../io/serverless/runner.ts';
import type { DeployEdges, Licence } from '../edges.ts';
import type { Held } from '../hold/lock.ts';
import type { Run } from '../run.ts';
import { keptVoice } from '../voice.ts';
import { rollBack } from './back/roll-back.ts';
import type { Updated } from './back/updated.ts';
import { createRunMemory } from './outputs/run-memory.ts';
import type { PlannedService } from './plan/planned-service.ts';
import type { StagePlan } from './plan/stage-plan.ts';
import { deployWhenReady } from './ready-service.ts';
import { createStackClaims } from './service/stack-claims.ts';

/** How a plan is carried out. */
export interface GraphOptions extends Held {
  /** How many services are deployed at the same time. */
  readonly concurrency: number;
  readonly licence: Licence;
}

/** Deploys all that is planned, each as soon as what it needs is done, and returns what came of each. Never rejects. */
export async function deployGraph(
  plan: StagePlan,
  run: Run,
  { concurrency, licence, checkHeld }: GraphOptions,
  edges: DeployEdges,
): Promise<ServiceResult[]> {
  const { regions } = edges.configuration.profile;
  const { voice } = edges;
  const planned = new Map(plan.planned.map((one) => [one.service.key, one]));
  const deployments = new Map(deploymentsOf([...planned.keys()], regions).map((one) => [one.id, one]));
  const results = new Map<string, ServiceResult>();
  const started = new Map<string, number>();
  const updates = new Map<string, Updated>();
  const memory = createRunMemory();
  const runnerOf = runnersByRegion(licence, edges);
  const claims = new Map(regions.map((region) => [region, createStackClaims()]));
  const deploymentOf = (id: string) => deployments.get(id) as Deployment;
  const label = (id: string) => labelOf(deploymentOf(id), regions);

  let hasFailed = false;
  const leaveOut = (id: string, reason: string) => {
    const { key, region } = deploymentOf(id);
    results.set(id, { key, name: '', region, status: 'not-started', reason, reads: [], outputs: {}, seconds: 0 });
    voice.log.info(`${label(id)}: ${reason}`);
  };
  const folderOf = (key: string) => inTree('', planned.get(key)?.service.path ?? key);
  await runGraph(tasksOf([...deployments.values()], plan.graph, folderOf), concurrency, {
    async work(id) {
      const { key, region } = deploymentOf(id);
      // What is not updated has not to go back.
      if (run.rollsBack && hasFailed) {
        leaveOut(id, 'not started, because a service failed and the others go back');
        return false;
      }
      started.set(id, voice.clock());
      const own = keptVoice(voice);
      const result = await deployWhenReady(
        planned.get(key) as PlannedService,
        {
          region,
          label: label(id),
          runner: () => runnerOf(region),
          claimStack: claims.get(region) ?? createStackClaims(),
          checkHeld,
          resultOf: (other) => results.get(deploymentId(other, region)),
          updated: (one) => updates.set(id, one),
        },
        { plan, run, memory },
        { ...edges, voice: own },
      );
      results.set(id, result);
      hasFailed ||= result.status === 'failed';
      const url = result.url === undefined ? '' : `, ${result.url}`;
      own.flush(`${label(id)}: ${result.status} in ${result.seconds} s${url}`);
      // Of a dry run all is told, whatever would fail.
      return run.isDryRun || result.status !== 'failed';
    },
    notStarted(id, because) {
      leaveOut(id, `not started, because ${label(because)} failed`);
    },
    changed(schedule) {
      if (deployments.size > 1) {
        voice.log.info(describeProgress(schedule, { label, total: deployments.size, started, now: voice.clock() }));
      }
    },
  });
  const needs = (id: string) =>
    (plan.graph.get(deploymentOf(id).key) ?? []).map(({ on }) => deploymentId(on, deploymentOf(id).region));
  const ended = await rollBack(results, { updates, needs, concurrency, checkHeld }, run, edges);
  return [...deployments.keys()].flatMap((id) => ended.get(id) ?? []);
}

/** One runner a region, made when the first service of it starts. */
function runnersByRegion(
  licence: Licence,
  { configuration, live, redactor, createRunner }: DeployEdges,
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
