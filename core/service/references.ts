import { posix } from 'node:path';
import { findVariables, type VariableSource } from '../serverless/variables.ts';

/** What a service's configuration reads from elsewhere, by the text of its variables. */
export interface References {
  /** Names in `${param:NAME}`. */
  readonly params: readonly string[];
  /** Those of them that have no fallback behind them. */
  readonly needed: readonly string[];
  /** Whether some parameter's name holds a variable, so that any parameter may be read. */
  readonly anyParam: boolean;
  /** Addresses in `${output:ADDRESS}`, as they are written. */
  readonly outputs: readonly string[];
  /** Addresses in `${cf:STACK.KEY}`, as they are written. */
  readonly stacks: readonly string[];
  /** Paths in `${file(PATH)}` of what is not a program, as they are written. */
  readonly files: readonly string[];
  /** Sources whose values cannot be known before the Serverless Framework runs. */
  readonly unknown: readonly string[];
  /** Texts that are paths out of the service's folder (of a handler, a layer, a pattern), as they are written. */
  readonly outside: readonly string[];
}

/** Sources whose values are the same whenever the same files and parameters are packaged. */
const KNOWN = ['param', 'self', 'opt', 'sls', 'strToBool', 'output'];
/** Longest path that a system takes, in characters (PATH_MAX of Linux): a longer text is none. */
export const MAX_PATH = 4096;
const PROGRAM = /\.[cm]?[jt]s$/;

interface Found extends Record<Exclude<keyof References, 'anyParam'>, Set<string>> {
  anyParam: boolean;
}

const nothing = (): Found => ({
  params: new Set(),
  needed: new Set(),
  anyParam: false,
  outputs: new Set(),
  stacks: new Set(),
  files: new Set(),
  unknown: new Set(),
  outside: new Set(),
});

/** Walks all strings of a parsed configuration, keys too, and returns what they read; each list sorted. */
export function findReferences(value: unknown): References {
  const found = nothing();
  walk(value, found);
  return present(found);
}

/** Puts what several files read together. */
export function joinReferences(all: readonly References[]): References {
  const found = nothing();
  for (const each of all) {
    found.anyParam ||= each.anyParam;
    for (const name of LISTS) {
      for (const item of each[name]) {
        found[name].add(item);
      }
    }
  }
  return present(found);
}

const LISTS = ['params', 'needed', 'outputs', 'stacks', 'files', 'unknown', 'outside'] as const;

function present(found: Found): References {
  const lists = Object.fromEntries(LISTS.map((name) => [name, [...found[name]].sort()]));
  return { ...(lists as unknown as References), anyParam: found.anyParam };
}

function walk(value: unknown, found: Found, seen = new Set<unknown>()): void {
  if (typeof value === 'string') {
    readText(value, found);
    readPath(value, found);
  } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
    // YAML's aliases lead to one value from several places, or to their own parent.
    seen.add(value);
    for (const [key, item] of Object.entries(value)) {
      readText(key, found);
      walk(item, found, seen);
    }
  }
}

function readText(text: string, found: Found): void {
  for (const { sources } of findVariables(text)) {
    for (const source of sources) {
      readSource(source, found);
    }
    const last = sources.at(-1);
    if (last?.source === 'param' && last.address !== undefined && !last.address.includes('${')) {
      found.needed.add(last.address);
    }
  }
}

/** Notes a text that is a path, and leads out. */
function readPath(text: string, found: Found): void {
  if (text.length > MAX_PATH) {
    return;
  }
  const path = text.replace(/^!/, '');
  const leadsOut = posix.normalize(path.replaceAll('\\', '/')).split('/')[0] === '..';
  if (leadsOut && !/\s/.test(path)) {
    found.outside.add(path);
  }
}

function readSource({ source, argument, address, literal }: VariableSource, found: Found): void {
  for (const inner of [argument, address, literal]) {
    if (inner !== undefined) {
      readText(inner, found);
    }
  }
  const at = address ?? '';
  if (source === 'param') {
    if (at.includes('${')) {
      found.anyParam = true;
    } else {
      found.params.add(at);
    }
  } else if (source === 'output') {
    found.outputs.add(at);
  } else if (source === 'cf') {
    found.stacks.add(at);
    found.unknown.add('cf');
  } else if (source === 'file') {
    const path = argument ?? '';
    if (PROGRAM.test(path)) {
      found.unknown.add(`file(${path})`);
    } else {
      found.files.add(path);
    }
  } else if (source === 'sls' && at !== 'stage') {
    found.unknown.add(`sls:${at}`);
  } else if (source !== '' && !KNOWN.includes(source)) {
    found.unknown.add(source);
  }
}
