import { join } from 'node:path';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { LedgerStage } from '../../core/ledger/keys.ts';
import { lockRegion } from '../../core/ledger/lock.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import type { FindDeployment } from '../../core/output/lookup.ts';
import { outputTexts, planMasks } from '../../core/profile/masking.ts';
import type { Parameter } from '../../core/profile/parameter.ts';
import { createRedactor } from '../../core/redact.ts';
import type { RemovedStage } from '../../core/removal/result.ts';
import type { ServerlessCli } from '../../core/serverless/cli.ts';
import type { VariableLookup } from '../../core/serverless/variables.ts';
import type { Service } from '../../core/service/definition.ts';
import { type ConfiguredServices, discoverServices } from '../../core/service/discover.ts';
import type { Decision } from '../../core/stage/decision.ts';
import { deploymentFinder } from '../../io/aws/deployments.ts';
import type { RegionTools } from '../../io/aws/region-tools.ts';
import { beforeCancelledExit, unlessCancelled } from '../../io/cancellation.ts';
import { type ConfigurationInputs, readConfiguration } from '../../io/configuration.ts';
import { readCredentialsFile, readParametersFile } from '../../io/files/profile-files.ts';
import { workspaceFolder } from '../../io/files/workspace.ts';
import type { RunContext } from '../../io/runner/context.ts';
import { keptLog } from '../../io/runner/kept-log.ts';
import { findCli } from '../../io/serverless/find-cli.ts';
import { workspaceFiles } from '../../io/services.ts';
import type { HeldLock } from '../hold/lock.ts';
import { whileLocked } from '../hold/locked-stage.ts';
import { readWish, type WishUpdate, writeWish } from '../hold/wish.ts';
import { removeHeld } from '../remove/remove.ts';
import { previewOfRef } from '../wanted/preview-now.ts';
import { type OpenedStage, openStage } from './stage.ts';

/** What a deploy works by and with: its inputs read from the files that they name, and the ways to AWS and GitHub. */
export interface OpenedDeployment extends OpenedStage {
  readonly parameters: readonly Parameter[];
  readonly discover: (configured: ConfiguredServices, lookup: VariableLookup) => Promise<Service[]>;
  /** Absolute path of a service's folder. */
  readonly folderOf: (service: Pick<Service, 'path'>) => string;
  /** Finds the CLI of a service's folder, no higher up than the workspace. */
  readonly findCli: (folder: string) => Promise<ServerlessCli>;
  readonly find: FindDeployment;
  readonly keptLog: typeof keptLog;
  /** Does a piece of work while this repository's lock of the stage is held. */
  readonly whileLocked: <Result>(stage: LedgerStage, work: (lock: HeldLock) => Promise<Result>) => Promise<Result>;
  readonly readWish: (stage: LedgerStage) => Promise<Wish | undefined>;
  readonly writeWish: (stage: LedgerStage, wish: WishUpdate) => Promise<void>;
  /** Has a cancelled step write something to AWS before it exits; returns the way to take it back. */
  readonly beforeCancelledExit: typeof beforeCancelledExit;
  /** Resolves at once; never where the step is being cancelled. */
  readonly unlessCancelled: typeof unlessCancelled;
  /** What the stage, a preview, is to be by GitHub at this moment. Throws E_GITHUB and its kin. */
  readonly previewNow: () => Promise<Decision>;
  /** Removes the stage, whose lock this run holds, where GitHub says so. */
  readonly removeIfClosed: (stage: LedgerStage, lock: HeldLock) => Promise<RemovedStage | undefined>;
}

/** Inputs of an action that works on a stage's deployments. */
export interface DeploymentInputs extends ConfigurationInputs {
  readonly 'credentials-file': string;
  readonly 'parameters-file': string;
  readonly 'github-token': string;
}

/** Reads what a deploy works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
export async function readDeployment(inputs: DeploymentInputs, context: RunContext): Promise<OpenedDeployment> {
  const { workspace } = context;
  const configuration = await readConfiguration(inputs, workspace);
  const top = await workspaceFolder(workspace, '.', 'GITHUB_WORKSPACE');
  const root = await workspaceFolder(workspace, inputs['working-directory'], 'working-directory');
  const session = await readCredentialsFile(inputs['credentials-file']);
  const parameters = await readParametersFile(inputs['parameters-file']);
  const redactor = createRedactor(planMasks(parameters, outputTexts(configuration, session)).secrets);
  const stage = openStage(
    {
      configuration,
      session,
      redactor,
      githubToken: inputs['github-token'],
      workingDirectory: inputs['working-directory'],
    },
    context,
  );
  return {
    ...stage,
    ...stageWork(stage),
    parameters,
    discover: (configured, lookup) => discoverServices(workspaceFiles(root), configured, lookup),
    folderOf: ({ path }) => join(root, path),
    findCli: (folder) => findCli(folder, top),
    find: rememberOthers(finderOf(stage.toolsOf), configuration),
  };
}

/** What a deploy does with its stage as a whole. */
function stageWork(stage: OpenedStage) {
  const { configuration, toolsOf } = stage;
  const { regions } = configuration.profile;
  return {
    keptLog,
    beforeCancelledExit,
    unlessCancelled,
    whileLocked: <Result>(of: LedgerStage, work: (lock: HeldLock) => Promise<Result>) =>
      whileLocked({ ...stage, stage: of, tools: toolsOf(lockRegion(regions)) }, work),
    readWish: (of: LedgerStage) => readWish(of, stage),
    writeWish: (of: LedgerStage, wish: WishUpdate) => writeWish(of, wish, stage),
    previewNow: async () => (await previewOfRef(configuration.stage.ref, stage)).decision,
    removeIfClosed: (of: LedgerStage, lock: HeldLock) => removeHeld(of, lock, stage),
  };
}

/** Deployments of other stages are looked for once: this run does not change them. */
function rememberOthers(find: FindDeployment, { app, stage }: EffectiveConfiguration): FindDeployment {
  const known = new Map<string, ReturnType<FindDeployment>>();
  return (place, service) => {
    if (place.app === app && place.stage === stage.name) {
      return find(place, service);
    }
    const key = [place.app, place.stage, place.region, service].join('/');
    const answer = known.get(key) ?? find(place, service);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };
}

function finderOf(toolsOf: (region: string) => RegionTools): FindDeployment {
  return deploymentFinder((region) => {
    const { stacks, ledger } = toolsOf(region);
    return {
      recordedStack: async (app, kind, stage, service) => {
        const record = await ledger.record({ app, kind, name: stage }, service);
        return record?.completed?.stack;
      },
      stack: stacks.find,
    };
  });
}
