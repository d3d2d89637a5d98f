import { createRedactor } from '../../core/redact.ts';
import { type ConfigurationInputs, readConfiguration } from '../../io/configuration.ts';
import { readCredentialsFile } from '../../io/files/profile-files.ts';
import type { RunContext } from '../../io/runner/context.ts';
import { type Removal, type RemovalOptions, removeOne, sweep } from '../remove/remove.ts';
import { type OpenedStage, openStage } from './stage.ts';

/** Inputs of an action that removes stages. */
export interface RemovalInputs extends ConfigurationInputs {
  readonly 'credentials-file': string;
  readonly 'github-token': string;
}

/** What an action removes stages by and with. */
export interface OpenedRemoval extends OpenedStage {
  readonly removeOne: (options: RemovalOptions & { readonly ref: string }) => Promise<Removal>;
  readonly sweep: (options: RemovalOptions & { readonly limit: number }) => Promise<Removal>;
}

/** Reads what a removal works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
export async function openRemoval(inputs: RemovalInputs, context: RunContext): Promise<OpenedRemoval> {
  const stage = openStage(
    {
      configuration: await readConfiguration(inputs, context.workspace),
      session: await readCredentialsFile(inputs['credentials-file']),
      redactor: createRedactor([]),
      githubToken: inputs['github-token'],
      workingDirectory: inputs['working-directory'],
    },
    context,
  );
  return {
    ...stage,
    removeOne: (options) => removeOne({ ...stage, ...options }),
    sweep: (options) => sweep({ ...stage, ...options }),
  };
}
