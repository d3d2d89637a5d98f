import { join } from 'node:path';
import { writeAppTokenAction, writeCheckoutAction, writeEmptyAction, writeUploadAction } from './stand-in-actions.ts';
import type { UsedRepository } from './used-repositories.ts';

export interface LocalRepositories {
  /** Folder of the product's copy, by `owner/name`. */
  readonly product: { readonly repository: string; readonly folder: string };
  /** Folders of other repositories, by `owner/name`. */
  readonly given: Readonly<Record<string, string>>;
  /** Where `actions/checkout` takes the user's files from. */
  readonly bareRepository: string;
  /** Stand-ins are written below it. */
  readonly folder: string;
}

/** Stand-ins that do nothing: the runner's machine has the tools already, and nothing here comes after another workflow. */
const EMPTY = new Set(['actions/setup-node', 'actions/download-artifact', 'github/codeql-action']);

/**
 * The folder for each `owner/name@ref` that a run uses, as act's --local-repository takes it. Throws for a repository
 * that nobody gave and that has no stand-in: act would ask GitHub for it.
 */
export function placeRepositories(used: readonly UsedRepository[], places: LocalRepositories): Map<string, string> {
  const found = new Map<string, string>();
  for (const { repository, path, ref } of used) {
    found.set(`${repository}@${ref}`, folderOf(repository, path, places));
  }
  return found;
}

function folderOf(repository: string, path: string, places: LocalRepositories): string {
  if (repository === places.product.repository) return places.product.folder;
  const given = places.given[repository];
  if (given !== undefined) return given;
  const folder = join(places.folder, repository.replace('/', '-'));
  if (repository === 'actions/checkout') writeCheckoutAction(folder, places.bareRepository);
  else if (repository === 'actions/create-github-app-token') writeAppTokenAction(folder);
  else if (repository === 'actions/upload-artifact') writeUploadAction(folder);
  else if (EMPTY.has(repository)) writeEmptyAction(join(folder, path));
  else throw new Error(`no stand-in for ${repository}: give its folder in localRepositories`);
  return folder;
}
