import { configPath, parseConfig } from '../core/config/parse.ts';
import { withPolicyFiles } from '../core/config/policy-files.ts';
import { checkedStages } from '../core/configuration/check-stages.ts';
import type { EffectiveConfiguration, StageChecks } from '../core/configuration/effective.ts';
import { effectiveServices } from '../core/configuration/effective-services.ts';
import { configurationOfChoice, type StageChoice } from '../core/configuration/from-workspace.ts';
import type { Config } from '../core/configuration/schema.ts';
import { decodeConfiguration } from '../core/configuration/transport.ts';
import { UserError } from '../core/errors.ts';
import { onlyDefined } from '../core/only-defined.ts';
import { readWorkspaceFile } from './files/workspace.ts';

/** The inputs of an action that say which configuration it works by. */
export interface ConfigurationInputs extends StageChoice {
  /** resolve-stage's output; wins over the file. */
  readonly configuration?: string | undefined;
  readonly 'working-directory': string;
}

/**
 * Returns the configuration that an action works by: what resolve-stage gave, else that of the file in the workspace.
 * Throws E_INPUT, E_CONFIG_FILE and what `parseConfig` and `configurationOfChoice` throw.
 */
export async function readConfiguration(
  inputs: ConfigurationInputs,
  workspace: string,
): Promise<EffectiveConfiguration> {
  if (inputs.configuration !== undefined) {
    const configuration = decodeConfiguration(inputs.configuration);
    if (inputs.stage !== undefined && inputs.stage !== configuration.stage.name) {
      throw new UserError('E_INPUT', {
        what: `"stage" is "${inputs.stage}", and "configuration" is of the stage "${configuration.stage.name}"`,
        fix: 'leave "stage" out where you pass "configuration"',
      });
    }
    return configuration;
  }
  return configurationOfChoice(await readConfig(inputs, workspace), inputs);
}

/** Reads the file in the workspace, with the policies that it names. Throws E_CONFIG_FILE and what `parseConfig` throws. */
export async function readConfig(
  inputs: Pick<ConfigurationInputs, 'working-directory'>,
  workspace: string,
): Promise<Config> {
  const path = configPath(inputs['working-directory']);
  const bytes = await readWorkspaceFile(workspace, path);
  if (bytes === undefined) {
    throw new UserError('E_CONFIG_FILE', {
      what: `there is no ${path} in the workspace`,
      fix: 'check the repository out before this step, or pass resolve-stage\'s output "configuration" on',
    });
  }
  return withPolicyFiles(parseConfig(bytes, path), path, 'this commit', (policy) =>
    readWorkspaceFile(workspace, policy),
  );
}

/** The inputs of an action that say which stages it checks. */
export interface CheckInputs extends Pick<ConfigurationInputs, 'configuration' | 'working-directory'> {
  readonly stages: readonly string[] | undefined;
  readonly services: readonly string[] | undefined;
}

/**
 * Returns the stages that an action checks, and the services that it is given (`named`): those that it is given, of the file in the workspace; else those that resolve-stage gave.
 * Throws E_INPUT and what `readConfiguration` throws.
 */
export async function readChecks(
  inputs: CheckInputs,
  workspace: string,
): Promise<StageChecks & { readonly named?: readonly string[] }> {
  const { configuration, stages, services } = inputs;
  if (configuration !== undefined && stages !== undefined) {
    throw new UserError('E_INPUT', {
      what: 'the inputs "configuration" and "stages" are both given',
      why: 'the one that resolve-stage gave has the stages of `check-stages`',
      fix: 'leave one of them out',
    });
  }
  const checks =
    configuration === undefined
      ? { stages: checkedStages(await readConfig(inputs, workspace), undefined, stages && [...new Set(stages)]) }
      : (decodeConfiguration(configuration).checks ?? { stages: [] });
  return { ...checks, ...onlyDefined({ named: services }) };
}

/**
 * Returns the services that the configuration of an action lists, without anything of a stage: what resolve-stage gave, else
 * the file in the workspace. Undefined where it lists none, or there is no file.
 */
export async function readServices(
  inputs: Omit<ConfigurationInputs, keyof StageChoice>,
  workspace: string,
): Promise<EffectiveConfiguration['services']> {
  if (inputs.configuration !== undefined) {
    return decodeConfiguration(inputs.configuration).services;
  }
  const path = configPath(inputs['working-directory']);
  const bytes = await readWorkspaceFile(workspace, path);
  const services = bytes === undefined ? undefined : parseConfig(bytes, path).services;
  return services === undefined ? undefined : effectiveServices(services);
}
