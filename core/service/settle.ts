import { posix } from 'node:path';
import { findVariables, type Variable, type VariableLookup, type VariableSource } from '../serverless/variables.ts';
import type { ConfigurationFiles } from './configuration-files.ts';

/** How deep values may lead to each other. */
const MAX_DEPTH = 50;
/** Longest text that values may come to, in characters: a few lines that name each other could come to any length. */
const MAX_TEXT = 100_000;
/** Most values that a configuration may come to, if its variables lead to the same mappings again and again. */
const MAX_VALUES = 200_000;
/** Longest path that a system takes, in characters (PATH_MAX of Linux): a longer text is none. */
export const MAX_PATH = 4096;

/** A value that nobody knows before the Serverless Framework runs. */
export class Unknown {
  /** How it is spelled, all variables replaced that are known. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Returns a value with the spelling of what is not known in it, in place of that. */
export function spelledOut(value: unknown): unknown {
  if (value instanceof Unknown) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return value.map(spelledOut);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spelledOut(item)]))
    : value;
}

/** A value of a configuration: undefined if there is none, Unknown if it is not known before. */
export type Settled = unknown;

export interface SettleParts {
  /** Folder of the service, from the application's folder: paths are relative to it, whatever file they stand in. */
  readonly folder: string;
  /** The service's configuration, as it is parsed; undefined if it is a program. */
  readonly root: unknown;
  readonly files: ConfigurationFiles;
  /** Values of variables that come from outside of the configuration. */
  readonly lookup: VariableLookup;
}

/** A `${file(…)}`: where it leads. */
export type FilePlace =
  | { readonly path: string; readonly text?: never }
  /** Its path is not known, or leads out of the repository; `text` is its spelling. */
  | { readonly path?: never; readonly text: string };

/** Tells what the variables of one service's configuration come to. */
export interface Settler {
  /** A value with its variables replaced, if it is a text; anything else as it is. */
  settle(value: unknown): Settled;
  /** A text with the variables replaced that are known; the others stay, spelled as far as they are known. */
  spell(text: string): string;
  /** The value at a path of a value: through mappings, and through variables that come to mappings. */
  at(value: unknown, path: readonly string[]): Settled;
  /** A value with all texts in it settled. */
  expand(value: unknown): Settled;
  /** Where `${file(ARGUMENT)}` leads. */
  place(argument: string): FilePlace;
  /** Files that were asked for and have not been loaded: what was told meanwhile may be less than is known. */
  readonly wanted: ReadonlySet<string>;
}

/**
 * Builds what resolves the variables of a service's configuration as the Serverless Framework does (osls 4.3,
 * `lib/configuration/variables`): `self:` and `file():` to any depth, fallbacks in their order, `params:` of the service, and
 * what `lookup` knows.
 */
export function createSettler({ folder, root, files, lookup }: SettleParts): Settler {
  const wanted = new Set<string>();
  const known = new Map<string, Settled>();
  const underWay = new Set<string>();
  let depth = 0;
  let expanded = 0;

  function settle(value: unknown): Settled {
    if (typeof value !== 'string' || !value.includes('${')) {
      return value;
    }
    if (known.has(value)) {
      return known.get(value);
    }
    // A text that leads to itself has no value.
    if (underWay.has(value) || depth >= MAX_DEPTH) {
      return new Unknown(value);
    }
    underWay.add(value);
    depth += 1;
    const before = wanted.size;
    try {
      const settled = settleText(value);
      if (wanted.size === before) {
        known.set(value, settled);
      }
      return settled;
    } finally {
      depth -= 1;
      underWay.delete(value);
    }
  }

  function settleText(text: string): Settled {
    const variables = findVariables(text);
    const [first] = variables;
    if (first === undefined) {
      return text;
    }
    if (first.start === 0 && first.end === text.length) {
      return settleVariable(first);
    }
    const pieces: string[] = [];
    let from = 0;
    let isKnown = true;
    for (const variable of variables) {
      const value = settleVariable(variable);
      const isText = ['string', 'number', 'boolean'].includes(typeof value);
      isKnown &&= isText;
      pieces.push(text.slice(from, variable.start), isText ? String(value) : spelled(value, variable));
      from = variable.end;
    }
    const whole = pieces.join('') + text.slice(from);
    if (whole.length > MAX_TEXT) {
      return new Unknown(text);
    }
    return isKnown ? whole : new Unknown(whole);
  }

  function spelled(value: Settled, { text }: Variable): string {
    return value instanceof Unknown ? value.text : text;
  }

  /** The first source that has a value; one that is not known may have one. */
  function settleVariable({ text, sources }: Variable): Settled {
    for (const [index, source] of sources.entries()) {
      const value = settleSource(source);
      if (value instanceof Unknown) {
        const isWhole = index === 0 && sources.length === 1;
        return index === 0 && isReduced(source) ? value : new Unknown(isWhole ? `\${${spellSource(source)}}` : text);
      }
      if (value !== undefined && value !== null) {
        return value;
      }
    }
    return undefined;
  }

  /** Whether what is not known of a source is spelled by what it led to. */
  function isReduced({ source }: VariableSource): boolean {
    return source === 'self' || source === '';
  }

  function spellSource({ source, argument, address }: VariableSource): string {
    const brackets = argument === undefined ? '' : `(${spell(argument)})`;
    return `${source}${brackets}${address === undefined ? '' : `:${spell(address)}`}`;
  }

  function settleSource({ source, argument = '', address, literal }: VariableSource): Settled {
    if (source === '') {
      return literal === 'null' ? undefined : settle(literal);
    }
    const at = address === undefined ? '' : settle(address);
    if (at instanceof Unknown || typeof at === 'object') {
      return new Unknown('');
    }
    const text = String(at ?? '');
    switch (source) {
      case 'self':
        return atPath(root, stepsOf(text));
      case 'file':
        return settleFile(argument, stepsOf(text));
      case 'strToBool':
        return toBoolean(settle(argument));
      default:
        return fromOutside(source, text);
    }
  }

  /** What does not stand in the configuration. */
  function fromOutside(source: string, address: string): Settled {
    const isRegion = source === 'aws' && address === 'region';
    const value = isRegion ? lookup('opt', address) : lookup(source, address);
    if (value !== undefined) {
      return value;
    }
    // Which options the CLI gets is known: no others than these.
    if (source === 'opt' && address !== 'stage' && address !== 'region') {
      return undefined;
    }
    return (source === 'param' ? ownParameter(address) : undefined) ?? new Unknown('');
  }

  /** A parameter of the service's own `params:`, for its stage or for all. */
  function ownParameter(name: string): Settled {
    const stage = lookup('sls', 'stage');
    const places = [...(stage === undefined ? [] : [stage]), 'default'];
    const params = atPath(root, ['params']);
    for (const place of places) {
      const given = atPath(params, [place]);
      // A parameter's name may hold dots.
      const value = isMapping(given) && Object.hasOwn(given, name) ? settle(Reflect.get(given, name)) : undefined;
      if (value !== undefined && value !== null) {
        return value;
      }
    }
    return undefined;
  }

  function settleFile(argument: string, steps: readonly string[]): Settled {
    const { path } = place(argument);
    if (path === undefined) {
      return new Unknown('');
    }
    const file = files.get(path);
    if (file === undefined) {
      wanted.add(path);
      return new Unknown('');
    }
    return file.kind === 'missing' ? undefined : file.kind === 'unknown' ? new Unknown('') : atPath(file.value, steps);
  }

  function place(argument: string): FilePlace {
    const settled = settle(argument);
    const text = settled instanceof Unknown ? settled.text : typeof settled === 'string' ? settled : argument;
    const isPath = typeof settled === 'string' && text.length <= MAX_PATH && !/^[/~]|^[A-Za-z]:/.test(text);
    const path = isPath ? posix.join(folder, text.replaceAll('\\', '/')) : undefined;
    return path === undefined || path.startsWith('..') ? { text } : { path };
  }

  function atPath(value: unknown, steps: readonly string[]): Settled {
    let at = settle(value);
    for (const [index, step] of steps.entries()) {
      if (at instanceof Unknown) {
        return new Unknown(withSteps(at.text, steps.slice(index)));
      }
      if (!isMapping(at)) {
        return undefined;
      }
      at = Object.hasOwn(at, step) ? settle(Reflect.get(at, step)) : undefined;
    }
    return at;
  }

  function spell(text: string): string {
    const settled = settle(text);
    return settled instanceof Unknown ? settled.text || text : isMapping(settled) ? text : String(settled ?? text);
  }

  function expand(value: unknown, within: readonly unknown[] = []): Settled {
    const settled = settle(value);
    expanded += 1;
    if (expanded > MAX_VALUES) {
      return new Unknown('');
    }
    if (!isMapping(settled) || settled instanceof Unknown || within.includes(settled) || within.length > MAX_DEPTH) {
      return settled;
    }
    const inner = [...within, settled];
    return Array.isArray(settled)
      ? settled.map((item) => expand(item, inner))
      : Object.fromEntries(Object.entries(settled).map(([key, item]) => [key, expand(item, inner)]));
  }

  return { settle, spell, at: atPath, expand: (value) => expand(value), place, wanted };
}

/** The spelling of what is at a path of a value that is not known: two places of one file are two values. */
function withSteps(text: string, steps: readonly string[]): string {
  const isVariable = text.startsWith('${') && text.endsWith('}');
  return isVariable ? `${text.slice(0, -1)}.${steps.join('.')}}` : text;
}

function stepsOf(address: string): string[] {
  return address === '' ? [] : address.split('.');
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** As osls reads it; anything else is its error to tell. */
function toBoolean(value: Settled): Settled {
  const text = String(value).trim().toLowerCase();
  const isOne = ['true', '1'].includes(text);
  return isOne || ['false', '0'].includes(text) ? isOne : new Unknown('');
}
