import type { Config } from '../../core/configuration/schema.ts';
import { knownVariables } from '../../core/serverless/known-variables.ts';
import type { Service } from '../../core/service/definition.ts';
import { discoverServices } from '../../core/service/discover.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { PromotionEdges } from './edges.ts';
import { stageAt } from './stage-at.ts';

/** An application as it is at a commit, and what a stage gets of it. */
export interface ApplicationAt {
  readonly commit: string;
  readonly config: Config;
  /** All services. */
  readonly services: readonly Service[];
}

/** Reads the services at a commit, for a stage; undefined if they cannot be told, as the log says. */
export async function readApplication(
  commit: string,
  stage: string,
  { configs, filesOf, log }: Pick<PromotionEdges, 'configs' | 'filesOf' | 'log'>,
): Promise<ApplicationAt | undefined> {
  const files = await filesOf(commit);
  if (files === undefined) {
    return undefined;
  }
  const config = await configs.ofCommit(commit, shortCommit(commit));
  const effective = stageAt(config, stage);
  if (effective === undefined) {
    log.warning(`the file of ${shortCommit(commit)} has no stage "${stage}"`);
    return undefined;
  }
  const lookup = knownVariables({ stage, region: effective.profile.region }, new Map());
  try {
    return { commit, config, services: await discoverServices(files, effective.services, lookup) };
  } catch (error) {
    log.warning(`the services of ${shortCommit(commit)} cannot be told: ${(error as Error).message}`);
    return undefined;
  }
}

/** The services that a stage gets, by its `services` at that commit. */
export function servicesOf({ config, services }: ApplicationAt, stage: string): readonly Service[] {
  const only = config.stages?.[stage]?.services;
  return only === undefined ? services : services.filter(({ key }) => only.includes(key));
}
