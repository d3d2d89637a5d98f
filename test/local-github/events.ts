import { isAncestor, readCommit } from './commits.ts';
import type { Hub, Repository } from './hub.ts';
import { presentWholePull } from './present-pull.ts';
import { presentRepository, presentUser, type User } from './repositories.ts';

export type PullAction =
  | 'opened'
  | 'synchronize'
  | 'reopened'
  | 'closed'
  | 'edited'
  | 'ready_for_review'
  | 'converted_to_draft'
  | 'labeled'
  | 'unlabeled';

/** Payloads of the webhooks that start workflows (GitHub's "Webhook events and payloads"), from the state as it is now. */
export interface Events {
  /** `pull_request`; `label` for labeled and unlabeled, `before` (a commit id) for synchronize. */
  eventFor(
    number: number,
    action: PullAction,
    extra?: { readonly label?: string; readonly before?: string },
  ): Promise<Record<string, unknown>>;
  /** `push` to a branch; 40 zeros as `before` for a new branch, as `after` for a deleted one. */
  pushEvent(branch: string, before: string, after: string): Promise<Record<string, unknown>>;
  /** `delete`: the short name of a branch or tag. */
  deleteEvent(ref: string, refType: 'branch' | 'tag'): Record<string, unknown>;
  /** `workflow_dispatch` on a full ref. */
  dispatchEvent(ref: string, inputs?: Readonly<Record<string, string>>): Record<string, unknown>;
}

const NONE = '0'.repeat(40);
const SENDER: User = { login: 'octocat', type: 'User' };

/** The events of one repository. */
export function createEvents(hub: Hub, repository: Repository): Events {
  const common = () => ({ repository: presentRepository(repository, hub.url), sender: presentUser(SENDER) });
  return {
    async eventFor(number, action, extra = {}) {
      const pull = await repository.pulls.find(number);
      if (pull === undefined) throw new Error(`no pull request #${number}`);
      const whole = presentWholePull(pull, repository, hub);
      const label = whole.labels.find(({ name }) => name === extra.label) ?? { name: extra.label };
      return {
        action,
        number,
        pull_request: whole,
        ...common(),
        ...(extra.label === undefined ? {} : { label }),
        ...(extra.before === undefined ? {} : { before: extra.before, after: pull.headSha }),
      };
    },

    async pushEvent(branch, before, after) {
      const { bare } = repository;
      const commit = after === NONE ? undefined : await readCommit(bare, after);
      const created = before === NONE;
      const deleted = after === NONE;
      return {
        ref: `refs/heads/${branch}`,
        before,
        after,
        created,
        deleted,
        forced: !created && !deleted && !(await isAncestor(bare, before, after)),
        base_ref: null,
        compare: `https://github.com/${repository.owner}/${repository.name}/compare/${before}...${after}`,
        commits: [],
        head_commit:
          commit === undefined
            ? null
            : { id: after, tree_id: commit.tree, message: commit.message, timestamp: commit.committer.date },
        pusher: { name: SENDER.login, email: 'octocat@users.noreply.github.com' },
        ...common(),
      };
    },

    deleteEvent: (ref, refType) => ({ ref, ref_type: refType, pusher_type: 'user', ...common() }),

    dispatchEvent: (ref, inputs = {}) => ({
      ref,
      inputs,
      workflow: '.github/workflows/deploy.yml',
      ...common(),
    }),
  };
}
