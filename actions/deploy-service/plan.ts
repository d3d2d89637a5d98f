import { join } from 'node:path';
import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { UserError } from '../../core/errors.ts';
import type { Parameter } from '../../core/profile/parameter.ts';
import { checkCli, needsLicence, type ServerlessCli } from '../../core/serverless/cli.ts';
import { checkServerless4Values } from '../../core/serverless/parameters.ts';
import { checkDistinctNames, chooseServices } from '../../core/service/choose.ts';
import type { Service } from '../../core/service/definition.ts';
import { checkRoleName } from '../../core/service/names.ts';
import type { CliJob } from '../../io/serverless/runner.ts';

export interface PlanParts {
  readonly configuration: EffectiveConfiguration;
  readonly wanted: readonly string[];
  /** Absolute path of the application's folder. */
  readonly root: string;
  readonly parameters: readonly Parameter[];
  readonly hasLicence: boolean;
  readonly findServices: (root: string, configured: EffectiveConfiguration['services']) => Promise<Service[]>;
  readonly findCli: (folder: string) => Promise<ServerlessCli>;
}

/** Finds out what is deployed and by what, and checks all that can be checked before anything is touched. */
export async function planJobs(parts: PlanParts): Promise<CliJob[]> {
  const { configuration, root } = parts;
  const services = chooseServices(await parts.findServices(root, configuration.services), parts.wanted);
  checkDistinctNames(services);
  const { name: stage } = configuration.stage;
  const { region } = configuration.profile;
  for (const service of services) {
    if (service.makesRole && service.name !== undefined) {
      checkRoleName({ service: service.name, stage, region });
    }
  }
  const jobs: CliJob[] = [];
  for (const service of services) {
    const folder = join(root, service.path);
    const cli = await parts.findCli(folder);
    checkCli(cli, parts.hasLicence);
    if (needsLicence(cli)) {
      checkServerless4Values(parts.parameters);
    }
    jobs.push({ key: service.key, folder, cli });
  }
  return jobs;
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
