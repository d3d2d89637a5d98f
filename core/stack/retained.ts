import { parseDocument, visit } from 'yaml';
import { excessOfJson } from '../json-file.ts';
import { excessOfAliases, excessOfText } from '../yaml/limits.ts';
import { SPARING } from '../yaml/read.ts';

/** A resource of a stack, as far as its removal is of interest. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
}

/** Whether a resource was made and is not gone. */
export function isStanding({ physicalId, status }: Pick<Resource, 'physicalId' | 'status'>): boolean {
  return physicalId !== '' && status !== 'DELETE_COMPLETE';
}

/**
 * Returns the resources that the removal of a stack leaves behind: those that CloudFormation kept already, and those whose
 * DeletionPolicy in the template (as text; undefined where it may not be read) says so.
 */
export function retainedResources<One extends Resource>(
  resources: readonly One[],
  template: string | undefined,
): One[] {
  const parsed = parseTemplate(template);
  return resources.filter(
    ({ logicalId, physicalId, status }) =>
      !goesWithItsFunction(parsed?.[logicalId], parsed) &&
      (status === 'DELETE_SKIPPED' ||
        (status !== 'DELETE_COMPLETE' && physicalId !== '' && isKeptByPolicy(parsed?.[logicalId]?.DeletionPolicy))),
  );
}

/**
 * Whether a resource is a version of a function of the same stack that is not kept: the Serverless Framework keeps versions,
 * and AWS removes all of them with their function (Lambda's DeleteFunction).
 */
function goesWithItsFunction(resource: TemplateResource | undefined, all: TemplateResources | undefined): boolean {
  const id = resource?.Properties?.FunctionName?.Ref;
  const isVersion = resource?.Type === 'AWS::Lambda::Version' && id !== undefined;
  return isVersion && all?.[id] !== undefined && !isKeptByPolicy(all[id].DeletionPolicy);
}

/** A resource as a template has it. */
export interface TemplateResource {
  readonly Type?: unknown;
  readonly DeletionPolicy?: unknown;
  readonly Properties?: {
    readonly Code?: Readonly<Record<string, unknown>>;
    /** Of a version of a function. */
    readonly FunctionName?: { readonly Ref?: string };
  };
}

/** The resources of a template by their logical ids. */
export type TemplateResources = Readonly<Record<string, TemplateResource | undefined>>;

/** The resources of a template in JSON or YAML; undefined where it is no template, or more than a reader can bear. */
export function parseTemplate(template: string | undefined): TemplateResources | undefined {
  const parsed = jsonOf(template ?? '') ?? yamlOf(template ?? '');
  const resources =
    typeof parsed === 'object' ? (parsed as { readonly Resources?: unknown } | null)?.Resources : undefined;
  const isMap = typeof resources === 'object' && resources !== null && !Array.isArray(resources);
  return isMap ? (resources as TemplateResources) : undefined;
}

/** The Serverless Framework writes JSON, which is read far faster. */
function jsonOf(template: string): unknown {
  try {
    return excessOfJson(template) === undefined ? JSON.parse(template) : undefined;
  } catch {
    return undefined;
  }
}

function yamlOf(template: string): unknown {
  if (excessOfText(template) !== undefined) {
    return undefined;
  }
  const document = parseDocument(template, SPARING);
  if (document.errors.length > 0 || excessOfAliases(document) !== undefined) {
    return undefined;
  }
  // `!Ref x` is no text: what a tag of CloudFormation comes to is not known here.
  visit(document, {
    Node: (_, node) => (node.tag?.startsWith('!') ? document.createNode({ tag: node.tag }) : undefined),
  });
  return document.toJS({ maxAliasCount: -1 });
}

/** A policy that is not a plain text (a condition) may keep the resource, so it counts as one that does. */
function isKeptByPolicy(policy: unknown): boolean {
  return policy !== undefined && policy !== 'Delete';
}
