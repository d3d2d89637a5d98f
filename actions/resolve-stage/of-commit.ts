import { posix } from 'node:path';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { NONE } from '../../core/input.ts';
import { knownVariables } from '../../core/serverless/known-variables.ts';
import type { Service } from '../../core/service/definition.ts';
import { type ApplicationFiles, discoverServices } from '../../core/service/discover.ts';
import { testCommand } from '../../core/service/test-command.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { wantedNodeVersion } from '../../core/source/node-version.ts';
import type { Outputs } from './contract.ts';
import type { Dependencies } from './resolution.ts';

/** Stands for all services where it is not known which are to be tested: nothing is deployed untested by mistake. */
const EVERY = 'all';

type Parts = Pick<Dependencies, 'source' | 'filesOf' | 'log'>;

/** What is known of a commit. */
interface OfCommit {
  readonly outputs: Pick<Outputs, 'services' | 'tests' | 'node-version'>;
  /** Keys of the services that the deploy is about; undefined if they cannot be told. */
  readonly changed: readonly string[] | undefined;
}

/**
 * Returns what the jobs before a deploy need to know of the commit, by git alone: the keys of the services that the deploy
 * is about, as a JSON list (for a preview those whose source differs from where it leaves its base; for a configured stage,
 * and where that cannot be told, all of them), those of them that have tests (`-` for none, `all` where that cannot be told),
 * and the version of Node.js. `services` are those of the commit, if they are known.
 */
export async function ofCommit(
  configuration: EffectiveConfiguration,
  deps: Parts,
  services?: readonly Service[],
): Promise<OfCommit> {
  const { commit } = configuration.stage;
  const files = commit === undefined ? undefined : await deps.filesOf(commit);
  if (deps.source === undefined || commit === undefined || files === undefined) {
    deps.log.info('the workspace does not have the commit: the output "services" is empty, and all is to be tested');
    return { outputs: { tests: EVERY }, changed: undefined };
  }
  const changed = await changedServices(configuration, commit, deps, services);
  const keys = changed?.map(({ key }) => key);
  return {
    outputs: {
      'node-version': await wantedNodeVersion(files.read, deps.source.prefix),
      services: keys === undefined ? undefined : JSON.stringify(keys),
      tests: changed === undefined ? EVERY : (await withTests(changed, files)).join(',') || NONE,
    },
    changed: keys,
  };
}

/** Returns the services that a stage gets at a commit; undefined if they cannot be told, which the deploy says why. */
export async function servicesOf(
  { stage: { name }, profile, services: configured, only }: EffectiveConfiguration,
  commit: string,
  { filesOf }: Pick<Parts, 'filesOf'>,
  tell: (message: string) => void = () => undefined,
): Promise<Service[] | undefined> {
  const files = await filesOf(commit);
  if (files === undefined) {
    return undefined;
  }
  const lookup = knownVariables({ stage: name, region: profile.region }, new Map());
  const all = await discoverServices(files, configured, lookup).catch((error: Error) => {
    tell(`the services of ${shortCommit(commit)} cannot be told: ${error.message}`);
    return undefined;
  });
  return all?.filter(({ key }) => only?.includes(key) ?? true);
}

/** Undefined if the services cannot be read. */
async function changedServices(
  configuration: EffectiveConfiguration,
  commit: string,
  deps: Parts,
  known: readonly Service[] | undefined,
): Promise<Service[] | undefined> {
  const { source } = deps;
  const { mergeBase } = configuration.stage;
  const services = known ?? (await servicesOf(configuration, commit, deps, deps.log.warning));
  if (services === undefined) {
    return undefined;
  }
  const before = mergeBase === undefined ? undefined : await source?.atCommit(mergeBase, services);
  const now = before === undefined ? undefined : await source?.atCommit(commit, services);
  return services.filter(({ key, triggers }) => {
    return now === undefined || triggers === 'always' || before?.get(key)?.hash !== now.get(key)?.hash;
  });
}

async function withTests(services: readonly Service[], files: ApplicationFiles): Promise<string[]> {
  const keys = await Promise.all(
    services.map(async ({ key, path, commands }) => {
      const manifest = await files.read(posix.join(path, 'package.json'));
      return testCommand(commands, manifest) === undefined ? [] : [key];
    }),
  );
  return keys.flat();
}
