import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { applicationOf, configuration, folderOf, prodFile, useCases } from './check-stages-cases.ts';
import { twoStages } from './check-stages-run.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const check = useCases();
const api = configuration('shop-api');
const tasks = configuration('shop-tasks');
const two = (prod: object = {}, more: object = {}) => ({
  'serverless-stages.yml': twoStages(prod, { api: { path: 'api' }, tasks: { path: 'tasks' } }, more),
  ...folderOf('api', api),
  ...folderOf('tasks', tasks),
});
const checked = (result: Awaited<ReturnType<typeof check>>['result']) =>
  result?.stages.map(({ stage, services }) => [stage, ...services.map(({ key }) => key).sort()]);

describe('the inputs', () => {
  it('choose the stages and the services', async () => {
    const { step, result } = await check(two(), { stages: 'prod', services: 'tasks' });
    expectSuccess(step);
    expect(checked(result)).toEqual([['prod', 'tasks']]);
  });

  it('take lists over several lines', async () => {
    const { result } = await check(two(), { stages: 'prod\nstaging\n', services: 'tasks, api' });
    expect(checked(result)?.toSorted()).toEqual([
      ['prod', 'api', 'tasks'],
      ['staging', 'api', 'tasks'],
    ]);
  });

  it('may name a stage that check-stages does not', async () => {
    const { result } = await check(two({}, { 'check-stages': ['staging'] }), { stages: 'prod', services: 'api' });
    expect(checked(result)).toEqual([['prod', 'api']]);
  });

  it.each([
    ['a stage that is not configured', { stages: 'prdo' }, /prdo.*"?prod"?/s],
    ['a service that is not there', { services: 'taks' }, /taks.*tasks/s],
    ['a stage of previews', { stages: 'feature-x-0pvip9m5' }, /feature-x-0pvip9m5/],
    ['a number that is none', { concurrency: 'many' }, /concurrency/],
    ['a configuration that is none', { configuration: '{' }, /configuration/],
    ['a folder that is not there', { 'working-directory': 'nowhere' }, /nowhere/],
    ['a folder elsewhere', { 'working-directory': '../..' }, /working-directory/],
  ])('are refused with %s', async (_what, inputs, message) => {
    const { step } = await check(two(), inputs);
    expect(step.exitCode, step.log).not.toBe(0);
    expect(step.outputs['error']).toMatch(/^E_(?!INTERNAL)[A-Z_]+: /);
    expect(step.outputs['error']).toMatch(message);
    expect(step.outputs['status']).toBe('failed');
    expect(step.outputs['result'] ?? '').toBe('');
  });

  it('may name a stage or a service twice', async () => {
    const { step, result } = await check(two(), { stages: 'prod, prod', services: 'api, api' });
    expectSuccess(step);
    expect(checked(result)).toEqual([['prod', 'api']]);
  });

  it('are refused where a misspelled service is one of several', async () => {
    const { step } = await check(two(), { services: 'api, taks' });
    expect(step.outputs['error']).toMatch(/taks/);
    expect(step.exitCode).not.toBe(0);
  });

  it('lead to the folder of the configuration', async () => {
    const files = Object.fromEntries(Object.entries(two()).map(([path, text]) => [`backend/${path}`, text]));
    const { step, result } = await check(files, { 'working-directory': 'backend', stages: 'prod', services: 'api' });
    expectSuccess(step);
    expect(checked(result)).toEqual([['prod', 'api']]);
  });
});

describe('check-stages of the configuration', () => {
  it('is none where nobody asks', async () => {
    const { step } = await check({
      'serverless-stages.yml': prodFile({ api: {} }).replace(/^check-stages:\n +- prod\n/m, ''),
      ...folderOf('api', api),
    });
    expectSuccess(step);
    expect(step.outputs['status']).toBe('none');
    expect(step.summary).toBe('');
  });

  it('is refused where it names a stage that is not configured', async () => {
    const { step } = await check(two({}, { 'check-stages': ['prdo'] }));
    expectFailure(step, 'E_CONFIG');
    expect(step.outputs['error']).toMatch(/prdo.*prod/s);
  });

  it('is refused, or taken for one, where it names a stage twice', async () => {
    const { step, result } = await check(two({}, { 'check-stages': ['prod', 'prod'] }));
    expect(step.outputs['error']).not.toMatch(/E_INTERNAL/);
    if (step.exitCode === 0) expect(checked(result)).toEqual([['prod', 'api', 'tasks']]);
  });

  it('is refused where it names a pattern of previews', async () => {
    const { step } = await check(two({}, { 'check-stages': ['feature/*'] }));
    expectFailure(step, 'E_CONFIG');
  });
});

describe('the services of a stage', () => {
  it('are what it says, and one that it does not have is no fault unless another reads it', async () => {
    const { step, result } = await check({
      ...applicationOf({ api, tasks }, { stage: { services: ['api'] } }),
    });
    expectSuccess(step);
    expect(result?.stages).toMatchObject([{ stage: 'prod', status: 'passed' }]);
    expect(checked(result)).toEqual([['prod', 'api']]);
  });

  it('would not pass where one reads an output of a service that the stage does not have', async () => {
    const reader = configuration('shop-api', { provider: { environment: { V: '${param:tasks.url}' } } });
    const { step } = await check(
      applicationOf(
        { api: reader, tasks: { ...tasks, resources: { Outputs: { url: { Value: 'u' } } } } },
        { stage: { services: ['api'] } },
      ),
    );
    expectFailure(step, 'E_CHECK_FAILED');
    expect(step.outputs['error']).toMatch(/api: .*tasks/);
  });
});

describe('an application of Compose', () => {
  const compose = {
    services: {
      database: { path: 'database' },
      api: { path: 'api', params: { table: '${database.table}', env: '${env:region}', text: 'plain' } },
    },
  };
  const reader = (name: string) =>
    configuration('shop-api', {
      provider: { environment: { T: '${param:table}', E: '${param:env}', P: '${param:text}', X: `\${param:${name}}` } },
    });
  const database = configuration('shop-database', { resources: { Outputs: { table: { Value: 't' } } } });
  const run = (name: string, params: object = {}) =>
    check({
      'serverless-stages.yml': prodFile({}, { profile: { parameters: { region: { ssm: '/region' } } } }),
      'serverless-compose.yml': stringify({
        services: {
          ...compose.services,
          api: { ...compose.services.api, params: { ...compose.services.api.params, ...params } },
        },
      }),
      ...folderOf('api', reader(name)),
      ...folderOf('database', database),
    });

  it('is checked with the parameters that it hands over', async () => {
    const { step, of } = await run('table');
    expectSuccess(step);
    expect([of('api').status, of('database').status]).toEqual(['passed', 'passed']);
  });

  it('would not pass where nothing hands a parameter over', async () => {
    const { step } = await run('tabel');
    expectFailure(step, 'E_CHECK_FAILED');
    expect(step.outputs['error']).toMatch(/tabel/);
  });

  it('would not pass where it hands an output over that is not published', async () => {
    const { step, of } = await run('more', { more: '${database.tabel}' });
    expect(step.exitCode).not.toBe(0);
    expect(of('api').status).toBe('failed');
    expect(step.outputs['error']).toMatch(/tabel/);
  });
});
