import type { TemplateResources } from './retained.ts';

/** A deployment of a service as the CLI knows it. */
export interface CliStack {
  readonly service: string;
  readonly stage: string;
  /** Name of the stack. */
  readonly stackName: string;
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
}

/** The folder that the CLI makes for each package: milliseconds and the time (osls, generate-artifact-directory-name). */
const PACKAGE_FOLDER = /^\d{13}-\d{4}-\d\d-\d\dT/;

/** What the CLI names by service and stage alone is this stack's own only where the stack has its usual name. */
const hasUsualName = ({ service, stage, stackName }: CliStack) => stackName === `${service}-${stage}`;

/** Where the packages of a stack are in a bucket that many stages share (serverless 4's, or deploymentBucket): SERVICE/STAGE/. */
export function sharedPackages(
  resources: TemplateResources,
  stack: CliStack,
): { readonly bucket: string; readonly prefix: string }[] {
  const found = new Map<string, { bucket: string; prefix: string }>();
  for (const { Properties } of Object.values(resources).flatMap((resource) => resource ?? [])) {
    const { S3Bucket: bucket, S3Key: key } = Properties?.Code ?? {};
    if (typeof bucket === 'string' && typeof key === 'string' && hasUsualName(stack)) {
      const folder = `/${stack.service}/${stack.stage}/`;
      const at = `/${key}`.indexOf(folder);
      const end = at + folder.length;
      if (at >= 0 && PACKAGE_FOLDER.test(`/${key}`.slice(end))) {
        const prefix = `/${key}`.slice(1, end);
        found.set(`${bucket}/${prefix}`, { bucket, prefix });
      }
    }
  }
  return [...found.values()];
}

/** The repository of images that the CLI makes for a stack, `serverless-SERVICE-STAGE`, outside of it. */
export function ownImages(resources: TemplateResources, stack: CliStack): string[] {
  const { service, stage, account, region } = stack;
  const name = `serverless-${service}-${stage}`.toLowerCase().replace(/-+/g, '-').replace(/-$/, '');
  // Right behind this account's registry: a repository with a path, or of another account, is somebody else's.
  const uri = new RegExp(`^${account}\\.dkr\\.ecr\\.${region}\\.[^/]+/${name}[@:]`);
  const uses = Object.values(resources).some((resource) =>
    uri.test(String(resource?.Properties?.Code?.['ImageUri'] ?? '')),
  );
  return uses && hasUsualName(stack) ? [name] : [];
}
