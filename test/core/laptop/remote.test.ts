import { describe, expect, it } from 'vitest';
import { apiUrlOf, parseRemote } from '../../../core/laptop/remote.ts';

const SHOP = { host: 'github.com', owner: 'acme', name: 'shop' };

describe('the address of a remote', () => {
  it.each([
    'git@github.com:acme/shop.git',
    'git@github.com:acme/shop',
    'https://github.com/acme/shop.git',
    'https://github.com/acme/shop/',
    'https://x-access-token:secret@github.com/acme/shop.git',
    'https://GitHub.com/acme/shop',
    'ssh://git@github.com/acme/shop.git',
    'ssh://git@github.com:22/acme/shop.git',
    'git://github.com/acme/shop.git',
    'github.com:acme/shop.git',
    'git@work:acme/shop.git',
  ])('%s is of acme/shop', (address) => {
    expect(parseRemote(address)).toEqual(SHOP);
  });

  it('keeps the host of another server', () => {
    expect(parseRemote('git@git.acme.example:acme/shop.git')).toEqual({ ...SHOP, host: 'git.acme.example' });
  });

  it('keeps dots and hyphens of a name, and takes `.git` away once', () => {
    expect(parseRemote('git@github.com:a-b/shop.api.git')).toMatchObject({ owner: 'a-b', name: 'shop.api' });
  });

  it.each([
    '/srv/shop.git',
    '../shop',
    'file:///srv/shop.git',
    'https://github.com/acme',
    'git@github.com:a/b/c.git',
    '',
  ])('%j names no repository', (address) => {
    expect(parseRemote(address)).toBeUndefined();
  });
});

describe('where GitHub answers', () => {
  it.each([
    ['github.com', 'https://api.github.com'],
    ['ssh.github.com', 'https://api.github.com'],
    ['acme.ghe.com', 'https://api.acme.ghe.com'],
    ['git.acme.example', 'https://git.acme.example/api/v3'],
  ])('for %s is %s', (host, url) => {
    expect(apiUrlOf(host)).toBe(url);
  });
});
