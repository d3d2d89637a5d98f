import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';

/** The errors of a file whose profile has these parameters, all exported. */
function errorsOf(names: readonly string[]): string {
  const parameters = names.map((name) => `      ${JSON.stringify(name)}: x\n`).join('');
  const text = `version: 1
app: shop
profiles:
  dev:
    role: arn:aws:iam::111111111111:role/deploy
    region: us-east-1
    parameters:
${parameters}    export-env: ${JSON.stringify(names)}
stages: { dev: { profile: dev, branch: main } }
`;
  try {
    parseConfig(Buffer.from(text), 'serverless-stages.yml');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('export-env', () => {
  it.each([
    'NODE_OPTIONS',
    'NODE_PATH',
    'NODE_EXTRA_CA_CERTS',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    'DYLD_INSERT_LIBRARIES',
    'PATH',
    'HOME',
    'BASH_ENV',
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_ENDPOINT_URL',
    'GITHUB_TOKEN',
    'GITHUB_OUTPUT',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'RUNNER_TEMP',
    'INPUT_STAGE',
    'STATE_FOLDER',
    'HTTPS_PROXY',
    'https_proxy',
    'NO_PROXY',
    'npm_config_registry',
    'GIT_SSH_COMMAND',
    'SLS_DEBUG',
    'SERVERLESS_ACCESS_KEY',
    'PYTHONPATH',
  ])('refuses %s, with the place and the reason', (name) => {
    const message = errorsOf([name]);
    expect(message).toMatch(/^serverless-stages\.yml:\d+:\d+: /);
    expect(message).toContain(`"${name}"`);
    expect(message).toMatch(/would change .* – rename the parameter/);
  });

  it.each([
    'env',
    'NODE_ENV',
    'LOG_LEVEL',
    'DATABASE_URL',
    'path',
    'HOMEPAGE',
    'PATHS',
    'STATE',
    'AWSOME',
    'API_PROXY',
  ])('takes %s', (name) => {
    expect(errorsOf([name])).toBe('');
  });

  it('refuses two names that differ in case alone, or not at all', () => {
    expect(errorsOf(['apiKey', 'APIKEY'])).toMatch(/"apiKey" and "APIKEY" differ only in case|"APIKEY" and "apiKey"/);
    expect(errorsOf(['one', 'two'])).toBe('');
  });
});
