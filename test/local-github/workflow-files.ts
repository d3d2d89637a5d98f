import { ApiError } from './api-error.ts';
import { refusal } from './authorize.ts';
import { askGit, git } from './git.ts';
import type { Repository } from './hub.ts';
import type { Token } from './tokens.ts';

const FOLDER = '.github/workflows';

/**
 * True for a token that may change workflow files: an app's or a person's with the permission `workflows`. GITHUB_TOKEN
 * never has it, whatever else it may do.
 */
export function mayChangeWorkflows({ actor, permissions }: Token): boolean {
  if (actor.app === 'github-actions') return false;
  return permissions === undefined || permissions.workflows === 'write';
}

/**
 * Throws 403 where a ref would come to a commit whose workflow files differ, without the permission for them: from those
 * that the ref had, and from those that the default branch has now. GitHub's documentation says of tokens with scopes that
 * a file may come which another branch has alike; of `git/refs` it says that some commits need `workflows`, and the refs
 * that apps were refused pointed at commits whose files were not the default branch's. Which branches it looks at for an
 * update nobody says, so that a file has to pass both here.
 */
export async function guardWorkflowFiles(
  { repository, token }: { readonly repository: Repository; readonly token: Token },
  { before, after }: { readonly before: string | undefined; readonly after: string },
): Promise<void> {
  if (mayChangeWorkflows(token)) return;
  const { bare, defaultBranch } = repository;
  const wanted = await folderOf(bare, after);
  const had = before === undefined ? wanted : await folderOf(bare, before);
  if (wanted !== had || wanted !== (await folderOf(bare, `refs/heads/${defaultBranch}`))) throw refusal(token);
}

/** The same for a tree that is made of another one: an app may leave the workflow files as that has them. */
export async function guardTree(
  { repository: { bare }, token }: { readonly repository: Repository; readonly token: Token },
  base: string | undefined,
  tree: string,
): Promise<void> {
  if (mayChangeWorkflows(token)) return;
  const had = base === undefined ? '' : await folderOf(bare, base);
  if ((await folderOf(bare, tree)) !== had) throw refusal(token);
}

/** The same for a merge, which GitHub refuses in other words: the file is named. */
export async function guardMerge(
  { repository: { bare }, token }: { readonly repository: Repository; readonly token: Token },
  base: string,
  merged: string,
): Promise<void> {
  if (mayChangeWorkflows(token)) return;
  const text = await git(bare, 'diff-tree', '-r', '-z', '--name-only', base, merged, '--', FOLDER);
  const [file = ''] = text.split('\0');
  if (file === '') return;
  const [who, right] =
    token.actor.app === undefined
      ? ['a Personal Access Token', '`workflow` scope']
      : ['a GitHub App', '`workflows` permission'];
  throw new ApiError(403, `refusing to allow ${who} to create or update workflow \`${file}\` without ${right}`);
}

/** Id of the folder of workflows in a commit or tree; empty for none. */
async function folderOf(bare: string, spec: string): Promise<string> {
  const { code, stdout } = await askGit(bare, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${spec}:${FOLDER}`,
  ]);
  return code === 0 ? (stdout.toString().trim().split('\n').at(-1) ?? '') : '';
}
