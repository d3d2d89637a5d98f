import { askGit, git } from './git.ts';

/**
 * Makes the commit that merges (or squashes) head into base, without moving a branch; undefined where the two conflict.
 */
export async function mergeCommits(
  bare: string,
  base: string,
  head: string,
  message: string,
  method: 'merge' | 'squash' = 'merge',
): Promise<string | undefined> {
  const { code, stdout, stderr } = await askGit(bare, ['merge-tree', '--write-tree', base, head]);
  if (code === 1) return undefined;
  if (code !== 0) throw new Error(`git merge-tree ${base} ${head}: exit ${code}: ${stderr.trim()}`);
  const tree = stdout.toString().trim();
  const parents = method === 'merge' ? ['-p', base, '-p', head] : ['-p', base];
  return git(bare, 'commit-tree', tree, ...parents, '-m', message);
}
