import { UserError } from '../../core/errors.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { History } from '../../io/git/history.ts';

/** Folder of files that GITHUB_TOKEN may never change. */
export const WORKFLOWS = '.github/workflows';

/** Throws E_WRONG_CHECKOUT if there is no clone with the whole history. */
export function needHistory(history: History | undefined): History {
  if (history === undefined || history.isShallow) {
    throw new UserError('E_WRONG_CHECKOUT', {
      what:
        history === undefined
          ? 'the workspace is no clone of the repository'
          : 'the clone in the workspace lacks older commits',
      fix: 'check the repository out with its whole history before this step: `fetch-depth: 0`',
    });
  }
  return history;
}

/** Says which commits the clone has to have. */
export function missingCommit(heads: Readonly<Record<string, string>>): UserError {
  const commits = [...new Set(Object.values(heads))].map(shortCommit).join(', ');
  return new UserError('E_WRONG_CHECKOUT', {
    what: `the clone in the workspace lacks one of the commits ${commits}, or their history`,
    why: 'one of them is no commit of the repository, or a branch moved on since the checkout',
    fix: 'check the repository out with `fetch-depth: 0`, and start the promotion anew',
  });
}
