import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { deployInOwnJob, makeApplication, outputOf, stagesFile, type WholeJob, written } from './deployment.ts';
import { findSecrets } from './secret-forms.ts';
import { inFolder, QUEUE, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const SECRETS = {
  SecureString: 'canary/ssm+key="71"&x=ü',
  PEM: '-----BEGIN PRIVATE KEY-----\ncanaryMIIEvQIBADANBgkqhkiG9w0\ncanaryG9w0BAQEFAASCBKcwggSjAg\n-----END PRIVATE KEY-----\n',
  'PARAMETERS entry': 'canary-entry\\with$everything%20',
};

/** Prints every secret in every form, whole and in pieces with pauses, on both streams. */
const TELL = `
  const secrets = ${JSON.stringify(Object.values(SECRETS))};
  for (const secret of secrets) {
    const shifted = ['', 'x', 'xy'].map((before) => Buffer.from(before + secret + '-after').toString('base64'));
    const forms = [secret, ...secret.split('\\n'), ...shifted, ...shifted.map((each) => each.replaceAll('+', '-').replaceAll('/', '_')),
      encodeURIComponent(secret), new URLSearchParams({ v: secret }).toString(), JSON.stringify(secret), JSON.stringify({ secret }, null, 2)];
    for (const form of forms) {
      console.log('out ' + form + ' end');
      console.error('err ' + form + ' end');
    }
    for (const form of [secret, shifted[0], encodeURIComponent(secret)]) {
      for (const at of [1, 5, form.length - 2]) {
        process.stdout.write('piece ' + form.slice(0, at));
        await sleep(30);
        process.stdout.write(form.slice(at) + '\\n');
      }
    }
    process.stdout.write(secret);
    await sleep(30);
  }
  console.log('session', process.env.AWS_SECRET_ACCESS_KEY, process.env.AWS_SESSION_TOKEN);
`;

let world: World;
const removals: (() => void)[] = [];
beforeAll(async () => {
  world = await startWorld();
  for (const [name, value] of [
    ['key', SECRETS.SecureString],
    ['pem', SECRETS.PEM],
  ] as const) {
    world.aws.ssm.put(ACCOUNTS.dev, REGION, `/secrets/${name}`, value, { type: 'SecureString' });
  }
});
afterAll(async () => {
  await world.close();
  for (const remove of removals) remove();
});

interface Told extends WholeJob {
  /** Every secret of the run by name, those of its session too. */
  readonly secrets: Readonly<Record<string, string>>;
}

async function deployTelling(name: string, when: 'package' | 'deploy', fail = ''): Promise<Told> {
  const parameters = { entry: { secret: 'ENTRY' } };
  const tell = `if (command === '${when}') { ${TELL} ${fail} }`;
  const leaky = Object.entries(SECRETS).map(([key, Value]) => [key.replaceAll(/\W/g, ''), { Value: `at ${Value}` }]);
  const application = makeApplication(
    {
      'serverless-stages.yml': stagesFile({ api: 'api' }, { parameters, 'parameters-path': '/secrets/' }),
      ...stubCli({ name: 'osls', version: '4.3.1', before: tell }),
      ...inFolder('api', stubService(name, { ...QUEUE, Outputs: Object.fromEntries(leaky) })),
    },
    [],
  );
  removals.push(application.remove);
  let session = { secretAccessKey: '', sessionToken: '' };
  const deployment = await deployInOwnJob(world, application.folder, {
    loadInputs: { parameters: `ENTRY=${JSON.stringify(SECRETS['PARAMETERS entry'])}` },
    beforeDeploy: (profile) => {
      session = JSON.parse(readFileSync(profile.outputs['credentials-file'] ?? '', 'utf8')) as typeof session;
      return undefined;
    },
  });
  expect(stubCalls(application.folder).map(({ command }) => command)).toContain(when);
  return { ...deployment, secrets: { ...SECRETS, key: session.secretAccessKey, token: session.sessionToken } };
}

/** Expects that no secret stands anywhere in what the steps of a run leave or show. */
function expectSilent({ profile, step, posts, secrets }: Told): void {
  expect(findSecrets(written(profile, step, ...posts), secrets)).toEqual([]);
}

describe('a secret', () => {
  it('E38 that comes back in outputs of the stack and in what the CLI prints stands nowhere', async () => {
    const told = await deployTelling('secret-outputs', 'deploy');
    expectSuccess(told.step);
    const [{ key } = { key: '' }] = world.aws.stacks.find('secret-outputs-dev')?.outputs ?? [];
    expect(outputOf(world, 'secret-outputs-dev', key)).toContain(SECRETS.SecureString);
    expect(told.step.log).toContain('out *** end');
    expectSilent(told);
  });

  it('E38 that comes back in the reason of an event stands nowhere, and the rest of the reason does', async () => {
    const reason = `the key ${SECRETS.SecureString} of ${Buffer.from(SECRETS['PARAMETERS entry']).toString('base64')} is refused`;
    world.aws.faults.failResource({ stack: 'secret-event-dev', logicalId: 'Queue', on: 'create', reason });
    const told = await deployTelling('secret-event', 'deploy');
    const { message } = expectFailure(told.step, 'E_DEPLOY_FAILED');
    expect(message).toMatch(/the key \*+ of \*+.* is refused/);
    expectSilent(told);
  });

  it('E38 that the CLI says while packaging fails stands nowhere', async () => {
    const told = await deployTelling(
      'secret-package',
      'package',
      'throw new Error("Cannot resolve " + secrets[0] + " and " + secrets[1]);',
    );
    expectFailure(told.step, 'E_PACKAGE_FAILED');
    expectSilent(told);
  });

  it('E38 C17 stands nowhere in a debug run either', async () => {
    const application = makeApplication(
      {
        'serverless-stages.yml': stagesFile({ api: 'api' }, { 'parameters-path': '/secrets/' }),
        ...stubCli({ name: 'osls', version: '4.3.1', before: TELL }),
        ...inFolder('api', stubService('secret-debug')),
      },
      [],
    );
    removals.push(application.remove);
    const { profile, step, posts } = await deployInOwnJob(world, application.folder, { context: { debug: true } });
    expectSuccess(step);
    const { 'PARAMETERS entry': _notHere, ...secrets } = SECRETS;
    expect(findSecrets(written(profile, step, ...posts), secrets)).toEqual([]);
  });
});
