import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { knownVariables } from '../../core/serverless/known-variables.ts';
import { discoverServices } from '../../core/service/discover.ts';
import type { Dependencies } from './resolution.ts';

/**
 * Returns the keys of the services that a deploy is about, as a JSON list, by git alone: for a preview those whose source
 * differs from where it leaves its base; for a configured stage, and where that cannot be told, all of them. Undefined
 * where the workspace is no clone that has the commit, or the services in it cannot be read (the deploy says why).
 */
export async function changedServices(
  { stage, profile, services: configured, only }: EffectiveConfiguration,
  { source, filesOf, log }: Pick<Dependencies, 'source' | 'filesOf' | 'log'>,
): Promise<string | undefined> {
  const { commit, mergeBase, name } = stage;
  const files = commit === undefined ? undefined : await filesOf(commit);
  if (source === undefined || commit === undefined || files === undefined) {
    log.info('the workspace does not have the commit, so the output "services" is empty');
    return undefined;
  }
  const lookup = knownVariables({ stage: name, region: profile.region }, new Map());
  const all = await discoverServices(files, configured, lookup).catch((error: Error) => {
    log.warning(`the services of ${commit.slice(0, 7)} cannot be told: ${error.message}`);
    return undefined;
  });
  if (all === undefined) {
    return undefined;
  }
  const services = all.filter(({ key }) => only?.includes(key) ?? true);
  const before = mergeBase === undefined ? undefined : await source.atCommit(mergeBase, services);
  const now = before === undefined ? undefined : await source.atCommit(commit, services);
  const changed = services.filter(({ key, triggers }) => {
    return now === undefined || triggers === 'always' || before?.get(key) !== now.get(key);
  });
  return JSON.stringify(changed.map(({ key }) => key));
}
