import { notFound, validationFailed } from './api-error.ts';
import type { Comment } from './comments.ts';
import { fieldsOf } from './fields.ts';
import { paginate } from './paging.ts';
import type { PermissionSet } from './permissions.ts';
import { presentComment } from './present-comment.ts';
import type { Call, Route } from './route.ts';

const READ: readonly PermissionSet[] = [{ issues: 'read' }, { pull_requests: 'read' }];
const WRITE: readonly PermissionSet[] = [{ issues: 'write' }, { pull_requests: 'write' }];

/** Comments on pull requests; a token with a permission for issues or one for pull requests will do. */
export const commentRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/issues/:number/comments', permissions: READ, handle: listComments },
  {
    method: 'POST',
    pattern: '/issues/:number/comments',
    permissions: WRITE,
    async handle(call) {
      const number = await requireIssue(call);
      const body = readBody(call);
      const comment = call.repository.comments.seed(number, { author: call.token.actor, body });
      const presented = presentComment(comment, call.repository, call.hub);
      return { status: 201, headers: { location: presented.url }, body: presented };
    },
  },
  {
    method: 'GET',
    pattern: '/issues/comments/:id',
    permissions: READ,
    handle: (call) => ({ body: presentComment(requireComment(call), call.repository, call.hub) }),
  },
  {
    method: 'PATCH',
    pattern: '/issues/comments/:id',
    permissions: WRITE,
    handle(call) {
      const { id } = requireComment(call);
      return { body: presentComment(call.repository.comments.edit(id, readBody(call)), call.repository, call.hub) };
    },
  },
  {
    method: 'DELETE',
    pattern: '/issues/comments/:id',
    permissions: WRITE,
    handle(call) {
      call.repository.comments.remove(requireComment(call).id);
      return { status: 204, body: undefined };
    },
  },
];

async function listComments(call: Call) {
  const number = await requireIssue(call);
  const since = Date.parse(call.request.query.get('since') ?? '');
  const comments = call.repository.comments
    .list(number)
    .filter(({ updatedAt }) => Number.isNaN(since) || updatedAt >= since);
  const { page, headers } = paginate(comments, call);
  return { headers, body: page.map((comment) => presentComment(comment, call.repository, call.hub)) };
}

async function requireIssue({ repository, params }: Call): Promise<number> {
  const pull = await repository.pulls.find(Number(params['number']));
  if (pull === undefined) throw notFound();
  return pull.number;
}

function requireComment({ repository, params }: Call): Comment {
  const comment = repository.comments.find(Number(params['id']));
  if (comment === undefined) throw notFound();
  return comment;
}

/** Characters of Unicode, not bytes and not UTF-16 units. */
const MAX_LENGTH = 65_536;

function readBody(call: Call): string {
  const body = fieldsOf(call).requiredText('body');
  const resource = 'IssueComment';
  if (body.trim() === '')
    throw validationFailed({ resource, code: 'unprocessable', field: 'data', message: 'Body cannot be blank' });
  if ([...body].length > MAX_LENGTH) {
    const message = `Body is too long (maximum is ${MAX_LENGTH} characters)`;
    throw validationFailed({ resource, code: 'unprocessable', field: 'data', message });
  }
  return body;
}
