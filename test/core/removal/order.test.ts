import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Task } from '../../../core/graph/schedule.ts';
import { createSchedule } from '../../../core/graph/schedule.ts';
import { type Removable, removalTasks } from '../../../core/removal/order.ts';

const SEED = 20261127;
const waitsFor = (tasks: readonly Task[], id: string) =>
  [...(tasks.find((task) => task.id === id)?.after ?? [])].sort();

/** The order in which tasks start, one at a time. */
function played(tasks: readonly Task[]): string[] {
  const schedule = createSchedule(tasks, 1);
  const order: string[] = [];
  while (!schedule.done) {
    const [id] = schedule.start();
    if (id === undefined) throw new Error('nothing starts');
    order.push(id);
    schedule.finish(id, true);
  }
  return order;
}

/** Ids that can be reached from one by following `next`, itself only by a circle. */
function reached(from: string, next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...next(from)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return seen;
}

const deployments: fc.Arbitrary<Removable[]> = fc
  .uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 8 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(id), needs: fc.array(fc.constantFrom(...ids, 'elsewhere'), { maxLength: 4 }) }),
      ),
    ),
  );

describe('the order of a removal', () => {
  it('is the reverse of that of a deploy: who reads goes before what it reads from', () => {
    const tasks = removalTasks([
      { id: 'database', needs: [] },
      { id: 'api', needs: ['database'] },
      { id: 'web', needs: ['api', 'database'] },
      { id: 'tasks', needs: [] },
    ]);
    expect(waitsFor(tasks, 'database')).toEqual(['api', 'web']);
    expect(waitsFor(tasks, 'api')).toEqual(['web']);
    expect(waitsFor(tasks, 'web')).toEqual([]);
    expect(waitsFor(tasks, 'tasks')).toEqual([]);
  });

  it('does not wait for what is not removed, nor for itself', () => {
    const tasks = removalTasks([{ id: 'api', needs: ['database-of-dev', 'api'] }]);
    expect(tasks.map(({ id }) => id)).toEqual(['api']);
    expect(waitsFor(tasks, 'api')).toEqual([]);
  });

  it('is found where two need each other, in one order or the other', () => {
    const tasks = removalTasks([
      { id: 'a', needs: ['b'] },
      { id: 'b', needs: ['a'] },
    ]);
    expect(played(tasks).sort()).toEqual(['a', 'b']);
  });

  it('leaves out one edge of a circle, and no more', () => {
    const tasks = removalTasks([
      { id: 'a', needs: ['b'] },
      { id: 'b', needs: ['c'] },
      { id: 'c', needs: ['a'] },
      { id: 'd', needs: ['a'] },
    ]);
    expect(tasks.flatMap((task) => task.after)).toHaveLength(3);
    expect(waitsFor(tasks, 'a')).toContain('d');
  });

  it('is nothing for nothing', () => {
    expect(removalTasks([])).toEqual([]);
  });

  it('keeps every deployment, and never waits in a circle', () => {
    fc.assert(
      fc.property(deployments, (given) => {
        const tasks = removalTasks(given);
        const ids = given.map(({ id }) => id).sort();
        expect(tasks.map(({ id }) => id).sort()).toEqual(ids);
        for (const task of tasks) {
          for (const id of task.after) expect(ids).toContain(id);
          expect(reached(task.id, (id) => waitsFor(tasks, id))).not.toContain(task.id);
        }
        expect(played(tasks).sort()).toEqual(ids);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('has whoever needs a deployment before it, unless the two are in a circle', () => {
    fc.assert(
      fc.property(deployments, (given) => {
        const tasks = removalTasks(given);
        const needs = (id: string) => given.find((one) => one.id === id)?.needs ?? [];
        const isPart = (id: string) => given.some((one) => one.id === id);
        const order = played(tasks);
        for (const user of given) {
          for (const need of user.needs.filter((id) => isPart(id) && id !== user.id)) {
            if (reached(need, needs).has(user.id)) continue;
            expect(waitsFor(tasks, need)).toContain(user.id);
            expect(order.indexOf(user.id)).toBeLessThan(order.indexOf(need));
          }
        }
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('waits for nobody who does not need it', () => {
    fc.assert(
      fc.property(deployments, (given) => {
        for (const task of removalTasks(given))
          for (const user of task.after) expect(given.find(({ id }) => id === user)?.needs).toContain(task.id);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('leaves out no edge that closes no circle with those that are kept', () => {
    fc.assert(
      fc.property(deployments, (given) => {
        const tasks = removalTasks(given);
        const isPart = (id: string) => given.some((one) => one.id === id);
        for (const user of given) {
          for (const need of user.needs.filter((id) => isPart(id) && id !== user.id)) {
            if (waitsFor(tasks, need).includes(user.id)) continue;
            // The edge is left out, so `user` waits for `need` already.
            expect(reached(user.id, (id) => waitsFor(tasks, id))).toContain(need);
          }
        }
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('takes a chain of thousands', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => ({
      id: `s${index}`,
      needs: index === 0 ? [] : [`s${index - 1}`],
    }));
    const tasks = removalTasks(chain);
    expect(waitsFor(tasks, 's0')).toEqual(['s1']);
    expect(waitsFor(tasks, 's4999')).toEqual([]);
  });
});
