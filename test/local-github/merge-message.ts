import type { MergeMethod } from './merge.ts';
import type { Pull } from './pull.ts';
import type { RepositoryOptions } from './repositories.ts';

/** The message of the commit that merges, or squashes, a pull request; what is not given GitHub makes up. */
export function mergeMessage(
  pull: Pull,
  repository: RepositoryOptions,
  method: MergeMethod,
  { title, message }: { readonly title?: string; readonly message?: string },
): string {
  const first =
    method === 'squash'
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`;
  const rest = message ?? (method === 'squash' ? '' : pull.title);
  return rest === '' ? (title ?? first) : `${title ?? first}\n\n${rest}`;
}
