import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runGraph } from '../../../core/graph/run.ts';
import type { Schedule, Task } from '../../../core/graph/schedule.ts';

const task = (id: string, after: readonly string[] = []): Task => ({ id, after });

interface Work {
  readonly resolve: (ok: boolean) => void;
  readonly reject: (error: Error) => void;
}

/** Runs tasks whose work ends when the test says so, and keeps a log of what happened. */
function underControl(tasks: readonly Task[], slots: number, changed?: (schedule: Schedule) => void) {
  const open = new Map<string, Work>();
  const log: string[] = [];
  const ended = runGraph(tasks, slots, {
    work: (id) => {
      log.push(`${id} starts`);
      return new Promise((resolve, reject) => {
        open.set(id, { resolve, reject });
      });
    },
    notStarted: (id, because) => {
      log.push(`${id} is not started because of ${because}`);
    },
    ...(changed === undefined ? {} : { changed }),
  }).then(
    () => log.push('all ended'),
    (error: unknown) => log.push(`rejected: ${(error as Error).message}`),
  );
  const settle = (id: string, how: (work: Work) => void) => {
    const work = open.get(id);
    if (work === undefined) throw new Error(`${id} was never started`);
    how(work);
    return setImmediate();
  };
  return {
    log,
    ended,
    begun: () => setImmediate(),
    succeed: (id: string) => settle(id, (work) => work.resolve(true)),
    fail: (id: string) => settle(id, (work) => work.resolve(false)),
    reject: (id: string, message: string) => settle(id, (work) => work.reject(new Error(message))),
  };
}

/** Runs tasks whose work is over at once, and returns what was worked on and what was not started. */
async function atOnce(tasks: readonly Task[], slots: number, failing: readonly string[] = []) {
  const worked: string[] = [];
  const notStarted: Record<string, string> = {};
  await runGraph(tasks, slots, {
    work: async (id) => {
      worked.push(id);
      return !failing.includes(id);
    },
    notStarted: (id, because) => {
      notStarted[id] = because;
    },
  });
  return { worked, notStarted };
}

describe('runGraph', () => {
  it('ends without tasks', async () => {
    expect(await atOnce([], 4)).toEqual({ worked: [], notStarted: {} });
  });

  it('B10 works through a diamond in the same order each time', async () => {
    const diamond = [task('top', ['l', 'r']), task('r', ['foot']), task('l', ['foot']), task('foot')];
    for (let round = 0; round < 3; round++) {
      expect((await atOnce(diamond, 1)).worked).toEqual(['foot', 'r', 'l', 'top']);
    }
  });

  it('works on each of 500 tasks in a row once', async () => {
    const chain = Array.from({ length: 500 }, (_, index) => task(`t${index}`, index === 0 ? [] : [`t${index - 1}`]));
    expect((await atOnce(chain, 4)).worked).toEqual(chain.map(({ id }) => id));
  });

  it('starts a task when what it needs has ended, though others still run', async () => {
    const run = underControl([task('quick'), task('slow'), task('next', ['quick'])], 4);
    await run.begun();
    expect(run.log).toEqual(['quick starts', 'slow starts']);
    await run.succeed('quick');
    expect(run.log.slice(2)).toEqual(['next starts']);
    await run.succeed('next');
    expect(run.log.slice(3)).toEqual([]);
    await run.succeed('slow');
    expect(run.log.slice(3)).toEqual(['all ended']);
  });

  it('works on no more tasks at a time than there are slots', async () => {
    let [now, most] = [0, 0];
    const tasks = Array.from({ length: 12 }, (_, index) => task(`t${index}`));
    await runGraph(tasks, 3, {
      work: async () => {
        now += 1;
        most = Math.max(most, now);
        await setImmediate();
        now -= 1;
        return true;
      },
      notStarted: () => {},
    });
    expect(most).toBe(3);
  });

  it('works on tasks of one group one after the other', async () => {
    const run = underControl([{ ...task('eu'), group: 'site' }, { ...task('us'), group: 'site' }, task('a')], 4);
    await run.begun();
    expect(run.log).toEqual(['eu starts', 'a starts']);
    await run.fail('eu');
    expect(run.log.slice(2)).toEqual(['us starts']);
  });
});

describe('work that fails', () => {
  it('E30 does not start the third of three when the second fails, and ends well itself', async () => {
    const run = underControl([task('one'), task('two', ['one']), task('three', ['two'])], 4);
    await run.begun();
    await run.succeed('one');
    await run.fail('two');
    await run.ended;
    expect(run.log).toEqual(['one starts', 'two starts', 'three is not started because of two', 'all ended']);
  });

  it('E31 lets the siblings of a failed task finish, and what needs only them start', async () => {
    const run = underControl([task('a'), task('b'), task('on-a', ['a']), task('on-b', ['b'])], 4);
    await run.begun();
    await run.fail('b');
    expect(run.log.slice(2)).toEqual(['on-b is not started because of b']);
    await run.succeed('a');
    expect(run.log.slice(3)).toEqual(['on-a starts']);
    await run.succeed('on-a');
    expect(run.log.slice(4)).toEqual(['all ended']);
  });

  it('tells of each task that is not started once, with the failure that came first', async () => {
    const run = underControl([task('a'), task('b'), task('c', ['a', 'b']), task('d', ['c'])], 4);
    await run.begun();
    await run.fail('b');
    await run.fail('a');
    await run.ended;
    expect(run.log.slice(2).sort()).toEqual([
      'all ended',
      'c is not started because of b',
      'd is not started because of b',
    ]);
  });

  it('names the failed task for everything behind it', async () => {
    const chain = [task('a'), task('b', ['a']), task('c', ['b']), task('d', ['c'])];
    expect(await atOnce(chain, 2, ['b'])).toEqual({ worked: ['a', 'b'], notStarted: { c: 'b', d: 'b' } });
  });
});

describe('work that rejects', () => {
  it('passes the error itself on', async () => {
    const error = new Error('out of disk');
    const hooks = { work: () => Promise.reject(error), notStarted: () => {} };
    await expect(runGraph([task('a')], 1, hooks)).rejects.toBe(error);
  });

  it('lets what runs end first', async () => {
    const run = underControl([task('a'), task('b'), task('c')], 4);
    await run.begun();
    await run.reject('a', 'out of disk');
    await run.succeed('b');
    expect(run.log.slice(3)).toEqual([]);
    await run.fail('c');
    expect(run.log.slice(3)).toEqual(['rejected: out of disk']);
  });

  it('starts nothing more', async () => {
    const run = underControl([task('a'), task('b'), task('on-b', ['b']), task('later')], 2);
    await run.begun();
    expect(run.log).toEqual(['b starts', 'a starts']);
    await run.reject('a', 'out of disk');
    await run.succeed('b');
    await run.ended;
    expect(run.log.filter((line) => line.endsWith('starts'))).toEqual(['b starts', 'a starts']);
    expect(run.log.at(-1)).toBe('rejected: out of disk');
  });

  it('passes the first of two errors on', async () => {
    const run = underControl([task('a'), task('b')], 2);
    await run.begun();
    await run.reject('b', 'first');
    await run.reject('a', 'second');
    await run.ended;
    expect(run.log.at(-1)).toBe('rejected: first');
  });
});

describe('the news of a run', () => {
  it('comes after each start and each end', async () => {
    const news: string[] = [];
    const run = underControl([task('a'), task('b', ['a'])], 1, (schedule) => {
      const waiting = schedule.waiting().map(({ id, on }) => `${id}(${on.join()})`);
      news.push(`running ${schedule.running.join()}, waiting ${waiting.join()}, done ${schedule.done}`);
    });
    await run.begun();
    await run.succeed('a');
    await run.succeed('b');
    await run.ended;
    expect(news).toEqual([
      'running a, waiting b(a), done false',
      'running , waiting b(), done false',
      'running b, waiting , done false',
      'running , waiting , done true',
    ]);
  });

  it('shows what a failure has left', async () => {
    const news: string[] = [];
    const run = underControl([task('a'), task('b', ['a']), task('c')], 2, (schedule) => {
      const waiting = schedule.waiting().map(({ id }) => id);
      news.push(`running ${[...schedule.running].sort().join()}, waiting ${waiting.join()}`);
    });
    await run.begun();
    expect(news.at(-1)).toBe('running a,c, waiting b');
    await run.fail('a');
    expect(news.at(-1)).toBe('running c, waiting ');
    await run.succeed('c');
    expect(news.at(-1)).toBe('running , waiting ');
  });
});
