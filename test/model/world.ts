import { vi } from 'vitest';
import { lockName, wishName } from '../../core/ledger/keys.ts';
import { previewStageName } from '../../core/stage/name.ts';
import { type CloudFormation, createCloudFormation, type Operation, type Stack } from './cloudformation.ts';
import { createGitHub, type GitHub, type ListKind, type OwnedBy } from './github.ts';
import { createParameterStore, type ParameterStore } from './parameter-store.ts';
import { createRandom, type Random } from './random.ts';
import { type Actor, createScheduler, type Scheduler } from './scheduler.ts';

export interface WorldOptions {
  /** Of the order in which calls go on, and of what fails. */
  readonly seed: number;
  readonly pullRequests: number;
  readonly services: number;
  readonly ownedBy: OwnedBy;
  /** Whether GitHub runs one run of a branch at a time; else the lock has to do that alone. */
  readonly isGrouped: boolean;
  /** Whether runs have a clone, and so leave alone what did not change. */
  readonly hasSource: boolean;
  /** Whether GitHub and AWS fail now and then. */
  readonly hasFaults: boolean;
  /** Whether SSM's history lags behind what was written. */
  readonly hasLag: boolean;
  /** Whether a stack that is a change set only shows its tags. */
  readonly reviewHasTags: boolean;
  /** Whether a process that is cancelled goes on with what it does until it has said farewell, as far as it may. */
  readonly cancelledGoesOn: boolean;
  /** How probable it is that who went on last goes on. */
  readonly stickiness: number;
}

/** The step of a run's attempt that changes stages. */
export interface Process extends Actor {
  /** Since which step it holds a lock, or held it. */
  readonly held: Map<string, number>;
  /** At which step it took a stage, or wrote something of it, last; by the stage's lock. */
  readonly touched: Map<string, number>;
  /** What it says to others when it is cancelled. */
  readonly farewells: Set<() => Promise<void>>;
  /** Whether it is giving back a lock, and does nothing else. */
  isGiving: boolean;
  /** Whether something failed that it did not bring about itself, or that it had to give in to. */
  isFaulty: boolean;
  /** The kind of list that was wrong, so that what it decided may be; undefined for none. */
  misledBy: ListKind | undefined;
}

/** All that processes share, and what must never happen in it. */
export interface World {
  readonly options: WorldOptions;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly github: GitHub;
  readonly store: ParameterStore;
  readonly stacks: CloudFormation;
  /** Whether nothing fails and lags any more. */
  isCalm: boolean;
  /** What must never have happened. */
  readonly violations: string[];
  violation(text: string): never;
  /** Whether something that a process asked for fails now. */
  fails(by: Process): boolean;
  /** Whether a list that a process asked GitHub for is there and empty, although it is not. */
  lies(by: Process, kind: ListKind): boolean;
  take(lock: string, by: Process): void;
  give(lock: string, by: Process): void;
  /** Whether somebody holds a lock. */
  isHolding(by: Actor): boolean;
  /** Checks that a process may do something to a stack now. */
  begins(by: Process, stack: Stack, operation: Operation, commit?: string): void;
  /** Checks that a process may write a parameter now. */
  writes(by: Process, name: string): void;
  /** Lets go of all that is in it: closures of killed processes are kept by timers and lists of the product. */
  clear(): void;
}

export const REPOSITORY_ID = '7';
/** Longest name of a preview's stage. */
const MAX_LENGTH = 20;
const CALL_FAILS = 0.005;
const LIST_LIES = 0.05;
const OPERATION_FAILS = 0.1;

export const stageOfRef = (ref: string) => previewStageName(ref, MAX_LENGTH);
export const lockOf = (stage: string) => lockName({ app: 'shop', kind: 'preview', name: stage }, REPOSITORY_ID);

/** States in which a stack is removed although it is wanted: it never worked, and is made anew. */
const NEVER_WORKED = /^(REVIEW_IN_PROGRESS|CREATE_FAILED|ROLLBACK_COMPLETE|ROLLBACK_FAILED|DELETE_FAILED)$/;

export function createWorld(options: WorldOptions): World {
  const random = createRandom(options.seed);
  const { stickiness } = options;
  const scheduler = createScheduler({ random, stickiness, setTime: (now) => vi.setSystemTime(now) });
  const github = createGitHub(options.ownedBy, options.pullRequests, () => scheduler.steps);
  const store = createParameterStore(() => scheduler.now);
  const hasFaults = () => options.hasFaults && !world.isCalm;
  const holders = new Map<string, Process>();
  const violations: string[] = [];
  const violation = (text: string): never => {
    violations.push(text);
    throw new Error(text);
  };
  const stacks = createCloudFormation({
    scheduler,
    random,
    violation,
    fails: (by, operation, { stage }) => {
      // A removal that fails is tried again after seconds of real time: only what nobody waits for fails here.
      const isAwaited = [by, holders.get(lockOf(stage))].some((one) => one !== undefined && one.state !== 'gone');
      const may = hasFaults() && (operation !== 'delete' || !isAwaited);
      const fails = may && random.chance(OPERATION_FAILS);
      (by as Process).isFaulty ||= fails;
      return fails;
    },
  });
  /** Whether nothing has changed that a preview depends on since a process took the lock, so that it must know. */
  const mustKnow = (ref: string, by: Process, lock: string) => github.changedAt(ref) < (by.held.get(lock) ?? 0);
  const hasExpired = (stage: string) => {
    const wish = store.get(wishName({ app: 'shop', kind: 'preview', name: stage }, REPOSITORY_ID)) ?? '{}';
    return Date.parse((JSON.parse(wish) as { expires?: string }).expires ?? '') <= scheduler.now;
  };
  const world: World = {
    options,
    random,
    scheduler,
    github,
    store,
    stacks,
    isCalm: false,
    violations,
    violation,
    fails(by) {
      const fails = hasFaults() && random.chance(CALL_FAILS);
      by.isFaulty ||= fails;
      return fails;
    },
    lies(by, kind) {
      const lies = hasFaults() && (by.misledBy ?? kind) === kind && random.chance(LIST_LIES);
      by.isFaulty ||= lies;
      by.misledBy ??= lies ? kind : undefined;
      return lies;
    },
    take(lock, by) {
      const other = holders.get(lock);
      if (other !== undefined && other.state !== 'gone') {
        violation(`${by.name} and ${other.name} both hold ${lock}`);
      }
      holders.set(lock, by);
      by.held.set(lock, scheduler.steps);
      by.touched.set(lock, scheduler.steps);
    },
    give(lock, by) {
      if (holders.get(lock) === by) {
        holders.delete(lock);
      }
    },
    isHolding: (by) => [...holders.values()].some((holder) => holder === by),
    begins(by, stack, operation, commit) {
      const lock = lockOf(stack.stage);
      if (holders.get(lock) !== by) {
        violation(`${by.name} begins to ${operation} ${stack.name} without the lock of its stage`);
      }
      const ref = github.refs.find((one) => stageOfRef(one) === stack.stage) ?? '';
      const wanted = github.wanted(ref);
      const isRemoval = operation === 'delete' && !NEVER_WORKED.test(stack.status);
      if (commit !== undefined && wanted !== commit && mustKnow(ref, by, lock)) {
        violation(
          `${by.name} begins to ${operation} ${stack.name} for ${commit}, but ${wanted} has been wanted for long`,
        );
      }
      if (isRemoval && wanted !== undefined && mustKnow(ref, by, lock) && !hasExpired(stack.stage)) {
        violation(`${by.name} begins to delete ${stack.name}, which has been wanted for long`);
      }
    },
    writes(by, name) {
      const lock = lockOf(name.split('/')[4] ?? '');
      by.touched.set(lock, scheduler.steps);
      if (by.state === 'running' && holders.get(lock) !== by) {
        violation(`${by.name} writes ${name} without the lock of its stage`);
      }
    },
    clear() {
      store.clear();
      stacks.clear();
      holders.clear();
    },
  };
  return world;
}
