import { describe, expect, it } from 'vitest';
import { applicationOf, configuration, folderOf, prodFile, saidOf, useCases } from './check-stages-cases.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const check = useCases();
const reads = (name: string, value: unknown) => configuration(name, { provider: { environment: { V: value } } });
/** Parameters that nobody knows, which none of the faults below has to do with. */
const UNKNOWN = { parameters: { key: { ssm: '/shop/key' }, token: { secret: 'TOKEN' } } };

describe('a service that would fail whatever the values are', () => {
  it('fails if it reads a parameter that no profile gives', async () => {
    const { step, of } = await check(
      applicationOf({ api: reads('shop-api', '${param:nowhere}') }, { profile: UNKNOWN }),
    );
    expect(of('api').status).toBe('failed');
    expect(saidOf(of('api'))).toMatch(/nowhere/);
    expect(saidOf(of('api'))).not.toMatch(/E_INTERNAL|EEXIST/);
    expectFailure(step, 'E_CHECK_FAILED');
  });

  it('fails if it reads a file that is not there', async () => {
    const api = reads('shop-api', '${file(./nothing.yml):x}');
    const { of } = await check(applicationOf({ api }, { profile: UNKNOWN }));
    expect(of('api').status, saidOf(of('api'))).toBe('failed');
  });

  it('fails if it is no configuration that the Serverless Framework takes', async () => {
    const api = configuration('shop-api', { functions: { main: { handler: 'main.handler', timeout: 'soon' } } });
    const { of } = await check(applicationOf({ api }, { profile: UNKNOWN }));
    expect(of('api').status, saidOf(of('api'))).toBe('failed');
    expect(saidOf(of('api'))).toMatch(/timeout/);
  });

  it('fails if a plugin of it is not installed', async () => {
    const api = configuration('shop-api', { plugins: ['serverless-plugin-of-nobody'] });
    const { of } = await check(applicationOf({ api }, { profile: UNKNOWN }));
    expect(of('api').status, saidOf(of('api'))).toBe('failed');
    expect(saidOf(of('api'))).toMatch(/serverless-plugin-of-nobody/);
  });

  it('fails if a program that it reads throws', async () => {
    const { of } = await check({
      ...applicationOf({ api: reads('shop-api', '${file(./odd.js):x}') }, { profile: UNKNOWN }),
      'api/odd.js': "module.exports = () => { throw new Error('no goods today'); };\n",
    });
    expect(of('api').status, saidOf(of('api'))).toBe('failed');
  });

  it('keeps the others from nothing', async () => {
    const { of } = await check(
      applicationOf(
        { api: reads('shop-api', '${file(./nothing.yml):x}'), tasks: reads('shop-tasks', '${param:key}') },
        { profile: UNKNOWN },
      ),
    );
    expect(of('tasks').status).toBe('passed');
  });

  it('is refused before anything is packaged if it cannot be read at all', async () => {
    const { step } = await check({
      'serverless-stages.yml': prodFile({ api: {}, tasks: {} }),
      ...folderOf('api', 'service: ['),
      ...folderOf('tasks', configuration('shop-tasks')),
    });
    expectFailure(step, 'E_SERVICE_CONFIG');
    expect(step.outputs['status']).toBe('failed');
  });
});

describe('a service that cannot be packaged without a value', () => {
  it.each([
    ['the timeout of a function', { timeout: '${param:key}' }],
    ['the layer of a function', { layers: ['${param:key}'] }],
    ['the schedule of a function', { events: [{ schedule: '${param:key}' }] }],
  ])('is not asked where it is %s, and only what it reads is named', async (_what, more) => {
    const api = configuration('shop-api', { functions: { main: { handler: 'main.handler', ...more } } });
    const { step, of } = await check(applicationOf({ api }, { profile: UNKNOWN }));
    expectSuccess(step);
    const { status, reason } = of('api');
    if (status === 'passed') return;
    expect({ status, reason }).toEqual({ status: 'not-asked', reason: expect.stringContaining('key') });
    expect(reason).not.toMatch(/token/);
  });
});

describe('parameters below a path', () => {
  const profile = { parameters: { known: 'known' }, 'parameters-path': '/shop/prod/' };

  it('may be there, so a service that reads one is asked', async () => {
    const { step, of } = await check(
      applicationOf({ api: reads('shop-api', '${param:any}/${param:db/host}') }, { profile }),
    );
    expectSuccess(step);
    expect(of('api').status, saidOf(of('api'))).toBe('passed');
  });

  it('make no difference to a literal', async () => {
    const safeguards = [{ safeguard: 'javascript', config: { code: SEES, values: true } }];
    const { of } = await check(
      applicationOf({ api: reads('shop-api', '${param:known}') }, { profile: { ...profile, safeguards } }),
    );
    expect(saidOf(of('api'))).toContain('sees "known"');
  });
});

/** A policy that finds what the variable V of the function is. */
const SEES = `export default ({ template }) => [
  { message: 'sees ' + JSON.stringify(template.Resources.MainLambdaFunction.Properties.Environment.Variables.V) },
];
`;
