import type { ProcessResult } from '../../io/process.ts';

/** Says how a CLI ended. */
export function ending(result: ProcessResult): string {
  return result.signal === null ? `exit code ${result.code}` : `ended by ${result.signal}`;
}

/** Returns the end of what a CLI said, where its error is. */
export function lastWords(output: string): string {
  const error = output.lastIndexOf('\nError:\n');
  const text = (error === -1 ? output : output.slice(error + '\nError:\n'.length)).trim();
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*at /.test(line));
  return (error === -1 ? lines.slice(-5) : lines.slice(0, 5)).join(' / ').slice(0, 800) || 'it said nothing';
}

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
