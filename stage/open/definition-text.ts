import { posix } from 'node:path';
import { SERVICE_FILES, type Service } from '../../core/service/definition.ts';
import { readWorkspaceFile } from '../../io/files/workspace.ts';

/** Returns the file of a service's configuration as it is in the workspace, by its path from the repository's root; undefined if it cannot be read. */
export async function readDefinitionText(
  workspace: string,
  folder: string,
  { config }: Pick<Service, 'config'>,
): Promise<{ readonly file: string; readonly text: string } | undefined> {
  for (const name of config === undefined ? SERVICE_FILES : [config]) {
    const file = posix.join(folder.replaceAll('\\', '/'), name);
    const bytes = await readWorkspaceFile(workspace, file).catch(() => undefined);
    if (bytes !== undefined) {
      return { file, text: new TextDecoder().decode(bytes) };
    }
  }
  return undefined;
}
