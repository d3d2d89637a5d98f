import { rmSync } from 'node:fs';
import { onCancel } from './cancellation.ts';
import { makePrivateFolder, removeAll } from './files/private.ts';
import { runnerLog } from './runner/log.ts';

/** Does a piece of work with a private folder (0700), which is removed at its end, however it ends. */
export async function withPrivateFolder<Result>(
  tempFolder: string,
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await makePrivateFolder(tempFolder, name);
  return whileRemovable(folder, () => work(folder));
}

/** Does a piece of work and removes a folder that it leaves, also where the step is cancelled. */
export async function whileRemovable<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const forget = onCancel(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  try {
    return await work();
  } finally {
    await removeAll(folder).catch((error: Error) =>
      runnerLog.warning(`${folder} could not be removed: ${error.message}`),
    );
    forget();
  }
}
