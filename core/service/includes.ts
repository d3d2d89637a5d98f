import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import { substitute, type VariableLookup } from '../serverless/variables.ts';
import { readYaml } from '../yaml/read.ts';
import { findReferences, joinReferences, MAX_PATH, type References } from './references.ts';

/** Most files that a configuration is made of, one leading to the next. */
const MAX_INCLUDES = 500;

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
 * Throws E_SERVICE_CONFIG where there are too many.
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
    if (written.length > MAX_PATH) {
      unknown.add('file(…)');
      continue;
    }
    const path = posix.join(folder, substitute(written, lookup).replaceAll('\\', '/'));
    if (path.includes('${') || path.startsWith('..') || /^[/~]|^[A-Za-z]:/.test(written)) {
      unknown.add(`file(${written})`);
      continue;
    }
    if (includes.has(path)) {
      continue;
    }
    if (includes.size >= MAX_INCLUDES) {
      throw new UserError('E_SERVICE_CONFIG', {
        what: `the configuration in ${folder} leads to more than ${MAX_INCLUDES} files by \${file(…)}`,
        fix: 'put them together',
      });
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

/** What cannot be read is the Serverless Framework's to tell of: it may be of a form that only it knows. */
function parseLeniently(text: string): unknown {
  const reading = readYaml(text);
  return reading.fault === undefined ? reading.value : undefined;
}
