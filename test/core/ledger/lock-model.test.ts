import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currentEntry,
  freeEntry,
  isOfSameJob,
  type LockEntry,
  type LockHolder,
  type LockVersion,
  takeEntry,
} from '../../../core/ledger/lock.ts';

const SEED = 20261125;
/** Versions that Parameter Store keeps. */
const KEPT = 100;

/** A parameter of Parameter Store: each put is a version, and only the last ones can be read. */
class Parameter {
  readonly keeps: number;
  version = 0;
  history: LockVersion[] = [];
  /** Milliseconds by Parameter Store's clock: a put takes a few. */
  now = 1000;

  constructor(keeps: number) {
    this.keeps = keeps;
  }

  /** False where the parameter exists and may not be written over. */
  put(entry: LockEntry, overwrite: boolean): boolean {
    if (!overwrite && this.version > 0) return false;
    this.version += 1;
    this.now += 10;
    this.history = [...this.history, { version: this.version, written: this.version * 1000, entry }].slice(-this.keeps);
    return true;
  }

  /** What is put after it begins anew with version 1. */
  remove(): void {
    this.version = 0;
    this.history = [];
  }

  current(): LockVersion | undefined {
    return currentEntry(this.history);
  }
}

interface Put {
  readonly entry: LockEntry;
  readonly overwrite: boolean;
}

/**
 * What a process does next; `holding` and `removing` alone believe that the lock is its own. Who removes the parameter
 * takes the lock once more, behind itself, and looks whether that counts.
 */
type State =
  | { readonly at: 'reading' }
  | { readonly at: 'deciding'; readonly seen: LockVersion | undefined; readonly now: number }
  | { readonly at: 'taking'; readonly put: Put }
  | { readonly at: 'checking'; readonly mine: LockEntry }
  | { readonly at: 'holding'; readonly mine: LockEntry }
  | { readonly at: 'freeing'; readonly put: Put }
  | { readonly at: 'taking again'; readonly put: Put }
  | { readonly at: 'checking again'; readonly mine: LockEntry }
  | { readonly at: 'removing' }
  | { readonly at: 'dead' };

interface Process {
  readonly holder: Extract<LockHolder, { kind: 'run' }>;
  state: State;
}

interface WorldOptions {
  readonly keeps: number;
  /** The first put says Overwrite too. */
  readonly alwaysOverwrites: boolean;
}

/** Processes at one parameter. A put that a process was killed in may still arrive, at any time. */
class World {
  readonly parameter: Parameter;
  readonly processes: Process[] = [];
  readonly inFlight: Put[] = [];
  private readonly alwaysOverwrites: boolean;
  private readonly ended = new Set<string>();
  private ids = 0;

  constructor({ keeps, alwaysOverwrites }: WorldOptions) {
    this.parameter = new Parameter(keeps);
    this.alwaysOverwrites = alwaysOverwrites;
  }

  begin(run: string, attempt = '1'): Process {
    const url = `https://github.example/owner/name/actions/runs/${run}/attempts/${attempt}`;
    const holder = {
      kind: 'run' as const,
      repository: 'owner/name',
      repositoryId: '42',
      run,
      attempt,
      runner: `runner-of-${run}-${attempt}`,
      url,
    };
    const process: Process = { holder, state: { at: 'reading' } };
    this.processes.push(process);
    return process;
  }

  /**
   * A kill at any step; what was being written then gets lost, or arrives later. A removal arrives before anybody can know
   * that its process has ended, or never.
   */
  kill(process: Process, arrives = false): void {
    const { state } = process;
    if (arrives && 'put' in state) this.inFlight.push(state.put);
    if (arrives && state.at === 'removing') this.parameter.remove();
    this.ended.add(attemptOf(process.holder));
    process.state = { at: 'dead' };
  }

  /** The next attempt of a dead process's run. */
  rerun({ holder }: Process): Process {
    return this.begin(holder.run, String(Number(holder.attempt) + 1));
  }

  arrive(index: number): void {
    const [put] = this.inFlight.splice(index % Math.max(1, this.inFlight.length), 1);
    if (put !== undefined) this.parameter.put(put.entry, put.overwrite);
  }

  /** Lets a process do the next thing; one that holds the lock frees it, or removes it (where a first put is one). */
  step(process: Process, removes = false): void {
    process.state = this.after(process, removes && !this.alwaysOverwrites);
    expect(this.holding().length, 'processes that hold the lock').toBeLessThanOrEqual(1);
  }

  stepUnlessHolding(process: Process | undefined): void {
    if (process !== undefined && process.state.at !== 'holding') this.step(process);
  }

  /** Steps until the process holds the lock. */
  stepToHold(process: Process, steps: number): void {
    for (let step = 0; step < steps && process.state.at !== 'holding'; step++) this.step(process);
    expect(process.state.at).toBe('holding');
  }

  holding(): Process[] {
    return this.processes.filter(({ state }) => state.at === 'holding' || state.at === 'removing');
  }

  private after({ state, holder }: Process, removes: boolean): State {
    switch (state.at) {
      case 'reading':
        return { at: 'deciding', seen: this.parameter.current(), now: this.parameter.now };
      case 'deciding':
        return this.decided(state, holder);
      case 'taking': {
        const { entry, overwrite } = state.put;
        return this.parameter.put(entry, overwrite) ? { at: 'checking', mine: entry } : { at: 'reading' };
      }
      case 'checking': {
        const mine = this.parameter.current()?.entry.id === state.mine.id;
        return mine ? { at: 'holding', mine: state.mine } : { at: 'reading' };
      }
      case 'holding':
        return removes
          ? { at: 'taking again', put: { entry: takeEntry(this.nextId(), state.mine, holder, 0), overwrite: true } }
          : { at: 'freeing', put: { entry: freeEntry(this.nextId(), state.mine), overwrite: true } };
      case 'freeing':
        this.parameter.put(state.put.entry, state.put.overwrite);
        return { at: 'reading' };
      case 'taking again':
        this.parameter.put(state.put.entry, state.put.overwrite);
        return { at: 'checking again', mine: state.put.entry };
      case 'checking again':
        return { at: this.parameter.current()?.entry.id === state.mine.id ? 'removing' : 'reading' };
      case 'removing':
        this.parameter.remove();
        return { at: 'reading' };
      case 'dead':
        return state;
    }
  }

  private decided({ seen, now }: Extract<State, { at: 'deciding' }>, holder: LockHolder): State {
    if (seen?.entry.holder !== undefined && this.lives(seen.entry.holder, holder)) return { at: 'reading' };
    const entry = takeEntry(this.nextId(), seen?.entry, holder, now);
    return { at: 'taking', put: { entry, overwrite: seen !== undefined || this.alwaysOverwrites } };
  }

  /** Whether a holder counts as alive to a process that looks: not where it is that process itself. */
  private lives(holder: LockHolder, own: LockHolder): boolean {
    return holder.kind === 'run' && !this.ended.has(attemptOf(holder)) && !isOfSameJob(holder, own);
  }

  private nextId(): string {
    this.ids += 1;
    return `entry-${this.ids}`;
  }
}

const attemptOf = ({ run, attempt }: Process['holder']) => `${run}/${attempt}`;

/**
 * What happens next: a process goes on by some steps (and frees or removes the lock that it holds), or is killed and its
 * run starts again, or a late put arrives.
 */
interface Event {
  readonly who: number;
  readonly what: 'steps' | 'kill' | 'kill in flight' | 'arrive';
  readonly steps: number;
  readonly removes: boolean;
}

const event: fc.Arbitrary<Event> = fc.record({
  who: fc.nat(5),
  what: fc.oneof(
    { weight: 16, arbitrary: fc.constant('steps' as const) },
    { weight: 1, arbitrary: fc.constant('kill' as const) },
    { weight: 1, arbitrary: fc.constant('kill in flight' as const) },
    { weight: 1, arbitrary: fc.constant('arrive' as const) },
  ),
  steps: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 14 })),
  removes: fc.boolean(),
});

/**
 * Plays events for so many processes at a time. All processes that there ever are must be fewer than the versions
 * that are kept: each of them can be late with one write, and as many writes as versions are kept hide all others.
 */
function play(world: World, slots: number, events: readonly Event[]): void {
  const running = Array.from({ length: slots }, (_, index) => world.begin(`run-${index}`));
  for (const { who, what, steps, removes } of events) {
    const slot = who % slots;
    const process = running[slot];
    if (process === undefined) continue;
    if (what === 'arrive') {
      world.arrive(who);
    } else if (what === 'steps') {
      for (let step = 0; step < steps; step++) world.step(process, removes);
    } else if (world.processes.length + 1 < world.parameter.keeps) {
      world.kill(process, what === 'kill in flight');
      running[slot] = world.rerun(process);
    }
  }
}

/** All but one stop; what they were writing arrives between the steps of the one that is left, which must get the lock. */
function leaveAlone(world: World, who: number): void {
  const living = world.processes.filter(({ state }) => state.at !== 'dead');
  const left = living[who % living.length] ?? world.begin('run-left');
  for (const process of living) if (process !== left) world.kill(process, true);
  for (let step = 0; world.inFlight.length > 0; step++) {
    world.step(left);
    if (step % 3 === who % 3) world.arrive(step);
  }
  world.stepToHold(left, 12);
  expect(world.holding()).toEqual([left]);
  const mine = left.state.at === 'holding' ? left.state.mine : undefined;
  expect(world.parameter.current()?.entry).toEqual(mine);
}

/** Takes and frees the lock so often, at once; `late` of the writes between follow what counted long ago. */
function age(parameter: Parameter, cycles: number, late: number): void {
  const holder: LockHolder = { kind: 'user', user: 'ada', machine: 'laptop' };
  let free: LockEntry | undefined;
  for (let cycle = 0; cycle < cycles; cycle++) {
    const taken = takeEntry(`past-${cycle}`, free, holder, parameter.now);
    const stale =
      cycle % 3 === 0 && cycle < late ? takeEntry(`stale-${cycle}`, free, holder, parameter.now) : undefined;
    free = freeEntry(`past-free-${cycle}`, taken);
    for (const entry of [taken, stale, free]) if (entry !== undefined) parameter.put(entry, true);
  }
}

describe('the lock as a log of versions', () => {
  it('never has two live holders, and in the end one that tries alone, in 10,000 random interleavings', () => {
    let beyond = 0;
    const options = fc.record({ keeps: fc.integer({ min: 5, max: 14 }), alwaysOverwrites: fc.boolean() });
    const events = fc.array(event, { minLength: 5, maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(options, fc.integer({ min: 2, max: 4 }), events, fc.nat(5), (how, slots, what, who) => {
        const world = new World(how);
        play(world, slots, what);
        leaveAlone(world, who);
        if (world.parameter.version > how.keeps) beyond += 1;
      }),
      { numRuns: 10_000, seed: SEED },
    );
    expect(beyond, 'runs that outlast the history').toBeGreaterThan(4000);
  });

  it('never has two live holders where the last 100 of many versions are kept', () => {
    const past = fc.record({ cycles: fc.nat(90), late: fc.nat(90) });
    const events = fc.array(event, { minLength: 10, maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(
        past,
        fc.boolean(),
        fc.integer({ min: 2, max: 6 }),
        events,
        fc.nat(5),
        (before, always, slots, what, who) => {
          const world = new World({ keeps: KEPT, alwaysOverwrites: always });
          age(world.parameter, before.cycles, before.late);
          play(world, slots, what);
          leaveAlone(world, who);
        },
      ),
      { numRuns: 1500, seed: SEED },
    );
  });

  it('never believes one that slept at any step while others wrote up to 300 versions', () => {
    const cycles = fc.integer({ min: 1, max: 150 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(7), cycles), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (naps, always) => {
          const world = new World({ keeps: KEPT, alwaysOverwrites: always });
          const sleeper = world.begin('sleeper');
          const busy = world.begin('busy');
          for (const [steps, times] of naps) {
            for (let step = 0; step < steps; step++) world.step(sleeper);
            for (let step = 0; step < times * 6; step++) world.step(busy);
          }
          leaveAlone(world, 0);
        },
      ),
      { numRuns: 60, seed: SEED },
    );
  });
});

describe('the lock', () => {
  const worlds = [
    { keeps: KEPT, alwaysOverwrites: false },
    { keeps: KEPT, alwaysOverwrites: true },
  ];
  /** A parameter of some past, held by run 7, attempt 1. */
  const held = (how: WorldOptions, cycles: number) => {
    const world = new World(how);
    age(world.parameter, cycles, cycles);
    const process = world.begin('7');
    world.stepToHold(process, 4);
    return { world, process };
  };
  const cases = worlds.flatMap((how) => [0, 1, 49, 50, 51, 120].map((cycles) => ({ how, cycles })));

  it.each(cases)('F11 is taken over from a dead run ($cycles times used, $how)', ({ how, cycles }) => {
    const { world, process } = held(how, cycles);
    world.kill(process);
    world.stepToHold(world.begin('8'), 4);
  });

  it.each(cases)(
    'F11 is taken over from a dead attempt of the same run ($cycles times used, $how)',
    ({ how, cycles }) => {
      const { world, process } = held(how, cycles);
      world.kill(process);
      world.stepToHold(world.rerun(process), 4);
    },
  );

  it.each(cases)(
    'F11 is waited for while its run goes on, until it is freed ($cycles times used, $how)',
    ({ how, cycles }) => {
      const { world, process } = held(how, cycles);
      const other = world.begin('8');
      const before = world.parameter.version;
      for (let step = 0; step < 50; step++) world.step(other);
      expect(world.parameter.version).toBe(before);
      world.step(process);
      for (let step = 0; step < 50; step++) world.step(other);
      expect(world.parameter.version).toBe(before);
      world.step(process);
      world.stepToHold(other, 6);
    },
  );

  it.each(cases)('F11 is one of two that take it over at once ($cycles times used, $how)', ({ how, cycles }) => {
    const orders = [
      [8, 9, 8, 9, 8, 9, 8, 9],
      [8, 9, 9, 8, 9, 8, 8, 9],
      [8, 8, 9, 9, 8, 9, 8, 9],
      [9, 9, 8, 8, 8, 8, 9, 9],
      [8, 9, 8, 9, 9, 9, 8, 8],
      [8, 9, 9, 9, 8, 9, 8, 8],
    ];
    for (const order of orders) {
      const { world, process } = held(how, cycles);
      world.kill(process);
      const takers = new Map([8, 9].map((run) => [run, world.begin(String(run))]));
      for (const run of order) world.stepUnlessHolding(takers.get(run));
      expect(world.holding(), order.join(' ')).toHaveLength(1);
      for (let step = 0; step < 20; step++) {
        for (const taker of takers.values()) world.stepUnlessHolding(taker);
      }
      expect(world.holding(), order.join(' ')).toHaveLength(1);
    }
  });

  it('F11 stays with the one that took it over when the dead one freed it at last', () => {
    const { world, process } = held({ keeps: KEPT, alwaysOverwrites: false }, 3);
    world.step(process);
    world.kill(process, true);
    const other = world.begin('8');
    world.stepToHold(other, 4);
    world.arrive(0);
    for (let step = 0; step < 20; step++) world.step(world.processes[2] ?? world.begin('9'));
    expect(world.holding()).toEqual([other]);
  });

  it('belongs to the first of many that write it for the first time', () => {
    for (const how of worlds) {
      const world = new World(how);
      const many = Array.from({ length: 50 }, (_, index) => world.begin(String(index)));
      for (let step = 0; step < 4; step++) for (const process of many) world.stepUnlessHolding(process);
      expect(world.holding()).toEqual([many[0]]);
    }
  });

  it('stays with its holder behind which 98 others write what they decided before', () => {
    const world = new World({ keeps: KEPT, alwaysOverwrites: false });
    age(world.parameter, 70, 70);
    const many = Array.from({ length: KEPT - 1 }, (_, index) => world.begin(String(index)));
    for (let step = 0; step < 4; step++) for (const process of many) world.stepUnlessHolding(process);
    expect(world.holding()).toEqual([many[0]]);
  });

  it('stays with its holder in a log without its beginning, in which one is late who looked before the parameter was removed', () => {
    const world = new World({ keeps: KEPT, alwaysOverwrites: false });
    age(world.parameter, 60, 0);
    const late = world.begin('late');
    world.step(late);
    world.step(late);
    const busy = world.begin('busy');
    world.stepToHold(busy, 4);
    while (world.parameter.version > 0) world.step(busy, true);
    world.stepToHold(busy, 4);
    for (let step = 0; step < 2; step++) world.step(busy);
    world.kill(late, true);
    world.arrive(0);
    while (world.parameter.version < KEPT - 1) world.step(busy);
    // The last entry before the log loses its beginning, and one that comes second.
    const second = world.begin('second');
    for (let step = 0; step < 2; step++) world.step(second);
    world.stepToHold(busy, 4);
    world.step(second);
    expect(world.parameter.version).toBe(KEPT + 1);
    const other = world.begin('other');
    for (let step = 0; step < 4; step++) world.step(other);
    expect(world.holding()).toEqual([busy]);
  });
});
