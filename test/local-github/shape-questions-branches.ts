import { ok, type Question } from './shape-question.ts';

const RULES = 'GET /rules/branches/*branch';
const PROTECTION = 'GET /branches/*branch/protection';
const PERMISSION = 'GET /collaborators/:login/permission';

/** Branches that rules hold for: `guarded` has those of a ruleset, `locked` a classic protection. */
export const branchQuestions: readonly Question[] = [
  ok('GET /branches/*branch', '/branches/main'),
  ok('GET /branches/*branch', '/branches/guarded'),
  ok('GET /branches/*branch', '/branches/locked'),
  ok('GET /branches/*branch', '/branches/none', { status: 404 }),
  ok(RULES, '/rules/branches/guarded'),
  ok(RULES, '/rules/branches/guarded?per_page=2&page=2'),
  ok(RULES, '/rules/branches/none'),
  ok(PROTECTION, '/branches/locked/protection'),
  ok(PROTECTION, '/branches/guarded/protection', { status: 404 }),
  ok(PROTECTION, '/branches/none/protection', { status: 404 }),
  ok('PATCH /git/refs/*ref', '/git/refs/heads/guarded', { status: 422, body: { sha: '{main}' } }),
  ok('PATCH /git/refs/*ref', '/git/refs/heads/locked', { status: 422, body: { sha: '{main}' } }),
  ok('DELETE /git/refs/*ref', '/git/refs/heads/guarded', { status: 422 }),
  ok('POST /git/refs', '/git/refs', { status: 422, body: { ref: 'refs/heads/guarded-too', sha: '{main}' } }),
  // Its workflow files are not those of the default branch.
  ok('POST /git/refs', '/git/refs', { status: 403, body: { ref: 'refs/heads/stale', sha: '{first}' } }),
  ok('POST /git/trees', '/git/trees', {
    status: 403,
    body: { base_tree: 'main', tree: [{ path: '.github/workflows/x.yml', mode: '100644', content: 'x' }] },
  }),
  ok('POST /merges', '/merges', { status: 409, body: { base: 'guarded', head: 'main' } }),
];

/** Who may do what. */
export const peopleQuestions: readonly Question[] = [
  ok(PERMISSION, '/collaborators/mona/permission'),
  ok(PERMISSION, '/collaborators/stranger/permission'),
  ok(PERMISSION, '/collaborators/github-actions%5Bbot%5D/permission'),
  ok(PERMISSION, '/collaborators/nobody/permission', { status: 404 }),
];
