import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';
import { effectiveConfiguration } from '../../../core/configuration/effective.ts';
import { effectiveServices } from '../../../core/configuration/effective-services.ts';
import { decodeConfiguration } from '../../../core/configuration/transport.ts';
import { encodeJson } from '../../../core/transport.ts';
import { caught } from '../caught.ts';
import { replaced, workshopWith } from '../sample-config.ts';

const LINE = '  restapi: { path: backend-restapi }\n';
/** The tutorial's configuration whose one service has these further keys, a line each. */
const withKeys = (...keys: readonly string[]) => {
  const lines = ['path: backend-restapi', ...keys].map((key) => `    ${key}\n`);
  return workshopWith(LINE, `  restapi:\n${lines.join('')}`);
};
const restapi = (...keys: readonly string[]) => effectiveServices(withKeys(...keys).services ?? {})['restapi'];
const errorOf = (...keys: readonly string[]) => {
  const lines = ['path: backend-restapi', ...keys].map((key) => `    ${key}\n`);
  return caught(() => parseConfig(Buffer.from(replaced(LINE, `  restapi:\n${lines.join('')}`))));
};

describe('a service', () => {
  it('that says nothing more depends on nothing, is not shared, and has no commands', () => {
    const plain = { path: 'backend-restapi', dependsOn: [], triggers: [], shared: false };
    expect(restapi()).toEqual(plain);
    expect(restapi('hooks: {}')).toEqual(plain);
  });

  it('keeps what it says', () => {
    expect(restapi('triggers: always', 'shared: always')).toMatchObject({
      triggers: 'always',
      shared: 'always',
    });
  });

  it('has each command that it names', () => {
    const hooks = 'hooks: { before-deploy: npm run build, after-deploy: node seed.mjs }';
    expect(restapi('test: npm run unit', 'verify: curl "$SERVICE_URL"', hooks)?.commands).toEqual({
      test: 'npm run unit',
      verify: 'curl "$SERVICE_URL"',
      beforeDeploy: 'npm run build',
      afterDeploy: 'node seed.mjs',
    });
    expect(restapi('verify: ./check')?.commands).toEqual({ verify: './check' });
  });

  it('may have no tests, which is not the same as saying nothing', () => {
    expect(restapi('test: false')?.commands).toEqual({ test: false });
  });

  it('keeps a command of several lines as it is, also on its way between jobs', () => {
    const config = withKeys('verify: |', '  curl "$SERVICE_URL" | grep -q ok', "  echo '${{ x }} %0A'");
    const stage = { name: 'dev', kind: 'configured', ref: 'refs/heads/master' } as const;
    const { services } = decodeConfiguration(encodeJson(effectiveConfiguration(config, stage, 'dev')));
    expect(services?.['restapi']?.commands).toEqual({
      verify: 'curl "$SERVICE_URL" | grep -q ok\necho \'${{ x }} %0A\'\n',
    });
  });
});

describe('a command that cannot be', () => {
  it.each<[what: string, key: string, name: string]>([
    ['that is empty', "verify: ''", 'verify'],
    ['that is true', 'test: true', 'test'],
    ['that is a list', 'verify: [npm, test]', 'verify'],
    ['that is false where there is no default to turn off', 'verify: false', 'verify'],
    ['of a hook that is empty', "hooks: { before-deploy: '' }", 'before-deploy'],
  ])('%s is an error at its place', (_what, key, name) => {
    const error = errorOf(key);
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toContain(name);
    expect(error.position).toBeDefined();
  });

  it.each([
    ['hooks: { before-deply: npm run build }', 'before-deploy'],
    ['verfy: ./check', 'verify'],
    ['tests: npm test', 'test'],
  ])('B2 %s is an error that says %s', (key, nearest) => {
    const error = errorOf(key);
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toContain('did you mean');
    expect(error.message).toContain(nearest);
  });
});
