import { join } from 'node:path';
import type { EffectiveConfiguration } from '../core/config/effective.ts';
import type { FindDeployment } from '../core/output/lookup.ts';
import type { Parameter } from '../core/profile/parameter.ts';
import type { Session } from '../core/profile/session.ts';
import type { ServerlessCli } from '../core/serverless/cli.ts';
import type { VariableLookup } from '../core/serverless/variables.ts';
import type { Service } from '../core/service/definition.ts';
import { type ConfiguredServices, discoverServices } from '../core/service/discover.ts';
import { openStackReader, type StackReader } from './aws/cloudformation.ts';
import { deploymentFinder } from './aws/deployments.ts';
import { type Ledger, openLedger } from './aws/ledger.ts';
import { openStackChanger, type StackChanger } from './aws/stack-changes.ts';
import { type ConfigurationInputs, readConfiguration } from './configuration.ts';
import { readCredentialsFile, readParametersFile } from './files/profile-files.ts';
import { workspaceFolder } from './files/workspace.ts';
import { createGitHubReader } from './github/client.ts';
import type { GitHubReader } from './github/reader.ts';
import { acquireLock, type HeldLock, type LockParts } from './lock.ts';
import { type RunContext, runUrl } from './runner/context.ts';
import { type Log, runnerLog } from './runner/log.ts';
import { findCli } from './serverless/find-cli.ts';
import { workspaceFiles } from './services.ts';

/** What a deploy asks of one region. */
export interface RegionTools {
  readonly stacks: StackReader;
  readonly changes: StackChanger;
  readonly ledger: Ledger;
}

/** What a deploy works by and with: its inputs read from the files that they name, and the ways to AWS and GitHub. */
export interface OpenedDeployment {
  readonly configuration: EffectiveConfiguration;
  readonly session: Session;
  readonly parameters: readonly Parameter[];
  readonly run: {
    readonly repository: string;
    readonly repositoryId: string;
    readonly id: string;
    readonly attempt: string;
    readonly runner: string;
    readonly url: string;
  };
  readonly discover: (configured: ConfiguredServices, lookup: VariableLookup) => Promise<Service[]>;
  /** Absolute path of a service's folder. */
  readonly folderOf: (service: Pick<Service, 'path'>) => string;
  /** Finds the CLI of a service's folder, no higher up than the workspace. */
  readonly findCli: (folder: string) => Promise<ServerlessCli>;
  readonly toolsOf: (region: string) => RegionTools;
  readonly find: FindDeployment;
  readonly acquireLock: (parts: Omit<LockParts, 'hasEnded'>) => Promise<HeldLock>;
  readonly github: GitHubReader;
  readonly log: Log;
  readonly clock: () => number;
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
  const github = createGitHubReader(inputs['github-token'], context);
  const toolsOf = regionTools(session);
  return {
    configuration,
    session,
    parameters: await readParametersFile(inputs['parameters-file']),
    run: {
      repository: `${context.owner}/${context.repository}`,
      repositoryId: context.repositoryId,
      id: context.runId,
      attempt: context.runAttempt,
      runner: context.runnerName,
      url: runUrl(context),
    },
    discover: (configured, lookup) => discoverServices(workspaceFiles(root), configured, lookup),
    folderOf: ({ path }) => join(root, path),
    findCli: (folder) => findCli(folder, top),
    toolsOf,
    find: rememberOthers(finderOf(toolsOf), configuration),
    acquireLock: (parts) => acquireLock({ ...parts, hasEnded: github.hasEnded }),
    github,
    log: runnerLog,
    clock: () => performance.now(),
  };
}

/** Opens AWS once for each region. */
function regionTools(session: Session): (region: string) => RegionTools {
  const opened = new Map<string, RegionTools>();
  return (region) => {
    const tools = opened.get(region) ?? openRegion({ ...session, region });
    opened.set(region, tools);
    return tools;
  };
}

function openRegion(session: Session): RegionTools {
  const stacks = openStackReader(session);
  return { stacks, changes: openStackChanger(session, stacks), ledger: openLedger(session) };
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
        const record = await ledger.record({ app, kind, stage }, service);
        return record?.completed?.stack;
      },
      stack: stacks.find,
    };
  });
}
