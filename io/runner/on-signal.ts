import { rmSync } from 'node:fs';
import { endAllProcesses } from '../process.ts';

/**
 * Has a cancelled step end its children and remove `folder` before it exits (128 and the signal's number). CloudFormation
 * goes on with what it was asked to do.
 */
export function cleanUpOnSignal(folder: string): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.once(signal, () => {
      endAllProcesses();
      rmSync(folder, { recursive: true, force: true });
      process.exit(128 + number);
    });
  }
}
