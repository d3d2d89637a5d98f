import { createClock } from './clock.ts';
import { createFaults } from './faults.ts';
import { createLambdaRunner } from './lambda/runner.ts';
import type { LocalAwsOptions } from './server.ts';
import { createApiStore } from './state/apis.ts';
import { createBucketStore } from './state/buckets.ts';
import { createCredentialStore } from './state/credentials.ts';
import { createFunctionStore } from './state/functions.ts';
import { addLogGroup } from './state/log-groups.ts';
import { createRepositoryStore } from './state/repositories.ts';
import { createOidcProviders, createRoleStore } from './state/roles.ts';
import { createSsmState } from './state/ssm.ts';
import { createStackStore } from './state/stacks.ts';
import { createTableStore } from './state/tables.ts';
import { createThingStore } from './state/things.ts';
import type { World } from './world.ts';

/** Everything the services share, empty; `endpoint` is asked once the server listens. */
export function createWorld(options: LocalAwsOptions, closing: AbortSignal, endpoint: () => string): World {
  const clock = createClock();
  const credentials = createCredentialStore();
  const things = createThingStore();
  return {
    clock,
    credentials,
    faults: createFaults(),
    stacks: createStackStore(clock.now),
    buckets: createBucketStore(clock.now),
    functions: createFunctionStore(),
    tables: createTableStore(),
    apis: createApiStore(),
    things,
    repositories: createRepositoryStore(),
    ssm: createSsmState(clock.now),
    roles: createRoleStore(),
    providers: createOidcProviders(),
    lambda: createLambdaRunner({
      credentials,
      endpoint,
      onStart: (fn) => void addLogGroup(things, fn, fn.logGroup, clock.now()),
    }),
    resourceDelayMs: delayOf(options),
    changeSetLooks: options.changeSetLooks ?? 1,
    closing,
  };
}

function delayOf({ resourceDelayMs = 2, resourceDelays = {} }: LocalAwsOptions): World['resourceDelayMs'] {
  const usual = typeof resourceDelayMs === 'number' ? () => resourceDelayMs : resourceDelayMs;
  return (type, logicalId) => resourceDelays[logicalId] ?? resourceDelays[type] ?? usual(type, logicalId);
}
