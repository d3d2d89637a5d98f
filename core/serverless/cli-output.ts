import { lastWords } from '../child-exit.ts';

/** Whether a CLI failed because AWS did not answer it any more (a throttled last look, say), and not by its own doing. */
export function lostSight(output: string): boolean {
  return /Rate exceeded|Throttl|TooManyRequests|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up/i.test(
    lastWords(output),
  );
}

/** Whether CloudFormation refused what a CLI asked because another operation was under way: nothing of ours was begun. */
export function metAnother(output: string): boolean {
  return /is in \w+_IN_PROGRESS state and can ?not be/i.test(lastWords(output));
}
