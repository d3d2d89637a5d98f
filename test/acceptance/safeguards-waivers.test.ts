import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { type Deployment, deploy, makeApplication, servicesOf, stagesFile, statusesOf } from './deployment.ts';
import { checkedOf, errorOf, rowsWith, verdictsOf } from './safeguards-checked.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, expectFailure } from './verdict.ts';

const bus = (name: string) => ({ Type: 'AWS::SNS::Topic', Properties: { TopicName: `bus-of-${name}` } });
const PAGES = { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } };
/** A safeguard that blocks, one that warns, and one that cannot be evaluated where a service has a key. */
const SAFEGUARDS = [
  'stage-in-names',
  { 'no-public-bucket': { level: 'warning' } },
  {
    title: 'Crashes',
    safeguard: 'javascript',
    config: {
      code: 'export default ({ template }) => { if (template.Resources.Crash) throw new Error("no"); return []; };',
    },
  },
];

const DAY = 86_400_000;
/** The day (in UTC) that it is so many days after the one that it is in a minute. */
const day = (after: number) => new Date(Date.now() + 60_000 + after * DAY).toISOString().slice(0, 10);
const LATER = day(30);

interface Case {
  readonly resources?: object;
  /** What its waiver says beside owner, reason and last day; the safeguard is `stage-in-names`. */
  readonly waiver?: Readonly<Record<string, unknown>>;
  /** Statuses of the service and of the safeguards that say something of it. */
  readonly expected: Readonly<Record<string, string>>;
}
const ok = (safeguard: string, status: string) => ({ service: 'deployed', [safeguard]: status });
const FAILED = { service: 'failed', 'stage-in-names': 'failed' };
const WAIVED = ok('stage-in-names', 'waived');
const OVER = { until: day(-2) };

/** Services by key, each with one finding (unless it says otherwise) and the waiver that is written for it. */
const CASES: Readonly<Record<string, Case>> = {
  unwaived: { expected: FAILED },
  'by-service': { waiver: {}, expected: WAIVED },
  'by-resource': { waiver: { resource: 'Bus' }, expected: WAIVED },
  'by-stage': { waiver: { stages: ['prod', 'dev'] }, expected: WAIVED },
  'last-day': { waiver: { until: day(0) }, expected: WAIVED },
  'other-resource': { waiver: { resource: 'Queue' }, expected: FAILED },
  'other-stage': { waiver: { stages: ['prod'] }, expected: FAILED },
  'other-safeguard': { waiver: { safeguard: 'no-public-bucket' }, expected: FAILED },
  over: { waiver: OVER, expected: FAILED },
  'only-one': { resources: { Bus: bus('one'), More: bus('more') }, waiver: { resource: 'Bus' }, expected: FAILED },
  warned: { resources: { Pages: PAGES }, expected: ok('no-public-bucket', 'warned') },
  'warned-waived': {
    resources: { Pages: PAGES },
    waiver: { safeguard: 'no-public-bucket' },
    expected: ok('no-public-bucket', 'waived'),
  },
  'warned-over': {
    resources: { Pages: PAGES },
    waiver: { safeguard: 'no-public-bucket', ...OVER },
    expected: { service: 'failed', 'no-public-bucket': 'failed' },
  },
  crashed: {
    resources: { Crash: { Type: 'AWS::SNS::Topic' } },
    waiver: { safeguard: 'javascript' },
    expected: { service: 'failed', Crashes: 'failed' },
  },
};
const OWNED = { owner: 'platform team', reason: 'until the launch' };
const waivers = Object.entries(CASES).flatMap(([service, { waiver }]) =>
  waiver === undefined ? [] : [{ safeguard: 'stage-in-names', service, ...OWNED, until: LATER, ...waiver }],
);
const STAGES = { dev: { profile: 'dev', branch: 'master' }, prod: { profile: 'dev', branch: 'prod' } };

let world: World;
const removals: (() => void)[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const remove of removals) remove();
});

/** An application of services (resources by key) with these waivers. */
function folderOf(app: string, services: Readonly<Record<string, object>>, given: readonly object[]): string {
  const paths = Object.fromEntries(Object.keys(services).map((key) => [key, key]));
  const files = Object.entries(services).map(([key, Resources]) =>
    inFolder(key, stubService(`${app}-${key}`, { Resources: { ...QUEUE.Resources, ...Resources } })),
  );
  const configuration = stagesFile(paths, { safeguards: SAFEGUARDS }, { app, waivers: given, stages: STAGES });
  const stub = stubCli({ name: 'osls', version: '4.3.1' });
  const all = { 'serverless-stages.yml': configuration, ...stub, ...Object.assign({}, ...files) };
  const application = makeApplication(all, []);
  removals.push(application.remove);
  return application.folder;
}

describe('a waiver', () => {
  let deployment: Deployment;
  beforeAll(async () => {
    const services = Object.entries(CASES).map(([key, { resources }]) => [key, resources ?? { Bus: bus(key) }]);
    deployment = await deploy(world, folderOf('waived', Object.fromEntries(services), waivers));
  });

  it.each<[what: string, key: string]>([
    ['lets a finding of its service through', 'by-service'],
    ['lets a finding of its resource through', 'by-resource'],
    ['lets a finding through in its stage', 'by-stage'],
    ['counts on its last day', 'last-day'],
    ['lets a warning through', 'warned-waived'],
    ['of other services does not help', 'unwaived'],
    ['of another resource does not help', 'other-resource'],
    ['of another stage does not help', 'other-stage'],
    ['of another safeguard does not help', 'other-safeguard'],
    ['of one resource lets the finding of that one through, and no other', 'only-one'],
    ['that is over makes the finding an error', 'over'],
    ['that is over makes the finding an error also where the safeguard only warns', 'warned-over'],
    ['is not needed for a warning', 'warned'],
    ['I6 is none for a safeguard that could not be evaluated', 'crashed'],
  ])('%s', (_what, key) => {
    const { step } = deployment;
    const { service, ...safeguards } = CASES[key]?.expected ?? {};
    expect(statusesOf(step)[key], errorOf(step)).toBe(service);
    expect(verdictsOf(step, key)).toMatchObject(safeguards);
    expect(world.aws.stacks.find(`waived-${key}-dev`) !== undefined).toBe(service === 'deployed');
  });

  it('is proposed for a finding, and not where it would be none', () => {
    const messageOf = (key: string) => servicesOf(deployment.step)[key]?.error?.message;
    expect(messageOf('unwaived')).toContain('waivers: [{ safeguard: stage-in-names, service: unwaived, resource: Bus');
    expect(messageOf('crashed')).toMatch(/Crashes/);
    expect(messageOf('crashed')).not.toContain('waivers:');
  });

  it('is shown with its owner, its reason and its last day', () => {
    const { step } = deployment;
    const [finding] = checkedOf(step, 'by-resource')['stage-in-names']?.findings ?? [];
    expect(finding?.waiver).toMatchObject({ ...OWNED, until: LATER });
    const [year] = LATER.split('-');
    const rows = rowsWith(step, 'by-resource', 'stage-in-names', OWNED.owner, OWNED.reason, `until ${year}`);
    expect(rows).toHaveLength(1);
    const shown = annotationsOf(step, 'notice').map(({ message }) => message);
    expect(shown).toContainEqual(
      expect.stringMatching(new RegExp(`${LATER}.*${OWNED.owner}|${OWNED.owner}.*${LATER}`)),
    );
  });

  it('that is over is shown with its owner and the day', () => {
    const [year] = OVER.until.split('-');
    expect(rowsWith(deployment.step, 'over', 'failed', OWNED.owner, `${year}`)).not.toEqual([]);
    expect(
      annotationsOf(deployment.step, 'error')
        .map(({ message }) => message)
        .join('\n'),
    ).toContain(OVER.until);
  });
});

describe('a waiver of a function by its key', () => {
  it('lets the finding of that function through, and of no other', async () => {
    const configuration = stagesFile(
      { api: 'api' },
      { safeguards: ['require-description'] },
      { app: 'keyed', waivers: [{ safeguard: 'require-description', resource: 'oldOne', ...OWNED, until: LATER }] },
    );
    const functions = { oldOne: { handler: 'index.handle' }, newOne: { handler: 'index.handle' } };
    const service = { service: 'keyed-api', provider: { name: 'aws', runtime: 'nodejs22.x' }, functions };
    const application = makeApplication({
      'serverless-stages.yml': configuration,
      'api/serverless.json': JSON.stringify(service),
      'api/index.js': 'exports.handle = async () => 1;\n',
    });
    removals.push(application.remove);
    const { step } = await deploy(world, application.folder);
    const { findings = [] } = checkedOf(step, 'api')['require-description'] ?? {};
    const shown = findings.map((one) => `${one.function} ${one.waiver === undefined ? 'counts' : 'is waived'}`);
    expect(shown.sort()).toEqual(['newOne counts', 'oldOne is waived']);
    expect(statusesOf(step)).toEqual({ api: 'failed' });
  });
});

describe('a waiver that there cannot be', () => {
  const whole = { safeguard: 'stage-in-names', ...OWNED, until: LATER };
  it.each<[what: string, waiver: object]>([
    ['without an owner', { ...whole, owner: undefined }],
    ['without a reason', { ...whole, reason: undefined }],
    ['without a last day', { ...whole, until: undefined }],
    ['with a day that no calendar has', { ...whole, until: '2027-02-30' }],
    ['of a safeguard that does not exist', { ...whole, safeguard: 'stage-in-name' }],
    ['of a service that does not exist', { ...whole, service: 'nobody' }],
    ['of no-stateful-replacement without a resource', { ...whole, safeguard: 'no-stateful-replacement' }],
    ['of no-unresolved-variables', { ...whole, safeguard: 'no-unresolved-variables' }],
  ])('%s is an error of the configuration, with its place', async (_what, waiver) => {
    const workspace = folderOf('refused', { api: { Bus: bus('nobody') } }, [waiver]);
    const context = { ...world.withIdToken(world.dispatchRun('refs/heads/master'), 'dev'), workspace };
    const step = await world.job(context).run({ action: 'load-profile', inputs: { stage: 'dev' } });
    expect(expectFailure(step, 'E_CONFIG').message).toMatch(/^E_CONFIG: serverless-stages\.yml:\d+:\d+: /);
  });
});
