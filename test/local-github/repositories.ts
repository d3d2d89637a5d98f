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

/** The ids of one repository's things of one kind: each is larger than the one before, and no other repository has it. */
export function createIds(repositoryId: number): () => number {
  let last = repositoryId * 1_000_000;
  return () => ++last;
}
