import { isAncestor, readCommit } from './commits.ts';
import { askGit } from './git.ts';
import type { Repository, Site } from './hub.ts';
import { htmlOf } from './present-repository.ts';

const NONE = '0'.repeat(40);
const DEPLOY = '.github/workflows/deploy.yml';

/** GitHub lists no more commits of a push. */
const MOST_COMMITS = 2048;

/** What is special of a `push`; the commits lack their files, as in the payload that a workflow gets. */
export async function pushOf(repository: Repository, site: Site, branch: string, before: string, after: string) {
  const { bare } = repository;
  const created = before === NONE;
  const deleted = after === NONE;
  const commits = deleted ? [] : await commitsOf(repository, site, branch, created ? undefined : before, after);
  return {
    ref: `refs/heads/${branch}`,
    before,
    after,
    created,
    deleted,
    forced: !created && !deleted && !(await isAncestor(bare, before, after)),
    base_ref: null,
    compare: `${htmlOf(repository, site)}/compare/${before}...${after}`,
    commits,
    head_commit: deleted ? null : await presentPushed(repository, site, after),
    pusher: { name: 'octocat', email: 'octocat@users.noreply.github.com' },
  };
}

/** The commits that a push brought: those since `before`, or, of a new branch, those that no other branch has. */
async function commitsOf(
  repository: Repository,
  site: Site,
  branch: string,
  before: string | undefined,
  after: string,
) {
  const others = [`--exclude=${branch}`, '--branches'];
  const without = before === undefined ? others : [before];
  const args = ['rev-list', '--reverse', `--max-count=${MOST_COMMITS}`, after, '--not', ...without];
  const { code, stdout } = await askGit(repository.bare, args);
  // A commit that was forced away may be gone.
  const ids = code === 0 ? stdout.toString().trim().split('\n').filter(Boolean) : [];
  return Promise.all(ids.map((sha) => presentPushed(repository, site, sha)));
}

async function presentPushed(repository: Repository, site: Site, sha: string) {
  const commit = await readCommit(repository.bare, sha);
  if (commit === undefined) throw new Error(`no commit ${sha} in ${repository.name}`);
  const { author, committer } = commit;
  return {
    id: sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: committer.date,
    url: `${htmlOf(repository, site)}/commit/${sha}`,
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}

/** What is special of a `workflow_dispatch`. */
export function dispatchOf(ref: string, inputs: Readonly<Record<string, string>>, workflow = DEPLOY) {
  return { ref, inputs, workflow };
}

/** What is special of a `schedule`. */
export function scheduleOf(schedule: string, workflow = DEPLOY) {
  return { schedule, workflow };
}
