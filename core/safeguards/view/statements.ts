import { type CheckedResource, recordOf } from './resource.ts';
import { alternatives, listOf, parsed, textsOf } from './values.ts';

/** A statement of an IAM policy in a template. */
export interface CheckedStatement {
  readonly resource: CheckedResource;
  readonly effect: 'Allow' | 'Deny';
  /** What is not known in one of these is `${?}`. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly targets: readonly string[];
  readonly hasNotResource: boolean;
}

/** Types with one policy of their own, in `PolicyDocument`. */
const POLICIES = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
];
/** Types with a list of policies. */
const HOLDERS = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** Returns the statements of all IAM policies in a template, those of `AWS::Serverless::Function` included; not trust policies. */
export function statementsOf(resources: readonly CheckedResource[]): CheckedStatement[] {
  return resources.flatMap((resource) =>
    documentsOf(resource)
      .map(parsed)
      .flatMap((document) => listOf(recordOf(document)['Statement']))
      .map((statement) => statementOf(resource, recordOf(statement))),
  );
}

function documentsOf({ type, properties }: CheckedResource): unknown[] {
  if (POLICIES.includes(type)) {
    return alternatives(properties['PolicyDocument']);
  }
  if (HOLDERS.includes(type)) {
    return listOf(properties['Policies']).flatMap((policy) => alternatives(recordOf(policy)['PolicyDocument']));
  }
  // A policy of SAM's is a document, or the name of one of its own.
  return type === 'AWS::Serverless::Function' ? listOf(properties['Policies']) : [];
}

function statementOf(resource: CheckedResource, statement: Readonly<Record<string, unknown>>): CheckedStatement {
  return {
    resource,
    effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
    actions: textsOf(statement['Action']),
    notActions: textsOf(statement['NotAction']),
    targets: textsOf(statement['Resource']),
    hasNotResource: statement['NotResource'] !== undefined,
  };
}
