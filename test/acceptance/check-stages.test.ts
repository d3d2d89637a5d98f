import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { twoStages, useChecker } from './check-stages-run.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

const check = useChecker();
const HANDLER = 'exports.handler = async () => 1;\n';

/** A service with one function that has these variables, and more of its configuration. */
function service(name: string, variables: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify({
    service: name,
    frameworkVersion: '4',
    provider: { name: 'aws', runtime: 'nodejs24.x', environment: variables },
    functions: { main: { handler: 'main.handler' } },
    ...more,
  });
}

const folder = (key: string, text: string) => ({ [`${key}/serverless.json`]: text, [`${key}/main.js`]: HANDLER });
const SERVICES = { api: { path: 'api' } };

describe('services of a pull request', () => {
  it('would pass where nothing keeps them out: outputs and secrets are not needed to say so', async () => {
    const api = service(
      'shop-api',
      {
        ENV: '${param:env}',
        KEY: '${param:key}',
        TABLE: '${param:database.tableName}',
        URL: '${output:shop-database.url}',
      },
      { plugins: ['serverless-stages/plugin'] },
    );
    const plugin = resolve(import.meta.dirname, '../..');
    const {
      step,
      result,
      folder: at,
    } = await check({
      'serverless-stages.yml': twoStages(
        {
          parameters: { env: 'prod', key: { ssm: '/shop/prod/key' } },
          safeguards: ['no-secret-env-vars', { 'allowed-regions': ['us-east-1'] }],
        },
        { ...SERVICES, database: { path: 'database' } },
      ).replace('env: staging', 'env: staging\n      key: { secret: KEY }'),
      ...folder('api', api),
      ...folder(
        'database',
        service('shop-database', {}, { outputs: { tableName: 't', url: 'u' }, plugins: ['serverless-stages/plugin'] }),
      ),
      'node_modules/serverless-stages': { link: plugin },
    });
    expectSuccess(step);
    expect(step.outputs['status']).toBe('passed');
    expect(result?.stages.map(({ stage, status }) => [stage, status])).toEqual([
      ['staging', 'passed'],
      ['prod', 'passed'],
    ]);
    expect(existsSync(join(at, 'api/.serverless'))).toBe(false);
    expect(step.summary).toContain('would pass in prod');
  });

  it('would not pass where a safeguard of the stage says so, and only there', async () => {
    const api = service(
      'shop-api',
      {},
      {
        resources: { Resources: { Open: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } } } },
      },
    );
    const { step, result } = await check({
      'serverless-stages.yml': twoStages({ safeguards: ['no-public-bucket'] }, SERVICES),
      ...folder('api', api),
    });
    const [placed, failure] = annotationsOf(step, 'error');
    expect(placed).toMatchObject({
      message: expect.stringContaining('no-public-bucket'),
      properties: { file: 'api/serverless.json' },
    });
    expect(failure?.message).toMatch(/^E_CHECK_FAILED: .*"prod".*api.*Open/s);
    expect(failure?.message).not.toContain('staging');
    expect(result?.stages.map(({ status }) => status)).toEqual(['passed', 'failed']);
    expect(step.outputs['status']).toBe('failed');
  });

  it('are not asked where they need the cloud to be packaged', async () => {
    const { step, result } = await check({
      'serverless-stages.yml': twoStages({}, { ...SERVICES, plain: { path: 'plain' } }),
      ...folder('api', service('shop-api', { VPC: '${ssm:/shared/vpc}' })),
      ...folder('plain', service('shop-plain', {})),
    });
    expectSuccess(step);
    const [staging] = result?.stages ?? [];
    expect(staging?.status).toBe('passed');
    expect(staging?.services.find(({ key }) => key === 'api')).toMatchObject({
      status: 'not-asked',
      reason: expect.stringContaining('${ssm:'),
    });
    expect(step.summary).toMatch(/1 service not asked \(api: .*ssm/);
  });

  it('would not pass where a parameter or an output is missing', async () => {
    const { step } = await check({
      'serverless-stages.yml': twoStages(
        { parameters: {} },
        { ...SERVICES, database: { path: 'database' }, tasks: { path: 'tasks' } },
      ),
      ...folder('api', service('shop-api', { ENV: '${param:env}' })),
      ...folder('tasks', service('shop-tasks', { TABLE: '${param:database.tableNam}' })),
      ...folder('database', service('shop-database', {}, { resources: { Outputs: { tableName: { Value: 't' } } } })),
    });
    const { message } = expectFailure(step, 'E_CHECK_FAILED');
    expect(message).toMatch(/prod: api: .*env/s);
    expect(message).toMatch(/staging: tasks: .*tableNam".*did you mean "tableName"/s);
  });

  it('keep their folders as they were', async () => {
    const text = service('shop-api', {});
    const { folder: at } = await check({ 'serverless-stages.yml': twoStages({}, SERVICES), ...folder('api', text) });
    expect(readFileSync(join(at, 'api/serverless.json'), 'utf8')).toBe(text);
  });
});
