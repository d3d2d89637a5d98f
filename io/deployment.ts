import type { EffectiveConfiguration } from '../core/config/effective.ts';
import type { Parameter } from '../core/profile/parameter.ts';
import type { Session } from '../core/profile/session.ts';
import type { ServerlessCli } from '../core/serverless/cli.ts';
import { type ConfigurationInputs, readConfiguration } from './configuration.ts';
import { readCredentialsFile, readParametersFile } from './files/profile-files.ts';
import { workspaceFolder } from './files/workspace.ts';
import { findCli } from './serverless/find-cli.ts';

/** What a deploy works by: its inputs read from the files that they name. */
export interface DeploymentSource {
  readonly configuration: EffectiveConfiguration;
  readonly session: Session;
  readonly parameters: readonly Parameter[];
  /** Absolute path of the application's folder. */
  readonly root: string;
  /** Finds the CLI of a service's folder, no higher up than the workspace. */
  readonly findCli: (folder: string) => Promise<ServerlessCli>;
}

/** Reads what a deploy works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
export async function readDeploymentSource(
  inputs: ConfigurationInputs & { readonly 'credentials-file': string; readonly 'parameters-file': string },
  workspace: string,
): Promise<DeploymentSource> {
  const configuration = await readConfiguration(inputs, workspace);
  const top = await workspaceFolder(workspace, '.', 'GITHUB_WORKSPACE');
  return {
    configuration,
    root: await workspaceFolder(workspace, inputs['working-directory'], 'working-directory'),
    session: await readCredentialsFile(inputs['credentials-file']),
    parameters: await readParametersFile(inputs['parameters-file']),
    findCli: (folder) => findCli(folder, top),
  };
}
