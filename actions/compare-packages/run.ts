import { type Packages, packageDifferences } from '../../core/check/packages.ts';
import { CONFIG_FILE } from '../../core/config/parse.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { NONE } from '../../core/input.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { renderDifference } from '../../core/report/difference.ts';
import type { Service } from '../../core/service/definition.ts';
import { inTree } from '../../core/source/tree.ts';
import { encodeJson } from '../../core/transport.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { ApplicationSource } from '../../io/source.ts';
import type { CheckEdges } from '../../stage/check/edges.ts';
import { servicesFor } from '../../stage/check/package-offline.ts';
import { packageStage } from '../../stage/check/package-stage.ts';
import type { contract, Inputs } from './contract.ts';

export interface Dependencies {
  readonly configuration: EffectiveConfiguration;
  readonly edges: CheckEdges;
  /** The clone in the workspace; undefined if there is none. */
  readonly source: ApplicationSource | undefined;
  /** Packages of an earlier step; undefined if nothing is compared. */
  readonly later: Packages | undefined;
  /** Keeps packages in a file for a later step, and returns its path. */
  readonly keep: (packages: Packages) => Promise<string>;
  readonly log: Log;
}

/** Packages what a stage would get, or has, and compares the two. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const { configuration, edges, source, later } = deps;
  const all = await servicesFor(configuration, edges);
  const ofStage = all.filter(({ key }) => configuration.only?.includes(key) ?? true);
  const chosen =
    inputs.services === undefined
      ? await changedSince(inputs.against, ofStage, deps)
      : ofStage.filter(({ key }) => inputs.services?.includes(key));
  const packages: Packages = {
    schemaVersion: 1,
    stage: configuration.stage.name,
    ...onlyDefined({ commit: source?.head }),
    services: await packageStage(configuration, { all, chosen }, edges),
  };
  const services = chosen.map(({ key }) => key).join(',') || NONE;
  const outputs = { packages: await deps.keep(packages), services };
  if (later === undefined) {
    return { outputs };
  }
  const differences = packageDifferences(packages, later);
  const difference = { stage: packages.stage, before: packages.commit, after: later.commit, services: differences };
  return {
    outputs: { ...outputs, result: encodeJson({ schemaVersion: 1, ...difference }) },
    summary: renderDifference(difference),
  };
}

/** Whether serverless-stages.yml, which has parameters, differs from that of a commit. */
async function hasOtherConfiguration(
  commit: string | undefined,
  source: ApplicationSource | undefined,
): Promise<boolean> {
  const path = inTree(source?.prefix ?? '', CONFIG_FILE);
  const texts = [commit ?? '', source?.head ?? ''].map(async (one) =>
    (await (await source?.tree(one))?.read([path]))?.get(path),
  );
  const [before, now] = await Promise.all(texts);
  return before === undefined || before !== now;
}

/** The services whose files differ from a commit; all if that cannot be told. */
async function changedSince(
  commit: string | undefined,
  services: readonly Service[],
  { source, log }: Dependencies,
): Promise<readonly Service[]> {
  const before = commit === undefined ? undefined : await source?.atCommit(commit, services);
  const now = before === undefined ? undefined : await source?.inWorkTree(services);
  if (before === undefined || now === undefined || (await hasOtherConfiguration(commit, source))) {
    log.info(
      'what differs from the commit that the stage has is not known by files alone, so all services are packaged',
    );
    return services;
  }
  return services.filter(({ key }) => before.get(key)?.hash !== now.get(key)?.hash);
}
