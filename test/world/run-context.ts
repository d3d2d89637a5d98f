/** An event that GitHub starts a run for. */
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

/** What the `github` context of a run says of the event and where it is. */
export interface RunFacts {
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly ref: string;
  readonly sha: string;
  /** Of a pull request. */
  readonly headRef?: string;
  readonly baseRef?: string;
}

/**
 * The `github` context of the run that GitHub starts for an event, by GitHub's rules for the ref of each (reference "Events
 * that trigger workflows"; a merged pull request's run has its target branch); `commitOf` finds the commit of a ref. The
 * merge commit of a closed or conflicting pull request is gone: then its head stands for it. Throws where the payload names
 * no repository, or where the ref is nowhere.
 */
export function describeRun({ name, payload }: WorkflowEvent, commitOf: (ref: string) => string | undefined): RunFacts {
  const event = payload as Payload;
  const { repository, pull_request: pull } = event;
  if (repository?.full_name === undefined) throw new Error(`the payload of ${name} has no repository.full_name`);
  const ref = refOf(name, event);
  const head = ref.startsWith('refs/pull/') ? pull?.head?.sha : undefined;
  const sha = (name === 'push' ? event.after : undefined) ?? commitOf(ref) ?? head;
  if (sha === undefined) throw new Error(`the repository has no ${ref}`);
  return {
    repository: repository.full_name,
    repositoryId: String(repository.id ?? ''),
    ownerId: String(repository.owner?.id ?? ''),
    ref,
    sha,
    ...(name === 'pull_request' ? { baseRef: pull?.base?.ref ?? '', headRef: pull?.head?.ref ?? '' } : {}),
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
