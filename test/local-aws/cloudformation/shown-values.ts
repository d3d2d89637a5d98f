import { type EvaluationScope, evaluate, isUnknown } from './intrinsics.ts';
import type { ResourceDefinition } from './template.ts';

/** What an answer has in place of a value that only the deployment knows (seen on AWS). */
export const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** A value of a template as an answer has it: the text, or JSON of a list or an object; undefined where there is none. */
export function shownText(value: unknown, scope: EvaluationScope): string | undefined {
  const shown = withTexts(evaluate(value, scope));
  return shown === undefined || typeof shown === 'string' ? shown : JSON.stringify(shown);
}

/** BeforeContext or AfterContext of a resource: JSON of what its definition comes to. */
export function contextOf(definition: ResourceDefinition, scope: EvaluationScope): string {
  const { Properties = {}, Metadata, UpdateReplacePolicy, DeletionPolicy } = definition;
  const parts = { Properties, Metadata, UpdateReplacePolicy, DeletionPolicy };
  return JSON.stringify(withTexts(evaluate(parts, scope)));
}

/** Numbers and flags are texts. */
function withTexts(value: unknown): unknown {
  if (isUnknown(value)) return KNOWN_AFTER_APPLY;
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTexts(inner)]));
  }
  return value === undefined || value === null ? undefined : String(value);
}
