import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { FindDeployment } from '../../core/output/lookup.ts';
import { outputTexts, planMasks } from '../../core/profile/masking.ts';
import type { Session } from '../../core/profile/session.ts';
import { readTrailers } from '../../core/promote/trailers.ts';
import { createRedactor } from '../../core/redact.ts';
import { safeguardsOf } from '../../core/safeguards/settings.ts';
import { discoverServices } from '../../core/service/discover.ts';
import { deploymentFinder } from '../../io/aws/deployments.ts';
import type { Place } from '../../io/aws/place.ts';
import { type ConfigurationInputs, readConfiguration } from '../../io/configuration.ts';
import { keepFile } from '../../io/files/private.ts';
import { readCredentialsFile, readParametersFile } from '../../io/files/profile-files.ts';
import { workspaceFolder } from '../../io/files/workspace.ts';
import { openHistory } from '../../io/git/history.ts';
import { policyRunner } from '../../io/policy.ts';
import type { RunContext } from '../../io/runner/context.ts';
import { findCli } from '../../io/serverless/find-cli.ts';
import { createServerlessRunner } from '../../io/serverless/runner.ts';
import { workspaceFiles } from '../../io/services.ts';
import type { ApplicationSource } from '../../io/source.ts';
import type { DeployEdges } from '../edges.ts';
import { readDefinitionText } from './definition-text.ts';
import { type Face, jobFace } from './face.ts';
import { type OpenedStage, openStage } from './stage.ts';

/** What a deploy works by and with. */
export type OpenedDeployment = OpenedStage & DeployEdges;

/** Inputs of an action that works on a stage's deployments. */
export interface DeploymentInputs extends ConfigurationInputs {
  readonly 'credentials-file': string;
  readonly 'parameters-file': string;
  readonly 'github-token': string;
}

/**
 * Makes a deployment of what was read: with the clone in the workspace (undefined: it is none) and a private folder of
 * this run, which whoever made it removes.
 */
export type OpenDeployment = (source: ApplicationSource | undefined, folder: string) => OpenedDeployment;

/** Reads what a deploy works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
export async function openDeployment(inputs: DeploymentInputs, context: RunContext): Promise<OpenDeployment> {
  const parts: DeploymentParts = {
    configuration: await readConfiguration(inputs, context.workspace),
    session: await readCredentialsFile(inputs['credentials-file']),
    parameters: await readParametersFile(inputs['parameters-file']),
    workingDirectory: inputs['working-directory'],
    keep: (name, text) => keepFile(dirname(inputs['credentials-file']), name, text),
  };
  return deploymentOpener(parts, jobFace(inputs['github-token'], context));
}

/** What a deployment is opened with. */
export interface DeploymentParts extends Pick<DeployEdges, 'configuration' | 'parameters' | 'keep'> {
  readonly session: Session;
  /** Folder of serverless-stages.yml, from the checkout's root. */
  readonly workingDirectory: string;
}

/** Returns how a deployment is opened from a job or a laptop; throws E_INPUT if a folder is not in the checkout. */
export async function deploymentOpener(parts: DeploymentParts, face: Face): Promise<OpenDeployment> {
  const { configuration, session, parameters, workingDirectory, keep } = parts;
  const { workspace } = face;
  const top = await workspaceFolder(workspace, '.', 'GITHUB_WORKSPACE');
  const root = await workspaceFolder(workspace, workingDirectory, 'working-directory');
  const redactor = createRedactor(planMasks(parameters, outputTexts(configuration, session)).secrets);
  const stage = openStage({ configuration, session, redactor, workingDirectory }, face);
  return (source, folder) => ({
    ...stage,
    parameters,
    source,
    discover: (configured, lookup) =>
      discoverServices(workspaceFiles(root), configured, lookup, (at, reason) =>
        stage.voice.log.info(`${at} is left out: ${reason}. List it under "services:" to deploy it.`),
      ),
    folderOf: ({ path }) => join(root, path),
    findCli: (start) => findCli(start, top),
    keep,
    isRollback: (commit) => saysRollback(commit, workspace),
    find: deploymentsIn(stage.placeIn, configuration),
    safeguarding: {
      safeguards: configuration.safeguards ?? safeguardsOf([], configuration.stage),
      waivers: configuration.waivers ?? [],
      runPolicy: policyRunner({ tempFolder: folder, redactor }),
      redactor,
      salt: randomUUID(),
      readDefinition: (service) => readDefinitionText(workspace, join(workingDirectory, service.path), service),
    },
    createRunner: (runner) => createServerlessRunner({ ...runner, folder }),
  });
}

/**
 * Returns the way to the deployments that outputs are read from. Those of other stages are looked for once: this run does
 * not change them.
 */
export function deploymentsIn(
  placeIn: (region: string) => Place,
  { app, stage }: Pick<EffectiveConfiguration, 'app' | 'stage'>,
): FindDeployment {
  const find = finderIn(placeIn);
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

/** What deployments are found by in one region. */
interface Lookout {
  readonly stacks: Pick<Place['stacks'], 'find'>;
  readonly ledger: Pick<Place['ledger'], 'record'>;
}

/** Returns how deployments are found in an account. */
export function finderIn(lookoutIn: (region: string) => Lookout): FindDeployment {
  return deploymentFinder((region) => {
    const { stacks, ledger } = lookoutIn(region);
    return {
      recordedStack: async (app, kind, name, service) =>
        (await ledger.record({ app, kind, name }, service))?.completed?.stack,
      stack: stacks.find,
    };
  });
}

/** A rollback that came as a pull request is deployed like any push. Its trailers may be forged: then one check more is made. */
async function saysRollback(commit: string, workspace: string): Promise<boolean> {
  const history = await openHistory(workspace);
  const one = await history?.commit(commit);
  const [, ...merged] = one?.parents ?? [];
  const brought = await Promise.all(merged.map((parent) => history?.commit(parent)));
  return [one, ...brought].some((each) => readTrailers(each?.message ?? '').rolledBackTo !== undefined);
}
