import { ok, type Question } from './shape-question.ts';

const SHA = '{main}';

/** The repository and all that is in it. */
export const gitQuestions: readonly Question[] = [
  ok('GET ', ''),
  ok('GET /commits/*ref', '/commits/main'),
  ok('GET /commits/*ref', '/commits/none', { status: 422 }),
  ok('GET /compare/*basehead', '/compare/main...behind'),
  ok('GET /compare/*basehead', '/compare/main...none', { status: 404 }),
  ok('GET /contents', '/contents'),
  ok('GET /contents/*path', '/contents/README.md'),
  ok('GET /contents/*path', '/contents/api'),
  ok('GET /contents/*path', '/contents/none', { status: 404 }),
  ok('GET /git/ref/*ref', '/git/ref/heads/main'),
  ok('GET /git/ref/*ref', '/git/ref/heads/none', { status: 404 }),
  ok('GET /git/matching-refs/*ref', '/git/matching-refs/heads/'),
  ok('GET /git/commits/:sha', `/git/commits/${SHA}`),
  ok('GET /git/commits/:sha', `/git/commits/${'1'.repeat(40)}`, { status: 404 }),
  ok('POST /git/blobs', '/git/blobs', { body: { content: 'x' }, save: 'blob', property: 'sha' }),
  ok('GET /git/blobs/:sha', '/git/blobs/{blob}'),
  ok('GET /git/blobs/:sha', `/git/blobs/${'1'.repeat(40)}`, { status: 404 }),
  ok('POST /git/trees', '/git/trees', {
    body: { base_tree: 'main', tree: [{ path: 'x', mode: '100644', content: 'x' }] },
    save: 'tree',
    property: 'sha',
  }),
  ok('POST /git/trees', '/git/trees', { status: 422, body: { tree: [{ path: '../x', mode: '100644' }] } }),
  ok('GET /git/trees/*tree', '/git/trees/{tree}?recursive=1'),
  ok('GET /git/trees/*tree', '/git/trees/none', { status: 404 }),
  ok('POST /git/commits', '/git/commits', {
    body: { message: 'x', tree: '{tree}', parents: [SHA] },
    save: 'commit',
    property: 'sha',
  }),
  ok('POST /git/commits', '/git/commits', { status: 422, body: { message: 'x', tree: '1'.repeat(40) } }),
  ok('POST /git/refs', '/git/refs', { body: { ref: 'refs/heads/new', sha: SHA } }),
  ok('POST /git/refs', '/git/refs', { status: 422, body: { ref: 'refs/heads/new', sha: SHA } }),
  ok('PATCH /git/refs/*ref', '/git/refs/heads/new', { body: { sha: '{commit}' } }),
  ok('PATCH /git/refs/*ref', '/git/refs/heads/new', { status: 422, body: { sha: SHA } }),
  ok('DELETE /git/refs/*ref', '/git/refs/heads/new'),
  ok('DELETE /git/refs/*ref', '/git/refs/heads/new', { status: 422 }),
];
