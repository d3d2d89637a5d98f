import { ApiError, invalidField, notFound, validationFailed } from './api-error.ts';
import { listRefs } from './commits.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { git } from './git.ts';
import type { Hub, Repository } from './hub.ts';
import { presentWholePull } from './present-pull.ts';
import type { Pull } from './pull.ts';
import type { ApiAnswer, Call, Route } from './route.ts';

const WRITE = [{ pull_requests: 'write' }] as const;

/** What opens and changes pull requests. */
export const pullWriteRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/pulls', permissions: WRITE, handle: createPull },
  { method: 'PATCH', pattern: '/pulls/:number', permissions: WRITE, handle: changePull },
];

const RESOURCE = 'PullRequest';

async function createPull(call: Call): Promise<ApiAnswer> {
  const { repository, hub, token } = call;
  // GITHUB_TOKEN needs the repository's leave beside its permission.
  if (token.actor.app === 'github-actions' && !repository.settings.actionsMayCreatePulls)
    throw new ApiError(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  const fields = fieldsOf(call);
  const base = fields.requiredText('base');
  const given = fields.requiredText('head');
  const texts = readTexts(fields);
  if (texts.title === undefined) throw new ApiError(422, 'Invalid request.\n\n"title" wasn\'t supplied.');
  const head = await findHead(given, repository, hub);
  await requireNews(repository, base, head);
  const options = { head: head.branch, headRepositoryId: head.home.id, base, draft: fields.flag('draft') ?? false };
  const pull = await repository.pulls.open({ ...texts, ...options, user: token.actor });
  const body = await presentWholePull(pull, repository, hub);
  return { status: 201, headers: { location: body.url }, body };
}

interface Head {
  readonly home: Repository;
  readonly branch: string;
  readonly sha: string;
}

/** `branch`, or `owner:branch` where that is a fork's; throws 422 for none. */
async function findHead(given: string, repository: Repository, hub: Hub): Promise<Head> {
  const [, owner = repository.owner, branch = ''] = /^(?:([^:]*):)?(.*)$/.exec(given) ?? [];
  const homes = [repository, ...hub.repositories.filter(({ name, fork }) => fork === true && name === repository.name)];
  const home = homes.find((one) => one.owner.toLowerCase() === owner.toLowerCase());
  const sha = home === undefined ? undefined : await tipOf(home, branch);
  if (home === undefined || sha === undefined)
    throw validationFailed({ resource: RESOURCE, field: 'head', code: 'invalid' });
  return { home, branch, sha };
}

/** Throws 422 for no base, one that has all of the head's commits, and a pull request that is there already. */
async function requireNews(repository: Repository, base: string, { home, branch, sha }: Head): Promise<void> {
  const into = await tipOf(repository, base);
  if (into === undefined) throw validationFailed({ resource: RESOURCE, field: 'base', code: 'invalid' });
  const isTwin = (pull: Pull) => pull.base === base && pull.head === branch && pull.headRepositoryId === home.id;
  const refuse = (message: string) => validationFailed({ resource: RESOURCE, code: 'custom', message });
  if ((await repository.pulls.list()).some((pull) => pull.state === 'open' && isTwin(pull)))
    throw refuse(`A pull request already exists for ${home.owner}:${branch}.`);
  if (home !== repository) await git(repository.bare, 'fetch', '--quiet', '--no-tags', home.bare, sha);
  if ((await git(repository.bare, 'rev-list', '--count', `${into}..${sha}`)) === '0')
    throw refuse(`No commits between ${base} and ${home === repository ? '' : `${home.owner}:`}${branch}`);
}

async function tipOf({ bare }: Repository, branch: string): Promise<string | undefined> {
  return (await listRefs(bare)).find(({ ref }) => ref === `refs/heads/${branch}`)?.sha;
}

async function changePull(call: Call): Promise<ApiAnswer> {
  const { repository, hub, params } = call;
  const number = Number(params['number']);
  const before = await repository.pulls.find(number);
  if (before === undefined) throw notFound();
  const fields = fieldsOf(call);
  if (fields.text('base') !== undefined) throw new Error('the stand-in gives no pull request another base');
  const texts = readTexts(fields);
  const state = readState(fields);
  await repository.pulls.edit(number, texts);
  if (state === 'closed' && before.state === 'open') await repository.pulls.close(number);
  if (state === 'open' && before.state === 'closed') await reopen(repository, before);
  const pull = await repository.pulls.find(number);
  if (pull === undefined) throw notFound();
  return { body: await presentWholePull(pull, repository, hub) };
}

/** Merged ones stay closed, and so do those whose branch is gone or has another that is open. */
async function reopen(repository: Repository, pull: Pull): Promise<void> {
  const invalid = (message: string) =>
    validationFailed({ resource: RESOURCE, code: 'invalid', field: 'state', message });
  if (pull.mergedAt !== undefined) throw invalid('state cannot be changed. The pull request is merged.');
  const others = (await repository.pulls.list()).filter(
    ({ state, number }) => state === 'open' && number !== pull.number,
  );
  if (others.some((one) => one.head === pull.head && one.base === pull.base))
    throw invalid(`state cannot be changed. There is already an open pull request from ${pull.head} to ${pull.base}.`);
  await repository.pulls.reopen(pull.number).catch(() => {
    throw invalid(`state cannot be changed. The ${pull.head} branch has been deleted.`);
  });
}

function readTexts(fields: Fields): { readonly title?: string; readonly body?: string | null } {
  const title = fields.text('title');
  const body = fields.text('body');
  if (title?.trim() === '') throw validationFailed({ resource: RESOURCE, code: 'missing_field', field: 'title' });
  if ((title?.length ?? 0) > 256) throw invalidField(RESOURCE, 'title', 'is too long (maximum is 256 characters)');
  if ((body?.length ?? 0) > 65_536) throw invalidField(RESOURCE, 'body', 'is too long (maximum is 65536 characters)');
  return { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) };
}

function readState(fields: Fields): 'open' | 'closed' | undefined {
  const given = fields.text('state');
  if (given === undefined || given === 'open' || given === 'closed') return given;
  throw new ApiError(422, `Invalid request.\n\n${given} is not a member of ["open","closed"].`);
}
