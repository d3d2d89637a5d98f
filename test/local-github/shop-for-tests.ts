import { getOctokit } from '@actions/github';
import { type LocalGithub, type LocalGithubOptions, startLocalGithub } from './server.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

export interface Shop {
  readonly tree: WorkTree;
  readonly github: LocalGithub;
  /** With the server's own token unless another is given. */
  octokit(token?: string): ReturnType<typeof getOctokit>;
  /** A request below the repository, with the server's own token unless another is given. */
  ask(path: string, init?: RequestInit, token?: string): Promise<Response>;
  close(): Promise<void>;
}

/** Owner and name for octokit. */
export const SHOP = { owner: 'acme', repo: 'shop' } as const;

/** `acme/shop` with one commit on `main`, on a server of its own. */
export async function openShop(options: Partial<LocalGithubOptions> = {}): Promise<Shop> {
  const tree = makeBareRepository();
  const repository = { owner: 'acme', name: 'shop', id: 1001, defaultBranch: 'main', bare: tree.bare };
  const { repositories = [], ...rest } = options;
  const github = await startLocalGithub({ repositories: [repository, ...repositories], ...rest });
  return {
    tree,
    github,
    octokit: (token = github.token) => getOctokit(token, { baseUrl: github.url }),
    ask: (path, init = {}, token = github.token) =>
      fetch(`${github.url}/repos/acme/shop${path}`, { ...init, headers: { authorization: `Bearer ${token}` } }),
    async close() {
      await github.close();
      tree.remove();
    },
  };
}
