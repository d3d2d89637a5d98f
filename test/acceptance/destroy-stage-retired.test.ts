import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../local-aws/journal.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { addRole } from '../world/roles.ts';
import { startWorld, type World } from '../world/world.ts';
import { plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, ledgerNames, stateOfAws } from './planted-state.ts';
import { destroy, destroyClosed, pullWithStage, removalOf, removedServices } from './removal.ts';
import { changesIn, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

const OLD = { role: `arn:aws:iam::${ACCOUNTS.staging}:role/serverless-stages-old`, region: 'eu-west-1' };
const SAME = { role: `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages-preview`, region: 'eu-central-1' };
const REFUSING = { role: `arn:aws:iam::${ACCOUNTS.prod}:role/serverless-stages-gone`, region: REGION };
const PREVIEW_TRUST = { Kind: 'previews', Environment: 'preview', DefaultBranch: 'master' };
const SERVICES = [{ name: 'database' }, { name: 'api', needs: ['database'] }];

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile({ retired: [OLD, SAME] }) });
  answerOnceDeleted(world);
  addRole(world.aws, ACCOUNTS.staging, 'serverless-stages-old', PREVIEW_TRUST);
});
afterAll(() => world.close());

const ledgerIn = (account: string, region: string, path: string) =>
  ledgerNames(world, account, region).filter((name) => name.startsWith(`${path}/`));
const deletesIn = (calls: readonly JournalEntry[]) =>
  calls.filter(({ action }) => action === 'DeleteStack').map(({ account, region }) => `${account} ${region}`);

describe('previews.retired', () => {
  it.each([
    ['another role, account and region', ACCOUNTS.staging, OLD.region],
    ['another region of the same role', ACCOUNTS.dev, SAME.region],
  ])('G9 a stage that lives in %s is found and removed there', async (_what, account, region) => {
    const branch = `feature/retired-${region}`;
    const { pull, planted } = await pullWithStage(world, branch, SERVICES, { account, region });
    const bystander = await plantStage(world, 'refs/heads/feature/bystander', [{ name: 'api' }], { account, region });
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'removed', removed: JSON.stringify([planted.stage]) });
    expect(deletesIn(calls)).toEqual([`${account} ${region}`, `${account} ${region}`]);
    expect(ledgerIn(account, region, planted.path)).toEqual([]);
    expect(ledgerIn(account, region, bystander.path)).toHaveLength(2);
    expect(world.aws.stacks.find(bystander.stacks['api'] ?? '')?.status).toBe('CREATE_COMPLETE');
    expectNoSecret(step, world.oidc.requestToken);
  });

  it('G9 one that lives in several places is removed in each', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/both', SERVICES);
    const place = { account: ACCOUNTS.staging, region: OLD.region };
    await plantStage(world, 'refs/heads/feature/both', SERVICES, place);
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    const [here, there] = [`${ACCOUNTS.dev} ${REGION}`, `${ACCOUNTS.staging} ${OLD.region}`];
    expect(deletesIn(calls).sort()).toEqual([here, here, there, there].sort());
    expect(ledgerIn(ACCOUNTS.dev, REGION, planted.path)).toEqual([]);
    expect(ledgerIn(ACCOUNTS.staging, OLD.region, planted.path)).toEqual([]);
  });

  it('G1 one that is protected in one place is kept in both, before anything is emptied', async () => {
    const template = { Resources: { Files: { Type: 'AWS::S3::Bucket' } } };
    const { pull, planted } = await pullWithStage(world, 'feature/half-protected', [{ name: 'api', template }]);
    putObjects(bucketOf(world, planted.stacks['api']), 2, 'p/');
    const place = { account: ACCOUNTS.staging, region: OLD.region };
    const services = [{ name: 'web', stackInput: { EnableTerminationProtection: true } }];
    await plantStage(world, 'refs/heads/feature/half-protected', services, place);
    const before = stateOfAws(world, { locks: false });
    const { step, calls } = await destroyClosed(world, pull.number);
    expectFailure(step, 'E_STACK_PROTECTED');
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(removedServices(step)['web']).toMatchObject({ status: 'kept', error: { code: 'E_STACK_PROTECTED' } });
  });

  it('G9 that hold nothing are listed among those where it looked', async () => {
    const { pull } = await pullWithStage(world, 'feature/nowhere', [], { wish: null });
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs['status']).toBe('nothing');
    const looked = removalOf(step).looked.map(({ account, region }) => `${account} ${region}`);
    expect(looked.sort()).toEqual(
      [`${ACCOUNTS.dev} ${REGION}`, `${ACCOUNTS.staging} ${OLD.region}`, `${ACCOUNTS.dev} ${SAME.region}`].sort(),
    );
    for (const place of [REGION, OLD.region, SAME.region, ACCOUNTS.staging]) expect(step.log).toContain(place);
  });
});

describe('a place whose role refuses', () => {
  beforeAll(() => void world.repository.commit('master', previewsFile({ retired: [OLD, REFUSING] })));

  it('D3 is an error: nothing is removed, and nothing is said to be gone', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/refused', SERVICES);
    const before = stateOfAws(world, { locks: false });
    const { step } = await destroyClosed(world, pull.number);
    const { message } = expectFailure(step, 'E_ROLE_REFUSED');
    expect(message).toContain(REFUSING.role);
    expect(step.outputs['status']).toBe('failed');
    expect(JSON.parse(step.outputs['removed'] || '[]')).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(ledgerIn(ACCOUNTS.dev, REGION, planted.path)).toHaveLength(3);
  });

  it('D3 is an error also where nothing was found elsewhere: it is not `nothing`', async () => {
    const { pull } = await pullWithStage(world, 'feature/refused-empty', [], { wish: null });
    const { step } = await destroyClosed(world, pull.number);
    expectFailure(step, 'E_ROLE_REFUSED');
    expect(step.outputs['status']).toBe('failed');
  });
});

describe('the places of the default branch', () => {
  it('G9 are looked into beside those of the target branch', async () => {
    const old = { role: OLD.role, region: SAME.region };
    world.repository.commit('master', previewsFile({ 'target-branches': ['master', 'release'], retired: [old] }));
    world.repository.commit('release', previewsFile({ 'target-branches': ['master', 'release'], retired: [OLD] }));
    const branch = 'feature/into-release';
    world.repository.commit(branch, { 'note.txt': branch });
    const pull = await world.github.pulls.open({ head: branch, base: 'release' });
    const places = [OLD.region, SAME.region].map((region) => ({ account: ACCOUNTS.staging, region }));
    for (const place of places) await plantStage(world, `refs/heads/${branch}`, [{ name: 'api' }], place);
    await world.github.pulls.close(pull.number);
    const { step, calls } = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(step);
    expect(step.outputs['status']).toBe('removed');
    expect(deletesIn(calls).sort()).toEqual(places.map(({ account, region }) => `${account} ${region}`).sort());
  });
});

describe('a profile with several regions', () => {
  const regions = [REGION, OLD.region];
  beforeAll(() => {
    const role = `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`;
    world.repository.commit('master', previewsFile({}, { profiles: { dev: { role, region: regions } } }));
  });

  async function inBothRegions(branch: string, more: object = {}) {
    const made = await pullWithStage(world, branch, [{ name: 'api' }], { wish: { regions } });
    const place = { region: OLD.region, wish: null };
    return { ...made, there: await plantStage(world, `refs/heads/${branch}`, [{ name: 'api', ...more }], place) };
  }

  it('G9 loses its stage in each, while the lock of each is held that a run may have taken', async () => {
    const { pull, planted } = await inBothRegions('feature/regions');
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs['removed']).toBe(JSON.stringify([planted.stage]));
    expect(deletesIn(calls).sort()).toEqual(regions.map((region) => `${ACCOUNTS.dev} ${region}`).sort());
    for (const region of regions) expect(ledgerIn(ACCOUNTS.dev, region, planted.path)).toEqual([]);
    const taken = calls.filter(
      ({ action, params }) => action === 'PutParameter' && /lock$/.test(String(params['Name'])),
    );
    expect(new Set(taken.map(({ region }) => region))).toEqual(new Set(regions));
  });

  it('G1 keeps it in each where it is protected in one', async () => {
    const { pull } = await inBothRegions('feature/regions-one', { stackInput: { EnableTerminationProtection: true } });
    const before = stateOfAws(world, { locks: false });
    const { step, calls } = await destroyClosed(world, pull.number);
    expectFailure(step, 'E_STACK_PROTECTED');
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
  });
});
