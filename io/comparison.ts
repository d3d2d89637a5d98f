import { join } from 'node:path';
import { PACKAGES_FIX, type Packages, parsePackages } from '../core/check/packages.ts';
import { checkedStage } from '../core/configuration/check-stages.ts';
import type { EffectiveConfiguration } from '../core/configuration/effective.ts';
import { readConfig } from './configuration.ts';
import { makePrivateFolder, readPrivateJson, writePrivateJson } from './files/private.ts';
import type { RunContext } from './runner/context.ts';

/** The inputs of an action that say which packages are compared. */
export interface ComparisonInputs {
  readonly stage: string;
  readonly 'compare-with': string | undefined;
  readonly 'working-directory': string;
}

/** What is compared, and where packages are kept for a later step. */
export interface Comparison {
  readonly configuration: EffectiveConfiguration;
  readonly later: Packages | undefined;
  readonly keep: (packages: Packages) => Promise<string>;
}

/** Reads what is compared; throws E_INPUT, E_STAGE_UNKNOWN and what `readConfig` throws. */
export async function readComparison(
  { stage, 'compare-with': path, 'working-directory': folder }: ComparisonInputs,
  { workspace, tempFolder }: RunContext,
): Promise<Comparison> {
  const config = await readConfig({ 'working-directory': folder }, workspace);
  const later =
    path === undefined ? undefined : parsePackages(await readPrivateJson(path, 'compare-with', PACKAGES_FIX));
  return {
    configuration: checkedStage(config, undefined, stage),
    later,
    async keep(packages) {
      const file = join(await makePrivateFolder(tempFolder, 'serverless-stages-packages'), 'packages.json');
      await writePrivateJson(file, packages);
      return file;
    },
  };
}
