import type { Repository } from './hub.ts';
import { type BranchUpdate, commitsOf, isForced, newCommitsOf } from './ref-update.ts';
import { missingChecks } from './required-checks.ts';
import type { Rule } from './rulesets.ts';

/** What GitHub says of a rule that an update of a branch breaks; undefined where it breaks none. */
export async function violationOf(
  rule: Rule,
  update: BranchUpdate,
  repository: Repository,
): Promise<string | undefined> {
  const { before, after } = update;
  const isUpdate = before !== undefined && after !== undefined;
  switch (rule.type) {
    case 'creation':
      return before === undefined ? 'Cannot create ref due to creations being restricted.' : undefined;
    case 'deletion':
      return after === undefined ? 'Cannot delete this branch' : undefined;
    case 'update':
      return isUpdate ? 'Cannot update this protected ref.' : undefined;
    case 'pull_request':
      return (await bypassesPull(update, repository)) ? 'Changes must be made through a pull request.' : undefined;
    case 'required_signatures':
      return listed('Commits must have verified signatures.', await unsignedOf(update, repository));
    case 'required_linear_history':
      return listed('This branch must not contain merge commits.', await commitsOf(repository, update, ['--merges']));
    case 'required_status_checks':
      return after === undefined ? undefined : missingChecks(repository, rule.contexts, after);
    case 'non_fast_forward':
      return (await isForced(repository, update)) ? 'Cannot force-push to this branch' : undefined;
  }
}

/**
 * A branch is made without a pull request where others have its commits: GitHub took such a one. Whether it takes new
 * commits with it nobody says; here it does not.
 */
async function bypassesPull(update: BranchUpdate, repository: Repository): Promise<boolean> {
  if (update.after === undefined) return false;
  return update.before !== undefined || (await newCommitsOf(repository, update)).length > 0;
}

/**
 * By the documentation all commits of the range have to be signed, also those that other branches have; of a new branch
 * those that no other has.
 */
async function unsignedOf(update: BranchUpdate, repository: Repository): Promise<readonly string[]> {
  return (await newCommitsOf(repository, update)).filter((sha) => !repository.signatures.has(sha));
}

function listed(message: string, commits: readonly string[]): string | undefined {
  if (commits.length === 0) return undefined;
  const count = commits.length === 1 ? '1 violation' : `${commits.length} violations`;
  return `${message}\n\n  Found ${count}:\n\n${commits.map((sha) => `  ${sha}`).join('\n')}`;
}
