import type { Config } from '../configuration/schema.ts';
import { ownValue } from '../own-value.ts';
import type { Service } from '../service/definition.ts';
import { outputOfParameter } from '../service/parameter-outputs.ts';

/** Names of the parameters that services give themselves (`params` of their own configuration), by service and by stage; `default` is all stages. */
export type OwnParameters = ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;

/**
 * Returns the parameters that services read in a stage without a fallback, and that neither its profile, nor another service's
 * outputs, nor they themselves give. A profile with a `parameters-path` may give any.
 */
export function unmetParameters(
  config: Config,
  stage: string,
  services: readonly Service[],
  own: OwnParameters,
): string[] {
  const { profile = stage, services: only } = config.stages?.[stage] ?? {};
  const { parameters = {}, 'parameters-path': path } = ownValue(config.profiles, profile) ?? {};
  if (path !== undefined) {
    return [];
  }
  const keys = services.map(({ key }) => key);
  const unmet = services
    .filter(({ key }) => only?.includes(key) ?? true)
    .flatMap(({ key, reads, composeParams, isProgram }) => {
      const { default: always = [], [stage]: here = [] } = own.get(key) ?? {};
      const given = new Set([...Object.keys(parameters), ...Object.keys(composeParams), ...always, ...here]);
      // What a program reads is not all that it may be given.
      return isProgram
        ? []
        : reads.needed.filter((name) => !given.has(name) && outputOfParameter(name, keys) === undefined);
    });
  return [...new Set(unmet)].sort();
}
