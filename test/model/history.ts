import { type Actions, type Attempt, createActions, type Trigger } from './actions.ts';
import { BRANCH, type PullRequest } from './github.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** What may happen to a branch and its runs. */
export const HAPPENINGS = [
  'push',
  'push back',
  'close',
  'close without a run',
  'reopen',
  'delete',
  'delete without a run',
  'kill',
  'cancel',
  'run again',
  'run failed jobs again',
  'run again outside',
  'sweep',
  'all end, and a week passes',
] as const;

/** Something that happens so many steps after what happened before it; `which` of several it happens to. */
export interface Happening {
  readonly after: number;
  /** Whether it waits for the worst moment: when one who holds a stage has just been told by GitHub how things are. */
  readonly isSudden: boolean;
  readonly what: (typeof HAPPENINGS)[number];
  readonly which: number;
}

/** A world with its runs. */
export interface Play {
  readonly world: World;
  readonly actions: Actions;
  readonly history: readonly Happening[];
}

const WEEK_MS = 7 * 24 * 60 * 60_000;
/** More steps than any history needs. */
const MOST_STEPS = 20_000;

/** Opens the world's pull requests, each with the run of its event. */
export function beginPlay(options: WorldOptions, history: readonly Happening[]): Play {
  const world = createWorld(options);
  const actions = createActions(world);
  for (const pull of world.github.pulls) {
    actions.start(eventOf(pull, 'opened'));
  }
  return { world, actions, history };
}

/** Plays a history to its end: until nobody does anything any more. */
export async function playHistory({ world, actions, history }: Play): Promise<void> {
  for (const happening of history) {
    for (let step = 0; step < happening.after || (happening.isSudden && !isWorst(world)); step++) {
      if (!(await go(world))) {
        break;
      }
    }
    if (happening.what === 'all end, and a week passes') {
      await settle({ world, actions });
    }
    const which = happen(happening, world, actions);
    if (which !== undefined) {
      world.scheduler.note(`${happening.what}: ${which}`);
    }
  }
  await settle({ world, actions });
}

/** Lets everything that runs come to its end. */
export async function settle({ world, actions }: Pick<Play, 'world' | 'actions'>): Promise<void> {
  while (await go(world)) {
    if (world.scheduler.steps > MOST_STEPS) {
      throw new Error(`it does not end in ${MOST_STEPS} steps`);
    }
  }
  const hanging = actions.attempts.filter(({ phase }) => phase !== 'ended');
  if (hanging.length > 0) {
    throw new Error(`${hanging.map(({ name }) => name).join(', ')} hang`);
  }
}

function isWorst({ scheduler: { last }, isHolding }: World): boolean {
  return last?.what.startsWith('asks GitHub') === true && isHolding(last.actor);
}

async function go(world: World): Promise<boolean> {
  const went = await world.scheduler.step();
  if (world.violations[0] !== undefined) {
    throw new Error(world.violations[0]);
  }
  return went;
}

function eventOf({ number, headSha }: PullRequest, action: string): Trigger {
  return { type: 'pull-request', number, action, headSha };
}

/** Lets something happen, with the runs that GitHub starts by it; returns to whom, undefined where it cannot happen now. */
function happen({ what, which }: Happening, world: World, actions: Actions): string | undefined {
  const { github } = world;
  const open = github.pulls.filter((one) => one.open);
  switch (what) {
    case 'push':
    case 'push back':
      github.push(what === 'push back');
      for (const pull of open) {
        actions.start(eventOf(pull, 'synchronize'));
      }
      return github.head;
    case 'close':
    case 'close without a run':
      return toOne(open, which, (pull) => {
        github.close(pull);
        if (what === 'close') {
          actions.start(eventOf(pull, 'closed'));
        }
        return `#${pull.number}`;
      });
    case 'reopen': {
      const closed = github.head === undefined ? [] : github.pulls.filter((one) => !one.open);
      return toOne(closed, which, (pull) => {
        github.reopen(pull);
        actions.start(eventOf(pull, 'reopened'));
        return `#${pull.number}`;
      });
    }
    case 'delete':
    case 'delete without a run':
      return deleteBranch(what === 'delete', open, world, actions);
    case 'all end, and a week passes':
      world.scheduler.pass(WEEK_MS);
      github.changeAll();
      return 'every preview has expired';
    default:
      return happenToRun(what, which, actions);
  }
}

function deleteBranch(hasRuns: boolean, open: readonly PullRequest[], { github }: World, actions: Actions) {
  if (github.head === undefined) {
    return undefined;
  }
  github.deleteBranch();
  if (hasRuns) {
    for (const pull of open) {
      actions.start(eventOf(pull, 'closed'));
    }
    actions.start({ type: 'delete', ref: BRANCH, refType: 'branch' });
  }
  return BRANCH;
}

type ToRun = Extract<Happening['what'], 'kill' | 'cancel' | `run ${string}` | 'sweep'>;

function happenToRun(what: ToRun, which: number, actions: Actions): string | undefined {
  const running = actions.attempts.filter(({ phase, state }) => phase === 'running' && state !== 'gone');
  const cancellable = actions.attempts.filter(
    ({ phase, state }) => phase === 'waiting' || (phase === 'running' && state === 'running'),
  );
  switch (what) {
    case 'kill':
      return toOne(running, which, (attempt) => named(attempt, actions.kill));
    case 'cancel':
      return toOne(cancellable, which, (attempt) => named(attempt, actions.cancel));
    case 'sweep':
      actions.start({ type: 'sweep' });
      return 'started';
    default: {
      const options = {
        onlyFailed: what === 'run failed jobs again',
        ...(what === 'run again outside' ? { isOutside: true } : {}),
      };
      return toOne(again(actions), which, (attempt) => named(attempt, (one) => actions.rerun(one, options)));
    }
  }
}

/** The last attempts of the runs that have ended. */
function again({ attempts }: Actions): Attempt[] {
  return attempts.filter(
    ({ run, attempt, phase, trigger }) =>
      phase === 'ended' &&
      trigger.type !== 'sweep' &&
      !attempts.some((one) => one.run === run && one.attempt > attempt),
  );
}

function toOne<Item>(items: readonly Item[], which: number, act: (item: Item) => string): string | undefined {
  const item = items[which % Math.max(1, items.length)];
  return item === undefined ? undefined : act(item);
}

function named(attempt: Attempt, act: (attempt: Attempt) => void): string {
  act(attempt);
  return attempt.name;
}
