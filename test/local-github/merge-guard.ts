import { ApiError } from './api-error.ts';
import { asViolations, rulesFor } from './branch-guard.ts';
import { maySkip } from './bypass.ts';
import type { Repository } from './hub.ts';
import type { MergeMethod } from './merge.ts';
import { mayWrite } from './people.ts';
import type { Pull } from './pull.ts';
import { commitsOf } from './ref-update.ts';
import { missingChecks } from './required-checks.ts';
import type { Rule } from './rulesets.ts';
import type { Actor } from './tokens.ts';

/** Throws 405 where the rules of the base do not let this actor merge the pull request in this way. */
export async function guardPull(repository: Repository, pull: Pull, method: MergeMethod, by: Actor): Promise<void> {
  const message = await refusalOf(repository, pull, method, by);
  if (message !== undefined) throw new ApiError(405, message);
}

/** True for a pull request that somebody without a bypass could not merge in any way: `blocked` in its `mergeable_state`. */
export async function isBlocked(repository: Repository, pull: Pull): Promise<boolean> {
  return (await refusalOf(repository, pull, 'squash', undefined)) !== undefined;
}

async function refusalOf(
  repository: Repository,
  pull: Pull,
  method: MergeMethod,
  by: Actor | undefined,
): Promise<string | undefined> {
  const violations: string[] = [];
  for (const rule of rulesFor(repository, pull.base, by)) {
    const violation = await violationOf(rule, pull, method, by, repository);
    if (violation !== undefined) violations.push(violation);
  }
  return asViolations(violations) ?? brokenProtection(repository, pull, by);
}

/** What the pull request itself brings about is no violation; what is said of commits is said of those that will be there. */
async function violationOf(
  rule: Rule,
  pull: Pull,
  method: MergeMethod,
  by: Actor | undefined,
  repository: Repository,
): Promise<string | undefined> {
  switch (rule.type) {
    case 'update':
      return 'Cannot update this protected ref.';
    case 'pull_request':
      return missingApprovals(rule.required_approving_review_count ?? 0, pull, repository);
    case 'required_status_checks':
      return missingChecks(repository, rule.contexts, pull.headSha);
    case 'required_linear_history':
      return method === 'merge' ? 'This branch must not contain merge commits.' : undefined;
    case 'required_signatures':
      return (await staysSigned(pull, method, by, repository)) ? undefined : 'Commits must have verified signatures.';
    default:
      return undefined;
  }
}

/** An approval counts that somebody with write access gave; an app's does not. */
function missingApprovals(wanted: number, { approvals }: Pull, { people }: Repository): string | undefined {
  if (approvals.filter((login) => mayWrite(people.of(login))).length >= wanted) return undefined;
  const reviews = wanted === 1 ? '1 approving review is' : `${wanted} approving reviews are`;
  return `At least ${reviews} required by reviewers with write access.`;
}

/**
 * GitHub signs the commit that it merges with, the head's stay as they are; squashed it is signed for the author alone;
 * what it rebases is not.
 */
async function staysSigned(pull: Pull, method: MergeMethod, by: Actor | undefined, repository: Repository) {
  if (method === 'rebase') return false;
  if (method === 'squash') return by === undefined || by.login === pull.user.login;
  const commits = await commitsOf(repository, { branch: pull.base, before: pull.baseSha, after: pull.headSha });
  return commits.every((sha) => repository.signatures.has(sha));
}

function brokenProtection(repository: Repository, pull: Pull, by: Actor | undefined): string | undefined {
  const protection = repository.protections.of(pull.base);
  if (protection === undefined) return undefined;
  const { approvals, bypass, contexts } = protection;
  const isFree = by !== undefined && maySkip(bypass, by);
  const refusals = [
    isFree ? undefined : missingApprovals(approvals, pull, repository),
    missingChecks(repository, contexts, pull.headSha),
  ].filter((refusal) => refusal !== undefined);
  return refusals.length === 0 ? undefined : refusals.join(' ');
}
