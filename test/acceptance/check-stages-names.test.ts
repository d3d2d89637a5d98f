import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applicationOf, configuration, folderOf, prodFile, saidOf, useCases } from './check-stages-cases.ts';
import { OSLS, twoStages } from './check-stages-run.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

const check = useCases();
const reads = (name: string, value: unknown) => configuration(name, { provider: { environment: { V: value } } });

describe('names of a stage', () => {
  it('are found too long in that stage alone', async () => {
    const key = 'a'.repeat(45);
    const long = configuration('shop-api', { functions: { [key]: { handler: 'main.handler' } } });
    const file = twoStages({}, { api: { path: 'api' } })
      .replace(/^ {2}prod:\n {4}profile/m, '  production-of-the-shop:\n    profile')
      .replace(/- prod$/m, '- production-of-the-shop');
    const { step, result } = await check({ 'serverless-stages.yml': file, ...folderOf('api', long) });
    expect(result?.stages.map(({ stage, status }) => [stage, status])).toEqual([
      ['staging', 'passed'],
      ['production-of-the-shop', 'failed'],
    ]);
    expectFailure(step, 'E_CHECK_FAILED');
    expect(step.outputs['error']).toMatch(/production-of-the-shop: api: .*64/);
  });

  it('that hold a value that nobody knows are not too long by what stands in its place', async () => {
    const parameters = { unknown: { ssm: '/x' } };
    const name = `${'a'.repeat(58)}-\${param:unknown}`;
    const api = configuration('shop-api', { functions: { main: { handler: 'main.handler', name } } });
    const { of } = await check(applicationOf({ api }, { profile: { parameters } }));
    expect(of('api').status, saidOf(of('api'))).not.toBe('failed');
  });

  it('of two services may not be the same', async () => {
    const { step } = await check(
      applicationOf({
        api: configuration('shop-api', { provider: { stackName: 'shop-${sls:stage}' } }),
        tasks: configuration('shop-tasks', { provider: { stackName: 'shop-${sls:stage}' } }),
        other: configuration('shop-other'),
      }),
    );
    expect(step.exitCode).not.toBe(0);
    expect(step.outputs['error']).toMatch(/api.*tasks|tasks.*api/s);
    expect(step.outputs['error']).toContain('shop-prod');
    expect(step.outputs['error']).not.toMatch(/E_INTERNAL/);
  });

  it('of two services are no fault where they differ by a value that nobody knows', async () => {
    const parameters = { one: { ssm: '/one' }, two: { ssm: '/two' } };
    const { step } = await check(
      applicationOf(
        {
          api: configuration('shop-api', { provider: { stackName: 'shop-${param:one}' } }),
          tasks: configuration('shop-tasks', { provider: { stackName: 'shop-${param:two}' } }),
        },
        { profile: { parameters } },
      ),
    );
    expectSuccess(step);
  });
});

describe('a service that is not asked', () => {
  it('is one with a hook before its deploy, which is not run', async () => {
    const { step, of, folder } = await check({
      'serverless-stages.yml': prodFile({ api: { hooks: { 'before-deploy': 'touch ran' } }, tasks: {} }),
      ...folderOf('api', configuration('shop-api')),
      ...folderOf('tasks', configuration('shop-tasks')),
    });
    expectSuccess(step);
    expect(of('api')).toMatchObject({ status: 'not-asked', reason: expect.stringContaining('before-deploy') });
    expect(of('tasks').status).toBe('passed');
    expect(existsSync(`${folder}/api/ran`)).toBe(false);
  });

  it('is one of serverless 4 without a key', async () => {
    const { step, of } = await check({
      ...applicationOf({ api: configuration('shop-api') }),
      'api/node_modules/serverless/package.json': JSON.stringify({
        name: 'serverless',
        version: '4.17.0',
        bin: { serverless: 'run.js' },
      }),
      'api/node_modules/serverless/run.js': 'process.exit(1);\n',
    });
    expectSuccess(step);
    expect(of('api')).toMatchObject({ status: 'not-asked', reason: expect.stringMatching(/key/i) });
    expect(step.outputs['status']).toBe('not-asked');
    expect(step.summary).toMatch(/not asked for prod/);
  });

  it('would not pass where no CLI is installed, and what to install is said', async () => {
    const { step } = await check({ ...applicationOf({ api: configuration('shop-api') }), 'node_modules/osls': null });
    expect(step.exitCode).not.toBe(0);
    expect(step.outputs['error']).toMatch(/osls/);
    expect(step.outputs['error']).not.toMatch(/E_INTERNAL/);
    expect(step.outputs['status']).toBe('failed');
  });

  it('would not pass where one of several has no CLI, and the others are asked', async () => {
    const { step, of } = await check({
      ...applicationOf({ api: configuration('shop-api'), tasks: configuration('shop-tasks') }),
      'node_modules/osls': null,
      'api/node_modules/osls': OSLS['node_modules/osls'] ?? null,
    });
    expect(step.outputs['error']).toMatch(/tasks/);
    expect(of('api').status).toBe('passed');
  });
});

describe('hostile texts of a configuration', () => {
  const HOSTILE =
    'x\n::error::forged\n::set-output name=status::passed\n# head <img src=x> @acme/team [a](https://evil.example.com) | b';
  const forged = (step: Awaited<ReturnType<typeof check>>['step']) => {
    expect(annotationsOf(step, 'error').some(({ message }) => message === 'forged')).toBe(false);
    expect(step.summary).not.toMatch(/<img|\]\(https|@acme|^# head/m);
  };

  it('in a message of a policy and a title are shown as text', async () => {
    const code = `export default () => [{ message: ${JSON.stringify(HOSTILE)}, fix: ${JSON.stringify(HOSTILE)} }];`;
    const safeguards = [{ safeguard: 'javascript', title: `a | b <img src=y> @acme/team`, config: { code } }];
    const { step } = await check(applicationOf({ api: configuration('shop-api') }, { profile: { safeguards } }));
    expect(step.outputs['status']).toBe('failed');
    forged(step);
  });

  it('in what the Serverless Framework prints are no commands', async () => {
    const { step } = await check({
      ...applicationOf({ api: reads('shop-api', '${file(./odd.js):x}') }),
      'api/odd.js': `module.exports = () => { console.log(${JSON.stringify(HOSTILE)}); throw new Error(${JSON.stringify(HOSTILE)}); };\n`,
    });
    expect(step.outputs['status']).toBe('failed');
    forged(step);
  });

  it('in the name of a variable that is missing are shown as text', async () => {
    const { step } = await check(
      applicationOf({
        api: reads('shop-api', '${param:a<img src=x>@acme/team}'),
        tasks: reads('shop-tasks', '${param:b|c}'),
      }),
    );
    forged(step);
    expect(step.exitCode).not.toBe(0);
    expect(step.outputs['error']).not.toMatch(/E_INTERNAL/);
  });

  it('in the name of a resource are shown as text', async () => {
    const Resources = {
      Open: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead', BucketName: HOSTILE } },
    };
    const { step } = await check(
      applicationOf(
        { api: configuration('shop-api', { resources: { Resources } }) },
        { profile: { safeguards: ['no-public-bucket', 'stage-in-names'] } },
      ),
    );
    expect(step.outputs['status']).toBe('failed');
    forged(step);
  });
});
