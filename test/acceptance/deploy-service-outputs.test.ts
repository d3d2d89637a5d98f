import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { deployInOwnJob, makeApplication, servicesOf, stagesFile, type WholeJob } from './deployment.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

const SECRET = 'canary-output-secret/+=31';
const VALUES = {
  plain: 'hello',
  empty: '',
  long: 'x'.repeat(3000),
  unicode: 'ü-漢-🚀-e\u0301',
  blanks: '  around \t',
  quotes: `'single' "double" \\ back`,
  lines: 'one\r\ntwo\n',
  injected: 'x\nEOF\nghadelimiter_1\nstage=prod\n',
  command: '::set-output name=status::unchanged',
};

let world: World;
let folder: string;
let remove: () => void;
let first: WholeJob;
beforeAll(async () => {
  world = await startWorld();
  world.aws.ssm.put(ACCOUNTS.dev, REGION, '/outputs/key', SECRET, { type: 'SecureString' });
  const values = { ...VALUES, leaky: `https://user:${SECRET}@db.example.com`, encoded: encodeURIComponent(SECRET) };
  const Outputs = Object.fromEntries(Object.entries(values).map(([name, Value]) => [name, { Value }]));
  ({ folder, remove } = makeApplication(
    {
      'serverless-stages.yml': stagesFile({ api: 'api' }, { parameters: { key: { ssm: '/outputs/key' } } }),
      ...stubCli({ name: 'osls', version: '4.3.1' }),
      ...inFolder('api', stubService('outputs-api', { ...QUEUE, Outputs })),
    },
    [],
  ));
  const names = Object.keys(VALUES).map((name) => `api.${name}`);
  first = await deployInOwnJob(world, folder, { inputs: { 'publish-outputs': names.join('\n') } });
});
afterAll(async () => {
  await world.close();
  remove();
});

const publish = (names: string) => deployInOwnJob(world, folder, { inputs: { 'publish-outputs': names } });

describe('the outputs that publish-outputs names', () => {
  it('E25 are handed on byte by byte, and reach the next job', () => {
    expectSuccess(first.step);
    const wanted = Object.fromEntries(Object.entries(VALUES).map(([name, value]) => [`api.${name}`, value]));
    expect(JSON.parse(first.step.outputs['outputs'] ?? '')).toEqual(wanted);
    const sent = first.job.outputs(first.step.outputs);
    expect(sent.warnings).toEqual([]);
    expect(JSON.parse(sent.outputs['outputs'] ?? '')).toEqual(wanted);
  });

  it('C2 E25 change no other output', () => {
    expect(Object.keys(first.step.outputs).sort()).toEqual(['error', 'outputs', 'result', 'sarif', 'status', 'url']);
    expect(first.step.outputs['status']).toBe('deployed');
    expect(servicesOf(first.step)['api']?.outputs).toMatchObject(VALUES);
  });

  it('E24 E25 list those that exist where one is missing', async () => {
    const { step } = await publish('api.plain, api.plane');
    const { message } = expectFailure(step, 'E_OUTPUT_MISSING');
    expect(message).toContain('api.plane');
    for (const name of Object.keys(VALUES)) expect(message).toContain(name);
    expect(step.outputs['outputs'] ?? '').toMatch(/^(\{\})?$/);
  });

  it.each(['leaky', 'encoded'])('H8 E25 are refused where one holds a secret: %s', async (name) => {
    const { job, step } = await publish(`api.plain, api.${name}`);
    const { message } = expectFailure(step, 'E_OUTPUT_MASKED');
    expect(message).toContain(`api.${name}`);
    expectNoSecret(step, SECRET);
    const sent = job.outputs(step.outputs);
    expect(sent.warnings).toEqual([]);
    expect(JSON.stringify(sent.outputs)).not.toContain(SECRET);
  });

  it.each(['plain', 'api.'])('are refused before anything is deployed where they are no names: %s', async (text) => {
    const { step, calls } = await publish(text);
    expectFailure(step, 'E_INPUT');
    expect(step.outputs['status']).toBe('failed');
    expect(changesIn(calls)).toEqual([]);
  });
});

describe('a service that has not changed', () => {
  it('E21 is reported as unchanged, with its outputs', async () => {
    const { step } = await publish('api.plain');
    expectSuccess(step);
    expect(step.outputs['status']).toBe('unchanged');
    expect(servicesOf(step)['api']).toMatchObject({ status: 'unchanged', stackStatus: 'CREATE_COMPLETE' });
    expect(JSON.parse(step.outputs['outputs'] ?? '')).toEqual({ 'api.plain': 'hello' });
    expect(step.summary).toContain('unchanged');
  });
});
