/** The commits of one repository whose signature GitHub holds for good, kept apart from git: nobody here has a key. */
export interface Signatures {
  /** Signs a commit (its full id), as whoever pushed it would have. */
  add(sha: string): void;
  has(sha: string): boolean;
}

/** Nothing is signed yet. */
export function createSignatures(): Signatures {
  const signed = new Set<string>();
  return { add: (sha) => void signed.add(sha), has: (sha) => signed.has(sha) };
}
