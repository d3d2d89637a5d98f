/** Returns the first seven digits of a commit, as GitHub shows it. */
export function shortCommit(sha: string): string {
  return sha.slice(0, 7);
}
