import type { Commit, Person } from './commits.ts';

/** What GitHub says of a commit's signature; the signature of one that is signed is made up. */
export function presentVerification(commit: Commit, isSigned: boolean) {
  if (!isSigned) return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
  return {
    verified: true,
    reason: 'valid',
    signature: `-----BEGIN PGP SIGNATURE-----\n\n${Buffer.from(commit.sha).toString('base64')}\n-----END PGP SIGNATURE-----\n`,
    payload: payloadOf(commit),
    verified_at: commit.committer.date,
  };
}

/** What was signed: the commit as git keeps it. */
function payloadOf({ tree, parents, author, committer, message }: Commit): string {
  const line = (role: string, { name, email, date }: Person) =>
    `${role} ${name} <${email}> ${Date.parse(date) / 1000} +0000`;
  const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`)];
  return [...lines, line('author', author), line('committer', committer), '', message].join('\n');
}
