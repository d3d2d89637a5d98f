import { LineCounter, parseDocument } from 'yaml';
import { excessOfJson } from '../json-file.ts';
import { CLOUDFORMATION_TAGS } from './cloudformation-tags.ts';
import { excessOfAliases, excessOfText } from './limits.ts';

/** What a YAML or JSON text holds, or why it cannot be read, in words that go on from "it ". */
export type YamlReading = { readonly value: unknown; readonly fault?: never } | { readonly fault: string };

/**
 * Reads a YAML text (JSON is one), of which nobody knows who wrote it: in a time that its size bounds. The tags of
 * CloudFormation come to their long forms (`!Ref x` to `Ref: x`).
 */
export function readYaml(text: string): YamlReading {
  const json = readAsJson(text);
  if (json !== undefined) {
    return json;
  }
  const excess = excessOfText(text);
  if (excess !== undefined) {
    return { fault: excess.what };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { ...SPARING, lineCounter: lines, customTags: CLOUDFORMATION_TAGS });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    return { fault: `is not valid: ${error.message} at line ${line}, column ${col}` };
  }
  const expanded = excessOfAliases(document);
  if (expanded !== undefined) {
    return { fault: expanded.what };
  }
  try {
    return { value: document.toJS({ maxAliasCount: -1 }) };
  } catch (cause) {
    return { fault: `is not valid: ${(cause as Error).message}` };
  }
}

/**
 * Options without what takes the square of a file's length: the check of keys (`readYaml` takes the last of two), and
 * errors that show their line. (With `silent` a second document would be left out without an error.)
 */
export const SPARING = { uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;

/** JSON is read by the faster of two readers. */
function readAsJson(text: string): YamlReading | undefined {
  if (!/^\uFEFF?\s*[{[]/.test(text)) {
    return undefined;
  }
  const fault = excessOfJson(text);
  if (fault !== undefined) {
    return { fault };
  }
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}
