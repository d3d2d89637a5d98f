/** What a job of GitHub Actions is, as far as its token tells (GitHub's OpenID Connect reference, "OIDC token claims"). */
export interface JobClaims {
  readonly repository: string;
  readonly repository_id: string;
  readonly repository_owner: string;
  readonly repository_owner_id: string;
  readonly repository_visibility: string;
  readonly ref: string;
  readonly ref_type: string;
  readonly ref_protected: string;
  readonly sha: string;
  readonly head_ref: string;
  readonly base_ref: string;
  readonly run_id: string;
  readonly run_number: string;
  readonly run_attempt: string;
  readonly actor: string;
  readonly actor_id: string;
  readonly event_name: string;
  readonly workflow: string;
  readonly workflow_ref: string;
  readonly workflow_sha: string;
  readonly job_workflow_ref: string;
  readonly job_workflow_sha: string;
  readonly runner_environment: string;
  /** Only in the token of a job that names an environment. */
  readonly environment?: string;
}

/** `legacy`: `repo:O/R:…`. `immutable`: `repo:O@OWNERID/R@REPOID:…`, of repositories made, renamed or moved since 2026-07-15. */
export type SubjectFormat = 'legacy' | 'immutable';

/** A push to the main branch of acme/shop; what follows from a given claim (owner, workflow's reference) follows it. */
export function completeClaims(given: Partial<JobClaims>): JobClaims {
  const repository = given.repository ?? 'acme/shop';
  const ref = given.ref ?? 'refs/heads/main';
  const workflowRef = given.workflow_ref ?? `${repository}/.github/workflows/deploy.yml@${ref}`;
  const sha = given.sha ?? 'a'.repeat(40);
  return {
    repository,
    repository_id: '1001',
    repository_owner: repository.split('/')[0] ?? '',
    repository_owner_id: '2001',
    repository_visibility: 'private',
    ref,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    sha,
    head_ref: '',
    base_ref: '',
    run_id: '3001',
    run_number: '7',
    run_attempt: '1',
    actor: 'octocat',
    actor_id: '4001',
    event_name: 'push',
    workflow: 'deploy',
    workflow_ref: workflowRef,
    workflow_sha: sha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: sha,
    runner_environment: 'github-hosted',
    ...given,
  };
}

/** The subject: environment first, then pull requests, then the ref; a `:` in an environment's name is written %3A. */
export function subjectOf(claims: JobClaims, format: SubjectFormat): string {
  const { repository, repository_id: id, repository_owner_id: ownerId } = claims;
  const [owner = '', name = ''] = repository.split('/');
  const place = format === 'legacy' ? `repo:${repository}` : `repo:${owner}@${ownerId}/${name}@${id}`;
  if (claims.environment !== undefined) return `${place}:environment:${claims.environment.replaceAll(':', '%3A')}`;
  if (claims.event_name === 'pull_request') return `${place}:pull_request`;
  return `${place}:ref:${claims.ref}`;
}
