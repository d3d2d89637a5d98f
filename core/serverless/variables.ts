import { UserError } from '../errors.ts';

/** How deep variables may stand in each other: nobody reads three. */
const MAX_NESTED = 50;
/** Most `${` of a text that no brace closes: each is looked for to the text's end. */
const MAX_UNCLOSED = 50;

/** One source of a variable: `param:name`, `file(./a.yml):key`, or a literal fallback, whose source is empty. */
export interface VariableSource {
  readonly source: string;
  /** Text between the round brackets, without quotes. */
  readonly argument?: string;
  /** Text behind the colon, without quotes. */
  readonly address?: string;
  /** The value of a literal, without its quotes. */
  readonly literal?: string;
}

/** `${…}` in a text, with its sources in order: the first, then its fallbacks. */
export interface Variable {
  readonly start: number;
  /** Index behind the closing brace. */
  readonly end: number;
  readonly text: string;
  readonly sources: readonly VariableSource[];
}

const NAME = /^[a-z][a-zA-Z0-9]*/;
/** Sources that were given their region behind a point (`cf.us-east-1:stack.output`), as serverless 1 and 2 have it. */
const OF_REGION = /^(cf|ssm|s3)\.([a-z]{2}(?:-[a-z]+)+-\d):([\s\S]*)$/;

/**
 * Finds the outermost variables of a text. CloudFormation's own (`${AWS::Region}`, `${Resource.Attr}`) are none: a source
 * begins with a small letter and has a colon or brackets. Nor are escaped ones. `${output::dev::svc.key}` is one here,
 * although the Serverless Framework takes it for CloudFormation's. Throws E_SERVICE_CONFIG where they nest too deep, or too
 * many are not closed.
 */
export function findVariables(text: string): Variable[] {
  const found: Variable[] = [];
  let unclosed = 0;
  for (let start = text.indexOf('${'); start !== -1; start = text.indexOf('${', start)) {
    const content = isEscaped(text, start) ? undefined : readContent(text, start + 2);
    const variable = content === undefined ? undefined : readVariable(text, start, content);
    if (variable === undefined) {
      unclosed += content === undefined ? 1 : 0;
      if (unclosed > MAX_UNCLOSED) {
        throw tooMany(text, `has more than ${MAX_UNCLOSED} "\${" that no "}" closes`);
      }
      start += 2;
      continue;
    }
    found.push(variable);
    start = variable.end;
  }
  return found;
}

function tooMany(text: string, what: string): UserError {
  return new UserError('E_SERVICE_CONFIG', {
    what: `the text that begins with ${JSON.stringify(text.slice(0, 40))} ${what}`,
    fix: 'correct it where it stands in the configuration of a service',
  });
}

function isEscaped(text: string, start: number): boolean {
  let backslashes = 0;
  while (text[start - 1 - backslashes] === '\\') {
    backslashes += 1;
  }
  return backslashes % 2 === 1;
}

/** The sources between `${` and the brace that closes it, as texts; undefined where none does. */
interface Content {
  readonly parts: readonly string[];
  /** Index of the closing brace. */
  readonly close: number;
}

const QUOTES: readonly string[] = ['"', "'"];

/** Splits at the commas that stand in no inner variable, bracket or quoted literal. */
function readContent(text: string, from: number): Content | undefined {
  const parts: string[] = [];
  let start = from;
  let depth = 0;
  let opening = behindBlanks(text, from);
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (at === opening && QUOTES.includes(sign)) {
      at = Math.max(at, text.indexOf(sign, at + 1));
    } else if (sign === '{' || sign === '(') {
      depth = deeper(depth, text);
    } else if (sign === ')') {
      depth -= 1;
    } else if (sign === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
      opening = behindBlanks(text, start);
    } else if (sign === '}') {
      if (depth <= 0) {
        return { parts: [...parts, text.slice(start, at)], close: at };
      }
      depth -= 1;
    }
  }
  return undefined;
}

/** Where the first character of a part stands: a literal begins with its quote. */
function behindBlanks(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text.charAt(at))) {
    at += 1;
  }
  return at;
}

function deeper(depth: number, text: string): number {
  if (depth >= MAX_NESTED) {
    throw tooMany(text, `nests variables, or brackets in one, deeper than ${MAX_NESTED}`);
  }
  return depth + 1;
}

function readVariable(text: string, start: number, content: Content): Variable | undefined {
  const sources = content.parts.map((part) => readSource(part.trim()));
  const [first] = sources;
  const isOurs = first !== undefined && first.source !== '' && (first.address ?? first.argument) !== undefined;
  if (!isOurs) {
    return undefined;
  }
  const end = content.close + 1;
  return { start, end, text: text.slice(start, end), sources };
}

function readSource(text: string): VariableSource {
  const [, regional, region = '', at = ''] = OF_REGION.exec(text) ?? [];
  if (regional !== undefined) {
    return { source: regional, argument: region, address: at };
  }
  const [source = ''] = NAME.exec(text) ?? [];
  const end = text[source.length] === '(' ? closingBracket(text, source.length) : source.length - 1;
  const argument = end < source.length ? undefined : text.slice(source.length + 1, end);
  const rest = text.slice(end + 1);
  const address = rest.startsWith(':') ? rest.slice(1) : undefined;
  if (source === '' || end === -1 || (rest !== '' && address === undefined) || (argument ?? address) === undefined) {
    return { source: '', literal: unquoted(text) };
  }
  return {
    source,
    ...(argument === undefined ? {} : { argument: unquoted(argument.trim()) }),
    ...(address === undefined ? {} : { address: unquoted(address.trim()) }),
  };
}

/** Index of the bracket that closes the one at `open`; the last one of the text if they do not fit, -1 if there is none. */
function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return text.lastIndexOf(')');
}

function unquoted(text: string): string {
  return /^(['"])([\s\S]*)\1$/.exec(text)?.[2] ?? text;
}

/** Value of a variable by its source and its address, inner variables replaced; undefined where it is not known. */
export type VariableLookup = (source: string, address: string) => string | undefined;

/** Replaces the variables that `lookup` knows, inner ones first; one whose first source is not known stays as it is. */
export function substitute(text: string, lookup: VariableLookup): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text: written, sources } of findVariables(text)) {
    const [first] = sources;
    const value =
      first?.address === undefined || first.argument !== undefined
        ? undefined
        : lookup(first.source, substitute(first.address, lookup));
    pieces.push(text.slice(from, start), value ?? written);
    from = end;
  }
  return pieces.join('') + text.slice(from);
}
