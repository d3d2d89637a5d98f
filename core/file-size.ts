import { posix } from 'node:path';
import { UserError } from './errors.ts';
import { LOCKFILES } from './lockfile-names.ts';

const MIB = 1024 * 1024;

/** The most that is read of a file, in bytes, by what the file is: beyond it nobody wrote it by hand, or for this. */
export const FILE_LIMITS = {
  'a configuration': 4 * MIB,
  'a lockfile': 32 * MIB,
  'a program': 64 * MIB,
  "a package's state": 64 * MIB,
  "an event's payload": 32 * MIB,
  "a file of the action's": 64 * MIB,
} as const;

/** What a bundler reads: a vendored one may be large. */
const PROGRAM = /\.(?:[cm]?[jt]sx?|vue|svelte|go)$/;

export type FileKind = keyof typeof FILE_LIMITS;

/** Tells by its name what a file of the user's is. */
export function kindOfFile(path: string): FileKind {
  if ((LOCKFILES as readonly string[]).includes(posix.basename(path))) {
    return 'a lockfile';
  }
  return PROGRAM.test(path) ? 'a program' : 'a configuration';
}

/** Returns what is wrong with a file of so many bytes (E_CONFIG_FILE); undefined where it may be read. */
export function sizeError(path: string, bytes: number, kind: FileKind = kindOfFile(path)): UserError | undefined {
  return bytes <= FILE_LIMITS[kind]
    ? undefined
    : new UserError('E_CONFIG_FILE', {
        what: `${path} has ${bytes} bytes; of ${kind} at most ${FILE_LIMITS[kind]} are read`,
        fix: 'make the file smaller, or take it out of the repository',
      });
}
