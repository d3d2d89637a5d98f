import { posix } from 'node:path';
import { findVariables, type VariableSource } from '../serverless/variables.ts';
import { isWhole, templateText } from '../stack/template-text.ts';
import { type ConfigurationFiles, PROGRAM } from './configuration-files.ts';
import { MAX_PATH, type Settler, spelledOut, Unknown } from './settle.ts';

/** What a service's configuration reads from elsewhere; texts are spelled as far as their variables are known. */
export interface References {
  /** Names in `${param:NAME}`. */
  readonly params: readonly string[];
  /** Those of them that have no fallback behind them. */
  readonly needed: readonly string[];
  /** Whether some parameter's name holds a variable, so that any parameter may be read. */
  readonly anyParam: boolean;
  /** Addresses in `${output:ADDRESS}`. */
  readonly outputs: readonly string[];
  /** Those of them that have no fallback behind them. */
  readonly neededOutputs: readonly string[];
  /** Addresses in `${cf:STACK.KEY}`; `REGION:STACK.KEY` if it names its region. */
  readonly stacks: readonly string[];
  /** Names of exports that `Fn::ImportValue` imports. */
  readonly imports: readonly string[];
  /** Those of `params` and `outputs` (`param:NAME`, `output:ADDRESS`) that stand in included files alone. */
  readonly through: readonly string[];
  /** Paths in `${file(PATH)}` of what is not a program, as they are written. */
  readonly files: readonly string[];
  /** Sources whose values cannot be known before the Serverless Framework runs. */
  readonly unknown: readonly string[];
  /** Texts that are paths out of the service's folder (of a handler, a layer, a pattern); what is not known of one is cut off. */
  readonly outside: readonly string[];
}

/** What a configuration reads, and the files that it is made of. */
export interface FoundReferences {
  readonly reads: References;
  /** Files in `${file(…)}`, from the application's folder, sorted; programs are among them. */
  readonly includes: readonly string[];
}

/** Sources whose values are the same whenever the same files and parameters are packaged. */
const KNOWN = ['param', 'self', 'opt', 'sls', 'strToBool', 'output', 'file', ''];
const LISTS = [
  'params',
  'needed',
  'outputs',
  'neededOutputs',
  'stacks',
  'imports',
  'through',
  'files',
  'unknown',
  'outside',
] as const;

/** What is known of a configuration that only a program tells. */
export const NO_REFERENCES: References = {
  params: [],
  needed: [],
  anyParam: false,
  outputs: [],
  neededOutputs: [],
  stacks: [],
  imports: [],
  through: [],
  files: [],
  unknown: [],
  outside: [],
};

/**
 * Returns what a configuration reads, also through the files that it leads to: of an included file that which is read of it
 * alone. `pseudo` are the pseudo parameters that names of exports may hold.
 */
export function followReferences(
  root: unknown,
  settler: Settler,
  files: ConfigurationFiles,
  pseudo: Readonly<Record<string, string>>,
): FoundReferences {
  const found = Object.fromEntries(LISTS.map((name) => [name, new Set<string>()])) as Record<
    (typeof LISTS)[number],
    Set<string>
  >;
  const own = new Set<string>();
  const includes = new Set<string>();
  let anyParam = false;
  /** Parts of files that are still to be walked. */
  const queue: { readonly path: string; readonly steps: readonly string[] }[] = [];
  const queued = new Set<string>();
  const walked = new Set<unknown>();
  let isOwn = true;

  walk(root);
  isOwn = false;
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    const file = files.get(part.path);
    if (file?.kind === 'value') {
      descend(file.value, part.steps);
    }
  }
  for (const text of own) {
    found.through.delete(text);
  }
  const lists = Object.fromEntries(LISTS.map((name) => [name, [...found[name]].sort()]));
  return {
    reads: { ...(lists as unknown as References), anyParam },
    includes: [...includes].sort(),
  };

  function walk(value: unknown): void {
    if (typeof value === 'string') {
      readText(value);
      readPath(value);
    } else if (typeof value === 'object' && value !== null && !walked.has(value)) {
      // YAML's aliases lead to one value from several places, or to their own parent.
      walked.add(value);
      for (const [key, item] of Object.entries(value)) {
        readText(key);
        // Where the Serverless Framework looks for packages is no source.
        if (key !== 'projectDir') {
          walk(item);
        }
        if (key === 'Fn::ImportValue') {
          found.imports.add(templateText(spelledOut(settler.expand(item)), pseudo));
        }
      }
    }
  }

  /** Walks what stands at a path of a value, and nothing beside it. */
  function descend(value: unknown, steps: readonly string[]): void {
    const [step, ...rest] = steps;
    if (step === undefined) {
      walk(value);
    } else if (typeof value === 'string') {
      readText(value, steps);
    } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) {
      descend(Reflect.get(value, step), rest);
    }
  }

  /** `steps` lead on from the value of the text. */
  function readText(text: string, steps: readonly string[] = []): void {
    for (const { sources } of findVariables(text)) {
      for (const source of sources) {
        readSource(source, steps);
      }
      const last = sources.at(-1);
      const name = settler.spell(last?.address ?? '');
      if (last?.source === 'param' && isWhole(name)) {
        found.needed.add(name);
      } else if (last?.source === 'output') {
        found.neededOutputs.add(name);
      }
    }
  }

  /** Notes a text that is a path, and leads out; of one that is not known to its end, the folder before. */
  function readPath(text: string): void {
    const settled = settler.settle(text);
    const spelled = settled instanceof Unknown ? (settled.text.split('${')[0] ?? '') : settled;
    if (typeof spelled !== 'string' || spelled.length > MAX_PATH) {
      return;
    }
    const path = spelled.replace(/^!/, '');
    const leadsOut = posix.normalize(path.replaceAll('\\', '/')).split('/')[0] === '..';
    if (leadsOut && !/\s/.test(path)) {
      found.outside.add(path);
    }
  }

  function readSource({ source, argument, address, literal }: VariableSource, steps: readonly string[]): void {
    for (const inner of [argument, address, literal]) {
      if (inner !== undefined) {
        readText(inner);
      }
    }
    const at = settler.spell(address ?? '');
    switch (source) {
      case 'param':
        readParameter(at);
        break;
      case 'output':
        note('outputs', `output:${at}`, at);
        break;
      case 'cf':
        found.stacks.add(argument === undefined ? at : `${settler.spell(argument)}:${at}`);
        found.unknown.add('cf');
        break;
      case 'file':
        readFile(argument ?? '', address, steps);
        break;
      default:
        noteUnknown(source, at);
    }
  }

  function noteUnknown(source: string, at: string): void {
    if (source === 'sls' && at !== 'stage') {
      found.unknown.add(`sls:${at}`);
    } else if (!KNOWN.includes(source)) {
      found.unknown.add(source);
    }
  }

  function readParameter(name: string): void {
    if (isWhole(name)) {
      note('params', `param:${name}`, name);
    } else {
      anyParam = true;
    }
  }

  function note(list: 'params' | 'outputs', text: string, item: string): void {
    found[list].add(item);
    (isOwn ? own : found.through).add(text);
  }

  function readFile(argument: string, address: string | undefined, steps: readonly string[]): void {
    const { path, text } = settler.place(argument);
    if (path === undefined) {
      found.unknown.add(text.length > MAX_PATH ? 'file(…)' : `file(${text})`);
      readPath(argument);
      return;
    }
    includes.add(path);
    if (PROGRAM.test(path)) {
      found.unknown.add(`file(${argument})`);
      return;
    }
    found.files.add(argument);
    const key = address === undefined ? '' : settler.spell(address);
    const all = [...(key === '' ? [] : key.split('.')), ...steps];
    const known = all.every(isWhole) ? all : [];
    const mark = [path, ...known].join('\0');
    if (!queued.has(mark)) {
      queued.add(mark);
      queue.push({ path, steps: known });
    }
  }
}
