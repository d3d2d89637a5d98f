import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putObject } from '../local-aws/state/object-versions.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { writeFiles } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, type Deployment, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { inFolder, QUEUE, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
  world.aws.buckets.add('templates', { account: ACCOUNTS.dev, region: REGION });
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

const { Queue } = QUEUE.Resources;
const TABLE = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  },
};

/** A safeguard keeps what holds data, whichever way a version comes; here it is let through. */
const WARNED = { safeguards: [{ 'no-stateful-replacement': { level: 'warning' } }] };

/** A nested stack with these resources. */
function nested(name: string, Resources: object): object {
  const store = world.aws.buckets.find('templates');
  if (store !== undefined) putObject(store, name, Buffer.from(JSON.stringify({ Resources })), {}, Date.now());
  return {
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: `https://s3.amazonaws.com/templates/${name}` },
  };
}

/** Deploys a service with these resources, then an earlier version with a queue (and `before`) alone. */
async function goBack(
  name: string,
  now: object,
  { before = {}, redeploy = true }: { readonly before?: object; readonly redeploy?: boolean } = {},
): Promise<Deployment & { readonly application: Application }> {
  const files = {
    'serverless-stages.yml': stagesFile({ api: 'api' }, WARNED),
    ...stubCli({ name: 'osls', version: '4.3.1' }),
  };
  const service = stubService(name, { Resources: { Queue, ...now } });
  const application = makeApplication({ ...files, ...inFolder('api', service) }, []);
  applications.push(application);
  expectSuccess((await deploy(world, application.folder)).step);
  application.write({ 'api/resources.json': JSON.stringify({ Resources: { Queue, ...before } }) });
  const inputs = redeploy ? { redeploy: 'true' } : {};
  return { ...(await deploy(world, application.folder, { inputs })), application };
}
const resourcesOf = (name: string) => [...(world.aws.stacks.find(`${name}-dev`)?.resources.keys() ?? [])];

describe('an earlier version that is deployed by hand', () => {
  it.each<[what: string, name: string, now: () => object, type: string]>([
    ['a table', 'table', () => ({ Orders: TABLE }), 'AWS::DynamoDB::Table'],
    ['a bucket', 'bucket', () => ({ Files: { Type: 'AWS::S3::Bucket' } }), 'AWS::S3::Bucket'],
    [
      'a nested stack with a table',
      'inner',
      () => ({ Inner: nested('i.json', { Orders: TABLE }) }),
      'AWS::DynamoDB::Table',
    ],
  ])('is refused where it lacks %s that the stage has, and nothing is touched', async (_what, name, now, type) => {
    const { step, calls, application } = await goBack(name, now());
    const { message } = expectFailure(step, 'E_STATEFUL_REMOVAL');
    expect(message).toContain(type);
    expect(message).toContain(`${name}-dev`);
    expect(message).toContain('DeletionPolicy: Retain');
    expect(changesIn(calls)).toEqual([]);
    expect(stubCalls(application.folder).filter(({ command }) => command === 'deploy')).toHaveLength(1);
    expect(resourcesOf(name)).toHaveLength(2);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'failed', error: { code: 'E_STATEFUL_REMOVAL' } });
  });

  it.each<[what: string, name: string, now: () => object, earlier: () => object]>([
    [
      'the resource is kept by its policy',
      'kept',
      () => ({ Orders: { ...TABLE, DeletionPolicy: 'Retain' } }),
      () => ({}),
    ],
    ['it holds no data', 'plain', () => ({ Other: { Type: 'AWS::SNS::Topic' } }), () => ({})],
    ['it is in both', 'both', () => ({ Orders: TABLE }), () => ({ Orders: TABLE, Other: { Type: 'AWS::SNS::Topic' } })],
    [
      'a nested stack holds none',
      'hollow',
      () => ({ Inner: nested('h.json', { Topic: { Type: 'AWS::SNS::Topic' } }) }),
      () => ({}),
    ],
  ])('is deployed where %s', async (_what, name, now, earlier) => {
    const { step } = await goBack(name, now(), { before: earlier() });
    expectSuccess(step);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed' });
    expect(resourcesOf(name)).toEqual(['Queue', ...Object.keys(earlier())]);
  });

  it('is refused where a resource of the same name is another one', async () => {
    const { step } = await goBack('other', { Store: TABLE }, { before: { Store: { Type: 'AWS::SNS::Topic' } } });
    expectFailure(step, 'E_STATEFUL_REMOVAL');
  });
});

describe('a version that comes by its branch', () => {
  it('removes what it does not have: that is what was committed', async () => {
    const { step } = await goBack('forward', { Orders: TABLE }, { redeploy: false });
    expectSuccess(step);
    expect(resourcesOf('forward')).toEqual(['Queue']);
  });
});

describe('a commit that brings an earlier version back', () => {
  const service = (name: string, more: object) => stubService(name, { Resources: { Queue, ...more } });
  const files = (name: string, more: object) => ({
    'serverless-stages.yml': stagesFile({ api: 'api' }, WARNED, { app: name }),
    ...inFolder('api', service(name, more)),
  });
  const CLI = stubCli({ name: 'osls', version: '4.3.1' });
  const rollback = (to: string) => `Roll dev back\n\nRolled-Back-To: ${to}\n`;

  /** A checkout of the head of a branch. */
  function headOf(branch: string): string {
    const folder = world.repository.checkout(world.repository.head(branch));
    writeFiles(folder, CLI);
    return folder;
  }

  /** Deploys a commit with a table on a branch, then what `then` makes of the branch. */
  async function goOn(name: string, then: (first: string) => void, inputs: Record<string, string> = {}) {
    const first = world.repository.commit(name, files(name, { Orders: TABLE }));
    expectSuccess((await deploy(world, headOf(name))).step);
    then(first);
    return (await deploy(world, headOf(name), { inputs })).step;
  }

  it('is known by the input', async () => {
    const step = await goOn('by-input', () => world.repository.commit('by-input', files('by-input', {})), {
      rollback: 'true',
    });
    expectFailure(step, 'E_STATEFUL_REMOVAL');
    expect(resourcesOf('by-input')).toContain('Orders');
  });

  it('is known by its trailers, also if it was merged as a pull request', async () => {
    const step = await goOn('by-trailer', (first) => {
      world.repository.commit('by-trailer', files('by-trailer', {}), { message: rollback(first) });
    });
    expectFailure(step, 'E_STATEFUL_REMOVAL');
    const merged = await goOn('by-merge', (first) => {
      const message = rollback(first);
      world.repository.commit('promote/by-merge', files('by-merge', {}), { from: 'by-merge', message });
      world.repository.merge('promote/by-merge', 'by-merge');
    });
    expectFailure(merged, 'E_STATEFUL_REMOVAL');
  });

  it('is none without them', async () => {
    const step = await goOn('no-rollback', () => world.repository.commit('no-rollback', files('no-rollback', {})));
    expectSuccess(step);
    expect(resourcesOf('no-rollback')).not.toContain('Orders');
  });
});
