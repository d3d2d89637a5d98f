import { type CollectionTag, parse, type ScalarTag, type YAMLMap, type YAMLSeq } from 'yaml';
import { AwsError } from '../protocol/service.ts';
import type { RuleDefinition } from './rules.ts';
import { checkSections } from './sections.ts';

export interface ResourceDefinition {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  Condition?: string;
  CreationPolicy?: unknown;
  UpdatePolicy?: unknown;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  Metadata?: unknown;
}

export interface ParameterDefinition {
  Type: string;
  Default?: unknown;
  AllowedValues?: unknown[];
  AllowedPattern?: string;
  NoEcho?: boolean | string;
  Description?: string;
}

export interface OutputDefinition {
  Value: unknown;
  Description?: string;
  Condition?: string;
  Export?: { Name: unknown };
}

export interface Template {
  Description?: string;
  Transform?: unknown;
  Parameters?: Record<string, ParameterDefinition>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Rules?: Record<string, RuleDefinition>;
  Conditions?: Record<string, unknown>;
  Resources: Record<string, ResourceDefinition>;
  Outputs?: Record<string, OutputDefinition>;
}

/** Reads a template in JSON or YAML (short forms like `!Ref` too); throws CloudFormation's format errors. */
export function parseTemplate(body: string): Template {
  const template = readText(body);
  if (typeof template !== 'object' || template === null) throw formatError('unsupported structure.');
  const { Resources } = template as Partial<Template>;
  if (!Resources || Object.keys(Resources).length === 0) {
    throw formatError('At least one Resources member must be defined.');
  }
  const count = Object.keys(Resources).length;
  if (count > 500) throw formatError(`Number of resources, ${count}, is greater than maximum allowed, 500`);
  for (const [logicalId, definition] of Object.entries(Resources)) {
    if (!/^[A-Za-z0-9]+$/.test(logicalId)) throw formatError(`Resource name ${logicalId} is non alphanumeric.`);
    if (typeof definition?.Type !== 'string') {
      throw formatError(`[/Resources/${logicalId}] Every Resources object must contain a Type member.`);
    }
  }
  checkSections(template as Template);
  return template as Template;
}

function readText(body: string): unknown {
  try {
    return body.trimStart().startsWith('{') ? JSON.parse(body) : parse(body, { customTags: shortForms() });
  } catch (cause) {
    throw formatError(
      `JSON or YAML not well-formed. (${cause instanceof Error ? cause.message.split('\n')[0] : cause})`,
    );
  }
}

function formatError(message: string): AwsError {
  return new AwsError('ValidationError', `Template format error: ${message}`);
}

const shortNames =
  'Ref Condition GetAtt Sub Join Select Split If Equals And Or Not Contains ImportValue Base64 FindInMap GetAZs Cidr Transform'.split(
    ' ',
  );

function shortForms(): (ScalarTag | CollectionTag)[] {
  return shortNames.flatMap((name) => {
    const long = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
    const scalar: ScalarTag = {
      tag: `!${name}`,
      resolve: (text: string) => ({ [long]: name === 'GetAtt' ? splitAttribute(text) : text }),
    };
    const seq: CollectionTag = { tag: `!${name}`, collection: 'seq', resolve: (node) => wrap(long, node as YAMLSeq) };
    const map: CollectionTag = { tag: `!${name}`, collection: 'map', resolve: (node) => wrap(long, node as YAMLMap) };
    return [scalar, seq, map];
  });
}

/** The tag's own node is replaced by a map of one key, so that nested short forms keep their meaning. */
function wrap(long: string, node: YAMLMap | YAMLSeq): unknown {
  const inner = node.toJSON() as unknown;
  Object.assign(node, { toJSON: () => ({ [long]: inner }) });
  return node;
}

function splitAttribute(text: string): string[] {
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}
