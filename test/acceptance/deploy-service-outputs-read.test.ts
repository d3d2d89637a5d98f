import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Files, writeFiles } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  checkOut,
  type Deployment,
  deploy,
  deployInOwnJob,
  deployPreview,
  makeApplication,
  outputOf,
  PREVIEWS,
  servicesOf,
  stagesFile,
  statusesOf,
  written,
} from './deployment.ts';
import { findSecrets } from './secret-forms.ts';
import { inFolder, outputsService, QUEUE, stubCli } from './stub-cli.ts';
import { annotationsOf, changesIn, expectFailure, expectSuccess } from './verdict.ts';

const CLI = stubCli({ name: 'osls', version: '4.3.1', readsParameters: true });

let world: World;
const removals: (() => void)[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const remove of removals) remove();
});

/** A service `writer` with these outputs and a service `reader` with those, which may read them. */
function pair(app: string, writes: Readonly<Record<string, string>>, reads: Readonly<Record<string, string>>) {
  return {
    ...inFolder('writer', outputsService(`${app}-writer`, writes)),
    ...inFolder('reader', outputsService(`${app}-reader`, reads)),
  };
}

type Outputs = Readonly<Record<string, string>>;
interface PairOptions {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly services?: string;
  readonly install?: readonly string[];
}

/** The folder of an application with both. */
function folderOf(app: string, writes: Outputs, reads: Outputs, more: PairOptions = {}): string {
  const { parameters = {}, install = [] } = more;
  const configuration = stagesFile({ reader: 'reader', writer: 'writer' }, { parameters }, { app });
  const files = { 'serverless-stages.yml': configuration, ...pair(app, writes, reads) };
  const application = makeApplication(install.length > 0 ? files : { ...CLI, ...files }, install);
  removals.push(application.remove);
  return application.folder;
}

function deployPair(app: string, writes: Outputs, reads: Outputs, more: PairOptions = {}): Promise<Deployment> {
  return deploy(world, folderOf(app, writes, reads, more), { inputs: { services: more.services ?? 'all' } });
}

describe('an output that is read', () => {
  it('E24 and missing is an error that names service, stage and output, and lists those that exist', async () => {
    const { step } = await deployPair('missing', { tableName: 't', tableArn: 'a' }, { got: '${param:writer.table}' });
    const { message } = expectFailure(step, 'E_OUTPUT_MISSING');
    for (const text of ['writer', 'dev', 'table', 'tableName', 'tableArn']) expect(message).toContain(text);
    expect(statusesOf(step)).toEqual({ reader: 'failed', writer: 'deployed' });
    expect(world.aws.stacks.find('missing-reader-dev')).toBeUndefined();
  });

  it('of a service that the stage does not have yet is there in time: the service is deployed too', async () => {
    const { step } = await deployPair(
      'absent',
      { table: 't' },
      { got: '${param:writer.table}' },
      { services: 'reader' },
    );
    expectSuccess(step);
    expect(statusesOf(step)).toEqual({ reader: 'deployed', writer: 'deployed' });
    expect(outputOf(world, 'absent-reader-dev', 'got')).toBe('t');
  });

  it('E24 of a service that the stage is not to have is an error that names service, stage and output', async () => {
    const stages = { dev: { profile: 'dev', branch: 'master', services: ['reader'] } };
    const configuration = stagesFile({ reader: 'reader', writer: 'writer' }, {}, { app: 'apart', stages });
    const files = pair('apart', { table: 't' }, { got: '${param:writer.table}' });
    const application = makeApplication({ ...CLI, ...files, 'serverless-stages.yml': configuration }, []);
    removals.push(application.remove);
    const { step, calls } = await deploy(world, application.folder);
    const { message } = expectFailure(step, 'E_OUTPUT_MISSING');
    for (const text of ['writer', 'dev', 'table']) expect(message).toContain(text);
    expect(changesIn(calls)).toEqual([]);
  });
});

/** Names of outputs hold letters and digits only. */
const VALUES: Readonly<Record<string, string>> = {
  long: 'x'.repeat(3000),
  empty: '',
  unicode: 'ü-漢-🚀-e\u0301',
  quotes: `'single' "double" \\ back \\" $dollar \`tick\``,
  lines: 'one\r\ntwo\n',
  blanks: '  around \t',
  variable: 'a${env:HOME}b${self:service}c${param:reader}d',
  escaped: '\\${x} $${y} ${',
  file: '${file(/etc/hostname)}',
  command: '::error::no\n::set-output name=status::unchanged',
  option: '--stage=prod',
  number: '007',
};

describe('the value of an output', () => {
  const parameters = Object.fromEntries(Object.entries(VALUES).map(([name, value]) => [`given_${name}`, value]));
  const names = Object.keys(VALUES);
  const writes = Object.fromEntries(names.map((name) => [name, `\${param:given_${name}}`]));
  const reads = Object.fromEntries(names.map((name) => [name, `\${param:writer.${name}}`]));

  it.each([
    ['the stub', 'bytes-stub', []],
    ['osls', 'bytes-osls', ['osls']],
  ] as const)('E25 arrives in the template of its reader byte by byte: %s', async (_cli, app, install) => {
    const { step } = await deployPair(app, writes, reads, { parameters, install });
    expectSuccess(step);
    const got = Object.fromEntries(names.map((name) => [name, outputOf(world, `${app}-reader-dev`, name)]));
    expect(got).toEqual(VALUES);
    expect(step.outputs['status']).toBe('deployed');
  });

  it('E38 that holds a secret parameter arrives, and stands in no log, result, summary or record', async () => {
    const secret = 'canary/output+read="52"&x=ü';
    world.aws.ssm.put(ACCOUNTS.dev, REGION, '/read/key', secret, { type: 'SecureString' });
    const folder = folderOf(
      'secret',
      { url: 'https://user:${param:key}@db.example.com', coded: '${param:key}' },
      { url: '${param:writer.url}', coded: '${param:writer.coded}' },
      { parameters: { key: { ssm: '/read/key' } } },
    );
    const deployment = await deployInOwnJob(world, folder, { inputs: { services: 'all' } });
    expectSuccess(deployment.step);
    expect(outputOf(world, 'secret-reader-dev', 'url')).toBe(`https://user:${secret}@db.example.com`);
    const { profile, step, posts } = deployment;
    const records = world.aws.ssm
      .list(ACCOUNTS.dev, REGION)
      .filter(({ name }) => name.startsWith('/serverless-stages/secret/'))
      .flatMap(({ name, versions }) => versions.map(({ value }, index) => [`${name}:${index}`, value] as const));
    expect(records.length).toBeGreaterThan(3);
    const places = { ...written(profile, step, ...posts), ...Object.fromEntries(records) };
    expect(findSecrets(places, { secret })).toEqual([]);
  });
});

describe('a preview whose service reads the output of another', () => {
  const configured = (shared: Readonly<Record<string, unknown>>, app: string) =>
    stagesFile({ reader: 'reader', writer: { path: 'writer', ...shared } }, {}, { app, ...PREVIEWS });
  const reader = { value: '${param:writer.value}' };

  const CHANGED = { 'reader/changed.txt': 'changed' };
  const ownWriter = (app: string) => inFolder('writer', outputsService(`${app}-writer`, { value: 'its own' }));

  /** Deploys `dev`, unless `base` is false, lets `base` happen, and deploys the preview of a branch with these changes. */
  async function preview(app: string, shared: object, changes: Files, base: boolean | (() => void) = true) {
    const files = {
      'serverless-stages.yml': configured({ ...shared }, app),
      ...pair(app, { value: 'of dev' }, reader),
    };
    const dev = checkOut(world, files, CLI);
    if (base !== false) expectSuccess((await deploy(world, dev)).step);
    if (typeof base === 'function') base();
    const folder = checkOut(world, changes, CLI, `reading/${app}`);
    const { number } = await world.github.pulls.open({ head: `reading/${app}`, base: 'master' });
    return deployPreview(world, folder, number);
  }

  it.each(
    sampleOf([
      ['from dev where it has none of its own', 'from-dev', {}, CHANGED],
      ['from dev where the other is shared', 'from-shared', { shared: true }, CHANGED],
      [
        'from dev where the other, that it changed, never gets a copy',
        'from-always',
        { shared: 'always' },
        { ...CHANGED, ...ownWriter('from-always') },
      ],
    ] as const),
  )('gets it %s', async (_what, app, shared, changes) => {
    const { stage, step } = await preview(app, shared, changes);
    expectSuccess(step);
    expect(statusesOf(step)).toEqual({ reader: 'deployed', writer: 'left-out' });
    expect(servicesOf(step)['reader']?.reads).toEqual([{ service: 'writer', stage: 'dev' }]);
    expect(outputOf(world, `${app}-reader-${stage}`, 'value')).toBe('of dev');
    expect(step.summary).toMatch(/\| reader \|.*reads writer from dev/);
    expect(world.aws.stacks.find(`${app}-writer-${stage}`)).toBeUndefined();
  });

  it.each([
    ['own', {}],
    ['own-shared', { shared: true }],
  ])('gets it from its own stage where it changed the other: %s', async (app, shared) => {
    const { stage, step } = await preview(app, shared, { ...CHANGED, ...ownWriter(app) });
    expectSuccess(step);
    expect(statusesOf(step)).toEqual({ reader: 'deployed', writer: 'deployed' });
    expect(servicesOf(step)['reader']?.reads).toEqual([{ service: 'writer', stage }]);
    expect(outputOf(world, `${app}-reader-${stage}`, 'value')).toBe('its own');
    expect(outputOf(world, `${app}-writer-dev`, 'value')).toBe('of dev');
  });

  it.each([
    ['does not have it either', 'too-new', false],
    ['has lost its stack', 'too-gone', () => world.aws.stacks.setStatus('too-gone-writer-dev', 'DELETE_COMPLETE')],
  ])('has the other deployed too where dev %s', async (_what, app, base) => {
    const { stage, step } = await preview(app, { shared: true }, CHANGED, base);
    expectSuccess(step);
    expect(statusesOf(step)).toEqual({ reader: 'deployed', writer: 'deployed' });
    expect(servicesOf(step)['writer']?.reason).toMatch(/reader/);
    expect(servicesOf(step)['reader']?.reads).toEqual([{ service: 'writer', stage }]);
    expect(outputOf(world, `${app}-reader-${stage}`, 'value')).toBe('of dev');
  });

  it('E24 fails where dev has the other, but not that output of it', async () => {
    const changes = inFolder('reader', outputsService('lacking-reader', { value: '${param:writer.other}' }));
    const { stage, step } = await preview('lacking', {}, changes);
    const { message } = expectFailure(step, 'E_OUTPUT_MISSING');
    for (const text of ['writer', 'dev', 'other', 'value']) expect(message).toContain(text);
    expect(world.aws.stacks.find(`lacking-reader-${stage}`)).toBeUndefined();
  });

  it('E24 fails where dev does not have it, and it never gets a copy', async () => {
    const { stage, step } = await preview('nowhere', { shared: 'always' }, CHANGED, false);
    const { message } = expectFailure(step, 'E_OUTPUT_MISSING');
    for (const text of ['writer', 'dev', 'value']) expect(message).toContain(text);
    expect(world.aws.stacks.find(`nowhere-reader-${stage}`)).toBeUndefined();
    expect(world.aws.stacks.find(`nowhere-writer-${stage}`)).toBeUndefined();
  });
});

describe('an output that is not ASCII', () => {
  it('is refused to readers where it is exported: CloudFormation gives "?" for it', async () => {
    const outputs = { greeting: { Value: 'Grüße', Export: { Name: 'lost-greeting' } } };
    const folder = folderOf('lost', {}, { hello: '${param:writer.greeting}' });
    writeFiles(folder, { 'writer/resources.json': JSON.stringify({ ...QUEUE, Outputs: outputs }) });
    const { step } = await deploy(world, folder);
    const { message } = expectFailure(step, 'E_OUTPUT_TEXT');
    for (const text of ['greeting', 'writer', 'ASCII']) expect(message).toContain(text);
    expect(annotationsOf(step, 'warning').map(({ message: told }) => told)).toEqual([
      expect.stringContaining('the output greeting'),
    ]);
    expect(outputOf(world, 'lost-writer-dev', 'greeting')).toBe('Grüße');
    expect(world.aws.stacks.find('lost-reader-dev')).toBeUndefined();
  });

  it('is put together with what is only known in the stack, and arrives whole', async () => {
    const outputs = { greeting: { Value: { 'Fn::Sub': 'Grüße, ${AWS::Region} – ${AWS::AccountId}' } } };
    const folder = folderOf('joined', {}, { hello: '${param:writer.greeting}' });
    writeFiles(folder, { 'writer/resources.json': JSON.stringify({ ...QUEUE, Outputs: outputs }) });
    const { step } = await deploy(world, folder);
    expectSuccess(step);
    expect(outputOf(world, 'joined-reader-dev', 'hello')).toBe(`Grüße, ${REGION} – ${ACCOUNTS.dev}`);
  });
});
