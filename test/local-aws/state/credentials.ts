import type { PolicyStatement } from '../iam/identity-policy.ts';

/** Keys the stand-in knows: static keys of a user, or a session with a token and an end. */
export interface Credential {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  account: string;
  arn: string;
  /** The role whose session it is. */
  roleArn?: string;
  /** Narrows what the role may do. */
  sessionPolicy?: readonly PolicyStatement[];
  /** Milliseconds since the epoch, by the stand-in's clock. */
  expiresAt?: number;
}

export interface CredentialStore {
  add(credential: Credential): void;
  find(accessKeyId: string): Credential | undefined;
  /** Ends sessions at a time (milliseconds, by the stand-in's clock), by their access key or by their ARN; throws where there is none. */
  expire(accessKeyIdOrArn: string, at: number): void;
}

/** Makes an empty store; adding the same access key again replaces it. */
export function createCredentialStore(): CredentialStore {
  const byKey = new Map<string, Credential>();
  return {
    add: (credential) => void byKey.set(credential.accessKeyId, credential),
    find: (accessKeyId) => byKey.get(accessKeyId),
    expire: (name, at) => {
      const sessions = [...byKey.values()].filter((one) => one.accessKeyId === name || one.arn === name);
      if (sessions.length === 0) throw new Error(`there are no credentials ${name}`);
      for (const session of sessions) session.expiresAt = at;
    },
  };
}
