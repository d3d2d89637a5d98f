import * as v from 'valibot';
import { atFunction, type Finding, policy } from '../policy/policy.ts';
import { isOfFramework } from '../view/functions.ts';
import { recordOf } from '../view/resource.ts';
import { alternatives, listOf } from '../view/values.ts';

export const requireGlobalVpc = policy({
  checks: 'every function is in a VPC, with security groups and enough subnets',
  configuration: 'minNumSubnets (2)',
  example: 'require-global-vpc: { minNumSubnets: 3 }',
  config: v.optional(
    v.strictObject({
      minNumSubnets: v.optional(
        v.pipe(v.number(), v.integer('is not a whole number'), v.minValue(1, 'is less than 1')),
      ),
    }),
  ),
  check: ({ functions }, { minNumSubnets = 2 } = {}) =>
    functions
      .filter((one) => !isOfFramework(one))
      .flatMap((one): Finding[] => {
        const fault = alternatives(one.properties['VpcConfig'])
          .map((config) => faultOf(recordOf(config), minNumSubnets))
          .find((found) => found !== undefined);
        return fault === undefined
          ? []
          : [
              {
                ...atFunction(one),
                what: `the function ${one.label} ${fault}`,
                fix: 'set `provider.vpc` with securityGroupIds and subnetIds',
              },
            ];
      }),
});

function faultOf({ SecurityGroupIds: groups, SubnetIds: subnets }: Readonly<Record<string, unknown>>, min: number) {
  if (!isGiven(groups) || !isGiven(subnets)) {
    return 'is in no VPC with security groups and subnets';
  }
  const counts = alternatives(subnets).flatMap((one) => (Array.isArray(one) ? [listOf(one).length] : []));
  const least = Math.min(...counts);
  return least < min ? `has ${least} subnets, and ${min} are needed` : undefined;
}

/** A list with entries, or what the template puts a list in place of. */
function isGiven(list: unknown): boolean {
  return alternatives(list).every((one) =>
    Array.isArray(one) ? listOf(one).length > 0 : one !== undefined && one !== null,
  );
}
