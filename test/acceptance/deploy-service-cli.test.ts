import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, type DeployOptions, deploy, makeApplication, stagesFile } from './deployment.ts';
import { inFolder, type StubCli, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

const ACCESS_KEY = 'canary-serverless-access-key-61';
const LICENSE_KEY = 'canary-serverless-license-key-72';

let world: World;
const applications: Application[] = [];
let made = 0;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});
afterEach(() => world.aws.journal.clear());

/** An application of one service whose project has this CLI, or none. */
function applicationWith(stub: StubCli | undefined, profile: Readonly<Record<string, unknown>> = {}): Application {
  made += 1;
  const application = makeApplication(
    {
      'serverless-stages.yml': stagesFile({ api: 'api' }, profile),
      ...inFolder('api', stubService(`cli${made}-api`)),
      ...(stub === undefined ? {} : stubCli(stub)),
    },
    [],
  );
  applications.push(application);
  return application;
}

/** Expects that a deploy with this CLI is refused before AWS is changed, and returns the error's text. */
async function expectRefused(
  stub: StubCli | undefined,
  code: 'E_CLI_MISSING' | 'E_CLI_VERSION' | 'E_CLI_LICENSE' | 'E_PARAMETER',
  options: DeployOptions & { profile?: Readonly<Record<string, unknown>> } = {},
): Promise<{ text: string; application: Application }> {
  const application = applicationWith(stub, options.profile);
  const { step, calls } = await deploy(world, application.folder, options);
  const { message } = expectFailure(step, code);
  expect(step.outputs['status']).toBe('failed');
  expect(changesIn(calls)).toEqual([]);
  return { text: message, application };
}

describe('a project', () => {
  it('E20 without the Serverless Framework is told to install it, before AWS is asked', async () => {
    const { text } = await expectRefused(undefined, 'E_CLI_MISSING');
    expect(text).toContain('api');
    expect(text).toMatch(/osls/);
    expect(world.aws.journal.of('cloudformation')).toEqual([]);
  });

  it.each(
    sampleOf([
      ['osls', '2.1.0'],
      ['serverless', '2.72.3'],
      ['serverless', '5.0.0'],
    ] as const),
  )('E20 with %s %s is told which versions are supported', async (name, version) => {
    const { text, application } = await expectRefused({ name, version }, 'E_CLI_VERSION');
    expect(text).toContain(version);
    expect(stubCalls(application.folder)).toEqual([]);
  });

  it('E20 with serverless 4 and no key is told to set one or to use osls', async () => {
    const { text, application } = await expectRefused({ name: 'serverless', version: '4.41.0' }, 'E_CLI_LICENSE');
    expect(text).toContain('serverless-access-key');
    expect(text).toContain('osls');
    expect(stubCalls(application.folder)).toEqual([]);
  });

  it.each([
    'You must sign in or use a license key with Serverless Framework V.4 and later versions. Please use "serverless login".',
    'Error: Authentication failed: the service answered HTTP 500 Internal Server Error while your access key was checked',
  ])('E20 with serverless 4 that its vendor does not let in is told so: %s', async (said) => {
    const stub = {
      name: 'serverless',
      version: '4.41.0',
      before: `throw new Error(${JSON.stringify(said)});`,
    } as const;
    const { text } = await expectRefused(stub, 'E_CLI_LICENSE', { inputs: { 'serverless-access-key': ACCESS_KEY } });
    expect(text).toMatch(/access key|licen[cs]e|sign in/i);
  });

  it('E20 with serverless 3 is deployed by it', async () => {
    const application = applicationWith({ name: 'serverless', version: '3.40.0' });
    const { step } = await deploy(world, application.folder);
    expectSuccess(step);
    expect(step.outputs['status']).toBe('deployed');
    expect(stubCalls(application.folder).map(({ command }) => command)).toEqual(['package', 'deploy']);
  });

  it('may have its own CLI in the folder of a service, which wins over the one above it', async () => {
    const application = applicationWith({ name: 'osls', version: '2.0.0' });
    const own = stubCli({ name: 'serverless', version: '3.40.0' });
    application.write(Object.fromEntries(Object.entries(own).map(([path, text]) => [`api/${path}`, text])));
    const { step } = await deploy(world, application.folder);
    expectSuccess(step);
  });
});

describe('a key of serverless 4', () => {
  const keys = { 'serverless-access-key': ACCESS_KEY, 'serverless-license-key': LICENSE_KEY };

  it('E20 is in its environment, and in nothing that can be read afterwards', async () => {
    const print = 'console.log("key", process.env.SERVERLESS_ACCESS_KEY, process.env.SERVERLESS_LICENSE_KEY);';
    const application = applicationWith({ name: 'serverless', version: '4.41.0', before: print });
    const { step } = await deploy(world, application.folder, { inputs: keys });
    expectSuccess(step);
    const calls = stubCalls(application.folder);
    expect(calls.map(({ command }) => command)).toEqual(['package', 'deploy']);
    for (const { env } of calls) {
      expect(env).toMatchObject({ SERVERLESS_ACCESS_KEY: ACCESS_KEY, SERVERLESS_LICENSE_KEY: LICENSE_KEY });
    }
    expectNoSecret(step, ACCESS_KEY, LICENSE_KEY);
  });

  it('E20 is in no other CLI’s environment, even where the job has it in its own', async () => {
    const application = applicationWith({ name: 'serverless', version: '3.40.0' });
    const env = { SERVERLESS_ACCESS_KEY: ACCESS_KEY, SERVERLESS_LICENSE_KEY: LICENSE_KEY };
    expectSuccess((await deploy(world, application.folder, { inputs: keys, env })).step);
    for (const call of stubCalls(application.folder)) {
      expect(Object.keys(call.env).filter((name) => /SERVERLESS_(ACCESS|LICENSE)/.test(name))).toEqual([]);
    }
  });

  it.each(sampleOf(['${env:HOME}', 'a${self:service}b', '${param:other}']))(
    'does not help a value that serverless 4 would read as a variable: %s',
    async (value) => {
      const profile = { parameters: { tricky: value } };
      const stub = { name: 'serverless', version: '4.41.0' } as const;
      const { text, application } = await expectRefused(stub, 'E_PARAMETER', { profile, inputs: keys });
      expect(text).toContain('tricky');
      expect(stubCalls(application.folder)).toEqual([]);
    },
  );
});

describe('the arguments of a CLI', () => {
  it('A3 hold stage and region as words of their own, and no shell runs', async () => {
    const application = applicationWith({ name: 'serverless', version: '3.40.0' });
    expectSuccess((await deploy(world, application.folder)).step);
    for (const { argv, cwd } of stubCalls(application.folder)) {
      expect(argv.join(' ')).toMatch(/--stage[ =]dev/);
      expect(argv.join(' ')).toMatch(/--region[ =]us-east-1/);
      expect(cwd.endsWith('/api')).toBe(true);
    }
  });
});
