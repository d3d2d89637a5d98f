import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUNTIME_TOKEN } from '../runner/environment.ts';
import { ACCOUNTS, API_KEYS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  ALL_COMMANDS,
  addressOf,
  CLI,
  callOf,
  commandedApplication,
  stepsIn,
} from './deploy-service-commands-application.ts';
import { checkOut, type Deployment, deploy, deployPreview, PREVIEWS } from './deployment.ts';
import { stubCalls } from './stub-cli.ts';
import { expectSuccess } from './verdict.ts';

const ENV = {
  GITHUB_TOKEN: 'canary-github-token-in-env',
  AWS_ACCESS_KEY_ID: 'canary-stray-aws-key-in-env',
  AWS_SECRET_ACCESS_KEY: 'canary-stray-aws-secret-in-env',
  AWS_PROFILE: 'canary-stray-aws-profile-in-env',
  MY_SECRET: 'canary-some-secret-in-env',
};
const PROFILE = {
  parameters: { key: { ssm: '/workshop/dev/endpoint_api_key' }, level: 'debug' },
  'export-env': ['key'],
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the environment of a service’s own commands', () => {
  let folder: string;
  let deployment: Deployment;
  let keys: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = checkOut(world, commandedApplication('told', { services: { api: ALL_COMMANDS }, profile: PROFILE }), CLI);
    deployment = await deploy(world, folder, {
      deployEnv: ENV,
      beforeDeploy: ({ outputs }) => {
        keys = JSON.parse(readFileSync(outputs['credentials-file'] ?? '', 'utf8')) as typeof keys;
        return undefined;
      },
    });
    expectSuccess(deployment.step);
  });
  const envOf = (what: string) => callOf(folder, what, 'api').env;
  const facts = () => ({ STAGE: 'dev', REGION, SERVICE: 'api', COMMIT: world.repository.head('master') });

  it('is of commands that are run in the service’s folder, before its package, and after its stack, verify last', () => {
    expect(stepsIn(folder)).toEqual([
      'before-deploy api',
      'package api',
      'deploy api',
      'after-deploy api',
      'verify api',
    ]);
    for (const { cwd } of stubCalls(folder)) expect(cwd).toBe(`${folder}/api`);
  });

  it('says of what they are, and of outputs once there are some', () => {
    const outputs = {
      SERVICE_URL: addressOf('told', 'api'),
      OUTPUT_greeting: 'one',
      OUTPUT_HttpApiUrl: addressOf('told', 'api'),
    };
    expect(envOf('before-deploy')).toMatchObject(facts());
    expect(Object.keys(envOf('before-deploy')).filter((name) => /^(SERVICE_URL|OUTPUT_)/.test(name))).toEqual([]);
    for (const what of ['after-deploy', 'verify']) expect(envOf(what)).toMatchObject({ ...facts(), ...outputs });
  });

  it('has the role’s keys and the exported parameters for hooks', () => {
    for (const what of ['before-deploy', 'after-deploy']) {
      expect(envOf(what)).toMatchObject({
        AWS_ACCESS_KEY_ID: keys['accessKeyId'],
        AWS_SECRET_ACCESS_KEY: keys['secretAccessKey'],
        AWS_SESSION_TOKEN: keys['sessionToken'],
        AWS_REGION: REGION,
        key: API_KEYS.dev,
      });
    }
  });

  it('E35 has no variable of AWS and no secret for verify', () => {
    expect(Object.keys(envOf('verify')).filter((name) => name.startsWith('AWS_'))).toEqual([]);
    const values = Object.values(envOf('verify')).join('\n');
    for (const secret of [keys['accessKeyId'] ?? '', keys['secretAccessKey'] ?? '', keys['sessionToken'] ?? '']) {
      expect(secret).not.toBe('');
      expect(values).not.toContain(secret);
    }
    expect(values).not.toContain(API_KEYS.dev);
  });

  it('E35 has no token, no input, no state and no command file of the job for any of them', () => {
    const forbidden = /^(ACTIONS_|GITHUB_|INPUT_|STATE_|RUNNER_TEMP$|AWS_PROFILE$|MY_SECRET$|SERVERLESS_)/;
    for (const what of ['before-deploy', 'after-deploy', 'verify']) {
      expect(
        Object.keys(envOf(what)).filter((name) => forbidden.test(name)),
        what,
      ).toEqual([]);
      const values = Object.values(envOf(what)).join('\n');
      for (const secret of [...Object.values(ENV), RUNTIME_TOKEN, world.github.token, world.oidc.requestToken]) {
        expect(values, what).not.toContain(secret);
      }
    }
  });

  it('shows what they said in the log', () => {
    for (const what of ['before-deploy', 'after-deploy', 'verify']) {
      expect(deployment.step.log).toContain(`this is ${what} of api`);
    }
  });
});

describe('the environment in other deployments', () => {
  it('has no outputs before a deploy either where the stack has some already', async () => {
    checkOut(world, commandedApplication('again', { services: { api: ALL_COMMANDS } }), CLI);
    expectSuccess((await deploy(world, checkOut(world, {}, CLI))).step);
    const folder = checkOut(
      world,
      commandedApplication('again', { services: { api: ALL_COMMANDS }, greeting: 'two' }),
      CLI,
    );
    expectSuccess((await deploy(world, folder)).step);
    expect(callOf(folder, 'before-deploy', 'api').env).not.toHaveProperty('OUTPUT_greeting');
    expect(callOf(folder, 'verify', 'api').env).toMatchObject({ OUTPUT_greeting: 'two' });
  });

  it('says which region it is', async () => {
    const regions = [REGION, 'eu-west-1'];
    const files = commandedApplication('regions', { services: { api: ALL_COMMANDS }, profile: { region: regions } });
    const folder = checkOut(world, files, CLI);
    expectSuccess((await deploy(world, folder)).step);
    for (const what of ['before-deploy', 'after-deploy', 'verify']) {
      const calls = stubCalls(folder).filter(({ command }) => command === what);
      expect(calls.map(({ env }) => env['REGION']).sort()).toEqual(regions.toSorted());
      for (const { env } of calls) expect([env['REGION'], undefined]).toContain(env['AWS_REGION']);
    }
  });

  it('says which preview it is, and the commit that a person sees', async () => {
    checkOut(world, commandedApplication('seen', { services: { api: ALL_COMMANDS }, more: PREVIEWS }), CLI);
    const folder = checkOut(world, { 'api/a.txt': 'a' }, CLI, 'feature/seen');
    const { number } = await world.github.pulls.open({ head: 'feature/seen', base: 'master' });
    const { step, stage } = await deployPreview(world, folder, number);
    expectSuccess(step);
    for (const what of ['before-deploy', 'after-deploy', 'verify']) {
      const commit = world.repository.head('feature/seen');
      expect(callOf(folder, what, 'api').env).toMatchObject({ STAGE: stage, COMMIT: commit, SERVICE: 'api' });
    }
    expect(world.aws.stacks.find(`seen-api-${stage}`)?.account).toBe(ACCOUNTS.dev);
  });
});
