import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the paths, from the repository's root, of every workflow, template and action.yml that is shipped. */
export function shippedPaths(root: string): string[] {
  const workflows = ['.github/workflows', 'workflows-templates'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const folders = readdirSync(join(root, 'actions'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const actions = ['action.yml', ...folders.map(({ name }) => `actions/${name}/action.yml`)];
  return [...workflows, ...actions].filter((path) => existsSync(join(root, path))).sort();
}
