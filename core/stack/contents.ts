import { type CliStack, ownImages, sharedPackages } from './left-outside.ts';
import { parseTemplate, type Resource, retainedResources } from './retained.ts';

/** What a stack holds that its removal has to know of. */
export interface StackContents<One extends Resource = Resource> {
  /** Resources that its removal leaves behind. */
  readonly retained: readonly One[];
  /** Names of the buckets that go with it, and have to be empty for that. */
  readonly buckets: readonly string[];
  /** Names of the log groups of its functions: a late call makes one anew, which the stack does not know of. */
  readonly logGroups: readonly string[];
  /** ARNs of its nested stacks. */
  readonly nested: readonly string[];
  /** Where its packages are in a bucket that is not its own. */
  readonly packages: readonly { readonly bucket: string; readonly prefix: string }[];
  /** Repositories that the CLI made for images of its functions. */
  readonly images: readonly string[];
  /** Names of all its buckets, those that stay too. */
  readonly ownBuckets: readonly string[];
  /** Names of all its functions. */
  readonly functions: readonly string[];
  /** Whether its template could be read; else it is not known what is retained, and nothing may be emptied. */
  readonly isKnown: boolean;
}

/** Reads what a stack holds from its resources and its template (as text; undefined where it may not be read). */
export function stackContents<One extends Resource>(
  resources: readonly One[],
  template: string | undefined,
  stack: CliStack,
): StackContents<One> {
  const parsed = parseTemplate(template);
  // What could not be made may have the name of somebody else's.
  const made = resources.filter(({ status, physicalId }) => physicalId !== '' && status !== 'CREATE_FAILED');
  const retained = retainedResources(made, template);
  const goes = (one: One) => one.status !== 'DELETE_COMPLETE' && !retained.includes(one);
  const standing = made.filter(goes);
  // One that could not be made has an ARN all the same, which nobody else's has.
  const unremoved = resources.filter(goes);
  const named = (list: readonly One[], type: string) =>
    list.filter((one) => one.type === type).map(({ physicalId }) => physicalId);
  return withoutKept({
    retained,
    // What the template does not have any more is not known to be deleted either.
    buckets: named(
      standing.filter(({ logicalId }) => parsed?.[logicalId]?.Type === 'AWS::S3::Bucket'),
      'AWS::S3::Bucket',
    ),
    logGroups: parsed === undefined ? [] : logGroupsOf(made, retained, stack),
    nested: named(unremoved, 'AWS::CloudFormation::Stack').filter((id) => id.startsWith('arn:')),
    packages: sharedPackages(parsed ?? {}, stack),
    images: ownImages(parsed ?? {}, stack),
    ownBuckets: named(resources, 'AWS::S3::Bucket'),
    functions: named(resources, 'AWS::Lambda::Function'),
    isKnown: parsed !== undefined,
  });
}

/** Joins what a stack holds with what a nested one does. */
export function joinContents<One extends Resource>(a: StackContents<One>, b: StackContents<One>): StackContents<One> {
  return withoutKept({
    retained: [...a.retained, ...b.retained],
    buckets: [...a.buckets, ...b.buckets],
    logGroups: [...a.logGroups, ...b.logGroups],
    nested: [...a.nested, ...b.nested],
    packages: [...a.packages, ...b.packages],
    images: [...new Set([...a.images, ...b.images])],
    ownBuckets: [...a.ownBuckets, ...b.ownBuckets],
    functions: [...a.functions, ...b.functions],
    isKnown: a.isKnown && b.isKnown,
  });
}

/** A log group that one stack keeps may be of a function in another; what is in an own bucket goes, or stays, with it. */
function withoutKept<One extends Resource>(contents: StackContents<One>): StackContents<One> {
  const kept = new Set(contents.retained.map(({ physicalId }) => physicalId));
  return {
    ...contents,
    logGroups: contents.logGroups.filter((name) => !kept.has(name)),
    packages: contents.packages.filter(({ bucket }) => !contents.ownBuckets.includes(bucket)),
  };
}

/**
 * Log groups of the functions that go with a stack. One that is gone already may have left its logs, but its name may be
 * another's by now: it has to hold the stage, as the Serverless Framework names functions. One that stays goes on logging.
 */
function logGroupsOf<One extends Resource>(
  made: readonly One[],
  retained: readonly One[],
  { stage }: CliStack,
): string[] {
  return made
    .filter((one) => one.type === 'AWS::Lambda::Function' && !retained.includes(one))
    .filter(({ status, physicalId }) => status !== 'DELETE_COMPLETE' || physicalId.includes(`-${stage}-`))
    .map(({ physicalId }) => `/aws/lambda/${physicalId}`);
}
