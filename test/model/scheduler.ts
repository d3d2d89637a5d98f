import type { Random } from './random.ts';

/** Somebody whose calls wait for their turn: the process of a run, AWS, GitHub. */
export interface Actor {
  readonly name: string;
  /** One that is `leaving` was cancelled and only says farewell; one that is `gone` is never let go on again. */
  state: 'running' | 'leaving' | 'gone';
}

export interface WaitOptions {
  /** How long the actor sleeps, in milliseconds of the world's time. */
  readonly sleep?: number;
  /**
   * `late`: a write that may arrive long after its process was killed; `child`: of a program that the process runs;
   * `begin`: of an operation of CloudFormation.
   */
  readonly kind?: 'late' | 'child' | 'begin';
}

/** Lets one pending call of one actor go on at a time, in an order that the seed tells. */
export interface Scheduler {
  /** Resolves at the call's turn; never for an actor that is gone. */
  wait(actor: Actor, what: string, options?: WaitOptions): Promise<void>;
  /** Lets one call go on, and all that follows from it up to the next calls; false where nobody waits. */
  step(): Promise<boolean>;
  /** Forgets an actor's pending calls but those that are kept, which go on whatever becomes of the actor. */
  drop(actor: Actor, keeps: (call: WaitOptions) => boolean): void;
  /** How many steps there were. */
  readonly steps: number;
  /** The call that went on last. */
  readonly last: Pick<Call, 'actor' | 'what'> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The last lines of what happened, for people. */
  tell(): string;
  /** Notes something between the steps. */
  note(text: string): void;
  /** Lets time pass at once, in milliseconds. */
  pass(ms: number): void;
}

interface Call extends Pick<WaitOptions, 'kind'> {
  readonly actor: Actor;
  readonly what: string;
  readonly due: number;
  readonly go: () => void;
}

export interface SchedulerParts {
  readonly random: Random;
  /** How probable it is that the actor of the last step goes on. */
  readonly stickiness: number;
  /** Told the world's time at each step. */
  readonly setTime: (now: number) => void;
}

const START = Date.UTC(2026, 0, 1);
/** How much time passes with a step, in milliseconds. */
const STEP_MS = 200;
/** How probable it is that a call is slow, and how slow it is then, in milliseconds. */
const SLOW = 0.1;
const SLOW_MS = 30_000;
/** How probable it is that one who sleeps is let go on although others are awake. */
const OVERSLEEP = 0.03;
const TOLD = 120;

/** Lets all go on that waits for no edge: promises come before it. */
const allElse = () => new Promise<void>((done) => setImmediate(done));

export function createScheduler({ random, stickiness, setTime }: SchedulerParts): Scheduler {
  let calls: Call[] = [];
  let last: Call | undefined;
  let now = START;
  let steps = 0;
  const told: (Call | string)[] = [];
  setTime(now);

  const next = (): Call | undefined => {
    const awake = calls.filter(({ due }) => due <= now);
    const ready = awake.length === 0 || random.chance(OVERSLEEP) ? calls : awake;
    const actors = [...new Set(ready.map(({ actor }) => actor))];
    const sticks = last !== undefined && actors.includes(last.actor) && random.chance(stickiness);
    const chosen = sticks ? last?.actor : random.pick(actors);
    return actors.length === 0 ? undefined : random.pick(ready.filter(({ actor }) => actor === chosen));
  };

  return {
    wait(actor, what, { sleep = 0, ...kind } = {}) {
      if (actor.state === 'gone') {
        return new Promise(() => undefined);
      }
      const due = now + sleep + (random.chance(SLOW) ? SLOW_MS : 0);
      return new Promise((go) => {
        calls.push({ actor, what, due, ...kind, go });
      });
    },
    async step() {
      if (calls.length === 0) {
        // What was just begun may not have come to its first call yet.
        await allElse();
      }
      const call = next();
      if (call === undefined) {
        return false;
      }
      calls.splice(calls.indexOf(call), 1);
      last = call;
      steps += 1;
      now = Math.max(now + STEP_MS, call.due);
      setTime(now);
      told.push(call);
      call.go();
      await allElse();
      return true;
    },
    drop(actor, keeps) {
      calls = calls.filter((call) => call.actor !== actor || keeps(call));
    },
    get steps() {
      return steps;
    },
    get last() {
      return last;
    },
    get now() {
      return now;
    },
    tell() {
      const lines = told.map((one) => (typeof one === 'string' ? `** ${one}` : `${one.actor.name}: ${one.what}`));
      return [`… ${Math.max(0, lines.length - TOLD)} more`, ...lines.slice(-TOLD)].join('\n');
    },
    note(text) {
      told.push(text);
    },
    pass(ms) {
      now += ms;
      setTime(now);
    },
  };
}
