import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, deployPreview, PREVIEWS, type Preview, stagesFile, statusesOf } from './deployment.ts';
import { checkedOf, errorOf, verdictsOf } from './safeguards-checked.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectSuccess } from './verdict.ts';

const PAGES = { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } };
const TOPIC = { Type: 'AWS::SNS::Topic' };
const BUS = { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'company-bus' } };

/** A policy that wants no topic, and says whose it is. */
const policy = (whose: string) => `export default ({ template }) => Object.entries(template.Resources)
  .filter(([, { Type }]) => Type === 'AWS::SNS::Topic')
  .filter(([id]) => id !== 'Bus')
  .map(([resource]) => ({ resource, message: 'no topics, says ${whose}' }));
`;
const SAFEGUARDS: readonly unknown[] = [
  'no-public-bucket',
  'stage-in-names',
  { title: 'No topics', safeguard: 'javascript', config: { path: 'policies/topics.js' } },
  { title: 'Only in previews', safeguard: 'allowed-regions', stage: 'previews', config: ['us-east-1'] },
  { title: 'Only in dev', safeguard: 'allowed-regions', stage: 'dev', config: ['eu-west-1'] },
];
const OWNED = { owner: 'platform team', reason: 'until the launch', until: '2099-12-31' };
const WAIVERS = [{ safeguard: 'stage-in-names', service: 'api', resource: 'Bus', ...OWNED }];

/** The serverless-stages.yml of master, or one that a pull request makes of it. */
const file = (safeguards = SAFEGUARDS, waivers: readonly object[] = WAIVERS) =>
  stagesFile({ api: 'api' }, safeguards.length === 0 ? {} : { safeguards }, { ...PREVIEWS, waivers });
const resources = (more: object) => ({
  'api/resources.json': JSON.stringify({ Resources: { ...QUEUE.Resources, ...more } }),
});

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.repository.commit('master', {
    'serverless-stages.yml': file(),
    'policies/topics.js': policy('master'),
    ...inFolder('api', stubService('preview-api')),
  });
});
afterAll(() => world.close());

interface Opened extends Preview {
  readonly number: number;
  readonly folder: string;
}

/** Opens a pull request with these changes, and deploys its preview. */
async function preview(topic: string, changes: Files, base = 'master'): Promise<Opened> {
  const head = `feature/${topic}`;
  world.repository.commit(head, changes, { from: base });
  const { number } = await world.github.pulls.open({ head, base });
  const folder = checkOut(world, {}, stubCli({ name: 'osls', version: '4.3.1' }), head);
  return { number, folder, ...(await deployPreview(world, folder, number)) };
}

function expectBlocked({ step, calls, stage }: Preview, title: string, text: RegExp): void {
  expect(verdictsOf(step, 'api')).toMatchObject({ [title]: 'failed' });
  expect(errorOf(step)).toMatch(/^E_SAFEGUARD: /);
  expect(errorOf(step)).toMatch(text);
  expect(changesIn(calls)).toEqual([]);
  expect(world.aws.stacks.find(`preview-api-${stage}`)).toBeUndefined();
}

const warning = (id: string) => ({ [id]: { level: 'warning' } });
const withFirst = (first: unknown) => file([first, ...SAFEGUARDS.slice(1)]);
const waiver = (more: object) => [...WAIVERS, { safeguard: 'no-public-bucket', ...OWNED, ...more }];

describe('I2 a pull request that breaks a safeguard of its target branch', () => {
  it.each<[what: string, topic: string, file: string]>([
    ['is refused', 'plain', file()],
    ['is refused though it removes all safeguards', 'none', file([])],
    ['is refused though it removes that one', 'without', file(SAFEGUARDS.slice(1))],
    ['is refused though it makes a warning of it', 'weaker', withFirst(warning('no-public-bucket'))],
    [
      'is refused though it limits it to another stage',
      'limited',
      withFirst({ title: 'no-public-bucket', safeguard: 'no-public-bucket', stage: 'prod' }),
    ],
    [
      'is refused though it waives the finding',
      'waiver',
      file(SAFEGUARDS, waiver({ service: 'api', resource: 'Pages' })),
    ],
    ['is refused though it waives all findings', 'waivers', file(SAFEGUARDS, waiver({}))],
  ])('%s', async (_what, topic, changed) => {
    const run = await preview(topic, { ...resources({ Pages: PAGES }), 'serverless-stages.yml': changed });
    expectBlocked(run, 'no-public-bucket', /Pages/);
  });

  it.each<[what: string, topic: string, changes: Files]>([
    ['rewrites the policy', 'rewritten', { 'policies/topics.js': 'export default () => [];\n' }],
    ['breaks the policy', 'broken', { 'policies/topics.js': 'no program' }],
    ['removes the policy', 'removed', { 'policies/topics.js': null }],
    [
      'puts another policy into its place',
      'moved',
      {
        'policies/lenient.js': 'export default () => [];\n',
        'serverless-stages.yml': file(
          SAFEGUARDS.map((one) => JSON.parse(JSON.stringify(one).replace('topics.js', 'lenient.js'))),
        ),
      },
    ],
  ])('is refused though it %s', async (_what, topic, changes) => {
    const run = await preview(topic, { ...resources({ Topic: TOPIC }), ...changes });
    expectBlocked(run, 'No topics', /no topics, says master/);
    expect(run.resolve.log).toMatch(/without effect.*(safeguards|topics\.js)/);
  });
});

describe('I2 a pull request that changes safeguards', () => {
  it('gets none that its target branch does not have yet, and the log says so', async () => {
    const added = [
      ...SAFEGUARDS,
      { 'allowed-regions': ['eu-west-1'] },
      { title: 'New', safeguard: 'javascript', config: { path: 'policies/new.js' } },
    ];
    const run = await preview('stricter', {
      ...resources({}),
      'serverless-stages.yml': file(added),
      'policies/new.js': `export default () => [{ message: 'never' }];\n`,
      'api/changed.txt': 'changed',
    });
    expectSuccess(run.step);
    expect(statusesOf(run.step)).toEqual({ api: 'deployed' });
    expect(Object.keys(verdictsOf(run.step, 'api'))).not.toContain('New');
    expect(run.resolve.log).toMatch(/without effect.*safeguards/);
  });

  it('is told in the log what of it has no effect: safeguards and waivers', async () => {
    const changed = file(SAFEGUARDS.slice(1), waiver({ service: 'api' }));
    const { resolve } = await preview('told', {
      ...resources({}),
      'serverless-stages.yml': changed,
      'api/told.txt': '',
    });
    expect(resolve.log).toMatch(/without effect.*safeguards/);
    expect(resolve.log).toMatch(/without effect.*waivers/);
  });

  it('is told nothing where it leaves them alone', async () => {
    const { resolve } = await preview('untouched', { 'api/untouched.txt': 'x' });
    expect(resolve.log).not.toMatch(/safeguards|waivers/);
  });
});

describe('a preview', () => {
  it('has its results in the comment of the pull request, with the owner of a waiver', async () => {
    const run = await preview('comment', resources({ Bus: BUS, Topic: TOPIC }));
    const { configuration = '' } = run.resolve.outputs;
    const { result = '', error = '' } = run.step.outputs;
    const inputs = { phase: 'end', configuration, result, error, 'deploy-result': 'failure' };
    const context = { ...(await world.pullRequestRun(run.number, 'synchronize')), workspace: run.folder };
    expectSuccess(await world.job(context).run({ action: 'report-stage', inputs }));
    const [comment] = world.github.comments.list(run.number);
    expect(comment?.body).toMatch(/No topics.*failed.*no topics, says master/);
    expect(comment?.body).toMatch(/stage-in-names.*waived until 2099.*platform team/);
    expect(comment?.body).toMatch(/passed.*no-public-bucket/);
    expect(comment?.body).toMatch(/skipped.*Only in dev/);
    expect(comment?.body).toMatch(/\| api \| add \| Topic \|/);
  });

  it('has the waivers of its target branch, and the safeguards that are for previews', async () => {
    const { step } = await preview('company', { ...resources({ Bus: BUS }) });
    expectSuccess(step);
    expect(verdictsOf(step, 'api')).toMatchObject({
      'stage-in-names': 'waived',
      'Only in previews': 'passed',
      'Only in dev': 'skipped',
    });
    const [finding] = checkedOf(step, 'api')['stage-in-names']?.findings ?? [];
    expect(finding?.waiver).toMatchObject(OWNED);
  });

  it('B13 has the safeguards of the target branch that master lists, and not those of master', async () => {
    const listed = (safeguards: readonly unknown[]) =>
      stagesFile(
        { api: 'api' },
        { safeguards },
        {
          ...PREVIEWS,
          previews: { ...PREVIEWS.previews, 'target-branches': ['master', 'next'] },
        },
      );
    const before = world.repository.head('master');
    world.repository.commit('next', { 'serverless-stages.yml': listed([{ 'allowed-regions': ['eu-west-1'] }]) });
    world.repository.commit('master', { 'serverless-stages.yml': listed(['no-public-bucket']) });
    const run = await preview('next', { ...resources({ Pages: PAGES }), 'serverless-stages.yml': file([]) }, 'next');
    world.repository.git('update-ref', 'refs/heads/master', before);
    expect(errorOf(run.step)).toMatch(/^E_SAFEGUARD: .*allowed-regions/);
    expect(Object.keys(verdictsOf(run.step, 'api'))).not.toContain('no-public-bucket');
  });
});
