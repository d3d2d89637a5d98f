import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from '../core/profile/session.ts';
import type { Redactor } from '../core/redact.ts';
import { awsEnvironment } from '../core/serverless/environment.ts';
import { onDisk } from './files/disk.ts';
import { withPrivateFolder } from './private-work.ts';
import type { ProcessResult } from './process.ts';
import { runShell } from './shell.ts';

/** Runs a command line of the configuration in an empty folder, with a session's keys and some variables. */
export type RunInEmptyFolder = (
  command: string,
  session: Session,
  variables: Readonly<Record<string, string>>,
) => Promise<ProcessResult>;

/** What such commands are run with. */
export interface EmptyFolderParts {
  /** Folder of the runner that is emptied when the job ends. */
  readonly tempFolder: string;
  /** The action's own environment; a child gets what it may have of it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly redactor: Redactor;
}

/** Returns the way to run commands that have no checkout; each has a private folder, which is removed behind it. */
export function emptyFolderRunner({ tempFolder, environment: own, redactor }: EmptyFolderParts): RunInEmptyFolder {
  return (command, session, variables) =>
    withPrivateFolder(tempFolder, 'before-destroy', async (parent) => {
      const emptyFile = join(parent, 'empty');
      const folder = join(parent, 'work');
      await onDisk(async () => {
        await writeFile(emptyFile, '', { mode: 0o600 });
        await mkdir(folder, { mode: 0o700 });
      });
      const environment = { ...awsEnvironment({ own, session, emptyFile, exported: [] }), ...variables };
      return runShell(command, { folder, environment, redactor });
    });
}
