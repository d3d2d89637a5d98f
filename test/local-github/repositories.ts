import { createHash } from 'node:crypto';

export interface RepositoryOptions {
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  /** Without it, a number made of the owner's name. */
  readonly ownerId?: number;
  readonly defaultBranch: string;
  /** Path of the bare repository that refs, commits and trees are read from. */
  readonly bare: string;
  readonly private?: boolean;
  readonly fork?: boolean;
  /** `owner/name` it had before: asked by these, the API answers 301. */
  readonly formerNames?: readonly string[];
}

export interface User {
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** A number that is always the same for the same text: the id of a user or an owner. */
export function numberOf(text: string): number {
  return (createHash('sha1').update(text.toLowerCase()).digest().readUInt32BE(0) % 90_000_000) + 10_000_000;
}

/** GitHub's opaque global id. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`0${kind.length}:${kind}${id}`).toString('base64');
}

/** A user or bot as the REST API shows it inside other objects. */
export function presentUser(user: User, id = numberOf(user.login)) {
  return {
    login: user.login,
    id,
    node_id: nodeId('User', id),
    avatar_url: '',
    html_url: `https://github.com/${user.login}`,
    type: user.type,
    site_admin: false,
  };
}

/** A repository as `GET /repos/{owner}/{repo}` and webhooks show it. */
export function presentRepository(repository: RepositoryOptions, api: string) {
  const fullName = `${repository.owner}/${repository.name}`;
  const ownerId = repository.ownerId ?? numberOf(repository.owner);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName,
    private: repository.private ?? false,
    visibility: repository.private === true ? 'private' : 'public',
    owner: presentUser({ login: repository.owner, type: 'Organization' }, ownerId),
    html_url: `https://github.com/${fullName}`,
    description: null,
    fork: repository.fork ?? false,
    url: `${api}/repos/${fullName}`,
    clone_url: `https://github.com/${fullName}.git`,
    default_branch: repository.defaultBranch,
    archived: false,
    disabled: false,
  };
}
