import type { Owner } from '../../core/ledger/owner.ts';
import type { OpenedDeployment } from '../../io/deployment.ts';
import type { RunnerParts, ServerlessRunner } from '../../io/serverless/runner.ts';
import type { ApplicationSource } from '../../io/source.ts';

/** Everything that a deploy does to the world, and what it begins with. */
export interface Dependencies extends OpenedDeployment {
  /** The commit and the files that are deployed; undefined where the workspace is no clone. */
  readonly source: ApplicationSource | undefined;
  readonly createRunner: (parts: Omit<RunnerParts, 'folder'>) => Promise<ServerlessRunner>;
}

/** Whose the stage's deployments of this run are: the repository's, and for a preview its ref's. */
export function ownerOf({ configuration, run }: Pick<Dependencies, 'configuration' | 'run'>): Owner {
  const { kind, ref } = configuration.stage;
  const preview = kind === 'preview' ? { ref } : {};
  return { kind: 'repository', id: run.repositoryId, name: run.repository, ...preview };
}
