import { dispatchOf, pushOf, scheduleOf } from './event-payloads.ts';
import type { Hub, Repository } from './hub.ts';
import { createMergeGroup } from './merge-group.ts';
import { presentWholePull } from './present-pull.ts';
import { presentLabel } from './present-pull-parts.ts';
import { presentOwner, presentRepository } from './present-repository.ts';
import { presentUser } from './present-user.ts';
import type { User } from './repositories.ts';

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

export type Payload = Record<string, unknown>;

export interface PullExtra {
  /** Of labeled and unlabeled. */
  readonly label?: string;
  /** A commit id, of synchronize. */
  readonly before?: string;
  /** Default: the author for opened and synchronize, else `octocat`. */
  readonly sender?: User;
}

/** Payloads of the webhooks that start workflows (GitHub's "Webhook events and payloads"), from the state as it is now. */
export interface Events {
  /** `pull_request`: a fork's, a draft, or a bot's, as the pull request was opened. */
  eventFor(number: number, action: PullAction, extra?: PullExtra): Promise<Payload>;
  /** `push` to a branch; 40 zeros as `before` for a new branch, as `after` for a deleted one. */
  pushEvent(branch: string, before: string, after: string): Promise<Payload>;
  /** `delete`: the short name of a branch or tag. */
  deleteEvent(ref: string, refType: 'branch' | 'tag'): Payload;
  /** `workflow_dispatch` on a full ref; of `.github/workflows/deploy.yml` unless told otherwise. */
  dispatchEvent(ref: string, inputs?: Readonly<Record<string, string>>, workflow?: string): Payload;
  /** `schedule`: nobody sent it. */
  scheduleEvent(cron: string, workflow?: string): Payload;
  /** `repository_dispatch` on the default branch. */
  repositoryDispatchEvent(type: string, clientPayload?: Readonly<Record<string, unknown>>): Payload;
  /**
   * `merge_group` with `checks_requested`: merges the pull request (number) into its base on a branch of the queue, which
   * is in the bare repository from then on. Throws on a conflict.
   */
  mergeGroupEvent(number: number): Promise<Payload>;
}

const OCTOCAT: User = { login: 'octocat', type: 'User' };

/** The events of one repository. */
export function createEvents(hub: Hub, repository: Repository): Events {
  const place = () => ({
    repository: presentRepository(repository, hub),
    organization: organizationOf(repository, hub),
  });
  const common = (sender: User = OCTOCAT) => ({ ...place(), sender: presentUser(sender, hub) });
  return {
    async eventFor(number, action, { label, before, sender } = {}) {
      const pull = await repository.pulls.find(number);
      if (pull === undefined) throw new Error(`no pull request #${number}`);
      const whole = await presentWholePull(pull, repository, hub);
      const byAuthor = action === 'opened' || action === 'synchronize';
      return {
        action,
        number,
        pull_request: whole,
        ...common(sender ?? (byAuthor ? pull.user : OCTOCAT)),
        ...(label === undefined ? {} : { label: presentLabel(label, repository, hub) }),
        ...(before === undefined ? {} : { before, after: pull.headSha }),
      };
    },
    pushEvent: async (branch, before, after) => ({
      ...(await pushOf(repository, hub, branch, before, after)),
      ...common(),
    }),
    deleteEvent: (ref, refType) => ({ ref, ref_type: refType, pusher_type: 'user', ...common() }),
    dispatchEvent: (ref, inputs = {}, workflow = undefined) => ({ ...dispatchOf(ref, inputs, workflow), ...common() }),
    scheduleEvent: (cron, workflow) => ({ ...scheduleOf(cron, workflow), ...place() }),
    repositoryDispatchEvent: (type, clientPayload = {}) => ({
      action: type,
      branch: repository.defaultBranch,
      client_payload: clientPayload,
      ...common(),
    }),
    mergeGroupEvent: async (number) => ({
      action: 'checks_requested',
      merge_group: await createMergeGroup(repository, number),
      ...common(),
    }),
  };
}

function organizationOf(repository: Repository, hub: Hub) {
  const { login, id, node_id, avatar_url } = presentOwner(repository, hub);
  const url = `${hub.url}/orgs/${login}`;
  return {
    login,
    id,
    node_id,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url,
    description: null,
  };
}
