import type { Commit } from './commits.ts';
import type { Repository, Site } from './hub.ts';
import { presentCommit } from './present-commit.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import { presentApp } from './present-user.ts';
import type { Protection } from './protections.ts';

/**
 * A branch. It is `protected` by any rule that holds for it, be it a ruleset's or a classic protection's; `protection`
 * tells the status checks of a classic one alone.
 */
export function presentBranch(name: string, tip: Commit, repository: Repository, site: Site) {
  const self = addressOf(name, repository, site);
  const classic = repository.protections.of(name);
  const hasRules = repository.rulesets.of(name).some(({ rules }) => rules.length > 0);
  const contexts = classic?.contexts ?? [];
  return {
    name,
    commit: presentCommit(tip, repository, site),
    _links: { self, html: `${htmlOf(repository, site)}/tree/${pathOf(name)}` },
    protected: classic !== undefined || hasRules,
    protection: {
      enabled: classic !== undefined,
      required_status_checks: {
        enforcement_level: contexts.length > 0 ? 'everyone' : 'off',
        contexts,
        checks: contexts.map((context) => ({ context, app_id: null })),
      },
    },
    protection_url: `${self}/protection`,
  };
}

/** A classic protection as administrators read it. */
export function presentProtection(protection: Protection, name: string, repository: Repository, site: Site) {
  const url = `${addressOf(name, repository, site)}/protection`;
  const { contexts, approvals, bypass } = protection;
  const off = { enabled: false };
  return {
    url,
    ...(contexts.length === 0 ? {} : { required_status_checks: presentChecks(contexts, url) }),
    required_pull_request_reviews: {
      url: `${url}/required_pull_request_reviews`,
      dismiss_stale_reviews: false,
      require_code_owner_reviews: false,
      require_last_push_approval: false,
      required_approving_review_count: approvals,
      bypass_pull_request_allowances: { users: [], teams: [], apps: bypass.map((slug) => presentApp(slug, site)) },
    },
    required_signatures: { url: `${url}/required_signatures`, enabled: false },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
    required_linear_history: off,
    allow_force_pushes: off,
    allow_deletions: off,
    block_creations: off,
    required_conversation_resolution: off,
    lock_branch: off,
    allow_fork_syncing: off,
  };
}

function presentChecks(contexts: readonly string[], protection: string) {
  const url = `${protection}/required_status_checks`;
  const checks = contexts.map((context) => ({ context, app_id: null }));
  return { url, strict: false, contexts, contexts_url: `${url}/contexts`, checks };
}

function addressOf(name: string, repository: Repository, site: Site): string {
  return `${apiOf(repository, site)}/branches/${pathOf(name)}`;
}

function pathOf(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
