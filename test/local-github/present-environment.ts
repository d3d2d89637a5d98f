import { isoSeconds } from './commits.ts';
import type { BranchPolicy, Environment, TeamReviewer, UserReviewer } from './environments.ts';
import type { Repository, Site } from './hub.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import { presentUser } from './present-user.ts';
import { nodeId, numberOf } from './repositories.ts';

/** An environment with its protection. */
export function presentEnvironment(environment: Environment, repository: Repository, site: Site) {
  const { id, name, branches } = environment;
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${apiOf(repository, site)}/environments/${encodeURIComponent(name)}`,
    html_url: `${htmlOf(repository, site)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: isoSeconds(environment.createdAt),
    updated_at: isoSeconds(environment.updatedAt),
    can_admins_bypass: environment.canAdminsBypass,
    protection_rules: presentRules(environment, repository, site),
    deployment_branch_policy:
      branches === null
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches === 'custom' },
  };
}

function presentRules(environment: Environment, repository: Repository, site: Site) {
  const rule = (type: string, at: number) => ({ id: environment.id * 10 + at, node_id: nodeId('GateRule', at), type });
  const { waitTimer, reviewers, preventSelfReview, branches } = environment;
  const people = reviewers.map((one) => ({
    type: one.type,
    reviewer: one.type === 'Team' ? presentTeam(one, repository, site) : presentReviewer(one, site),
  }));
  return [
    ...(waitTimer > 0 ? [{ ...rule('wait_timer', 1), wait_timer: waitTimer }] : []),
    ...(reviewers.length > 0
      ? [{ ...rule('required_reviewers', 2), prevent_self_review: preventSelfReview, reviewers: people }]
      : []),
    ...(branches === null ? [] : [rule('branch_policy', 3)]),
  ];
}

function presentReviewer({ id, login = `reviewer-${id}` }: UserReviewer, site: Site) {
  return presentUser({ login, type: 'User' }, site, id);
}

/** A team of the organization that owns the repository; whether it exists nobody asks here. */
function presentTeam({ slug, id = numberOf(`team/${slug}`) }: TeamReviewer, { owner }: Repository, site: Site) {
  const url = `${site.url}/organizations/${numberOf(owner)}/team/${id}`;
  return {
    id,
    node_id: nodeId('Team', id),
    name: slug,
    slug,
    description: '',
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    type: 'organization',
    url,
    html_url: `${site.serverUrl}/orgs/${owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
  };
}

/** A name or pattern of branches, or tags, that may deploy. */
export function presentPolicy({ id, name, type }: BranchPolicy) {
  return { id, node_id: nodeId('GateBranchPolicy', id), name, type };
}
