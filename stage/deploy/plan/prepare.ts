import { UserError } from '../../../core/errors.ts';
import { checkCli, needsLicence, type ServerlessCli } from '../../../core/serverless/cli.ts';
import { checkServerless4Values } from '../../../core/serverless/parameters.ts';
import { checkDistinctNames } from '../../../core/service/choose.ts';
import type { Service } from '../../../core/service/definition.ts';
import { checkRoleName } from '../../../core/service/names.ts';
import type { Dependencies } from '../dependencies.ts';

/** The services with the CLI of each, by key. */
export type Clis = ReadonlyMap<string, ServerlessCli>;

/** Checks the services that may be deployed, before anything is asked of AWS, and finds their CLIs. */
export async function prepareServices(
  services: readonly Service[],
  hasLicence: boolean,
  { configuration, parameters, folderOf, findCli }: Dependencies,
): Promise<Clis> {
  checkDistinctNames(services);
  const { name: stage } = configuration.stage;
  for (const service of services) {
    for (const region of service.makesRole && service.name !== undefined ? configuration.profile.regions : []) {
      checkRoleName({ service: service.name ?? '', stage, region });
    }
  }
  const clis = new Map<string, ServerlessCli>();
  for (const service of services) {
    const cli = await findCli(folderOf(service));
    checkCli(cli, hasLicence);
    if (needsLicence(cli)) {
      checkServerless4Values(parameters);
    }
    clis.set(service.key, cli);
  }
  return clis;
}

/** Returns a function that notes which service has which stack; it throws E_STACK_COLLISION for the second of one name. */
export function createStackClaims(): (stack: string, key: string) => void {
  const owners = new Map<string, string>();
  return (stack, key) => {
    const owner = owners.get(stack);
    if (owner !== undefined && owner !== key) {
      throw new UserError('E_STACK_COLLISION', {
        what: `the services "${owner}" and "${key}" both have the stack "${stack}"`,
        fix: 'give each its own `service:` (or provider.stackName)',
      });
    }
    owners.set(stack, key);
  };
}
