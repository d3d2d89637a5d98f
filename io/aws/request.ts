import pRetry from 'p-retry';
import { BrokenAnswer } from '../broken-answer.ts';
import { isThrottling, isTransient, isUnanswered } from './errors.ts';

/** How often and how far apart a request is made again. */
export interface RetryPlan {
  readonly retries: number;
  /** Milliseconds. */
  readonly minTimeout: number;
  readonly maxTimeout: number;
  /** How often one is made again that had an answer; default: `retries`. */
  readonly answered?: number;
}

/** Throttled and broken requests are made again for about half a minute, slower each time. */
const DEFAULT_RETRY: RetryPlan = { retries: 9, minTimeout: 200, maxTimeout: 5000 };

/** What waits for CloudFormation outlives two minutes without any answer: nobody else sees the end of what was begun. */
export const PATIENT_RETRY: RetryPlan = { retries: 32, minTimeout: 200, maxTimeout: 5000 };

/** What begins a job outlives a cut of the network as long; what is answered is asked for again as often as anywhere. */
export const BEGINNING_RETRY: RetryPlan = { ...PATIENT_RETRY, answered: DEFAULT_RETRY.retries };

/** How much longer each pause is than the one before. */
const FACTOR = 1.7;

/** Returns the shortest time that a plan goes on asking, in milliseconds. */
export function patienceOf({ retries, minTimeout, maxTimeout }: RetryPlan): number {
  return Array.from({ length: retries }, (_, index) => Math.min(minTimeout * FACTOR ** index, maxTimeout)).reduce(
    (sum, pause) => sum + pause,
    0,
  );
}

/**
 * Makes a request to AWS, again while it may still work. The SDK's own retries are off (`maxAttempts: 1`), so that one
 * place decides and counts. Rejects with the SDK's error, `tries` added to a throttled one.
 */
export async function request<Result>(send: () => Promise<Result>, plan: RetryPlan = DEFAULT_RETRY): Promise<Result> {
  let answered = 0;
  try {
    return await pRetry(send, {
      ...plan,
      factor: FACTOR,
      randomize: true,
      shouldRetry: ({ error }) => {
        answered += isUnanswered(error) ? 0 : 1;
        return isTransient(error) && answered <= (plan.answered ?? plan.retries);
      },
    });
  } catch (error) {
    throw isThrottling(error) ? Object.assign(error as Error, { tries: answered }) : error;
  }
}

/**
 * Returns an answer that has these members; throws BrokenAnswer, which `request` takes for a lost one, where it lacks one. AWS
 * sends a list that is empty too: in its query protocol as an empty element, in JSON as `[]`.
 */
export async function whole<Answer, Member extends keyof Answer>(
  sending: Promise<Answer>,
  ...members: readonly Member[]
): Promise<Having<Answer, Member>> {
  return having(await sending, 'the answer', members);
}

type Having<Value, Member extends keyof Value> = Value & { readonly [Key in Member]-?: NonNullable<Value[Key]> };

/** Returns the entries of a list in an answer, each with these members; throws BrokenAnswer if one lacks one. */
export function entriesOf<Entry, Member extends keyof Entry>(
  list: readonly Entry[],
  what: string,
  ...members: readonly Member[]
): Having<Entry, Member>[] {
  if (!Array.isArray(list)) {
    throw new BrokenAnswer(`${what} is looked for in what is no list`);
  }
  return list.map((entry: Entry) => having(entry, what, members));
}

function having<Value, Member extends keyof Value>(
  value: Value,
  what: string,
  members: readonly Member[],
): Having<Value, Member> {
  const missing = members.find((member) => value?.[member] === undefined || value[member] === null);
  if (missing !== undefined) {
    throw new BrokenAnswer(`${what} has no ${String(missing)}`);
  }
  return value as Having<Value, Member>;
}
