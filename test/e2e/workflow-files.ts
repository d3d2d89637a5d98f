import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths, relative to a repository, of its workflows and of its actions' `action.yml`. */
export function listWorkflowFiles(repository: string): readonly string[] {
  const actions = namesIn(join(repository, 'actions')).map((name) => join('actions', name, 'action.yml'));
  const workflows = namesIn(join(repository, '.github/workflows'))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join('.github/workflows', name));
  return [...workflows, 'action.yml', ...actions].filter((file) => existsSync(join(repository, file)));
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
