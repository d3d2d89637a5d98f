import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BEGINNING_RETRY, PATIENT_RETRY, patienceOf, request } from '../../../io/aws/request.ts';

describe('what waits for CloudFormation', () => {
  it('E23 goes on asking for more than two minutes without any answer', () => {
    expect(patienceOf(PATIENT_RETRY)).toBeGreaterThan(120_000);
  });

  it('counts every pause of a plan, the longest as often as it comes', () => {
    expect(patienceOf({ retries: 3, minTimeout: 100, maxTimeout: 200 })).toBeCloseTo(100 + 170 + 200);
  });
});

describe('a request that fails', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  const CUT = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const THROTTLED = () => Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
  const DENIED = () => Object.assign(new Error('no'), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
  /** What comes of a request that fails in this order, and then goes well; `tries` of its error. */
  async function outcomeOf(failures: readonly (() => Error)[], plan = BEGINNING_RETRY) {
    const left = [...failures];
    const send = async () => {
      const failure = left.shift();
      if (failure !== undefined) throw failure();
      return 'done';
    };
    const result = request(send, plan).catch((error: Error & { tries?: number }) => [error.name, error.tries]);
    await vi.runAllTimersAsync();
    return result;
  }
  const times = (count: number, failure: () => Error) => Array.from({ length: count }, () => failure);

  it.each<[what: string, failures: (() => Error)[], outcome: unknown]>([
    ['a cut of two minutes', times(32, CUT), 'done'],
    ['a longer one', times(33, CUT), ['Error', undefined]],
    ['a cut, and throttling behind it', [...times(12, CUT), ...times(9, THROTTLED)], 'done'],
    ['throttling without an end', times(20, THROTTLED), ['ThrottlingException', 10]],
    ['a cut, and throttling without an end', [...times(12, CUT), ...times(20, THROTTLED)], ['ThrottlingException', 10]],
    ['a cut, and a refusal', [...times(3, CUT), DENIED], ['AccessDenied', undefined]],
  ])('is made again for %s', async (_what, failures, outcome) => {
    expect(await outcomeOf(failures)).toEqual(outcome);
  });
});
