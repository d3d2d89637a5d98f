import pRetry from 'p-retry';
import { isThrottling, isTransient } from './errors.ts';

/** How often and how far apart a request is made again. */
export interface RetryPlan {
  readonly retries: number;
  /** Milliseconds. */
  readonly minTimeout: number;
  readonly maxTimeout: number;
}

/** Throttled and broken requests are made again for about half a minute, slower each time. */
const DEFAULT_RETRY: RetryPlan = { retries: 9, minTimeout: 200, maxTimeout: 5000 };

/**
 * Makes a request to AWS, again while it may still work. The SDK's own retries are off (`maxAttempts: 1`), so that one
 * place decides and counts. Rejects with the SDK's error, `tries` added to a throttled one.
 */
export async function request<Result>(send: () => Promise<Result>, plan: RetryPlan = DEFAULT_RETRY): Promise<Result> {
  let tries = 0;
  try {
    return await pRetry(
      () => {
        tries += 1;
        return send();
      },
      { ...plan, factor: 1.7, randomize: true, shouldRetry: ({ error }) => isTransient(error) },
    );
  } catch (error) {
    throw isThrottling(error) ? Object.assign(error as Error, { tries }) : error;
  }
}
