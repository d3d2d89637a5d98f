import { ok, type Question } from './shape-question.ts';

const COMMENTS = '/issues/:number/comments';

/** Comments on the first pull request. */
export const commentQuestions: readonly Question[] = [
  ok(`POST ${COMMENTS}`, '/issues/1/comments', { body: { body: 'Hello' }, save: 'comment' }),
  ok(`GET ${COMMENTS}`, '/issues/1/comments'),
  ok('GET /issues/comments/:id', '/issues/comments/{comment}'),
  ok('PATCH /issues/comments/:id', '/issues/comments/{comment}', { body: { body: 'Bye' } }),
  ok('DELETE /issues/comments/:id', '/issues/comments/{comment}'),
  ok(`GET ${COMMENTS}`, '/issues/77/comments', { status: 404 }),
  ok(`POST ${COMMENTS}`, '/issues/77/comments', { status: 404, body: { body: 'x' } }),
  ok(`POST ${COMMENTS}`, '/issues/1/comments', { status: 422, body: { body: 'x'.repeat(65_537) } }),
  ok('GET /issues/comments/:id', '/issues/comments/1', { status: 404 }),
  ok('PATCH /issues/comments/:id', '/issues/comments/1', { status: 404, body: { body: 'x' } }),
  ok('DELETE /issues/comments/:id', '/issues/comments/1', { status: 404 }),
];

/** Pull requests and merges: the first one is merged, then a branch; one more is opened and closed. */
export const pullQuestions: readonly Question[] = [
  ok('GET /pulls', '/pulls?state=all'),
  ok('GET /pulls/:number', '/pulls/1'),
  ok('GET /pulls/:number', '/pulls/77', { status: 404 }),
  ok('GET /commits/:sha/pulls', '/commits/topic/pulls'),
  ok('GET /commits/:sha/pulls', '/commits/none/pulls', { status: 422 }),
  ok('POST /pulls', '/pulls', { body: { title: 'New', head: 'more', base: 'main' }, save: 'pull', property: 'number' }),
  ok('POST /pulls', '/pulls', { status: 422, body: { title: 'New', head: 'more', base: 'main' } }),
  ok('POST /pulls', '/pulls', { status: 422, body: { title: 'New', head: 'none', base: 'main' } }),
  ok('PATCH /pulls/:number', '/pulls/{pull}', { body: { title: 'Newer', body: 'Text' } }),
  ok('PATCH /pulls/:number', '/pulls/{pull}', { body: { state: 'closed' } }),
  ok('PATCH /pulls/:number', '/pulls/{pull}', { status: 422, body: { state: 'merged' } }),
  ok('PATCH /pulls/:number', '/pulls/77', { status: 404, body: { title: 'x' } }),
  ok('GET /pulls/:number/merge', '/pulls/1/merge', { status: 404 }),
  ok('PUT /pulls/:number/merge', '/pulls/1/merge', { status: 409, body: { sha: '1'.repeat(40) } }),
  ok('PUT /pulls/:number/merge', '/pulls/1/merge', { body: {} }),
  ok('PUT /pulls/:number/merge', '/pulls/1/merge', { status: 405, body: {} }),
  ok('PUT /pulls/:number/merge', '/pulls/77/merge', { status: 404, body: {} }),
  ok('GET /pulls/:number/merge', '/pulls/1/merge', { status: 204 }),
  ok('GET /pulls/:number', '/pulls/1'),
  ok('PUT /pulls/:number/merge', '/pulls/2/merge', { status: 405, body: {} }),
  ok('POST /merges', '/merges', { body: { base: 'main', head: 'other' } }),
  ok('POST /merges', '/merges', { status: 204, body: { base: 'main', head: 'other' } }),
  ok('POST /merges', '/merges', { status: 409, body: { base: 'main', head: 'conflict' } }),
  ok('POST /merges', '/merges', { status: 404, body: { base: 'main', head: 'none' } }),
];
