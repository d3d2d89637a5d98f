import { onlyDefined } from '../only-defined.ts';
import type { Config } from './schema.ts';

/** Commands of a service, each run by a shell, in its folder where nothing else is said. */
export interface ServiceCommands {
  /** Before a deploy, without any credentials; false: none. */
  readonly test?: string | false;
  /** After a deploy; a part of the verdict. */
  readonly verify?: string;
  readonly beforeDeploy?: string;
  readonly afterDeploy?: string;
  /** Before its stack is removed; in an empty folder, as a removal has no checkout. */
  readonly beforeDestroy?: string;
}

/** A service as the configuration lists it, defaults filled in. */
export interface EffectiveService {
  readonly path: string;
  /** The file of its configuration; absent if it has one of the usual names. */
  readonly config?: string;
  readonly dependsOn: readonly string[];
  readonly triggers: readonly string[] | 'always';
  readonly shared: boolean | 'always';
  /** Absent where it has none. */
  readonly commands?: ServiceCommands;
}

type ServiceConfig = NonNullable<Config['services']>[string];

/** Fills in the defaults of the services that a configuration lists. */
export function effectiveServices(services: NonNullable<Config['services']>): Record<string, EffectiveService> {
  const entries = Object.entries(services).map(([key, service]): [string, EffectiveService] => {
    const { path, config, 'depends-on': dependsOn = [], triggers = [], shared = false } = service;
    const commands = commandsOf(service);
    const own = Object.keys(commands).length === 0 ? {} : { commands };
    return [key, { path, ...onlyDefined({ config }), dependsOn, triggers, shared, ...own }];
  });
  return Object.fromEntries(entries);
}

function commandsOf({ test, verify, hooks }: ServiceConfig): ServiceCommands {
  const beforeDeploy = hooks?.['before-deploy'];
  const afterDeploy = hooks?.['after-deploy'];
  const beforeDestroy = hooks?.['before-destroy'];
  return {
    ...onlyDefined({ test, verify, beforeDeploy, afterDeploy, beforeDestroy }),
  };
}
