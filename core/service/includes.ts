import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import { substitute, type VariableLookup } from '../serverless/variables.ts';
import { findReferences, joinReferences, type References } from './references.ts';

/** What a service reads with all the files that its configuration is made of. */
export interface Included {
  readonly reads: References;
  /** Files that its configuration reads with `${file(…)}`, relative to the application's folder; sorted. */
  readonly includes: readonly string[];
}

type ReadText = (path: string) => Promise<string | undefined>;

/**
 * Follows `${file(…)}` from a service's configuration through the YAML and JSON files that it leads to. A path that is
 * not known before the Serverless Framework runs, or leads out of the application's folder, counts as a source that is not known.
 */
export async function readIncludes(
  folder: string,
  first: References,
  read: ReadText,
  lookup: VariableLookup,
): Promise<Included> {
  const includes = new Set<string>();
  const all: References[] = [first];
  const unknown = new Set<string>();
  const queue = [...first.files];
  for (let written = queue.pop(); written !== undefined; written = queue.pop()) {
    const path = posix.join(folder, substitute(written, lookup).replaceAll('\\', '/'));
    if (path.includes('${') || path.startsWith('..') || /^[/~]|^[A-Za-z]:/.test(written)) {
      unknown.add(`file(${written})`);
      continue;
    }
    if (includes.has(path)) {
      continue;
    }
    includes.add(path);
    const text = /\.(ya?ml|json)$/i.test(path) ? await read(path) : undefined;
    if (text !== undefined) {
      // Paths in an included file are relative to the service's folder, as the Serverless Framework has it.
      const references = findReferences(parseLeniently(text));
      all.push(references);
      queue.push(...references.files);
    }
  }
  const joined = joinReferences(all);
  return {
    reads: { ...joined, unknown: [...new Set([...joined.unknown, ...unknown])].sort() },
    includes: [...includes].sort(),
  };
}

function parseLeniently(text: string): unknown {
  try {
    return parseDocument(text, { logLevel: 'silent' }).toJS();
  } catch {
    return undefined;
  }
}
