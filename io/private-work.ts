import { rmSync } from 'node:fs';
import { makePrivateFolder, removeAll } from './files/private.ts';
import { endAllProcesses } from './process.ts';
import { runnerLog } from './runner/log.ts';

/**
 * Does a piece of work with a private folder (0700), which is removed at its end, however it ends: a cancelled step ends
 * its children first and exits with 128 and the signal's number. CloudFormation goes on with what it was asked to do.
 */
export async function withPrivateFolder<Result>(
  tempFolder: string,
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await makePrivateFolder(tempFolder, name);
  cleanUpOnSignal(folder);
  return work(folder).finally(() =>
    removeAll(folder).catch((error: Error) => runnerLog.warning(`${folder} could not be removed: ${error.message}`)),
  );
}

function cleanUpOnSignal(folder: string): void {
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
