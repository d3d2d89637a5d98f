import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listWorkflowFiles } from './workflow-files.ts';

/** One `uses:` of another repository: `actions/cache/restore@v4` is repository `actions/cache`, path `restore`, ref `v4`. */
export interface UsedRepository {
  readonly repository: string;
  readonly path: string;
  readonly ref: string;
}

/** Every other repository that the workflows and actions below a folder use, each place once. */
export function findUsedRepositories(folder: string): readonly UsedRepository[] {
  const found = new Map<string, UsedRepository>();
  for (const file of listWorkflowFiles(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, uses = ''] of text.matchAll(/^\s*(?:-\s+)?uses:\s*["']?([^\s"'#]+)/gm)) {
      const match = /^([^./$][^/]*\/[^/@]+)(?:\/([^@]+))?@(.+)$/.exec(uses);
      const [, repository, path = '', ref] = match ?? [];
      if (repository !== undefined && ref !== undefined) found.set(uses, { repository, path, ref });
    }
  }
  return [...found.values()];
}
