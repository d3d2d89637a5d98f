import { askGit, git, runGit } from './git.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  /** ISO 8601 in UTC, to the second. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
}

const FORMAT = ['%H', '%T', '%P', '%an', '%ae', '%at', '%cn', '%ce', '%ct', '%B'].join('%x00');

/** One commit by its full id; undefined when the repository does not hold it. */
export async function readCommit(bare: string, sha: string): Promise<Commit | undefined> {
  const { code, stdout } = await askGit(bare, ['log', '-1', `--format=${FORMAT}`, '--end-of-options', sha, '--']);
  if (code !== 0) return undefined;
  const [id = '', tree = '', parents = '', ...rest] = stdout.toString().split('\0');
  const [authorName, authorEmail, authorTime, committerName, committerEmail, committerTime, message = ''] = rest;
  return {
    sha: id,
    tree,
    parents: parents === '' ? [] : parents.split(' '),
    author: person(authorName, authorEmail, authorTime),
    committer: person(committerName, committerEmail, committerTime),
    message: message.trimEnd(),
  };
}

function person(name = '', email = '', seconds = '0'): Person {
  return { name, email, date: isoSeconds(Number(seconds) * 1000) };
}

/** A time (milliseconds) as GitHub writes it: `2026-11-02T10:00:00Z`. */
export function isoSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The commit that a branch, tag, `heads/x`, full ref, full or short id names, in GitHub's order; undefined for none. */
export async function resolveCommit(bare: string, name: string): Promise<string | undefined> {
  const candidates = [
    `refs/heads/${name}`,
    `refs/tags/${name}`,
    ...(/^(?:heads|tags|pull)\//.test(name) ? [`refs/${name}`] : []),
  ];
  if (name.startsWith('refs/')) candidates.push(name);
  if (/^[0-9a-f]{7,40}$/.test(name)) candidates.unshift(name);
  for (const candidate of candidates) {
    const sha = await peel(bare, candidate);
    if (sha !== undefined) return sha;
  }
  return undefined;
}

async function peel(bare: string, spec: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${spec}^{commit}`];
  const { code, stdout } = await askGit(bare, args);
  return code === 0 ? stdout.toString().trim().split('\n').at(-1) : undefined;
}

export interface Ref {
  readonly ref: string;
  readonly sha: string;
  readonly type: string;
}

/** Every ref of the repository, ordered by name; a symbolic HEAD is none. */
export async function listRefs(bare: string): Promise<readonly Ref[]> {
  const text = await git(bare, 'for-each-ref', '--format=%(refname)%00%(objectname)%00%(objecttype)');
  return text.split('\n').flatMap((line) => {
    const [ref, sha, type] = line.split('\0');
    return ref === undefined || sha === undefined || type === undefined ? [] : [{ ref, sha, type }];
  });
}

/** True when the first commit is the second or one of its ancestors. */
export async function isAncestor(bare: string, ancestor: string, descendant: string): Promise<boolean> {
  return (await askGit(bare, ['merge-base', '--is-ancestor', ancestor, descendant])).code === 0;
}

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** GitHub itself, now, where none is given. */
  readonly author: GivenPerson | undefined;
  readonly committer: GivenPerson | undefined;
}

export interface GivenPerson {
  readonly name: string;
  readonly email: string;
  readonly date: string | undefined;
}

/** Makes a commit without moving a branch; `now` (milliseconds) is the date of whoever gives none. Returns its id. */
export function writeCommit(bare: string, commit: NewCommit, now: number): Promise<string> {
  const parents = commit.parents.flatMap((parent) => ['-p', parent]);
  const env = { ...signature('AUTHOR', commit.author, now), ...signature('COMMITTER', commit.committer, now) };
  return runGit(bare, ['commit-tree', commit.tree, ...parents, '-F', '-'], { env, input: commit.message });
}

function signature(role: 'AUTHOR' | 'COMMITTER', person: GivenPerson | undefined, now: number) {
  return {
    ...(person === undefined ? {} : { [`GIT_${role}_NAME`]: person.name, [`GIT_${role}_EMAIL`]: person.email }),
    [`GIT_${role}_DATE`]: person?.date ?? isoSeconds(now),
  };
}
