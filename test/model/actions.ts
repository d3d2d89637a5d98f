import type { RunEvent } from '../../core/stage/event.ts';
import { playJobs, type Resolved } from './jobs.ts';
import type { Actor } from './scheduler.ts';
import type { Process, World } from './world.ts';

/** What starts a run: an event of GitHub's, or the schedule of the sweep. */
export type Trigger = Extract<RunEvent, { type: 'pull-request' | 'delete' }> | { readonly type: 'sweep' };

/** How an attempt of a run came to its end; `replaced` is one that waited when a newer one came. */
export type End = 'finished' | 'killed' | 'cancelled' | 'replaced';

/** One attempt of a run, with the process that it is. */
export interface Attempt extends Process {
  readonly run: string;
  readonly attempt: number;
  readonly trigger: Trigger;
  /** Whether it is in no group, so that it runs beside others of its branch. */
  readonly isOutside: boolean;
  /** `ending`: it is over, and GitHub does not know yet. */
  phase: 'waiting' | 'running' | 'ending' | 'ended';
  end: End | undefined;
  /** Step at which it ended; later than all as long as it has not. */
  endedAt: number;
  /** What its first job decided; a run whose failed jobs are started again keeps it. */
  resolved: Resolved | undefined;
  /** Step at which the job began that decided; undefined before. */
  decidedSince: number | undefined;
  /** What it came to: a status of one of the actions, or `skip`. */
  status: string | undefined;
  /** Why it failed. */
  failure: string | undefined;
}

/** How long a process that is cancelled has for its farewells, in milliseconds. */
const FAREWELL_MS = 4000;
/** How probable it is that the write arrives that a process was killed in. */
const ARRIVES = 0.3;

export interface Actions {
  readonly attempts: readonly Attempt[];
  start(trigger: Trigger): void;
  /** Starts an attempt's run again: all its jobs, or (`onlyFailed`) those behind the decision, which stays. */
  rerun(attempt: Attempt, options: { readonly onlyFailed?: boolean; readonly isOutside?: boolean }): void;
  kill(attempt: Attempt): void;
  cancel(attempt: Attempt): void;
}

/** GitHub Actions: one run of a branch at a time and the newest behind it, where the world groups them. */
export function createActions(world: World): Actions {
  const { scheduler, github } = world;
  const attempts: Attempt[] = [];
  const gitHub: Actor = { name: 'GitHub', state: 'running' };
  let runs = 0;

  const inGroup = (phase: Attempt['phase'][]) =>
    attempts.filter((one) => !one.isOutside && one.trigger.type !== 'sweep' && phase.includes(one.phase));

  const begin = (attempt: Attempt) => {
    attempt.phase = 'running';
    attempt.decidedSince ??= scheduler.steps;
    playJobs(world, attempt).then(
      () => over(attempt, 'finished'),
      (error: Error) => {
        attempt.failure = error.stack ?? error.message;
        return over(attempt, 'finished');
      },
    );
  };

  /** GitHub sees later that an attempt is over; then the next one of the group begins. */
  const over = async (attempt: Attempt, how: End) => {
    if (attempt.phase !== 'running') {
      return;
    }
    attempt.state = 'gone';
    // What it was writing may have been on its way, and arrive at any time.
    scheduler.drop(attempt, ({ kind }) => kind === 'late' && world.random.chance(ARRIVES));
    attempt.phase = 'ending';
    attempt.end = how;
    attempt.endedAt = scheduler.steps;
    await scheduler.wait(gitHub, `sees that ${attempt.name} has ended (${how})`, {
      sleep: how === 'killed' ? 60_000 : 0,
    });
    github.end(attempt.run, attempt.attempt);
    attempt.phase = 'ended';
    const [next] = inGroup(['running', 'ending']).length === 0 ? inGroup(['waiting']) : [];
    if (next !== undefined) {
      begin(next);
    }
  };

  const add = (
    from: Pick<Attempt, 'run' | 'attempt' | 'trigger' | 'isOutside' | 'resolved' | 'decidedSince' | 'misledBy'>,
  ) => {
    const attempt: Attempt = {
      ...from,
      name: `run ${from.run}.${from.attempt}`,
      state: 'running',
      held: new Map(),
      touched: new Map(),
      farewells: new Set(),
      isGiving: false,
      isFaulty: from.misledBy !== undefined,
      phase: 'waiting',
      end: undefined,
      endedAt: Number.POSITIVE_INFINITY,
      status: undefined,
      failure: undefined,
    };
    const isFree = attempt.isOutside || attempt.trigger.type === 'sweep' || inGroup(['running', 'ending']).length === 0;
    for (const replaced of isFree ? [] : inGroup(['waiting'])) {
      Object.assign(replaced, { phase: 'ended', end: 'replaced', endedAt: scheduler.steps, state: 'gone' });
    }
    attempts.push(attempt);
    if (isFree) {
      begin(attempt);
    }
  };

  return {
    attempts,
    start(trigger) {
      runs += 1;
      const isOutside = !world.options.isGrouped;
      add({
        run: String(runs),
        attempt: 1,
        trigger,
        isOutside,
        resolved: undefined,
        decidedSince: undefined,
        misledBy: undefined,
      });
    },
    rerun({ run, trigger, resolved, decidedSince, ...before }, { onlyFailed = false, isOutside = before.isOutside }) {
      const attempt = Math.max(...attempts.filter((one) => one.run === run).map((one) => one.attempt)) + 1;
      const kept = onlyFailed && resolved?.configuration !== undefined;
      const decision = kept ? { resolved, decidedSince } : { resolved: undefined, decidedSince: undefined };
      // Failed jobs alone go by what was decided before, wrong or not.
      add({ run, attempt, trigger, isOutside, ...decision, misledBy: kept ? before.misledBy : undefined });
    },
    kill: (attempt) => void over(attempt, 'killed'),
    cancel(attempt) {
      if (attempt.phase === 'waiting') {
        Object.assign(attempt, { phase: 'ended', end: 'cancelled', endedAt: scheduler.steps, state: 'gone' });
        return;
      }
      attempt.state = 'leaving';
      attempt.isFaulty = true;
      if (!attempt.isGiving) {
        scheduler.drop(attempt, ({ kind }) => world.options.cancelledGoesOn && kind !== 'child' && kind !== 'begin');
      }
      const farewells = Promise.allSettled([...attempt.farewells].map((farewell) => farewell()));
      const time = scheduler.wait(attempt, 'has no more time for farewells', { sleep: FAREWELL_MS });
      void Promise.race([farewells, time]).then(() => over(attempt, 'cancelled'));
    },
  };
}
