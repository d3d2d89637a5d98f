/** A command that a line of a step's output gives to the runner. */
export interface WorkflowCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

const DATA_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const PROPERTY_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const;
const OLD_ESCAPES = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
] as const;

/**
 * The command in a line of output, or undefined for plain text: `::name key=value,…::data` after blanks at the line's start, or
 * `##[name key=value;…]data` anywhere in it. Only names that `isKnown` accepts count (actions/runner, ActionCommand.cs).
 */
export function parseCommand(line: string, isKnown: (name: string) => boolean): WorkflowCommand | undefined {
  return parseNewForm(line.trimStart(), isKnown) ?? parseOldForm(line, isKnown);
}

function parseNewForm(line: string, isKnown: (name: string) => boolean): WorkflowCommand | undefined {
  const end = line.indexOf('::', 2);
  if (!line.startsWith('::') || end < 0) return undefined;
  const { name, rest } = splitName(line.slice(2, end));
  if (!isKnown(name)) return undefined;
  const properties = parseProperties(rest.trim(), ',', PROPERTY_ESCAPES);
  return { name, properties, data: unescapeText(line.slice(end + 2), DATA_ESCAPES) };
}

function parseOldForm(line: string, isKnown: (name: string) => boolean): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return undefined;
  const { name, rest } = splitName(line.slice(start + 3, end));
  if (!isKnown(name)) return undefined;
  return {
    name,
    properties: parseProperties(rest, ';', OLD_ESCAPES),
    data: unescapeText(line.slice(end + 1), OLD_ESCAPES),
  };
}

function splitName(text: string): { name: string; rest: string } {
  const blank = text.indexOf(' ');
  return blank < 0 ? { name: text, rest: '' } : { name: text.slice(0, blank), rest: text.slice(blank + 1) };
}

function parseProperties(
  text: string,
  separator: string,
  escapes: readonly (readonly [string, string])[],
): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const pair of text.split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0 && equals < pair.length - 1) {
      properties[pair.slice(0, equals)] = unescapeText(pair.slice(equals + 1), escapes);
    }
  }
  return properties;
}

function unescapeText(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((unescaped, [escaped, character]) => unescaped.replaceAll(escaped, character), text);
}
