/** CloudFormation's intrinsic functions, as far as a role template needs them; every other one is an error. */

export interface Scope {
  /** Parameters and pseudo parameters by name. */
  readonly values: ReadonlyMap<string, string | readonly string[]>;
  /** The template's `Conditions`, unresolved. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** `Ref` of a resource; undefined when there is no such resource. */
  readonly refResource: (logicalId: string) => string | undefined;
}

/** What `AWS::NoValue` leaves behind until the list or map around it drops it. */
const NO_VALUE = Symbol('AWS::NoValue');

type Evaluate = (argument: unknown, scope: Scope) => unknown;

const FUNCTIONS: Readonly<Record<string, Evaluate>> = {
  Ref: (name, scope) => ref(String(name), scope),
  'Fn::Sub': sub,
  'Fn::Join': (argument, scope) => {
    const [delimiter, parts] = pair(argument, 'Fn::Join');
    return listOf(resolve(parts, scope)).join(String(delimiter));
  },
  'Fn::Split': (argument, scope) => {
    const [delimiter, text] = pair(argument, 'Fn::Split');
    return String(resolve(text, scope)).split(String(delimiter));
  },
  'Fn::Select': (argument, scope) => {
    const [index, list] = pair(argument, 'Fn::Select');
    const selected = listOf(resolve(list, scope))[Number(resolve(index, scope))];
    if (selected === undefined) throw new Error(`Fn::Select: nothing at ${String(index)}`);
    return selected;
  },
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = listOf(argument);
    return resolveAny(isTrue({ Condition: condition }, scope) ? yes : no, scope);
  },
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, attribute] = typeof argument === 'string' ? argument.split('.') : listOf(argument).map(String);
    const arn = attribute === 'Arn' && logicalId !== undefined ? scope.refResource(logicalId) : undefined;
    if (arn === undefined) throw new Error(`Fn::GetAtt: cannot tell ${logicalId}.${attribute}`);
    return arn;
  },
};

/** A value of the template with every function in it computed; undefined for `AWS::NoValue`. Throws for what it does not know. */
export function resolve(value: unknown, scope: Scope): unknown {
  const resolved = resolveAny(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

function resolveAny(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveAny(item, scope)).filter((item) => item !== NO_VALUE);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    const evaluate = FUNCTIONS[only[0]];
    if (evaluate === undefined) throw new Error(`unknown function ${only[0]}`);
    return evaluate(only[1], scope);
  }
  const resolved = entries.map(([key, item]) => [key, resolveAny(item, scope)] as const);
  return Object.fromEntries(resolved.filter(([, item]) => item !== NO_VALUE));
}

/** The truth of a condition: `Fn::Equals`, `Fn::Not`, `Fn::And`, `Fn::Or`, or `Condition: <name>`. */
export function isTrue(expression: unknown, scope: Scope): boolean {
  const [entry] = Object.entries(typeof expression === 'object' && expression !== null ? expression : {});
  if (entry === undefined) throw new Error(`not a condition: ${JSON.stringify(expression)}`);
  const [name, argument] = entry;
  switch (name) {
    case 'Condition': {
      const condition = scope.conditions[String(argument)];
      if (condition === undefined) throw new Error(`unknown condition ${String(argument)}`);
      return isTrue(condition, scope);
    }
    case 'Fn::Equals': {
      const [left, right] = pair(argument, name).map((side) => JSON.stringify(asText(resolve(side, scope))));
      return left === right;
    }
    case 'Fn::Not':
      return !listOf(argument).every((part) => isTrue(part, scope));
    case 'Fn::And':
      return listOf(argument).every((part) => isTrue(part, scope));
    case 'Fn::Or':
      return listOf(argument).some((part) => isTrue(part, scope));
    default:
      throw new Error(`unknown condition function ${name}`);
  }
}

/** CloudFormation compares text: `!Equals [!Ref Flag, true]` is true for the parameter "true". */
function asText(value: unknown): unknown {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}

function ref(name: string, scope: Scope): unknown {
  if (name === 'AWS::NoValue') return NO_VALUE;
  const value = scope.values.get(name) ?? scope.refResource(name);
  if (value === undefined)
    throw new Error(`Ref to ${name}, which is neither a parameter with a value nor a resource we know`);
  return value;
}

function sub(argument: unknown, scope: Scope): string {
  const [text, extra] = Array.isArray(argument) ? argument : [argument, {}];
  const own: Record<string, unknown> = extra ?? {};
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal === '!') return whole.replace('!', '');
    const key = name.trim();
    if (key in own) return String(resolve(own[key], scope));
    return String(key.includes('.') ? FUNCTIONS['Fn::GetAtt']?.(key, scope) : ref(key, scope));
  });
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`not a list: ${JSON.stringify(value)}`);
}

function pair(argument: unknown, name: string): readonly [unknown, unknown] {
  const [first, second, ...rest] = listOf(argument);
  if (second === undefined || rest.length > 0) throw new Error(`${name} takes a list of two`);
  return [first, second];
}
