import { recordOf } from '../protocol/parameters.ts';
import { AwsError } from '../protocol/service.ts';

/** What the intrinsic functions of one template are evaluated against. */
export interface EvaluationScope {
  /** A parameter's or pseudo parameter's value; undefined where there is none of that name. */
  parameter(name: string): unknown;
  reference(logicalId: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  importValue(name: string): string;
  mapping(map: string, key: string, name: string): unknown;
  condition(name: string): unknown;
}

const noValue = Symbol('AWS::NoValue');

/** The value with every intrinsic function resolved; properties that come to AWS::NoValue are left out. */
export function evaluate(value: unknown, scope: EvaluationScope): unknown {
  const result = evaluateNode(value, scope);
  return result === noValue ? undefined : result;
}

function evaluateNode(value: unknown, scope: EvaluationScope): unknown {
  if (Array.isArray(value))
    return value.map((entry) => evaluateNode(entry, scope)).filter((entry) => entry !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? ['', undefined];
  const intrinsic = entries.length === 1 ? intrinsics[name] : undefined;
  if (intrinsic) return intrinsic(argument, scope);
  if (entries.length === 1 && name.startsWith('Fn::')) throw invalid(`Template error: ${name} is not supported here`);
  return Object.fromEntries(
    entries.map(([key, entry]) => [key, evaluateNode(entry, scope)]).filter(([, entry]) => entry !== noValue),
  );
}

type Intrinsic = (argument: unknown, scope: EvaluationScope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => resolveRef(String(name), scope),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId = '', ...rest] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
    return scope.attribute(logicalId, rest.join('.'));
  },
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = listArgument('Fn::Join', argument);
    return asList(evaluateNode(parts, scope)).map(asText).join(asText(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, list] = listArgument('Fn::Select', argument);
    const values = asList(evaluateNode(list, scope));
    const selected = values[Number(evaluateNode(index, scope))];
    if (selected !== undefined) return selected;
    if (values.some((entry) => isUnknown(entry))) return values.join();
    throw invalid(`Template error: Fn::Select cannot select nonexistent value at index ${asText(index)}`);
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = listArgument('Fn::Split', argument);
    const whole = asText(evaluateNode(text, scope));
    return isUnknown(whole) ? [whole] : whole.split(asText(separator));
  },
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = listArgument('Fn::If', argument);
    return evaluateNode(holds(scope.condition(asText(condition)), scope) ? yes : no, scope);
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(asText(evaluateNode(argument, scope))),
  'Fn::Base64': (argument, scope) => {
    const text = asText(evaluateNode(argument, scope));
    return isUnknown(text) ? text : Buffer.from(text).toString('base64');
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, key, name] = listArgument('Fn::FindInMap', argument).map((part) => asText(evaluateNode(part, scope)));
    return scope.mapping(map ?? '', key ?? '', name ?? '');
  },
  'Fn::GetAZs': (argument, scope) => {
    const region = asText(evaluateNode(argument, scope)) || asText(scope.parameter('AWS::Region'));
    return ['a', 'b', 'c'].map((zone) => `${region}${zone}`);
  },
  'Fn::Equals': truth,
  'Fn::And': truth,
  'Fn::Or': truth,
  'Fn::Not': truth,
};

function truth(): never {
  throw invalid('Template error: condition functions are only allowed in Conditions and in Fn::If');
}

/** Whether a condition's expression holds; a named condition is looked up in the scope. */
export function holds(expression: unknown, scope: EvaluationScope): boolean {
  if (typeof expression === 'boolean') return expression;
  const [name = '', argument] = Object.entries(recordOf(expression))[0] ?? [];
  switch (name) {
    case 'Condition':
      return holds(scope.condition(asText(argument)), scope);
    case 'Fn::Equals': {
      const [left, right] = listArgument(name, argument).map((side) =>
        JSON.stringify(comparable(evaluateNode(side, scope))),
      );
      return left === right;
    }
    case 'Fn::And':
      return listArgument(name, argument).every((part) => holds(part, scope));
    case 'Fn::Or':
      return listArgument(name, argument).some((part) => holds(part, scope));
    case 'Fn::Not':
      return !holds(listArgument(name, argument)[0], scope);
    default:
      throw invalid(`Template error: ${name || JSON.stringify(expression)} is not a condition`);
  }
}

const comparable = (value: unknown) => (typeof value === 'object' ? value : String(value));

function substitute(argument: unknown, scope: EvaluationScope): string {
  const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = recordOf(own);
  return asText(template).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, raw: string) => {
    const name = raw.trim();
    if (literal) return `\${${raw}}`;
    if (name in variables) return asText(evaluateNode(variables[name], scope));
    const dot = name.indexOf('.');
    return asText(dot < 0 ? resolveRef(name, scope) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)));
  });
}

function resolveRef(name: string, scope: EvaluationScope): unknown {
  if (name === 'AWS::NoValue') return noValue;
  return scope.parameter(name) ?? scope.reference(name);
}

function listArgument(name: string, argument: unknown): unknown[] {
  if (Array.isArray(argument)) return argument;
  throw invalid(`Template error: every ${name} object requires a list of parameters`);
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(asText).join(',');
  if (value === undefined || value === null || value === noValue) return '';
  if (typeof value === 'object') throw invalid('Template error: a string was expected, an object found');
  return String(value);
}

/** A value that only exists once its resource does, as it stands in a comparison of templates. */
export const unknownValue = (what: string): string => `\u0001${what}\u0001`;
/** Whether a value has such a mark in it. */
export const isUnknown = (value: unknown): boolean => typeof value === 'string' && value.includes('\u0001');

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}
