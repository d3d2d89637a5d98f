import { git } from './git.ts';
import type { Repository } from './hub.ts';
import { mergeCommits } from './merge.ts';
import { presentSimpleCommit } from './present-commit.ts';

/** Puts a pull request in the merge queue: its group's branch is made in the bare repository. Throws on a conflict. */
export async function createMergeGroup(repository: Repository, number: number) {
  const pull = await repository.pulls.find(number);
  if (pull === undefined || pull.state !== 'open') throw new Error(`#${number} is not open`);
  const { bare } = repository;
  const { base, baseSha, headSha } = pull;
  const message = `Merge pull request #${number} from ${repository.owner}/${pull.head}`;
  const headCommit = await mergeCommits(bare, baseSha, headSha, message);
  if (headCommit === undefined) throw new Error(`#${number} has conflicts`);
  const headRef = `refs/heads/gh-readonly-queue/${base}/pr-${number}-${baseSha}`;
  await git(bare, 'update-ref', headRef, headCommit);
  return {
    head_sha: headCommit,
    head_ref: headRef,
    base_sha: baseSha,
    base_ref: `refs/heads/${base}`,
    head_commit: await presentSimpleCommit(headCommit, repository),
  };
}
