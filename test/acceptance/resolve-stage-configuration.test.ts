import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { configurationWith } from '../world/example.ts';
import { startWorld, type World } from '../world/world.ts';
import { filled, resolveWithConfiguration } from './resolve-stage-run.ts';
import { expectFailure } from './verdict.ts';

const FILE = 'serverless-stages.yml';
const GOOD = configurationWith(['[master]', '[master, bad]']);

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: { [FILE]: GOOD } });
});
afterAll(() => world.close());

describe('a configuration that says what it may not', () => {
  const line = (text: string) => GOOD.split('\n').findIndex((each) => each.includes(text)) + 1;

  it.each(
    sampleOf([
      [
        'B1 a tab',
        GOOD.replace('    region: us-east-1', '\tregion: us-east-1'),
        'E_CONFIG',
        line('    region: us-east-1'),
        /tab/i,
      ],
      ['B1 an open quote', GOOD.replace('env: dev', 'env: "dev'), 'E_CONFIG', undefined, /quote/i],
      [
        'B2 an unknown key',
        GOOD.replace('{ profile: prod', '{ porfile: prod'),
        'E_CONFIG',
        line('{ profile: prod'),
        /porfile.*profile/s,
      ],
      [
        'B4 an account that is a number',
        GOOD.replace('role: arn:aws:iam::111111111111:role/serverless-stages\n', 'role: 012345678901\n'),
        'E_CONFIG',
        undefined,
        /quote|text|string|ARN/i,
      ],
      [
        'B6 an unknown profile',
        GOOD.replace('{ profile: staging', '{ profile: stagign'),
        'E_PROFILE_UNKNOWN',
        line('{ profile: staging'),
        /stagign.*staging/s,
      ],
      [
        'B6 an unknown default profile',
        GOOD.replace('default-profile: dev', 'default-profile: devv'),
        'E_PROFILE_UNKNOWN',
        line('default-profile'),
        /dev/,
      ],
      [
        'B7 a role with a blank at its end',
        GOOD.replace('role/serverless-stages-preview', '"role/x"').replace(
          'role: arn:aws:iam::111111111111:"role/x"',
          'role: "arn:aws:iam::111111111111:role/serverless-stages-preview "',
        ),
        'E_ROLE_ARN',
        line('serverless-stages-preview'),
        /blank|space/,
      ],
      [
        'B7 a user',
        GOOD.replace('role/serverless-stages-preview', 'user/ada'),
        'E_ROLE_ARN',
        line('serverless-stages-preview'),
        /user/,
      ],
      [
        'B7 a role of China',
        GOOD.replace('arn:aws:iam::333333333333', 'arn:aws-cn:iam::333333333333'),
        'E_ROLE_ARN',
        line('333333333333'),
        /aws-cn/,
      ],
      [
        'B8 a region that is none',
        GOOD.replace('region: us-east-1', 'region: us-east1'),
        'E_CONFIG',
        line('region: us-east-1'),
        /us-east1.*us-east-1/s,
      ],
      ['B14 a newer version', GOOD.replace('version: 1', 'version: 2'), 'E_CONFIG_VERSION', line('version: 1'), /2/],
      ['a stage to check for that there is not', `${GOOD}\ncheck-stages: [prdo]\n`, 'E_CONFIG', undefined, /prdo/],
      [
        'a stage with the name of a preview',
        GOOD.replace('  prod: { profile: prod', '  login-0pv3fa9c: { profile: prod'),
        'E_CONFIG',
        line('  prod: { profile'),
        /login-0pv3fa9c/,
      ],
    ] as const),
  )('%s is an error at its place', async (_what, text, code, at, words) => {
    const step = await resolveWithConfiguration(world, text);
    const { message, properties } = expectFailure(step, code);
    expect(message).toMatch(words);
    const number = expect.stringMatching(/^[1-9]\d*$/);
    expect(properties).toMatchObject({ line: number, col: number });
    if (at !== undefined) expect(properties['line']).toBe(String(at));
    expect(message).toContain(`:${properties['line']}:${properties['col']}`);
    expect(filled(step)).toEqual({ decision: 'error', error: expect.stringMatching(/^E_/) });
  });

  it('B1 names the file as it is called in the repository, so that GitHub shows the error beside its line', async () => {
    const step = await resolveWithConfiguration(world, GOOD.replace('version: 1', 'version: 2'));
    expect(expectFailure(step, 'E_CONFIG_VERSION').properties['file']).toBe(FILE);
  });
});
