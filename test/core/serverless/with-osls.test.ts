import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Parameter } from '../../../core/profile/parameter.ts';
import { packageArguments } from '../../../core/serverless/argv.ts';
import { cliEnvironment } from '../../../core/serverless/environment.ts';
import { checkRoleName, checkTemplateNames } from '../../../core/serverless/names.ts';
import { planHandover } from '../../../core/serverless/parameters.ts';
import { readPackagedService, STATE_FILE } from '../../../core/serverless/state.ts';
import { caught } from '../caught.ts';

const OSLS = fileURLToPath(new URL('../../../node_modules/.bin/osls', import.meta.url));
const VALUES = [
  'two\nlines\n',
  'a${env:HOME}b',
  '$${opt:stage}',
  '\\${x}',
  '\'"`$\\{}',
  ' blanks ',
  '',
  '\r\n\t',
  'é🚀',
  '--stage=prod',
];
const TARGET = { stage: 'feature-login-0pv3fa9c', region: 'eu-central-1' };
const SESSION = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'x',
  account: '111111111111',
  region: TARGET.region,
  arn: 'arn',
};

let folder: string;
let state: string;

/** A service that shows each parameter in an output of its template, and makes a role. */
const serviceFile = `service: shop
provider: { name: aws, runtime: nodejs22.x }
functions: { hello: { handler: hello.handler } }
resources:
  Outputs:
${VALUES.map((_, index) => `    P${index}: { Value: '\${param:p.${index}}' }`).join('\n')}
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'with osls '));
  const service = join(folder, 'service');
  await mkdir(service);
  await writeFile(join(service, 'serverless.yml'), serviceFile);
  await writeFile(join(service, 'hello.js'), 'exports.handler = async () => ({});\n');
  await writeFile(join(folder, 'empty'), '');
  const parameters = VALUES.map(
    (value, index): Parameter => ({ name: `p.${index}`, value, secret: true, source: 'literal' }),
  );
  const handover = planHandover(parameters, join(folder, 'parameters.json'));
  await writeFile(join(folder, 'parameters.json'), JSON.stringify(handover.file));
  const parts = {
    own: process.env,
    session: SESSION,
    emptyFile: join(folder, 'empty'),
    schemaCache: join(folder, 'cache'),
    exported: [],
    pluginContext: join(folder, 'plugin.json'),
  };
  const target = join(folder, 'package');
  await promisify(execFile)(OSLS, packageArguments(TARGET, target, handover.args), {
    cwd: service,
    env: cliEnvironment(parts),
  });
  state = await readFile(join(target, STATE_FILE), 'utf8');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a package that osls made with our arguments, environment and parameters', () => {
  it.each(VALUES.map((value, index) => [value, index] as const))(
    'C1 holds the parameter %j byte for byte',
    (value, index) => {
      const { service } = JSON.parse(state);
      expect(service.provider.compiledCloudFormationTemplate.Outputs[`P${index}`].Value).toBe(value);
    },
  );

  it('is read by its names and its template', () => {
    const { service, stack, resources } = readPackagedService(state, TARGET);
    expect({ service, stack }).toEqual({ service: 'shop', stack: `shop-${TARGET.stage}` });
    expect(readPackagedService(state, TARGET)).toMatchObject({
      stackTags: { STAGE: TARGET.stage },
      decidesProtection: false,
    });
    expect(resources['HelloLambdaFunction']?.Type).toBe('AWS::Lambda::Function');
  });

  it('is refused for another stage', () => {
    expect(caught(() => readPackagedService(state, { ...TARGET, stage: 'prod' })).code).toBe('E_PACKAGE_FAILED');
  });

  it('passes the check of its names', () => {
    const { stack, resources } = readPackagedService(state, TARGET);
    expect(() => checkTemplateNames(stack, resources, TARGET.region)).not.toThrow();
  });

  it('A14 fails the check of its names where service, stage and region take 52 characters', () => {
    const { service, stage, region } = { service: 's'.repeat(20), stage: 't'.repeat(20), region: 'eu-central-1' };
    const { stack, resources } = readPackagedService(state.replaceAll('"shop"', `"${service}"`), TARGET);
    expect(caught(() => checkRoleName({ service, stage, region })).code).toBe('E_NAME_TOO_LONG');
    expect(caught(() => checkTemplateNames(stack, resources, region)).code).toBe('E_NAME_TOO_LONG');
  });
});

describe('readPackagedService', () => {
  const stateWith = (provider: object) =>
    JSON.stringify({
      service: { service: 'shop', provider: { compiledCloudFormationTemplate: {}, ...provider } },
      package: {},
    });

  it.each<[stackTags: unknown, expected: Record<string, string>]>([
    [null, { STAGE: TARGET.stage }],
    [
      { team: 'web', cost: 7 },
      { STAGE: TARGET.stage, team: 'web', cost: '7' },
    ],
    [{ stage: 'mine' }, { stage: 'mine' }],
  ])('gives the stack the tags that osls gives it: %j', (stackTags, expected) => {
    expect(readPackagedService(stateWith({ stackTags }), TARGET).stackTags).toEqual(expected);
  });

  it('knows services that decide about their protection', () => {
    const decides = (deletionProtection: unknown) =>
      readPackagedService(stateWith({ deletionProtection }), TARGET).decidesProtection;
    expect([true, false, { stages: ['prod'] }, null, undefined].map(decides)).toEqual([true, true, true, false, false]);
  });

  it.each(['', '{', 'null', '[]', '{}', '{"service":{}}', '{"service":{"service":"shop","provider":{}}}'])(
    'refuses the state %j',
    (text) => {
      expect(caught(() => readPackagedService(text, TARGET)).code).toBe('E_PACKAGE_FAILED');
    },
  );
});
