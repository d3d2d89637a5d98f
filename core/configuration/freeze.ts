import type { FreezeWindow } from '../freeze/freeze.ts';
import { onlyDefined } from '../only-defined.ts';
import type { FreezeConfig } from './schema.ts';

/** Returns a window as `stages.<s>.freeze` writes it, in the words of code. */
export function freezeWindow({ start, duration, repeat, reason, 'time-zone': timeZone }: FreezeConfig): FreezeWindow {
  return { start, duration, reason, ...onlyDefined({ repeat, timeZone }) };
}
