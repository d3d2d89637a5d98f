import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import type { Files } from '../world/repository.ts';
import { addRole } from '../world/roles.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, type PlantOptions, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, stateOfAws, stateOfStage } from './planted-state.ts';
import { destroyClosed, destroyResolved, pullWithStage, removalOf, stagesIn, sweep } from './removal.ts';
import { expectSkip } from './resolve-stage-run.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const API = [{ name: 'api' }];
const roleOf = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const DEV = roleOf(ACCOUNTS.dev, 'serverless-stages');
const RETIRED = { role: roleOf(ACCOUNTS.staging, 'serverless-stages-old'), region: 'eu-west-1' };

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
  addRole(world.aws, ACCOUNTS.staging, 'serverless-stages-old', {
    Kind: 'previews',
    Environment: 'preview',
    DefaultBranch: 'master',
  });
});
afterAll(() => world.close());

/** The configuration of the default branch from now on. */
const configure = (files: Files) => void world.repository.commit('master', files);
const plant = (ref: string, options?: PlantOptions) => plantStage(world, ref, API, options);
const deleteBranch = (branch: string) => world.repository.git('update-ref', '-d', `refs/heads/${branch}`);

interface Stages {
  readonly removed: readonly Planted[];
  readonly kept: readonly Planted[];
}
/** Sweeps, and expects that exactly these stages are gone; the kept ones are taken away afterwards. */
async function expectSwept({ removed, kept }: Stages): Promise<void> {
  const before = kept.map((planted) => stateOfStage(world, planted));
  const { step } = await sweep(world);
  expectSuccess(step);
  const names = removed.map(({ stage }) => stage);
  expect((JSON.parse(step.outputs['removed'] ?? '') as string[]).toSorted(), step.log).toEqual(names.toSorted());
  expect(kept.map((planted) => stateOfStage(world, planted))).toEqual(before);
  for (const { path } of removed) {
    expect(ledgerNames(world).filter((name) => name.startsWith(`${path}/`))).toEqual([]);
  }
  for (const { path } of kept) {
    for (const name of ledgerNames(world)) if (name.startsWith(path)) world.aws.ssm.remove(ACCOUNTS.dev, REGION, name);
  }
}

describe('the sweep by the configuration of the default branch', () => {
  it.each(['branch', 'pull-request'] as const)(
    'takes closed previews of both kinds, whichever `previews.stage` (%s) was then, and no open ones',
    async (mode) => {
      configure(previewsFile({ stage: mode }));
      const openBranch = await pullWithStage(world, `${mode}/open`, API);
      const openPull = await plant(`refs/pull/${openBranch.pull.number}`);
      const closed = await pullWithStage(world, `${mode}/closed`, API);
      const closedPull = await plant(`refs/pull/${closed.pull.number}`);
      await world.github.pulls.close(closed.pull.number);
      // What the other mode made stays too, as long as its pull request is open.
      const [current, former] = mode === 'branch' ? [openBranch.planted, openPull] : [openPull, openBranch.planted];
      await expectSwept({ removed: [closed.planted, closedPull], kept: [current, former] });
    },
  );

  it('with previews.destroy: delete keeps a closed preview while its branch is there', async () => {
    configure(previewsFile({ destroy: 'delete' }));
    const closed = await pullWithStage(world, 'delete/closed', API);
    await world.github.pulls.close(closed.pull.number);
    const gone = await pullWithStage(world, 'delete/gone', API);
    deleteBranch('delete/gone');
    await expectSwept({ removed: [gone.planted], kept: [closed.planted] });
  });

  it('with previews.destroy: never keeps a preview that is closed, or whose branch is gone', async () => {
    configure(previewsFile({ destroy: 'never' }));
    const closed = await pullWithStage(world, 'never/closed', API);
    await world.github.pulls.close(closed.pull.number);
    const gone = await pullWithStage(world, 'never/gone', API);
    deleteBranch('never/gone');
    await expectSwept({ removed: [], kept: [closed.planted, gone.planted] });
  });

  it('G9 needs none of the parameters of the profile: neither does the removal of one preview', async () => {
    const parameters = { key: { ssm: '/workshop/dev/not-there' }, other: { secret: 'NOT_GIVEN' } };
    const dev = { role: DEV, region: REGION, parameters, 'parameters-path': '/workshop/nowhere/' };
    configure(previewsFile({}, { profiles: { dev } }));
    const { pull, planted } = await pullWithStage(world, 'parameters/closed', API);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs['removed']).toBe(JSON.stringify([planted.stage]));
    const gone = await plant('refs/heads/parameters/gone');
    await expectSwept({ removed: [gone], kept: [] });
  });

  it('looks in every region of the profile, and where previews.retired says', async () => {
    configure(
      previewsFile({ retired: [RETIRED] }, { profiles: { dev: { role: DEV, region: [REGION, 'eu-central-1'] } } }),
    );
    const here = await plant('refs/heads/places/here');
    const second = await plant('refs/heads/places/second', { region: 'eu-central-1' });
    const retired = await plant('refs/heads/places/retired', { account: ACCOUNTS.staging, region: RETIRED.region });
    const { step } = await sweep(world);
    expectSuccess(step);
    const stages = [here, second, retired].map(({ stage }) => stage);
    expect((JSON.parse(step.outputs['removed'] ?? '') as string[]).toSorted()).toEqual(stages.toSorted());
    const places = [`${ACCOUNTS.dev} ${REGION}`, `${ACCOUNTS.dev} eu-central-1`, `${ACCOUNTS.staging} eu-west-1`];
    const looked = removalOf(step).looked.map(({ account, region }) => `${account} ${region}`);
    expect(looked.toSorted()).toEqual(places.toSorted());
    for (const place of places) {
      const [account = '', region = ''] = place.split(' ');
      expect(ledgerNames(world, account, region).filter((name) => name.includes('/places-'))).toEqual([]);
    }
  });

  it('keeps a stage whose name the configuration has for one of its own', async () => {
    const name = previewStageName('refs/heads/names/gone', 20);
    configure(previewsFile());
    const planted = await plant('refs/heads/names/gone', { stage: name });
    const { resolve } = await sweep(world, { inputs: { 'dry-run': 'true' } });
    const text = resolve.outputs['configuration'] ?? '';
    const configuration = text.replace('"configured":["dev"]', `"configured":["dev","${name}"]`);
    expect(configuration).not.toBe(text);
    const before = stateOfStage(world, planted);
    const context = world.otherRun('schedule', 'refs/heads/master');
    const options = { configuration, environment: 'preview', inputs: { expired: 'true' } };
    const { step } = await destroyResolved(world, context, options);
    expectFailure(step, 'E_RECORD_MISMATCH');
    expect(stagesIn(step)[name]).toMatchObject({ status: 'failed' });
    expect(stateOfStage(world, planted)).toEqual(before);
    await expectSwept({ removed: [planted], kept: [] });
  });
});

describe('resolve-stage with `sweep`', () => {
  const resolve = (inputs: Record<string, string>, context = world.otherRun('schedule', 'refs/heads/master')) =>
    world.job(context).run({ action: 'resolve-stage', inputs: { sweep: 'true', ...inputs } });

  it.each(sampleOf([{ stage: 'dev' }, { ref: 'refs/heads/feature/x' }, { commit: 'a'.repeat(40) }]))(
    'takes no other input beside it: %j',
    async (inputs: Record<string, string>) => {
      const step = await resolve(inputs);
      expect(expectFailure(step, 'E_INPUT').message).toContain('sweep');
      expect(step.outputs['decision']).toBe('error');
    },
  );

  it('decides to skip where the default branch has no previews, whatever another branch says', async () => {
    configure(previewsFile({}, { previews: undefined }));
    world.repository.commit('other', previewsFile());
    expectSkip(await resolve({}), /previews/);
    expectSkip(await resolve({}, world.dispatchRun('refs/heads/other')), /previews/);
    configure(previewsFile());
    expect((await resolve({})).outputs['decision']).toBe('sweep');
  });

  it('gives a configuration that removes nothing without `expired`', async () => {
    const planted = await plant('refs/heads/unnamed/gone');
    const before = stateOfAws(world);
    const { step } = await sweep(world, { inputs: { expired: 'false' } });
    expectFailure(step, 'E_REF_REQUIRED');
    expect(stateOfAws(world)).toEqual(before);
    await expectSwept({ removed: [planted], kept: [] });
  });
});
