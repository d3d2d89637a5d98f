import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseRoleArn } from '../core/aws/role-arn.ts';
import { CONFIG_FILE, parseConfig } from '../core/config/parse.ts';
import { accountsOf, baseStageOf, configuredStages } from '../core/configuration/effective.ts';
import type { Config } from '../core/configuration/schema.ts';
import { onlyDefined } from '../core/only-defined.ts';
import type { OutputReader } from '../core/output/lookup.ts';
import { type PluginContext, parsePluginContext } from '../core/output/plugin-context.ts';
import { ownValue } from '../core/own-value.ts';
import { PLUGIN_CONTEXT } from '../core/serverless/environment.ts';
import { PREVIEW_NAME } from '../core/stage/name.ts';

/** What the framework says of the run that the plugin is in. */
export interface PluginRun {
  readonly folder: string;
  readonly stage: string;
  readonly region: string;
  /** `app:` of the service's own configuration. */
  readonly app: string | undefined;
}

/**
 * Returns who reads outputs: what deploy-service says where it started the framework; else what the nearest
 * serverless-stages.yml above the service says of the stage, else the service's own `app:`.
 */
export async function readContext(run: PluginRun, environment: NodeJS.ProcessEnv): Promise<PluginContext> {
  const file = environment[PLUGIN_CONTEXT];
  if (file !== undefined && file !== '') {
    return parsePluginContext(await readFile(file, 'utf8'));
  }
  const config = await findConfig(run.folder);
  return { schemaVersion: 1, reader: readerOf(run, config), resolved: {}, stacks: {} };
}

async function findConfig(folder: string): Promise<Config | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const bytes = await readFile(join(at, CONFIG_FILE)).catch(() => undefined);
    if (bytes !== undefined) {
      return parseConfig(bytes, join(at, CONFIG_FILE));
    }
    if (dirname(at) === at) {
      return undefined;
    }
  }
}

function readerOf({ stage, region, app }: PluginRun, config: Config | undefined): OutputReader {
  if (config === undefined) {
    return { app: app ?? '', stage, kind: 'personal', region, accounts: {} };
  }
  const isConfigured = configuredStages(config).includes(stage);
  const kind = isConfigured ? 'configured' : PREVIEW_NAME.test(stage) ? 'preview' : 'personal';
  const profile = (isConfigured ? config.stages?.[stage]?.profile : config['default-profile']) ?? '';
  const base = isConfigured ? undefined : baseStageOf(config, profile);
  const role = ownValue(config.profiles, profile)?.role;
  const more = {
    ...onlyDefined({ baseStage: base }),
    ...(role === undefined ? {} : { account: parseRoleArn(role).account }),
  };
  return { app: config.app, stage, kind, region, accounts: accountsOf(config), ...more };
}
