import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

const START = Date.UTC(2026, 10, 2, 10);
let now: number;
let shop: Shop;
beforeEach(async () => {
  now = START;
  shop = await openShop({ now: () => now });
  shop.tree.commit('topic', { 'a.txt': '1' });
  await shop.github.pulls.open({ head: 'topic', base: 'main' });
});
afterEach(() => shop.close());

const issue = { ...SHOP, issue_number: 1 };

describe('a comment', () => {
  it('is by GitHub Actions when its token writes it', async () => {
    const { data, status } = await shop.octokit().rest.issues.createComment({ ...issue, body: 'Deployed' });
    expect(status).toBe(201);
    expect(data).toMatchObject({
      body: 'Deployed',
      user: { login: 'github-actions[bot]', type: 'Bot', id: 41898282 },
      performed_via_github_app: { slug: 'github-actions', id: 15368 },
      issue_url: `${shop.github.url}/repos/acme/shop/issues/1`,
      html_url: `https://github.com/acme/shop/pull/1#issuecomment-${data.id}`,
    });
    expect(shop.github.comments.list(1)).toMatchObject([{ id: data.id, body: 'Deployed' }]);
  });

  it('is by a person, or by another app, when theirs does', async () => {
    const person = shop.octokit(shop.github.issueToken({ login: 'octocat' }));
    const { data } = await person.rest.issues.createComment({ ...issue, body: 'Hi' });
    expect(data).toMatchObject({ user: { login: 'octocat', type: 'User' }, performed_via_github_app: null });
    const bot = shop.octokit(shop.github.issueToken({ login: 'renovate[bot]' }));
    const { data: other } = await bot.rest.issues.createComment({ ...issue, body: 'Hi' });
    expect(other).toMatchObject({ user: { type: 'Bot' }, performed_via_github_app: { slug: 'renovate' } });
  });

  it('is changed and deleted, and keeps its author', async () => {
    const { id } = shop.github.comments.seed(1, { author: { login: 'octocat', type: 'User' }, body: 'one' });
    now += 5000;
    const comment = { ...SHOP, comment_id: id };
    const { data } = await shop.octokit().rest.issues.updateComment({ ...comment, body: 'two' });
    expect(data).toMatchObject({
      body: 'two',
      user: { login: 'octocat' },
      created_at: '2026-11-02T10:00:00Z',
      updated_at: '2026-11-02T10:00:05Z',
    });
    expect((await shop.octokit().rest.issues.deleteComment(comment)).status).toBe(204);
    await expect(shop.octokit().rest.issues.getComment(comment)).rejects.toMatchObject({ status: 404 });
    await expect(shop.octokit().rest.issues.deleteComment(comment)).rejects.toMatchObject({ status: 404 });
    await expect(shop.octokit().rest.issues.updateComment({ ...comment, body: 'x' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('may have been edited by another since', async () => {
    const { data } = await shop.octokit().rest.issues.createComment({ ...issue, body: 'one' });
    shop.github.comments.edit(data.id, 'defaced');
    const { data: read } = await shop.octokit().rest.issues.getComment({ ...SHOP, comment_id: data.id });
    expect(read).toMatchObject({ body: 'defaced', user: { login: 'github-actions[bot]' } });
  });

  it('has at most 65,536 characters, whatever they are', async () => {
    const { createComment } = shop.octokit().rest.issues;
    expect((await createComment({ ...issue, body: '🎈'.repeat(65_536) })).status).toBe(201);
    await expect(createComment({ ...issue, body: 'x'.repeat(65_537) })).rejects.toMatchObject({
      status: 422,
      response: {
        data: {
          message: 'Validation Failed',
          errors: [
            {
              resource: 'IssueComment',
              code: 'unprocessable',
              field: 'data',
              message: 'Body is too long (maximum is 65536 characters)',
            },
          ],
        },
      },
    });
    await expect(createComment({ ...issue, body: ' ' })).rejects.toMatchObject({ status: 422 });
  });

  it('needs an issue and a text', async () => {
    const { createComment, listComments } = shop.octokit().rest.issues;
    await expect(createComment({ ...SHOP, issue_number: 2, body: 'x' })).rejects.toMatchObject({ status: 404 });
    await expect(listComments({ ...SHOP, issue_number: 2 })).rejects.toMatchObject({ status: 404 });
    const answer = await shop.ask('/issues/1/comments', { method: 'POST', body: '{"body": 7}' });
    expect([answer.status, await answer.json()]).toEqual([
      422,
      expect.objectContaining({ message: "Invalid request.\n\nFor 'properties/body', 7 is not a string." }),
    ]);
    expect((await shop.ask('/issues/1/comments', { method: 'POST', body: '{' })).status).toBe(400);
    expect(() => shop.github.comments.seed(2, { body: 'x' })).toThrow('number 2');
  });
});

describe('the list of comments', () => {
  it('begins with the oldest and leads from page to page', async () => {
    for (let count = 1; count <= 5; count += 1) shop.github.comments.seed(1, { body: `${count}` });
    const octokit = shop.octokit();
    const comments = await octokit.paginate(octokit.rest.issues.listComments, { ...issue, per_page: 2 });
    expect(comments.map(({ body }) => body)).toEqual(['1', '2', '3', '4', '5']);
    expect(shop.github.journal.filter(({ path }) => path.includes('/comments'))).toHaveLength(3);
    const { headers } = await octokit.rest.issues.listComments({ ...issue, per_page: 2, page: 2 });
    const url = `${shop.github.url}/repositories/1001/issues/1/comments?per_page=2&page=`;
    expect(headers.link).toBe(
      `<${url}1>; rel="prev", <${url}3>; rel="next", <${url}3>; rel="last", <${url}1>; rel="first"`,
    );
  });

  it('takes those that changed since a time', async () => {
    const { id } = shop.github.comments.seed(1, { body: 'old, edited' });
    shop.github.comments.seed(1, { body: 'old' });
    now += 60_000;
    shop.github.comments.edit(id, 'edited');
    shop.github.comments.seed(1, { body: 'new' });
    const since = new Date(now).toISOString();
    const { data } = await shop.octokit().rest.issues.listComments({ ...issue, since });
    expect(data.map(({ body }) => body)).toEqual(['edited', 'new']);
  });

  it('holds those of its own issue alone', async () => {
    shop.tree.commit('other', { 'b.txt': '1' });
    await shop.github.pulls.open({ head: 'other', base: 'main' });
    shop.github.comments.seed(1, { body: 'one' });
    shop.github.comments.seed(2, { body: 'two' });
    const { data } = await shop.octokit().rest.issues.listComments({ ...SHOP, issue_number: 2 });
    expect(data.map(({ body }) => body)).toEqual(['two']);
    expect(shop.github.comments.list()).toHaveLength(2);
  });
});
