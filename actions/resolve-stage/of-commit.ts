import { posix } from 'node:path';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
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
/** Stands for no service: no key, and no empty text, which an output that got lost would be. */
const NONE = '-';

type Parts = Pick<Dependencies, 'source' | 'filesOf' | 'log'>;

/**
 * Returns what the jobs before a deploy need to know of the commit, by git alone: the keys of the services that the deploy
 * is about, as a JSON list (for a preview those whose source differs from where it leaves its base; for a configured stage,
 * and where that cannot be told, all of them), those of them that have tests (`-` for none, `all` where that cannot be told),
 * and the version of Node.js.
 */
export async function ofCommit(
  configuration: EffectiveConfiguration,
  deps: Parts,
): Promise<Pick<Outputs, 'services' | 'tests' | 'node-version'>> {
  const { commit } = configuration.stage;
  const files = commit === undefined ? undefined : await deps.filesOf(commit);
  if (deps.source === undefined || commit === undefined || files === undefined) {
    deps.log.info('the workspace does not have the commit: the output "services" is empty, and all is to be tested');
    return { tests: EVERY };
  }
  const changed = await changedServices(configuration, files, commit, deps);
  return {
    'node-version': await wantedNodeVersion(files.read, deps.source.prefix),
    services: changed === undefined ? undefined : JSON.stringify(changed.map(({ key }) => key)),
    tests: changed === undefined ? EVERY : (await withTests(changed, files)).join(',') || NONE,
  };
}

/** Undefined where the services cannot be read: the deploy says why. */
async function changedServices(
  { stage, profile, services: configured, only }: EffectiveConfiguration,
  files: ApplicationFiles,
  commit: string,
  { source, log }: Parts,
): Promise<Service[] | undefined> {
  const { mergeBase, name } = stage;
  const lookup = knownVariables({ stage: name, region: profile.region }, new Map());
  const all = await discoverServices(files, configured, lookup).catch((error: Error) => {
    log.warning(`the services of ${shortCommit(commit)} cannot be told: ${error.message}`);
    return undefined;
  });
  const services = all?.filter(({ key }) => only?.includes(key) ?? true);
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
