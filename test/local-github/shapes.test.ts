import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApi, readOpenApi } from './openapi.ts';
import type { WEBHOOKS } from './openapi-part.ts';
import { ROUTES } from './routes.ts';
import type { Rule } from './rulesets.ts';
import { type LocalGithub, startLocalGithub } from './server.ts';
import type { Question } from './shape-question.ts';
import { QUESTIONS } from './shape-questions.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

interface Asked extends Question {
  readonly answered: number;
  readonly given: unknown;
  readonly accepted: string | null;
}

const nameOf = ({ method, pattern }: { method: string; pattern: string }) => `${method} ${pattern}`;

/** A repository in which every question has its answer. */
async function start(tree: WorkTree, options: { basePath?: string; serverUrl?: string }): Promise<LocalGithub> {
  const workflow = 'name: Deploy\non:\n  workflow_dispatch:\njobs: {}\n';
  tree.commit('main', { '.github/workflows/deploy.yml': workflow });
  for (const name of ['guarded', 'locked', 'behind']) tree.commit(name, { [`${name}.txt`]: '1' });
  tree.commit('more', { 'more.txt': '1' });
  tree.commit('conflict', { 'README.md': 'mine\n' });
  tree.commit('topic', { 'topic.txt': '1' });
  tree.commit('other', { 'other.txt': '1' });
  tree.commit('main', { 'README.md': 'theirs\n' });
  const repository = { owner: 'acme', name: 'shop', id: 1001, defaultBranch: 'main', bare: tree.bare };
  const github = await startLocalGithub({ repositories: [repository], runs: { unknown: 'missing' }, ...options });
  await github.pulls.open({ head: 'topic', base: 'main', labels: ['keep'] });
  await github.pulls.open({ head: 'topic', base: 'guarded' });
  protect(github);
  const steps = [{ name: 'Check out' }, { name: 'Deploy', conclusion: 'failure' }] as const;
  const jobs = [
    { name: 'plan', conclusion: 'success' },
    { name: 'deploy', conclusion: 'failure', steps },
  ] as const;
  github.runs.set(7, { status: 'completed', conclusion: 'failure', jobs });
  return github;
}

/** What administrators set up before anybody asks. */
function protect({ rulesets, protections, people, settings, environments }: LocalGithub): void {
  const plain = ['creation', 'update', 'deletion', 'required_linear_history', 'required_signatures'] as const;
  const rules: readonly Rule[] = [
    ...plain.map((type) => ({ type })),
    { type: 'non_fast_forward' },
    { type: 'pull_request', required_approving_review_count: 1 },
    { type: 'required_status_checks', contexts: ['test'] },
  ];
  rulesets.put({ name: 'guarded', branches: ['guarded*'], rules, bypass: ['promoter'] });
  protections.put('locked', { bypass: ['promoter'], contexts: ['test'], approvals: 1 });
  people.put('mona', 'deployer', 'write');
  people.erase('nobody');
  settings.actionsMayCreatePulls = true;
  settings.actions = { enabled: true, allowed: 'selected', gitHubs: true, patterns: ['acme/*'] };
  settings.secrets = ['PARAMETERS_DEV'];
  const reviewers = [
    { type: 'User', login: 'mona' },
    { type: 'Team', slug: 'releasers' },
  ] as const;
  environments.put('reviewed', { reviewers, preventSelfReview: true, canAdminsBypass: false });
}

/** Asks everything in order; what has a saved name in it is filled in. */
async function askAll(
  questions: readonly Question[],
  github: LocalGithub,
  tree: WorkTree,
  token = github.token,
): Promise<readonly Asked[]> {
  const first = tree.git('rev-list', '--max-parents=0', 'main');
  const saved: Record<string, string> = { main: tree.git('rev-parse', 'main'), first };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => saved[name] ?? whole);
  const asked: Asked[] = [];
  for (const question of questions) {
    const answer = await fetch(`${github.url}/repos/acme/shop${fill(question.path)}`, {
      method: question.route.split(' ')[0] ?? '',
      headers: { authorization: `Bearer ${token}` },
      ...(question.body === undefined ? {} : { body: fill(JSON.stringify(question.body)) }),
    });
    const text = await answer.text();
    const given: unknown = text === '' ? undefined : JSON.parse(text);
    const { save, property = 'id' } = question;
    if (save !== undefined) saved[save] = String(property.split('.').reduce(propertyOf, given));
    const accepted = answer.headers.get('x-accepted-github-permissions');
    asked.push({ ...question, answered: answer.status, given, accepted });
  }
  return asked;
}
const propertyOf = (object: unknown, name: string) => (object as Record<string, unknown> | undefined)?.[name];

/** Refusals that GitHub gives and does not describe. */
const NOT_DESCRIBED = [
  'DELETE /environments/:name 404',
  'DELETE /environments/:name/deployment-branch-policies/:id 404',
  'DELETE /issues/comments/:id 404',
  'GET /actions/jobs/:id 404',
  'GET /actions/runs/:run_id 404',
  'GET /actions/runs/:run_id/attempts/:attempt_number 404',
  'GET /actions/runs/:run_id/jobs 404',
  'GET /actions/workflows/:workflow 404',
  'GET /actions/workflows/:workflow/runs 404',
  'GET /check-runs/:id 404',
  'GET /check-runs/:id/annotations 404',
  'GET /check-suites/:id 404',
  'GET /check-suites/:id/check-runs 404',
  'GET /commits/:ref/check-runs 422',
  'GET /commits/:ref/check-suites 422',
  'GET /commits/:ref/statuses 404',
  'GET /commits/:sha/pulls 422',
  'GET /environments/:name 404',
  'GET /environments/:name/deployment-branch-policies 404',
  'GET /environments/:name/deployment-branch-policies/:id 404',
  'PATCH /check-runs/:id 404',
  'PATCH /issues/comments/:id 404',
  'PATCH /pulls/:number 404',
  'POST /actions/workflows/:workflow/dispatches 404',
  'POST /actions/workflows/:workflow/dispatches 422',
  'POST /check-runs 422',
  'POST /git/refs 403',
  'POST /statuses/:sha 422',
  'PUT /environments/:name/deployment-branch-policies/:id 404',
];
/** These every token reads. */
const METADATA = ROUTES.filter(({ permissions }) => permissions.every((set) => Object.keys(set).join() === 'metadata'));
/** Of these nothing is required. */
const WITHOUT_REQUIREMENTS = [
  'GET /actions/permissions/selected-actions 200',
  'GET /branches/*branch/protection 200',
  'GET /environments 200',
  'GET /environments/:name/deployment-branch-policies/:id 200',
  'POST /deployments 202',
  'POST /environments/:name/deployment-branch-policies 200',
  'PUT /environments/:name/deployment-branch-policies/:id 200',
];

describe.each([
  ['api.github.com', {}],
  ['ghes-3.19', { basePath: '/api/v3', serverUrl: 'https://github.example.com' }],
] as const)('the answers, by the description of %s', (product, options) => {
  let openApi: OpenApi;
  let tree: WorkTree;
  let github: LocalGithub;
  let asked: readonly Asked[];
  let refused: readonly Asked[];
  beforeAll(async () => {
    openApi = readOpenApi(product);
    tree = makeBareRepository();
    github = await start(tree, options);
    const questions = QUESTIONS.filter(({ only = product }) => only === product);
    refused = await askAll(questions, github, tree, github.issueToken({ permissions: {} }));
    asked = await askAll(questions, github, tree);
  });
  afterAll(async () => {
    await github.close();
    tree.remove();
  });

  it('have been asked for of every route', () => {
    expect([...new Set(QUESTIONS.map(({ route }) => route))].sort()).toEqual(ROUTES.map(nameOf).sort());
    const answered = QUESTIONS.filter(({ status }) => status < 300).map(({ route }) => route);
    expect([...new Set(answered)].sort()).toEqual(ROUTES.map(nameOf).sort());
  });

  it('have the status that was to be expected', () => {
    const wrong = asked.filter(({ status, answered }) => status !== answered);
    expect(wrong.map(({ route, path, given }) => [route, path, given])).toEqual([]);
  });

  it('have every property that is required, of its type', () => {
    const faults = asked.flatMap(({ route, answered, given }) =>
      openApi.faultsOf(route, answered, given).map((fault) => `${route} ${answered}: ${fault}`),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('have a status that is described', () => {
    const unknown = asked
      .filter(({ route, answered }) => !openApi.statuses(route)?.includes(String(answered)))
      .map(({ route, answered }) => `${route} ${answered}`);
    expect([...new Set(unknown)].sort()).toEqual(NOT_DESCRIBED);
  });

  it('would be found out without their properties', () => {
    const shapeless = asked
      .filter(({ answered, given }) => answered < 300 && given !== undefined)
      .filter(
        ({ route, answered, given }) =>
          openApi.faultsOf(route, answered, Array.isArray(given) ? [{}] : {}).length === 0,
      )
      .map(({ route, answered }) => `${route} ${answered}`);
    expect([...new Set(shapeless)].sort()).toEqual(WITHOUT_REQUIREMENTS);
  });

  it('are refused with 403 to a token without permissions, which are named', () => {
    for (const { route, answered, given, accepted } of refused) {
      if (METADATA.some((one) => nameOf(one) === route)) continue;
      expect([route, answered, given], route).toEqual([
        route,
        403,
        expect.objectContaining({ message: 'Resource not accessible by integration', status: '403' }),
      ]);
      expect(accepted, route).toMatch(/^\w+=(read|write)([;,] ?\w+=(read|write))*$/);
    }
  });

  it('of refusals have a message, the documentation’s address and the status as text', () => {
    for (const { route, answered, given } of asked.filter((one) => one.answered >= 400)) {
      const shape = { message: expect.any(String), documentation_url: expect.any(String), status: String(answered) };
      expect(given, route).toMatchObject(shape);
    }
  });

  it('lead to the API below its base path and to the pages of its server', () => {
    const text = JSON.stringify(asked.map(({ given }) => given));
    const origin = new URL(github.url).origin;
    const apis = [...text.matchAll(new RegExp(`${origin}([^"]*?)/(?:repos|users|repositories)/`, 'g'))];
    expect(new Set(apis.map(([, path]) => path))).toEqual(new Set([new URL(github.url).pathname.replace(/^\/$/, '')]));
    const pages = [...text.matchAll(/"html_url":"(https?:\/\/[^/"]+)/g)].map(([, page]) => page);
    expect(new Set(pages)).toEqual(new Set([github.serverUrl]));
  });

  it('of events are what webhooks send', async () => {
    tree.commit('draft', { 'draft.txt': '1' });
    const bot = { login: 'renovate[bot]', type: 'Bot' } as const;
    const pull = await github.pulls.open({ head: 'draft', base: 'main', draft: true, user: bot });
    const before = tree.git('rev-parse', 'main~1');
    const after = tree.git('rev-parse', 'main');
    const { events } = github;
    const payloads: readonly [schema: (typeof WEBHOOKS)[number], payload: unknown][] = [
      ['webhook-pull-request-opened', await events.eventFor(pull.number, 'opened')],
      ['webhook-pull-request-synchronize', await events.eventFor(pull.number, 'synchronize', { before })],
      ['webhook-pull-request-labeled', await events.eventFor(pull.number, 'labeled', { label: 'keep' })],
      ['webhook-pull-request-closed', await events.eventFor(1, 'closed')],
      ['webhook-push', await events.pushEvent('main', before, after)],
      ['webhook-delete', events.deleteEvent('draft', 'branch')],
      ['webhook-workflow-dispatch', events.dispatchEvent('refs/heads/main', { stage: 'prod' })],
      ['webhook-merge-group-checks-requested', await events.mergeGroupEvent(pull.number)],
    ];
    const faults = payloads.flatMap(([schema, payload]) =>
      (openApi.faultsOfSchema(schema, payload) ?? ['not described']).map((fault) => `${schema}: ${fault}`),
    );
    const newer = product === 'ghes-3.19' ? ['webhook-merge-group-checks-requested: not described'] : [];
    expect([...new Set(faults)]).toEqual(newer);
  });
});
