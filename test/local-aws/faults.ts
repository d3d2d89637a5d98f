import type { JournalEntry } from './journal.ts';

/** What a fault looks at of a call. */
type MetCall = Pick<JournalEntry, 'service' | 'action' | 'region' | 'params'>;

/** A fault of calls: which ones it meets, which of those it hits, and what happens to them. */
export interface CallFault {
  service?: string;
  action?: string;
  region?: string;
  match?: (params: Record<string, unknown>) => boolean;
  /** Lets the first n matching calls through. */
  after?: number;
  /** Hits so many calls and then no more; 'always' by default. */
  times?: number | 'always';
  /** Hits each n-th matching call only. */
  every?: number;
  /** HTTP status of the answer: 400 with a code, 500 without one. */
  status?: number;
  code?: string;
  message?: string;
  /** Waits before the answer; with nothing else the call then goes on as usual. */
  delayMs?: number;
  /** Ends the connection without an answer (ECONNRESET for the caller). */
  closeConnection?: true;
  rawBody?: string;
  /** 'after': the operation takes effect and only its answer is spoilt. */
  when?: 'before' | 'after';
}

/** A fault of resources: the operation on the resource fails with the reason, as if the service had refused it. */
export interface ResourceFault {
  stack?: string | RegExp;
  logicalId?: string;
  type?: string;
  on: 'create' | 'update' | 'delete';
  reason: string;
  /** By default an update fails once (the rollback updates the resource again), create and delete for ever. */
  times?: number;
}

export interface FaultHandle {
  /** How many calls or resources it has hit. */
  readonly hits: number;
  remove(): void;
}

export interface Faults {
  add(fault: CallFault): FaultHandle;
  failResource(fault: ResourceFault): FaultHandle;
  clear(): void;
}

export interface ResourceAttempt {
  stack: string;
  logicalId: string;
  type: string;
  on: ResourceFault['on'];
}

export interface FaultDesk extends Faults {
  /** The fault that hits this call, counting the call for every fault that matches it. */
  takeCall(call: MetCall): CallFault | undefined;
  /** The reason why this resource operation must fail, if a fault says so. */
  takeResource(attempt: ResourceAttempt): string | undefined;
}

interface Armed<F> {
  fault: F;
  seen: number;
  hits: number;
}

export function createFaults(): FaultDesk {
  const calls = new Set<Armed<CallFault>>();
  const resources = new Set<Armed<ResourceFault>>();
  return {
    add: (fault) => arm(calls, fault),
    failResource: (fault) => arm(resources, fault),
    clear: () => {
      calls.clear();
      resources.clear();
    },
    takeCall: (call) => {
      let taken: CallFault | undefined;
      for (const armed of calls) {
        if (meetsCall(armed.fault, call) && strikes(armed, taken)) taken = armed.fault;
      }
      return taken;
    },
    takeResource: (attempt) => {
      for (const armed of resources) {
        if (!meetsResource(armed.fault, attempt)) continue;
        if (armed.hits >= timesOf(armed.fault)) continue;
        armed.hits += 1;
        return armed.fault.reason;
      }
      return undefined;
    },
  };
}

function arm<F>(set: Set<Armed<F>>, fault: F): FaultHandle {
  const armed: Armed<F> = { fault, seen: 0, hits: 0 };
  set.add(armed);
  return {
    get hits() {
      return armed.hits;
    },
    remove: () => void set.delete(armed),
  };
}

function timesOf({ on, times }: ResourceFault): number {
  return times ?? (on === 'update' ? 1 : Number.POSITIVE_INFINITY);
}

function meetsCall(fault: CallFault, call: MetCall): boolean {
  const isOther = (['service', 'action', 'region'] as const).some(
    (part) => fault[part] !== undefined && fault[part] !== call[part],
  );
  return !isOther && (fault.match?.(call.params) ?? true);
}

function strikes(armed: Armed<CallFault>, taken: CallFault | undefined): boolean {
  const { after = 0, every = 1, times = 'always' } = armed.fault;
  armed.seen += 1;
  if (taken !== undefined || armed.seen <= after || (armed.seen - after) % every !== 0) return false;
  if (times !== 'always' && armed.hits >= times) return false;
  armed.hits += 1;
  return true;
}

function meetsResource(fault: ResourceFault, attempt: ResourceAttempt): boolean {
  if (fault.on !== attempt.on) return false;
  if (fault.logicalId !== undefined && fault.logicalId !== attempt.logicalId) return false;
  if (fault.type !== undefined && fault.type !== attempt.type) return false;
  if (fault.stack === undefined) return true;
  return typeof fault.stack === 'string' ? fault.stack === attempt.stack : fault.stack.test(attempt.stack);
}
