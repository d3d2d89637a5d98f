/**
 * CloudFormation gives `?` for each character of an output that is not ASCII. So such a character is written as JSON has it
 * (`\u00fc`) into the outputs of a package, and read back from the stack; the end of the output's description says so. What only the
 * stack knows (`Ref`, `Fn::GetAtt`) is not looked at: a `\u0041` in it is taken for an escape, and a character that is not ASCII is lost.
 */
const ESCAPED = '[serverless-stages: escaped]';
/** Ends the description of an output that stays as it is, because others read it, or because its value is put together. */
const LOST = '[serverless-stages: not ASCII]';

/** Longest description of an output, in bytes. */
const MAX_DESCRIPTION = 1024;

/** An output of a template. */
export interface TemplateOutput {
  readonly Value?: unknown;
  readonly Description?: unknown;
  readonly Export?: unknown;
}

/** Returns an output of a template as CloudFormation gives it back; undefined if it can stay as it is. */
export function asciiOutput<Output extends TemplateOutput>(
  output: Output,
): (Output & { readonly Description: string }) | undefined {
  if (isAscii(JSON.stringify(output.Value) ?? '') || isLostOutput(output)) {
    return undefined;
  }
  const escaped = output.Export === undefined ? escapedValue(output.Value) : undefined;
  return escaped === undefined
    ? { ...output, Description: described(output, LOST) }
    : { ...output, Value: escaped, Description: described(output, ESCAPED) };
}

/** Reads the value of an output that `asciiOutput` may have changed; undefined if CloudFormation does not give it back. */
export function outputText(value: string, description = ''): string | undefined {
  if (isLostOutput({ Description: description })) {
    return undefined;
  }
  return description.endsWith(ESCAPED)
    ? value.replace(/\\u([0-9a-f]{4})/g, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : value;
}

/** Whether an output of a package stays such that CloudFormation does not give it back. */
export function isLostOutput({ Description }: TemplateOutput): boolean {
  return typeof Description === 'string' && Description.endsWith(LOST);
}

/** A text, or texts that are joined: what else makes a value looks at its characters. All texts of one are escaped alike. */
function escapedValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return escapedText(value);
  }
  const [[name, argument] = [], ...more] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (name === 'Fn::Sub' && more.length === 0) {
    return escapedSub(argument);
  }
  if (name === 'Fn::Join' && more.length === 0 && Array.isArray(argument) && Array.isArray(argument[1])) {
    const [first, ...rest] = [argument[0], ...(argument[1] as unknown[])].map(escapedValue);
    return [first, ...rest].includes(undefined) ? undefined : { 'Fn::Join': [first, rest] };
  }
  return isAscii(JSON.stringify(value) ?? '') ? value : undefined;
}

function escapedSub(argument: unknown): unknown {
  const [text, values = {}]: unknown[] = Array.isArray(argument) ? argument : [argument];
  const escaped = Object.entries(values as object).map(([name, value]): [string, unknown] => [
    name,
    escapedValue(value),
  ]);
  if (typeof text !== 'string' || escaped.some(([, value]) => value === undefined)) {
    return undefined;
  }
  return { 'Fn::Sub': Array.isArray(argument) ? [escapedText(text), Object.fromEntries(escaped)] : escapedText(text) };
}

function escapedText(text: string): string {
  return text.replace(/[^\0-\x5b\x5d-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function described({ Description: own }: TemplateOutput, mark: string): string {
  const text = typeof own === 'string' && own !== '' ? `${own} ` : '';
  const room = MAX_DESCRIPTION - mark.length - 1;
  // A sign that is cut in two becomes one that is no sign.
  const cut = Buffer.from(text)
    .subarray(0, room)
    .toString()
    .replace(/\ufffd$/, '');
  return Buffer.byteLength(text) <= room ? `${text}${mark}` : `${cut} ${mark}`;
}
