import { createRedactor } from '../../core/redact.ts';
import { type ConfigurationInputs, readConfiguration } from '../../io/configuration.ts';
import { readCredentialsFile } from '../../io/files/profile-files.ts';
import type { RunContext } from '../../io/runner/context.ts';
import { jobFace } from './face.ts';
import { type OpenedStage, openStage } from './stage.ts';

/** Inputs of an action that removes stages. */
export interface RemovalInputs extends ConfigurationInputs {
  readonly 'credentials-file': string;
  readonly 'github-token': string;
}

/** Reads what a removal works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
export async function openRemoval(inputs: RemovalInputs, context: RunContext): Promise<OpenedStage> {
  return openStage(
    {
      configuration: await readConfiguration(inputs, context.workspace),
      session: await readCredentialsFile(inputs['credentials-file']),
      redactor: createRedactor([]),
      workingDirectory: inputs['working-directory'],
    },
    jobFace(inputs['github-token'], context),
  );
}
