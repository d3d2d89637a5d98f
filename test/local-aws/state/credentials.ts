/** Keys the stand-in knows: static keys of a user, or a session with a token and an end. */
export interface Credential {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  account: string;
  arn: string;
  /** Milliseconds since the epoch, by the stand-in's clock. */
  expiresAt?: number;
}

export interface CredentialStore {
  add(credential: Credential): void;
  find(accessKeyId: string): Credential | undefined;
}

/** Makes an empty store; adding the same access key again replaces it. */
export function createCredentialStore(): CredentialStore {
  const byKey = new Map<string, Credential>();
  return {
    add: (credential) => void byKey.set(credential.accessKeyId, credential),
    find: (accessKeyId) => byKey.get(accessKeyId),
  };
}
