import { parseArgs } from 'node:util';
import { git } from './git.ts';
import { startLocalGithub } from './server.ts';

/**
 * `npm run local-github -- --repository owner/name=/path/to/bare.git [--repository …] [--port N] [--base-path /api/v3]
 * [--server-url URL]`: prints the addresses and the token; the first repository has the id 1001. The default branch is
 * the one that its HEAD names.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    repository: { type: 'string', multiple: true, default: [] },
    'base-path': { type: 'string', default: '' },
    'server-url': { type: 'string', default: 'https://github.com' },
  },
});
const repositories = await Promise.all(
  values.repository.map(async (given, index) => {
    const [, owner, name, bare] = /^([^/=]+)\/([^/=]+)=(.+)$/.exec(given) ?? [];
    if (owner === undefined || name === undefined || bare === undefined)
      throw new Error(`not owner/name=PATH: ${given}`);
    const defaultBranch = await git(bare, 'symbolic-ref', '--short', 'HEAD');
    return { owner, name, bare, id: 1001 + index, defaultBranch };
  }),
);
const github = await startLocalGithub({
  repositories,
  port: Number(values.port),
  basePath: values['base-path'],
  serverUrl: values['server-url'],
});
const variables = { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: github.serverUrl, GITHUB_TOKEN: github.token };
process.stdout.write(`${JSON.stringify(variables)}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void github.close());
