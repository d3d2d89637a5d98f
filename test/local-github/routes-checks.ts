import { ApiError, notFound } from './api-error.ts';
import { readCheck, readNewCheck } from './check-input.ts';
import type { CheckRun, CheckSuite } from './checks.ts';
import { readCommit, resolveCommit } from './commits.ts';
import { fieldsOf } from './fields.ts';
import { paginate } from './paging.ts';
import { presentAnnotation, presentCheckRun, presentCheckSuite } from './present-check.ts';
import { numberOfApp } from './present-user.ts';
import type { ApiAnswer, Call, Route } from './route.ts';

const READ = [{ checks: 'read' }] as const;
const WRITE = [{ checks: 'write' }] as const;

/** Check runs and the suites that they are in. */
export const checkRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/check-runs', permissions: WRITE, handle: createRun },
  { method: 'GET', pattern: '/check-runs/:id', permissions: READ, handle: (call) => present(requireRun(call), call) },
  {
    method: 'PATCH',
    pattern: '/check-runs/:id',
    permissions: WRITE,
    handle: (call) => present(call.repository.checks.update(requireRun(call).id, readCheck(fieldsOf(call))), call),
  },
  {
    method: 'GET',
    pattern: '/check-runs/:id/annotations',
    permissions: READ,
    handle(call) {
      const run = requireRun(call);
      const { page, headers } = paginate(run.output.annotations, call);
      return { headers, body: page.map((one) => presentAnnotation(one, run, call.repository, call.hub)) };
    },
  },
  {
    method: 'GET',
    pattern: '/commits/:ref/check-runs',
    permissions: READ,
    handle: async (call) => listRuns(call, await requireSha(call)),
  },
  {
    method: 'GET',
    pattern: '/commits/:ref/check-suites',
    permissions: READ,
    async handle(call) {
      const suites = call.repository.checks.suites(await requireSha(call));
      const { page, headers } = paginate(suites, call);
      const body = await Promise.all(page.map((suite) => presentCheckSuite(suite, call.repository, call.hub)));
      return { headers, body: { total_count: suites.length, check_suites: body } };
    },
  },
  {
    method: 'GET',
    pattern: '/check-suites/:id',
    permissions: READ,
    handle: async (call) => ({ body: await presentCheckSuite(requireSuite(call), call.repository, call.hub) }),
  },
  {
    method: 'GET',
    pattern: '/check-suites/:id/check-runs',
    permissions: READ,
    handle(call) {
      const suite = requireSuite(call);
      return listRuns(call, suite.sha, suite.id);
    },
  },
];

function present(run: CheckRun, { repository, hub }: Call): ApiAnswer {
  return { body: presentCheckRun(run, repository, hub) };
}

async function createRun(call: Call): Promise<ApiAnswer> {
  const input = readNewCheck(fieldsOf(call));
  if (!/^[0-9a-f]{40}$/.test(input.sha) || (await readCommit(call.repository.bare, input.sha)) === undefined)
    throw new ApiError(422, `No commit found for SHA: ${input.sha}`);
  const { app } = call.token.actor;
  if (app === undefined) throw new ApiError(403, 'You must authenticate via a GitHub App.');
  const run = call.repository.checks.create({ ...input, app });
  const body = presentCheckRun(run, call.repository, call.hub);
  return { status: 201, headers: { location: body.url }, body };
}

function listRuns(call: Call, sha: string, suite?: number): ApiAnswer {
  const { query } = call.request;
  const { checks } = call.repository;
  const isWanted = (name: string, value: string | number) => [null, String(value)].includes(query.get(name));
  const runs = (query.get('filter') === 'all' ? checks.list(sha) : checks.latest(sha)).filter(
    (run) =>
      (suite === undefined || run.suiteId === suite) &&
      isWanted('check_name', run.name) &&
      isWanted('status', run.status) &&
      isWanted('app_id', numberOfApp(run.app)),
  );
  const { page, headers } = paginate(runs, call);
  const body = page.map((run) => presentCheckRun(run, call.repository, call.hub));
  return { headers, body: { total_count: runs.length, check_runs: body } };
}

function requireRun({ repository, params }: Call): CheckRun {
  const run = repository.checks.find(Number(params['id']));
  if (run === undefined) throw notFound();
  return run;
}

function requireSuite({ repository, params }: Call): CheckSuite {
  const suite = repository.checks.findSuite(Number(params['id']));
  if (suite === undefined) throw notFound();
  return suite;
}

async function requireSha({ repository, params }: Call): Promise<string> {
  const ref = params['ref'] ?? '';
  const sha = await resolveCommit(repository.bare, ref);
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${ref}`);
  return sha;
}
