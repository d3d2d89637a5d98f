import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createRedactor } from '../../core/redact.ts';
import { safeguardsOf } from '../../core/safeguards/settings.ts';
import { discoverServices } from '../../core/service/discover.ts';
import { workspaceFolder } from '../../io/files/workspace.ts';
import { policyRunner } from '../../io/policy.ts';
import type { RunContext } from '../../io/runner/context.ts';
import { redactingLog, runnerLog } from '../../io/runner/log.ts';
import { findCli } from '../../io/serverless/find-cli.ts';
import { createServerlessRunner } from '../../io/serverless/runner.ts';
import { workspaceFiles } from '../../io/services.ts';
import type { CheckEdges } from '../check/edges.ts';
import type { Licence } from '../edges.ts';
import { readDefinitionText } from './definition-text.ts';

/** What a check is opened by. */
export interface CheckParts {
  readonly workingDirectory: string;
  readonly licence: Licence;
  readonly concurrency: number;
  /** Private folder of this run, which whoever made it removes. */
  readonly folder: string;
}

/** Opens the ways of a check to the checkout and the Serverless CLI. Throws E_INPUT. */
export async function openCheck(parts: CheckParts, { workspace }: RunContext): Promise<CheckEdges> {
  const { workingDirectory, licence, concurrency, folder } = parts;
  const top = await workspaceFolder(workspace, '.', 'GITHUB_WORKSPACE');
  const root = await workspaceFolder(workspace, workingDirectory, 'working-directory');
  const redactor = createRedactor(Object.values(licence));
  const runPolicy = policyRunner({ tempFolder: folder, redactor });
  const salt = randomUUID();
  return {
    discover: (configured, lookup) => discoverServices(workspaceFiles(root), configured, lookup),
    folderOf: ({ path }) => join(root, path),
    findCli: (start) => findCli(start, top),
    createRunner: ({ target, ...more }) => {
      // A region alone: the CLI gets no keys.
      const keys = () => Promise.resolve({ region: target.region });
      return createServerlessRunner({ ...more, target, keys, redactor, folder: join(folder, target.stage) });
    },
    safeguardingOf: ({ safeguards, waivers, stage }) => ({
      safeguards: safeguards ?? safeguardsOf([], stage),
      waivers: waivers ?? [],
      runPolicy,
      redactor,
      salt,
      readDefinition: (service) => readDefinitionText(workspace, join(workingDirectory, service.path), service),
    }),
    licence,
    concurrency,
    now: Date.now,
    log: redactingLog(runnerLog, redactor),
  };
}
