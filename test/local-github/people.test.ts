import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

let shop: Shop;
let closed: WorkTree;
beforeEach(async () => {
  closed = makeBareRepository();
  const repository = { owner: 'acme', name: 'closed', id: 1002, defaultBranch: 'main', bare: closed.bare };
  shop = await openShop({ repositories: [{ ...repository, private: true }] });
});
afterEach(async () => {
  await shop.close();
  closed.remove();
});

const read = async (username: string, where: object = SHOP) =>
  (await shop.octokit().rest.repos.getCollaboratorPermissionLevel({ ...SHOP, ...where, username })).data;

describe('the permission of a person', () => {
  it.each([
    ['admin', 'admin', { admin: true, maintain: true, push: true, triage: true, pull: true }],
    ['maintain', 'write', { admin: false, maintain: true, push: true, triage: true, pull: true }],
    ['write', 'write', { admin: false, maintain: false, push: true, triage: true, pull: true }],
    ['triage', 'read', { admin: false, maintain: false, push: false, triage: true, pull: true }],
    ['read', 'read', { admin: false, maintain: false, push: false, triage: false, pull: true }],
  ] as const)('with the role %s is %s', async (role, permission, permissions) => {
    shop.github.people.put('Mona', role);
    const user = { login: 'mona', type: 'User', role_name: role, permissions };
    expect(await read('mona')).toMatchObject({ permission, role_name: role, user });
  });

  it('with a role of the organization’s own is that of the role it is made of', async () => {
    shop.github.people.put('mona', 'deployer', 'maintain');
    expect(await read('MONA')).toMatchObject({ permission: 'write', role_name: 'deployer' });
    expect(() => shop.github.people.put('mona', 'deployer' as 'read')).toThrow('what is deployer made of?');
  });

  it('who is a stranger is to read what is public, and none where it is private', async () => {
    expect(await read('stranger')).toMatchObject({ permission: 'read', role_name: 'read' });
    expect(await read('stranger', { repo: 'closed' })).toMatchObject({ permission: 'none', role_name: '' });
    shop.github.people.put('mona', 'admin');
    shop.github.people.remove('mona');
    expect(await read('mona')).toMatchObject({ permission: 'read' });
  });

  it.each(['github-actions[bot]', 'promoter[bot]'])('is none for %s: apps have no roles', async (login) => {
    expect(await read(login)).toMatchObject({ permission: 'none', user: { login, type: 'Bot' } });
    expect(() => shop.github.people.put(login, 'write')).toThrow('is an app');
  });

  it.each(['gone', 'acme'])('is not found for %s', async (login) => {
    shop.github.people.erase('Gone');
    await expect(read(login)).rejects.toMatchObject({
      status: 404,
      response: { data: { message: `${login} is not a user` } },
    });
  });

  it('is read by every token, of each repository for itself', async () => {
    shop.github.people.put('mona', 'admin');
    const { rest } = shop.octokit(shop.github.issueToken({ permissions: {} }));
    const { data } = await rest.repos.getCollaboratorPermissionLevel({ ...SHOP, username: 'mona' });
    expect(data.permission).toBe('admin');
    expect(await read('mona', { repo: 'closed' })).toMatchObject({ permission: 'none' });
  });
});
