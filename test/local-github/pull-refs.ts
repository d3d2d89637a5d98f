import { listRefs } from './commits.ts';
import { git } from './git.ts';
import { mergeCommits } from './merge.ts';
import type { Pull } from './pull.ts';
import type { RepositoryOptions } from './repositories.ts';

export interface PullRefs {
  /** Brings these pull requests to what the branches are now; one whose branch is gone is closed. */
  refresh(pulls: Iterable<Pull>): Promise<void>;
}

/**
 * Keeps pull requests and their `refs/pull/N/head` and `refs/pull/N/merge` in step with the branches of the bare
 * repository; `known` finds the repository of a head by id, `now` is in milliseconds.
 */
export function createPullRefs(
  repository: RepositoryOptions,
  known: (id: number | null) => RepositoryOptions | undefined,
  now: () => number,
): PullRefs {
  const { bare } = repository;

  async function refreshOne(pull: Pull, refs: ReadonlyMap<string, string>): Promise<void> {
    const head = await headOf(pull, refs);
    const base = refs.get(`refs/heads/${pull.base}`);
    if (head === undefined || base === undefined) {
      // GitHub closes a pull request when its branch, or the one it goes into, is deleted.
      closePull(pull, now());
      return;
    }
    if (head === pull.headSha && base === pull.baseSha) return;
    if (pull.headSha !== '') pull.updatedAt = now();
    pull.headSha = head;
    pull.baseSha = base;
    await git(bare, 'update-ref', `refs/pull/${pull.number}/head`, head);
    pull.mergeSha = await mergeCommits(bare, base, head, `Merge ${head} into ${base}`);
    const mergeRef = `refs/pull/${pull.number}/merge`;
    if (pull.mergeSha === undefined) await git(bare, 'update-ref', '-d', mergeRef);
    else await git(bare, 'update-ref', mergeRef, pull.mergeSha);
  }

  async function headOf(pull: Pull, refs: ReadonlyMap<string, string>): Promise<string | undefined> {
    const branch = `refs/heads/${pull.head}`;
    const home = known(pull.headRepositoryId);
    if (home === undefined || home.id === repository.id) {
      return pull.headRepositoryId === null && pull.headSha !== '' ? pull.headSha : refs.get(branch);
    }
    const sha = (await listRefs(home.bare)).find(({ ref }) => ref === branch)?.sha;
    if (sha !== undefined && sha !== pull.headSha) await git(bare, 'fetch', '--quiet', '--no-tags', home.bare, branch);
    return sha;
  }

  return {
    async refresh(pulls) {
      const refs = new Map((await listRefs(bare)).map(({ ref, sha }) => [ref, sha]));
      for (const pull of pulls) if (pull.state === 'open') await refreshOne(pull, refs);
    },
  };
}

/** Closes a pull request at this time (milliseconds). */
export function closePull(pull: Pull, at: number): void {
  pull.state = 'closed';
  pull.closedAt = at;
  pull.updatedAt = at;
}
