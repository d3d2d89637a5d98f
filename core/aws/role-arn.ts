import { type Partition, partitionOf } from './region.ts';

export interface RoleArn {
  readonly partition: Partition;
  /** Twelve digits. */
  readonly account: string;
  /** The role's name, with its path. */
  readonly name: string;
}

const PARTITIONS: readonly string[] = ['aws', 'aws-cn', 'aws-us-gov'] satisfies Partition[];
const EXAMPLE = 'arn:aws:iam::111111111111:role/serverless-stages';

/** Says which part of a text keeps it from being the ARN of an IAM role that serves `region`; undefined where none does. */
export function roleArnFault(arn: string, region?: string): string | undefined {
  if (arn !== arn.trim()) {
    return 'it has blanks around it';
  }
  const [prefix, partition, service, noRegion, account, ...rest] = arn.split(':');
  const resource = rest.join(':');
  const checks: readonly (readonly [boolean, string])[] = [
    [prefix === 'arn', 'it does not begin with "arn:"'],
    [PARTITIONS.includes(partition ?? ''), `the partition "${partition}" is none of ${PARTITIONS.join(', ')}`],
    [service === 'iam', `the service is "${service}", not "iam"`],
    [noRegion === '', `it names a region "${noRegion}", which the ARN of a role has not`],
    [/^[0-9]{12}$/.test(account ?? ''), `the account "${account}" is not 12 digits`],
    [!resource.startsWith('user/'), 'it is the ARN of a user, not of a role'],
    [/^role\/[\w+=,.@/-]+$/.test(resource), `"${resource}" is not "role/NAME"`],
    [
      region === undefined || partition === partitionOf(region),
      `the partition "${partition}" has no region "${region}"; that region is in "${partitionOf(region ?? '')}"`,
    ],
  ];
  return checks.find(([holds]) => !holds)?.[1];
}

/** Takes the ARN of a role apart; the text must have passed `roleArnFault`. */
export function parseRoleArn(arn: string): RoleArn {
  const [, partition, , , account, resource] = arn.split(':');
  return {
    partition: (partition ?? 'aws') as Partition,
    account: account ?? '',
    name: (resource ?? '').slice('role/'.length),
  };
}

/** What to write instead of a text that is not the ARN of a role. */
export const ROLE_ARN_FIX = `write the ARN of an IAM role, such as ${EXAMPLE}`;
