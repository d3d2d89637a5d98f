/** The claims of GitHub's identity token that trust policies look at; none of them is secret. */
export interface TokenClaims {
  readonly sub?: string;
  readonly aud?: string;
  readonly ref?: string;
  readonly environment?: string;
  readonly repository?: string;
  readonly repository_id?: string;
  readonly job_workflow_ref?: string;
  readonly event_name?: string;
}

/** Reads the claims of a JWT without checking it (AWS does); an unreadable one has none. */
export function readClaims(token: string): TokenClaims {
  try {
    const payload = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? (claims as TokenClaims) : {};
  } catch {
    return {};
  }
}

/** `repo:OWNER@ID/REPO@ID:…`, the form of repositories created, renamed or transferred since 2026-07-15. */
const IMMUTABLE_SUBJECT = /^repo:[^@/]+@\d+\/[^@/]+@\d+:/;

/**
 * Says what a refused role's trust policy has to allow, claim by claim: AWS never tells which one failed.
 */
export function explainRefusal(claims: TokenClaims): string {
  const { sub = '(none)', aud = '(none)', ref = '(none)' } = claims;
  const lines = [
    `the token said sub "${sub}", aud "${aud}", ref "${ref}", repository_id "${claims.repository_id ?? '(none)'}"`,
  ];
  const isImmutable = IMMUTABLE_SUBJECT.test(sub);
  const other = isImmutable ? 'the older repo:OWNER/REPO:…' : 'the newer repo:OWNER@ID/REPO@ID:…';
  lines.push(`its sub has the ${isImmutable ? 'newer' : 'older'} form: a policy for ${other} does not match it`);
  const { environment } = claims;
  if (environment !== undefined) {
    lines.push(`the policy must name the environment as the job does, letter case included: "${environment}"`);
    if (environment.includes(':')) {
      lines.push(`a ":" in an environment is %3A in sub`);
    }
    if (ref.startsWith('refs/pull/')) {
      lines.push(
        `the ref is a pull request's: the role of a configured stage refuses it whatever environment it names`,
      );
    }
  }
  return lines.join('; ');
}
