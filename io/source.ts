import { posix } from 'node:path';
import type { ApplicationFiles } from '../core/service/discover.ts';
import { applicationFiles } from '../core/source/application-files.ts';
import { type SourcedService, sourcesOf } from '../core/source/service-source.ts';
import type { SourceReader } from '../core/source/tree.ts';
import { openRepository, type Repository } from './git/repository.ts';
import { isIgnored } from './services.ts';

/** What the services of an application are made of, in the clone that its folder is in. */
export interface ApplicationSource {
  /** The commit that is checked out. */
  readonly head: string;
  /** The application's folder from the repository's root. */
  readonly prefix: string;
  /** Hash of each service's source as it stands in the folder, by key. */
  inWorkTree(services: readonly SourcedService[]): Promise<ReadonlyMap<string, string>>;
  /** The same at a commit; undefined where this clone does not have it. */
  atCommit(commit: string, services: readonly SourcedService[]): Promise<ReadonlyMap<string, string> | undefined>;
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
      : applicationFiles(reader, source.prefix, commit.slice(0, 7), isIgnored);
  };
}

function sourceIn(repository: Repository, folder: string): ApplicationSource {
  const { head } = repository;
  const prefix = posix.join(repository.prefix, folder.replaceAll('\\', '/')).replace(/^\.$|\/$/, '');
  return {
    head,
    prefix,
    inWorkTree: async (services) => sourcesOf(await repository.workTree(), services, prefix),
    async atCommit(commit, services) {
      const reader = await repository.atCommit(commit);
      // A partial clone has the tree, and not all that is in it.
      return reader === undefined ? undefined : sourcesOf(reader, services, prefix).catch(() => undefined);
    },
    tree: (commit) => repository.atCommit(commit),
  };
}
