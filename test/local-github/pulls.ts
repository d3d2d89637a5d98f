import { isAncestor } from './commits.ts';
import { git } from './git.ts';
import { type MergeMethod, mergeCommits, rebaseCommits } from './merge.ts';
import { mergeMessage } from './merge-message.ts';
import { newPull, type OpenOptions, type Pull, samePlaces } from './pull.ts';
import { closePull, createPullRefs } from './pull-refs.ts';
import type { MergeDetails, Pulls } from './pull-store.ts';
import type { RepositoryOptions, User } from './repositories.ts';

/**
 * The pull requests of a repository; `now` in milliseconds, `known` finds the other repositories of the server by id, `sign`
 * is told of the commits that GitHub signs: those that it merges or squashes with. It signs none that it rebases.
 */
export function createPulls(
  repository: RepositoryOptions,
  known: (id: number | null) => RepositoryOptions | undefined,
  now: () => number,
  sign: (sha: string) => void,
): Pulls {
  const { bare } = repository;
  const refs = createPullRefs(repository, known, now);
  const pulls = new Map<number, Pull>();
  let last: Promise<unknown> = Promise.resolve();

  /** One at a time (refs are read, compared and written), each on the branches as they are then. */
  function alone<T>(work: () => T | Promise<T>): Promise<T> {
    const done = last.then(() => refs.refresh(pulls.values())).then(work);
    last = done.catch(() => undefined);
    return done;
  }

  function change(number: number, apply: (pull: Pull) => void | Promise<void>): Promise<Pull> {
    return alone(async () => {
      const pull = pulls.get(number);
      if (pull === undefined) throw new Error(`${repository.name} has no pull request #${number}`);
      await apply(pull);
      pull.updatedAt = now();
      return { ...pull };
    });
  }

  async function open(options: OpenOptions): Promise<Pull> {
    const number = options.number ?? Math.max(0, ...pulls.keys()) + 1;
    if (pulls.has(number)) throw new Error(`#${number} exists already`);
    const pull = newPull(number, options, repository.id, now());
    const twin = [...pulls.values()].find((other) => other.state === 'open' && samePlaces(other, pull));
    if (twin !== undefined) throw new Error(`A pull request already exists for ${pull.head}: #${twin.number}`);
    await refs.refresh([pull]);
    if (pull.state === 'closed') throw new Error(`no branch ${pull.head}, or none ${pull.base}`);
    pulls.set(number, pull);
    return { ...pull };
  }

  async function reopen(pull: Pull): Promise<void> {
    if (pull.mergedAt !== undefined) throw new Error(`#${pull.number} is merged`);
    pull.state = 'open';
    delete pull.closedAt;
    await refs.refresh([pull]);
    if (pull.state !== 'open') throw new Error(`#${pull.number} cannot be opened again: its branch is gone`);
  }

  async function merge(pull: Pull, method: MergeMethod, details: MergeDetails): Promise<void> {
    if (pull.state !== 'open') throw new Error(`#${pull.number} is not open`);
    const message = mergeMessage(pull, repository, method, details);
    const sha =
      method === 'rebase'
        ? await rebaseCommits(bare, pull.baseSha, pull.headSha)
        : await mergeCommits(bare, pull.baseSha, pull.headSha, message, method);
    if (sha === undefined) throw new Error(`#${pull.number} has conflicts`);
    await git(bare, 'update-ref', `refs/heads/${pull.base}`, sha, pull.baseSha);
    if (method !== 'rebase') sign(sha);
    await finish(pull, sha, details.by);
  }

  async function finish(pull: Pull, sha: string, by: User | undefined): Promise<void> {
    await git(bare, 'update-ref', '-d', `refs/pull/${pull.number}/merge`);
    closePull(pull, now());
    pull.mergedAt = now();
    pull.mergeSha = sha;
    if (by !== undefined) pull.mergedBy = by;
  }

  async function absorb(base: string, before: string, by: User): Promise<void> {
    for (const pull of pulls.values()) {
      if (pull.state !== 'open' || pull.base !== base) continue;
      if (!(await isAncestor(bare, pull.headSha, pull.baseSha))) continue;
      await finish(pull, pull.baseSha, by);
      pull.baseSha = before;
    }
  }

  return {
    open: (options) => alone(() => open(options)),
    edit: (number, texts) => change(number, (pull) => void Object.assign(pull, texts)),
    close: (number) => change(number, (pull) => closePull(pull, now())),
    reopen: (number) => change(number, reopen),
    approve: (number, login) =>
      change(number, (pull) => {
        if (login.toLowerCase() === pull.user.login.toLowerCase()) throw new Error(`#${number} is ${login}'s own`);
        pull.approvals = [...pull.approvals.filter((one) => one !== login), login];
      }),
    merge: (number, method = 'merge', details = {}) => change(number, (pull) => merge(pull, method, details)),
    absorb: (base, before, by) => alone(() => absorb(base, before, by)),
    setDraft: (number, draft) => change(number, (pull) => void Object.assign(pull, { draft })),
    label: (number, name, remove = false) =>
      change(number, (pull) => {
        pull.labels = [...pull.labels.filter((label) => label !== name), ...(remove ? [] : [name])];
      }),
    has: (number) => pulls.has(number),
    find: (number) =>
      alone(() => {
        const pull = pulls.get(number);
        return pull === undefined ? undefined : { ...pull };
      }),
    list: () => alone(() => [...pulls.values()].map((pull) => ({ ...pull })).sort((a, b) => b.number - a.number)),
  };
}
