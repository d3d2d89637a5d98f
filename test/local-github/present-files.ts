import { changedFiles } from './compare.ts';
import type { Repository, Site } from './hub.ts';
import { apiOf, htmlOf } from './present-repository.ts';

/** GitHub lists no more. */
const LIMIT = 300;

/** The files between two commits as comparisons and commits list them, at most 300, without their patches. */
export async function presentFiles(repository: Repository, site: Site, from: string, to: string) {
  const files = await changedFiles(repository.bare, from, to);
  const html = htmlOf(repository, site);
  return files.slice(0, LIMIT).map(({ sha, filename, status, additions, deletions, previousFilename }) => {
    const path = filename.split('/').map(encodeURIComponent).join('/');
    const commit = status === 'removed' ? from : to;
    return {
      sha,
      filename,
      status,
      additions,
      deletions,
      changes: additions + deletions,
      blob_url: `${html}/blob/${commit}/${path}`,
      raw_url: `${html}/raw/${commit}/${path}`,
      contents_url: `${apiOf(repository, site)}/contents/${path}?ref=${commit}`,
      ...(previousFilename === undefined ? {} : { previous_filename: previousFilename }),
    };
  });
}
