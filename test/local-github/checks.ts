import { createIds } from './repositories.ts';

export const CHECK_STATUSES = ['queued', 'in_progress', 'completed', 'waiting', 'requested', 'pending'] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];
export const CHECK_CONCLUSIONS = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'timed_out',
] as const;
export type CheckConclusion = (typeof CHECK_CONCLUSIONS)[number];

export interface CheckOutput {
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  readonly annotations: readonly Readonly<Record<string, unknown>>[];
}

/** What a check run is made with; an update changes what it names. */
export interface CheckInput {
  readonly name: string;
  readonly sha: string;
  readonly status?: CheckStatus;
  /** Makes the run completed. */
  readonly conclusion?: CheckConclusion;
  readonly detailsUrl?: string;
  readonly externalId?: string;
  /** Milliseconds. */
  readonly startedAt?: number;
  readonly completedAt?: number;
  /** Annotations are added to those that the run has. */
  readonly output?: Partial<CheckOutput>;
  /** Slug of the app; default `github-actions`. */
  readonly app?: string;
}

export interface CheckRun {
  readonly id: number;
  readonly suiteId: number;
  readonly sha: string;
  readonly app: string;
  readonly name: string;
  readonly status: CheckStatus;
  readonly conclusion: CheckConclusion | null;
  readonly detailsUrl: string | null;
  readonly externalId: string;
  readonly startedAt: number;
  readonly completedAt: number | null;
  readonly output: CheckOutput;
}

/** The check runs of one commit by one app. */
export interface CheckSuite {
  readonly id: number;
  readonly sha: string;
  readonly app: string;
  readonly createdAt: number;
}

/** The check runs of one repository. */
export interface Checks {
  /** Newest first. */
  list(sha: string): readonly CheckRun[];
  /** The newest of each name and app. */
  latest(sha: string): readonly CheckRun[];
  find(id: number): CheckRun | undefined;
  create(input: CheckInput): CheckRun;
  /** Throws for an unknown run. */
  update(id: number, changes: Partial<CheckInput>): CheckRun;
  suites(sha: string): readonly CheckSuite[];
  findSuite(id: number): CheckSuite | undefined;
}

/** No checks yet; `now` in milliseconds. */
export function createChecks(repositoryId: number, now: () => number): Checks {
  const runs = new Map<number, CheckRun>();
  const suites: CheckSuite[] = [];
  const nextId = createIds(repositoryId);

  function suiteOf(sha: string, app: string): CheckSuite {
    const known = suites.find((suite) => suite.sha === sha && suite.app === app);
    if (known !== undefined) return known;
    const suite = { id: nextId(), sha, app, createdAt: now() };
    suites.push(suite);
    return suite;
  }
  const list = (sha: string) => [...runs.values()].filter((run) => run.sha === sha).reverse();

  return {
    list,
    latest: (sha) =>
      list(sha).filter(
        ({ name, app }, index, all) => all.findIndex((other) => other.name === name && other.app === app) === index,
      ),
    find: (id) => runs.get(id),
    create({ name, sha, app = 'github-actions', ...rest }) {
      const suiteId = suiteOf(sha, app).id;
      const run = change(newRun(nextId(), suiteId, sha, app, name, now()), rest, now());
      runs.set(run.id, run);
      return run;
    },
    update(id, changes) {
      const run = runs.get(id);
      if (run === undefined) throw new Error(`there is no check run ${id}`);
      const changed = change(run, changes, now());
      runs.set(id, changed);
      return changed;
    },
    suites: (sha) => suites.filter((suite) => suite.sha === sha),
    findSuite: (id) => suites.find((suite) => suite.id === id),
  };
}

const NO_OUTPUT: CheckOutput = { title: null, summary: null, text: null, annotations: [] };

function newRun(id: number, suiteId: number, sha: string, app: string, name: string, startedAt: number): CheckRun {
  const empty = { conclusion: null, detailsUrl: null, externalId: '', completedAt: null, output: NO_OUTPUT };
  return { id, suiteId, sha, app, name, status: 'queued', startedAt, ...empty };
}

function change(run: CheckRun, changes: Partial<CheckInput>, at: number): CheckRun {
  const { output, conclusion, status, sha: _sha, app: _app, ...rest } = changes;
  const annotations = [...run.output.annotations, ...(output?.annotations ?? [])];
  const changed: CheckRun = { ...run, ...rest, output: { ...run.output, ...output, annotations } };
  if (conclusion !== undefined)
    return { ...changed, conclusion, status: 'completed', completedAt: changes.completedAt ?? at };
  // Begun again: what it came to is open once more.
  if (status !== undefined && status !== 'completed')
    return { ...changed, status, conclusion: null, completedAt: null };
  return changed;
}
