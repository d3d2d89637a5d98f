import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deploy, deployInOwnJob, makeApplication, stagesFile, type WholeJob } from './deployment.ts';
import { filesBelow } from './load-profile-run.ts';
import { inFolder, type StubCall, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { expectNoSecret, expectSuccess } from './verdict.ts';

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

function keep(application: Application): Application {
  applications.push(application);
  return application;
}

/** Each is something that a shell, YAML, JSON, the CLI's variables or the runner would read in its own way. */
const TRICKY: Readonly<Record<string, string>> = {
  lines: 'one\ntwo\n\nfour',
  windows: 'one\r\ntwo\r\n',
  trailing_newline: 'value\n',
  blanks: '  blanks around \t ',
  quotes: `'single' "double" $dollar \`tick\` \\ back\\slash`,
  emoji: 'ü-漢-🚀-e\u0301',
  variable: 'a${env:HOME}b${self:service}c${param:lines}',
  doubled: '$${x}',
  escaped: '\\${x} \\\\${y}',
  open: '${',
  braces: '{{resolve}} {{ }} }}',
  pseudo: '${AWS::Region}',
  file: '${file(/etc/hostname)}',
  digits: '007',
  exponent: '1e3',
  truth: 'true',
  nothing: 'null',
  option: '--stage=prod',
  delimiter: 'ghadelimiter_5a609e1d-22d5-4920-b433-42e687f43897',
  injected: 'x\nEOF\nstage=prod\nstatus=unchanged\n',
  command: '::set-output name=status::unchanged\n##[error]no\n',
};
const EMPTY = { empty: '' };

/** Fills variables up to the 4 KB that Lambda allows all variables of a function together (Lambda quotas). */
function withFiller(values: Readonly<Record<string, string>>): Record<string, string> {
  const used = Object.entries({ ...values, filler: '' }).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  return { ...values, filler: 'f'.repeat(4096 - used) };
}

const KINDS = ['literal', 'ssm', 'secret'] as const;
const wanted = {
  literal: withFiller({ ...TRICKY, ...EMPTY }),
  // SSM knows no empty value.
  ssm: withFiller(TRICKY),
  secret: withFiller({ ...TRICKY, ...EMPTY }),
};

/** A service with a function for each kind of parameter, whose variables are the parameters of that kind. */
function tellingService(): string {
  const functions = KINDS.map((kind) => {
    const environment = Object.keys(wanted[kind]).map((name) => [name, `\${param:${kind}.${name}}`]);
    return [kind, { handler: 'index.handler', environment: Object.fromEntries(environment) }];
  });
  return stringify({
    service: 'telling',
    provider: { name: 'aws', runtime: 'nodejs22.x' },
    functions: Object.fromEntries(functions),
  });
}

describe('the value of a parameter', () => {
  let deployment: WholeJob;
  beforeAll(async () => {
    for (const [name, value] of Object.entries(wanted.ssm)) {
      world.aws.ssm.put(ACCOUNTS.dev, REGION, `/telling/ssm.${name}`, value, { type: 'SecureString' });
    }
    const literal = Object.entries(wanted.literal).map(([name, value]) => [`literal.${name}`, value]);
    const secret = Object.keys(wanted.secret).map((name) => [`secret.${name}`, { secret: name.toUpperCase() }]);
    const parameters = { ...Object.fromEntries(literal), ...Object.fromEntries(secret) };
    const application = makeApplication(
      {
        'serverless-stages.yml': stagesFile({ api: 'api' }, { parameters, 'parameters-path': '/telling/' }),
        'api/serverless.yml': tellingService(),
        'api/index.js': 'exports.handler = async () => ({});\n',
      },
      ['osls'],
      'work space-ü',
    );
    const lines = Object.entries(wanted.secret).map(
      ([name, value]) => `${name.toUpperCase()}=${JSON.stringify(value)}`,
    );
    deployment = await deployInOwnJob(world, keep(application).folder, {
      loadInputs: { parameters: lines.join('\n') },
    });
  });

  it.each(KINDS)('C1 C7 I10 arrives in the deployed function byte by byte: %s', (kind) => {
    expectSuccess(deployment.step);
    expect(world.aws.functions.environment(`telling-dev-${kind}`)).toEqual(wanted[kind]);
  });

  it('C2 changes no output of the action', () => {
    const { step } = deployment;
    expect(Object.keys(step.outputs).sort()).toEqual(['error', 'outputs', 'result', 'sarif', 'status', 'url']);
    expect(step.outputs['status']).toBe('deployed');
    expect(JSON.parse(step.outputs['result'] ?? '')).toMatchObject({ stage: 'dev', status: 'deployed' });
    expect(step.env).toEqual({});
  });

  it('is left in no file of the service, the workspace or the runner’s temp folder', () => {
    expect(existsSync(`${applications[0]?.folder}/api/.serverless`)).toBe(false);
    expect(filesBelow(deployment.job.temp)).toEqual([]);
    const { escaped = '', quotes = '' } = TRICKY;
    expectNoSecret(deployment.step, quotes, escaped);
  });
});

/** The parameters that a call handed over: each argument with the pieces of the file put in. */
function handedOver({ argv, files }: StubCall): Record<string, string> {
  const pieces = Object.entries(files).map(([path, { text }]) => [path, JSON.parse(text) as Record<string, string>]);
  const byPath = Object.fromEntries(pieces) as Record<string, Record<string, string>>;
  const words = argv.flatMap((word, index) =>
    word === '--param' ? [argv[index + 1] ?? ''] : word.startsWith('--param=') ? [word.slice(8)] : [],
  );
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      const value = word
        .slice(at + 1)
        .replaceAll(/\$\{file\(([^)]*)\):(\w+)\}/g, (_all, path: string, key: string) => byPath[path]?.[key] ?? '');
      return [word.slice(0, at), value];
    }),
  );
}

describe('many parameters', () => {
  const OSLS = { name: 'osls', version: '4.3.1' } as const;
  const numbered = (count: number, value: (index: number) => string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`k${String(index).padStart(5, '0')}`, value(index)]),
    );

  async function deployMany(name: string, profile: Readonly<Record<string, unknown>>): Promise<StubCall[]> {
    const files = { 'serverless-stages.yml': stagesFile({ api: 'api' }, profile), ...stubCli(OSLS) };
    const application = keep(makeApplication({ ...files, ...inFolder('api', stubService(name)) }, []));
    expectSuccess((await deploy(world, application.folder)).step);
    return stubCalls(application.folder);
  }

  it('C8 C16 of 4 KB each travel by a file of 0600: no argument and no variable holds one', async () => {
    const values = numbered(1000, (index) => `canary-${index}-`.padEnd(4096, 'v'));
    for (const [name, value] of Object.entries(values)) {
      world.aws.ssm.put(ACCOUNTS.dev, REGION, `/many/${name}`, value, { type: 'SecureString' });
    }
    const calls = await deployMany('many', { 'parameters-path': '/many/' });
    expect(calls.map(({ command }) => command)).toEqual(['package', 'deploy']);
    const [packaging] = calls;
    expect(packaging && handedOver(packaging)).toEqual(values);
    for (const { argv, env, files } of calls) {
      expect(JSON.stringify([argv, env])).not.toContain('canary-');
      for (const [path, { mode }] of Object.entries(files)) {
        expect(mode).toBe('600');
        expect(existsSync(path)).toBe(false);
      }
    }
  });

  it('C8 start the CLI also where there are 10,000 of them', async () => {
    const values = numbered(10_000, (index) => `value ${index}`);
    const calls = await deployMany('ten-thousand', { parameters: values });
    expect(calls.map(({ command }) => command)).toEqual(['package', 'deploy']);
    const [packaging] = calls;
    expect(packaging && handedOver(packaging)).toEqual(values);
  });
});

describe('export-env', () => {
  it('gives the CLI the named parameters as variables, and no other', async () => {
    const profile = { parameters: { shown: 'a\nb', hidden: 'hidden-value' }, 'export-env': ['shown'] };
    const application = keep(
      makeApplication(
        {
          'serverless-stages.yml': stagesFile({ api: 'api' }, profile),
          ...stubCli({ name: 'osls', version: '4.3.1' }),
          ...inFolder('api', stubService('exporting')),
        },
        [],
      ),
    );
    expectSuccess((await deploy(world, application.folder)).step);
    for (const { env } of stubCalls(application.folder)) {
      expect(env).toMatchObject({ shown: 'a\nb' });
      expect(JSON.stringify(env)).not.toContain('hidden-value');
    }
  });
});
