import { parseArgs } from 'node:util';
import { git } from './git.ts';
import { startLocalGithub } from './server.ts';

/**
 * `npm run local-github -- --repository owner/name=/path/to/bare.git [--repository …] [--port N]`: prints the address
 * and the token; the first repository has the id 1001. The default branch is the one that its HEAD names.
 */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, repository: { type: 'string', multiple: true, default: [] } },
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
const github = await startLocalGithub({ repositories, port: Number(values.port) });
process.stdout.write(`${JSON.stringify({ GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void github.close());
