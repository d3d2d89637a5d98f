import type { EffectiveConfiguration } from '../../../core/configuration/effective.ts';
import { checkCli, needsLicence, type ServerlessCli } from '../../../core/serverless/cli.ts';
import { checkFunctionNames, checkRoleName } from '../../../core/serverless/names.ts';
import { checkServerless4Values } from '../../../core/serverless/parameters.ts';
import { checkDistinctNames } from '../../../core/service/choose.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { DeployEdges } from '../../edges.ts';

/** The CLI of each service, by key. */
export type Clis = ReadonlyMap<string, ServerlessCli>;

/**
 * Checks the services that may be deployed, before anything is asked of AWS, and finds the CLI of each. Throws
 * E_STACK_COLLISION, E_NAME_TOO_LONG, E_CLI_MISSING, E_CLI_VERSION, E_CLI_LICENSE.
 */
export async function findClis(
  services: readonly Service[],
  hasLicence: boolean,
  {
    configuration,
    parameters,
    folderOf,
    findCli,
  }: Pick<DeployEdges, 'configuration' | 'parameters' | 'folderOf' | 'findCli'>,
): Promise<Clis> {
  checkDistinctNames(services);
  for (const service of services.filter(({ key }) => configuration.only?.includes(key) ?? true)) {
    checkNames(service, configuration);
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

/** Checks that the names which the Serverless Framework makes for a service fit in a stage; throws E_NAME_TOO_LONG. */
export function checkNames(service: Service, { stage: { name: stage, kind }, profile }: EffectiveConfiguration): void {
  checkFunctionNames(service.key, service.functionNames, stage);
  const isNamed = service.makesRole && service.name !== undefined && kind === 'configured';
  for (const region of isNamed ? profile.regions : []) {
    checkRoleName({ service: service.name ?? '', stage, region });
  }
}
