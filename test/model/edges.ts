import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import type { LedgerStage } from '../../core/ledger/keys.ts';
import { createRedactor } from '../../core/redact.ts';
import { deploymentFinder } from '../../io/aws/deployments.ts';
import type { RegionTools } from '../../io/aws/region-tools.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Dependencies } from '../../stage/deploy/dependencies.ts';
import { acquireLock, type HeldLock } from '../../stage/hold/lock.ts';
import { whileLocked } from '../../stage/hold/locked-stage.ts';
import { readWish, writeWish } from '../../stage/hold/wish.ts';
import type { OpenedRemoval } from '../../stage/open/removal.ts';
import type { CurrentRun, OpenedStage } from '../../stage/open/stage.ts';
import { removeHeld, removeOne, sweep } from '../../stage/remove/remove.ts';
import { previewOfRef } from '../../stage/wanted/preview-now.ts';
import { configReader, gitHubReader } from './github.ts';
import { openLedger } from './ledger.ts';
import type { WaitOptions } from './scheduler.ts';
import { serverlessRunner, servicesOf, sourceOf } from './serverless.ts';
import { NO_LEFTOVERS, stackChanger, stackReader } from './stack-tools.ts';
import type { Process, World } from './world.ts';

const SILENT: Log = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  debug: () => undefined,
  foreign: () => undefined,
  group: () => undefined,
};

const ACCOUNT = '111111111111';
const REGION = 'us-east-1';
/** How long a process sleeps whenever it waits for a lock, in milliseconds: the product's own time has chance in it. */
const LOCK_SLEEP_MS = 5000;

/** How probable it is that SSM answers without what was written last. */
const LAGS = 0.2;

/** The ways to GitHub that a process has, each call at its turn. */
export function openGitHub(world: World, by: Process): Pick<OpenedStage, 'github' | 'configs' | 'log'> {
  const turn = (what: string) => world.scheduler.wait(by, what);
  const github = gitHubReader(world.github, { turn, fails: () => world.fails(by) });
  return { github, configs: configReader(world.options.ownedBy), log: SILENT };
}

/** What a process changes stages by and with: io/stage.ts's, with the world in the place of AWS and GitHub. */
function openStage(world: World, by: Process, run: CurrentRun, configuration: EffectiveConfiguration): OpenedStage {
  const { scheduler } = world;
  const answer = () => {
    if (world.fails(by)) {
      throw new UserError('E_AWS_UNAVAILABLE', { what: 'AWS did not answer', fix: 'run again' });
    }
  };
  const turn = async (what: string, options?: WaitOptions) => {
    await scheduler.wait(by, what, options);
    answer();
  };
  const now = () => scheduler.now;
  const { hasLag, reviewHasTags } = world.options;
  const cloudFormation = { stacks: world.stacks, reviewHasTags, turn };
  const stacks = stackReader(cloudFormation);
  const commit = configuration.stage.commit;
  const begins: Parameters<typeof stackChanger>[0]['begins'] = (stack, operation) =>
    world.begins(by, stack, operation, operation === 'delete' ? undefined : commit);
  const session = { accessKeyId: '', secretAccessKey: '', account: ACCOUNT, region: REGION, arn: '' };
  const tools: RegionTools = {
    account: ACCOUNT,
    region: REGION,
    stacks,
    changes: stackChanger(
      { ...cloudFormation, by, begins, answer, unlessCancelled: () => unlessCancelled(by) },
      stacks,
    ),
    ledger: openLedger({
      store: world.store,
      turn,
      now,
      answer,
      writes: (name) => world.writes(by, name),
      lags: () => hasLag && !world.isCalm && world.random.chance(LAGS),
    }),
    leftovers: NO_LEFTOVERS,
    keys: async () => session,
  };
  const { github, configs, log } = openGitHub(world, by);
  const keys = { account: ACCOUNT, region: REGION, keys: tools.keys, renew: async () => false };
  const live: OpenedStage['live'] = { ...keys, inRegion: () => live };
  return {
    configuration,
    session,
    live,
    run,
    toolsOf: () => tools,
    toolsOfRole: async () => () => tools,
    async acquireLock(parts) {
      const pause = () => scheduler.wait(by, 'sleeps', { sleep: LOCK_SLEEP_MS });
      return heldLock(world, by, parts.name, await acquireLock({ ...parts, pause, hasEnded: github.hasEnded }));
    },
    github,
    configs,
    redactor: createRedactor([]),
    log,
    clock: now,
  };
}

/** Tells the world who holds a lock; a process that is cancelled gives it back, as io/lock.ts has it do. */
function heldLock(world: World, by: Process, name: string, lock: HeldLock): HeldLock {
  const give = (how: () => Promise<void>) => {
    by.isGiving = true;
    return how().finally(() => {
      by.isGiving = false;
      by.farewells.delete(farewell);
      world.give(name, by);
    });
  };
  const farewell = () => give(lock.release);
  world.take(name, by);
  by.farewells.add(farewell);
  return { release: () => give(lock.release), discard: () => give(lock.discard) };
}

const unlessCancelled = (by: Process) =>
  by.state === 'running' ? Promise.resolve() : new Promise<never>(() => undefined);

/** What destroy-stage works by and with, as io/removal/open.ts puts it together. */
export function openRemoval(...parts: Parameters<typeof openStage>): OpenedRemoval {
  const stage = openStage(...parts);
  return {
    ...stage,
    removeOne: (options) => removeOne({ ...stage, ...options }),
    sweep: (options) => sweep({ ...stage, ...options }),
  };
}

/** What deploy-service works by and with, as io/deployment.ts and its main.ts put it together. */
export function openDeployment(...parts: Parameters<typeof openStage>): Dependencies {
  const [world, by, , configuration] = parts;
  const stage = openStage(...parts);
  const tools = stage.toolsOf(REGION);
  const { commit = '', name } = configuration.stage;
  const turn = (what: string, options?: WaitOptions) => world.scheduler.wait(by, what, options);
  const begins: Parameters<typeof serverlessRunner>[0]['begins'] = (stack, operation) =>
    world.begins(by, stack, operation, commit);
  const { stacks } = world;
  const fails = () => world.fails(by);
  const cli = { by, commit, stage: name, stacks, turn, begins, fails, unlessCancelled: () => unlessCancelled(by) };
  return {
    ...stage,
    parameters: [],
    discover: async () => servicesOf(world.options.services),
    folderOf: ({ path }) => path,
    findCli: async () => ({ product: 'osls', version: '4.3.1', major: 4, script: '' }),
    find: deploymentFinder(() => ({
      recordedStack: async (app, kind, of, service) => {
        const record = await tools.ledger.record({ app, kind, name: of }, service);
        return record?.completed?.stack;
      },
      stack: tools.stacks.find,
    })),
    keptLog: () => ({ ...SILENT, flush: () => undefined }),
    whileLocked: <Result>(of: LedgerStage, work: (lock: HeldLock) => Promise<Result>) =>
      whileLocked({ ...stage, stage: of, tools }, work),
    readWish: (of) => readWish(of, stage),
    writeWish: (of, wish) => writeWish(of, wish, stage),
    beforeCancelledExit(farewell) {
      by.farewells.add(farewell);
      return () => by.farewells.delete(farewell);
    },
    unlessCancelled: () => unlessCancelled(by),
    previewNow: async () => (await previewOfRef(configuration.stage.ref, stage)).decision,
    removeIfClosed: (of, lock) => removeHeld(of, lock, stage),
    source: world.options.hasSource ? sourceOf(commit) : undefined,
    createRunner: async () => serverlessRunner(cli),
  };
}
