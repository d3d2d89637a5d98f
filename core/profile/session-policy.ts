import type { EffectiveConfiguration } from '../configuration/effective.ts';
import { kindPath, stagePath } from '../ledger/keys.ts';
import { PREVIEW_MARK } from '../stage/name.ts';

/** Characters that STS takes (API reference of AssumeRoleWithWebIdentity, `Policy`). */
export const MAX_SESSION_POLICY = 2048;

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string;
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
 * - A preview's session changes no stack and no record of another stage, and takes away or replaces nothing that another stage
 *   has tagged.
 * - A configured stage's session leaves previews and other configured stages alone in the same way. It may remove personal
 *   stages, whose names nobody lists.
 * - A removal's session may touch every preview: an owner's stage may have another name than it would get today.
 * It guards against accidents: code in the job can assume the role without it.
 */
export function sessionPolicy(configuration: Narrowed): string {
  return configuration.stage.kind === 'preview' ? policyOfPreviews(configuration) : policyOfConfigured(configuration);
}

function policyOfPreviews({ app, stage: { kind, name }, isRemoval }: Narrowed): string {
  const isAll = isRemoval === true;
  const own = isAll ? `${PREVIEW_MARK}?????` : name;
  const path = isAll ? kindPath({ app, kind }) : stagePath({ app, kind, name });
  return document([
    ...ledgerStatements([path], STACK_CHANGES),
    {
      Sid: 'OwnStacks',
      Effect: 'Allow',
      Action: STACK_CHANGES,
      Resource: [
        `arn:*:cloudformation:*:*:stack/*${own}/*`,
        `arn:*:cloudformation:*:*:stack/*${own}-*/*`,
        'arn:*:cloudformation:*:aws:transform/*',
      ],
    },
    {
      Sid: 'Others',
      Effect: 'Deny',
      Action: DESTRUCTIVE,
      Resource: '*',
      Condition: { Null: { [TAG]: 'false' }, StringNotLike: { [TAG]: isAll ? `*${own}` : own } },
    },
  ]);
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
