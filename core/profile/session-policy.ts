import type { EffectiveConfiguration } from '../configuration/effective.ts';
import { kindPath, type LedgerStage, stagePath } from '../ledger/keys.ts';
import { PREVIEW_MARK } from '../stage/name.ts';

/** Characters that STS takes (API reference of AssumeRoleWithWebIdentity, `Policy`). */
export const MAX_SESSION_POLICY = 2048;

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const LEDGER_WRITES = ['ssm:DeleteParameter', 'ssm:DeleteParameters', 'ssm:PutParameter'];

/** What changes a stack. */
const STACK_CHANGES = [
  'cloudformation:*ChangeSet',
  'cloudformation:*Stack',
  'cloudformation:ContinueUpdateRollback',
  'cloudformation:SetStackPolicy',
  'cloudformation:UpdateTerminationProtection',
];

/** What takes something away, or puts something else in its place. */
const DESTRUCTIVE = [
  'apigateway:DELETE',
  'apigateway:PATCH',
  'apigateway:PUT',
  'dynamodb:Delete*',
  'dynamodb:UpdateTable',
  'ecr:Delete*',
  'events:Delete*',
  'events:Put*',
  'iam:Attach*',
  'iam:Delete*',
  'iam:Put*',
  'lambda:AddPermission',
  'lambda:Delete*',
  'lambda:Update*',
  'logs:Delete*',
  'sns:Delete*',
  'sns:Set*',
  'sqs:Delete*',
  'sqs:PurgeQueue',
  'sqs:Set*',
  'states:Delete*',
  'states:Update*',
];

type Narrowed = Pick<EffectiveConfiguration, 'app' | 'stage' | 'configured' | 'isRemoval'>;

/**
 * Returns the policy, as JSON of at most `MAX_SESSION_POLICY` characters, that narrows a role's session to the stage of a
 * configuration, for any role that the run assumes. Whatever else the role may do:
 * - A preview's or personal stage's session changes no stack and no record of another stage, and takes away or replaces
 *   nothing that another stage has tagged.
 * - A configured stage's session leaves previews and other configured stages alone in the same way. It may remove personal
 *   stages, whose names nobody lists.
 * - A removal's session may touch every preview: an owner's stage may have another name than it would get today. Each removal
 *   narrows it further (`removalPolicies`).
 * It guards against accidents: code in the job can assume the role without it.
 */
export function sessionPolicy(configuration: Narrowed): string {
  return configuration.stage.kind === 'configured' ? policyOfConfigured(configuration) : policyOfMarked(configuration);
}

/** Of a stage whose name ends with a mark, which nobody else's has. */
function policyOfMarked({ app, stage: { kind, name }, isRemoval }: Narrowed): string {
  const isAll = isRemoval === true;
  const own = isAll ? `${PREVIEW_MARK}?????` : name;
  const path = isAll ? kindPath({ app, kind }) : stagePath({ app, kind, name });
  const stacks = [...stacksOf(own), 'arn:*:cloudformation:*:aws:transform/*'];
  return document([
    ...ledgerStatements([path], STACK_CHANGES),
    allowed('OwnStacks', STACK_CHANGES, stacks),
    othersDenied(isAll ? `*${own}` : own),
  ]);
}

/** Stacks whose names hold a stage, nested ones too. */
const stacksOf = (stage: string) => [
  `arn:*:cloudformation:*:*:stack/*${stage}/*`,
  `arn:*:cloudformation:*:*:stack/*${stage}-*/*`,
];

/** What goes with one deployment, as CloudFormation lists it. */
export interface Owned {
  readonly stackName: string;
  /** ARNs of its stack and of those nested in it; none if they are gone. */
  readonly stacks: readonly string[];
  /** Names of the buckets that are emptied. */
  readonly buckets: readonly string[];
  /** Where its packages are in buckets that are not its own. */
  readonly packages: readonly { readonly bucket: string; readonly prefix: string }[];
}

/**
 * Returns policies, as JSON of at most `MAX_SESSION_POLICY` characters, that narrow a role's session to the removal of one
 * deployment, the narrowest first: STS may find one too large all the same. A session with the first changes these stacks
 * alone, takes objects out of these buckets alone, writes records of this stage alone, and takes nothing away that another
 * stage has tagged. What there is no room for is told by the stack's name, and buckets by the stage's, if all of them hold it.
 */
export function removalPolicies(stage: LedgerStage, { stackName, stacks, buckets, packages }: Owned): string[] {
  const objects = [
    ...buckets.map((bucket) => `arn:*:s3:::${bucket}/*`),
    ...packages.map(({ bucket, prefix }) => `arn:*:s3:::${bucket}/${prefix}*`),
  ];
  const byId = stacks.map((id) => `arn:*:cloudformation:*:*:stack/*/${id.split('/').at(-1)}`);
  const byName = ['/', '-*/'].map((end) => `arn:*:cloudformation:*:*:stack/${stackName}${end}*`);
  const ofStage = objects.every((object) => object.includes(stage.name)) ? [`arn:*:s3:::*${stage.name}*`] : undefined;
  const ladder: [stacks: readonly string[], objects: readonly string[] | undefined][] = [
    [stacks, objects],
    [byId, objects],
    [byName, objects],
    [byName, ofStage],
    [byName, undefined],
  ];
  const policies = ladder.map(([ownStacks, ownObjects]) =>
    document([
      ...ledgerStatements([stagePath(stage)], []),
      keptBut('OtherStacks', STACK_CHANGES, ownStacks),
      ...(ownObjects === undefined ? [] : [keptBut('OtherObjects', ['s3:DeleteObject*'], ownObjects)]),
      othersDenied(stage.name),
    ]),
  );
  return [...new Set(policies)].filter(({ length }) => length <= MAX_SESSION_POLICY);
}

/** Denies actions on everything but some resources; on everything if there are none. */
function keptBut(Sid: string, Action: readonly string[], own: readonly string[]): Statement {
  return own.length === 0
    ? { Sid, Effect: 'Deny', Action, Resource: '*' }
    : { Sid, Effect: 'Deny', Action, NotResource: own };
}

function allowed(Sid: string, Action: readonly string[], Resource: readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

/** What is another stage's by its tag stays as it is; `own` is a pattern. */
function othersDenied(own: string): Statement {
  const Condition = { Null: { [TAG]: 'false' }, StringNotLike: { [TAG]: own } };
  return { Sid: 'Others', Effect: 'Deny', Action: DESTRUCTIVE, Resource: '*', Condition };
}

/** A configured stage's stack may have any name, so tags tell the others; as many of them as there is room for. */
function policyOfConfigured({ app, stage: { kind, name }, configured }: Narrowed): string {
  const paths = [stagePath({ app, kind, name }), kindPath({ app, kind: 'personal' })];
  const withOthers = (others: readonly string[]) =>
    document([
      ...ledgerStatements(paths, []),
      {
        Sid: 'Others',
        Effect: 'Deny',
        Action: [...STACK_CHANGES, ...DESTRUCTIVE],
        Resource: '*',
        Condition: { StringLike: { [TAG]: [`*${PREVIEW_MARK}?????`, ...others] } },
      },
    ]);
  const others = configured.filter((other) => other !== name);
  const fitting = others.map((_, index) => withOthers(others.slice(0, others.length - index)));
  return [...fitting, withOthers([])].find(({ length }) => length <= MAX_SESSION_POLICY) ?? withOthers([]);
}

const TAG = 'aws:ResourceTag/STAGE';

/** Allows everything, of the ledger only writing below some paths, and of `apart` nothing yet. */
function ledgerStatements(paths: readonly string[], apart: readonly string[]): Statement[] {
  return [
    { Sid: 'Rest', Effect: 'Allow', NotAction: [...LEDGER_WRITES, ...apart], Resource: '*' },
    {
      Sid: 'OwnRecords',
      Effect: 'Allow',
      Action: LEDGER_WRITES,
      Resource: paths.map((path) => `arn:*:ssm:*:*:parameter${path}/*`),
    },
    {
      Sid: 'Parameters',
      Effect: 'Allow',
      Action: LEDGER_WRITES,
      NotResource: 'arn:*:ssm:*:*:parameter/serverless-stages/*',
    },
  ];
}

function document(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
