import { AwsError } from '../protocol/service.ts';
import type { Template } from './template.ts';

/** One entry of a template's `Rules`. */
export interface RuleDefinition {
  RuleCondition?: unknown;
  Assertions: readonly { Assert: unknown; AssertDescription?: string }[];
}

/** Refuses parameters that a rule of the template does not take; `textOf` gives a parameter's text, or its list. */
export function checkRules({ Rules = {} }: Template, textOf: (name: string) => string | readonly string[]): void {
  const holds = (expression: unknown): boolean => asBoolean(evaluateRule(expression, textOf));
  for (const [name, { RuleCondition, Assertions }] of Object.entries(Rules)) {
    const failed =
      RuleCondition === undefined || holds(RuleCondition) ? Assertions.filter(({ Assert }) => !holds(Assert)) : [];
    if (failed.length > 0) {
      const why = failed.map(({ AssertDescription = '' }) => AssertDescription).join('; ');
      throw new AwsError('ValidationError', `Template validation failed: rule ${name}: ${why}`);
    }
  }
}

type RuleValue = boolean | string | readonly string[];

function evaluateRule(expression: unknown, textOf: (name: string) => string | readonly string[]): RuleValue {
  if (Array.isArray(expression)) return expression.map((one) => asText(evaluateRule(one, textOf)));
  if (typeof expression !== 'object' || expression === null) return String(expression);
  const [[name, argument] = ['', undefined]] = Object.entries(expression);
  if (name === 'Ref') return textOf(String(argument));
  const given = (Array.isArray(argument) ? argument : [argument]).map((one) => evaluateRule(one, textOf));
  const [first = '', second = ''] = given;
  switch (name) {
    case 'Fn::Equals':
      return asText(first) === asText(second);
    case 'Fn::Not':
      return !asBoolean(first);
    case 'Fn::And':
      return given.every(asBoolean);
    case 'Fn::Or':
      return given.some(asBoolean);
    case 'Fn::Contains':
      return asList(first).includes(asText(second));
    case 'Fn::EachMemberEquals':
      return asList(first).every((one) => one === asText(second));
    case 'Fn::EachMemberIn':
      return asList(first).every((one) => asList(second).includes(one));
    default:
      throw new AwsError('NotImplemented', `The stand-in has no ${name} in Rules`, 501);
  }
}

function asBoolean(value: RuleValue): boolean {
  if (typeof value === 'boolean') return value;
  throw new AwsError('ValidationError', 'Template validation error: a rule needs a condition here');
}

/** The value of a text; a list is none. */
function asText(value: RuleValue): string {
  if (typeof value === 'string') return value;
  throw new AwsError('ValidationError', 'Template validation error: a rule needs a text here, not a list');
}

function asList(value: RuleValue): readonly string[] {
  if (typeof value === 'object') return value;
  throw new AwsError('ValidationError', 'Template validation error: a rule needs a list here');
}
