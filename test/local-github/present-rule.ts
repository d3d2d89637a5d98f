import type { Repository } from './hub.ts';
import type { Rule, Ruleset } from './rulesets.ts';

/** A rule as `GET …/rules/branches/{branch}` shows it: which ruleset has it, and nothing of who may pass. */
export function presentRule(rule: Rule, { id, source }: Ruleset, repository: Repository) {
  const { owner, name } = repository;
  const parameters = parametersOf(rule);
  return {
    type: rule.type,
    ...(parameters === undefined ? {} : { parameters }),
    ruleset_source_type: source,
    ruleset_source: source === 'Organization' ? owner : `${owner}/${name}`,
    ruleset_id: id,
  };
}

function parametersOf(rule: Rule): Readonly<Record<string, unknown>> | undefined {
  switch (rule.type) {
    case 'pull_request':
      return {
        required_approving_review_count: rule.required_approving_review_count ?? 0,
        dismiss_stale_reviews_on_push: false,
        required_reviewers: [],
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_review_thread_resolution: false,
        allowed_merge_methods: ['merge', 'squash', 'rebase'],
      };
    case 'required_status_checks':
      return {
        strict_required_status_checks_policy: false,
        do_not_enforce_on_create: false,
        required_status_checks: rule.contexts.map((context) => ({ context })),
      };
    case 'update':
      return { update_allows_fetch_and_merge: false };
    default:
      return undefined;
  }
}
