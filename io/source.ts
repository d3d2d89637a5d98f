import { UserError } from '../core/errors.ts';
import type { ApplicationFiles } from '../core/service/discover.ts';
import { shortCommit } from '../core/short-commit.ts';
import { applicationFiles } from '../core/source/application-files.ts';
import { type ServiceSource, type SourcedService, sourcesOf } from '../core/source/service-source.ts';
import { inTree, type SourceReader } from '../core/source/tree.ts';
import { openRepository, type Repository } from './git/repository.ts';
import { isIgnored } from './services.ts';

/** What the services of an application are made of, in the clone that its folder is in. */
export interface ApplicationSource {
  /** The commit that is checked out. */
  readonly head: string;
  /** The application's folder from the repository's root. */
  readonly prefix: string;
  /** What each service is made of as it stands in the folder, by key; undefined where that cannot be told. */
  inWorkTree(services: readonly SourcedService[]): Promise<ReadonlyMap<string, ServiceSource> | undefined>;
  /** The same at a commit; undefined where this clone does not have it. */
  atCommit(
    commit: string,
    services: readonly SourcedService[],
  ): Promise<ReadonlyMap<string, ServiceSource> | undefined>;
  /** The tree of a commit; undefined where this clone does not have it. */
  tree(commit: string): Promise<SourceReader | undefined>;
}

/**
 * Does a piece of work with the sources of the application in a folder of a workspace; undefined where the workspace is no
 * clone.
 */
export async function withSource<Result>(
  workspace: string,
  folder: string,
  work: (source: ApplicationSource | undefined) => Promise<Result>,
): Promise<Result> {
  const repository = await openRepository(workspace);
  try {
    return await work(repository === undefined ? undefined : sourceIn(repository, folder));
  } finally {
    repository?.close();
  }
}

/** Returns the way to an application's files at a commit. */
export function filesAtCommit(
  source: ApplicationSource | undefined,
): (commit: string) => Promise<ApplicationFiles | undefined> {
  return async (commit) => {
    const reader = await source?.tree(commit);
    return reader === undefined || source === undefined
      ? undefined
      : applicationFiles(reader, source.prefix, shortCommit(commit), isIgnored);
  };
}

/** What the user can mend is told; anything else is a clone that does not have all. */
function unlessTold(error: unknown): undefined {
  if (error instanceof UserError) {
    throw error;
  }
  return undefined;
}

function sourceIn(repository: Repository, folder: string): ApplicationSource {
  const { head } = repository;
  const prefix = inTree(repository.prefix, folder.replaceAll('\\', '/'));
  return {
    head,
    prefix,
    inWorkTree: async (services) => sourcesIn(await repository.workTree(), services),
    atCommit: async (commit, services) => sourcesIn(await repository.atCommit(commit), services),
    tree: (commit) => repository.atCommit(commit),
  };

  /** A partial or sparse clone has the tree, and not all that is in it: then nothing is told rather than something wrong. */
  async function sourcesIn(reader: SourceReader | undefined, services: readonly SourcedService[]) {
    return reader === undefined ? undefined : sourcesOf(reader, services, prefix).catch(unlessTold);
  }
}
