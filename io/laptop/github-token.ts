import { execFile } from 'node:child_process';

/** How long `gh` may take to say the token, in milliseconds. */
const ANSWER_MS = 10_000;

/**
 * Returns the token by which GitHub is asked: GH_TOKEN, GITHUB_TOKEN, else the one of `gh`, GitHub's own program, if it is
 * there and signed in; empty for none, which public repositories do not need.
 */
export async function readGitHubToken(host: string, environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  return environment['GH_TOKEN'] || environment['GITHUB_TOKEN'] || (await tokenOfGh(host, environment)) || '';
}

function tokenOfGh(host: string, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));
  return new Promise((resolve) => {
    execFile('gh', ['auth', 'token', '--hostname', host], { env, timeout: ANSWER_MS }, (error, stdout) =>
      resolve(error === null ? stdout.trim() : undefined),
    );
  });
}
