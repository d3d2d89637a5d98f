import { describeWait } from '../core/stack/wait.ts';
import type { Place } from '../io/aws/place.ts';
import type { OnWait } from '../io/aws/settled.ts';
import type { Voice } from './voice.ts';

/**
 * Returns what says now and then which stack is waited for; `label` is how the log calls its deployment, `runUrl` where a
 * person sees who may be at it, if that is another run.
 */
export function sayWait(
  label: string,
  { ledger }: Pick<Place, 'ledger'>,
  { say }: Pick<Voice, 'say'>,
  runUrl?: string,
): OnWait {
  return (stack, newest) => say(`${label}: ${describeWait(stack, newest, ledger.now(), runUrl)}`);
}
