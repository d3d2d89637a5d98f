import { describe, expect, it } from 'vitest';
import { deployArguments, packageArguments } from '../../../core/serverless/argv.ts';

const TARGET = { stage: 'feature-login-0pv3fa9c', region: 'us-east-1' };
const PARAMETERS = ['--param', 'env=${file(/private/p.json):p0}'];
const COMMON = ['--stage', 'feature-login-0pv3fa9c', '--region', 'us-east-1', '--package', '/private/package'];

describe('the arguments of the Serverless CLI', () => {
  it.each([
    ['package', packageArguments(TARGET, '/private/package', PARAMETERS), ['package', ...COMMON, ...PARAMETERS]],
    ['deploy', deployArguments(TARGET, '/private/package', PARAMETERS), ['deploy', ...COMMON, ...PARAMETERS]],
    ['package without parameters', packageArguments(TARGET, '/private/package', []), ['package', ...COMMON]],
    ['deploy without parameters', deployArguments(TARGET, '/private/package', []), ['deploy', ...COMMON]],
  ])('A2 has each value behind its option: %s', (_, args, expected) => {
    expect(args).toEqual(expected);
  });
});
