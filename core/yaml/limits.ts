import { CST, type Document, isAlias, isCollection, isPair, isScalar, Lexer } from 'yaml';

/** What makes a file too much for a reader, and where. */
export interface YamlExcess {
  /** Speaks of the file: `has …`. */
  readonly what: string;
  readonly fix: string;
  /** Place in the text. */
  readonly offset: number;
}

/** Most signs and words of a YAML file: some 12,000 lines. A parser takes far longer over each than the lexer does. */
const MAX_TOKENS = 100_000;
/** How deep lists and mappings may stand in each other; what reads them calls itself for each level. */
const MAX_DEPTH = 100;
/** Most anchors, and most aliases: each is looked up among the others. */
const MAX_ALIASES = 1000;
/** Most values that a file may come to when its aliases are followed. */
const MAX_VALUES = 200_000;

/** Looks over a YAML text before anything is made of it; undefined where it is no more than a reader can bear. */
export function excessOfText(text: string): YamlExcess | undefined {
  const counts = { anchor: 0, alias: 0 };
  const depth = createDepth();
  let tokens = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme);
    tokens += 1;
    if (tokens > MAX_TOKENS) {
      return {
        what: `has more than ${MAX_TOKENS} words and signs`,
        fix: 'split it, or keep data out of it',
        offset,
      };
    }
    if (type === 'anchor' || type === 'alias') {
      counts[type] += 1;
      if (counts[type] > MAX_ALIASES) {
        const kind = type === 'alias' ? 'aliases' : 'anchors';
        return { what: `has more than ${MAX_ALIASES} ${kind}`, fix: 'write the values themselves', offset };
      }
    }
    if (depth.after(lexeme, type) > MAX_DEPTH) {
      return { what: `has more than ${MAX_DEPTH} levels`, fix: 'nest less', offset };
    }
    // What the lexer says of its own is one sign that the text does not have.
    offset += type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end' ? 0 : lexeme.length;
  }
  return undefined;
}

/** Follows how deep the lexer is: brackets, and the columns at which lines and their `-`, `?` and `:` begin. */
function createDepth() {
  const columns: number[] = [];
  let flow = 0;
  let column = 0;
  let isLineStart = true;
  const openBlock = (type: CST.TokenType | null) => {
    if (isLineStart) {
      while ((columns.at(-1) ?? -1) >= column) {
        columns.pop();
      }
    }
    const isIndicator = type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind';
    if (isLineStart || isIndicator) {
      columns.push(column);
    }
    isLineStart = false;
  };
  return {
    after(lexeme: string, type: CST.TokenType | null): number {
      if (type === 'flow-seq-start' || type === 'flow-map-start') {
        flow += 1;
      } else if (type === 'flow-seq-end' || type === 'flow-map-end') {
        flow = Math.max(0, flow - 1);
      } else if (flow === 0 && type !== 'space' && type !== 'newline') {
        openBlock(type);
      }
      const lineEnd = lexeme.lastIndexOf('\n');
      column = lineEnd === -1 ? column + lexeme.length : lexeme.length - lineEnd - 1;
      isLineStart ||= lineEnd !== -1;
      return flow + columns.length;
    },
  };
}

/** Looks over a parsed document before its aliases are followed: a small file may come to a huge value. */
export function excessOfAliases(document: Document.Parsed): YamlExcess | undefined {
  const sizes = new Map<string, number>();
  let isEndless = false;
  const sizeOf = (node: unknown, inMerge: boolean): number => {
    if (isAlias(node)) {
      // One that leads to its own parent is no more than a way back; merged into it, it never ends.
      isEndless ||= inMerge && sizes.get(node.source) === OPEN;
      return sizes.get(node.source) ?? 1;
    }
    if (isPair(node)) {
      const isMerge = inMerge || (isScalar(node.key) && node.key.source === '<<');
      return sizeOf(node.key, false) + sizeOf(node.value, isMerge);
    }
    const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
    if (anchor !== undefined) {
      sizes.set(anchor, OPEN);
    }
    const size = isCollection(node) ? node.items.reduce<number>((sum, item) => sum + sizeOf(item, inMerge), 1) : 1;
    if (anchor !== undefined) {
      sizes.set(anchor, size);
    }
    return size;
  };
  const size = sizeOf(document.contents, false);
  const what = isEndless
    ? 'merges a mapping into itself'
    : size > MAX_VALUES
      ? `comes to ${size} values when its aliases are followed`
      : undefined;
  return what === undefined ? undefined : { what, fix: 'write the values themselves', offset: 0 };
}

/** Size of what is still being looked over. */
const OPEN = 0;
