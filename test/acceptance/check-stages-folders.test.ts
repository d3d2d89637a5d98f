import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { configuration, filesIn, folderOf, prodFile, saidOf, textsIn, useCases } from './check-stages-cases.ts';
import { twoStages } from './check-stages-run.ts';
import { expectSuccess } from './verdict.ts';

const check = useCases();
/** A program of a configuration that takes a while, and writes down when it began and ended. */
const SLOW = `const { appendFileSync } = require('node:fs');
module.exports = async () => {
  appendFileSync(__dirname + '/times.txt', 'begin\\n');
  await new Promise((resolve) => setTimeout(resolve, 700));
  appendFileSync(__dirname + '/times.txt', 'end\\n');
  return { x: 'done' };
};
`;
const slow = (name: string) => configuration(name, { provider: { environment: { V: '${file(./slow.js):x}' } } });
const timesIn = (folder: string) => readFileSync(join(folder, 'api/times.txt'), 'utf8').trim().split('\n');
const inTurn = (count: number) => Array.from({ length: count }, () => ['begin', 'end']).flat();

describe('the folder of a service', () => {
  it('is packaged for one stage and one region at a time', async () => {
    const { step, folder, result } = await check({
      'serverless-stages.yml': twoStages({ region: ['us-east-1', 'eu-central-1'] }, { api: { path: 'api' } }),
      ...folderOf('api', slow('shop-api')),
      'api/slow.js': SLOW,
    });
    expectSuccess(step);
    expect(result?.stages.flatMap(({ services }) => services)).toHaveLength(3);
    expect(timesIn(folder)).toEqual(inTurn(3));
  });

  it('is packaged for one of the services that share it at a time', async () => {
    const { step, folder } = await check({
      'serverless-stages.yml': prodFile({}),
      'serverless-compose.yml': stringify({
        services: {
          one: { path: 'api', config: 'serverless.one.json' },
          two: { path: 'api', config: 'serverless.two.json' },
        },
      }),
      'api/serverless.one.json': JSON.stringify(slow('shop-one')),
      'api/serverless.two.json': JSON.stringify(slow('shop-two')),
      'api/main.js': 'exports.handler = async () => 1;\n',
      'api/slow.js': SLOW,
    });
    expectSuccess(step);
    expect(timesIn(folder)).toEqual(inTurn(2));
  });

  it('has nothing of a package, also if the service names a folder for it', async () => {
    const files = {
      'serverless-stages.yml': prodFile({ api: {} }),
      ...folderOf('api', configuration('shop-api', { package: { path: 'out', individually: true } })),
    };
    const { folder, of } = await check(files);
    expect(of('api').status, saidOf(of('api'))).toBe('passed');
    expect(textsIn(folder)).toEqual(files);
    expect(existsSync(join(folder, 'api/out'))).toBe(false);
  });

  it('has nothing of a package that failed', async () => {
    const files = {
      'serverless-stages.yml': prodFile({ api: {} }),
      ...folderOf('api', configuration('shop-api', { functions: { main: { handler: 'nowhere/main.handler' } } })),
    };
    const { folder, temp } = await check(files);
    expect(filesIn(join(folder, 'api'))).toEqual(['main.js', 'serverless.json']);
    expect(temp).toEqual([]);
  });
});

describe('the names of functions', () => {
  it('that a program makes of the stage are those of the stage that is checked for', async () => {
    const { of } = await check({
      'serverless-stages.yml': twoStages(
        { safeguards: [{ 'allowed-function-names': 'shop-prod' }] },
        { api: { path: 'api' } },
      ),
      ...folderOf(
        'api',
        configuration('shop-api', {
          functions: { main: { handler: 'main.handler', name: '${file(./name.js):x}' } },
        }),
      ),
      'api/name.js':
        "module.exports = async ({ resolveVariable }) => ({ x: 'shop-' + (await resolveVariable('sls:stage')) });\n",
    });
    expect(of('api', 'prod').status, saidOf(of('api', 'prod'))).toBe('passed');
    expect(of('api', 'staging').status).toBe('passed');
  });
});
