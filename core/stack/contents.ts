import { parseDocument, visit } from 'yaml';

/** A resource of a stack, as far as its removal is of interest. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
}

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
  /** Whether its template could be read; else it is not known what is retained, and nothing may be emptied. */
  readonly isKnown: boolean;
}

/** Reads what a stack holds from its resources and its template (as text; undefined where it may not be read). */
export function stackContents<One extends Resource>(
  resources: readonly One[],
  template: string | undefined,
  { service, stage }: { readonly service: string; readonly stage: string },
): StackContents<One> {
  const parsed = parseTemplate(template);
  // What could not be made may have the name of somebody else's.
  const made = resources.filter(({ status, physicalId }) => physicalId !== '' && status !== 'CREATE_FAILED');
  const retained = retainedResources(made, template);
  const standing = made.filter((one) => one.status !== 'DELETE_COMPLETE' && !retained.includes(one));
  const named = (list: readonly One[], type: string) =>
    list.filter((one) => one.type === type).map(({ physicalId }) => physicalId);
  const keptLogs = new Set(named(retained, 'AWS::Logs::LogGroup'));
  // A function that stays goes on writing its logs; one that is gone already may have left them.
  const functions = named(
    made.filter((one) => !retained.includes(one)),
    'AWS::Lambda::Function',
  );
  const own = new Set(named(resources, 'AWS::S3::Bucket'));
  return {
    retained,
    buckets: named(standing, 'AWS::S3::Bucket'),
    logGroups: functions.map((name) => `/aws/lambda/${name}`).filter((name) => !keptLogs.has(name)),
    nested: named(standing, 'AWS::CloudFormation::Stack').filter((id) => id.startsWith('arn:')),
    packages: sharedPackages(parsed ?? {}, service, stage).filter(({ bucket }) => !own.has(bucket)),
    images: ownImages(parsed ?? {}, service, stage),
    isKnown: parsed !== undefined,
  };
}

/**
 * Returns the resources that the removal of a stack leaves behind: those that CloudFormation kept already, and those whose
 * DeletionPolicy in the template (as text; undefined where it may not be read) says so.
 */
export function retainedResources<One extends Resource>(
  resources: readonly One[],
  template: string | undefined,
): One[] {
  const parsed = parseTemplate(template);
  return resources.filter(
    ({ logicalId, physicalId, status }) =>
      status === 'DELETE_SKIPPED' ||
      (status !== 'DELETE_COMPLETE' && physicalId !== '' && isKeptByPolicy(parsed?.[logicalId]?.DeletionPolicy)),
  );
}

interface TemplateResource {
  readonly Type?: unknown;
  readonly DeletionPolicy?: unknown;
  readonly Properties?: { readonly Code?: Readonly<Record<string, unknown>> };
}

type TemplateResources = Readonly<Record<string, TemplateResource | undefined>>;

/** The resources of a template in JSON or YAML; undefined where it is no template. */
function parseTemplate(template: string | undefined): TemplateResources | undefined {
  // YAML takes JSON in.
  const document = parseDocument(template ?? '', { logLevel: 'silent' });
  if (document.errors.length > 0) {
    return undefined;
  }
  // `!Ref x` is no text: what a tag of CloudFormation comes to is not known here.
  visit(document, {
    Node: (_, node) => (node.tag?.startsWith('!') ? document.createNode({ tag: node.tag }) : undefined),
  });
  const parsed = document.toJS() as { readonly Resources?: unknown } | null;
  const resources = typeof parsed === 'object' ? parsed?.Resources : undefined;
  const isMap = typeof resources === 'object' && resources !== null && !Array.isArray(resources);
  return isMap ? (resources as TemplateResources) : undefined;
}

/** A policy that is not a plain text (a condition) may keep the resource, so it counts as one that does. */
function isKeptByPolicy(policy: unknown): boolean {
  return policy !== undefined && policy !== 'Delete';
}

/** The CLI keeps packages below SERVICE/STAGE/ also in a bucket that many stages share (serverless 4's, or deploymentBucket). */
function sharedPackages(resources: TemplateResources, service: string, stage: string) {
  const found = new Map<string, { bucket: string; prefix: string }>();
  for (const { Properties } of Object.values(resources).flatMap((resource) => resource ?? [])) {
    const { S3Bucket: bucket, S3Key: key } = Properties?.Code ?? {};
    const folder = `/${service}/${stage}/`;
    const at = typeof key === 'string' ? `/${key}`.indexOf(folder) : -1;
    if (typeof bucket === 'string' && typeof key === 'string' && at >= 0) {
      const prefix = `/${key}`.slice(1, at + folder.length);
      found.set(`${bucket}/${prefix}`, { bucket, prefix });
    }
  }
  return [...found.values()];
}

/** The CLI makes one repository of images for each stack, `serverless-SERVICE-STAGE`, outside of it. */
function ownImages(resources: TemplateResources, service: string, stage: string): string[] {
  const name = `serverless-${service}-${stage}`.toLowerCase().replace(/-+/g, '-').replace(/-$/, '');
  const uses = Object.values(resources).some((resource) =>
    // Right behind the registry: a repository with a path is somebody else's.
    new RegExp(`^[^/]+/${name}[@:]`).test(String(resource?.Properties?.Code?.['ImageUri'] ?? '')),
  );
  return uses ? [name] : [];
}
