import { parse, type ScalarTag, type YAMLMap, type YAMLSeq } from 'yaml';
import { isTrue, resolve, type Scope } from './intrinsics.ts';

type Json = Record<string, unknown>;

interface Template {
  readonly Parameters?: Record<string, { readonly Type?: string; readonly Default?: unknown }>;
  readonly Conditions?: Json;
  readonly Resources?: Record<
    string,
    { readonly Type?: string; readonly Condition?: string; readonly Properties?: Json }
  >;
}

/**
 * The trust policy (AssumeRolePolicyDocument) of one role in a CloudFormation template (YAML or JSON) with the given
 * parameters, their defaults and the pseudo parameters `AWS::AccountId` (default 111111111111), `AWS::Partition`,
 * `AWS::Region` and `AWS::StackName`, which may be given too. Throws when the role is missing, is not made with these
 * parameters, or uses a function that is not known here.
 */
export function trustPolicyFromTemplate(
  templateText: string,
  logicalId: string,
  parameters: Readonly<Record<string, string>>,
): unknown {
  const template = readTemplate(templateText);
  const role = template.Resources?.[logicalId];
  if (role?.Type !== 'AWS::IAM::Role') throw new Error(`${logicalId} is no AWS::IAM::Role of the template`);
  const scope = scopeOf(template, parameters);
  if (role.Condition !== undefined && !isTrue({ Condition: role.Condition }, scope)) {
    throw new Error(`${logicalId} is not made with these parameters (condition ${role.Condition})`);
  }
  return resolve(role.Properties?.['AssumeRolePolicyDocument'], scope);
}

function scopeOf(template: Template, given: Readonly<Record<string, string>>): Scope {
  const partition = given['AWS::Partition'] ?? 'aws';
  const account = given['AWS::AccountId'] ?? '111111111111';
  const values = new Map<string, string | readonly string[]>([
    ['AWS::Region', 'us-east-1'],
    ['AWS::StackName', 'serverless-stages'],
    ['AWS::URLSuffix', partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
  ]);
  for (const [name, definition] of Object.entries(template.Parameters ?? {})) {
    const value = given[name] ?? definition.Default;
    if (value === undefined) throw new Error(`parameter ${name} has no value`);
    values.set(name, isList(definition.Type) ? splitList(String(value)) : String(value));
  }
  for (const [name, value] of Object.entries({ ...given, 'AWS::Partition': partition, 'AWS::AccountId': account })) {
    if (!name.startsWith('AWS::') && template.Parameters?.[name] === undefined) {
      throw new Error(`the template has no parameter ${name}`);
    }
    if (name.startsWith('AWS::')) values.set(name, value);
  }
  const scope: Scope = {
    values,
    conditions: template.Conditions ?? {},
    refResource(logicalId) {
      const resource = template.Resources?.[logicalId];
      if (resource?.Type !== 'AWS::IAM::OIDCProvider') return undefined;
      const url = String(resolve(resource.Properties?.['Url'], scope));
      return `arn:${partition}:iam::${account}:oidc-provider/${url.replace(/^https:\/\//, '')}`;
    },
  };
  return scope;
}

function isList(type: string | undefined): boolean {
  return type === 'CommaDelimitedList' || type?.startsWith('List<') === true;
}

function splitList(value: string): readonly string[] {
  return value === '' ? [''] : value.split(',').map((item) => item.trim());
}

const SHORT_TAGS = ['Sub', 'Join', 'Split', 'Select', 'If', 'GetAtt', 'Equals', 'Not', 'And', 'Or'] as const;

let read: { readonly text: string; readonly template: Template } | undefined;

/** Reads the short forms (`!Sub`, `!If`, …) as the long ones; the same text once. */
function readTemplate(text: string): Template {
  if (read?.text !== text) read = { text, template: parseTemplate(text) };
  return read.template;
}

function parseTemplate(text: string): Template {
  const tags = [
    ...shortForms('!Ref', 'Ref'),
    ...shortForms('!Condition', 'Condition'),
    ...SHORT_TAGS.flatMap((name) => shortForms(`!${name}`, `Fn::${name}`)),
  ];
  return parse(text, { customTags: tags, maxAliasCount: -1 }) as Template;
}

function shortForms(tag: string, name: string) {
  const scalar: ScalarTag = { tag, resolve: (value) => ({ [name]: value }) };
  const sequence = {
    tag,
    collection: 'seq' as const,
    resolve: (node: YAMLMap | YAMLSeq) => ({ [name]: node.toJSON() }),
  };
  return [scalar, sequence];
}
