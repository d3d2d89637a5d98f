import { describe, expect, it } from 'vitest';
import { checkCli, licenceFailure, needsLicence, type ServerlessCli } from '../../../core/serverless/cli.ts';
import { caught } from '../caught.ts';

const cli = (product: ServerlessCli['product'], version: string): ServerlessCli => ({
  product,
  version,
  major: Number.parseInt(version, 10),
  script: '/app/node_modules/osls/bin/serverless.js',
});

describe('checkCli', () => {
  it.each([
    ['osls', '4.3.1', false],
    ['serverless', '3.40.0', false],
    ['serverless', '4.41.0', true],
  ] as const)('E20 takes %s %s', (product, version, hasLicence) => {
    expect(() => checkCli(cli(product, version), hasLicence)).not.toThrow();
  });

  it.each([
    ['serverless', '2.72.3'],
    ['serverless', '1.83.3'],
    ['serverless', '5.0.0'],
    ['osls', '3.64.0'],
    ['osls', '5.0.0'],
  ] as const)('E20 refuses %s %s and names the version', (product, version) => {
    const error = caught(() => checkCli(cli(product, version), true));
    expect(error.code).toBe('E_CLI_VERSION');
    expect(error.message).toContain(version);
  });

  it('E20 asks for a key of serverless 4, or for osls', () => {
    const error = caught(() => checkCli(cli('serverless', '4.41.0'), false));
    expect(error.code).toBe('E_CLI_LICENSE');
    expect(error.message).toContain('osls');
    expect(error.message).toContain('serverless-access-key');
  });
});

describe('the licence of a CLI', () => {
  it('is asked for by serverless 4 alone', () => {
    expect(needsLicence(cli('serverless', '4.41.0'))).toBe(true);
    expect(needsLicence(cli('serverless', '3.40.0'))).toBe(false);
    expect(needsLicence(cli('osls', '4.3.1'))).toBe(false);
  });

  it('is never the reason why osls or serverless 3 failed', () => {
    const output = 'You must sign in or use a license key: SERVERLESS_ACCESS_KEY';
    expect(licenceFailure(cli('osls', '4.3.1'), output)).toBeUndefined();
    expect(licenceFailure(cli('serverless', '3.40.0'), output)).toBeUndefined();
  });

  it('is not the reason of a serverless 4 that failed for another one', () => {
    expect(licenceFailure(cli('serverless', '4.41.0'), 'Error: Cannot resolve variable at "custom.x"')).toBeUndefined();
  });
});
