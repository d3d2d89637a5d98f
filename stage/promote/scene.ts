import { configuredStages, findConfiguredStage } from '../../core/configuration/effective.ts';
import { type Pair, pairList } from '../../core/configuration/promote.ts';
import type { Config, StageConfig } from '../../core/configuration/schema.ts';
import { UserError } from '../../core/errors.ts';
import { choosePair } from '../../core/promote/pair.ts';
import { branchOfRef, isBranchRef } from '../../core/stage/ref.ts';
import type { PromotionEdges } from './edges.ts';

/** One of the two stages, with the head of its branch. */
export interface Side {
  readonly name: string;
  readonly stage: StageConfig;
  readonly branch: string;
  /** Head of the branch. */
  readonly head: string;
  /** serverless-stages.yml as it is there. */
  readonly config: Config;
}

/** Which stages a promotion or a rollback is about, and how `to` stands. */
export interface Scene {
  readonly pair: Pair;
  readonly to: Side;
  readonly fromBranch: string;
  /** Whether the two stages have branches of their own, so that one moves. */
  readonly moves: boolean;
  /** Whether the run is on the branch of `to`: only there it may change a thing. */
  readonly isAtHome: boolean;
}

/** The same with `from`, which a rollback does not look at. */
export interface PromotionScene extends Scene {
  readonly from: Side;
}

/**
 * Finds out what is promoted where. The rules of a promotion are those of the file on the branch of `to`; until it has them,
 * those of the run's branch or of the default branch. Throws E_INPUT, E_STAGE_UNKNOWN, E_NOT_ON_BRANCH, E_CONFIG_FILE.
 */
export async function setScene(
  wanted: { readonly from: string | undefined; readonly to: string | undefined },
  edges: Pick<PromotionEdges, 'github' | 'configs' | 'run'>,
): Promise<Scene> {
  const { github, configs, run } = edges;
  const { defaultBranch } = await github.repository();
  const runBranch = isBranchRef(run.ref) ? branchOfRef(run.ref) : undefined;
  const config = await configWithPairs([runBranch, defaultBranch], edges);
  const asked = choosePair(config, { ...wanted, runBranch });
  const toBranch = branchOf(config, asked.to);
  const own = toBranch === runBranch ? config : await configs.ofBranch(toBranch).catch(orIfMissing(config));
  const knows = pairList(own.promote).some(({ from, to }) => from === asked.from && to === asked.to);
  const rules = knows ? own : config;
  const pair = knows ? choosePair(own, { from: asked.from, to: asked.to, runBranch }) : asked;
  const fromBranch = branchOf(rules, pair.from);
  return {
    pair,
    to: await sideOf(pair.to, toBranch, configuredStages(own).includes(pair.to) ? own : rules, edges),
    fromBranch,
    moves: fromBranch !== toBranch,
    isAtHome: runBranch === toBranch,
  };
}

/** Adds the stage that is promoted, as the file on its own branch has it. Throws E_STAGE_UNKNOWN, E_NOT_ON_BRANCH, E_CONFIG_FILE. */
export async function withFrom(
  scene: Scene,
  edges: Pick<PromotionEdges, 'github' | 'configs'>,
): Promise<PromotionScene> {
  const { pair, fromBranch } = scene;
  const config = await edges.configs.ofBranch(fromBranch);
  return { ...scene, from: await sideOf(pair.from, fromBranch, config, edges) };
}

/** The first of some branches' files that has pairs, else the last one's. */
async function configWithPairs(
  branches: readonly (string | undefined)[],
  { configs }: Pick<PromotionEdges, 'configs'>,
): Promise<Config> {
  let last: Config | undefined;
  for (const branch of new Set(branches)) {
    last = branch === undefined ? last : await configs.ofBranch(branch);
    if (last?.promote !== undefined) {
      return last;
    }
  }
  if (last === undefined) {
    throw new Error('a promotion was asked for on no branch, and there is no default branch');
  }
  return last;
}

/** A branch without the file yet goes by another one's. */
function orIfMissing(config: Config): (error: unknown) => Config {
  return (error) => {
    if (error instanceof UserError && error.code === 'E_CONFIG_FILE') {
      return config;
    }
    throw error;
  };
}

function branchOf(config: Config, stage: string): string {
  return findConfiguredStage(config, stage).branch ?? '';
}

async function sideOf(
  name: string,
  branch: string,
  config: Config,
  { github }: Pick<PromotionEdges, 'github'>,
): Promise<Side> {
  const head = await github.branchHead(branch);
  if (head === undefined) {
    throw new UserError('E_NOT_ON_BRANCH', {
      what: `the branch "${branch}" of the stage "${name}" is not there`,
      fix: `push it, or correct stages.${name}.branch`,
    });
  }
  return { name, stage: findConfiguredStage(config, name), branch, head, config };
}
