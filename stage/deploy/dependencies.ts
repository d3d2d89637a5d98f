import { type Owner, ownerOfRun } from '../../core/ledger/owner.ts';
import type { RunnerParts, ServerlessRunner } from '../../io/serverless/runner.ts';
import type { ApplicationSource } from '../../io/source.ts';
import type { OpenedDeployment } from '../open/deployment.ts';

/** Everything that a deploy does to the world, and what it begins with. */
export interface Dependencies extends OpenedDeployment {
  /** The commit and the files that are deployed; undefined where the workspace is no clone. */
  readonly source: ApplicationSource | undefined;
  readonly createRunner: (parts: Omit<RunnerParts, 'folder'>) => Promise<ServerlessRunner>;
}

/** Whose the stage's deployments of this run are. */
export function ownerOf({ configuration, run }: Pick<Dependencies, 'configuration' | 'run'>): Owner {
  return ownerOfRun(run, configuration.stage);
}
