import { tmpdir } from 'node:os';
import { UserError } from '../core/errors.ts';
import { identityOf, type PersonFacts } from '../core/laptop/person.ts';
import type { RemoteRepository } from '../core/laptop/remote.ts';
import type { Session } from '../core/profile/session.ts';
import { createGitHubReader, type GitHubPlace } from '../io/github/client.ts';
import type { GitHubReader } from '../io/github/reader.ts';
import { createSettingsReader, type SettingsReader } from '../io/github/settings-reader.ts';
import { type Checkout, githubApi, idKey, rememberedId, rememberId } from '../io/laptop/checkout.ts';
import { personalAssumer } from '../io/laptop/credentials.ts';
import { readGitHubToken } from '../io/laptop/github-token.ts';
import type { Log } from '../io/runner/log.ts';
import { type Face, roleOfSession } from '../stage/open/face.ts';

/** Opens the repository on GitHub by what the clone and the machine know; throws E_NO_CLONE if no remote names one. */
export async function openGitHub(checkout: Checkout): Promise<GitHubReader> {
  const { place, token } = await githubOf(checkout);
  return createGitHubReader(token, place);
}

async function githubOf(checkout: Checkout): Promise<{ place: GitHubPlace; token: string }> {
  const remote = remoteOf(checkout);
  const { owner, name: repository, host } = remote;
  return { place: { owner, repository, apiUrl: githubApi(remote) }, token: await readGitHubToken(host) };
}

function remoteOf({ remote }: Checkout): RemoteRepository {
  if (remote === undefined) {
    throw new UserError('E_NO_CLONE', {
      what: 'no remote of this clone names its repository on GitHub',
      why: "a stage's records and its lock stand under the repository's number",
      fix: 'git remote add origin git@github.com:OWNER/NAME.git',
    });
  }
  return remote;
}

/** Opens the settings of the repository on GitHub in the same way; throws E_NO_CLONE. */
export async function openSettings(checkout: Checkout): Promise<SettingsReader> {
  const { place, token } = await githubOf(checkout);
  return createSettingsReader(token, place);
}

/** Returns the repository's number; GitHub is asked for it once in a clone. Throws E_NO_CLONE, E_GITHUB with what to do. */
export async function repositoryId(checkout: Checkout, github: GitHubReader): Promise<string> {
  const { root } = checkout;
  const remote = remoteOf(checkout);
  const known = await rememberedId(root, remote);
  if (known !== undefined) {
    return known;
  }
  try {
    const id = String((await github.repository()).id);
    await rememberId(root, remote, id);
    return id;
  } catch (cause) {
    throw new UserError('E_GITHUB', {
      what: `GitHub did not give the number of ${remote.owner}/${remote.name}: ${(cause as Error).message}`,
      fix: `sign in (gh auth login) or set GH_TOKEN, or write the number: git config ${idKey(remote)} NUMBER`,
      cause,
    });
  }
}

/** What a laptop's face is made of. */
export interface LaptopFaceParts {
  readonly checkout: Checkout;
  readonly person: PersonFacts;
  readonly github: GitHubReader;
  readonly repositoryId: string;
  readonly log: Log;
  /** The person's own credentials. */
  readonly own: () => Promise<Session>;
}

/** Returns the face of a person at a laptop. */
export function laptopFace({ checkout, person, github, repositoryId: id, log, own }: LaptopFaceParts): Face {
  const user = identityOf(person);
  const { remote, root } = checkout;
  return {
    attempt: {
      repository: `${remote?.owner}/${remote?.name}`,
      repositoryId: id,
      // Later than any other run of the laptop.
      id: String(Date.now()),
      attempt: '1',
      runner: '',
      url: '',
      person: { user, machine: person.machine },
    },
    github,
    log,
    // What is shown goes through the redactor, which learns the same texts.
    mask: () => undefined,
    assumerOf: (configuration, secret) => personalAssumer({ configuration, own, user }, secret),
    renewableRole: roleOfSession,
    workspace: root,
    tempFolder: tmpdir(),
  };
}
