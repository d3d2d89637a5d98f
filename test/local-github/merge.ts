import { askGit, git, runGit } from './git.ts';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

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

/**
 * Puts the commits of head that base lacks on top of base, one after another, without moving a branch; undefined where
 * one conflicts. Merges among them are left out, as by `git rebase`.
 */
export async function rebaseCommits(bare: string, base: string, head: string): Promise<string | undefined> {
  const list = await git(bare, 'rev-list', '--reverse', '--no-merges', `${base}..${head}`);
  let tip = base;
  for (const sha of list.split('\n').filter((line) => line !== '')) {
    // A commit with the tip's tree on the parent's place: merging the two applies just what the commit changes.
    const stand = await git(bare, 'commit-tree', `${tip}^{tree}`, '-p', `${sha}^`, '-m', 'stand-in');
    const { code, stdout } = await askGit(bare, ['merge-tree', '--write-tree', stand, sha]);
    if (code !== 0) return undefined;
    const [name = '', email = '', date = ''] = (await git(bare, 'log', '-1', '--format=%an%n%ae%n%aI', sha)).split(
      '\n',
    );
    const env = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
    const message = await git(bare, 'log', '-1', '--format=%B', sha);
    tip = await runGit(bare, ['commit-tree', stdout.toString().trim(), '-p', tip, '-m', message], { env });
  }
  return tip;
}
