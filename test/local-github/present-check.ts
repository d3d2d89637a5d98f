import type { CheckRun, CheckSuite } from './checks.ts';
import { isoSeconds } from './commits.ts';
import type { Repository, Site } from './hub.ts';
import { presentSimpleCommit } from './present-commit.ts';
import { apiOf, htmlOf, presentMinimalRepository } from './present-repository.ts';
import { presentApp } from './present-user.ts';
import { nodeId } from './repositories.ts';

/** A check run. */
export function presentCheckRun(run: CheckRun, repository: Repository, site: Site) {
  const url = `${apiOf(repository, site)}/check-runs/${run.id}`;
  const page = `${htmlOf(repository, site)}/runs/${run.id}`;
  const { annotations, ...output } = run.output;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.sha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: isoSeconds(run.startedAt),
    completed_at: run.completedAt === null ? null : isoSeconds(run.completedAt),
    output: { ...output, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: run.suiteId },
    app: presentApp(run.app, site),
    pull_requests: [],
  };
}

/** An annotation of a check run, as it was given. */
export function presentAnnotation(
  given: Readonly<Record<string, unknown>>,
  run: CheckRun,
  repository: Repository,
  site: Site,
) {
  return {
    start_column: null,
    end_column: null,
    title: null,
    raw_details: null,
    ...given,
    blob_href: `${htmlOf(repository, site)}/blob/${run.sha}/${String(given['path'])}`,
  };
}

/** A check suite: completed when all of its runs are, failed when one of them is. */
export async function presentCheckSuite(suite: CheckSuite, repository: Repository, site: Site) {
  const runs = repository.checks.latest(suite.sha).filter(({ suiteId }) => suiteId === suite.id);
  const url = `${apiOf(repository, site)}/check-suites/${suite.id}`;
  const done = runs.length > 0 && runs.every(({ status }) => status === 'completed');
  const bad = runs.find(({ conclusion }) => !['success', 'neutral', 'skipped', null].includes(conclusion));
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: null,
    head_sha: suite.sha,
    status: done ? 'completed' : (runs.find(({ status }) => status !== 'completed')?.status ?? 'queued'),
    conclusion: done ? (bad?.conclusion ?? 'success') : null,
    url,
    before: null,
    after: suite.sha,
    pull_requests: [],
    app: presentApp(suite.app, site),
    repository: presentMinimalRepository(repository, site),
    created_at: isoSeconds(suite.createdAt),
    updated_at: isoSeconds(Math.max(suite.createdAt, ...runs.map((run) => run.completedAt ?? run.startedAt))),
    head_commit: await presentSimpleCommit(suite.sha, repository),
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
    rerequestable: true,
    runs_rerequestable: true,
  };
}
