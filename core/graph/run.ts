import { createSchedule, type Schedule, type Task } from './schedule.ts';

/** What a graph's runner calls. */
export interface GraphHooks {
  /** Does one task and says whether it succeeded. */
  readonly work: (id: string) => Promise<boolean>;
  /** Told of each task that never starts, with the failed one that is to blame. */
  readonly notStarted: (id: string, because: string) => void;
  /** Told after each start and each end. */
  readonly changed?: (schedule: Schedule) => void;
}

/**
 * Does all tasks on `slots` slots, each as soon as what it needs is done. A rejection of `work` starts nothing more and
 * is passed on when all that runs has ended.
 */
export async function runGraph(tasks: readonly Task[], slots: number, hooks: GraphHooks): Promise<void> {
  const schedule = createSchedule(tasks, slots);
  const faults: unknown[] = [];
  await new Promise<void>((resolve) => {
    const advance = () => {
      const started = faults.length === 0 ? schedule.start() : [];
      if (started.length > 0) {
        hooks.changed?.(schedule);
      }
      for (const id of started) {
        hooks.work(id).then(
          (ok) => end(id, ok),
          (fault) => {
            faults.push(fault);
            end(id, false);
          },
        );
      }
      if (schedule.done || (faults.length > 0 && schedule.running.length === 0)) {
        resolve();
      }
    };
    const end = (id: string, ok: boolean) => {
      for (const { id: other, because } of schedule.finish(id, ok)) {
        hooks.notStarted(other, because);
      }
      hooks.changed?.(schedule);
      advance();
    };
    advance();
  });
  if (faults.length > 0) {
    throw faults[0];
  }
}
