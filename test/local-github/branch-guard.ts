import { ApiError } from './api-error.ts';
import { maySkip } from './bypass.ts';
import type { Repository } from './hub.ts';
import { type BranchUpdate, isForced } from './ref-update.ts';
import { missingChecks } from './required-checks.ts';
import { violationOf } from './rule-violations.ts';
import type { Rule } from './rulesets.ts';
import type { Actor, Token } from './tokens.ts';

interface Asking {
  readonly repository: Repository;
  readonly token: Token;
}

/** The order in which GitHub names the rules that are broken. */
const ORDER: readonly Rule['type'][] = [
  'creation',
  'update',
  'deletion',
  'pull_request',
  'required_signatures',
  'required_linear_history',
  'required_status_checks',
  'non_fast_forward',
];

/** The rules that hold for an actor on a branch, in GitHub's order: several rulesets add up, and each has its own bypass list. */
export function rulesFor(repository: Repository, branch: string, actor: Actor | undefined): readonly Rule[] {
  const rulesets = repository.rulesets
    .of(branch)
    .filter(({ bypass }) => actor === undefined || !maySkip(bypass, actor));
  return rulesets.flatMap(({ rules }) => rules).sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
}

/** The text that GitHub makes of the rules of rulesets that are broken. */
export function asViolations(violations: readonly string[]): string | undefined {
  if (violations.length === 0) return undefined;
  return `Repository rule violations found\n\n${[...new Set(violations)].map((one) => `${one}\n\n`).join('')}`;
}

/**
 * Throws where the rules of the branch do not let the token move it: 422 as by `git/refs`, or the status that another way
 * has. A new ref GitHub refuses without a reason. A push to where the branch is already breaks no ruleset.
 */
export async function guardBranch(asking: Asking, update: BranchUpdate, status: 409 | 422 = 422): Promise<void> {
  const message = (await brokenRules(asking, update)) ?? (await brokenProtection(asking, update));
  if (message === undefined) return;
  throw new ApiError(status, update.before === undefined ? 'Reference update failed' : message);
}

async function brokenRules({ repository, token }: Asking, update: BranchUpdate): Promise<string | undefined> {
  if (update.before === update.after) return undefined;
  const violations: string[] = [];
  for (const rule of rulesFor(repository, update.branch, token.actor)) {
    const violation = await violationOf(rule, update, repository);
    if (violation !== undefined) violations.push(violation);
  }
  return asViolations(violations);
}

/**
 * A protected branch is deleted and pushed to by force by nobody, and changed through a pull request alone, also to where
 * it is already; the apps that may leave out the pull request still need its status checks.
 */
async function brokenProtection({ repository, token }: Asking, update: BranchUpdate): Promise<string | undefined> {
  const protection = repository.protections.of(update.branch);
  if (protection === undefined) return undefined;
  if (update.after === undefined) return 'Cannot delete this branch';
  const refusals = [
    maySkip(protection.bypass, token.actor) ? undefined : 'Changes must be made through a pull request.',
    missingChecks(repository, protection.contexts, update.after),
    (await isForced(repository, update)) ? 'Cannot force-push to this branch' : undefined,
  ].filter((refusal) => refusal !== undefined);
  return refusals.length === 0 ? undefined : refusals.join(' ');
}
