import { posix } from 'node:path';
import { readYaml } from '../yaml/read.ts';

/** A file that configurations read with `${file(…)}`. */
export type ConfigurationFile =
  | { readonly kind: 'value'; readonly value: unknown }
  /** It is not there. */
  | { readonly kind: 'missing' }
  /** Its value is known only to who runs it, or to a reader of a form that we do not know. */
  | { readonly kind: 'unknown' };

/** The files that the configurations of an application read; each is read and parsed once. */
export interface ConfigurationFiles {
  /** By its path from the application's folder; undefined if it has not been loaded. */
  get(path: string): ConfigurationFile | undefined;
  load(path: string): Promise<void>;
}

/** A path of a program, which the Serverless Framework runs to have its value. */
export const PROGRAM = /\.[cm]?[jt]s$/i;
const DATA = /\.(ya?ml|json|tfstate)$/i;

/** Opens the files of an application; `read` returns undefined for one that is not there. */
export function openConfigurationFiles(read: (path: string) => Promise<string | undefined>): ConfigurationFiles {
  const loaded = new Map<string, ConfigurationFile>();
  const loading = new Map<string, Promise<void>>();
  const load = async (path: string) => {
    loaded.set(path, PROGRAM.test(path) ? { kind: 'unknown' } : parse(path, await read(path)));
  };
  return {
    get: (path) => loaded.get(path),
    load(path) {
      const work = loading.get(path) ?? load(path);
      loading.set(path, work);
      return work;
    },
  };
}

/** What cannot be read is the Serverless Framework's to tell of: it may be of a form that only it knows. */
function parse(path: string, text: string | undefined): ConfigurationFile {
  if (text === undefined) {
    return { kind: 'missing' };
  }
  if (!DATA.test(posix.basename(path))) {
    return { kind: 'value', value: text };
  }
  const reading = readYaml(text);
  return reading.fault === undefined ? { kind: 'value', value: reading.value } : { kind: 'unknown' };
}
