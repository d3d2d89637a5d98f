import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { CONFIG_FILE } from '../../core/config/parse.ts';
import { UserError } from '../../core/errors.ts';
import type { PersonFacts } from '../../core/laptop/person.ts';
import { apiUrlOf, parseRemote, type RemoteRepository } from '../../core/laptop/remote.ts';
import { runGit } from '../git/run-git.ts';

/** The clone that a person works in. */
export interface Checkout {
  /** Absolute path of its top. */
  readonly root: string;
  /** Folder of serverless-stages.yml, from the top; the one that the person is in if there is none yet. */
  readonly folder: string;
  /** Whether there is a serverless-stages.yml. */
  readonly isConfigured: boolean;
  /** The commit that is checked out; undefined before the first one. */
  readonly head: string | undefined;
  /** The branch that is checked out; undefined for none. */
  readonly branch: string | undefined;
  /** The repository on GitHub; undefined if no remote names one. */
  readonly remote: RemoteRepository | undefined;
}

/** Looks at the clone that a folder is in; throws E_NO_CLONE if it is in none. */
export async function openCheckout(start: string): Promise<Checkout> {
  const top = (await runGit(start, ['rev-parse', '--show-toplevel']))?.trimEnd();
  if (top === undefined || top === '') {
    throw new UserError('E_NO_CLONE', {
      what: `${start} is not in a clone of a git repository`,
      fix: 'go to the folder of your application, or make one: git init',
    });
  }
  const root = await realpath(top);
  const here = await realpath(start);
  const found = configFolder(here, root);
  const [head, branch] = await Promise.all([
    runGit(root, ['rev-parse', '--verify', '-q', 'HEAD^{commit}']),
    runGit(root, ['symbolic-ref', '-q', '--short', 'HEAD']),
  ]);
  return {
    root,
    folder:
      relative(root, found ?? here)
        .split(sep)
        .join('/') || '.',
    isConfigured: found !== undefined,
    head: head?.trim(),
    branch: branch?.trim(),
    remote: await remoteOf(root),
  };
}

/** The nearest folder, upwards to the top, that has a serverless-stages.yml. */
function configFolder(start: string, root: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG_FILE))) {
      return folder;
    }
    if (folder === root || folder === dirname(folder)) {
      return undefined;
    }
  }
}

/** The repository that `origin` names, else the only remote. */
async function remoteOf(root: string): Promise<RemoteRepository | undefined> {
  const names = (await runGit(root, ['remote']))?.split('\n').filter((name) => name !== '') ?? [];
  const name = names.includes('origin') ? 'origin' : names.length === 1 ? names[0] : undefined;
  const address = name === undefined ? undefined : await runGit(root, ['remote', 'get-url', name]);
  return address === undefined ? undefined : parseRemote(address.trim());
}

/** What the machine and git say of who works here. */
export async function readPerson(root: string): Promise<PersonFacts> {
  const email = (await runGit(root, ['config', '--get', 'user.email']))?.trim();
  return { login: userInfo().username, email: email === '' ? undefined : email, machine: hostname() };
}

/** Where git keeps a repository's number, so that GitHub is asked for it once: a clone may get another remote. */
export function idKey({ owner, name }: RemoteRepository): string {
  return `serverless-stages.${owner}/${name}.repositoryid`;
}

/** Returns a repository's number as this clone remembers it; undefined if it does not. */
export async function rememberedId(root: string, remote: RemoteRepository): Promise<string | undefined> {
  const id = (await runGit(root, ['config', '--local', '--get', idKey(remote)]))?.trim();
  return /^[0-9]+$/.test(id ?? '') ? id : undefined;
}

/** Has this clone remember a repository's number. */
export async function rememberId(root: string, remote: RemoteRepository, id: string): Promise<void> {
  await runGit(root, ['config', '--local', idKey(remote), id]);
}

/** Where the GitHub of a repository answers. */
export function githubApi({ host }: RemoteRepository, environment: NodeJS.ProcessEnv = process.env): string {
  return environment['GITHUB_API_URL'] || apiUrlOf(host);
}

/** Whether the clone has changes that are not committed. */
export async function isDirty(root: string): Promise<boolean> {
  return (await runGit(root, ['status', '--porcelain']))?.trim() !== '';
}

/** A file of the clone; undefined if it is not there. */
export function readCheckoutFile(root: string, path: string): Promise<string | undefined> {
  return readFile(join(root, path), 'utf8').catch(() => undefined);
}
