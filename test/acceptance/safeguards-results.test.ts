import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, type Deployment, deploy, servicesOf, stagesFile, statusesOf } from './deployment.ts';
import { callsOf, checkedOf, errorOf, OSLS, rowsWith, verdictsOf } from './safeguards-checked.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, changesIn, expectNoSecret, expectSuccess } from './verdict.ts';

/** What looks like a key of AWS, and is none. */
const KEY = ['AKIA', 'Z2J4N7Q5W6R3T4Y7'].join('');
const DESCRIBED = 'Takes what people hand in, and keeps it for later.';

/** Two findings of errors and one warning, at a function, at another one, and at a resource. */
const BROKEN = `# A service with three findings.
service: results-broken
provider:
  name: aws
  runtime: nodejs22.x

functions:
  keeper:
    handler: index.keep
    description: ${DESCRIBED}
    environment:
      ACCESS: ${KEY}
  bare:
    handler: index.bare

resources:
  Resources:
    Files:
      Type: AWS::S3::Bucket
      Properties:
        AccessControl: PublicRead
`;
const lineOf = (text: string, file = BROKEN) => file.split('\n').findIndex((line) => line.trim() === text) + 1;

const topic = (name: string) => ({
  Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: name } } },
});
const service = (name: string, resources: object) =>
  JSON.stringify({ service: name, provider: { name: 'aws', runtime: 'nodejs22.x' }, resources }, undefined, 2);
const PUBLIC = { Resources: { Pages: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } } } };

const SAFEGUARDS = [
  'require-description',
  { title: 'Buckets are private', safeguard: 'no-public-bucket', enforcementLevel: 'warning' },
  { title: 'Only in Ireland', safeguard: 'allowed-regions', stage: ['prod'], config: ['eu-west-1'] },
  { 'allowed-runtimes': ['nodejs22.x'] },
  'stage-in-names',
  'no-secret-env-vars',
];
const WAIVER = { safeguard: 'stage-in-names', service: 'waived', resource: 'Topic', owner: 'platform team' };

let world: World;
let run: Deployment;
beforeAll(async () => {
  world = await startWorld();
  const services = {
    broken: 'broken',
    needing: { path: 'needing', 'depends-on': ['broken'] },
    warned: 'warned',
    waived: 'waived',
  };
  const waivers = [{ ...WAIVER, reason: 'the bus of the company', until: '2099-12-31' }];
  const folder = checkOut(
    world,
    {
      'serverless-stages.yml': stagesFile(services, { safeguards: SAFEGUARDS }, { app: 'results', waivers }),
      'broken/serverless.yml': BROKEN,
      'broken/index.js': 'exports.keep = exports.bare = async () => 1;\n',
      'needing/serverless.json': service('results-needing', QUEUE),
      'warned/serverless.json': service('results-warned', PUBLIC),
      'waived/serverless.json': service('results-waived', topic('company-bus')),
    },
    OSLS,
    'results',
  );
  run = await deploy(world, folder);
});
afterAll(() => world.close());

describe('a profile with several safeguards', () => {
  it('I1 keeps a service with an error from being deployed, and touches nothing of its stack', () => {
    const { step, calls } = run;
    expect(step.exitCode).not.toBe(0);
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: \S.* – \S/);
    expect(errorOf(step)).toContain('broken');
    expect(servicesOf(step)['broken']).toMatchObject({ status: 'failed', error: { code: 'E_SAFEGUARD' } });
    expect(changesIn(callsOf(calls, 'results-broken-dev'))).toEqual([]);
    expect(world.aws.stacks.list().map(({ name }) => name)).not.toContain('results-broken-dev');
  });

  it('I1 deploys its siblings, also with a warning, and does not start what needs it', () => {
    expect(statusesOf(run.step)).toEqual({
      broken: 'failed',
      needing: 'not-started',
      warned: 'deployed',
      waived: 'deployed',
    });
    expect(world.aws.stacks.find('results-warned-dev')?.resources.has('Pages')).toBe(true);
    expect(world.aws.stacks.find('results-needing-dev')).toBeUndefined();
  });

  it('is evaluated as a whole though the first one fails, and skips what is for another stage', () => {
    expect(verdictsOf(run.step, 'broken')).toEqual({
      'no-unresolved-variables': 'passed',
      'no-stateful-replacement': 'passed',
      'require-description': 'failed',
      'Buckets are private': 'warned',
      'Only in Ireland': 'skipped',
      'allowed-runtimes': 'passed',
      'stage-in-names': 'passed',
      'no-secret-env-vars': 'failed',
    });
    expect(checkedOf(run.step, 'warned')['Buckets are private']?.status).toBe('warned');
    expect(checkedOf(run.step, 'waived')['stage-in-names']?.status).toBe('waived');
  });

  it('has its results in the output, each finding with its resource, its line and what to change', () => {
    const { 'require-description': description, 'Buckets are private': buckets } = checkedOf(run.step, 'broken');
    expect(description).toMatchObject({
      id: 'require-description',
      findings: [{ function: 'bare', level: 'error', fix: expect.stringMatching(/\S/) }],
    });
    const place = { file: 'broken/serverless.yml', line: lineOf('bare:') };
    expect(description?.findings[0]?.place).toEqual(place);
    expect(buckets).toMatchObject({ id: 'no-public-bucket', findings: [{ resource: 'Files', level: 'warning' }] });
  });

  it('is in the summary: what passed, warned, failed, was skipped, and was waived until when', () => {
    const { step } = run;
    expect(rowsWith(step, 'require-description', 'failed', 'broken', 'bare')).toHaveLength(1);
    expect(rowsWith(step, 'no-secret-env-vars', 'failed', 'broken', 'ACCESS')).toHaveLength(1);
    expect(rowsWith(step, 'Buckets are private', 'warned', 'broken', 'Files')).toHaveLength(1);
    expect(rowsWith(step, 'Buckets are private', 'warned', 'warned', 'Pages')).toHaveLength(1);
    expect(rowsWith(step, 'stage-in-names', 'waived until 2099', 'platform team')).toHaveLength(1);
    expect(step.summary).toMatch(/passed.*allowed-runtimes/);
    expect(step.summary).toMatch(/skipped.*Only in Ireland/);
  });

  it('is annotated at the function and at the resource, in YAML and in JSON', () => {
    const places = run.step.annotations
      .filter(({ level, properties }) => level !== 'notice' && properties['file'] !== undefined)
      .map(({ level, properties: { file, line } }) => `${level} ${file}:${line}`);
    const pages = lineOf('"Pages": {', service('results-warned', PUBLIC));
    const expected = [
      `error broken/serverless.yml:${lineOf('bare:')}`,
      `error broken/serverless.yml:${lineOf('keeper:')}`,
      `warning broken/serverless.yml:${lineOf('Files:')}`,
      `warning warned/serverless.json:${pages}`,
    ];
    expect(places.sort()).toEqual(expected.sort());
  });

  it('I5 names the variable and never its value', () => {
    expect(annotationsOf(run.step, 'error').map(({ message }) => message)).toContainEqual(
      expect.stringContaining('ACCESS'),
    );
    expectNoSecret(run.step, KEY);
  });
});

describe('an update that a safeguard forbids', () => {
  it('I1 leaves the stack as it is', async () => {
    const STUB = stubCli({ name: 'osls', version: '4.3.1' });
    const files = (resources: object) => ({
      'serverless-stages.yml': stagesFile({ api: 'api' }, { safeguards: ['no-public-bucket'] }, { app: 'updated' }),
      ...inFolder('api', stubService('updated', { Resources: { ...QUEUE.Resources, ...resources } })),
    });
    expectSuccess((await deploy(world, checkOut(world, files({}), STUB, 'updated'))).step);
    const before = structuredClone(world.aws.stacks.find('updated-dev')?.events);
    const { step, calls } = await deploy(world, checkOut(world, files(PUBLIC.Resources), STUB, 'updated'));
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: /);
    expect(changesIn(calls)).toEqual([]);
    expect(world.aws.stacks.find('updated-dev')?.events).toEqual(before);
  });
});

describe('a configuration that is a program', () => {
  it('has findings and annotations without a line', async () => {
    const typed = `const configuration = {
  service: 'results-typed',
  provider: { name: 'aws', runtime: 'nodejs22.x' },
  functions: { bare: { handler: 'index.bare' } },
};
module.exports = configuration;
`;
    const configuration = stagesFile({ typed: 'typed' }, { safeguards: ['require-description'] }, { app: 'typed' });
    const code = { 'typed/serverless.ts': typed, 'typed/index.js': 'exports.bare = async () => 1;\n' };
    const folder = checkOut(world, { 'serverless-stages.yml': configuration, ...code }, OSLS, 'typed');
    const { step } = await deploy(world, folder);
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: .*require-description/);
    expect(checkedOf(step, 'typed')['require-description']?.findings).toMatchObject([{ function: 'bare' }]);
    expect(checkedOf(step, 'typed')['require-description']?.findings[0]?.place).not.toHaveProperty('line');
    for (const { properties } of step.annotations) expect(properties).not.toHaveProperty('line');
  });
});
