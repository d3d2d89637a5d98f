import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bucket } from '../local-aws/state/buckets.ts';
import { putObject } from '../local-aws/state/object-versions.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { rowsOf, type Written } from './rollback-run.ts';
import { expectKept, expectNoChangeSets, FAILS, type FailingTeam, type Open, openWorld } from './rollback-stage.ts';
import { expectSuccess } from './verdict.ts';

let open: Open;
beforeAll(async () => {
  open = await openWorld();
});
afterAll(() => open.close());

const TEMPLATE = /compiled-cloudformation-template\.json$/;

/** A service with a function and more. */
const api = (says: string, { entry = {}, ...more }: Record<string, unknown> = {}): Written => ({
  says,
  more,
  entry: entry as NonNullable<Written['entry']>,
});
const provider = (more: object) => ({ provider: { name: 'aws', runtime: 'nodejs24.x', ...more } });

/** The bucket of packages of a service. */
function packagesOf({ stack }: FailingTeam, key: string): Bucket {
  const name = stack(key).resources.get('ServerlessDeploymentBucket')?.physicalId ?? '';
  const bucket = open.world.aws.buckets.find(name);
  if (bucket === undefined) throw new Error(`${key} has no bucket of packages`);
  return bucket;
}

/** The keys in a bucket of packages, by the package: the oldest first. */
const keysOf = ({ objects }: Bucket, pattern: RegExp) => [...objects.keys()].filter((key) => pattern.test(key)).sort();

/** Expects that a service is as it was: what its function says, its code and its template. */
async function expectBack(team: FailingTeam, before: Standing): Promise<void> {
  expect(await standing(team)).toEqual(before);
  expect(team.stack('api').status).toBe('UPDATE_COMPLETE');
  expectNoChangeSets(open.world, team.app);
}

interface Standing {
  readonly says: string | undefined;
  readonly code: readonly string[];
  readonly template: string | undefined;
}

async function standing(team: FailingTeam): Promise<Standing> {
  const { name, wish } = team.stack('api');
  const own = open.world.aws.functions.list().filter((fn) => fn.name.startsWith(name));
  return { says: await team.says('api'), code: own.map(({ codeSha256 }) => codeSha256), template: wish?.templateBody };
}

describe('a service with a function', () => {
  it('has its code, its template and its functions of before', async () => {
    const team = open.team('code');
    expectSuccess((await team.run({ api: api('one') })).step);
    const before = await standing(team);
    const more = {
      functions: {
        main: { handler: 'main.handler', environment: { SAYS: 'two' } },
        added: { handler: 'main.handler' },
      },
    };
    const { step } = await team.run({ api: api('two', { ...more, entry: FAILS }) });
    expect(rowsOf(step)['api']).toMatchObject({ status: 'failed', rollback: { status: 'done' } });
    await expectBack(team, before);
  });

  it('goes back to what was live, not to the package that failed before, and so often as it fails', async () => {
    const team = open.team('again');
    expectSuccess((await team.run({ api: api('one') })).step);
    const before = await standing(team);
    for (const says of ['two', 'three']) {
      const { step } = await team.run({ api: api(says, { entry: FAILS }) });
      expect(rowsOf(step)['api']).toMatchObject({ status: 'failed', rollback: { status: 'done' } });
      await expectBack(team, before);
    }
    expectSuccess((await team.run({ api: api('one') })).step);
    expect(await team.says('api')).toBe('one');
  });
});

describe('a template', () => {
  it('with characters that are not ASCII comes back with them', async () => {
    const team = open.team('unicode');
    const named = (name: string) => ({
      resources: {
        Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `${name} Zürich – 東京` } } },
        Outputs: { place: { Value: `${name} Zürich – 東京` } },
      },
    });
    expectSuccess((await team.run({ api: api('one', named('one')) })).step);
    const before = await standing(team);
    const { step } = await team.run({ api: api('two', { ...named('two'), entry: FAILS }) });
    expect(rowsOf(step)['api']).toMatchObject({ rollback: { status: 'done' } });
    await expectBack(team, before);
    expect(team.titleOf('api')).toBe('one Zürich – 東京');
  });

  it('of more than 51,200 bytes comes back', async () => {
    const team = open.team('large');
    const Metadata = { padding: 'x'.repeat(60_000) };
    const more = { resources: { Resources: { Topic: { Type: 'AWS::SNS::Topic', Metadata } } } };
    expectSuccess((await team.run({ api: api('one', more) })).step);
    const before = await standing(team);
    const { step } = await team.run({ api: api('two', { ...more, entry: FAILS }) });
    expect(rowsOf(step)['api']).toMatchObject({ rollback: { status: 'done' } });
    await expectBack(team, before);
  });

  it('in a bucket and below a prefix of the team comes back', async () => {
    const team = open.team('own');
    open.world.aws.buckets.add('own-packages', { account: ACCOUNTS.dev, region: REGION });
    const own = provider({ deploymentBucket: { name: 'own-packages' }, deploymentPrefix: 'our/packages' });
    expectSuccess((await team.run({ api: api('one', own) })).step);
    const before = await standing(team);
    const { step } = await team.run({ api: api('two', { ...own, entry: FAILS }) });
    expect(rowsOf(step)['api']).toMatchObject({ rollback: { status: 'done' } });
    await expectBack(team, before);
  });

  it('that another one was put in place of is not used', async () => {
    const team = open.team('swapped');
    expectSuccess((await team.run({ api: api('one') })).step);
    swap(packagesOf(team, 'api'));
    const { step } = await team.run({ api: api('two', { entry: FAILS }) });
    expectKept(step, 'api', /template|package/);
    expect(await team.says('api')).toBe('two');
    expect([...team.stack('api').resources.keys()]).not.toContain('Foreign');
  });

  it('that another one is put in place of while it is asked for is not used', async () => {
    const team = open.team('raced');
    expectSuccess((await team.run({ api: api('one') })).step);
    const probe = open.world.aws.faults.add({
      action: 'CreateChangeSet',
      match: () => {
        if (team.isGoingBack()) swap(packagesOf(team, 'api'));
        return false;
      },
    });
    await team.run({ api: api('two', { entry: team.failing() }) });
    probe.remove();
    expect([...team.stack('api').resources.keys()]).not.toContain('Foreign');
    expectNoChangeSets(open.world, 'raced');
  });
});

/** Puts another template in the place of one in a bucket of packages: the oldest. */
function swap(bucket: Bucket, key = keysOf(bucket, TEMPLATE)[0] ?? ''): void {
  const template = JSON.parse(bucket.objects.get(key)?.[0]?.body.toString() ?? '{}') as { Resources: object };
  const Resources = { ...template.Resources, Foreign: { Type: 'AWS::SNS::Topic' } };
  putObject(bucket, key, Buffer.from(JSON.stringify({ ...template, Resources })), {}, open.world.aws.clock.now());
}

describe('a package', () => {
  it.each([0, 1])('that is not kept, as maxPreviousDeploymentArtifacts is %i, does not come back', async (count) => {
    const team = open.team(`kept-${count}`);
    const keeps = provider({ deploymentBucket: { maxPreviousDeploymentArtifacts: count } });
    expectSuccess((await team.run({ api: api('one', keeps) })).step);
    const { step } = await team.run({ api: api('two', { ...keeps, entry: FAILS }) });
    expectKept(step, 'api', /maxPreviousDeploymentArtifacts|package/);
    expect(rowsOf(step)['api']).toMatchObject({ status: 'failed', rollback: { status: 'skipped' } });
    expect(await team.says('api')).toBe('two');
  });

  it('comes back each time that a run fails where two are kept', async () => {
    const team = open.team('two-kept');
    const keeps = provider({ deploymentBucket: { maxPreviousDeploymentArtifacts: 2 } });
    expectSuccess((await team.run({ api: api('one', keeps) })).step);
    for (const says of ['two', 'three']) {
      const { step } = await team.run({ api: api(says, { ...keeps, entry: FAILS }) });
      expect(rowsOf(step)['api']?.rollback, says).toEqual({ status: 'done' });
      expect(await team.says('api')).toBe('one');
    }
  });

  it.each([
    ['is gone with its template', 'gone', /./, /package|removed|not there/],
    ['has lost its code', 'codeless', /\.zip$/, /./],
  ])('that %s does not come back, and the run says so', async (_what, app, pattern, reason) => {
    const team = open.team(app);
    expectSuccess((await team.run({ api: api('one') })).step);
    const bucket = packagesOf(team, 'api');
    for (const key of keysOf(bucket, pattern)) bucket.objects.delete(key);
    const { step } = await team.run({ api: api('two', { entry: FAILS }) });
    expectKept(step, 'api', reason);
    expect(await team.says('api')).toBe('two');
    expect(team.stack('api').status).toMatch(/^UPDATE_(ROLLBACK_)?COMPLETE$/);
    expectNoChangeSets(open.world, app);
  });
});

describe('a service that a plugin splits', () => {
  it('goes back with its nested stacks', async () => {
    const team = open.team('split', ['osls', 'serverless-plugin-split-stacks']);
    const split = { plugins: ['serverless-plugin-split-stacks'], custom: { splitStacks: { perFunction: true } } };
    expectSuccess((await team.run({ api: api('one', split) })).step);
    const before = await standing(team);
    const { step } = await team.run({ api: api('two', { ...split, entry: FAILS }) });
    expect(rowsOf(step)['api']).toMatchObject({ rollback: { status: 'done' } });
    await expectBack(team, before);
    const stacks = open.world.aws.stacks.list().filter(({ name }) => name.startsWith('split-'));
    expect(stacks.length).toBeGreaterThan(1);
    for (const { name, status } of stacks) expect(`${name} ${status}`).toMatch(/(CREATE|UPDATE)_COMPLETE$/);
  });

  it('does not go back to another nested template that was put in the place of one', async () => {
    const team = open.team('nested-swap', ['osls', 'serverless-plugin-split-stacks']);
    const split = { plugins: ['serverless-plugin-split-stacks'], custom: { splitStacks: { perFunction: true } } };
    expectSuccess((await team.run({ api: api('one', split) })).step);
    const bucket = packagesOf(team, 'api');
    const nested = keysOf(bucket, /\.json$/).filter((key) => !/compiled-cloud|state/.test(key));
    expect(nested.length).toBeGreaterThan(0);
    for (const key of nested) swap(bucket, key);
    const { step } = await team.run({ api: api('two', { ...split, entry: FAILS }) });
    const stacks = open.world.aws.stacks.list().filter(({ name }) => name.startsWith('nested-swap-'));
    expect(stacks.flatMap(({ resources }) => [...resources.keys()])).not.toContain('Foreign');
    expectKept(step, 'api', /./);
  });
});
