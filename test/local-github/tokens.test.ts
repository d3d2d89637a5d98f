import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';
import { makeBareRepository } from './world-for-tests.ts';

const closed = makeBareRepository();
const open = makeBareRepository();
let shop: Shop;
beforeAll(async () => {
  const other = { owner: 'acme', defaultBranch: 'main' };
  shop = await openShop({
    repositories: [
      { ...other, name: 'closed', id: 1002, bare: closed.bare, private: true },
      { ...other, name: 'open', id: 1003, bare: open.bare },
    ],
  });
  shop.tree.commit('topic', { 'a.txt': '1' });
  await shop.github.pulls.open({ head: 'topic', base: 'main' });
});
afterAll(async () => {
  await shop.close();
  closed.remove();
  open.remove();
});

const REFUSAL = {
  status: 403,
  response: { data: { message: 'Resource not accessible by integration', status: '403' } },
};
const accepted = (header: string) => ({ response: { headers: { 'x-accepted-github-permissions': header } } });

describe('a token', () => {
  it('may do what it was given, and is told what else it would need', async () => {
    const octokit = shop.octokit(shop.github.issueToken({ permissions: { contents: 'read', deployments: 'write' } }));
    const { data } = await octokit.rest.repos.createDeployment({ ...SHOP, ref: 'main', required_contexts: [] });
    expect(data).toMatchObject({ creator: { login: 'github-actions[bot]' } });
    expect((await octokit.rest.git.getRef({ ...SHOP, ref: 'heads/main' })).status).toBe(200);
    const write = octokit.rest.git.deleteRef({ ...SHOP, ref: 'heads/topic' });
    await expect(write).rejects.toMatchObject(REFUSAL);
    await expect(write).rejects.toMatchObject(accepted('contents=write'));
    await expect(octokit.rest.repos.listDeployments(SHOP)).resolves.toBeDefined();
  });

  it('of the server may do everything', async () => {
    const { rest } = shop.octokit();
    const environment = { ...SHOP, environment_name: 'staging' };
    expect((await rest.repos.createOrUpdateEnvironment(environment)).status).toBe(200);
  });

  it.each(['issues', 'pull-requests', 'pull_requests'])('comments on a pull request with %s alone', async (name) => {
    const octokit = shop.octokit(shop.github.issueToken({ permissions: { [name]: 'write' } }));
    const comment = { ...SHOP, issue_number: 1, body: 'Hi' };
    expect((await octokit.rest.issues.createComment(comment)).status).toBe(201);
  });

  it('reads comments with a permission to read, and writes none', async () => {
    const octokit = shop.octokit(shop.github.issueToken({ permissions: { issues: 'read', contents: 'write' } }));
    const issue = { ...SHOP, issue_number: 1 };
    expect((await octokit.rest.issues.listComments(issue)).status).toBe(200);
    const comment = octokit.rest.issues.createComment({ ...issue, body: 'Hi' });
    await expect(comment).rejects.toMatchObject(REFUSAL);
    await expect(comment).rejects.toMatchObject(accepted('issues=write; pull_requests=write'));
  });

  it('without permissions sees that the repository is there', async () => {
    const octokit = shop.octokit(shop.github.issueToken({ permissions: {} }));
    expect((await octokit.rest.repos.get(SHOP)).data.id).toBe(1001);
    await expect(octokit.rest.pulls.list(SHOP)).rejects.toMatchObject(REFUSAL);
  });

  it('of a person is refused in other words', async () => {
    const token = shop.github.issueToken({ permissions: { statuses: 'none' }, login: 'octocat' });
    const status = shop.octokit(token).rest.repos.createCommitStatus({ ...SHOP, sha: 'x', state: 'success' });
    await expect(status).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by personal access token'),
    });
  });

  it('is for one repository: of others it reads the public ones', async () => {
    const { rest } = shop.octokit(shop.github.issueToken());
    expect((await rest.repos.get({ owner: 'acme', repo: 'open' })).status).toBe(200);
    await expect(rest.repos.get({ owner: 'acme', repo: 'closed' })).rejects.toMatchObject({ status: 404 });
    const ref = { owner: 'acme', repo: 'open', ref: 'heads/main' };
    await expect(rest.git.deleteRef(ref)).rejects.toMatchObject(REFUSAL);
    const own = shop.octokit(shop.github.repository('acme/closed').issueToken());
    expect((await own.rest.repos.get({ owner: 'acme', repo: 'closed' })).status).toBe(200);
  });

  it('of a workflow never has the permission for workflow files, an app’s may', () => {
    const permissions = { contents: 'write', workflows: 'write' } as const;
    expect(() => shop.github.issueToken({ permissions })).toThrow('GITHUB_TOKEN has no permission workflows');
    expect(shop.github.issueToken({ permissions, login: 'promoter[bot]' })).toMatch(/^ghs_/);
  });

  it('has no permission that GitHub does not know', () => {
    const issue = (permissions: Record<string, 'read'>) => () => shop.github.issueToken({ permissions });
    expect(issue({ comments: 'read' })).toThrow('GitHub has no permission comments');
    expect(issue({ contents: 'all' as 'read' })).toThrow('all is no level');
  });
});
