import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchedule, type Schedule, type Task } from '../../../core/graph/schedule.ts';

const SEED = 20261123;

const task = (id: string, after: readonly string[] = []): Task => ({ id, after });
const grouped = (id: string, group: string, after: readonly string[] = []): Task => ({ id, after, group });

/** Starts what can start and ends it with success, one after the other, until nothing starts any more. */
function startAll(schedule: Schedule): string[] {
  const order: string[] = [];
  for (let started = schedule.start(); started.length > 0; started = schedule.start()) {
    order.push(...started);
    for (const id of started) schedule.finish(id, true);
  }
  return order;
}

const waits = (schedule: Schedule) => Object.fromEntries(schedule.waiting().map(({ id, on }) => [id, [...on].sort()]));
const idsOf = (notStarted: readonly { id: string }[]) => notStarted.map(({ id }) => id).sort();

describe('the order of starts', () => {
  it('has nothing to do without tasks', () => {
    const schedule = createSchedule([], 4);
    expect(schedule.done).toBe(true);
    expect(schedule.start()).toEqual([]);
    expect(schedule.running).toEqual([]);
    expect(schedule.waiting()).toEqual([]);
  });

  it('B10 goes through a diamond from its foot to its top', () => {
    const schedule = createSchedule(
      [task('top', ['l', 'r']), task('r', ['foot']), task('l', ['foot']), task('foot')],
      4,
    );
    expect(schedule.start()).toEqual(['foot']);
    schedule.finish('foot', true);
    expect(schedule.start()).toEqual(['r', 'l']);
    schedule.finish('r', true);
    expect(schedule.start()).toEqual([]);
    schedule.finish('l', true);
    expect(schedule.start()).toEqual(['top']);
    schedule.finish('top', true);
    expect(schedule.done).toBe(true);
  });

  it('B10 takes the same order each time', () => {
    const diamond = [task('foot'), task('r', ['foot']), task('l', ['foot']), task('top', ['l', 'r'])];
    const orders = Array.from({ length: 5 }, () => startAll(createSchedule(diamond, 1)));
    expect(new Set(orders.map(String))).toEqual(new Set(['foot,r,l,top']));
  });

  it('starts a task when what it needs has succeeded, though others of that level still run', () => {
    const schedule = createSchedule([task('quick'), task('slow'), task('next', ['quick'])], 4);
    expect(schedule.start()).toEqual(['quick', 'slow']);
    schedule.finish('quick', true);
    expect(schedule.start()).toEqual(['next']);
    expect([...schedule.running].sort()).toEqual(['next', 'slow']);
  });

  it('waits for all that a task needs', () => {
    const schedule = createSchedule([task('a'), task('b'), task('c', ['a', 'b'])], 4);
    schedule.start();
    schedule.finish('b', true);
    expect(schedule.start()).toEqual([]);
    schedule.finish('a', true);
    expect(schedule.start()).toEqual(['c']);
  });

  it('takes a dependency that is named twice as one', () => {
    expect(startAll(createSchedule([task('b', ['a', 'a']), task('a')], 1))).toEqual(['a', 'b']);
  });

  it('starts everything at once where nothing is needed and slots are enough', () => {
    expect(createSchedule([task('a'), task('b'), task('c')], 3).start()).toEqual(['a', 'b', 'c']);
  });

  it('gives a slot to the next task when it gets free', () => {
    const schedule = createSchedule([task('a'), task('b'), task('c')], 2);
    expect(schedule.start()).toEqual(['a', 'b']);
    schedule.finish('b', true);
    expect(schedule.start()).toEqual(['c']);
  });

  it('gives the slot of a failed task to the next one', () => {
    const schedule = createSchedule([task('a'), task('b')], 1);
    schedule.start();
    schedule.finish('a', false);
    expect(schedule.start()).toEqual(['b']);
  });

  it('starts nothing twice', () => {
    const schedule = createSchedule([task('a'), task('b')], 4);
    expect(schedule.start()).toEqual(['a', 'b']);
    expect(schedule.start()).toEqual([]);
    schedule.finish('a', true);
    expect(schedule.start()).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'a b', 'ä→ß'])('takes %s for an id like any other', (id) => {
    expect(startAll(createSchedule([task('last', [id]), grouped(id, id)], 2))).toEqual([id, 'last']);
  });

  it('leaves the tasks as they are', () => {
    const tasks = Object.freeze(
      [task('b', ['a']), task('a')].map(({ id, after }) => Object.freeze({ id, after: Object.freeze([...after]) })),
    );
    expect(startAll(createSchedule(tasks, 1))).toEqual(['a', 'b']);
  });
});

describe('urgency', () => {
  it('starts the task with the longest chain behind it first', () => {
    const tasks = [task('alone'), task('short'), task('s1', ['short']), task('long'), task('l1', ['long'])];
    const schedule = createSchedule([...tasks, task('l2', ['l1'])], 4);
    expect(schedule.start()).toEqual(['long', 'short', 'alone']);
  });

  it('takes tasks of equal urgency in the order given', () => {
    expect(createSchedule([task('c'), task('a'), task('b')], 2).start()).toEqual(['c', 'a']);
  });

  it('counts the longest chain and not all tasks behind', () => {
    const wide = [task('wide'), task('w1', ['wide']), task('w2', ['wide']), task('w3', ['wide'])];
    const deep = [task('deep'), task('d1', ['deep']), task('d2', ['d1'])];
    expect(createSchedule([...wide, ...deep], 1).start()).toEqual(['deep']);
  });

  it('counts the longer of two ways to one task', () => {
    const ways = [task('direct'), task('detour'), task('between', ['detour']), task('end', ['direct', 'between'])];
    expect(createSchedule(ways, 1).start()).toEqual(['detour']);
  });

  it('counts no task that will never start', () => {
    const cut = [task('broken'), task('x', ['broken', 'cut']), task('y', ['x']), task('z', ['y'])];
    const schedule = createSchedule([...cut, task('cut'), task('whole'), task('w', ['whole'])], 1);
    expect(schedule.start()).toEqual(['broken']);
    schedule.finish('broken', false);
    expect(schedule.start()).toEqual(['whole']);
  });

  it('prefers an urgent task that has just become ready', () => {
    const schedule = createSchedule([task('first'), task('idle'), task('b', ['first']), task('c', ['b'])], 1);
    expect(schedule.start()).toEqual(['first']);
    schedule.finish('first', true);
    expect(schedule.start()).toEqual(['b']);
  });
});

describe('groups', () => {
  it('never runs two tasks of a group at the same time', () => {
    const schedule = createSchedule([grouped('eu', 'site'), grouped('us', 'site')], 4);
    expect(schedule.start()).toEqual(['eu']);
    expect(schedule.start()).toEqual([]);
    schedule.finish('eu', true);
    expect(schedule.start()).toEqual(['us']);
  });

  it('runs different groups, and tasks of none, beside each other', () => {
    const tasks = [grouped('a', 'one'), grouped('b', 'two'), task('c'), task('d')];
    expect(createSchedule(tasks, 4).start()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives a slot to a less urgent task rather than leave it idle', () => {
    const tasks = [grouped('eu', 'site'), grouped('us', 'site'), task('after-us', ['us']), task('small')];
    const schedule = createSchedule(tasks, 2);
    expect(schedule.start()).toEqual(['us', 'small']);
  });

  it('takes the most urgent of a group first', () => {
    const tasks = [grouped('eu', 'site'), grouped('us', 'site'), task('after-us', ['us'])];
    expect(createSchedule(tasks, 4).start()).toEqual(['us']);
  });

  it('frees the group of a failed task', () => {
    const schedule = createSchedule([grouped('eu', 'site'), grouped('us', 'site')], 4);
    schedule.start();
    expect(schedule.finish('eu', false)).toEqual([]);
    expect(schedule.start()).toEqual(['us']);
  });

  it('is not held up by a task of the group that will never start', () => {
    const tasks = [task('a'), grouped('b', 'site', ['a']), task('x'), grouped('c', 'site', ['x'])];
    const schedule = createSchedule(tasks, 4);
    schedule.start();
    schedule.finish('a', false);
    schedule.finish('x', true);
    expect(schedule.start()).toEqual(['c']);
  });

  it('takes a task that needs another of its group', () => {
    expect(startAll(createSchedule([grouped('us', 'site', ['eu']), grouped('eu', 'site')], 4))).toEqual(['eu', 'us']);
  });
});

describe('failures', () => {
  it('E30 does not start the third of three when the second fails, and lets the first stand', () => {
    const schedule = createSchedule([task('one'), task('two', ['one']), task('three', ['two'])], 4);
    schedule.start();
    expect(schedule.finish('one', true)).toEqual([]);
    expect(schedule.start()).toEqual(['two']);
    expect(schedule.finish('two', false)).toEqual([{ id: 'three', because: 'two' }]);
    expect(schedule.start()).toEqual([]);
    expect(schedule.done).toBe(true);
  });

  it('E31 lets the siblings of a failed task finish, and what needs only them start', () => {
    const tasks = [
      task('a'),
      task('b'),
      task('c'),
      task('on-a', ['a']),
      task('on-b', ['b']),
      task('on-both', ['a', 'b']),
    ];
    const schedule = createSchedule(tasks, 4);
    expect(schedule.start()).toEqual(['a', 'b', 'c']);
    expect(idsOf(schedule.finish('b', false))).toEqual(['on-b', 'on-both']);
    expect([...schedule.running].sort()).toEqual(['a', 'c']);
    expect(schedule.finish('a', true)).toEqual([]);
    expect(schedule.start()).toEqual(['on-a']);
    expect(schedule.finish('c', true)).toEqual([]);
    expect(schedule.done).toBe(false);
    expect(schedule.finish('on-a', true)).toEqual([]);
    expect(schedule.done).toBe(true);
  });

  it('names the failed task for everything behind it, however far', () => {
    const schedule = createSchedule([task('a'), task('b', ['a']), task('c', ['b']), task('d', ['c', 'a'])], 1);
    schedule.start();
    const notStarted = schedule.finish('a', false);
    expect(idsOf(notStarted)).toEqual(['b', 'c', 'd']);
    expect(new Set(notStarted.map(({ because }) => because))).toEqual(new Set(['a']));
  });

  it('names a task once, because of the failure that came first', () => {
    const schedule = createSchedule([task('a'), task('b'), task('c', ['a', 'b']), task('d', ['b'])], 4);
    schedule.start();
    expect(schedule.finish('b', false)).toHaveLength(2);
    expect(schedule.finish('a', false)).toEqual([]);
  });

  it('does not start a task whose other dependencies succeed later', () => {
    const schedule = createSchedule([task('a'), task('b'), task('c', ['a', 'b'])], 4);
    schedule.start();
    expect(schedule.finish('a', false)).toEqual([{ id: 'c', because: 'a' }]);
    expect(schedule.finish('b', true)).toEqual([]);
    expect(schedule.start()).toEqual([]);
    expect(schedule.done).toBe(true);
  });

  it('holds up nobody by a failure that nobody waits for', () => {
    const schedule = createSchedule([task('a'), task('b', ['a']), task('alone')], 4);
    schedule.start();
    expect(schedule.finish('alone', false)).toEqual([]);
    schedule.finish('a', true);
    expect(schedule.start()).toEqual(['b']);
  });

  it.each([
    ['nobody knows', 'unknown'],
    ['has not started', 'restapi'],
    ['has ended', 'database'],
    ['will never start', 'reports'],
  ])('refuses the end of a task that %s, and names it', (_, id) => {
    const tasks = [task('database'), task('reports', ['database']), task('tasks'), task('restapi', ['tasks'])];
    const schedule = createSchedule(tasks, 2);
    schedule.start();
    schedule.finish('database', false);
    expect(() => schedule.finish(id, true)).toThrow(Error);
    expect(() => schedule.finish(id, false)).toThrow(id);
    expect(schedule.running).toEqual(['tasks']);
    schedule.finish('tasks', true);
    expect(schedule.start()).toEqual(['restapi']);
  });
});

describe('what a schedule tells of itself', () => {
  it('tells before the first start what waits for what', () => {
    const schedule = createSchedule([task('a'), task('b'), task('c', ['a', 'b'])], 1);
    expect(waits(schedule)).toEqual({ a: [], b: [], c: ['a', 'b'] });
    expect(schedule.running).toEqual([]);
    expect(schedule.done).toBe(false);
  });

  it('tells only what a task still waits for, be it running or waiting itself', () => {
    const schedule = createSchedule([task('a'), task('b'), task('c', ['a', 'b']), task('d', ['a', 'c'])], 2);
    schedule.start();
    schedule.finish('a', true);
    expect(waits(schedule)).toEqual({ c: ['b'], d: ['c'] });
  });

  it('lists a task that waits for a slot or for its group alone, on nothing', () => {
    const schedule = createSchedule([grouped('eu', 'site'), grouped('us', 'site'), task('a'), task('b')], 2);
    expect(schedule.start()).toEqual(['eu', 'a']);
    expect(waits(schedule)).toEqual({ us: [], b: [] });
  });

  it('lists no task that will never start', () => {
    const schedule = createSchedule([task('a'), task('b', ['a']), task('c', ['b']), task('x'), task('y', ['x'])], 2);
    schedule.start();
    schedule.finish('a', false);
    expect(waits(schedule)).toEqual({ y: ['x'] });
  });

  it('is not done while something runs, or may start', () => {
    const schedule = createSchedule([task('a'), task('b', ['a'])], 1);
    schedule.start();
    expect(schedule.done).toBe(false);
    schedule.finish('a', true);
    expect(schedule.running).toEqual([]);
    expect(schedule.done).toBe(false);
    schedule.start();
    expect(schedule.waiting()).toEqual([]);
    expect(schedule.done).toBe(false);
    schedule.finish('b', true);
    expect(schedule.done).toBe(true);
  });

  it('is done when the last running task fails and the rest needs it', () => {
    const schedule = createSchedule([task('a'), task('b', ['a'])], 1);
    schedule.start();
    schedule.finish('a', false);
    expect(schedule.done).toBe(true);
    expect(schedule.waiting()).toEqual([]);
  });

  it('keeps two schedules of the same tasks apart', () => {
    const tasks = [task('a'), task('b', ['a'])];
    const [one, other] = [createSchedule(tasks, 1), createSchedule(tasks, 1)];
    one.start();
    one.finish('a', false);
    expect(startAll(other)).toEqual(['a', 'b']);
  });
});

interface Plan {
  readonly tasks: readonly Task[];
  readonly slots: number;
  readonly failing: ReadonlySet<string>;
  /** Which of the running tasks ends next, and whether others start before the end after that. */
  readonly ends: readonly { readonly pick: number; readonly startsFirst: boolean }[];
}

const plans: fc.Arbitrary<Plan> = fc
  .record({
    slots: fc.integer({ min: 1, max: 4 }),
    nodes: fc.array(
      fc.record({
        after: fc.array(fc.nat({ max: 99 }), { maxLength: 3 }),
        group: fc.constantFrom(undefined, undefined, 'g', 'h'),
        fails: fc.constantFrom(true, false, false, false, false),
        place: fc.nat({ max: 99 }),
        pick: fc.nat({ max: 99 }),
        startsFirst: fc.constantFrom(true, true, false),
      }),
      { maxLength: 14, size: 'max' },
    ),
  })
  .map(({ slots, nodes }) => {
    const after = (indices: readonly number[], end: number) =>
      end === 0 ? [] : [...new Set(indices.map((index) => `t${index % end}`))];
    const tasks = nodes.map((node, index) => ({
      place: node.place,
      task: {
        id: `t${index}`,
        after: after(node.after, index),
        ...(node.group === undefined ? {} : { group: node.group }),
      },
    }));
    return {
      slots,
      tasks: tasks.sort((one, other) => one.place - other.place).map((placed) => placed.task),
      failing: new Set(nodes.flatMap(({ fails }, index) => (fails ? [`t${index}`] : []))),
      ends: nodes,
    };
  });

/** Plays a plan to its end, and returns every rule that the schedule broke. */
function brokenRules({ tasks, slots, failing, ends }: Plan): string[] {
  const schedule = createSchedule(tasks, slots);
  const byId = new Map(tasks.map((each) => [each.id, each]));
  const running = new Set<string>();
  const ended = new Map<string, 'succeeded' | 'failed' | 'not started'>();
  const broken: string[] = [];

  const obstacle = ({ id, after, group }: Task): string | undefined => {
    if (running.has(id)) return 'while it runs';
    if (ended.has(id)) return `though it ${ended.get(id)}`;
    if (running.size >= slots) return 'without a free slot';
    const needed = after.find((other) => ended.get(other) !== 'succeeded');
    if (needed !== undefined) return `before ${needed} has succeeded`;
    const beside = [...running].find((other) => group !== undefined && byId.get(other)?.group === group);
    return beside === undefined ? undefined : `beside ${beside} of its group`;
  };
  const start = () => {
    for (const id of schedule.start()) {
      const why = obstacle(byId.get(id) ?? task(id, ['a task that exists']));
      if (why !== undefined) broken.push(`${id} starts ${why}`);
      running.add(id);
    }
    for (const each of tasks) {
      if (obstacle(each) === undefined) broken.push(`${each.id} could start and does not`);
    }
    if ([...schedule.running].sort().join() !== [...running].sort().join()) broken.push('running is wrong');
  };
  const finish = (id: string) => {
    running.delete(id);
    ended.set(id, failing.has(id) ? 'failed' : 'succeeded');
    for (const { id: other, because } of schedule.finish(id, !failing.has(id))) {
      if (because !== id || !failing.has(id)) broken.push(`${other} is blamed on ${because} when ${id} ends`);
      if (running.has(other) || ended.has(other)) broken.push(`${other} ends twice`);
      ended.set(other, 'not started');
    }
  };

  for (const { pick, startsFirst } of ends) {
    if (startsFirst || running.size === 0) start();
    const next = [...running][pick % running.size];
    if (next === undefined) break;
    if (schedule.done) broken.push('done too early');
    finish(next);
  }
  start();
  if (running.size > 0 || !schedule.done || schedule.waiting().length > 0) broken.push('not done in the end');
  for (const { id, after } of tasks) {
    const state = ended.get(id);
    if (state === undefined) broken.push(`${id} is lost`);
    const healthy = after.every((other) => ended.get(other) === 'succeeded');
    if (state === 'not started' && healthy) broken.push(`${id} is not started for no reason`);
  }
  return broken;
}

describe('the schedule of 10,000 random graphs', () => {
  it('E30 E31 keeps edges, groups and slots, leaves no slot idle, and ends each task once', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const broken = brokenRules(plan);
        if (broken.length > 0) throw new Error(broken.join('; '));
      }),
      { numRuns: 10_000, seed: SEED },
    );
  });

  it('starts what the longest chain waits for first, then what comes first in the order given', () => {
    fc.assert(
      fc.property(plans, ({ tasks, slots }) => {
        const behind = (id: string): number =>
          Math.max(0, ...tasks.filter(({ after }) => after.includes(id)).map((next) => 1 + behind(next.id)));
        const ready = tasks.filter(({ after, group }) => after.length === 0 && group === undefined);
        const urgent = ready.map(({ id }) => id).sort((one, other) => behind(other) - behind(one));
        const started = createSchedule(tasks, slots).start();
        const ungrouped = started.filter((id) => urgent.includes(id));
        expect(ungrouped).toEqual(urgent.slice(0, ungrouped.length));
        expect(started.map(behind)).toEqual(started.map(behind).sort((one, other) => other - one));
      }),
      { numRuns: 1000, seed: SEED },
    );
  });
});
