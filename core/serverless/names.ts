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
 * E_NAME_TOO_LONG with the limit and how much is over. Nothing has been asked of AWS yet. In a preview's package the role gets
 * another name where this one does not fit (`withOwnNames`).
 */
export function checkRoleName({ service, stage, region }: ServiceNames): void {
  const sum = service.length + stage.length + region.length;
  if (sum > MAX_NAME_SUM) {
    throw new UserError('E_NAME_TOO_LONG', {
      what: `the service "${service}", the stage "${stage}" and the region "${region}" have ${sum} characters together`,
      why: `the name of the role of its functions (<service>-<stage>-<region>-lambdaRole, 64) leaves ${MAX_NAME_SUM}`,
      fix: `shorten the service's name by ${sum - MAX_NAME_SUM}, or set provider.iam.role.name`,
    });
  }
}

/** Longest name of a Lambda function. */
const FUNCTION_NAME_MAX = 64;

/** Returns how long a stage's name may be beside the names of functions, the stage cut out of them. */
export function roomForStage(functionNames: readonly string[]): number {
  return FUNCTION_NAME_MAX - Math.max(0, ...functionNames.map((name) => name.length));
}

/** Checks that the names of a service's functions fit; throws E_NAME_TOO_LONG with how much is over. Nothing has been asked of AWS yet. */
export function checkFunctionNames(key: string, functionNames: readonly string[], stage: string): void {
  const over = stage.length - roomForStage(functionNames);
  if (over > 0) {
    const longest = functionNames.reduce((a, b) => (b.length > a.length ? b : a), '');
    throw new UserError('E_NAME_TOO_LONG', {
      what: `the function "${longest.replace('--', `-${stage}-`)}" of "${key}" has ${FUNCTION_NAME_MAX + over} characters in the stage "${stage}"`,
      why: `AWS takes at most ${FUNCTION_NAME_MAX}`,
      fix: `shorten the name of the service or of the function by ${over}`,
    });
  }
}

/** Whether a role's name is the one that the Serverless Framework makes, and is too long for IAM in a region. */
export function isLongRoleName(name: unknown, region: string): boolean {
  const isMade = JSON.stringify(name)?.endsWith('{"Ref":"AWS::Region"},"lambdaRole"]]}') === true;
  return isMade && (literalName(name, region)?.length ?? 0) > ROLE_NAME_MAX;
}

const ROLE_NAME_MAX = 64;

interface NameLimit {
  readonly property: string;
  readonly max: number;
  readonly form?: RegExp;
  /** The form in words. */
  readonly rule?: string;
}

/** Longest physical names that AWS takes, by resource type. */
const LIMITS: Readonly<Record<string, NameLimit>> = {
  'AWS::IAM::Role': { property: 'RoleName', max: ROLE_NAME_MAX },
  'AWS::Lambda::Function': { property: 'FunctionName', max: FUNCTION_NAME_MAX },
  'AWS::S3::Bucket': {
    property: 'BucketName',
    max: 63,
    form: /^[a-z0-9][a-z0-9.-]*$/,
    rule: 'lower-case letters, digits, - and .',
  },
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
  checkForm(
    `the stack's name "${stack}"`,
    /^[A-Za-z][A-Za-z0-9-]*$/.test(stack),
    'letters, digits and -, beginning with a letter',
  );
  for (const [id, resource] of Object.entries(resources)) {
    const limit = LIMITS[resource.Type ?? ''];
    const name = limit === undefined ? undefined : literalName(resource.Properties?.[limit.property], region);
    if (limit !== undefined && name !== undefined) {
      const what = `${limit.property} "${name}" of the resource ${id} in the stack ${stack}`;
      checkLength(what, name.length, limit.max);
      checkForm(what, limit.form?.test(name) ?? true, limit.rule ?? '');
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

function checkForm(what: string, holds: boolean, rule: string): void {
  if (!holds) {
    throw new UserError('E_NAME_TOO_LONG', {
      what: `${what} is not a name that AWS takes`,
      why: `it takes ${rule}`,
      fix: 'change it',
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
