import { AwsError } from '../protocol/service.ts';
import type { Stack, StackResource, Wish } from '../state/stacks.ts';
import { type EvaluationScope, evaluate, holds, isUnknown, unknownValue } from './intrinsics.ts';
import type { ResourceDefinition } from './template.ts';

type StackIdentity = Pick<Stack, 'name' | 'id' | 'account' | 'region'>;

/** A scope of real values: resources as they are, exports through `importValue`. */
export function liveScope(
  stack: StackIdentity,
  wish: Wish,
  resources: ReadonlyMap<string, StackResource>,
  importValue: (name: string) => string,
): EvaluationScope {
  const known = (logicalId: string): StackResource => {
    const resource = resources.get(logicalId);
    if (resource?.physicalId !== undefined) return resource;
    throw new AwsError(
      'ValidationError',
      `Template error: instance of Fn::GetAtt or Ref references undefined resource ${logicalId}`,
    );
  };
  return {
    ...baseScope(stack, wish),
    reference: (logicalId) => known(logicalId).physicalId,
    attribute: (logicalId, name) => attributeOf(known(logicalId), name),
    importValue,
  };
}

/** A scope for comparing templates: what only a deployment knows stays a mark that names it. */
export function symbolicScope(stack: StackIdentity, wish: Wish, onImport?: (name: string) => void): EvaluationScope {
  return {
    ...baseScope(stack, wish),
    reference: (logicalId) => unknownValue(`Ref ${logicalId}`),
    attribute: (logicalId, name) => unknownValue(`GetAtt ${logicalId}.${name}`),
    importValue: (name) => {
      onImport?.(name);
      return unknownValue(`ImportValue ${name}`);
    },
  };
}

function baseScope(stack: StackIdentity, wish: Wish): Pick<EvaluationScope, 'parameter' | 'mapping' | 'condition'> {
  const pseudo: Record<string, unknown> = {
    'AWS::Region': stack.region,
    'AWS::AccountId': stack.account,
    'AWS::StackName': stack.name,
    'AWS::StackId': stack.id,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::NotificationARNs': wish.notificationArns,
  };
  return {
    parameter: (name) => pseudo[name] ?? parameterValue(wish, name),
    mapping: (map, key, name) => {
      if ([map, key, name].some(isUnknown)) return unknownValue(`FindInMap ${map}`);
      const found = wish.template.Mappings?.[map]?.[key]?.[name];
      if (found !== undefined) return found;
      throw new AwsError('ValidationError', `Template error: Unable to get mapping for ${map}::${key}::${name}`);
    },
    condition: (name) => {
      const expression = wish.template.Conditions?.[name];
      if (expression !== undefined) return expression;
      throw new AwsError('ValidationError', `Template error: unresolved condition dependency ${name}`);
    },
  };
}

/** A parameter's value: a text, or the texts of a list. */
export function parameterValue(wish: Pick<Wish, 'template' | 'parameters' | 'resolved'>, name: string): unknown {
  const definition = wish.template.Parameters?.[name];
  if (!definition) return undefined;
  const value = wish.resolved?.[name] ?? wish.parameters[name] ?? definition.Default;
  return /List</.test(definition.Type) || definition.Type === 'CommaDelimitedList' ? String(value).split(',') : value;
}

/** What Fn::GetAtt reads of a resource; throws where there is nothing of that name. */
export function attributeOf(resource: StackResource, name: string): unknown {
  const value = resource.attributes[name];
  if (value !== undefined) return value;
  // A type the stand-in does not know in detail has some text for every attribute.
  if (resource.attributes['*'] !== undefined) return `${resource.physicalId}.${name}`;
  throw new AwsError(
    'ValidationError',
    `Template error: resource ${resource.logicalId} does not support attribute type ${name} in Fn::GetAtt`,
  );
}

/** The resources of a template whose condition holds. */
export function activeResources(stack: StackIdentity, wish: Wish): Record<string, ResourceDefinition> {
  const scope = symbolicScope(stack, wish);
  return Object.fromEntries(
    Object.entries(wish.template.Resources).filter(
      ([, { Condition }]) => Condition === undefined || holds({ Condition }, scope),
    ),
  );
}

export interface EvaluatedOutput {
  key: string;
  value: unknown;
  description?: string;
  exportName?: string;
}

/** The outputs whose condition holds, evaluated in the scope. */
export function evaluateOutputs(wish: Wish, scope: EvaluationScope): EvaluatedOutput[] {
  return Object.entries(wish.template.Outputs ?? {})
    .filter(([, { Condition }]) => Condition === undefined || holds({ Condition }, scope))
    .map(([key, { Value, Description, Export }]) => ({
      key,
      value: evaluate(Value, scope),
      ...(Description ? { description: Description } : {}),
      ...(Export ? { exportName: String(evaluate(Export.Name, scope)) } : {}),
    }));
}

/** Names of all exports that the resources and outputs of a wish import. */
export function importedNames(stack: StackIdentity, wish: Wish): Set<string> {
  const names = new Set<string>();
  const scope = symbolicScope(stack, wish, (name) => names.add(name));
  for (const definition of Object.values(activeResources(stack, wish))) evaluate(definition.Properties, scope);
  evaluateOutputs(wish, scope);
  return names;
}
