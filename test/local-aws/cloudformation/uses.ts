import { type EvaluationScope, evaluate, holds } from './intrinsics.ts';

/** What the functions in a value refer to. */
export interface Uses {
  /** Of the template; none of AWS's own (`AWS::Region`). */
  readonly parameters: ReadonlySet<string>;
  /** Logical ids in Ref. */
  readonly references: ReadonlySet<string>;
  /** `LogicalId.Attribute` of Fn::GetAtt. */
  readonly attributes: ReadonlySet<string>;
}

/** A value with its functions resolved, and what they used. Conditions are settled before, so what they look at is not told. */
export function evaluateWithUses(value: unknown, scope: EvaluationScope): { value: unknown; uses: Uses } {
  const [recording, uses] = record(scope);
  const settled = { ...recording, condition: (name: string) => holds(scope.condition(name), scope) };
  return { value: evaluate(value, settled), uses };
}

/** The parameters that a named condition looks at. */
export function parametersOfCondition(name: string, scope: EvaluationScope): ReadonlySet<string> {
  const [recording, { parameters }] = record(scope);
  holds({ Condition: name }, recording);
  return parameters;
}

function record(scope: EvaluationScope): [EvaluationScope, Uses] {
  const [parameters, references, attributes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const recording: EvaluationScope = {
    ...scope,
    parameter: (name) => {
      const value = scope.parameter(name);
      if (value !== undefined && !name.startsWith('AWS::')) parameters.add(name);
      return value;
    },
    reference: (logicalId) => {
      references.add(logicalId);
      return scope.reference(logicalId);
    },
    attribute: (logicalId, name) => {
      attributes.add(`${logicalId}.${name}`);
      return scope.attribute(logicalId, name);
    },
  };
  return [recording, { parameters, references, attributes }];
}
