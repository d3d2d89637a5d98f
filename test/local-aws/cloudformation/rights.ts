import { authorize, isBounded, isRoleBounded } from '../iam/authorize.ts';
import type { Access } from '../iam/identity-policy.ts';
import { stageTagOf } from '../iam/stage-tags.ts';
import { functionNameOf } from '../state/functions.ts';
import type { ResourceRequest } from './handler.ts';
import { generatedName } from './physical-id.ts';

export type Verb = 'create' | 'update' | 'remove';

/** An access without what all of CloudFormation's have in common. */
type Need = readonly [action: string, resource: string, context?: Access['context']];

interface Rule {
  readonly create: readonly Need[];
  readonly update: readonly Need[];
  readonly remove: readonly Need[];
}

/**
 * Throws where who changes a stack may not do what CloudFormation does for it with one resource: it acts with the caller's
 * rights. What a type needs is from the `handlers` of its schema in CloudFormation's registry, as far as the stand-in does it.
 */
export function checkRights(verb: Verb, request: ResourceRequest, physicalId?: string): void {
  const { world, stack } = request;
  const { callerKey } = stack;
  // A role that the stack was given acts in the caller's place.
  if (stack.wish?.roleArn !== undefined || !isBounded(world, callerKey)) return;
  const made = stack.wish?.tags['STAGE'];
  for (const [action, resource, context] of rulesOf(request, physicalId)[verb]) {
    const own = verb === 'create' && isOwn(request, resource);
    const tag = own ? (MAKES.test(action) ? undefined : made) : stageTagOf(world, resource);
    authorize(world, callerKey, {
      action,
      resource,
      context: {
        'aws:CalledVia': 'cloudformation.amazonaws.com',
        'aws:ResourceAccount': stack.account,
        'aws:RequestedRegion': stack.region,
        ...(tag === undefined ? {} : { 'aws:ResourceTag/STAGE': tag }),
        ...(made === undefined || verb === 'remove' ? {} : { 'aws:RequestTag/STAGE': made }),
        ...context,
      },
    });
  }
}

/** Actions that make, or tag, what has no tags before; those that come after it find the stack's. */
const MAKES = /:(Create|Tag|PutRule|PutMetricAlarm|POST)/;

/** Whether a resource is the one that is being made. */
function isOwn({ type }: ResourceRequest, resource: string): boolean {
  return !type.endsWith('Permission') && !type.endsWith('Policy') && !resource.includes(':role/');
}

/** What the rules of a type put names together with. */
interface Naming {
  readonly request: ResourceRequest;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly physicalId: string | undefined;
  readonly arn: (service: string, rest: string) => string;
  readonly role: (name: string) => string;
  readonly text: (property: string) => string | undefined;
  /** The resource's name: its own, the one that its template gives it, or one that CloudFormation makes. */
  readonly called: (property: string, limit?: number) => string;
  readonly functionArn: (reference: string | undefined) => string;
}

function rulesOf(request: ResourceRequest, physicalId: string | undefined): Rule {
  const { stack, type, properties } = request;
  const arn: Naming['arn'] = (service, rest) => `arn:aws:${service}:${stack.region}:${stack.account}:${rest}`;
  const text: Naming['text'] = (name) => (properties[name] === undefined ? undefined : String(properties[name]));
  const naming: Naming = {
    request,
    properties,
    physicalId,
    arn,
    text,
    role: (name) => (name.startsWith('arn:') ? name : `arn:aws:iam::${stack.account}:role/${name}`),
    called: (property, limit) => physicalId ?? text(property) ?? generatedName(request, limit),
    functionArn: (reference) => arn('lambda', `function:${functionNameOf(reference ?? '')}`),
  };
  return RULES[type]?.(naming) ?? otherRules(request, physicalId);
}

/**
 * What Lambda asks of who makes a function from an image, of the image's repository: it gives itself the right to pull from it
 * (Lambda developer guide, Create a function using a container image, "Amazon ECR permissions").
 */
function imageNeeds(uri: string | undefined): readonly Need[] {
  const [, account, region, name] = /^(\d{12})\.dkr\.ecr\.([\w-]+)\.amazonaws\.com\/([^@:]+)/.exec(uri ?? '') ?? [];
  if (name === undefined) return [];
  const actions = ['BatchGetImage', 'GetDownloadUrlForLayer', 'GetRepositoryPolicy', 'SetRepositoryPolicy'];
  return actions.map((action) => [`ecr:${action}`, `arn:aws:ecr:${region}:${account}:repository/${name}`] as const);
}

/** An update needs what making does, if nothing else is said. */
function only(create: readonly Need[], remove: readonly Need[], update: readonly Need[] = create): Rule {
  return { create, update, remove };
}

const NOTHING: Rule = only([], []);

const RULES: Readonly<Record<string, (naming: Naming) => Rule>> = {
  'AWS::S3::Bucket': ({ called }) => {
    const bucket = `arn:aws:s3:::${called('BucketName', 63).toLowerCase()}`;
    return only(
      [
        ['s3:CreateBucket', bucket],
        ['s3:PutEncryptionConfiguration', bucket],
      ],
      [['s3:DeleteBucket', bucket]],
      [['s3:PutEncryptionConfiguration', bucket]],
    );
  },
  'AWS::S3::BucketPolicy': ({ text }) => {
    const bucket = `arn:aws:s3:::${text('Bucket') ?? ''}`;
    return only([['s3:PutBucketPolicy', bucket]], [['s3:DeleteBucketPolicy', bucket]]);
  },
  'AWS::IAM::Role': ({ called, properties, role, text }) => {
    const own = role(`${(text('Path') ?? '/').slice(1)}${called('RoleName')}`);
    const boundary = text('PermissionsBoundary');
    const context = boundary === undefined ? {} : { 'iam:PermissionsBoundary': boundary };
    const change: readonly Need[] = [
      ...(properties['Policies'] === undefined ? [] : [['iam:PutRolePolicy', own, context] as const]),
      ...(properties['ManagedPolicyArns'] === undefined ? [] : [['iam:AttachRolePolicy', own, context] as const]),
      ['iam:TagRole', own],
    ];
    return only(
      [['iam:CreateRole', own, context], ...change],
      [
        ['iam:DeleteRolePolicy', own, context],
        ['iam:DeleteRole', own, context],
      ],
      [['iam:UpdateAssumeRolePolicy', own, context], ...change],
    );
  },
  'AWS::Lambda::Function': ({ arn, called, properties, role, text }) => {
    const own = arn('lambda', `function:${called('FunctionName')}`);
    const code = properties['Code'] as { S3Bucket?: string; S3Key?: string; ImageUri?: string } | undefined;
    const pass = ['iam:PassRole', role(text('Role') ?? ''), { 'iam:PassedToService': 'lambda.amazonaws.com' }] as const;
    const read = [
      ...(code?.S3Bucket === undefined
        ? []
        : [['s3:GetObject', `arn:aws:s3:::${code.S3Bucket}/${code.S3Key}`] as const]),
      ...imageNeeds(code?.ImageUri),
    ];
    return only(
      [['lambda:CreateFunction', own], ['lambda:TagResource', own], ['lambda:GetFunction', own], pass, ...read],
      [['lambda:DeleteFunction', own]],
      [['lambda:UpdateFunctionCode', own], ['lambda:UpdateFunctionConfiguration', own], pass, ...read],
    );
  },
  'AWS::Lambda::Version': ({ functionArn, text }) => {
    return only(
      [['lambda:PublishVersion', functionArn(text('FunctionName'))]],
      [['lambda:DeleteFunction', functionArn(text('FunctionName'))]],
    );
  },
  'AWS::Lambda::Permission': ({ functionArn, text }) => {
    const auth = text('FunctionUrlAuthType');
    const context = auth === undefined ? {} : { 'lambda:FunctionUrlAuthType': auth };
    const target = functionArn(text('FunctionName'));
    return only([['lambda:AddPermission', target, context]], [['lambda:RemovePermission', target, context]]);
  },
  'AWS::Lambda::Url': ({ functionArn, text }) => {
    const target = functionArn(text('TargetFunctionArn'));
    const context = { 'lambda:FunctionUrlAuthType': text('AuthType') ?? '', 'lambda:FunctionArn': target };
    return only(
      [['lambda:CreateFunctionUrlConfig', target, context]],
      [['lambda:DeleteFunctionUrlConfig', target, context]],
    );
  },
  'AWS::Lambda::EventSourceMapping': ({ arn, functionArn, physicalId, text }) => {
    const context = { 'lambda:FunctionArn': functionArn(text('FunctionName')) };
    const own = arn('lambda', `event-source-mapping:${physicalId ?? 'new'}`);
    return only(
      [['lambda:CreateEventSourceMapping', '*', context]],
      [['lambda:DeleteEventSourceMapping', own, context]],
      [['lambda:UpdateEventSourceMapping', own, context]],
    );
  },
  'AWS::Lambda::LayerVersion': ({ arn, called }) => {
    const layer = arn('lambda', `layer:${called('LayerName')}`);
    return only([['lambda:PublishLayerVersion', layer]], [['lambda:DeleteLayerVersion', `${layer}:1`]]);
  },
  'AWS::Logs::LogGroup': ({ arn, called }) => {
    const own = arn('logs', `log-group:${called('LogGroupName', 512)}`);
    return only(
      [
        ['logs:CreateLogGroup', own],
        ['logs:TagResource', own],
      ],
      [['logs:DeleteLogGroup', own]],
      [['logs:PutRetentionPolicy', own]],
    );
  },
  'AWS::DynamoDB::Table': ({ arn, called }) => {
    const own = arn('dynamodb', `table/${called('TableName', 255)}`);
    return only(
      [
        ['dynamodb:CreateTable', own],
        ['dynamodb:DescribeTable', own],
        ['dynamodb:TagResource', own],
      ],
      [['dynamodb:DeleteTable', own]],
      [['dynamodb:UpdateTable', own]],
    );
  },
  'AWS::SQS::Queue': ({ arn, called }) => {
    const own = arn('sqs', called('QueueName', 80).split('/').at(-1) ?? '');
    return only(
      [
        ['sqs:CreateQueue', own],
        ['sqs:TagQueue', own],
      ],
      [['sqs:DeleteQueue', own]],
      [['sqs:SetQueueAttributes', own]],
    );
  },
  'AWS::SQS::QueuePolicy': ({ arn, properties }) => {
    const queues = (properties['Queues'] as string[] | undefined) ?? [];
    const need = queues.map((url) => ['sqs:SetQueueAttributes', arn('sqs', url.split('/').at(-1) ?? '')] as const);
    return only(need, need);
  },
  'AWS::SNS::Topic': ({ arn, called }) => {
    const own = arn('sns', called('TopicName', 80).split(':').at(-1) ?? '');
    return only(
      [
        ['sns:CreateTopic', own],
        ['sns:TagResource', own],
      ],
      [['sns:DeleteTopic', own]],
      [['sns:SetTopicAttributes', own]],
    );
  },
  'AWS::SNS::TopicPolicy': ({ properties }) => {
    const topics = (properties['Topics'] as string[] | undefined) ?? [];
    const need = topics.map((topic) => ['sns:SetTopicAttributes', topic] as const);
    return only(need, need);
  },
  'AWS::SNS::Subscription': ({ text }) => {
    return only([['sns:Subscribe', text('TopicArn') ?? '']], [['sns:Unsubscribe', '*']]);
  },
  'AWS::Events::Rule': ({ arn, called }) => {
    const own = arn('events', `rule/${called('Name')}`);
    return only(
      [
        ['events:PutRule', own],
        ['events:TagResource', own],
      ],
      [['events:DeleteRule', own]],
    );
  },
  'AWS::Scheduler::Schedule': ({ arn, called }) => {
    const own = arn('scheduler', `schedule/default/${called('Name')}`);
    return only(
      [['scheduler:CreateSchedule', own]],
      [['scheduler:DeleteSchedule', own]],
      [['scheduler:UpdateSchedule', own]],
    );
  },
  'AWS::CloudWatch::Alarm': ({ arn, called }) => {
    const own = arn('cloudwatch', `alarm:${called('AlarmName', 255)}`);
    return only([['cloudwatch:PutMetricAlarm', own]], [['cloudwatch:DeleteAlarms', own]]);
  },
  'AWS::CloudFormation::Stack': ({ arn, physicalId, request }) => {
    const own = physicalId ?? arn('cloudformation', `stack/${generatedName(request, 128)}/new`);
    return only(
      [['cloudformation:CreateStack', own]],
      [['cloudformation:DeleteStack', own]],
      [['cloudformation:UpdateStack', own]],
    );
  },
};

/** Whole families of types. */
function otherRules({ world, stack, type, properties }: ResourceRequest, physicalId: string | undefined): Rule {
  if (/^AWS::ApiGateway(V2)?::/.test(type)) {
    const root = type.startsWith('AWS::ApiGatewayV2') ? 'apis' : 'restapis';
    const api = properties['ApiId'] ?? properties['RestApiId'] ?? (/Api$/.test(type) ? physicalId : undefined);
    const path = `arn:aws:apigateway:${stack.region}::/${root}${api === undefined ? '' : `/${String(api)}`}`;
    return only([['apigateway:POST', path]], [['apigateway:DELETE', path]], [['apigateway:PATCH', path]]);
  }
  if (/^(Custom::|AWS::CloudFormation::CustomResource$)/.test(type)) {
    const need = [['lambda:InvokeFunction', String(properties['ServiceToken'])] as const];
    return only(need, need);
  }
  // Handles, and the like, are CloudFormation's own.
  if (/^AWS::CloudFormation::WaitCondition/.test(type)) return NOTHING;
  // A session that is narrowed, of a role that may do everything, is asked of what is known alone.
  if (!isRoleBounded(world, stack.callerKey ?? '')) return NOTHING;
  throw new Error(`the stand-in does not know which rights ${type} takes`);
}
