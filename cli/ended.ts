import type { UserError } from '../core/errors.ts';
import type { Terminal } from '../io/laptop/terminal.ts';
import { EXIT } from './exit-codes.ts';

/** Says why a verb failed, if it did, and returns the exit code. */
export function ended(failure: UserError | undefined, { log }: Terminal): number {
  if (failure === undefined) {
    return EXIT.ok;
  }
  log.error(`${failure.code}: ${failure.message}`);
  return EXIT.failed;
}
