import { describe, expect, it } from 'vitest';
import { askedWait } from '../../../io/github/request.ts';

const NOW = 'Mon, 30 Nov 2026 10:00:00 GMT';
const SECONDS = Date.parse(NOW) / 1000;
const refusal = (status: number, headers: Record<string, string>, message = 'API rate limit exceeded') =>
  Object.assign(new Error(message), { status, response: { headers: { date: NOW, ...headers } } });
const SECONDARY = 'You have exceeded a secondary rate limit';

describe('what GitHub asks to wait', () => {
  it.each<[what: string, error: unknown, seconds: number | undefined]>([
    ['as it says', refusal(403, { 'retry-after': '7' }, SECONDARY), 7],
    ['not at all', refusal(429, { 'retry-after': '0' }, SECONDARY), 0],
    ['longer than anybody waits', refusal(403, { 'retry-after': '120' }, SECONDARY), 120],
    ['a minute where a secondary limit says nothing', refusal(403, {}, SECONDARY), 60],
    ['a minute after 429', refusal(429, {}, 'Too Many Requests'), 60],
    [
      'until the hour is over',
      refusal(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${SECONDS + 2}` }),
      3,
    ],
    [
      'until the next second, by a clock that is ahead',
      refusal(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${SECONDS - 5}` }),
      1,
    ],
    [
      'longer than anybody waits',
      refusal(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${SECONDS + 2400}` }),
      2401,
    ],
    [
      'nothing for what is not there, although it used up the last request',
      refusal(404, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${SECONDS + 2}` }, 'Not Found'),
      undefined,
    ],
    ['nothing where the hour has no end', refusal(403, { 'x-ratelimit-remaining': '0' }), undefined],
    [
      'nothing for a missing right',
      refusal(403, { 'x-ratelimit-remaining': '40' }, 'Resource not accessible'),
      undefined,
    ],
    ['nothing where nothing answered', new Error('fetch failed'), undefined],
  ])('%s', (_what, error, seconds) => {
    expect(askedWait(error)).toBe(seconds);
  });
});
