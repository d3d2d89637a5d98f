import type { JWTPayload } from 'jose';
import { hostOf, type OidcProvider } from '../state/roles.ts';
import { audiencesOf } from './token.ts';

/**
 * The claims of GitHub's token that STS offers as condition keys since January 2026, besides `aud` and `sub`; any other
 * claim (`repository_owner_id`, `event_name`, `head_ref`, …) is an absent key (IAM user guide, "Available keys for AWS
 * OIDC federation", table of GitHub).
 */
const GITHUB_KEYS = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'workflow',
] as const;

/** Condition keys, in lower case, that a verified token brings into the evaluation of a trust policy. */
export function conditionKeys(claims: JWTPayload, provider: OidcProvider): ReadonlyMap<string, readonly string[]> {
  const host = hostOf(provider);
  const keys = new Map<string, readonly string[]>([[`${host}:aud`, audiencesOf(claims)]]);
  if (claims.sub !== undefined) keys.set(`${host}:sub`, [claims.sub]);
  const offered = host === 'token.actions.githubusercontent.com' ? GITHUB_KEYS : [];
  for (const key of offered) {
    const value = claims[key];
    if (typeof value === 'string' || typeof value === 'number') keys.set(`${host}:${key}`, [String(value)]);
  }
  return new Map([...keys].map(([key, values]) => [key.toLowerCase(), values]));
}
