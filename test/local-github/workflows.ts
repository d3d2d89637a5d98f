import { parse } from 'yaml';
import { resolveCommit } from './commits.ts';
import { isRecord } from './fields.ts';
import { askGit } from './git.ts';
import type { Repository } from './hub.ts';
import { numberOf } from './repositories.ts';
import { readTree } from './trees.ts';

export interface Workflow {
  readonly id: number;
  readonly path: string;
  /** Its `name`, else its path. */
  readonly name: string;
  /** Everything in the file; empty when it is no YAML. */
  readonly content: Readonly<Record<string, unknown>>;
}

const FOLDER = '.github/workflows/';

/** The workflows of a commit, by path. */
export async function readWorkflows(bare: string, commit: string): Promise<readonly Workflow[]> {
  const entries = await readTree(bare, commit, { path: FOLDER });
  const files = entries.filter(({ type, path }) => type === 'blob' && /\.ya?ml$/.test(path));
  return Promise.all(
    files.map(async ({ path, sha }) => {
      const { stdout } = await askGit(bare, ['cat-file', 'blob', sha]);
      const content = parseOrNothing(stdout.toString());
      const { name } = content;
      return { id: workflowId(path), path, name: typeof name === 'string' ? name : path, content };
    }),
  );
}

/** Those of the default branch: the ones that GitHub lists. */
export async function listWorkflows({ bare, defaultBranch }: Repository): Promise<readonly Workflow[]> {
  const commit = await resolveCommit(bare, `refs/heads/${defaultBranch}`);
  return commit === undefined ? [] : readWorkflows(bare, commit);
}

/** The workflow of an id or a file's name. */
export async function findWorkflow(repository: Repository, name: string): Promise<Workflow | undefined> {
  const workflows = await listWorkflows(repository);
  return workflows.find(({ id, path }) => String(id) === name || path === `${FOLDER}${name}`);
}

export function workflowId(path: string): number {
  return numberOf(path);
}

/** What is below an event of `on`, whichever way that is written; undefined when the event is not named. */
export function triggerOf({ content }: Workflow, event: string): Readonly<Record<string, unknown>> | undefined {
  const on = content['on'];
  if (on === event || (Array.isArray(on) && on.includes(event))) return {};
  if (!isRecord(on) || !Object.hasOwn(on, event)) return undefined;
  const trigger = on[event];
  return isRecord(trigger) ? trigger : {};
}

function parseOrNothing(text: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = parse(text);
    return isRecord(content) ? content : {};
  } catch {
    return {};
  }
}
