import { holdsData } from './stateful.ts';

/** What a deploy does to one resource of a stack. */
export interface StackChange {
  readonly action: 'add' | 'modify' | 'replace' | 'remove';
  readonly logicalId: string;
  readonly type: string;
  /** Logical ids of the nested stacks that it is in, outermost first, joined by `/`; absent in the service's own stack. */
  readonly stack?: string;
  /** Whether what is removed, or what was replaced, stays in the account. */
  readonly keeps: boolean;
  /** Whether CloudFormation knows that it happens; false if it only may. */
  readonly isCertain: boolean;
  /** Whether it changes what somebody is allowed. */
  readonly rights?: true;
}

/** A change as a change set has it (API reference of CloudFormation, `ResourceChange`). */
export interface ResourceChange {
  readonly action: string;
  readonly logicalId: string;
  readonly type: string;
  readonly replacement?: string;
  readonly policyAction?: string;
  /** Names of the properties that change. */
  readonly properties: readonly string[];
}

/**
 * Returns what a change set's entry does. What may replace a resource (`Conditional`) or is not known before it happens
 * (`Dynamic`) is taken for a replacement where the resource holds data.
 */
export function stackChange(change: ResourceChange, stack?: string): StackChange {
  const { logicalId, type, policyAction = '' } = change;
  const action = actionOf(change);
  const isOpen = change.replacement === 'Conditional' || change.action === 'Dynamic';
  return {
    action,
    logicalId,
    type,
    ...(stack === undefined ? {} : { stack }),
    keeps: policyAction === 'Retain' || policyAction === 'ReplaceAndRetain',
    isCertain: !isOpen,
    ...(changesRights(change) ? { rights: true as const } : {}),
  };
}

/** Returns what the first deploy of a template does: all is added. */
export function allAdded(resources: Readonly<Record<string, { readonly Type?: unknown } | undefined>>): StackChange[] {
  return Object.entries(resources).flatMap(([logicalId, resource]) => {
    const type = resource?.Type;
    return typeof type === 'string' ? [stackChange({ action: 'Add', logicalId, type, properties: [] })] : [];
  });
}

/** Whether a change may take data away. */
export function losesData({ type, action, keeps }: StackChange): boolean {
  return holdsData(type) && (action === 'replace' || (action === 'remove' && !keeps));
}

function actionOf({ action, type, replacement, policyAction = '' }: ResourceChange): StackChange['action'] {
  if (action === 'Add' || action === 'Import') {
    return 'add';
  }
  if (action === 'Remove') {
    return 'remove';
  }
  const isReplaced =
    replacement === 'True' ||
    replacement === 'Conditional' ||
    policyAction.startsWith('ReplaceAnd') ||
    (action === 'Dynamic' && holdsData(type));
  return isReplaced ? 'replace' : 'modify';
}

/** Properties that say who may do something, by type; of some types everything does. */
const RIGHTS: Readonly<Record<string, readonly string[] | 'all'>> = {
  'AWS::Cognito::IdentityPoolRoleAttachment': 'all',
  'AWS::ECR::RegistryPolicy': ['PolicyText'],
  'AWS::Events::EventBusPolicy': 'all',
  'AWS::KMS::Key': ['KeyPolicy'],
  'AWS::Lambda::LayerVersionPermission': 'all',
  'AWS::Lambda::Permission': 'all',
  'AWS::Lambda::Url': ['AuthType'],
  'AWS::S3::BucketPolicy': ['PolicyDocument'],
  'AWS::SNS::TopicInlinePolicy': ['PolicyDocument'],
  'AWS::SNS::TopicPolicy': ['PolicyDocument'],
  'AWS::SQS::QueueInlinePolicy': ['PolicyDocument'],
  'AWS::SQS::QueuePolicy': ['PolicyDocument'],
  'AWS::SecretsManager::ResourcePolicy': ['ResourcePolicy'],
};
/** Properties of IAM's that grant nothing. */
const HARMLESS = ['Description', 'Tags', 'MaxSessionDuration', 'Path'];

/** What only gets another description changes none; a policy that goes may have denied something. */
function changesRights({ action, type, properties }: ResourceChange): boolean {
  const isWhole = action === 'Add' || action === 'Remove';
  if (type.startsWith('AWS::IAM::')) {
    return isWhole || properties.some((name) => !HARMLESS.includes(name));
  }
  const rights = RIGHTS[type];
  return rights !== undefined && (isWhole || rights === 'all' || properties.some((name) => rights.includes(name)));
}
