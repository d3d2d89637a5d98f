import { posix } from 'node:path';
import type { Config } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import { JAVASCRIPT } from '../safeguards/catalogue.ts';
import { readSafeguard, type Safeguard } from '../safeguards/entry.ts';
import { type JavascriptConfig, MAX_POLICY_BYTES } from '../safeguards/javascript.ts';
import { formatPath } from './checks/report.ts';

/** Returns the bytes of a file beside the configuration; undefined if there is none. */
type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/**
 * Returns a configuration with the text of the policies that it names by path: they are read with it, from the same commit, and go
 * with it from job to job. `file` is the configuration's path from the repository's root, `place` the commit's name in errors. Throws
 * E_CONFIG.
 */
export async function withPolicyFiles(config: Config, file: string, place: string, read: ReadFile): Promise<Config> {
  const folder = posix.dirname(file);
  const profiles = await Promise.all(
    Object.entries(config.profiles).map(async ([name, profile]) => {
      const { safeguards } = profile;
      if (safeguards === undefined) {
        return [name, profile] as const;
      }
      const full = await Promise.all(
        safeguards.map((entry, index) =>
          withCode(entry, formatPath(['profiles', name, 'safeguards', index]), folder, place, read),
        ),
      );
      return [name, { ...profile, safeguards: full }] as const;
    }),
  );
  return { ...config, profiles: Object.fromEntries(profiles) };
}

type Entry = NonNullable<Config['profiles'][string]['safeguards']>[number];

async function withCode(entry: Entry, at: string, folder: string, place: string, read: ReadFile): Promise<Entry> {
  const safeguard = readSafeguard(entry);
  const config = 'id' in safeguard && safeguard.id === JAVASCRIPT ? (safeguard.config as JavascriptConfig) : undefined;
  if (config?.path === undefined) {
    return entry;
  }
  const path = posix.normalize(posix.join(folder, config.path));
  const bytes = await read(path);
  const refuse = (what: string, fix: string) =>
    new UserError('E_CONFIG', { what: `the policy of ${at}, ${path}, ${what} on ${place}`, fix });
  if (bytes === undefined) {
    throw refuse(
      'is not there',
      'commit the file, or correct its path: it begins at the folder of serverless-stages.yml',
    );
  }
  if (bytes.length > MAX_POLICY_BYTES) {
    throw refuse(
      `has ${bytes.length} bytes`,
      `shorten it to ${MAX_POLICY_BYTES} bytes: it is one file, without its libraries`,
    );
  }
  return entryOf(safeguard as Safeguard, config, new TextDecoder().decode(bytes));
}

/** The entry in its full form, with the text in the place of the path. */
function entryOf({ title, description, level, stages }: Safeguard, config: JavascriptConfig, code: string): Entry {
  const { path, ...rest } = config;
  return {
    safeguard: JAVASCRIPT,
    title: title === JAVASCRIPT ? `${JAVASCRIPT}: ${path}` : title,
    ...(description === undefined ? {} : { description }),
    enforcementLevel: level,
    ...(stages === undefined ? {} : { stage: [...stages] }),
    config: { ...rest, code },
  };
}
