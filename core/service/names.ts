import { UserError } from '../errors.ts';

/** `<service>-<stage>-<region>-lambdaRole` has to fit the 64 characters of an IAM role's name. */
export const MAX_NAME_SUM = 51;

export interface ServiceNames {
  readonly service: string;
  readonly stage: string;
  readonly region: string;
}

/**
 * Checks that the role which the Serverless Framework makes for a service with functions gets a legal name; throws
 * E_NAME_TOO_LONG with the limit and how much is over. Nothing has been asked of AWS yet.
 */
export function checkRoleName({ service, stage, region }: ServiceNames): void {
  const sum = service.length + stage.length + region.length;
  if (sum > MAX_NAME_SUM) {
    throw new UserError('E_NAME_TOO_LONG', {
      what: `the service "${service}", the stage "${stage}" and the region "${region}" have ${sum} characters together`,
      why: `the name of the role of its functions (<service>-<stage>-<region>-lambdaRole, 64) leaves ${MAX_NAME_SUM}`,
      fix: `shorten the service's name by ${sum - MAX_NAME_SUM}, lower previews.max-length, or set provider.iam.role.name`,
    });
  }
}

interface NameLimit {
  readonly property: string;
  readonly max: number;
}

/** Longest physical names that AWS takes, by resource type. */
const LIMITS: Readonly<Record<string, NameLimit>> = {
  'AWS::IAM::Role': { property: 'RoleName', max: 64 },
  'AWS::Lambda::Function': { property: 'FunctionName', max: 64 },
  'AWS::S3::Bucket': { property: 'BucketName', max: 63 },
  'AWS::SQS::Queue': { property: 'QueueName', max: 80 },
  'AWS::Events::Rule': { property: 'Name', max: 64 },
  'AWS::DynamoDB::Table': { property: 'TableName', max: 255 },
};

interface TemplateResource {
  readonly Type?: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Checks the names in a packaged template, and its stack's, against AWS's limits; throws E_NAME_TOO_LONG. */
export function checkTemplateNames(
  stack: string,
  resources: Readonly<Record<string, TemplateResource>>,
  region: string,
): void {
  checkLength(`the stack's name "${stack}"`, stack.length, 128);
  for (const [id, resource] of Object.entries(resources)) {
    const limit = LIMITS[resource.Type ?? ''];
    const name = limit === undefined ? undefined : literalName(resource.Properties?.[limit.property], region);
    if (limit !== undefined && name !== undefined) {
      checkLength(`${limit.property} "${name}" of the resource ${id} in the stack ${stack}`, name.length, limit.max);
    }
  }
}

function checkLength(what: string, length: number, max: number): void {
  if (length > max) {
    throw new UserError('E_NAME_TOO_LONG', {
      what: `${what} has ${length} characters`,
      why: `AWS takes at most ${max}`,
      fix: `shorten it by ${length - max}: the service's name, the function's, or previews.max-length`,
    });
  }
}

/** A name as text where it is one, or a Fn::Join of texts and the region, as the Serverless Framework writes it. */
function literalName(value: unknown, region: string): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  const join = (value as { 'Fn::Join'?: [string, unknown[]] } | undefined)?.['Fn::Join'];
  if (!Array.isArray(join) || !Array.isArray(join[1])) {
    return undefined;
  }
  const parts = join[1].map((part) => (isRegion(part) ? region : part));
  return parts.every((part) => typeof part === 'string') ? parts.join(join[0]) : undefined;
}

function isRegion(part: unknown): boolean {
  return (part as { Ref?: string } | undefined)?.Ref === 'AWS::Region';
}
