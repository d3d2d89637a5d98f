import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGithub, startLocalGithub } from './server.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

const START = Date.UTC(2026, 10, 2, 10);
let now: number;
let tree: WorkTree;
let github: LocalGithub;

beforeEach(async () => {
  now = START;
  tree = makeBareRepository();
  const shop = { owner: 'acme', name: 'shop', id: 1001, defaultBranch: 'main', bare: tree.bare };
  github = await startLocalGithub({ repositories: [shop, { ...shop, name: 'other', id: 1002 }], now: () => now });
});
afterEach(async () => {
  await github.close();
  tree.remove();
});

/** What the API says about a run: `/7`, `/7/attempts/1`. */
async function read(path: string, repository = 'shop') {
  const answer = await fetch(`${github.url}/repos/acme/${repository}/actions/runs${path}`, {
    headers: { authorization: `Bearer ${github.token}` },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Attempt, status and conclusion; the HTTP status of a refusal. */
async function stateOf(path: string, repository?: string) {
  const { status, body } = await read(path, repository);
  return status === 200 ? [body['run_attempt'], body['status'], body['conclusion']] : status;
}

describe('a run that nobody has set', () => {
  it('is in progress at its first attempt, and has no other', async () => {
    expect(await stateOf('/7')).toEqual([1, 'in_progress', null]);
    expect(await stateOf('/7/attempts/1')).toEqual([1, 'in_progress', null]);
    expect(await stateOf('/7/attempts/2')).toBe(404);
    expect(await stateOf('/7/attempts/0')).toBe(404);
    expect(await stateOf('/seven')).toBe(404);
  });

  it('is not there when told so', async () => {
    github.runs.unknown = 'missing';
    github.runs.set(8, { status: 'queued' });
    expect(await read('/7')).toMatchObject({ status: 404, body: { message: 'Not Found', status: '404' } });
    expect(await stateOf('/7/attempts/1')).toBe(404);
    expect(await stateOf('/8')).toEqual([1, 'queued', null]);
    expect(await stateOf('/7', 'other')).toEqual([1, 'in_progress', null]);
  });

  it('is not there from the start with the option', async () => {
    const repository = { owner: 'acme', name: 'shop', id: 1001, defaultBranch: 'main', bare: tree.bare };
    await github.close();
    github = await startLocalGithub({ repositories: [repository], runs: { unknown: 'missing' } });
    expect(await stateOf('/7')).toBe(404);
  });
});

describe('a run', () => {
  it('has the fields of the API', async () => {
    github.runs.set('7', { status: 'in_progress' });
    now += 60_000;
    github.runs.set('7', { status: 'completed' });
    const at = (seconds: number) => new Date(START + seconds * 1000).toISOString().replace('.000', '');
    expect((await read('/7')).body).toMatchObject({
      id: 7,
      run_attempt: 1,
      status: 'completed',
      conclusion: 'success',
      event: 'workflow_dispatch',
      name: 'Deploy',
      path: '.github/workflows/deploy.yml',
      head_branch: 'main',
      head_sha: tree.git('rev-parse', 'refs/heads/main'),
      html_url: 'https://github.com/acme/shop/actions/runs/7',
      previous_attempt_url: null,
      created_at: at(0),
      updated_at: at(60),
    });
  });

  it('is of the event, branch, commit and workflow that it was set with', async () => {
    const headSha = '1'.repeat(40);
    const path = '.github/workflows/preview.yml';
    github.runs.set(7, { status: 'queued', event: 'pull_request', headBranch: 'feature/a', headSha, path });
    github.runs.set(7, { status: 'in_progress' });
    const fields = { event: 'pull_request', head_branch: 'feature/a', head_sha: headSha, path };
    expect((await read('/7')).body).toMatchObject({ ...fields, status: 'in_progress' });
  });

  it('shows its newest attempt, and those before it as completed', async () => {
    github.runs.set(7, { attempt: 3, status: 'waiting' });
    expect(await stateOf('/7')).toEqual([3, 'waiting', null]);
    expect(await stateOf('/7/attempts/1')).toEqual([1, 'completed', 'failure']);
    expect(await stateOf('/7/attempts/2')).toEqual([2, 'completed', 'failure']);
    expect(await stateOf('/7/attempts/4')).toBe(404);
    const { body } = await read('/7');
    expect(body['previous_attempt_url']).toBe(`${github.url}/repos/acme/shop/actions/runs/7/attempts/2`);
  });

  it('completes the attempt under way when the next begins, and keeps how one ended', async () => {
    github.runs.set(7, { status: 'completed', conclusion: 'cancelled' });
    github.runs.set(7, { attempt: 2, status: 'in_progress' });
    github.runs.set(7, { attempt: 3, status: 'queued' });
    expect(await stateOf('/7/attempts/1')).toEqual([1, 'completed', 'cancelled']);
    expect(await stateOf('/7/attempts/2')).toEqual([2, 'completed', 'failure']);
    github.runs.set(7, { attempt: 1, status: 'completed', conclusion: 'timed_out' });
    github.runs.set(7, { status: 'in_progress' });
    expect(await stateOf('/7/attempts/1')).toEqual([1, 'completed', 'timed_out']);
    expect(await stateOf('/7')).toEqual([3, 'in_progress', null]);
  });

  it('is gone once it is removed, and new when it is set again', async () => {
    github.runs.set(7, { attempt: 2, status: 'in_progress' });
    github.runs.remove(7);
    github.runs.remove(8);
    expect([await stateOf('/7'), await stateOf('/7/attempts/1'), await stateOf('/8')]).toEqual([404, 404, 404]);
    github.runs.set(7, { status: 'queued' });
    expect(await stateOf('/7')).toEqual([1, 'queued', null]);
  });

  it('belongs to one repository', async () => {
    github.repository('acme/other').runs.set(7, { status: 'completed', conclusion: 'failure' });
    expect(await stateOf('/7', 'other')).toEqual([1, 'completed', 'failure']);
    expect(await stateOf('/7')).toEqual([1, 'in_progress', null]);
  });

  it('cannot be set to what GitHub does not have', () => {
    expect(() => github.runs.set(7, { status: 'in_progress', conclusion: 'success' })).toThrow('in_progress');
    expect(() => github.runs.set(7, { attempt: 0, status: 'queued' })).toThrow('0 is no attempt');
    expect(() => github.runs.set('seven', { status: 'queued' })).toThrow('seven is no id');
  });

  it('is not shown while a fault is in the way', async () => {
    github.faults.next({ kind: 'html', status: 502 }, { path: /\/actions\/runs\/7\/attempts\/1$/ });
    expect(await stateOf('/7')).toEqual([1, 'in_progress', null]);
    await expect(stateOf('/7/attempts/1')).rejects.toThrow(SyntaxError);
    expect(github.journal.map(({ status }) => status)).toEqual([200, 502]);
    expect(await stateOf('/7/attempts/1')).toEqual([1, 'in_progress', null]);
  });
});
