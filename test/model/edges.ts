import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import { createRedactor } from '../../core/redact.ts';
import { safeguardsOf } from '../../core/safeguards/settings.ts';
import type { Place } from '../../io/aws/place.ts';
import type { Cancellation } from '../../io/cancellation.ts';
import type { Log } from '../../io/runner/log.ts';
import { acquireLock, type HeldLock } from '../../stage/hold/lock.ts';
import { deploymentsIn, type OpenedDeployment } from '../../stage/open/deployment.ts';
import type { OpenedStage } from '../../stage/open/stage.ts';
import type { RunAttempt } from '../../stage/run.ts';
import { configReader, gitHubReader } from './github.ts';
import { openLedger } from './ledger.ts';
import type { WaitOptions } from './scheduler.ts';
import { serverlessRunner, servicesOf, sourceOf } from './serverless.ts';
import { NO_LEFTOVERS, stackChanger, stackReader } from './stack-tools.ts';
import type { Process, World } from './world.ts';

export const SILENT: Log = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
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
export function openGitHub(world: World, by: Process): Pick<OpenedStage, 'github' | 'configs'> {
  const turn = (what: string) => world.scheduler.wait(by, what);
  const github = gitHubReader(world.github, {
    turn,
    fails: () => world.fails(by),
    lies: (kind) => world.lies(by, kind),
  });
  return { github, configs: configReader(world.options.ownedBy) };
}

/** What a process changes stages by and with: that of stage/open/stage.ts, with the world in the place of AWS and GitHub. */
export function openStage(
  world: World,
  by: Process,
  attempt: RunAttempt,
  configuration: EffectiveConfiguration,
): OpenedStage {
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
  const cancellation = cancellationOf(by);
  const session = { accessKeyId: '', secretAccessKey: '', account: ACCOUNT, region: REGION, arn: '' };
  const tools: Place = {
    account: ACCOUNT,
    region: REGION,
    stacks,
    changes: stackChanger(
      { ...cloudFormation, by, begins, answer, unlessCancelled: cancellation.unlessCancelled },
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
    // What an update would change is asked in one step: nothing comes of it.
    changeSets: {
      ask: async () => {
        await turn('asks what an update changes');
        return undefined;
      },
    },
    uploads: {
      put: async () => turn('uploads a template'),
      read: async () => undefined,
      list: async () => [],
    },
    leftovers: NO_LEFTOVERS,
    parameterNames: { below: async () => [], existing: async () => [] },
    keys: async () => session,
    narrowed: async () => tools,
  };
  const { github, configs } = openGitHub(world, by);
  const pause = () => scheduler.wait(by, 'sleeps', { sleep: LOCK_SLEEP_MS });
  const keys = { account: ACCOUNT, region: REGION, keys: tools.keys, renew: async () => false };
  const live: OpenedStage['live'] = { ...keys, inRegion: () => live };
  return {
    configuration,
    session,
    live,
    attempt,
    placeIn: () => tools,
    placesOfRole: async () => () => tools,
    async acquireLock(parts) {
      const { hasEnded } = github;
      // The world gives the lock back itself when the process is cancelled (heldLock): it has to see that.
      const ofLock = { unlessCancelled: async () => undefined, beforeCancelledExit: () => () => undefined };
      const lock = await acquireLock({ ...parts, pause, hasEnded, cancellation: ofLock });
      return heldLock(world, by, parts.name, lock);
    },
    github,
    configs,
    redactor: createRedactor([]),
    voice: { log: SILENT, say: () => undefined, clock: now, pause },
    cancellation,
    publishToTopic: async () => undefined,
    runInEmptyFolder: async () => ({ code: 0, signal: null, output: '' }),
  };
}

/** Tells the world who holds a lock; a process that is cancelled gives it back, as stage/hold/lock.ts has it do. */
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
  return { check: lock.check, release: () => give(lock.release), discard: () => give(lock.discard) };
}

function cancellationOf(by: Process): Cancellation {
  return {
    onCancel: () => () => undefined,
    beforeCancelledExit(farewell) {
      by.farewells.add(farewell);
      return () => by.farewells.delete(farewell);
    },
    unlessCancelled: () => (by.state === 'running' ? Promise.resolve() : new Promise<never>(() => undefined)),
  };
}

/** What deploy-service works by and with: that of stage/open/deployment.ts, with the world in the place of the CLI. */
export function openDeployment(...parts: Parameters<typeof openStage>): OpenedDeployment {
  const [world, by, , configuration] = parts;
  const stage = openStage(...parts);
  const { commit = '', name } = configuration.stage;
  const turn = (what: string, options?: WaitOptions) => world.scheduler.wait(by, what, options);
  const begins: Parameters<typeof serverlessRunner>[0]['begins'] = (stack, operation) =>
    world.begins(by, stack, operation, commit);
  const { stacks } = world;
  const fails = () => world.fails(by);
  const { unlessCancelled } = stage.cancellation;
  const cli = { by, commit, stage: name, stacks, turn, begins, fails, unlessCancelled };
  return {
    ...stage,
    parameters: [],
    discover: async () => servicesOf(world.options.services),
    folderOf: ({ path }) => path,
    findCli: async () => ({ product: 'osls', version: '4.3.1', major: 4, script: '' }),
    find: deploymentsIn(stage.placeIn, configuration),
    isRollback: async () => false,
    source: world.options.hasSource ? sourceOf(commit) : undefined,
    createRunner: async () => serverlessRunner(cli),
    keep: async () => '',
    safeguarding: {
      safeguards: safeguardsOf([], configuration.stage),
      waivers: [],
      runPolicy: async () => [],
      redactor: stage.redactor,
      salt: '',
      readDefinition: async () => undefined,
    },
  };
}
