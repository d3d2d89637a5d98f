import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { type SourcePosition, throwCollected, UserError } from '../errors.ts';

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
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, merge: true, prettyErrors: false });
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { file, ...(revision === undefined ? {} : { revision }), line, column: col };
  };
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
  const faults: UserError[] = [];
  visit(document, {
    Map: (_, map) => {
      faults.push(...doubledKeys(map.items, at));
    },
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) {
        faults.push(
          new UserError('E_CONFIG', {
            what: `the alias *${alias.source} has no anchor before it`,
            fix: `write &${alias.source} where the value stands, or the value itself`,
            position: at(alias.range?.[0] ?? 0),
          }),
        );
      }
    },
    Scalar: (key, scalar) => {
      const fault = key === 'key' ? undefined : ambiguousScalar(scalar, at);
      if (fault !== undefined) {
        faults.push(fault);
      }
    },
  });
  throwCollected(faults);
  return {
    file,
    value: toValue(document, at(0)),
    position: (path, of = 'value') => at(offsetOf(document.contents, path, of)),
  };
}

/** Aliases of aliases can make a small file a huge value; the yaml library stops at 100 of them. */
function toValue(document: Document.Parsed, position: SourcePosition): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    throw new UserError('E_CONFIG', {
      what: `the aliases of the file cannot be followed: ${(cause as Error).message}`,
      fix: 'write the values themselves',
      position,
      cause,
    });
  }
}

function doubledKeys(items: readonly unknown[], at: (offset: number) => SourcePosition): UserError[] {
  const seen = new Map<string, SourcePosition>();
  const faults: UserError[] = [];
  for (const item of items) {
    if (!isPair(item) || !isScalar(item.key)) {
      continue;
    }
    const name = String(item.key.value);
    const position = at(item.key.range?.[0] ?? 0);
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, position);
    } else {
      faults.push(
        new UserError('E_CONFIG', {
          what: `"${name}" stands here and in line ${first.line} already`,
          fix: `keep one of the two (lines ${first.line} and ${position.line})`,
          position,
        }),
      );
    }
  }
  return faults;
}

const YAML_1_1_BOOLEAN = /^(y|yes|n|no|on|off)$/i;

/** YAML 1.1 and 1.2 read some plain scalars differently, and numbers lose their zeros: what is meant must be quoted. */
function ambiguousScalar(scalar: Scalar, at: (offset: number) => SourcePosition): UserError | undefined {
  const source = scalar.source;
  if (scalar.type !== 'PLAIN' || source === undefined) {
    return undefined;
  }
  const position = at(scalar.range?.[0] ?? 0);
  if (typeof scalar.value === 'number' && String(scalar.value) !== source) {
    return new UserError('E_CONFIG', {
      what: `${source} is read as the number ${scalar.value}`,
      why: 'account ids, versions and the like are texts',
      fix: `quote it: "${source}"`,
      position,
    });
  }
  const unusual = typeof scalar.value === 'boolean' && source !== String(scalar.value);
  if (unusual || (typeof scalar.value === 'string' && YAML_1_1_BOOLEAN.test(source))) {
    return new UserError('E_CONFIG', {
      what: `${source} is a boolean for some YAML readers and a text for others`,
      fix: `write true or false, or quote it: "${source}"`,
      position,
    });
  }
  return undefined;
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
