import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type SourcePosition, throwCollected, UserError } from '../errors.ts';
import { onlyDefined } from '../only-defined.ts';
import { findFaults } from './faults.ts';
import { excessOfAliases, excessOfText, type YamlExcess } from './limits.ts';
import { SPARING } from './read.ts';

/** Largest configuration that is read, in bytes; a hand-written one is far below it. */
export const MAX_CONFIG_BYTES = 1024 * 1024;

/** A YAML file as a value, with the way back from a path in the value to its place in the text. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Position of the value (or, with `of: 'key'`, of the key) at a path; the nearest parent's where the path ends early. */
  position(path: readonly (string | number)[], of?: 'key' | 'value'): SourcePosition;
}

/** Decodes the bytes of a configuration; throws E_CONFIG_FILE where they are too many, or are not UTF-8 text. */
export function decodeConfigText(bytes: Uint8Array, file: string): string {
  const refuse = (what: string, fix: string, cause?: unknown) =>
    new UserError('E_CONFIG_FILE', { what: `${file} ${what}`, fix, cause });
  if (bytes.length > MAX_CONFIG_BYTES) {
    throw refuse(
      `has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`,
      'keep data out of the configuration',
    );
  }
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16 || bytes.includes(0)) {
    throw refuse('is not UTF-8 text (it looks like UTF-16 or binary)', 'save the file as UTF-8');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refuse('is not valid UTF-8 text', 'save the file as UTF-8', cause);
  }
}

/** Parses the text of a YAML 1.2 file; throws E_CONFIG with every place where it is malformed, doubled or ambiguous. */
export function parseYamlSource(text: string, file: string, revision?: string): YamlSource {
  const lines = new LineCounter();
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { file, ...onlyDefined({ revision }), line, column: col };
  };
  checkExcess(excessOfText(text), (offset) => ({ ...at(0), ...placeIn(text, offset) }));
  const document = parseDocument(text, { ...SPARING, lineCounter: lines, merge: true });
  throwCollected(
    document.errors.map(
      (error) =>
        new UserError('E_CONFIG', {
          what: `not valid YAML: ${error.message}`,
          fix: 'mend the YAML at this place',
          position: at(error.pos[0]),
        }),
    ),
  );
  throwCollected(findFaults(document, at));
  checkExcess(excessOfAliases(document), at);
  return {
    file,
    value: toValue(document, at(0)),
    position: (path, of = 'value') => at(offsetOf(document.contents, path, of)),
  };
}

function checkExcess(excess: YamlExcess | undefined, at: (offset: number) => SourcePosition): void {
  if (excess !== undefined) {
    const { what, fix, offset } = excess;
    throw new UserError('E_CONFIG', { what: `the file ${what}`, fix, position: at(offset) });
  }
}

/** Line and column of a place in a text that was not parsed. */
function placeIn(text: string, offset: number): Pick<SourcePosition, 'line' | 'column'> {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function toValue(document: Document.Parsed, position: SourcePosition): unknown {
  try {
    return document.toJS({ maxAliasCount: -1 });
  } catch (cause) {
    throw new UserError('E_CONFIG', {
      what: `the aliases of the file cannot be followed: ${(cause as Error).message}`,
      fix: 'write the values themselves',
      position,
      cause,
    });
  }
}

function offsetOf(root: Node | null, path: readonly (string | number)[], of: 'key' | 'value'): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [index, part] of path.entries()) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      const key = pair?.key;
      if (isNode(key)) {
        offset = key.range?.[0] ?? offset;
      }
      if (of === 'key' && index === path.length - 1) {
        return offset;
      }
      next = pair?.value;
    } else if (isSeq(node)) {
      next = node.items[Number(part)];
    }
    if (!isNode(next)) {
      return offset;
    }
    node = next;
    offset = next.range?.[0] ?? offset;
  }
  return offset;
}
