import { registerLogger, type ValidationConfig, validate } from '@actions/languageservice';
import { parse } from 'yaml';
import { FOREIGN_ACTIONS } from './foreign-actions.ts';
import { readShipped } from './shipped-file.ts';

type Provider<K extends keyof ValidationConfig> = NonNullable<ValidationConfig[K]>;
type Reference = Parameters<Provider<'fileProvider'>['getFileContent']>[0];

/** Reads one of our files by its path; undefined where it is not there. */
export type ReadOwn = (path: string) => string | undefined;

// The service logs what goes wrong inside it, and then answers that it has found nothing.
const failures: string[] = [];
const ignore = () => undefined;
registerLogger({ error: (message) => failures.push(message), warn: ignore, info: ignore, log: ignore });

let asked = 0;

/** Returns what GitHub's language service says of a workflow, template or action.yml: `path:line: message`. */
export async function diagnose(path: string, text: string, readOwn: ReadOwn): Promise<string[]> {
  const { kind } = readShipped(path, text);
  const document = { uri: uriOf(path, kind === 'action'), getText: () => text } as Parameters<typeof validate>[0];
  failures.length = 0;
  const found = await validate(document, {
    fileProvider: fileProvider(kind === 'template', readOwn),
    actionsMetadataProvider: metadataProvider(readOwn),
  });
  const messages = found.map(({ message, range }) => `${path}:${range.start.line + 1}: ${message}`);
  return [...messages, ...failures.map((failure) => `${path}: ${failure}`)];
}

/** A new address for each question: the service remembers what it has read by its address. */
function uriOf(path: string, isAction: boolean): string {
  asked += 1;
  return isAction ? `file:///${asked}/${path}` : `file:///${asked}/.github/workflows/${path.split('/').at(-1)}`;
}

function fileProvider(inUsersRepository: boolean, readOwn: ReadOwn): Provider<'fileProvider'> {
  return {
    getFileContent: async (reference) => {
      const path = ownPath(reference, inUsersRepository);
      const content = path === undefined ? undefined : readOwn(path);
      if (content === undefined) throw new Error(`${reference.path} is not there`);
      return { name: reference.path, content };
    },
  };
}

/** Returns the path in our repository that a reference leads to: `$/path`, or from a user's one our release. */
function ownPath(reference: Reference, inUsersRepository: boolean): string | undefined {
  if (!('owner' in reference)) return inUsersRepository ? undefined : reference.path;
  const { owner, repository, version, path } = reference;
  return `${owner}/${repository}@${version}` === 'OWNER/serverless-stages@v1' ? path : undefined;
}

function metadataProvider(readOwn: ReadOwn): Provider<'actionsMetadataProvider'> {
  return {
    fetchActionMetadata: async ({ owner, name, ref, path }) => {
      const own = ownPath({ owner, repository: name, version: ref, path: `${path ?? ''}/action.yml` }, true);
      const text = own === undefined ? undefined : readOwn(own);
      if (text !== undefined) return parse(text);
      const inputs =
        FOREIGN_ACTIONS[`${[owner, name, ...(path === undefined || path === '' ? [] : [path])].join('/')}@${ref}`];
      const known = inputs?.map((input) => [input, { description: input }]);
      return known && { name, description: name, inputs: Object.fromEntries(known) };
    },
  };
}
