import { UserError } from '../errors.ts';
import { suggestName } from '../suggest.ts';
import type { Service } from './definition.ts';

/**
 * Reads the input that names services: undefined where the run decides (no input), all keys for `all`, else those that are
 * named. Throws E_SERVICE_UNKNOWN with the nearest key.
 */
export function parseChoice(
  services: readonly Pick<Service, 'key'>[],
  wanted: readonly string[] | undefined,
): Set<string> | undefined {
  const keys = services.map((service) => service.key);
  if (wanted === undefined || wanted.includes('all')) {
    return wanted === undefined ? undefined : new Set(keys);
  }
  for (const key of wanted) {
    if (!keys.includes(key)) {
      throw new UserError('E_SERVICE_UNKNOWN', { what: `"${key}" is not a service`, fix: suggestName(key, keys) });
    }
  }
  return new Set(wanted);
}

/**
 * Checks that no two services have one name, which stacks, records and `${output:NAME.KEY}` go by, and so do exports of the
 * Serverless Framework's own (`sls-<service>-<stage>-…`, osls 4.3, serverless 3): CloudFormation lets only one stack of a region
 * have such a one. Throws E_STACK_COLLISION.
 */
export function checkDistinctNames(services: readonly Service[]): void {
  const byName = new Map<string, Service>();
  for (const service of services) {
    const twin = service.name === undefined ? undefined : byName.get(service.name);
    if (twin !== undefined) {
      throw new UserError('E_STACK_COLLISION', {
        what: `the services in ${twin.path} and ${service.path} are both called "${service.name}"`,
        why:
          service.stackName === twin.stackName
            ? 'they would share one stack in every stage'
            : `their stacks differ, but both would export sls-${service.name}-STAGE-ServerlessDeploymentBucketName, which CloudFormation takes once, and \${output:NAME.KEY} tells services apart by their names`,
        fix: 'give each its own `service:`',
      });
    }
    if (service.name !== undefined) {
      byName.set(service.name, service);
    }
  }
}
