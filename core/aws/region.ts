import { nearestName } from '../suggest.ts';

/** The form of an AWS region's name. */
export const REGION_PATTERN =
  /^[a-z]{2}(-(gov|iso[a-z]?))?-(north|south|east|west|central)((?<=north|south)(east|west))?-[0-9]$/;

/** Regions that AWS had when this was written; new ones pass by their form, these serve the hint. */
export const KNOWN_REGIONS = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-central-1',
  'ca-west-1',
  'cn-north-1',
  'cn-northwest-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
] as const;

/** Returns the hint for a region that is not one: the nearest real name, where one is near. */
export function regionHint(region: string): string {
  const nearest = nearestName(region, KNOWN_REGIONS);
  return nearest === undefined ? 'write a region such as us-east-1' : `did you mean "${nearest}"?`;
}

/** Regions that every account has; all others of the partition `aws` have to be enabled (AWS Account Management, Regions). */
const ALWAYS_ON =
  /^(us-(east|west)-[12]|ap-northeast-[123]|ap-south-1|ap-southeast-[12]|ca-central-1|eu-central-1|eu-west-[123]|eu-north-1|sa-east-1)$/;

/** Whether an account has a region without enabling it. */
export function isAlwaysOn(region: string): boolean {
  return partitionOf(region) !== 'aws' || ALWAYS_ON.test(region);
}

export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

/** Returns the AWS partition that a region belongs to. */
export function partitionOf(region: string): Partition {
  if (region.startsWith('cn-')) {
    return 'aws-cn';
  }
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
