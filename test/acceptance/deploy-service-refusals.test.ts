import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../core/errors.ts';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, type DeployOptions, deploy, makeApplication, stagesFile } from './deployment.ts';
import { inFolder, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

/** An application whose services have these files, by key; a text is the service's name. */
function applicationOf(services: Readonly<Record<string, string | Record<string, string>>>): Application {
  const files = Object.entries(services).map(([key, given]) =>
    inFolder(key, typeof given === 'string' ? stubService(given) : given),
  );
  const paths = Object.fromEntries(Object.keys(services).map((key) => [key, key]));
  const application = makeApplication(
    {
      'serverless-stages.yml': stagesFile(paths),
      ...stubCli({ name: 'osls', version: '4.3.1' }),
      ...Object.assign({}, ...files),
    },
    [],
  );
  applications.push(application);
  return application;
}

/** Expects a refusal before deploy-service asked AWS for anything or started a CLI; returns the error's text. */
async function expectRefused(
  services: Parameters<typeof applicationOf>[0],
  code: ErrorCode,
  options: DeployOptions = {},
): Promise<string> {
  const { folder } = applicationOf(services);
  const { step, calls } = await deploy(world, folder, options);
  const { message } = expectFailure(step, code);
  expect(step.outputs['status']).toBe('failed');
  expect(calls.map(({ service, action }) => `${service}:${action}`)).toEqual([]);
  expect(stubCalls(folder)).toEqual([]);
  return message;
}

describe('the names of a service', () => {
  const withFunction = (name: string) => ({
    ...stubService(name),
    'serverless.yml': `service: ${name}\nprovider: { name: aws }\nfunctions: { hello: { handler: index.handler } }\n`,
  });
  // Stage and region take 3 and 9 of the 51 characters (facts of the lambdaRole's name).
  const nameOf = (sum: number) => 'n'.repeat(sum - 'dev'.length - REGION.length);

  it('A14 of 52 characters with stage and region are refused before any call, with the limit and how much is over', async () => {
    const text = await expectRefused({ api: withFunction(nameOf(52)) }, 'E_NAME_TOO_LONG');
    expect(text).toContain(nameOf(52));
    expect(text).toContain('51');
    expect(text).toMatch(/\b1\b/);
  });

  it('A14 of 51 characters are deployed', async () => {
    const { step } = await deploy(world, applicationOf({ api: withFunction(nameOf(51)) }).folder);
    expectSuccess(step);
  });

  it('A14 of any length are refused where one of several is too long, and none is deployed', async () => {
    await expectRefused({ good: 'good', long: withFunction(nameOf(52)) }, 'E_NAME_TOO_LONG');
    expect(world.aws.stacks.find('good-dev')).toBeUndefined();
  });

  it('A14 that the packaged template holds are checked before the deploy', async () => {
    const FunctionName = `f-${'x'.repeat(63)}`;
    const template = { Resources: { Hello: { Type: 'AWS::Lambda::Function', Properties: { FunctionName } } } };
    const { step, calls } = await deploy(world, applicationOf({ api: stubService('named', template) }).folder);
    const { message } = expectFailure(step, 'E_NAME_TOO_LONG');
    expect(message).toContain(FunctionName);
    expect(message).toContain('64');
    expect(changesIn(calls)).toEqual([]);
  });

  it('B11 are refused where two services have the same one', async () => {
    const text = await expectRefused({ one: 'same', two: 'same', three: 'other' }, 'E_STACK_COLLISION');
    for (const word of ['one', 'two', 'same']) expect(text).toContain(word);
  });

  it('B11 are refused where two services come to the same one only when they are packaged', async () => {
    const late = { ...stubService('${self:custom.name}'), 'resolved-name.txt': 'late' };
    const { step } = await deploy(world, applicationOf({ one: late, two: late }).folder);
    const { message } = expectFailure(step, 'E_STACK_COLLISION');
    for (const word of ['one', 'two', 'late']) expect(message).toContain(word);
    expect(world.aws.stacks.list().filter(({ name }) => name === 'late-dev').length).toBeLessThan(2);
  });
});

describe('the input services', () => {
  it('is refused with the nearest key where a service is unknown', async () => {
    const services = { restapi: 'u-restapi', tasks: 'u-tasks' };
    const text = await expectRefused(services, 'E_SERVICE_UNKNOWN', { inputs: { services: 'tasks, restapy' } });
    expect(text).toContain('restapy');
    expect(text).toMatch(/did you mean "?restapi/);
  });

  it('chooses services, on lines or between commas', async () => {
    const { folder } = applicationOf({ one: 'c-one', two: 'c-two', three: 'c-three' });
    const { step } = await deploy(world, folder, { inputs: { services: 'one\n three,' } });
    expectSuccess(step);
    expect(stubCalls(folder).filter(({ command }) => command === 'deploy')).toHaveLength(2);
    expect(world.aws.stacks.find('c-two-dev')).toBeUndefined();
  });
});

describe('the files of load-profile', () => {
  const one = { api: 'files-api' };

  it('D8 are refused where the credentials are those of another account', async () => {
    const keys = world.aws.addUser(ACCOUNTS.staging);
    const text = await expectRefused(one, 'E_WRONG_ACCOUNT', {
      beforeDeploy: (profile, job) => {
        const held = JSON.parse(readFileSync(profile.outputs['credentials-file'] ?? '', 'utf8')) as object;
        const file = join(job.temp, 'other.json');
        const arn = `arn:aws:iam::${ACCOUNTS.staging}:user/test`;
        const { sessionToken: _none, ...rest } = held as { sessionToken?: string };
        writeFileSync(file, JSON.stringify({ ...rest, ...keys, account: ACCOUNTS.staging, arn }));
        return { 'credentials-file': file };
      },
    });
    expect(text).toContain(ACCOUNTS.staging);
    expect(text).toContain(ACCOUNTS.dev);
  });

  it.each(['credentials-file', 'parameters-file'] as const)('are refused by the input’s name: %s', async (input) => {
    const broken: Record<string, string> = {
      'is not there': '/nowhere/at/all.json',
      'is a folder': '/',
      'is empty': '',
      'is no JSON': '{ canary-in-file',
      'is other JSON': '{"name":"canary-in-file"}',
      'is a list of other things': '[{"canary-in-file": 1}]',
    };
    for (const [what, text] of Object.entries(broken)) {
      const beforeDeploy: DeployOptions['beforeDeploy'] = (_profile, job) => {
        const file = join(job.temp, 'foreign.json');
        writeFileSync(file, text);
        return { [input]: text.startsWith('/') || text === '' ? text : file };
      };
      const { folder } = applicationOf(one);
      const { step, calls } = await deploy(world, folder, { beforeDeploy });
      expect(expectFailure(step, 'E_INPUT').message, what).toContain(input);
      expect(calls).toEqual([]);
      expectNoSecret(step, 'canary-in-file');
    }
  });
});

describe('the input concurrency', () => {
  it.each(sampleOf(['0', '-1', 'many', '1.5']))(
    'B12 is refused where it is no number of services: %s',
    async (concurrency) => {
      const text = await expectRefused({ api: 'n-api' }, 'E_INPUT', { inputs: { concurrency } });
      expect(text).toContain('concurrency');
    },
  );

  const four = (name: string) => ({ a: `${name}-a`, b: `${name}-b`, c: `${name}-c`, d: `${name}-d` });

  it('of 4 works on four services at once', async () => {
    const application = applicationOf(four('at-once'));
    // Each waits for the other three: one that is started alone ends with an error.
    const before = `if (command === 'deploy') {
      fs.writeFileSync(path.join(workspace, 'here-' + path.basename(process.cwd())), '');
      for (let n = 0; fs.readdirSync(workspace).filter((each) => each.startsWith('here-')).length < 4; n += 1) {
        if (n > 500) throw new Error('the others did not come');
        await sleep(20);
      }
    }`;
    application.write(stubCli({ name: 'osls', version: '4.3.1', before }));
    const { step } = await deploy(world, application.folder);
    expectSuccess(step);
    expect(step.outputs['status']).toBe('deployed');
  });

  it('of 1 works on one service after the other', async () => {
    const application = applicationOf(four('one-by-one'));
    const before = `const lock = path.join(workspace, 'running');
      fs.mkdirSync(lock); process.on('exit', () => fs.rmdirSync(lock)); await sleep(50);`;
    application.write(stubCli({ name: 'osls', version: '4.3.1', before }));
    const { step } = await deploy(world, application.folder, { inputs: { concurrency: '1' } });
    expectSuccess(step);
    const order = stubCalls(application.folder).map(({ command, cwd }) => `${command} ${cwd.at(-1)}`);
    expect(order).toEqual(['a', 'b', 'c', 'd'].flatMap((key) => [`package ${key}`, `deploy ${key}`]));
  });
});
