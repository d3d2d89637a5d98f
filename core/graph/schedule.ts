/** One piece of work with what has to be done before it. */
export interface Task {
  readonly id: string;
  /** Ids of tasks that must have succeeded first; without cycles. */
  readonly after: readonly string[];
  /** Tasks of one group never run at the same time (the regions of one service's folder). */
  readonly group?: string;
}

/** A task that stays undone, with the failed one that is to blame. */
export interface NotStarted {
  readonly id: string;
  readonly because: string;
}

/** Says which task starts when; time and work are its user's. */
export interface Schedule {
  /** Takes the tasks that start now, most urgent first; they count as running from here on. */
  start(): string[];
  /** Notes a running task's end; returns the tasks that will never start because of it. Throws where it does not run. */
  finish(id: string, ok: boolean): NotStarted[];
  readonly running: readonly string[];
  /** Tasks that may still start, with the unfinished tasks that they wait for. */
  waiting(): readonly { readonly id: string; readonly on: readonly string[] }[];
  /** Whether nothing runs and nothing will start any more. */
  readonly done: boolean;
}

/**
 * Schedules tasks on `slots` slots: each starts as soon as what it needs has succeeded (no barrier between levels), a
 * group and a slot are free; where several could, the one with the longest chain of tasks behind it goes first.
 */
export function createSchedule(tasks: readonly Task[], slots: number): Schedule {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const dependants = dependantsOf(tasks);
  let urgency = chainsBehind(tasks);
  const order = new Map(tasks.map(({ id }, index) => [id, index]));
  const open = new Map(tasks.map(({ id, after }) => [id, new Set(after)]));
  const running = new Set<string>();
  const busyGroups = new Set<string>();
  const isUrgent = (a: string, b: string) =>
    (urgency.get(b) ?? 0) - (urgency.get(a) ?? 0) || (order.get(a) ?? 0) - (order.get(b) ?? 0);
  /** Unstarted tasks with nothing left to wait for but a slot and their group. */
  const ready = new Set(tasks.filter(({ after }) => after.length === 0).map(({ id }) => id));

  const drop = (id: string, because: string): NotStarted[] => {
    const dropped: NotStarted[] = [];
    const queue = [...(dependants.get(id) ?? [])];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (open.delete(next)) {
        dropped.push({ id: next, because });
        queue.push(...(dependants.get(next) ?? []));
      }
    }
    if (dropped.length > 0) {
      urgency = chainsBehind(tasks.filter((task) => open.has(task.id)));
    }
    return dropped.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  };

  return {
    start() {
      const started: string[] = [];
      for (const id of running.size < slots ? [...ready].sort(isUrgent) : []) {
        const group = byId.get(id)?.group;
        if (running.size >= slots) {
          break;
        }
        if (group !== undefined && busyGroups.has(group)) {
          continue;
        }
        ready.delete(id);
        open.delete(id);
        running.add(id);
        if (group !== undefined) {
          busyGroups.add(group);
        }
        started.push(id);
      }
      return started;
    },
    finish(id, ok) {
      if (!running.delete(id)) {
        throw new Error(`the task "${id}" does not run`);
      }
      const group = byId.get(id)?.group;
      if (group !== undefined) {
        busyGroups.delete(group);
      }
      if (!ok) {
        return drop(id, id);
      }
      for (const dependant of dependants.get(id) ?? []) {
        const rest = open.get(dependant);
        rest?.delete(id);
        if (rest?.size === 0) {
          ready.add(dependant);
        }
      }
      return [];
    },
    get running() {
      return [...running];
    },
    waiting: () => [...open].map(([id, on]) => ({ id, on: [...on] })),
    get done() {
      return running.size === 0 && open.size === 0;
    },
  };
}

function dependantsOf(tasks: readonly Task[]): Map<string, string[]> {
  const dependants = new Map<string, string[]>(tasks.map(({ id }) => [id, []]));
  for (const { id, after } of tasks) {
    for (const before of new Set(after)) {
      const list = dependants.get(before);
      if (list === undefined) {
        throw new Error(`the task "${id}" comes after "${before}", which is none`);
      }
      list.push(id);
    }
  }
  return dependants;
}

/** How many tasks stand behind each, along the longest chain. */
function chainsBehind(tasks: readonly Task[]): Map<string, number> {
  const ids = new Set(tasks.map(({ id }) => id));
  const after = new Map(tasks.map((task) => [task.id, new Set(task.after.filter((before) => ids.has(before)))]));
  const left = new Map(tasks.map(({ id }) => [id, 0]));
  for (const befores of after.values()) {
    for (const before of befores) {
      left.set(before, (left.get(before) ?? 0) + 1);
    }
  }
  const length = new Map<string, number>(tasks.map(({ id }) => [id, 0]));
  const ends = tasks.filter(({ id }) => left.get(id) === 0).map(({ id }) => id);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    for (const before of after.get(id) ?? []) {
      length.set(before, Math.max(length.get(before) ?? 0, (length.get(id) ?? 0) + 1));
      const rest = (left.get(before) ?? 0) - 1;
      left.set(before, rest);
      if (rest === 0) {
        ends.push(before);
      }
    }
  }
  return length;
}
