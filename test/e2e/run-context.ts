import { execFileSync } from 'node:child_process';

export interface WorkflowEvent {
  /** `pull_request`, `push`, `delete`, `schedule`, `workflow_dispatch`, … */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface Payload {
  readonly ref?: string;
  readonly number?: number;
  readonly after?: string;
  readonly repository?: {
    readonly id?: number;
    readonly full_name?: string;
    readonly default_branch?: string;
    readonly owner?: { id?: number };
  };
  readonly merge_group?: { readonly head_ref?: string };
  readonly pull_request?: {
    readonly merged?: boolean;
    readonly base?: { ref?: string };
    readonly head?: { ref?: string; sha?: string };
  };
}

/**
 * The `github` context of a run as environment variables for act: GitHub's rules for the ref of each event (reference
 * "Events that trigger workflows"; a merged pull request's run has its target branch), the commit from the repository.
 * act reads the commit from SHA_REF. Throws where the payload names no repository or the repository has no such ref.
 */
export function describeRun({ name, payload }: WorkflowEvent, userRepository: string): Record<string, string> {
  const event = payload as Payload;
  const { repository, pull_request: pull } = event;
  if (repository?.full_name === undefined) throw new Error(`the payload of ${name} has no repository.full_name`);
  const ref = refOf(name, event);
  return {
    GITHUB_REPOSITORY: repository.full_name,
    GITHUB_REPOSITORY_OWNER: repository.full_name.split('/')[0] ?? '',
    GITHUB_REPOSITORY_ID: String(repository.id ?? ''),
    GITHUB_REPOSITORY_OWNER_ID: String(repository.owner?.id ?? ''),
    GITHUB_REF: ref,
    SHA_REF: (name === 'push' ? event.after : undefined) ?? readCommit(userRepository, ref, pull?.head?.sha),
    ...(name === 'pull_request'
      ? { GITHUB_BASE_REF: pull?.base?.ref ?? '', GITHUB_HEAD_REF: pull?.head?.ref ?? '' }
      : {}),
  };
}

function refOf(name: string, event: Payload): string {
  const defaultBranch = `refs/heads/${event.repository?.default_branch ?? 'main'}`;
  switch (name) {
    case 'pull_request':
      if (event.pull_request?.merged === true) return `refs/heads/${event.pull_request.base?.ref}`;
      return `refs/pull/${event.number}/merge`;
    case 'push':
    case 'workflow_dispatch':
      return event.ref ?? defaultBranch;
    case 'merge_group':
      return event.merge_group?.head_ref ?? defaultBranch;
    default:
      return defaultBranch;
  }
}

/** The merge commit of a closed or conflicting pull request is gone: then its head stands for it. */
function readCommit(userRepository: string, ref: string, head: string | undefined): string {
  const [commit = ''] = git(userRepository, 'ls-remote', 'origin', ref).split(/\s/, 1);
  if (commit !== '') return commit;
  if (head !== undefined && ref.startsWith('refs/pull/')) return head;
  throw new Error(`the origin of ${userRepository} has no ${ref}`);
}

/** Path of the bare repository that the user's clone came from. */
export function originOf(userRepository: string): string {
  return git(userRepository, 'remote', 'get-url', 'origin').trim();
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' });
}
